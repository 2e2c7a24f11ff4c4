import { useEffect } from 'preact/hooks';
import { state, useValue } from '../state';

const names = state<Readonly<Record<string, string>>>({});

/** The names of the 290 kommuner by their codes; empty until they have come. */
export function useKommuner(): Readonly<Record<string, string>> {
  useEffect(() => {
    void import('virtual:kommuner').then((part) => names.change(() => part.default), () => undefined);
  }, []);
  return useValue(names);
}
