import type { Agency, Deadline } from '../../../../model/record.ts';
import { folded } from '../../data/ids.ts';

/** A number as somebody types it, in either language; undefined where it is none, or could be two. */
export function typedNumber(typed: string): number | undefined {
  const plain = typed
    .trim()
    .replace(/[\s\u00a0]/gu, '')
    .replace(/^−/u, '-');
  if (/^-?\d+$/u.test(plain)) return Number(plain);
  // "1.250.000", "1.250,5"
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(plain) && !/^-?\d{1,3}\.\d{3}$/u.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(plain) && !/^-?\d{1,3},\d{3}$/u.test(plain))
    return Number(plain.replaceAll(',', ''));
  return /^-?\d+[.,](?:\d{1,2}|\d{4,})$/u.test(plain) ? Number(plain.replace(',', '.')) : ofThree(plain);
}

/** "1.250" and "1,250" are thousands in one language and a fraction in the other; "0,125" can only be a fraction. */
function ofThree(plain: string): number | undefined {
  return /^-?0[.,]\d{3}$/u.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

/** "so-noi-vu": what a body is called in records that no table knows. */
export const codeOf = (name: string): string =>
  folded(name)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');

/** Whoever names a body need not say where it is named. */
export type AgencySaid = Omit<Agency, 'source'> & Partial<Pick<Agency, 'source'>>;

export const agencyNamed = (name: string, role: Agency['role'], code = codeOf(name)): AgencySaid => ({
  role,
  code,
  name,
  text: name,
  basis: 'explicit',
});

const two = (n: number): string => String(n).padStart(2, '0');

/** A deadline that stands in marked words, as far as its words tell it plainly; its fields are shown before it is saved. */
export function deadlineFrom(words: string): Deadline {
  const said = words.trim().replace(/\s+/gu, ' ');
  const common = { text: said, rrule: null, planYearOffset: 0, basis: 'explicit' } as const;
  const day = /(?<!\d)(?<d>\d{1,2})[/-](?<m>\d{1,2})[/-](?<y>\d{4})/u.exec(said)?.groups;
  const year = /(?<!\d)(?<y>20\d\d)(?!\d)/u.exec(said)?.groups?.y;
  const before = /^trước/iu.test(said);
  const end =
    day !== undefined
      ? `${day.y}-${two(Number(day.m))}-${two(Number(day.d))}`
      : year === undefined
        ? null
        : `${year}-12-31`;
  const during = /^trong năm/iu.test(said) && year !== undefined;
  return {
    ...common,
    type: during ? 'during' : 'by',
    start: during ? `${year}-01-01` : null,
    end,
    exclusive: before && day !== undefined,
  };
}

/** A day that the calendar has. */
export function isDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/u.test(iso) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/** A day as somebody types it: "5/5/2021", "05-05-2021", "2021-05-05"; undefined where it is none. */
export function typedDay(typed: string): string | undefined {
  const said = typed.trim();
  const { d, m, y } = /^(?<d>\d{1,2})[/.-](?<m>\d{1,2})[/.-](?<y>\d{4})$/u.exec(said)?.groups ?? {};
  const iso = y === undefined ? said : `${y}-${two(Number(m))}-${two(Number(d))}`;
  return isDay(iso) ? iso : undefined;
}
