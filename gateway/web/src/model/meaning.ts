/** Something that can be done on the page, by key and from the palette. */
export interface Action {
  name: string;
  /** One key, or two in a row ("g t"); empty: only from the palette. */
  keys: string;
  run(): void;
}

/** Which action the keys mean, or whether more are to come. Later parts of the page win. */
export function meaning(all: readonly Action[], typed: string): Action | 'more' | null {
  const exact = all.findLast((action) => action.keys === typed);
  if (exact) return exact;
  return all.some((action) => action.keys.startsWith(`${typed} `)) ? 'more' : null;
}
