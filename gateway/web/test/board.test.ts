import { describe, expect, it } from 'vitest';
import { filtersOf, isShown, matches, noFilters, queryOf, type Filters } from '../src/model/filters';
import { nextUnhandled, ordered } from '../src/model/order';
import { inStatusSince, leaveStageOf, leftLately, leftUnseen, minutesBetween, stageOf } from '../src/model/thresholds';
import { made, minutesAgo, noon } from './made';

const ids = (rows: readonly { handoffId: string }[]) => rows.map((row) => row.handoffId).join(' ');

describe('the order of the board', () => {
  const rows = [
    made('taken', 'ACKNOWLEDGED', 'ORANGE', 1), made('old-green', 'RECEIVED', 'GREEN', 30),
    made('new-yellow', 'RECEIVED', 'YELLOW', 2), made('old-yellow', 'RECEIVED', 'YELLOW', 9),
    made('answered', 'ANSWERED', 'ORANGE', 0),
  ];

  it('has those first that nobody has taken, the newest above', () => {
    expect(ids(ordered(rows, 'nyast'))).toBe('new-yellow old-yellow old-green taken answered');
  });

  it('can be by colour, then by the longest wait', () => {
    expect(ids(ordered(rows, 'behov'))).toBe('old-yellow new-yellow old-green taken answered');
  });

  it('is the same for any order of coming', () => {
    expect(ids(ordered([...rows].reverse(), 'nyast'))).toBe(ids(ordered(rows, 'nyast')));
  });

  it('gives the most urgent as the next, and then the one after it, round', () => {
    expect(nextUnhandled(rows)?.handoffId).toBe('old-yellow');
    expect(nextUnhandled(rows, 'old-yellow')?.handoffId).toBe('new-yellow');
    expect(nextUnhandled(rows, 'old-green')?.handoffId).toBe('old-yellow');
    expect(nextUnhandled([])).toBeNull();
  });
});

describe('thresholds', () => {
  it('have two steps, by colour', () => {
    const stages = [1, 5, 10].map((minutes) => stageOf(made('a', 'RECEIVED', 'ORANGE', minutes), noon));
    expect(stages).toEqual(['calm', 'soon', 'late']);
    expect(stageOf(made('b', 'RECEIVED', 'BLUE', 10), noon)).toBe('calm');
  });

  it('and by status, counted from when it came to that status', () => {
    const taken = made('a', 'ACKNOWLEDGED', 'ORANGE', 50, {
      history: [
        { state: 'HANDOFF_STATE_RECEIVED', at: minutesAgo(50), kommunCode: '1780' },
        { state: 'HANDOFF_STATE_ACKNOWLEDGED', at: minutesAgo(16), kommunCode: '1780' },
      ],
    });
    expect(inStatusSince(taken)).toBe(minutesAgo(16));
    expect(stageOf(taken, noon)).toBe('soon');
  });

  it('follow the desk’s own target', () => {
    expect(stageOf(made('a', 'RECEIVED', 'BLUE', 1, { isOverdue: true }), noon)).toBe('late');
    expect(stageOf(made('b', 'RECEIVED', 'BLUE', 1, { dueAt: minutesAgo(0) }), noon)).toBe('late');
  });

  it('say nothing of what is done', () => {
    expect(stageOf(made('a', 'CLOSED', 'ORANGE', 900, { isOverdue: true }), noon)).toBe('calm');
  });

  it('mark a way home that is near, or past', () => {
    const leaving = (minutes: number) => {
      const row = made('a', 'RECEIVED', 'GREEN', 1);
      return leaveStageOf({ ...row, need: { ...row.need!, expectedLeaveAt: minutesAgo(-minutes) } }, noon);
    };
    expect([31, 30, 0].map(leaving)).toEqual(['calm', 'soon', 'late']);
  });

  it('never count less than nothing, whatever the clocks say', () => {
    expect(minutesBetween(minutesAgo(-3), noon)).toBe(0);
  });

  it('know who left before anybody had seen them', () => {
    const left = made('a', 'CLOSED', 'GREEN', 1, { endReason: 'END_REASON_LEFT' });
    expect(leftUnseen(left)).toBe(true);
    expect(leftUnseen({ ...left, acknowledgedAt: minutesAgo(1) })).toBe(false);
    const hours = (ago: number) => leftLately({ ...left, closedAt: minutesAgo(ago * 60) }, noon);
    expect([1, 11, 12].map(hours)).toEqual([true, true, false]);
  });
});

describe('filters', () => {
  const all: Filters[] = (['oppna', 'vantar', 'mina', 'klara'] as const).flatMap((show) =>
    (['nyast', 'behov', 'hemgang'] as const).flatMap((order) =>
      ([[], ['ORANGE'], ['YELLOW', 'BLUE']] as const).map((colours) => ({ show, order, colours }))));

  it('are the address, and the address is the filters', () => {
    for (const filters of all) expect(filtersOf(queryOf(filters))).toEqual(filters);
    expect(queryOf(noFilters)).toBe('');
  });

  it('leave out what they do not understand', () => {
    expect(filtersOf('?visa=<script>&farg=lila,gul&ordning=1')).toEqual({ ...noFilters, colours: ['YELLOW'] });
  });

  it('show one’s own, one colour, or what is done', () => {
    const mine = made('a', 'STARTED', 'GREEN', 1, { acknowledgedBy: { hsaId: 'SE1-1', name: 'Bibbi' } });
    expect(isShown(mine, { ...noFilters, show: 'mina' }, 'SE1-1')).toBe(true);
    expect(isShown(mine, { ...noFilters, show: 'mina' }, 'SE1-2')).toBe(false);
    expect(isShown(mine, { ...noFilters, colours: ['BLUE'] }, 'SE1-1')).toBe(false);
    expect(isShown(mine, { ...noFilters, show: 'klara' }, 'SE1-1')).toBe(false);
  });

  it('find a name by parts of it, in any case', () => {
    expect(matches(made('Åkesson', 'RECEIVED', 'GREEN', 1), 'åke sel')).toBe(true);
    expect(matches(made('Åkesson', 'RECEIVED', 'GREEN', 1), 'ake')).toBe(false);
  });
});
