import type { ComparedDocument, ComparisonCell, MissingCell } from '../../model/comparison.ts';

const SIGNS = { '=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '~': '~ ' } as const;
const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** "≥ 35–40%", "top 10", "> 15 phút/lượt"; the words themselves where there is no figure. */
export function figure(
  { comparator, value, valueMax, quote }: Pick<ComparisonCell, 'comparator' | 'value' | 'valueMax' | 'quote'>,
  unit: string | null,
): string {
  if (value === null) return quote.replace(/\s+/gu, ' ');
  const range = valueMax === null ? number.format(value) : `${number.format(value)}–${number.format(valueMax)}`;
  if (unit === 'rank' && comparator === '<=') return `top ${range}`;
  const counted = unit === null ? '' : unit.startsWith('%') ? unit : ` ${unit}`;
  return `${comparator === null ? '' : SIGNS[comparator]}${range}${counted}`;
}

/** What came of a target: " → 92%". */
export function outcome({ result }: ComparisonCell, unit: string | null): string {
  if (result === undefined) return '';
  const year = result.year === null ? '' : ` (${result.year})`;
  return ` → ${figure(result, unit)}${year}${result.reached === true ? ' ✓' : ''}`;
}

/** What stands in place of a figure; nothing where the plan is silent. */
export const MISSING: Readonly<Record<MissingCell['reason'], string>> = {
  'not-in-plan': '',
  'no-figure': 'no figure',
  'other-unit': 'other unit',
  'other-level': 'other level',
  'result-only': 'result only',
};

/** "Phú Thọ 2021–2025", "Hà Nội, Sở Văn hóa và Thể thao 2018", "Huế 2024 (báo cáo)": a plan as a column's title. */
export function planTitle({ province, formerly, issuer, level, form, period }: ComparedDocument): string {
  const place = formerly?.name ?? province?.name;
  const own = place === undefined || level === 'department' ? issuer : null;
  const years = [period?.start, period?.end].flatMap((date) => (date == null ? [] : [date.slice(0, 4)]));
  const who = [place, own].filter((part) => part != null).join(', ');
  const kind = form === 'report' ? '(báo cáo)' : '';
  return [who === '' ? '?' : who, [...new Set(years)].join('–'), kind].filter((part) => part !== '').join(' ');
}
