import { state, type State } from '../state';
import type { Followed } from '../types';
import { hub } from './hub';
import { unconnected, type Machine } from './machine';
import { after, blank, joined, type Picture } from './picture';
import type { Ask, List, Word } from './protocol';

export interface Live<Row extends Followed> extends State<{ picture: Picture<Row>; machine: Machine }> {
  nudge(): void;
  close(): void;
}

/** Follows a list through the connection that all tabs share. */
export function follow<Row extends Followed>(list: List, owner: string): Live<Row> {
  const live = state<{ picture: Picture<Row>; machine: Machine }>({ picture: blank, machine: unconnected });
  const ask = channel((word) => live.change((was) => heard(was, word as Word<Row>)));
  const begin = () => ask({ ask: 'follow', list, owner });
  const nudge = () => ask({ ask: 'nudge' });
  const look = () => document.visibilityState === 'visible' && nudge();
  const leave = () => ask({ ask: 'leave' });
  begin();
  addEventListener('online', nudge);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', again);
  document.addEventListener('visibilitychange', look);

  function again(event: PageTransitionEvent): void {
    if (event.persisted) begin();
  }

  return {
    ...live,
    nudge,
    close() {
      leave();
      removeEventListener('online', nudge);
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', again);
      document.removeEventListener('visibilitychange', look);
    },
  };
}

function heard<Row extends Followed>(was: { picture: Picture<Row>; machine: Machine }, word: Word<Row>) {
  if (word.word === 'all') return { picture: joined(was.picture, word.picture), machine: word.machine };
  return { picture: word.step ? after(was.picture, word.step) : was.picture, machine: word.machine };
}

function channel(hear: (word: Word) => void): (ask: Ask) => void {
  if (typeof SharedWorker === 'undefined') {
    const answer = hub();
    const port = { postMessage: hear };
    return (ask) => answer(port, ask);
  }
  const shared = new SharedWorker(new URL('./shared.ts', import.meta.url), { type: 'module', name: 'naravard' });
  shared.port.onmessage = (event: MessageEvent<Word>) => hear(event.data);
  return (ask) => shared.port.postMessage(ask);
}
