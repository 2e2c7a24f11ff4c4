import { instantOf } from '../format';
import type { OutcomeKind } from '../types';

export type AnswerValues = Record<
  'kind' | 'what' | 'startDay' | 'startTime' | 'contactName' | 'contactPhone' | 'catalogueCode' | 'referredTo', string>;

export const noAnswer: AnswerValues = {
  kind: '', what: '', startDay: '', startTime: '', contactName: '', contactPhone: '', catalogueCode: '',
  referredTo: '',
};

/** The fields that a kind of outcome needs, and no others. */
export function neededBy(kind: string): readonly ('start' | 'catalogue' | 'referral')[] {
  switch (kind.replace('OUTCOME_KIND_', '') as OutcomeKind) {
    case 'EFFORT_ON_HOMECOMING': return ['start'];
    case 'PREVENTIVE_EFFORT': return ['catalogue'];
    case 'REFERRED_ELSEWHERE': return ['referral'];
    default: return [];
  }
}

/** What is sent: only what the kind needs, whatever was typed before another kind was chosen. */
export function outcomeOf(values: AnswerValues): object {
  const needs = neededBy(values.kind);
  const startsAt = instantOf(values.startDay, values.startTime);
  return {
    ...(values.kind && { kind: values.kind }),
    ...(needs.includes('start') && {
      serviceStart: {
        what: values.what.trim(),
        ...(startsAt && { startsAt }),
        contact: { name: values.contactName.trim(), phone: values.contactPhone.trim() },
      },
    }),
    ...(needs.includes('catalogue') && { catalogueCode: values.catalogueCode }),
    ...(needs.includes('referral') && { referredTo: values.referredTo.trim() }),
  };
}
