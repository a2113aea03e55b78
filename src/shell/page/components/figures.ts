import type { Language } from '../../formats/comparison-words.ts';

/** Signs before a figure; the figure never parts from its sign. */
export const SIGNS = {
  '=': '',
  '>=': '≥\u00a0',
  '>': '>\u00a0',
  '<=': '≤\u00a0',
  '<': '<\u00a0',
  '~': '≈\u00a0',
} as const;

export const MINUS = '−';

const formats = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }),
};

/** A number as a language writes it. */
export const numberIn = (language: Language, value: number): string =>
  formats[language].format(value).replace('-', MINUS);

/** "05/5/2021": days with two figures, months with two only where one would be 1 or 2, as official papers write dates. */
export function date(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}/${Number(month) > 2 ? Number(month) : month}/${year}`;
}
