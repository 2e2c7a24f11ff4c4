import type { Followed, Problem, Step } from '../types';
import { next, unconnected, type Happening, type Machine } from './machine';
import { after, blank, type Picture } from './picture';

/** The part of a browser's EventSource that a feed uses. */
export interface Source {
  onopen: (() => void) | null;
  onmessage: ((event: { data: string }) => void) | null;
  onerror: ((event: { data?: string }) => void) | null;
  close(): void;
}

export interface Surroundings {
  open(cursor: string): Source;
  now(): number;
  random(): number;
  later(milliseconds: number, act: () => void): () => void;
}

export interface Told<Row extends Followed> {
  picture: Picture<Row>;
  machine: Machine;
}

const silenceMillisecondsMax = 60_000;

/** A live list that mends itself: one connection, and after a loss a new one from the last cursor. */
export class Feed<Row extends Followed> {
  picture: Picture<Row> = blank;
  machine: Machine = unconnected;
  private source: Source | null = null;
  private cancel: (() => void) | null = null;
  private cancelSilence: (() => void) | null = null;

  constructor(
    private readonly around: Surroundings,
    private readonly tell: (told: Told<Row>, step: Step<Row> | null) => void,
  ) {
    this.connect();
  }

  nudge(): void {
    this.happens({ is: 'nudge' });
  }

  close(): void {
    this.cancel?.();
    this.drop();
  }

  private connect(): void {
    this.cancel = null;
    this.drop();
    const source = (this.source = this.around.open(this.picture.cursor));
    this.awaitWord();
    source.onopen = () => this.happens({ is: 'open', at: this.around.now() });
    source.onmessage = (event) => this.take(JSON.parse(event.data) as Step<Row>);
    // The server's own last word comes as an event with the name of the browser's: only the former has data.
    source.onerror = (event) => {
      this.drop();
      this.happens({ is: isFinal(event.data) ? 'ended' : 'lost', at: this.around.now() });
    };
  }

  private take(step: Step<Row>): void {
    this.awaitWord();
    this.picture = after(this.picture, step);
    this.tell(this, step);
  }

  private happens(happening: Happening): void {
    const [machine, effect] = next(this.machine, happening, this.around.random());
    this.machine = machine;
    if (effect) {
      this.cancel?.();
      this.cancel = this.around.later(effect.afterMilliseconds, () => this.connect());
    }
    this.tell(this, null);
  }

  /** A line can be dead without anybody saying so: a network card that is pulled out, a computer that slept. */
  private awaitWord(): void {
    this.cancelSilence?.();
    this.cancelSilence = this.around.later(silenceMillisecondsMax, () => {
      this.drop();
      this.happens({ is: 'lost', at: this.around.now() });
    });
  }

  private drop(): void {
    this.cancelSilence?.();
    this.cancelSilence = null;
    if (!this.source) return;
    this.source.onopen = this.source.onmessage = this.source.onerror = null;
    this.source.close();
    this.source = null;
  }
}

function isFinal(data: string | undefined): boolean {
  if (data === undefined) return false;
  const status = (JSON.parse(data) as Problem).status;
  return status === 401 || status === 403;
}
