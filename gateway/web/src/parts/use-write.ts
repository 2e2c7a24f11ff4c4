import { useState } from 'preact/hooks';
import type { Write } from '../api';
import type { Problem } from '../types';
import { submit, type Sent } from '../writes';
import { say } from './said';

export interface Writing {
  busy: boolean;
  problem: Problem | null;
  /** Makes the change and says what came of it; whether it is done, or kept to be done. */
  run(label: string, subject: string, write: Write, done: string): Promise<Sent>;
}

/** A change that a part of the page makes, and what is in its way. */
export function useWrite(): Writing {
  const [busy, setBusy] = useState(false);
  const [problem, tell] = useState<Problem | null>(null);
  return {
    busy,
    problem,
    async run(label, subject, write, done) {
      setBusy(true);
      tell(null);
      const sent = await submit(label, subject, write);
      setBusy(false);
      if (sent.is === 'done') say(done);
      else if (sent.is === 'kept') say(`${label}: sparad här, skickas så snart det går.`);
      else tell(sent.problem);
      return sent;
    },
  };
}
