import { InvalidArgumentError } from 'commander';

/** A number above 0, as an option's value. */
export function positive(value: string): number {
  const number = Number(value);
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError('It must be a number above 0.');
  return number;
}

/** A number from 0 on: seconds or milliseconds to wait. */
export function pause(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new InvalidArgumentError('It must be a number, 0 or more.');
  return number;
}

/** A whole number above 0. */
export function wholeNumber(value: string): number {
  const number = positive(value);
  if (!Number.isInteger(number)) throw new InvalidArgumentError('It must be a whole number.');
  return number;
}

/** A port; 0 takes any that is free. */
export function port(value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && Number.isInteger(number) && number >= 0 && number < 65536) return number;
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
}

/** A year as plans have it. */
export function yearValue(value: string): number {
  if (/^(?:19|20)\d{2}$/u.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a year of four digits.');
}
