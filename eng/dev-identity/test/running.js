// A dev-identity on a free port with the chart's own realm, and what tests do with it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../server.js';

export const realmFile = new URL('../../../charts/naravard/realm.json', import.meta.url).pathname;

export async function running(variables = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'dev-identity-'));
  const server = await start({ port: 0, realmFile, keyFolder: folder, variables });
  const endpoint = (name) => `${server.issuer}/protocol/openid-connect/${name}`;
  return {
    issuer: server.issuer,
    folder,
    endpoint,
    token: (form) => post(endpoint('token'), form),
    async stop() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

export async function post(address, form, headers = {}) {
  const response = await fetch(address, {
    method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual',
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, ...(text.startsWith('{') && JSON.parse(text)) };
}

/** A browser as far as sign-in goes: keeps cookies, follows redirects until they leave the issuer. */
export function browser() {
  const cookies = new Map();
  async function go(address, init = {}) {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...init.headers };
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const next = response.headers.get('location');
    if (!next) return { status: response.status, address, text: await response.text() };
    const { origin, href } = new URL(next, address);
    return origin === new URL(address).origin ? go(href) : { status: 302, address: href, text: '' };
  }
  return { go, submit: (address, form) => go(address, { method: 'POST', body: new URLSearchParams(form) }) };
}

export function claimsOf(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
}
