import type { Colour, Handoff } from '../types';
import { colourOf, stateOf } from './thresholds';

export type Order = 'nyast' | 'behov' | 'hemgang';

const severity: Record<Colour, number> = { RED: 0, ORANGE: 1, YELLOW: 2, GREEN: 3, BLUE: 4 };
const groups = { RECEIVED: 0, ACKNOWLEDGED: 1, STARTED: 1, ANSWERED: 2, CLOSED: 3 };

export type Group = 'waiting' | 'working' | 'answered' | 'closed';
const names: readonly Group[] = ['waiting', 'working', 'answered', 'closed'];

/** Where on the board a handoff stands: those that nobody has taken are always first. */
export function groupOf(handoff: Handoff): Group {
  return names[groups[stateOf(handoff)]]!;
}

function severityOf(handoff: Handoff): number {
  const colour = colourOf(handoff);
  return colour === null ? 5 : severity[colour];
}

const newest = (a: Handoff, b: Handoff) => b.receivedAt.localeCompare(a.receivedAt);
const longestWait = (a: Handoff, b: Handoff) => a.receivedAt.localeCompare(b.receivedAt);
const leaveAt = (handoff: Handoff) => handoff.need?.expectedLeaveAt ?? '9999';

const within: Record<Order, (a: Handoff, b: Handoff) => number> = {
  nyast: newest,
  behov: (a, b) => severityOf(a) - severityOf(b) || longestWait(a, b),
  hemgang: (a, b) => leaveAt(a).localeCompare(leaveAt(b)) || longestWait(a, b),
};

/** The rows as the board shows them. The same rows give the same order, whatever order they came in. */
export function ordered(rows: Iterable<Handoff>, order: Order): Handoff[] {
  return [...rows].sort((a, b) =>
    groups[stateOf(a)] - groups[stateOf(b)] || within[order](a, b) || a.handoffId.localeCompare(b.handoffId));
}

/** What to take next: of those that nobody has, the most urgent colour, then the longest wait. */
export function nextUnhandled(rows: Iterable<Handoff>, after?: string): Handoff | null {
  const waiting = ordered([...rows].filter((row) => groupOf(row) === 'waiting'), 'behov');
  const at = waiting.findIndex((row) => row.handoffId === after);
  return waiting[(at + 1) % waiting.length] ?? null;
}
