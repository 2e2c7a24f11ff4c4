import { describe, expect, it } from 'vitest';
import { duration, instantOf, nextAt, nextDays, timeOfDay } from '../src/format';
import { neededBy, noAnswer, outcomeOf } from '../src/model/answer';
import { meaning, type Action } from '../src/model/meaning';
import { median, shiftOf } from '../src/model/shift';
import { made, minutesAgo, noon } from './made';

describe('times', () => {
  it('are Swedish clocks, summer and winter', () => {
    expect(instantOf('2026-07-01', '17:30')).toBe('2026-07-01T15:30:00.000Z');
    expect(instantOf('2026-12-01', '1730')).toBe('2026-12-01T16:30:00.000Z');
    expect(instantOf('2026-12-01', '25:00')).toBeNull();
  });

  it('hold on the days when the clocks change', () => {
    expect(instantOf('2026-03-29', '01:30')).toBe('2026-03-29T00:30:00.000Z');
    expect(instantOf('2026-03-29', '04:00')).toBe('2026-03-29T02:00:00.000Z');
    expect(instantOf('2026-10-25', '04:00')).toBe('2026-10-25T03:00:00.000Z');
  });

  it('that have passed today are tomorrow’s', () => {
    expect(nextAt('12:30', noon)).toBe('2026-11-22T11:30:00.000Z');
    expect(nextAt('11:30', noon)).toBe('2026-11-23T10:30:00.000Z');
    expect(nextAt('', noon)).toBeNull();
  });

  it('are read as people type them, and said as people say them', () => {
    expect(['1730', '17.30', '730'].map(timeOfDay)).toEqual(['17:30', '17:30', '07:30']);
    expect([5, 125, 5000].map(duration)).toEqual(['5 min', '2 h 5 min', '3 dygn']);
    expect(nextDays(noon, 2)).toEqual([['2026-11-22', 'i dag'], ['2026-11-23', 'i morgon']]);
  });
});

describe('an answer', () => {
  it('has what its kind needs, whatever else was typed', () => {
    const typed = { ...noAnswer, what: 'Hemtjänst', referredTo: 'Vårdcentralen', catalogueCode: 'x' };
    expect(outcomeOf({ ...typed, kind: 'OUTCOME_KIND_REFERRED_ELSEWHERE' })).toEqual(
      { kind: 'OUTCOME_KIND_REFERRED_ELSEWHERE', referredTo: 'Vårdcentralen' });
    expect(outcomeOf({ ...typed, kind: 'OUTCOME_KIND_NO_EFFORT' })).toEqual({ kind: 'OUTCOME_KIND_NO_EFFORT' });
    expect(neededBy('OUTCOME_KIND_EFFORT_ON_HOMECOMING')).toEqual(['start']);
  });
});

describe('the sums of a shift', () => {
  it('count today’s answers by kind, and medians', () => {
    const kind = 'OUTCOME_KIND_ADVISORY_TALK';
    const outcome = { kind, catalogueCode: '', referredTo: '' } as const;
    const rows = [20, 30, 50].map((minutes, i) => made(`a${i}`, 'ANSWERED', 'GREEN', minutes, {
      acknowledgedAt: minutesAgo(minutes - 10), answeredAt: minutesAgo(5), outcome,
    }));
    const yesterday = made('y', 'CLOSED', 'GREEN', 1500, { answeredAt: minutesAgo(1450), outcome });
    const left = made('l', 'CLOSED', 'GREEN', 9, { endReason: 'END_REASON_LEFT', closedAt: minutesAgo(1) });
    expect(shiftOf([...rows, yesterday, left], noon)).toEqual({
      outcomes: [[kind, 3]], received: 4, answered: 3, leftUnseen: 1, toTaken: 10, toAnswer: 15,
    });
  });

  it('have no median of nothing', () => {
    expect([median([]), median([3]), median([4, 1])]).toEqual([null, 3, 2.5]);
  });
});

describe('keys', () => {
  const action = (keys: string): Action => ({ keys, name: keys, run: () => undefined });

  it('mean one action, or the beginning of one', () => {
    const all = [action('n'), action('g t'), action('n')];
    expect(meaning(all, 'n')).toBe(all[2]);
    expect(meaning(all, 'g')).toBe('more');
    expect(meaning(all, 'g t')).toBe(all[1]);
    expect(meaning(all, 'x')).toBeNull();
  });
});
