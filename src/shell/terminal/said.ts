import type { Mention } from '../../model/mention.ts';
import type { Agency, Deadline, Quantity, Target } from '../../model/record.ts';

/** What a mention means, on one line. */
export function saidBy(mention: Mention): string {
  switch (mention.kind) {
    case 'quantity':
      return quantitySaid(mention.value);
    case 'deadline':
      return deadlineSaid(mention.value);
    case 'agency':
      return `${mention.value.code}${mention.value.role === null ? '' : `, ${mention.value.role}`}`;
    case 'reference':
      return `${mention.value.number} (${mention.value.type})`;
    case 'inner':
      return mention.value.steps.map(({ word, label }) => `${word} ${label}`).join(' > ');
  }
}

/** ">= 35 to 40 %" */
export const quantitySaid = ({ comparator, value, valueMax, unit }: Quantity): string =>
  `${comparator} ${value}${valueMax === null ? '' : ` to ${valueMax}`} ${unit}`;

/** 'by 2025-12-31 ("đến năm 2025", explicit)' */
export function deadlineSaid(deadline: Deadline): string {
  const { text, basis } = deadline;
  return `${datesSaid(deadline)} ("${text}", ${basis})`;
}

/** "by 2025-12-31": the type, and the days where it has any. */
export function datesSaid({ type, start, end, rrule }: Deadline): string {
  const dates = rrule ?? [start, end].filter((date) => date !== null).join(' to ');
  return dates === '' ? type : `${type} ${dates}`;
}

/** "lead: Sở Nội vụ (so-noi-vu, explicit)" */
export const agencySaid = ({ role, name, code, basis }: Agency): string => `${role}: ${name} (${code}, ${basis})`;

/** The code of an indicator, and by which words; null where it has none. */
export const codeSaid = ({ code, match }: Target['indicator']): string | null =>
  match === undefined
    ? code
    : `${code} (${match.sure.toFixed(2)} by ${match.words.map((one) => `"${one}"`).join(', ')})`;
