import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { realmFile } from './running.js';

// The same kind of person in the words of two sign-in services.
const sambi = Object.fromEntries(Object.entries({
  employeeHsaId: 'SE9900017808-101', careUnitHsaId: 'SE9900017808-BISTAND', careProviderHsaId: 'SE9900017808-VG',
  commissionPurpose: 'Administration', title: 'Biståndsbedömare', givenName: 'Bibbi', surname: 'Högman',
  systemRole: 'NARAVARD;bistandsbedomare',
}).map(([name, value]) => [`http://sambi.se/attributes/1/${name}`, value]));
const claims = {
  employeeHsaId: 'SE9900000176-101', careUnitHsaId: 'SE9900000176-CSKAKUT', careProviderHsaId: 'SE9900000176-VG',
  commissionPurpose: 'Vård och behandling', title: 'Sjuksköterska', givenName: 'Eva', surname: 'Sandgren',
  systemRole: 'NARAVARD;er-staff', organization: 'kommun:1780',
};

const systemRole = 'http://sambi.se/attributes/1/systemRole';

/** What Keycloak's own mappers make of an assertion's attributes or a token's claims. */
function brokered(realm, alias, told) {
  const person = { attributes: {}, roles: [] };
  for (const { identityProviderMapper: kind, config } of mappersOf(realm, alias)) {
    const name = config['attribute.name'] ?? config.claim;
    const wanted = config['claim.value'] ?? config['attribute.value'];
    if (kind === 'hardcoded-attribute-idp-mapper') person.attributes[config.attribute] = config['attribute.value'];
    else if (/^(saml|oidc)-user-attribute-idp-mapper$/.test(kind)) {
      if (told[name] !== undefined) person.attributes[config['user.attribute']] = told[name];
    } else if (/^(saml|oidc)-role-idp-mapper$/.test(kind)) {
      if (told[name] === wanted) person.roles.push(config.role);
    } else assert.fail(`unknown mapper ${kind}`);
  }
  return person;
}

const mappersOf = (realm, alias) =>
  realm.identityProviderMappers.filter(({ identityProviderAlias }) => identityProviderAlias === alias);

const realm = JSON.parse(await readFile(realmFile, 'utf8'));

describe('signing in through another service', () => {
  it('gives all that a token is made of, in either dialect', () => {
    const needed = realm.clientScopes.flatMap(({ protocolMappers }) => protocolMappers)
      .filter(({ protocolMapper }) => protocolMapper === 'oidc-usermodel-attribute-mapper')
      .map(({ config }) => config['user.attribute']).filter((name) => name !== 'username')
      .concat('firstName', 'lastName').sort();

    for (const [alias, told] of [['karlstad', sambi], ['region-varmland', claims]]) {
      assert.deepEqual(Object.keys(brokered(realm, alias, told).attributes).sort(), needed);
    }
    assert.deepEqual(brokered(realm, 'karlstad', sambi), {
      attributes: {
        organization: 'kommun:1780', hsa_id: 'SE9900017808-101', unit: 'SE9900017808-BISTAND',
        caregiver: 'SE9900017808-VG', purpose: 'Administration', title: 'Biståndsbedömare', firstName: 'Bibbi',
        lastName: 'Högman',
      },
      roles: ['bistandsbedomare'],
    });
    assert.deepEqual(brokered(realm, 'region-varmland', claims).roles, ['er-staff']);
  });

  it('takes the organisation from whom it trusts, whatever is told', () => {
    assert.equal(brokered(realm, 'region-varmland', claims).attributes.organization, 'region:17');
    assert.equal(brokered(realm, 'karlstad', { ...sambi, organization: 'region:17' }).attributes.organization,
      'kommun:1780');
  });

  it('gives no role that is not told, and only roles that there are', () => {
    assert.deepEqual(brokered(realm, 'karlstad', {}).roles, []);
    assert.deepEqual(brokered(realm, 'karlstad', { ...sambi, [systemRole]: 'OTHER;admin' }).roles, []);
    const roles = new Set(realm.roles.realm.map(({ name }) => name));
    for (const { config } of realm.identityProviderMappers) assert.ok(!config.role || roles.has(config.role));
  });

  it('follows what the other service says at each sign-in, and asks for an assurance by name', () => {
    for (const { alias, config } of realm.identityProviders) {
      assert.equal(config.syncMode, 'FORCE');
      assert.equal(config.validateSignature, 'true');
      assert.match(config.authnContextClassRefs ?? config.acrValues, /loa3/);
      for (const mapper of mappersOf(realm, alias)) assert.equal(mapper.config.syncMode, 'FORCE');
    }
  });
});
