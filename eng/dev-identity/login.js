// The sign-in page: a plain form with Keycloak's field names, and a list of who can sign in.
import { passwordMatches } from './password.js';

export async function login(provider, realm, request, response) {
  const interaction = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return show(response, realm, interaction.uid);

  const form = new URLSearchParams(await body(request));
  const user = realm.person(form.get('username'));
  if (!passwordMatches(user, form.get('password'))) {
    return show(response, realm, interaction.uid, 'Fel namn eller lösenord. / Wrong name or password.', 401);
  }
  return provider.interactionFinished(request, response, { login: { accountId: user.id, remember: true } });
}

async function body(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > 4096) throw new Error('the form is too long');
  }
  return text;
}

function show(response, realm, uid, message = '', status = 200) {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(`<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Logga in – ${escape(realm.displayName)}</title><style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
label { display: block; margin: .75rem 0 .25rem } input { font: inherit; padding: .4rem; width: 20rem }
button { font: inherit; padding: .4rem 1.2rem; margin: 1rem 0 } [role=alert] { color: #a00 }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .2rem .6rem .2rem 0 }
</style></head><body><h1>Logga in</h1><p>Utvecklingsläge. / Development only.</p>
<form method="post" action="/realms/${realm.name}/login/${uid}">
<p role="alert">${message}</p>
<label for="username">Namn</label>
<input id="username" name="username" list="names" autocomplete="username" autofocus required>
<datalist id="names">${realm.people().map((user) => `<option value="${escape(user.username)}">`).join('')}</datalist>
<label for="password">Lösenord</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<div><button id="kc-login" type="submit">Logga in</button></div></form>
<table><tr><th>Namn</th><th>Vem</th><th>Roll</th><th>Organisation</th></tr>
${realm.people().map(row).join('\n')}</table></body></html>`);
}

function row(user) {
  const cells = [
    user.username, `${user.firstName} ${user.lastName}`, user.realmRoles.join(', '),
    user.attributes?.organization?.[0] ?? '',
  ];
  return `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`;
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => text.replace(/[&<>"]/g, (character) => entities[character]);
