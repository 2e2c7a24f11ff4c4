import { describe, expect, it } from 'vitest';
import {
  mayYetBeDone, nextToSend, restored, settled, withState, type Outbox, type Pending,
} from '../src/model/outbox';
import type { Problem } from '../src/types';

const pending = (key: string, subject = 'a', owner = 'bibbi'): Pending => ({
  key, subject, owner, ownerName: owner, label: key, write: { path: '/', body: {} }, askedAt: 0, state: 'waiting',
  problem: null,
});
const refusal = (status: number, code = ''): { is: 'refused'; problem: Problem } =>
  ({ is: 'refused', problem: { status, code, title: '', detail: '', violations: [] } });

describe('what waits to be sent', () => {
  const two: Outbox = [pending('take'), pending('start')];

  it('goes in the order in which it was asked for, one at a time', () => {
    expect(nextToSend(two, 'bibbi')?.key).toBe('take');
    expect(nextToSend(withState(two, 'take', 'sending', null), 'bibbi')).toBeNull();
  });

  it('is gone when it is done', () => {
    expect(settled(two, 'take', { is: 'done', body: {} }).map(({ key }) => key)).toEqual(['start']);
  });

  it('stays, with the same key, when nobody answered', () => {
    const after = settled(withState(two, 'take', 'sending', null), 'take', { is: 'unreachable' });
    expect(nextToSend(after, 'bibbi')).toMatchObject({ key: 'take', state: 'waiting' });
  });

  it.each([401, 408, 429, 502, 503, 504])('is tried again after %i', (status) => {
    expect(mayYetBeDone(refusal(status))).toBe(true);
  });

  it('is tried again when the session’s token was another', () => {
    expect(mayYetBeDone(refusal(403, 'anti-forgery'))).toBe(true);
    expect(mayYetBeDone(refusal(403, 'role-missing'))).toBe(false);
  });

  it('stays with its reason when it was refused, and holds what was to follow', () => {
    const after = settled(two, 'take', refusal(409, 'already-acknowledged'));
    expect(after[0]).toMatchObject({ state: 'refused', problem: { code: 'already-acknowledged' } });
    expect(nextToSend(after, 'bibbi')).toBeNull();
    expect(nextToSend([...after, pending('other', 'b')], 'bibbi')?.key).toBe('other');
  });

  it('is never sent as somebody else', () => {
    expect(nextToSend(two, 'bengt')).toBeNull();
  });

  it('is asked for again when the page was closed in the middle of sending', () => {
    const stored = JSON.stringify(withState(two, 'take', 'sending', null));
    expect(nextToSend(restored(stored), 'bibbi')?.key).toBe('take');
    expect(restored(null)).toEqual([]);
  });
});
