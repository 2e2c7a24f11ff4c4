import type { Colour, LookUpDecision, State } from './types';

// The service's own code list has these words too; here they are before anything has been asked for.

export const colourWords: Record<Colour, string> = {
  RED: 'Röd', ORANGE: 'Orange', YELLOW: 'Gul', GREEN: 'Grön', BLUE: 'Blå',
};

export const stateWords: Record<State, string> = {
  RECEIVED: 'Väntar', ACKNOWLEDGED: 'Tagen', STARTED: 'Påbörjad', ANSWERED: 'Besvarad', CLOSED: 'Avslutad',
};

export const reasonWords: Record<string, string> = {
  REASON_CODE_FALL: 'Fall',
  REASON_CODE_CONFUSION: 'Förvirring',
  REASON_CODE_MOBILITY: 'Förflyttning',
  REASON_CODE_NUTRITION: 'Mat och dryck',
  REASON_CODE_MEDICATION: 'Läkemedel',
  REASON_CODE_PERSONAL_CARE: 'Personlig omvårdnad',
  REASON_CODE_CAREGIVER_EXHAUSTED: 'Anhörig orkar inte ensam',
  REASON_CODE_LONELINESS: 'Otrygghet eller ensamhet',
  REASON_CODE_OTHER: 'Annat',
};

export const outcomeWords: Record<string, string> = {
  OUTCOME_KIND_EFFORT_ON_HOMECOMING: 'Insats vid hemkomst',
  OUTCOME_KIND_ADVISORY_TALK: 'Rådgivande samtal',
  OUTCOME_KIND_PREVENTIVE_EFFORT: 'Förebyggande insats',
  OUTCOME_KIND_INFORMATION: 'Information',
  OUTCOME_KIND_INVESTIGATION_STARTED: 'Utredning påbörjad',
  OUTCOME_KIND_REFERRED_ELSEWHERE: 'Hänvisad till annan',
  OUTCOME_KIND_NO_EFFORT: 'Ingen insats',
  OUTCOME_KIND_DECLINED_BY_PERSON: 'Avböjt av personen',
  OUTCOME_KIND_NOT_REGISTERED_HERE: 'Ej folkbokförd här',
};

export const endWords: Record<string, string> = {
  END_REASON_COMPLETED: 'Klar',
  END_REASON_CONSENT_WITHDRAWN: 'Samtycket återkallat',
  END_REASON_ADMITTED: 'Inskriven',
  END_REASON_LEFT: 'Gått utan att vänta',
  END_REASON_DECEASED: 'Avliden',
};

export const protectionWords: Record<string, string> = {
  PROTECTION_SECRECY_MARKING: 'Sekretessmarkering',
  PROTECTION_PROTECTED_REGISTRATION: 'Skyddad folkbokföring',
  PROTECTION_UNKNOWN: 'Okänt, behandlas som skyddat',
  PROTECTION_UNSPECIFIED: 'Okänt, behandlas som skyddat',
};

export const scopeWords: Record<string, string> = {
  CONSENT_SCOPE_RESPONSIBLE_KOMMUN: 'Den kommun som ansvarar, även efter vidaresändning',
  CONSENT_SCOPE_NAMED_KOMMUN: 'Bara den kommun som personen tillfrågades om',
};

export const lookUpWords: Record<LookUpDecision['extent'], string> = {
  LOOK_UP_EXTENT_NOTHING: 'Nej.',
  LOOK_UP_EXTENT_WHO_HAS: 'Du får se vem som har uppgifter, inte uppgifterna.',
  LOOK_UP_EXTENT_WHO_BLOCKED: 'Du får se vem som har spärrat, inte uppgifterna.',
  LOOK_UP_EXTENT_RECORDS: 'Ja.',
};

/** Fields that a preview of forwarding names. */
export const fieldWords: Record<string, string> = {
  person: 'personen', need: 'behovet', consent: 'samtycket', nextOfKin: 'närstående', erContact: 'akutens kontakt',
  erUnit: 'akutens enhet', receivers: 'tidigare mottagare', acknowledgedBy: 'vem som tagit den',
  acknowledgedAt: 'när den togs', startedAt: 'när arbetet påbörjades', hasInvestigation: 'om utredning inletts',
  dueAt: 'när den bör vara tagen', outcome: 'utfallet', history: 'händelserna',
};

export const isProtected = (protection: string): boolean => protection !== 'PROTECTION_NONE';

const languages = new Intl.DisplayNames('sv', { type: 'language', fallback: 'code' });

/** The Swedish name of a language code; what is no code is shown as it came. */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}
