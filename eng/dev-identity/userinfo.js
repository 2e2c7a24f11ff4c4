// Keycloak answers userinfo for the access tokens that its APIs take; oidc-provider does not. So this does.
import { createLocalJWKSet, jwtVerify } from 'jose';
import { claimsFor } from './mappers.js';

export function userinfo({ issuer, realm, keys }) {
  const open = ({ kty, n, e, kid, alg, use }) => ({ kty, n, e, kid, alg, use });
  const key = createLocalJWKSet({ keys: keys.jwks.keys.map(open) });

  return async (request, response) => {
    try {
      const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      const { payload } = await jwtVerify(token, key, { issuer, algorithms: ['RS256'] });
      const claims = claimsFor('userinfo', realm.mappersOf(realm.client(payload.azp)), realm.byId(payload.sub));
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify({ sub: payload.sub, ...claims }));
    } catch {
      response.writeHead(401, { 'www-authenticate': 'Bearer error="invalid_token"' });
      response.end();
    }
  };
}
