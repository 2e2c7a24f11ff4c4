import * as api from './api';
import * as outbox from './model/outbox';
import type { Outbox, Pending } from './model/outbox';
import { ask, current, ended } from './session';
import { state } from './state';
import type { Problem } from './types';

const place = 'naravard.outbox';
const retryMilliseconds = 4_000;

/** All that waits. It is kept in this tab's own storage, which is gone when the tab is closed. */
export const pending = state<Outbox>(outbox.restored(sessionStorage.getItem(place)));
pending.watch(() => sessionStorage.setItem(place, JSON.stringify(pending.get())));

/** What came of a change at once. A kept one is on the page until it is done. */
export type Sent = { is: 'done'; body: unknown } | { is: 'refused'; problem: Problem } | { is: 'kept' };

const asked = new Map<string, (sent: Sent) => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Makes a change, once, as soon as the gateway lets it. */
export function submit(label: string, subject: string, write: api.Write): Promise<Sent> {
  const session = current();
  const key = crypto.randomUUID();
  const change: Pending = {
    key, label, subject, write, owner: session?.userName ?? '', ownerName: session?.name ?? '', askedAt: Date.now(),
    state: 'waiting', problem: null,
  };
  return new Promise((answer) => {
    asked.set(key, answer);
    pending.change((all) => [...all, change]);
    if (outbox.nextToSend(pending.get(), change.owner)?.key !== key) tellKept(key);
    void pump();
  });
}

/** Sends what waits, one after the other, until nothing does or nobody answers. */
export async function pump(): Promise<void> {
  clearTimeout(timer);
  for (let session = current(); session; session = current()) {
    const next = outbox.nextToSend(pending.get(), session.userName);
    if (!next) return;
    pending.change((all) => outbox.withState(all, next.key, 'sending', null));
    const result = await api.send(next.write, next.key, session.antiForgery);
    const hears = asked.get(next.key);
    const isOut = result.is === 'refused' && result.problem.status === 401;
    // Whoever waits for the answer shows the reason, and keeps the text; later the tray does.
    const isTold = hears !== undefined && (isOut || !outbox.mayYetBeDone(result));
    pending.change((all) => (isTold ? outbox.without(all, next.key) : outbox.settled(all, next.key, result)));
    if (isTold) {
      asked.delete(next.key);
      hears(result as Sent);
    }
    if (isOut) return ended();
    if (outbox.mayYetBeDone(result)) {
      tellKept(next.key);
      if (result.is === 'refused' && result.problem.code === 'anti-forgery') await ask();
      timer = setTimeout(() => void pump(), retryMilliseconds);
      return;
    }
  }
}

/** Tries one again that was refused. */
export function retry(key: string): void {
  pending.change((all) => outbox.withState(all, key, 'waiting', null));
  void pump();
}

export function giveUp(key: string): void {
  pending.change((all) => outbox.without(all, key));
  void pump();
}

function tellKept(key: string): void {
  asked.get(key)?.({ is: 'kept' });
  asked.delete(key);
}

addEventListener('online', () => void pump());
// A page that is left with changes on it says so first; the tab's storage would be gone with the tab.
addEventListener('beforeunload', (event) => {
  if (pending.get().some((change) => change.owner === current()?.userName)) event.preventDefault();
});
