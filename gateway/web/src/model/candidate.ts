import { checkNumber } from './personnummer';
import type { RequestValues } from './request';

/** Why somebody is never handed off this way, and where to turn instead; null when nothing of that is known. */
export function excluded(values: RequestValues, today: string): string | null {
  const check = checkNumber(values.number, today);
  if (check.is === 'good' && check.years !== null && check.years < 18) {
    return 'Barn lämnas inte över här. Vid oro för barnet: gör en orosanmälan till socialtjänsten.';
  }
  if (values.compulsory === 'yes') {
    return 'Den som vårdas enligt LVU eller LVM lämnas inte över här. Kontakta socialjouren i kommunen.';
  }
  if (values.colour === 'TRIAGE_COLOUR_RED') {
    return 'Röd behöver akut vård och lämnas inte över nu. Fråga på nytt när färgen har ändrats.';
  }
  return null;
}

/**
 * What the rule needs to know, or null until enough is filled in. Whoever fills in the form has found that the person
 * can go home.
 */
export function factsOf(values: RequestValues, today: string): object | null {
  const check = checkNumber(values.number, today);
  const reasonCodes = values.reasons.split(' ').filter(Boolean);
  if (check.is !== 'good' || check.years === null || !values.colour) return null;
  if (reasonCodes.length === 0 || values.livesAlone === '') return null;
  return {
    ageYears: check.years, reasonCodes, triageColour: values.colour, livesAlone: values.livesAlone === 'yes',
    ...(values.frailty && { frailty: Number(values.frailty) }), canGoHome: true,
  };
}
