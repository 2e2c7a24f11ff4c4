import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { browser, claimsOf, post, running } from './running.js';

const web = 'http://127.0.0.1:48080';

describe('sign-in in a browser', () => {
  let identity; let gateway; let told;
  before(async () => {
    gateway = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => { text += chunk; });
      request.on('end', () => {
        told.resolve({ path: request.url, form: new URLSearchParams(text) });
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    identity = await running({ NARAVARD_WEB_BACKCHANNEL_URL: `http://127.0.0.1:${gateway.address().port}` });
    told = withResolvers();
  });
  after(async () => { gateway.close(); await identity.stop(); });

  const verifier = randomBytes(32).toString('base64url');
  function authorise(more = {}) {
    return `${identity.endpoint('auth')}?${new URLSearchParams({
      client_id: 'naravard-web', response_type: 'code', scope: 'openid', state: 's',
      redirect_uri: `${web}/session/signed-in`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256', ...more,
    })}`;
  }
  const exchange = (code, more = {}) => identity.token({
    grant_type: 'authorization_code', client_id: 'naravard-web', client_secret: 'dev-naravard-web', code,
    redirect_uri: `${web}/session/signed-in`, code_verifier: verifier, ...more,
  });
  async function signedIn(window, username = 'bibbi.karlstad') {
    const form = await window.go(authorise());
    return window.submit(form.address, { username, password: 'naravard' });
  }

  it('lists who can sign in, and gives a code that becomes tokens with the user\'s claims', async () => {
    const window = browser();
    const form = await window.go(authorise());
    const left = await window.submit(form.address, { username: 'bibbi.karlstad', password: 'naravard' });
    const back = new URL(left.address);
    const tokens = await exchange(back.searchParams.get('code'));

    assert.match(form.text, /eva\.akuten/);
    assert.equal(back.origin, web);
    assert.deepEqual(claimsOf(tokens.access_token).realm_access.roles, ['bistandsbedomare']);
    assert.equal(claimsOf(tokens.access_token).organization, 'kommun:1780');
    assert.equal(claimsOf(tokens.id_token).name, 'Bibbi Högman');
    assert.ok(tokens.refresh_token);
  });

  it('shows the form again after a wrong password', async () => {
    const window = browser();
    const form = await window.go(authorise());
    const again = await window.submit(form.address, { username: 'bibbi.karlstad', password: 'x' });

    assert.equal(again.status, 401);
    assert.match(again.text, /Fel namn eller lösenord/);
  });

  it('refuses a code without its verifier, and a request without PKCE', async () => {
    const window = browser();
    const back = new URL((await signedIn(window)).address);
    const other = randomBytes(32).toString('base64url');
    const answer = await exchange(back.searchParams.get('code'), { code_verifier: other });
    const naked = await browser().go(authorise({ code_challenge: '', code_challenge_method: '' }));

    assert.equal(answer.error, 'invalid_grant');
    assert.match(decodeURIComponent(naked.address), /error=invalid_request/);
  });

  it('never sends anybody to an address that the realm does not name', async () => {
    const answer = await browser().go(authorise({ redirect_uri: 'http://evil.example/session/signed-in' }));

    assert.equal(answer.status, 400);
    assert.match(answer.text, /redirect_uri/);
  });

  it('signs out everywhere, and tells the gateway in the back', async () => {
    const window = browser();
    const back = new URL((await signedIn(window)).address);
    const tokens = await exchange(back.searchParams.get('code'));
    const page = await window.go(`${identity.endpoint('logout')}?${new URLSearchParams({
      id_token_hint: tokens.id_token, post_logout_redirect_uri: `${web}/`,
    })}`);
    const [, action] = /action="([^"]+)"/.exec(page.text);
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(page.text);
    const away = await window.submit(action, { xsrf, logout: 'yes' });
    const notice = await Promise.race([told.promise, once(AbortSignal.timeout(5000), 'abort')]);
    const refresh = await identity.token({
      grant_type: 'refresh_token', client_id: 'naravard-web', client_secret: 'dev-naravard-web',
      refresh_token: tokens.refresh_token,
    });

    assert.equal(away.address, `${web}/`);
    assert.equal(notice.path, '/session/back-channel-logout');
    assert.equal(claimsOf(notice.form.get('logout_token')).sid, claimsOf(tokens.id_token).sid);
    assert.equal(refresh.error, 'invalid_grant');
    assert.match((await window.go(authorise())).text, /kc-login/);
  });

  it('ends the session for a client that posts its refresh token, without a browser, as Keycloak does', async () => {
    told = withResolvers();
    const window = browser();
    const tokens = await exchange(new URL((await signedIn(window)).address).searchParams.get('code'));
    const form = { client_id: 'naravard-web', client_secret: 'dev-naravard-web', refresh_token: tokens.refresh_token };
    const wrong = await post(identity.endpoint('logout'), { ...form, client_secret: 'x' });
    const answer = await post(identity.endpoint('logout'), form);
    const notice = await Promise.race([told.promise, once(AbortSignal.timeout(5000), 'abort')]);
    const again = await post(identity.endpoint('logout'), form);

    assert.equal(wrong.status, 401);
    assert.equal(answer.status, 204);
    assert.equal(claimsOf(notice.form.get('logout_token')).sid, claimsOf(tokens.id_token).sid);
    assert.equal(again.error, 'invalid_grant');
    assert.match((await window.go(authorise())).text, /kc-login/);
  });
});

function withResolvers() {
  const resolvers = {};
  resolvers.promise = new Promise((resolve) => { resolvers.resolve = resolve; });
  return resolvers;
}
