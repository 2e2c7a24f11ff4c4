// A Keycloak client as oidc-provider wants it.
const grants = [
  ['standardFlowEnabled', ['authorization_code', 'refresh_token']],
  ['directAccessGrantsEnabled', ['password', 'refresh_token']],
  ['serviceAccountsEnabled', ['client_credentials']],
];

export function toProvider(client) {
  const attributes = client.attributes ?? {};
  const code = client.standardFlowEnabled === true;
  return {
    client_id: client.clientId,
    client_name: client.description ?? client.clientId,
    ...(client.publicClient
      ? { token_endpoint_auth_method: 'none' }
      : { client_secret: client.secret, token_endpoint_auth_method: 'client_secret_post' }),
    grant_types: [...new Set(grants.filter(([flag]) => client[flag]).flatMap(([, names]) => names))],
    response_types: code ? ['code'] : [],
    redirect_uris: code ? client.redirectUris : [],
    post_logout_redirect_uris: attributes['post.logout.redirect.uris']?.split('##') ?? [],
    ...(attributes['backchannel.logout.url'] && {
      backchannel_logout_uri: attributes['backchannel.logout.url'],
      backchannel_logout_session_required: attributes['backchannel.logout.session.required'] === 'true',
    }),
  };
}

/** How long an access token for this client lasts: the client's own attribute, else the realm's. */
export function accessTokenSeconds(realm, clientId) {
  const own = realm.client(clientId)?.attributes?.['access.token.lifespan'];
  return own ? Number(own) : realm.accessTokenSeconds;
}

const loopback = /^http:\/\/(127\.0\.0\.1|localhost):\d+(?=\/|$)/;

/** Keycloak's rule: a `*` at the end matches any path, and a loopback address matches on any port. */
export function redirectAllowed(allowed, wanted) {
  if (wanted.includes('..') || wanted.includes('#')) return false;
  const forms = [wanted, wanted.replace(loopback, 'http://$1')];
  return allowed.some((pattern) => forms.some((form) => pattern.endsWith('*')
    ? form.startsWith(pattern.slice(0, -1))
    : form === pattern));
}
