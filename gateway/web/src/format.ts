// Times and numbers for people in Sweden, whatever the computer is set to.
const zone = { timeZone: 'Europe/Stockholm' } as const;
const clock = new Intl.DateTimeFormat('sv-SE', { ...zone, hour: '2-digit', minute: '2-digit' });
const seconds = new Intl.DateTimeFormat('sv-SE', { ...zone, timeStyle: 'medium' });
const day = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short' });
const weekday = new Intl.DateTimeFormat('sv-SE', { ...zone, weekday: 'short', day: 'numeric', month: 'short' });
const whole = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });

export const number = (value: number): string => whole.format(value);

/** Hours and minutes. */
export const time = (at: string | number): string => clock.format(new Date(at));

/** Hours, minutes and seconds. */
export const exactTime = (at: string | number): string => seconds.format(new Date(at));

/** Year-month-day in Sweden. */
export const dayOf = (at: string | number): string => day.format(new Date(at));

/** Hours and minutes, with the day when it is another than today. */
export function timeAndDay(at: string, now: number): string {
  return dayOf(at) === dayOf(now) ? time(at) : `${weekday.format(new Date(at))} ${time(at)}`;
}

/** "12 min", "2 h 5 min", "3 dygn". */
export function duration(minutes: number): string {
  if (minutes < 60) return `${number(minutes)} min`;
  if (minutes < 48 * 60) {
    const rest = Math.round(minutes % 60);
    return `${Math.floor(minutes / 60)} h${rest > 0 ? ` ${rest} min` : ''}`;
  }
  return `${Math.floor(minutes / 1440)} dygn`;
}

/** Today and the days after it, each with its name. */
export function nextDays(now: number, count: number): readonly (readonly [string, string])[] {
  return Array.from({ length: count }, (_, i) => {
    const at = now + i * 24 * 3_600_000;
    return [dayOf(at), i === 0 ? 'i dag' : i === 1 ? 'i morgon' : weekday.format(at)] as const;
  });
}

/** A time of day as people type it, "1730", "17.30" or "17:30", in the last form; as it is when it is none. */
export function timeOfDay(typed: string): string {
  const parts = /^(\d{1,2})[:. ]?(\d{2})$/.exec(typed.trim());
  return parts ? `${parts[1]!.padStart(2, '0')}:${parts[2]}` : typed;
}

/** A day and a time of day in Sweden ("2026-11-22", "17:30") as a point in time; null when they are none. */
export function instantOf(day: string, typed: string): string | null {
  const hoursAndMinutes = timeOfDay(typed);
  const wanted = Date.parse(`${day}T${hoursAndMinutes}Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(hoursAndMinutes) || Number.isNaN(wanted)) return null;
  // Twice, since the first guess may be on the other side of a night when the clocks change.
  const guess = wanted - aheadOfUtc(wanted);
  return new Date(wanted - aheadOfUtc(guess)).toISOString();
}

/** The next time that Swedish clocks show this: today, or tomorrow when it has passed. */
export function nextAt(hoursAndMinutes: string, now: number): string | null {
  const today = instantOf(dayOf(now), hoursAndMinutes);
  return today === null || Date.parse(today) > now ? today : instantOf(dayOf(now + 24 * 3_600_000), hoursAndMinutes);
}

function aheadOfUtc(at: number): number {
  return Date.parse(`${dayOf(at)}T${exactTime(at)}Z`) - (at - (at % 1000));
}
