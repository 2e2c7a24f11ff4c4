/** Finds the kommun of a postal code, or '' when the code is unknown or lies in several. */
export function postalLookUp(runs: string): (postalCode: string) => string {
  const from: number[] = [];
  const kommuner: string[] = [];
  let code = 0;
  for (const run of runs.split(',')) {
    const [distance, kommun] = run.split(':') as [string, string];
    from.push((code += parseInt(distance, 36)));
    kommuner.push(kommun);
  }
  return (postalCode) => {
    const digits = postalCode.replace(/\s/g, '');
    if (!/^[1-9]\d{4}$/.test(digits)) return '';
    const after = from.findIndex((start) => start > Number(digits));
    return kommuner[(after < 0 ? from.length : after) - 1] ?? '';
  };
}
