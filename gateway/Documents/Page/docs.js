// Shows /openapi.json: operations by service, in Swedish or English. Details are made when they are opened.
import { answerOf, bodyOf, exampleOf, fieldTable, resolve } from '/docs/schema.js';
import { element, language, prose, speak, text, word } from '/docs/text.js';

const verbs = ['get', 'post', 'put', 'patch', 'delete'];
const $ = (id) => document.getElementById(id);
let api;

function operations() {
  return Object.entries(api.paths).flatMap(([path, item]) => verbs.filter((verb) => item[verb])
    .map((verb) => ({ path, verb, operation: item[verb], tag: item[verb].tags?.[0] ?? '' })));
}

function matches({ path, verb, operation }) {
  const wanted = $('filter').value.trim().toLowerCase().split(/\s+/);
  const content = [verb, path, operation.operationId, operation.summary, operation['x-summary-sv']].join(' ');
  return wanted.every((piece) => content.toLowerCase().includes(piece));
}

function show() {
  document.documentElement.lang = language();
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language()));
  }
  for (const fixed of document.querySelectorAll('[data-sv]')) {
    if (fixed.id === 'filter') fixed.placeholder = fixed.ariaLabel = fixed.dataset[language()];
    else fixed.textContent = fixed.dataset[language()];
  }
  document.title = `${api.info.title} – API`;
  $('title').textContent = api.info.title;
  $('description').replaceChildren(...prose(text(api.info)));
  const missing = api['x-unavailable'] ?? [];
  $('unavailable').hidden = missing.length === 0;
  $('unavailable').textContent = word('missing') + missing.join(', ');
  showLimits();
  showOperations();
}

function showLimits() {
  const flows = api.components?.securitySchemes?.oauth2?.flows ?? {};
  const tokenUrl = flows.clientCredentials?.tokenUrl;
  $('limits').querySelector('div').replaceChildren(
    element('ul', {}, (api.info['x-limitations'] ?? []).map((limit) => element('li', { textContent: limit }))),
    ...(tokenUrl ? [element('p', {}, `${word('signIn')} `, element('code', { textContent: tokenUrl }))] : []),
  );
}

function showOperations() {
  const found = operations().filter(matches);
  const tags = (api.tags ?? []).filter(({ name }) => found.some(({ tag }) => tag === name));
  $('tags').replaceChildren(...tags.map(({ name }) => element('li', {}, element('a', { href: `#${name}` }, name, ' ',
    element('span', { className: 'count', textContent: found.filter(({ tag }) => tag === name).length })))));
  const sections = tags.map((tag) => element('section', {},
    element('h2', { id: tag.name, textContent: tag.name }),
    element('p', {}, ...prose(text(tag))),
    found.filter((one) => one.tag === tag.name).map(showOperation)));
  $('operations').replaceChildren(
    ...(sections.length ? sections : [element('p', { className: 'nothing', textContent: word('nothing') })]));
  $('operations').setAttribute('aria-busy', 'false');
}

function showOperation(one) {
  const details = element('details', { className: 'operation', id: one.operation.operationId ?? '' },
    element('summary', {},
      element('span', { className: `method ${one.verb}`, textContent: one.verb.toUpperCase() }),
      element('span', { className: 'path', textContent: one.path }),
      element('span', { className: 'summary', textContent: text(one.operation, 'summary') })));
  details.addEventListener('toggle', () => {
    if (!details.open || details.querySelector('.body')) return;
    details.append(element('div', { className: 'body' }, bodyParts(one)));
    history.replaceState(null, '', `#${details.id}`);
  });
  return details;
}

function bodyParts({ path, verb, operation }) {
  const parameters = (operation.parameters ?? []).map((one) => resolve(api, one));
  const body = bodyOf(api, operation);
  return [
    element('p', {}, ...prose(text(operation))),
    ...(parameters.length ? [element('h3', { textContent: word('parameters') }), fieldTable(api, parameters)] : []),
    ...(body ? [element('h3', { textContent: word('body') }), fieldTable(api, body.fields)] : []),
    element('h3', { textContent: word('example') }),
    sample(curl(path, verb, parameters, body)),
    element('h3', { textContent: word('answers') }),
    ...Object.entries(operation.responses ?? {})
      .map(([status, answer]) => showAnswer(status, answerOf(api, answer))),
    ...(operation['x-error-codes'] ? [element('h3', { textContent: word('codes') }),
      element('p', {}, operation['x-error-codes'].flatMap((code) => [...prose(`\`${code}\``), ' ']))] : []),
  ];
}

function showAnswer(status, answer) {
  return element('details', { className: 'answer', open: status.startsWith('2') },
    element('summary', {}, element('strong', { textContent: status }), ' ', ...prose(text(answer))),
    ...(answer.fields.length ? [fieldTable(api, answer.fields)] : []),
    ...(answer.example === undefined ? [] : [sample(exampleOf(answer.example))]));
}

function curl(path, verb, parameters, body) {
  const filled = path.replace(/\{(\w+)\}/g, (whole, name) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    return encodeURIComponent(parameter?.example ?? parameter?.schema?.example ?? whole);
  });
  const lines = [`curl -X ${verb.toUpperCase()} "${location.origin}${filled}"`, '-H "Authorization: Bearer $TOKEN"'];
  if (parameters.some((one) => one.name.toLowerCase() === 'if-match')) lines.push('-H \'If-Match: "1"\'');
  if (body?.example !== undefined) {
    lines.push('-H "Content-Type: application/json"', `-d '${exampleOf(body.example).replaceAll("'", "'\\''")}'`);
  }
  return lines.join(' \\\n  ');
}

function sample(content) {
  const button = element('button', { type: 'button', textContent: word('copy') });
  button.addEventListener('click', () => navigator.clipboard?.writeText(content));
  return element('div', { className: 'sample' }, element('pre', { textContent: content, tabIndex: 0 }), button);
}

function openLinked() {
  const linked = location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)));
  if (!linked) return;
  if (linked.tagName === 'DETAILS') linked.open = true;
  linked.scrollIntoView();
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    speak(button.dataset.language);
    show();
    openLinked();
  });
}
$('filter').addEventListener('input', showOperations);
addEventListener('hashchange', openLinked);
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target.matches('input')) return;
  event.preventDefault();
  $('filter').focus();
});

try {
  api = await (await fetch('/openapi.json')).json();
  show();
  openLinked();
} catch {
  $('operations').replaceChildren(element('p', { className: 'nothing', textContent: word('failed') }));
}
