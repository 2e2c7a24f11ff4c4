import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { claimsOf, post, running } from './running.js';

describe('tokens', () => {
  let identity;
  before(async () => { identity = await running(); });
  after(() => identity.stop());

  const signIn = (more) => identity.token({
    grant_type: 'password', client_id: 'naravard-cli', username: 'eva.akuten', password: 'naravard', ...more,
  });

  it('has a user\'s claims for a name and a password', async () => {
    const { status, access_token: token } = await signIn();
    const keys = createRemoteJWKSet(new URL(identity.endpoint('certs')));
    const expected = { issuer: identity.issuer, audience: 'naravard' };
    const { payload, protectedHeader } = await jwtVerify(token, keys, expected);

    assert.equal(status, 200);
    assert.equal(protectedHeader.alg, 'RS256');
    assert.deepEqual(payload.realm_access.roles, ['er-staff']);
    assert.equal(payload.organization, 'region:17');
    assert.match(payload.hsa_id, /^SE\d{10}-[A-Za-z0-9]+$/);
    assert.match(payload.unit, /^SE\d{10}-CSKAKUT$/);
    assert.match(payload.caregiver, /^SE\d{10}-[A-Za-z0-9]+$/);
    assert.equal(payload.purpose, 'Vård och behandling');
    assert.equal(payload.title, 'Sjuksköterska');
    assert.equal(payload.name, 'Eva Sandgren');
    assert.equal(payload.azp, 'naravard-cli');
    assert.equal(payload.exp - payload.iat, 300);
  });

  it('has a system\'s claims for a client\'s own credentials, and no person\'s', async () => {
    const { access_token: token } = await identity.token({
      grant_type: 'client_credentials', client_id: 'homecare-karlstad', client_secret: 'dev-homecare-karlstad',
    });
    const claims = claimsOf(token);

    assert.deepEqual(claims.realm_access.roles, ['partner', 'bistandsbedomare', 'municipal-nurse']);
    assert.equal(claims.organization, 'kommun:1780');
    assert.match(claims.unit, /-HEMTJ$/);
    assert.equal(claims.azp, 'homecare-karlstad');
    assert.equal(claims.aud, 'naravard');
    assert.equal(claims.hsa_id, undefined);
  });

  it('takes a client\'s secret in a header too', async () => {
    const basic = Buffer.from('er-system:dev-er-system').toString('base64');
    const answer = await post(identity.endpoint('token'), { grant_type: 'client_credentials' }, {
      authorization: `Basic ${basic}`,
    });

    assert.equal(answer.status, 200);
  });

  it('rotates refresh tokens, and ends the grant when an old one is used again', async () => {
    const first = await signIn();
    const refresh = (token) => identity.token({
      grant_type: 'refresh_token', client_id: 'naravard-cli', refresh_token: token,
    });
    const second = await refresh(first.refresh_token);
    const replay = await refresh(first.refresh_token);
    const after = await refresh(second.refresh_token);

    assert.equal(claimsOf(second.access_token).hsa_id, claimsOf(first.access_token).hsa_id);
    assert.notEqual(second.refresh_token, first.refresh_token);
    assert.equal(replay.error, 'invalid_grant');
    assert.equal(after.error, 'invalid_grant');
  });

  it('answers userinfo for an access token, and 401 without one', async () => {
    const { access_token: token } = await signIn({ username: 'bibbi.karlstad' });
    const ask = (authorization) => fetch(identity.endpoint('userinfo'), { headers: { authorization } });
    const answer = await ask(`Bearer ${token}`);

    assert.equal((await answer.json()).organization, 'kommun:1780');
    assert.equal((await ask('Bearer nothing')).status, 401);
  });

  for (const [what, form, error] of [
    ['a wrong password', { password: 'wrong' }, 'invalid_grant'],
    ['an unknown name', { username: 'nobody' }, 'invalid_grant'],
    ['an unknown client', { client_id: 'nobody' }, 'invalid_client'],
    ['a client without direct access', { client_id: 'er-system', client_secret: 'dev-er-system' }, 'invalid_request'],
    ['a client with the wrong secret', { client_id: 'er-system', client_secret: 'x' }, 'invalid_client'],
    ['a service account with a password', { username: 'service-account-er-system' }, 'invalid_grant'],
    ['a name without a password', { password: '' }, 'invalid_grant'],
  ]) {
    it(`refuses ${what}`, async () => {
      const answer = await signIn(form);

      assert.equal(answer.error, error);
      assert.ok(answer.status >= 400);
      assert.equal(answer.access_token, undefined);
    });
  }
});
