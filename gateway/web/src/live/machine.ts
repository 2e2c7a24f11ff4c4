// What a live list does, as a pure machine: every step gives the next state and, at most, one thing to do.

export type Connection = 'connecting' | 'live' | 'lost' | 'ended';

export interface Machine {
  connection: Connection;
  /** Connections in a row that came to nothing. */
  failures: number;
  /** When contact was lost; null while there is contact, and before the first. */
  lostAt: number | null;
}

export type Happening =
  | { is: 'open' | 'lost'; at: number }
  /** The session is over, or the stream was refused for another reason that time does not mend. */
  | { is: 'ended'; at: number }
  /** Something that makes a new try worth it: the network is back, the page is looked at, a new sign-in. */
  | { is: 'nudge' };

export type Effect = { do: 'connect'; afterMilliseconds: number } | null;

export const unconnected: Machine = { connection: 'connecting', failures: 0, lostAt: null };

const firstWaitMilliseconds = 500;
const waitMillisecondsMax = 15_000;

/** One step. `random` from 0 to 1 spreads the browsers of a whole hospital over time. */
export function next(machine: Machine, happening: Happening, random: number): [Machine, Effect] {
  switch (happening.is) {
    case 'open':
      return [{ connection: 'live', failures: 0, lostAt: null }, null];
    case 'lost': {
      const wait = Math.min(waitMillisecondsMax, firstWaitMilliseconds * 2 ** machine.failures);
      return [
        { connection: 'lost', failures: machine.failures + 1, lostAt: machine.lostAt ?? happening.at },
        { do: 'connect', afterMilliseconds: Math.round(wait * (0.5 + random / 2)) },
      ];
    }
    case 'ended':
      return [{ ...machine, connection: 'ended', lostAt: machine.lostAt ?? happening.at }, null];
    case 'nudge':
      return machine.connection === 'live' || machine.connection === 'connecting'
        ? [machine, null]
        : [{ ...machine, failures: 0 }, { do: 'connect', afterMilliseconds: 0 }];
  }
}

/** After so long without a word from the service, what is shown may be old although the connection stands. */
export const staleAfterMilliseconds = 45_000;

export function isStale(asOf: number | null, now: number): boolean {
  return asOf === null || now - asOf > staleAfterMilliseconds;
}
