// The certified oidc-provider, set up to answer as Keycloak does for one realm.
import Provider from 'oidc-provider';
import { accessTokenSeconds, redirectAllowed, toProvider } from './clients.js';
import { claimsFor } from './mappers.js';
import { registerPasswordGrant } from './password.js';

const path = '/protocol/openid-connect';
const scopes = ['openid', 'profile'];

export function createProvider({ issuer, realm, keys }) {
  const resource = resourceOf(realm);
  const provider = new Provider(issuer, {
    clients: realm.clients.map(toProvider),
    jwks: keys.jwks,
    cookies: { keys: keys.cookies, names: { session: 'kc_session', interaction: 'kc_login', resume: 'kc_resume' } },
    routes: {
      authorization: `${path}/auth`, token: `${path}/token`, jwks: `${path}/certs`, userinfo: `${path}/userinfo`,
      end_session: `${path}/logout`, revocation: `${path}/revoke`,
    },
    // Its own fetch refuses loopback addresses; here every address is the realm's and on this machine.
    fetch: (url, { dispatcher, ...options }) => globalThis.fetch(url, options),
    renderError,
    scopes,
    responseTypes: ['code'],
    claims: { openid: idClaimNames(realm) },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    rotateRefreshToken: realm.rotatesRefreshTokens,
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    interactions: { url: (_, interaction) => `/realms/${realm.name}/login/${interaction.uid}` },
    findAccount: (ctx, id) => account(realm, ctx, id),
    loadExistingGrant: (ctx) => firstPartyGrant(provider, ctx, resource),
    extraTokenClaims: (_, token) => accessClaims(realm, token),
    formats: { customizers: { jwt: (_, token, jwt) => asKeycloak(realm, token, jwt) } },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      revocation: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
      resourceIndicators: {
        enabled: true, defaultResource: () => resource.uri, useGrantedResource: () => true,
        getResourceServerInfo: (_, __, client) => resource.info(client.clientId),
      },
    },
    ttl: {
      AccessToken: (_, token, client) => accessTokenSeconds(realm, client.clientId),
      ClientCredentials: (_, token, client) => accessTokenSeconds(realm, client.clientId),
      IdToken: realm.accessTokenSeconds, RefreshToken: realm.idleSeconds, Grant: realm.sessionSeconds,
      Session: realm.sessionSeconds, Interaction: 600,
    },
  });
  provider.Client.prototype.redirectUriAllowed = function allowed(uri) {
    return redirectAllowed(this.redirectUris, uri);
  };
  provider.Client.prototype.postLogoutRedirectUriAllowed = function allowed(uri) {
    return redirectAllowed(this.postLogoutRedirectUris, uri);
  };
  registerPasswordGrant(provider, realm, resource);
  return provider;
}

function resourceOf(realm) {
  return {
    uri: 'urn:naravard',
    scope: scopes.join(' '),
    info: (clientId) => ({
      scope: scopes.join(' '),
      audience: claimsFor('access', realm.mappersOf(realm.client(clientId)), {}).aud ?? 'account',
      accessTokenFormat: 'jwt',
      jwt: { sign: { alg: 'RS256' } },
    }),
  };
}

function account(realm, ctx, id) {
  const user = realm.byId(id);
  if (!user) return undefined;
  const mappers = realm.mappersOf(realm.client(ctx.oidc.client.clientId));
  return {
    accountId: user.id,
    claims: (use) => ({ sub: user.id, ...claimsFor(use === 'userinfo' ? 'userinfo' : 'id', mappers, user) }),
  };
}

function accessClaims(realm, token) {
  const user = token.accountId ? realm.byId(token.accountId) : realm.serviceAccount(token.clientId);
  const { aud, ...claims } = claimsFor('access', realm.mappersOf(realm.client(token.clientId)), user);
  return claims;
}

/** Keycloak says who asked in `azp`, and the subject of a client's own token is its service account. */
function asKeycloak(realm, token, jwt) {
  jwt.header = { typ: 'JWT' };
  jwt.payload.azp = token.clientId;
  jwt.payload.typ = 'Bearer';
  if (!token.accountId) jwt.payload.sub = realm.serviceAccount(token.clientId).id;
  if (token.sid) jwt.payload.sid = token.sid;
}

function idClaimNames(realm) {
  const names = realm.clients.flatMap((client) => realm.mappersOf(client))
    .filter(({ config }) => config['id.token.claim'] === 'true' && (config['claim.name'] ?? 'name'))
    .map(({ config }) => (config['claim.name'] ?? 'name').split('.')[0]);
  return ['sub', ...new Set(names)];
}

/** Every client of the realm is the deployment's own, so nobody is asked for consent. */
async function firstPartyGrant(provider, ctx, resource) {
  const grant = new provider.Grant({ accountId: ctx.oidc.session.accountId, clientId: ctx.oidc.client.clientId });
  grant.addOIDCScope(scopes.join(' '));
  grant.addResourceScope(resource.uri, resource.scope);
  await grant.save();
  return grant;
}

function renderError(ctx, { error, error_description: description }) {
  ctx.type = 'html';
  ctx.body = page(`<p>${error}: ${(description ?? '').replace(/[&<>"]/g, '')}</p>`);
}

function logoutSource(ctx, form) {
  const asks = ctx.oidc.session.accountId && !ctx.oidc.entities.IdTokenHint;
  ctx.body = page(`${form}<p>Logga ut? / Sign out?</p>
    <button autofocus type="submit" form="op.logoutForm" name="logout" value="yes">Logga ut</button>
    ${asks ? '' : '<script>document.querySelector("button").click()</script>'}`);
}

function postLogoutSuccessSource(ctx) {
  ctx.body = page('<p>Du är utloggad. / You are signed out.</p>');
}

const page = (content) => `<!doctype html><html lang="sv"><meta charset="utf-8"><title>NäraVård</title>${content}`;
