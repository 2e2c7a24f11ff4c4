// node main.js --port 8180 [--realm charts/naravard/realm.json] [--keys .local/dev-identity] [--public http://…]
// Stands in for Keycloak on a laptop. Prints one line when it is ready; every password is in the realm file.
import { parseArgs } from 'node:util';
import { start } from './server.js';

if (process.env.NODE_ENV === 'production') {
  console.error('dev-identity is for a laptop and refuses to run with NODE_ENV=production: use Keycloak.');
  process.exit(1);
}

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8180' },
    realm: { type: 'string', default: new URL('../../charts/naravard/realm.json', import.meta.url).pathname },
    keys: { type: 'string', default: new URL('../../.local/dev-identity', import.meta.url).pathname },
    public: { type: 'string' },
  },
});

try {
  const server = await start({
    port: Number(values.port), realmFile: values.realm, keyFolder: values.keys, publicAddress: values.public,
  });
  console.log(`dev-identity ready: ${server.issuer}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close().then(() => process.exit(0)));
} catch (fault) {
  console.error(`dev-identity cannot start: ${fault.message}`);
  process.exit(1);
}
