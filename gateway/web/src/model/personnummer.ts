// What can be said about a national number while it is typed. The service decides; this spares a round trip.

type Kind = 'personnummer' | 'samordningsnummer';

export type NumberCheck =
  | { is: 'empty' | 'incomplete' }
  | { is: 'wrong'; why: string }
  | { is: 'good'; number: string; born: string | null; years: number | null; kind: Kind }
  /** Letters, or a length of its own: a reservnummer, which only the service knows. */
  | { is: 'other' };

/** Twelve digits with Luhn's check digit, or ten with a century that cannot be mistaken. */
export function checkNumber(text: string, today: string): NumberCheck {
  const written = text.trim().replace(/\s/g, '');
  if (written === '') return { is: 'empty' };
  if (!/^[\d+-]+$/.test(written)) return /^[\dA-Za-z+-]+$/.test(written) ? { is: 'other' } : wrong('Bara siffror.');
  const parts = /^(\d{6}|\d{8})([+-]?)(\d{4})$/.exec(written);
  if (!parts) {
    return written.replace(/\D/g, '').length < 12 ? { is: 'incomplete' } : wrong('Numret har för många siffror.');
  }
  const [, date, sign, end] = parts as unknown as [string, string, string, string];
  const century = date.length === 8 ? '' : centuryOf(Number(date.slice(0, 2)), sign, Number(today.slice(0, 4)));
  if (century === null) return wrong('Skriv årtalet med fyra siffror: personen kan vara född på två sekler.');
  return checkTwelve(century + date + end, today);
}

/** Null when the person may be born in either of two centuries. */
function centuryOf(year: number, sign: string, thisYear: number): string | null {
  const latest = thisYear - ((thisYear - year) % 100);
  const birth = sign === '+' ? latest - 100 : latest;
  if (sign === '' && thisYear - (latest - 100) <= 125) return null;
  return String(birth).slice(0, 2);
}

function checkTwelve(number: string, today: string): NumberCheck {
  const [year, month] = [Number(number.slice(0, 4)), Number(number.slice(4, 6))];
  const written = Number(number.slice(6, 8));
  const isCoordination = written >= 60;
  const day = isCoordination ? written - 60 : written;
  const isUnknown = isCoordination && (month === 0 || day === 0);
  if (year < 1800 || month > 12 || day > 31 || (!isUnknown && !isDate(year, month, day))) {
    return wrong('Datumet i numret finns inte.');
  }
  const born = isUnknown ? null : [number.slice(0, 4), number.slice(4, 6), String(day).padStart(2, '0')].join('-');
  if (born !== null && born > today) return wrong('Datumet i numret har inte varit än.');
  if (!luhnHolds(number.slice(2))) return wrong('Kontrollsiffran stämmer inte: läs numret en gång till.');
  return {
    is: 'good', number, born, years: born === null ? null : yearsBetween(born, today),
    kind: isCoordination ? 'samordningsnummer' : 'personnummer',
  };
}

function wrong(why: string): NumberCheck {
  return { is: 'wrong', why };
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function luhnHolds(ten: string): boolean {
  const sum = [...ten].map((digit, i) => Number(digit) * (2 - (i % 2)))
    .reduce((all, term) => all + Math.floor(term / 10) + (term % 10), 0);
  return sum % 10 === 0;
}

/** Whole years between two days, each year-month-day. */
export function yearsBetween(born: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/** The age that a number tells, or null; masked numbers tell none. */
export function ageOf(number: string, today: string): number | null {
  const check = checkNumber(number, today);
  return check.is === 'good' ? check.years : null;
}
