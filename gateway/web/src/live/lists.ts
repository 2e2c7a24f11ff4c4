import * as api from '../api';
import { hearTime } from '../clock';
import { ask } from '../session';
import { state, type State } from '../state';
import type { Followed, Handoff, SentHandoff, Session } from '../types';
import { pump } from '../writes';
import { follow, type Live } from './follow';
import { withRead } from './picture';

// The live lists of whoever is signed in, each opened when a screen first needs it.

let owner = '';
let desk: Live<Handoff> | null = null;
let er: Live<SentHandoff> | null = null;

export const deskList = (session: Session): Live<Handoff> => {
  change(session);
  return (desk ??= watched(follow<Handoff>('desk', session.userName)));
};

export const erList = (session: Session): Live<SentHandoff> => {
  change(session);
  return (er ??= watched(follow<SentHandoff>('er', session.userName)));
};

/** Whether what was closed within the last days has been read. */
export const recent: State<'not-read' | 'reading' | 'read' | 'failed'> = state('not-read');

/** Adds what was answered and closed within the last days, which the live list begins without. */
export async function readRecent(session: Session): Promise<void> {
  if (recent.get() === 'reading') return;
  recent.change(() => 'reading');
  const result = await api.recentHandoffs();
  if (result.is === 'done') {
    deskList(session).change((was) => ({ ...was, picture: withRead(was.picture, result.body) }));
  }
  recent.change(() => (result.is === 'done' ? 'read' : 'failed'));
}

/** Adds what was closed to the ER's list. */
export async function readSent(session: Session): Promise<void> {
  const result = await api.sentHandoffs();
  if (result.is !== 'done') return;
  erList(session).change((was) => ({ ...was, picture: withRead(was.picture, result.body.handoffs) }));
}

/** After a new sign-in: what was refused may go on. */
export function reconnect(): void {
  desk?.nudge();
  er?.nudge();
}

function change(session: Session): void {
  if (owner === session.userName) return;
  desk?.close();
  er?.close();
  desk = er = null;
  owner = session.userName;
}

function watched<Row extends Followed>(live: Live<Row>): Live<Row> {
  let connection = live.get().machine.connection;
  let asOf: number | null = null;
  live.watch(() => {
    const now = live.get();
    if (now.picture.asOf !== null && now.picture.asOf !== asOf) {
      if (asOf !== null) hearTime(new Date(now.picture.asOf).toISOString());
      asOf = now.picture.asOf;
    }
    if (now.machine.connection === connection) return;
    connection = now.machine.connection;
    // Contact is back: so may be what waits. Contact is lost: perhaps since the session is over.
    if (connection === 'live') void pump();
    else void ask();
  });
  return live;
}
