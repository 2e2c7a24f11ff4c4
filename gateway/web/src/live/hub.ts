import { eventsAddress } from '../api';
import type { Followed } from '../types';
import { Feed, type Source } from './feed';
import type { Ask, List, Word } from './protocol';

// One for all tabs of the browser: it holds the one connection for each list, and ends with the last tab.

interface Post { postMessage(word: Word): void }

interface Shared {
  feed: Feed<Followed>;
  owner: string;
  ports: Set<Post>;
}

/** Answers what a tab asks. Without shared workers the page uses it for itself alone. */
export function hub(): (port: Post, ask: Ask) => void {
  const lists = new Map<List, Shared>();

  function leave(port: Post): void {
    for (const [list, shared] of lists) {
      shared.ports.delete(port);
      if (shared.ports.size > 0) continue;
      shared.feed.close();
      lists.delete(list);
    }
  }

  function follow(port: Post, list: List, owner: string): void {
    leave(port);
    let shared = lists.get(list);
    if (shared && shared.owner !== owner) {
      // Tabs of the one before are told nothing more; they find out that their session is over.
      shared.feed.close();
      shared = undefined;
    }
    if (shared) {
      shared.feed.nudge();
    } else {
      const ports = new Set<Post>();
      shared = { owner, ports, feed: open(list, ports) };
      lists.set(list, shared);
    }
    shared.ports.add(port);
    port.postMessage({ word: 'all', picture: shared.feed.picture, machine: shared.feed.machine });
  }

  return (port, ask) => {
    if (ask.ask === 'follow') follow(port, ask.list, ask.owner);
    else if (ask.ask === 'leave') leave(port);
    else for (const shared of lists.values()) if (shared.ports.has(port)) shared.feed.nudge();
  };
}

function open(list: List, ports: ReadonlySet<Post>): Feed<Followed> {
  return new Feed<Followed>(
    {
      open: (cursor) => new EventSource(eventsAddress(list, cursor)) as unknown as Source,
      now: () => Date.now(),
      random: () => Math.random(),
      later: (milliseconds, act) => {
        const timer = setTimeout(act, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    (told, step) => {
      for (const port of ports) port.postMessage({ word: 'step', step, machine: told.machine });
    },
  );
}
