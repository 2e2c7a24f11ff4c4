// Signing and cookie keys: made at the first start, kept in a folder that only the owner can read.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function loadKeys(folder) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'keys.json');
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (fault) {
    if (fault.code !== 'ENOENT') throw fault;
  }
  const keys = makeKeys();
  await writeFile(file, JSON.stringify(keys), { mode: 0o600, flag: 'wx' });
  return keys;
}

function makeKeys() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(8).toString('hex');
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  return { jwks: { keys: [jwk] }, cookies: [randomBytes(32).toString('base64url')] };
}
