import type { RequestValues } from './request';

/** Says in which kommun somebody is registered, as far as it knows; '' when it does not. */
export type Source = (values: RequestValues) => string;

/**
 * The kommun that the first source proposes that knows one. Of somebody with protected identity nothing is proposed:
 * the kommun is asked for.
 */
export function proposedKommun(values: RequestValues, sources: readonly Source[]): string {
  if (values.protection !== 'PROTECTION_NONE') return '';
  for (const source of sources) {
    const kommun = source(values);
    if (kommun) return kommun;
  }
  return '';
}
