import type { Result, Write } from '../api';
import type { Problem } from '../types';

/** A change that somebody has asked for, until it is done or given up. */
export interface Pending {
  /** The same in every try: the service does it once. */
  key: string;
  owner: string;
  ownerName: string;
  /** What it is, for people; nothing of a person is in it. */
  label: string;
  /** What it changes; the changes of one subject are made in the order in which they were asked for. */
  subject: string;
  write: Write;
  askedAt: number;
  state: 'waiting' | 'sending' | 'refused';
  problem: Problem | null;
}

export type Outbox = readonly Pending[];

/** What is to be sent now: the oldest of this person's that waits, one at a time, and none after one refused. */
export function nextToSend(outbox: Outbox, owner: string): Pending | null {
  const mine = outbox.filter((pending) => pending.owner === owner);
  if (mine.some((pending) => pending.state === 'sending')) return null;
  const blocked = new Set(mine.filter(({ state }) => state === 'refused').map(({ subject }) => subject));
  return mine.find((pending) => pending.state === 'waiting' && !blocked.has(pending.subject)) ?? null;
}

export function withState(outbox: Outbox, key: string, state: Pending['state'], problem: Problem | null): Outbox {
  return outbox.map((pending) => (pending.key === key ? { ...pending, state, problem } : pending));
}

export function without(outbox: Outbox, key: string): Outbox {
  return outbox.filter((pending) => pending.key !== key);
}

/** What another try may mend: nobody answered, the session is over, a service is down, too much at once. */
export function mayYetBeDone(result: Result<unknown>): boolean {
  if (result.is !== 'refused') return result.is === 'unreachable';
  const { status, code } = result.problem;
  return [401, 408, 429, 502, 503, 504].includes(status) || code === 'anti-forgery';
}

/** The outbox after an answer. What was refused stays, with the reason, until somebody has read it. */
export function settled(outbox: Outbox, key: string, result: Result<unknown>): Outbox {
  if (result.is === 'done') return without(outbox, key);
  if (mayYetBeDone(result)) return withState(outbox, key, 'waiting', null);
  return withState(outbox, key, 'refused', result.is === 'refused' ? result.problem : null);
}

/** What was stored; a page that was closed in the middle of sending does not know what came of it, and asks again. */
export function restored(text: string | null): Outbox {
  const stored = text === null ? [] : (JSON.parse(text) as Pending[]);
  return stored.map((pending) => (pending.state === 'sending' ? { ...pending, state: 'waiting' } : pending));
}
