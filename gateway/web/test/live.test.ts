import { describe, expect, it } from 'vitest';
import { Feed, type Source } from '../src/live/feed';
import { isStale, next, unconnected } from '../src/live/machine';
import { after, blank, joined, withRead, type Picture } from '../src/live/picture';
import type { Handoff, Step } from '../src/types';
import { made, noon } from './made';

const step = (kind: string, more: Partial<Step<Handoff>> = {}): Step<Handoff> =>
  ({ kind: `CHANGE_KIND_${kind}`, cursor: '', ...more }) as Step<Handoff>;
const row = (id: string, version = '1') => made(id, 'RECEIVED', 'GREEN', 1, { version });
const all = (picture: Picture<Handoff>) => [...picture.rows.values()].map((r) => `${r.handoffId}${r.version}`).join();

describe('the picture of a live list', () => {
  const whole = [
    step('SNAPSHOT', { handoff: row('a') }), step('SNAPSHOT', { handoff: row('b') }),
    step('SNAPSHOT_END', { cursor: 'c1', asOf: '2026-11-22T11:00:00Z' }),
  ].reduce(after<Handoff>, blank);

  it('is there when it is whole, and not before', () => {
    expect(after(blank as Picture<Handoff>, step('SNAPSHOT', { handoff: row('a') })).rows.size).toBe(0);
    expect([all(whole), whole.cursor, whole.asOf]).toEqual(['a1,b1', 'c1', noon]);
  });

  it('takes changes and removals, and remembers where', () => {
    const changed = after(whole, step('CHANGED', { handoff: row('a', '2'), cursor: 'c2' }));
    expect([all(changed), changed.cursor]).toEqual(['a2,b1', 'c2']);
    expect(all(after(changed, step('REMOVED', { removedHandoffId: 'a' })))).toBe('b1');
  });

  it('keeps the old rows until a new picture is whole', () => {
    const reset = after(after(whole, step('RESET')), step('SNAPSHOT', { handoff: row('c') }));
    expect([all(reset), reset.cursor]).toEqual(['a1,b1', '']);
    expect(all(after(reset, step('SNAPSHOT_END', { cursor: 'c9' })))).toBe('c1');
  });

  it('never goes back to an older version that was read otherwise', () => {
    const changed = after(whole, step('CHANGED', { handoff: row('a', '10') }));
    expect(all(withRead(changed, [row('a', '9'), row('c')]))).toBe('a10,b1,c1');
  });

  it('keeps what was read before others told theirs, until theirs is whole', () => {
    const closed = made('z', 'CLOSED', 'GREEN', 1);
    const here = withRead(blank as Picture<Handoff>, [row('a', '3'), row('c'), closed]);
    expect(all(joined(here, blank))).toBe('a3,c1,z1');
    expect(all(joined(here, whole))).toBe('a3,b1,z1');
  });
});

describe('the connection', () => {
  it('waits longer after each failure, and not for ever', () => {
    let machine = unconnected;
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      const [now, effect] = next(machine, { is: 'lost', at: i }, 1);
      machine = now;
      waits.push(effect!.afterMilliseconds);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
    expect(machine.lostAt).toBe(0);
    expect(next(machine, { is: 'open', at: 9 }, 1)[0]).toEqual({ connection: 'live', failures: 0, lostAt: null });
  });

  it('tries at once when there is a reason to, and does nothing when it stands', () => {
    const [lost] = next(unconnected, { is: 'lost', at: 1 }, 1);
    expect(next(lost, { is: 'nudge' }, 1)[1]).toEqual({ do: 'connect', afterMilliseconds: 0 });
    const [live] = next(lost, { is: 'open', at: 2 }, 1);
    expect(next(live, { is: 'nudge' }, 1)).toEqual([live, null]);
  });

  it('does not try by itself when the session is over', () => {
    const [ended, effect] = next(unconnected, { is: 'ended', at: 1 }, 1);
    expect([ended.connection, effect]).toEqual(['ended', null]);
  });

  it('is another thing than freshness', () => {
    expect([isStale(null, noon), isStale(noon - 10_000, noon), isStale(noon - 60_000, noon)])
      .toEqual([true, false, true]);
  });
});

describe('a feed', () => {
  function surroundings() {
    const opened: { cursor: string; source: Source }[] = [];
    const timers = new Map<number, { at: number; act: () => void }>();
    let [now, id] = [0, 0];
    return {
      opened,
      open(cursor: string) {
        const source: Source = { onopen: null, onmessage: null, onerror: null, close: () => undefined };
        opened.push({ cursor, source });
        return source;
      },
      now: () => now,
      random: () => 1,
      later(milliseconds: number, act: () => void) {
        const timer = ++id;
        timers.set(timer, { at: now + milliseconds, act });
        return () => void timers.delete(timer);
      },
      pass(milliseconds: number) {
        now += milliseconds;
        for (const [timer, { at, act }] of [...timers]) {
          if (at <= now && timers.delete(timer)) act();
        }
      },
    };
  }
  const say = (source: Source, told: Step<Handoff>) => source.onmessage?.({ data: JSON.stringify(told) });

  it('catches up from its cursor after a loss', () => {
    const around = surroundings();
    const feed = new Feed<Handoff>(around, () => undefined);
    around.opened[0]!.source.onopen?.();
    say(around.opened[0]!.source, step('SNAPSHOT_END', { cursor: 'c1' }));
    around.opened[0]!.source.onerror?.({});
    expect(feed.machine.connection).toBe('lost');

    around.pass(500);
    around.opened[1]!.source.onopen?.();
    say(around.opened[1]!.source, step('CHANGED', { handoff: row('a'), cursor: 'c2' }));

    expect([around.opened[1]!.cursor, feed.machine.connection, all(feed.picture)]).toEqual(['c1', 'live', 'a1']);
  });

  it('finds out that a line is dead although nobody says so', () => {
    const around = surroundings();
    const feed = new Feed<Handoff>(around, () => undefined);
    around.opened[0]!.source.onopen?.();
    around.pass(61_000);
    expect(feed.machine.connection).toBe('lost');
    around.pass(500);
    expect(around.opened.length).toBe(2);
  });

  it('ends with the session, and begins again when asked to', () => {
    const around = surroundings();
    const feed = new Feed<Handoff>(around, () => undefined);
    around.opened[0]!.source.onerror?.({ data: '{"status":401}' });
    around.pass(120_000);
    expect([feed.machine.connection, around.opened.length]).toEqual(['ended', 1]);

    feed.nudge();
    around.pass(0);
    expect(around.opened.length).toBe(2);
  });
});
