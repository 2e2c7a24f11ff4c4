import kommuner from 'virtual:kommuner';
import runs from 'virtual:postal';
import { describe, expect, it } from 'vitest';
import { excluded, factsOf } from '../src/model/candidate';
import { proposedKommun } from '../src/model/kommun';
import { pastedPerson } from '../src/model/pasted';
import { postalLookUp } from '../src/model/postal';
import { consentQuestion, noRequest, requestOf } from '../src/model/request';
import { minutesAgo, noon } from './made';

describe('a postal code', () => {
  const kommunOf = postalLookUp(runs);

  it('tells its kommun, one of the 290', () => {
    expect(Object.keys(kommuner).length).toBe(290);
    expect(['652 24', '66331', '11120'].map((code) => kommuner[kommunOf(code)])).toEqual(
      ['Karlstad', 'Hammarö', 'Stockholm']);
  });

  it('tells none before it is whole', () => {
    expect(['', '65', '6522', 'abcde', '00000'].map(kommunOf)).toEqual(['', '', '', '', '']);
  });
});

describe('the kommun of a request', () => {
  const sources = [({ number }: { number: string }) => (number === '1' ? '1761' : ''), () => '1780'];

  it('is proposed by the first source that knows one', () => {
    expect(proposedKommun({ ...noRequest, number: '1' }, sources)).toBe('1761');
    expect(proposedKommun({ ...noRequest, number: '2' }, sources)).toBe('1780');
    expect(proposedKommun(noRequest, [])).toBe('');
  });

  it('is never proposed of somebody with protected identity', () => {
    expect(proposedKommun({ ...noRequest, protection: 'PROTECTION_UNKNOWN', number: '1' }, sources)).toBe('');
  });
});

describe('a pasted line', () => {
  it('is a person when it begins with number and name', () => {
    const selma = { number: '19300612-9021', name: 'Selma Nilsson' };
    expect(pastedPerson('19300612-9021 Selma Nilsson')).toEqual({ ...selma, postalCode: '' });
    expect(pastedPerson(' 19300612-9021\tSelma Nilsson\t652 24 Karlstad\n')).toEqual(
      { ...selma, postalCode: '652 24' });
    expect(pastedPerson('19300612-9021; Selma Nilsson; 65224')).toEqual({ ...selma, postalCode: '65224' });
  });

  it('is left as it is when it is something else', () => {
    expect(['19300612-9021', 'Selma Nilsson', '652 24', '', '1912 Tolvan'].map(pastedPerson)).toEqual(
      [null, null, null, null, null]);
  });
});

describe('whom to ask', () => {
  const whole = {
    ...noRequest, number: '193006129021', colour: 'TRIAGE_COLOUR_GREEN', reasons: 'REASON_CODE_FALL', livesAlone: 'no',
  };

  it('is asked of the rule when what it needs is there, and nothing that tells who goes along', () => {
    expect(factsOf({ ...whole, frailty: '6', name: 'Selma', summary: 'Föll.' }, '2026-11-22')).toEqual({
      ageYears: 96, frailty: 6, livesAlone: false, reasonCodes: ['REASON_CODE_FALL'],
      triageColour: 'TRIAGE_COLOUR_GREEN', canGoHome: true,
    });
    for (const name of ['number', 'colour', 'reasons', 'livesAlone']) {
      expect(factsOf({ ...whole, [name]: '' }, '2026-11-22')).toBeNull();
    }
  });

  it('is nobody who is excluded, and where to turn is said', () => {
    expect(excluded(whole, '2026-11-22')).toBeNull();
    expect(excluded(whole, '1947-11-22')).toContain('orosanmälan');
    expect(excluded(whole, '1948-11-22')).toBeNull();
    expect(excluded({ ...whole, compulsory: 'yes' }, '2026-11-22')).toContain('socialjouren');
    expect(excluded({ ...whole, colour: 'TRIAGE_COLOUR_RED' }, '2026-11-22')).toContain('akut vård');
  });
});

describe('a request', () => {
  it('of somebody with protected identity has no address', () => {
    const values = { ...noRequest, postalCode: '652 24', protection: 'PROTECTION_SECRECY_MARKING', kommunCode: '1780' };
    expect(requestOf(values, 'SE1-1', noon)).not.toHaveProperty('postalCode');
    expect(requestOf(values, 'SE1-1', noon)).toMatchObject({ kommunCode: '1780' });
    expect(requestOf({ ...values, kommunCode: '' }, 'SE1-1', noon)).not.toHaveProperty('postalCode');
  });

  it('says who asked for the consent and when, and what the person answered', () => {
    const asked = { ...noRequest, consent: 'yes', askedAt: minutesAgo(2) };
    expect(requestOf(asked, 'SE1-1', noon)).toMatchObject(
      { consent: { given: true, askedBy: 'SE1-1', askedAt: minutesAgo(2) } });
    expect(requestOf({ ...asked, consent: '' }, 'SE1-1', noon)).toMatchObject({ consent: { given: false } });
  });

  it('asks in words that name the kommun', () => {
    expect(consentQuestion('Karlstad')).toContain('Karlstad');
    expect(consentQuestion('')).toContain('din hemkommun');
  });
});
