// Keycloak's "direct access grants": a name and a password for tokens, for clients that have it switched on.
import { timingSafeEqual, createHash } from 'node:crypto';
import { errors } from 'oidc-provider';

export function passwordMatches(user, password) {
  const expected = user?.credentials?.find((credential) => credential.type === 'password')?.value;
  const digest = (text) => createHash('sha256').update(text ?? '').digest();
  return expected !== undefined && timingSafeEqual(digest(expected), digest(password));
}

export function registerPasswordGrant(provider, realm, resource) {
  async function handler(ctx) {
    const { client, params } = ctx.oidc;
    const user = realm.person(params.username);
    if (!passwordMatches(user, params.password)) throw new errors.InvalidGrant('invalid user credentials');

    const scope = ['openid', 'profile'].join(' ');
    const grant = new provider.Grant({ accountId: user.id, clientId: client.clientId });
    grant.addOIDCScope(scope);
    grant.addResourceScope(resource.uri, resource.scope);
    ctx.oidc.entity('Grant', grant);
    const grantId = await grant.save();

    const token = new provider.AccessToken({
      accountId: user.id, client, grantId, gty: 'password', scope: resource.scope,
    });
    token.resourceServer = new provider.ResourceServer(resource.uri, resource.info(client.clientId));
    const refresh = new provider.RefreshToken({
      accountId: user.id, client, grantId, gty: 'password', scope, resource: resource.uri, authTime: now(),
    });
    ctx.oidc.entity('AccessToken', token);
    ctx.body = {
      access_token: await token.save(),
      expires_in: token.expiration,
      refresh_token: await refresh.save(),
      token_type: 'Bearer',
      scope,
    };
  }

  provider.registerGrantType('password', handler, ['username', 'password', 'scope'], []);
}

const now = () => Math.floor(Date.now() / 1000);
