import { useState } from 'preact/hooks';

// What is typed and not yet sent: in the tab's own storage, by who types. It comes back after a new sign-in, and is
// gone when somebody else signs in.

const place = 'naravard.draft.';

export type Values = Record<string, string>;

const nameOf = (owner: string, form: string) => `${place}${owner}.${form}`;

export function draftOf(owner: string, form: string): Values | null {
  const text = sessionStorage.getItem(nameOf(owner, form));
  return text === null ? null : (JSON.parse(text) as Values);
}

/** Removes what others have typed on this computer. */
export function forgetOthers(owner: string): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(place) && !name.startsWith(`${place}${owner}.`)) sessionStorage.removeItem(name);
  }
}

export interface Draft {
  values: Values;
  set(name: string, value: string): void;
  clear(): void;
}

/** The values of a form, kept while it is filled in. */
export function useDraft(owner: string, form: string, first: Values): Draft {
  const [values, change] = useState<Values>(() => ({ ...first, ...draftOf(owner, form) }));
  return {
    values,
    set(name, value) {
      change((was) => {
        const now = { ...was, [name]: value };
        sessionStorage.setItem(nameOf(owner, form), JSON.stringify(now));
        return now;
      });
    },
    clear() {
      sessionStorage.removeItem(nameOf(owner, form));
      change(first);
    },
  };
}
