import type { Colour, Handoff, State } from '../types';

/** How a time stands: all right, soon too long, too long. */
export type Stage = 'calm' | 'soon' | 'late';

type Steps = readonly [soon: number, late: number];

// Minutes in a status before it is marked, in two steps. They mark rows and nothing else: when a desk has to take a
// handoff is the desk's own target, which the service counts.
const minutes: Record<'RECEIVED' | 'ACKNOWLEDGED' | 'STARTED', Record<Colour, Steps>> = {
  RECEIVED: { RED: [0, 5], ORANGE: [5, 10], YELLOW: [8, 15], GREEN: [10, 20], BLUE: [15, 30] },
  ACKNOWLEDGED: { RED: [5, 10], ORANGE: [15, 30], YELLOW: [20, 40], GREEN: [30, 60], BLUE: [45, 90] },
  STARTED: { RED: [15, 30], ORANGE: [30, 60], YELLOW: [45, 90], GREEN: [60, 120], BLUE: [90, 180] },
};

const leaveSoonMinutes = 30;

export function stateOf(handoff: { state: string }): State {
  return handoff.state.replace('HANDOFF_STATE_', '') as State;
}

/** The ER's colour; absent when the consent is withdrawn. */
export function colourOf(handoff: Handoff): Colour | null {
  const colour = handoff.need?.triageColour.replace('TRIAGE_COLOUR_', '');
  return colour === undefined || colour === 'UNSPECIFIED' ? null : (colour as Colour);
}

/** Whole minutes from one time to another; never negative, since clocks differ a little. */
export function minutesBetween(from: string, to: number): number {
  return Math.max(0, Math.floor((to - Date.parse(from)) / 60_000));
}

/** When the handoff came to the status that it is in. */
export function inStatusSince(handoff: Handoff): string {
  return handoff.history.findLast((entry) => entry.state === handoff.state)?.at ?? handoff.receivedAt;
}

/** How long it has been in its status, judged by colour and status. */
export function stageOf(handoff: Handoff, now: number): Stage {
  const state = stateOf(handoff);
  if (state === 'ANSWERED' || state === 'CLOSED') return 'calm';
  if (handoff.isOverdue || isPastDue(handoff, now)) return 'late';
  const [soon, late] = minutes[state][colourOf(handoff) ?? 'GREEN'];
  const waited = minutesBetween(inStatusSince(handoff), now);
  return waited >= late ? 'late' : waited >= soon ? 'soon' : 'calm';
}

/** Nobody has taken it, and the desk's own target has passed. */
export function isPastDue(handoff: Handoff, now: number): boolean {
  return stateOf(handoff) === 'RECEIVED' && handoff.dueAt !== undefined && Date.parse(handoff.dueAt) <= now;
}

/** How near the person's way home is, as long as there is no answer. */
export function leaveStageOf(handoff: Handoff, now: number): Stage {
  const leave = handoff.need?.expectedLeaveAt;
  const state = stateOf(handoff);
  if (leave === undefined || state === 'ANSWERED' || state === 'CLOSED') return 'calm';
  const left = (Date.parse(leave) - now) / 60_000;
  return left <= 0 ? 'late' : left <= leaveSoonMinutes ? 'soon' : 'calm';
}

// As long as somebody may still be at work who looked away when the person left.
const leftShownMinutes = 12 * 60;

/** Somebody left unseen, so lately that the desk may not know it yet. */
export function leftLately(handoff: Handoff, now: number): boolean {
  return leftUnseen(handoff) && minutesBetween(handoff.closedAt ?? handoff.receivedAt, now) < leftShownMinutes;
}

/** Went from the ER before anybody at the desk had taken it. */
export function leftUnseen(handoff: Handoff): boolean {
  return handoff.endReason === 'END_REASON_LEFT' && handoff.acknowledgedAt === undefined;
}
