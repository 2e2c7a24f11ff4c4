import { nextAt } from '../format';

export const noRequest = {
  handoffId: '', number: '', name: '', phone: '', protection: 'PROTECTION_NONE', interpreter: '', postalCode: '',
  kommunCode: '', reasons: '', summary: '', colour: '', leaveTime: '', frailty: '', livesAlone: '', kinName: '',
  kinPhone: '', kinRelation: '', erName: '', erPhone: '', erReference: '', consent: '', askedAt: '',
  scope: 'CONSENT_SCOPE_RESPONSIBLE_KOMMUN', speaker: '', compulsory: '',
};

export type RequestValues = typeof noRequest;

const contact = (name: string, phone: string, relation = '') =>
  name.trim() || phone.trim() ? { name: name.trim(), phone: phone.trim(), relation: relation.trim() } : undefined;

/** What the ER's form sends. Of somebody with protected identity no address goes along, not even a postal code. */
export function requestOf(values: RequestValues, askedBy: string, now: number): object {
  const isProtected = values.protection !== 'PROTECTION_NONE';
  return withoutAbsent({
    handoffId: values.handoffId,
    person: {
      number: values.number.trim(), name: values.name.trim(), phone: values.phone.trim(),
      protection: values.protection, interpreterLanguage: values.interpreter.trim().toLowerCase(),
    },
    ...(values.kommunCode ? { kommunCode: values.kommunCode }
      : !isProtected && { postalCode: values.postalCode.replace(/\s/g, '') }),
    consent: withoutAbsent({
      given: values.consent === 'yes', askedBy, askedAt: values.askedAt || new Date(now).toISOString(),
      scope: values.scope, representative: contact(values.speaker, ''),
    }),
    need: withoutAbsent({
      reasonCodes: values.reasons.split(' ').filter(Boolean), summary: values.summary.trim(),
      expectedLeaveAt: nextAt(values.leaveTime, now) ?? undefined, triageColour: values.colour || undefined,
      frailty: values.frailty ? Number(values.frailty) : undefined, livesAlone: values.livesAlone === 'yes',
    }),
    nextOfKin: contact(values.kinName, values.kinPhone, values.kinRelation),
    erContact: contact(values.erName, values.erPhone),
    erReference: values.erReference.trim(),
    isUnderCompulsoryCare: values.compulsory === 'yes',
  });
}

/** The words in which the person is asked; they name who will know what. */
export function consentQuestion(kommun: string): string {
  return `”Är det i sin ordning att vi berättar för biståndsbedömaren i ${kommun || 'din hemkommun'} vem du är, varför`
    + ' du är här och vilken hjälp du behöver hemma? Du kan säga nej, och du kan ändra dig.”';
}

function withoutAbsent(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}
