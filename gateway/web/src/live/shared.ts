import { hub } from './hub';
import type { Ask } from './protocol';

// What runs in the shared worker. Its scope is not among the page's types.
const answer = hub();
const scope = self as unknown as { onconnect: ((event: MessageEvent) => void) | null };

scope.onconnect = ({ ports: [port] }) => {
  if (port) port.onmessage = (event: MessageEvent<Ask>) => answer(port, event.data);
};
