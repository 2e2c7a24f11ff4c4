import * as api from './api';
import { state } from './state';
import type { Session } from './types';

export type SignedIn =
  | { is: 'unknown' }
  /** Nobody is signed in, or the session is over; `was` is the one whose texts are still on the page. */
  | { is: 'out'; was: Session | null }
  | { is: 'in'; session: Session };

export const signedIn = state<SignedIn>({ is: 'unknown' });

/** Asks the gateway who is signed in. Asking does not keep the session alive. */
export async function ask(): Promise<void> {
  const result = await api.session();
  if (result.is === 'done') become(result.body);
  else if (result.is === 'refused' && result.problem.status === 401) ended();
}

let isLeaving = false;

/** The session is over: said by any answer. What whoever did not want that has on the page stays. */
export function ended(): void {
  signedIn.change((was) =>
    (was.is === 'out' ? was : { is: 'out', was: was.is === 'in' && !isLeaving ? was.session : null }));
}

/** Signs out. Nothing stays on the page; where to go next, or null when nobody answered. */
export async function signOut(session: Session): Promise<string | null> {
  isLeaving = true;
  const result = await api.signOut(session.antiForgery);
  isLeaving = false;
  if (result.is !== 'done') return null;
  signedIn.change(() => ({ is: 'out', was: null }));
  return result.body.next;
}

/** Any call that the gateway lets through keeps the session alive; a live list does not. */
export async function stay(): Promise<void> {
  await api.desks();
  await ask();
}

/** How often at most a page says that it is used. */
export const stayEveryMilliseconds = 2 * 60_000;
let usedAt = 0;
let stayedAt = 0;
for (const use of ['pointerdown', 'keydown']) {
  addEventListener(use, () => { usedAt = Date.now(); }, { capture: true, passive: true });
}

/** Asks who is signed in; whoever has used the page since the last time, without a call, is not idle. */
export async function look(): Promise<void> {
  if (usedAt <= stayedAt || Date.now() - stayedAt < stayEveryMilliseconds) return ask();
  stayedAt = Date.now();
  return stay();
}

export function current(): Session | null {
  const now = signedIn.get();
  return now.is === 'in' ? now.session : null;
}

export const has = (session: Session, role: string): boolean => session.roles.includes(role);

function become(session: Session): void {
  const was = signedIn.get();
  const before = was.is === 'in' ? was.session : was.is === 'out' ? was.was : null;
  // Somebody else in another tab: nothing of the one before may stay on this page.
  if (before && before.userName !== session.userName) location.reload();
  else signedIn.change(() => ({ is: 'in', session }));
}
