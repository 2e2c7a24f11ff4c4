import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ageOf, checkNumber } from '../src/model/personnummer';

const today = '2026-11-22';
const published = (kind: string) =>
  readFileSync(new URL(`../../../tests/Identifiers.Tests/Data/test-${kind}.csv`, import.meta.url), 'utf8')
    .trim().split('\n').slice(1).map((line) => line.trim());

describe('a national number, while it is typed', () => {
  it('takes every published test number', () => {
    const refused = published('personnummer').filter((number) => checkNumber(number, today).is !== 'good');
    expect(refused).toEqual([]);
  });

  it('takes every published test samordningsnummer', () => {
    const kinds = published('samordningsnummer').map((number) => checkNumber(number, today));
    expect(kinds.filter((check) => check.is !== 'good' || check.kind !== 'samordningsnummer')).toEqual([]);
  });

  it('finds every wrong digit', () => {
    const number = '193006129021';
    for (let at = 2; at < 12; at++) {
      for (let digit = 0; digit < 10; digit++) {
        const wrong = number.slice(0, at) + digit + number.slice(at + 1);
        if (wrong !== number) expect(checkNumber(wrong, today).is, wrong).toBe('wrong');
      }
    }
  });

  it('says nothing before it is whole', () => {
    expect(checkNumber('', today)).toEqual({ is: 'empty' });
    for (let length = 1; length < 10; length++) {
      expect(checkNumber('193006129021'.slice(0, length), today).is).toBe('incomplete');
    }
  });

  it('asks for the century when there may be two', () => {
    expect(checkNumber('0101012384', today)).toMatchObject({ is: 'wrong' });
    expect(checkNumber('300612-9021', today)).toMatchObject({ is: 'good', number: '193006129021', years: 96 });
  });

  it('leaves a reservnummer to the service', () => {
    expect(checkNumber('19300612SF41', today)).toEqual({ is: 'other' });
  });

  it('counts the years to the birthday', () => {
    expect(ageOf('193006129021', '2026-06-11')).toBe(95);
    expect(ageOf('193006129021', '2026-06-12')).toBe(96);
    expect(ageOf('19300612****', today)).toBeNull();
  });
});
