// Reads OpenAPI's schemas: references, fields with their types, and examples.
import { element, prose, text, word } from '/docs/text.js';

const depthMax = 3;

/** The part that a reference names; other members beside the reference win. */
export function resolve(api, part) {
  if (!part?.$ref) return part ?? {};
  const { $ref: reference, ...own } = part;
  const found = reference.slice(2).split('/')
    .reduce((node, key) => node?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], api);
  return { ...resolve(api, found), ...own };
}

export function bodyOf(api, operation) {
  const body = resolve(api, operation.requestBody);
  return body.content ? contentOf(api, body.content) : undefined;
}

export function answerOf(api, answer) {
  const found = resolve(api, answer);
  return { ...found, ...(found.content ? contentOf(api, found.content) : { fields: [], example: undefined }) };
}

function contentOf(api, content) {
  const [media] = Object.values(content);
  const schema = resolve(api, media.schema);
  const named = Object.values(media.examples ?? {})[0]?.value;
  return { fields: fieldsOf(api, schema), example: media.example ?? named ?? schema.example ?? schema.examples?.[0] };
}

function fieldsOf(api, schema, depth = 0) {
  const whole = merged(api, schema);
  return Object.entries(whole.properties ?? {}).flatMap(([name, property]) => {
    const field = resolve(api, property);
    const required = whole.required?.includes(name) ?? false;
    const inner = resolve(api, field.items ?? field);
    const nested = depth < depthMax && inner.properties ? fieldsOf(api, inner, depth + 1) : [];
    return [{ name, required, depth, schema: field, ...field }, ...nested];
  });
}

function merged(api, schema) {
  const parts = (schema.allOf ?? []).map((part) => merged(api, resolve(api, part)));
  return {
    properties: Object.assign({}, ...parts.map((part) => part.properties), schema.properties),
    required: [...parts.flatMap((part) => part.required ?? []), ...(schema.required ?? [])],
  };
}

function typeOf(api, given) {
  const schema = resolve(api, given);
  if (schema.type === 'array') return `${typeOf(api, schema.items)}[]`;
  if (schema.enum) return schema.enum.join(' | ');
  const type = [schema.type ?? 'object'].flat().filter((one) => one !== 'null').join(' | ');
  return schema.format ? `${type} (${schema.format})` : type;
}

/** Parameters or fields, one a row. */
export function fieldTable(api, fields) {
  const head = element('tr', {},
    ['name', 'type', 'meaning'].map((key) => element('th', { scope: 'col', textContent: word(key) })));
  const rows = fields.map((field) => element('tr', {},
    element('td', {}, element('code', {
      className: `${field.required ? 'required ' : ''}nested depth-${field.depth ?? 0}`,
      textContent: field.name,
      title: field.required ? word('required') : '',
    })),
    element('td', { textContent: (field.in ? `${field.in} · ` : '') + typeOf(api, field.schema) }),
    element('td', {}, ...prose(text(field)))));
  return element('table', {}, element('thead', {}, head), element('tbody', {}, rows));
}

export function exampleOf(example) {
  return typeof example === 'string' ? example : JSON.stringify(example, null, 2);
}
