import type { Followed, Step } from '../types';
import type { Machine } from './machine';
import type { Picture } from './picture';

/** Which list: the kommun's desk, or the ER's own. */
export type List = 'desk' | 'er';

/** From a tab to the one who holds the connection. */
export type Ask =
  /** `owner` is who is signed in: another person's list is never shown. */
  | { ask: 'follow'; list: List; owner: string }
  | { ask: 'nudge' }
  | { ask: 'leave' };

/** To the tabs: all when one comes, then each step. */
export type Word<Row extends Followed = Followed> =
  | { word: 'all'; picture: Picture<Row>; machine: Machine }
  | { word: 'step'; step: Step<Row> | null; machine: Machine };
