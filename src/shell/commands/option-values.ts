import { InvalidArgumentError, Option } from 'commander';
import { OCR_MODES, type OcrMode } from '../recognition/modes.ts';
import type { ScansAsked } from '../recognition/scans.ts';

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

/** What a command may be told of pages that are images. */
export interface OcrOptions {
  readonly ocr: OcrMode;
  readonly ocrPages?: number;
}

/** @param usual what counts where it is not given, where that is no mode */
export function ocrOption(usual?: string): Option {
  const says =
    'when text is recognised on pages that are images: where they have none that can be read, never, or on all of them';
  const option = new Option('--ocr <when>', usual === undefined ? says : `${says} (default: ${usual})`);
  option.choices(OCR_MODES);
  return usual === undefined ? option.default('auto') : option;
}

export const ocrPagesOption = (usual = 'all'): Option =>
  new Option('--ocr-pages <n>', `pages of one document on which text is recognised (default: ${usual})`).argParser(
    wholeNumber,
  );

/** What is asked for, as far as it is given. */
export const askedOf = ({ ocr, ocrPages }: Partial<OcrOptions>): Partial<ScansAsked> => ({
  ...(ocr === undefined ? {} : { ocr }),
  ...(ocrPages === undefined ? {} : { pages: ocrPages }),
});
