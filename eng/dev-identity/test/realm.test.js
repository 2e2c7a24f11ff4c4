import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { redirectAllowed } from '../clients.js';
import { readRealm, Realm } from '../realm.js';
import { realmFile, running } from './running.js';

const roles = [
  'er-staff', 'bistandsbedomare', 'care-coordinator', 'clinician', 'municipal-nurse', 'unit-manager', 'dispatcher',
  'mobile-team', 'listing-admin', 'analyst', 'log-auditor', 'device-gateway', 'partner', 'resident', 'operator',
];

describe('the realm', () => {
  it('has exactly the roles of the design, each with somebody who holds it', async () => {
    const realm = await readRealm(realmFile, {});
    const held = new Set(realm.users.flatMap((user) => user.realmRoles));

    assert.deepEqual([...realm.roles], roles);
    assert.deepEqual(roles.filter((role) => !held.has(role)), []);
  });

  it('has a needs assessor in each of the sixteen municipalities, and two in Karlstad', async () => {
    const realm = await readRealm(realmFile, {});
    const desks = realm.people().filter((user) => user.realmRoles.includes('bistandsbedomare'))
      .map((user) => user.attributes.organization[0]);

    assert.equal(new Set(desks).size, 16);
    assert.equal(desks.filter((desk) => desk === 'kommun:1780').length, 2);
  });

  it('takes secrets from the environment, as Keycloak\'s import does', async () => {
    const realm = await readRealm(realmFile, { NARAVARD_ER_SYSTEM_SECRET: 'from outside' });

    assert.equal(realm.client('er-system').secret, 'from outside');
    assert.equal(realm.client('journal-system').secret, 'dev-journal-system');
  });

  it('is refused when it names a role, scope or mapper that is not there', async () => {
    const raw = () => readFile(realmFile, 'utf8').then(JSON.parse);
    const role = await raw(); role.users[0].realmRoles.push('king');
    const scope = await raw(); scope.clients[0].defaultClientScopes.push('moon');
    const mapper = await raw(); mapper.clientScopes[0].protocolMappers[0].protocolMapper = 'oidc-script-mapper';

    assert.throws(() => new Realm(role), /unknown role king/);
    assert.throws(() => new Realm(scope), /unknown scope moon/);
    assert.throws(() => new Realm(mapper), /oidc-script-mapper/);
  });
});

describe('the process', () => {
  it('refuses to run in production', async () => {
    const main = new URL('../main.js', import.meta.url).pathname;
    const run = promisify(execFile)(process.execPath, [main], { env: { ...process.env, NODE_ENV: 'production' } });

    await assert.rejects(run, /refuses to run with NODE_ENV=production/);
  });

  it('keeps its keys in a file that only the owner can read', async () => {
    const identity = await running();
    const { mode } = await stat(join(identity.folder, 'keys.json'));
    await identity.stop();

    assert.equal(mode & 0o777, 0o600);
  });
});

describe('redirect addresses', () => {
  for (const [wanted, expected] of [
    ['http://127.0.0.1:5000/signed-in', true], ['http://127.0.0.1/signed-in', true],
    ['http://127.0.0.1.evil.example/', false], ['http://127.0.0.1:80@evil.example/', false],
    ['http://127.0.0.1:5000/../x', false], ['https://127.0.0.1:5000/', false],
  ]) {
    it(`${expected ? 'allows' : 'refuses'} ${wanted}`, () => {
      assert.equal(redirectAllowed(['http://127.0.0.1/*'], wanted), expected);
    });
  }
});
