import type { Deadline, DeadlineType } from '../model/record.ts';

/** A value of a deadline without its text, as a rule reads it. */
export type DeadlineValue = Omit<Deadline, 'text'>;

/** A day; the year is null where only day and month are written ("trước ngày 30/6"). */
export interface Day {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** First and last day of what is written: "quý II/2021" is 1 April to 30 June. */
export interface Window {
  readonly first: Day;
  readonly last: Day;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** Days in a month; 29 for a February whose year is not known. */
export function daysIn(year: number | null, month: number): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** ISO date of written parts, undefined where no such day is. */
export function isoDate(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : undefined;
}

/** The day in ISO form: of the last day of a February whose year was not known, the one that this year has. */
export function isoOf({ year, month, day }: Day, unknownYear: number): string {
  const of = year ?? unknownYear;
  return `${of}-${pad(month)}-${pad(Math.min(day, daysIn(of, month)))}`;
}

/** Undefined where the calendar has no such day or the year is not of our time. */
export function dayWindow(year: number | null, month: number, day: number): Window | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || !isYear(year)) return undefined;
  const at = { year, month, day };
  return { first: at, last: at };
}

/** From the first day of one month to the last of another in the same year. */
export function monthsWindow(year: number | null, from: number, to: number): Window | undefined {
  if (from < 1 || to > 12 || from > to || !isYear(year)) return undefined;
  return { first: { year, month: from, day: 1 }, last: { year, month: to, day: daysIn(year, to) } };
}

export function yearsWindow(from: number, to: number): Window | undefined {
  if (from > to || !isYear(from) || !isYear(to) || to - from > 50) return undefined;
  return { first: { year: from, month: 1, day: 1 }, last: { year: to, month: 12, day: 31 } };
}

/** Plans speak of these years; other numbers of four digits are something else. */
const isYear = (year: number | null): boolean => year === null || (year >= 1945 && year <= 2110);

/** A deadline of which only what is given is set. */
export function deadline(type: DeadlineType, set: Partial<DeadlineValue> = {}): DeadlineValue {
  return {
    type,
    start: null,
    end: null,
    rrule: null,
    planYearOffset: 0,
    exclusive: false,
    basis: 'explicit',
    ...set,
  };
}

/** Once a year, on a day: the last of February is -1, whatever the year. */
export function yearly({ month, day }: Day): string {
  return `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${month === 2 && day >= 28 ? -1 : day}`;
}

/** Every so many months, counted from the start of the year; undefined where they do not fill it evenly. */
export function everyMonths(months: number): string | undefined {
  if (months === 1) return 'FREQ=MONTHLY;BYMONTHDAY=-1';
  if (months === 12) return 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31';
  if (months > 12 && months % 12 === 0) return `FREQ=YEARLY;INTERVAL=${months / 12};BYMONTH=12;BYMONTHDAY=31`;
  if (months < 1 || 12 % months !== 0) return undefined;
  const due = Array.from({ length: 12 / months }, (_, i) => (i + 1) * months);
  return `FREQ=YEARLY;BYMONTH=${due.join(',')};BYMONTHDAY=-1`;
}
