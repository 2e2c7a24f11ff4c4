import type { Colour, Handoff, State } from '../src/types';

export const noon = Date.parse('2026-11-22T11:00:00Z');

export const minutesAgo = (minutes: number) => new Date(noon - minutes * 60_000).toISOString();

/** A handoff that came some minutes before noon and has been in its status as long. */
export function made(
  id: string, state: State, colour: Colour, minutes: number, more: Partial<Handoff> = {},
): Handoff {
  const at = minutesAgo(minutes);
  return {
    handoffId: id, version: '1', state: `HANDOFF_STATE_${state}`, endReason: 'END_REASON_UNSPECIFIED',
    kommunCode: '1780', erUnit: 'SE9900000176-CSKAKUT', receivedAt: at, isOverdue: false, hasInvestigation: false,
    receivers: [], allowedActions: [],
    history: [{ state: `HANDOFF_STATE_${state}`, at, kommunCode: '1780' }],
    person: {
      number: '193006129021', name: `Selma ${id}`, phone: '', protection: 'PROTECTION_NONE', interpreterLanguage: '',
    },
    need: {
      reasonCodes: ['REASON_CODE_FALL'], summary: 'Föll.', triageColour: `TRIAGE_COLOUR_${colour}`, livesAlone: true,
    },
    ...more,
  };
}
