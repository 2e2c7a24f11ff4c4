import { state } from './state';

/** The address within the client. */
export interface Place { path: string; query: string }

const here = (): Place => ({ path: location.pathname, query: location.search });

export const place = state<Place>(here());

let board = '/board';

/** The board with the filters that it was left with. */
export const boardAddress = (): string => board;

/** Goes to another screen, or to another state of this one (`replace`: without a step in the history). */
export function go(address: string, replace = false): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  place.change(here);
}

function remember(): void {
  const { path, query } = place.get();
  if (path === '/board') board = path + query;
}
remember();
place.watch(remember);

addEventListener('popstate', () => place.change(here));

// Links are plain links, which open in a new tab as well; a plain click stays on the page.
document.addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest?.('a');
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented || link.target || link.origin !== location.origin) return;
  if (/^\/(session|docs|openapi)/.test(link.pathname) || link.hash) return;
  event.preventDefault();
  go(link.pathname + link.search);
});
