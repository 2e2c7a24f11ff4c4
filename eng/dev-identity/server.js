// One HTTP listener on the loopback address, with everything under /realms/<name> as Keycloak has it.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { loadKeys } from './keys.js';
import { login } from './login.js';
import { createProvider } from './provider.js';
import { readRealm } from './realm.js';
import { isSignOut, signOut } from './sign-out.js';
import { userinfo } from './userinfo.js';

export async function start({ port, realmFile, keyFolder, publicAddress, variables }) {
  const realm = await readRealm(realmFile, variables);
  const keys = await loadKeys(keyFolder);
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  const prefix = `/realms/${realm.name}`;
  const issuer = `${publicAddress ?? `http://127.0.0.1:${server.address().port}`}${prefix}`;
  const provider = createProvider({ issuer, realm, keys });
  const answer = provider.callback();
  const answerUserinfo = userinfo({ issuer, realm, keys });

  server.on('request', (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/healthz') return response.end('ready\n');
    if (!pathname.startsWith(`${prefix}/`)) return response.writeHead(404).end();
    if (pathname.startsWith(`${prefix}/login/`)) {
      return login(provider, realm, request, response)
        .catch(() => response.writeHead(400).end('Börja om. / Start again.'));
    }
    if (pathname === `${prefix}/protocol/openid-connect/userinfo`) return answerUserinfo(request, response);
    if (isSignOut(request, `${prefix}/protocol/openid-connect/logout`)) return signOut(provider, request, response);
    request.originalUrl = request.url;
    request.baseUrl = prefix;
    request.url = request.url.slice(prefix.length);
    return answer(request, response);
  });

  return {
    issuer,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}
