// Reads a Keycloak realm export as Keycloak's own import does, placeholders ${NAME:default} included.
import { readFile } from 'node:fs/promises';
import { assertSupported } from './mappers.js';

const placeholder = /\$\{([A-Z0-9_]+):([^}]*)\}/g;

export async function readRealm(file, variables = process.env) {
  const text = await readFile(file, 'utf8');
  const raw = JSON.parse(text.replaceAll(placeholder, (_, name, fallback) => variables[name] ?? fallback));
  return new Realm(raw);
}

export class Realm {
  constructor(raw) {
    this.name = raw.realm;
    this.displayName = raw.displayName ?? raw.realm;
    this.accessTokenSeconds = raw.accessTokenLifespan ?? 300;
    this.sessionSeconds = raw.ssoSessionMaxLifespan ?? 36000;
    this.idleSeconds = raw.ssoSessionIdleTimeout ?? 1800;
    this.rotatesRefreshTokens = raw.revokeRefreshToken === true;
    this.clients = raw.clients.filter((client) => client.enabled !== false);
    this.users = raw.users.filter((user) => user.enabled !== false);
    this.roles = new Set(raw.roles.realm.map((role) => role.name));
    this.scopes = new Map(raw.clientScopes.map((scope) => [scope.name, scope]));
    this.refuseWhatIsWrong();
  }

  client(id) {
    return this.clients.find((client) => client.clientId === id);
  }

  /** Someone who signs in with a password; service accounts never do. */
  person(username) {
    return this.people().find((user) => user.username === username?.trim().toLowerCase());
  }

  people() {
    return this.users.filter((user) => !user.serviceAccountClientId);
  }

  byId(id) {
    return this.users.find((user) => user.id === id);
  }

  serviceAccount(clientId) {
    return this.users.find((user) => user.serviceAccountClientId === clientId);
  }

  /** The mappers that shape a token for this client: those of its scopes, then its own. */
  mappersOf(client) {
    return [...client.defaultClientScopes.map((name) => this.scopes.get(name)), client]
      .flatMap((owner) => owner.protocolMappers ?? []);
  }

  refuseWhatIsWrong() {
    const faults = [];
    for (const user of this.users) {
      for (const role of user.realmRoles ?? []) {
        if (!this.roles.has(role)) faults.push(`user ${user.username} has the unknown role ${role}`);
      }
    }
    for (const client of this.clients) {
      for (const scope of client.defaultClientScopes ?? []) {
        if (!this.scopes.has(scope)) faults.push(`client ${client.clientId} has the unknown scope ${scope}`);
      }
      if (client.serviceAccountsEnabled && !this.serviceAccount(client.clientId)) {
        faults.push(`client ${client.clientId} has no service account among the users`);
      }
    }
    if (faults.length > 0) throw new Error(faults.join('; '));
    for (const client of this.clients) this.mappersOf(client).forEach(assertSupported);
  }
}
