// Keycloak's protocol mappers, those that the realm uses. A kind we do not know stops the start.
const kinds = {
  'oidc-sub-mapper': (user) => ({ sub: user.id }),
  'oidc-full-name-mapper': (user) => ({ name: fullName(user) }),
  'oidc-usermodel-attribute-mapper': (user, config) => ({
    [config['claim.name']]: config['user.attribute'] === 'username'
      ? user.username
      : user.attributes?.[config['user.attribute']]?.[0],
  }),
  'oidc-usermodel-realm-role-mapper': (user, config) => ({ [config['claim.name']]: user.realmRoles ?? [] }),
  'oidc-hardcoded-claim-mapper': (_, config) => ({ [config['claim.name']]: config['claim.value'] }),
  'oidc-audience-mapper': (_, config) => ({ aud: config['included.custom.audience'] }),
};

export function assertSupported(mapper) {
  if (!kinds[mapper.protocolMapper]) {
    throw new Error(`protocol mapper ${mapper.name} is of the kind ${mapper.protocolMapper}, which is not known here`);
  }
}

/** The claims that mappers put in one kind of token: 'access', 'id' or 'userinfo'. Dots in a claim name nest. */
export function claimsFor(kind, mappers, user) {
  const claims = {};
  for (const { protocolMapper, config } of mappers) {
    if (config[`${kind}.token.claim`] !== 'true') continue;
    for (const [name, value] of Object.entries(kinds[protocolMapper](user, config))) {
      if (value !== undefined && value !== '') nest(claims, name.split('.'), value);
    }
  }
  return claims;
}

function nest(target, [first, ...rest], value) {
  if (rest.length === 0) target[first] = value;
  else nest(target[first] ??= {}, rest, value);
}

function fullName(user) {
  return [user.firstName, user.lastName].filter(Boolean).join(' ') || undefined;
}
