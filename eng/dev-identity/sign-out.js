// Keycloak ends a session for a client that posts its refresh token to the end-session address, without a browser.
// oidc-provider does not. So this does, and tells every client of the session in the back as oidc-provider would.
const form = 'application/x-www-form-urlencoded';

export function isSignOut(request, path) {
  return request.method === 'POST' && request.url === path && request.headers['content-type']?.startsWith(form);
}

export async function signOut(provider, request, response) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  const { client_id: id, client_secret: secret, refresh_token: value } = Object.fromEntries(new URLSearchParams(text));
  const client = await provider.Client.find(id ?? '');
  if (!client || !await client.compareClientSecret(secret ?? '')) return refuse(response, 401, 'unauthorized_client');
  const token = await provider.RefreshToken.find(value ?? '');
  if (token?.clientId !== id) return refuse(response, 400, 'invalid_grant');
  const session = token.sessionUid && await provider.Session.findByUid(token.sessionUid);
  if (session) await end(provider, session);
  await provider.RefreshToken.revokeByGrantId(token.grantId);
  return response.writeHead(204).end();
}

async function end(provider, session) {
  const { accountId, authorizations = {} } = session;
  await session.destroy();
  await Promise.all(Object.entries(authorizations).map(async ([clientId, { sid, grantId }]) => {
    await provider.RefreshToken.revokeByGrantId(grantId);
    const client = await provider.Client.find(clientId);
    if (client?.backchannelLogoutUri) await client.backchannelLogout(accountId, sid).catch(() => {});
  }));
}

function refuse(response, status, error) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error }));
}
