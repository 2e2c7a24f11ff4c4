import { dayOf } from '../format';
import type { Handoff } from '../types';
import { leftUnseen } from './thresholds';

export interface Shift {
  /** How many of today led to what, most first. */
  outcomes: readonly (readonly [kind: string, count: number])[];
  received: number;
  answered: number;
  leftUnseen: number;
  /** Median minutes; null when there is none to count. */
  toTaken: number | null;
  toAnswer: number | null;
}

/** What a day led to: the local day of the one who looks, by when each thing happened. */
export function shiftOf(rows: Iterable<Handoff>, now: number): Shift {
  const today = dayOf(now);
  const isToday = (at: string | undefined): at is string => at !== undefined && dayOf(at) === today;
  const counts = new Map<string, number>();
  const taken: number[] = [];
  const answers: number[] = [];
  let [received, answered, unseen] = [0, 0, 0];
  for (const row of rows) {
    if (isToday(row.receivedAt)) received++;
    if (isToday(row.acknowledgedAt)) taken.push(minutes(row.receivedAt, row.acknowledgedAt));
    if (leftUnseen(row) && isToday(row.closedAt)) unseen++;
    if (!row.outcome || !isToday(row.answeredAt)) continue;
    answered++;
    counts.set(row.outcome.kind, (counts.get(row.outcome.kind) ?? 0) + 1);
    if (row.acknowledgedAt) answers.push(minutes(row.acknowledgedAt, row.answeredAt));
  }
  return {
    outcomes: [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)),
    received, answered, leftUnseen: unseen, toTaken: median(taken), toAnswer: median(answers),
  };
}

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const minutes = (from: string, to: string) => Math.max(0, (Date.parse(to) - Date.parse(from)) / 60_000);
