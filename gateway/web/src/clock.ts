import { state } from './state';

// The service's time, as the live list tells it: the clock of a shared computer may be wrong.
let aheadMilliseconds = 0;

export const serviceNow = (): number => Date.now() + aheadMilliseconds;

/** The time that the page shows; it moves every few seconds. */
export const now = state(serviceNow());

setInterval(() => now.change(serviceNow), 5_000);

/** Takes over the service's time from a word that was just said. */
export function hearTime(asOf: string): void {
  const ahead = Date.parse(asOf) - Date.now();
  // A word is a moment old when it is heard; only what is clearly more than that is a wrong clock.
  aheadMilliseconds = Math.abs(ahead) > 30_000 ? ahead : 0;
}
