/** What a line from another system tells of a person: number first, then name, then perhaps a postal code. */
export interface Pasted { number: string; name: string; postalCode: string }

/** Reads a pasted line such as "19300612-9021 Selma Nilsson, 652 24 Karlstad"; null when it is something else. */
export function pastedPerson(text: string): Pasted | null {
  const line = text.trim().replace(/[\s,;|]+/g, ' ');
  const parts = /^((?:\d{6}|\d{8})[-+]?\d{4}) (\D+?)(?: (\d{3} ?\d{2})(?: \D*)?)?$/.exec(line);
  if (!parts) return null;
  return { number: parts[1]!, name: parts[2]!.trim(), postalCode: parts[3] ?? '' };
}
