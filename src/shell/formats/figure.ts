import { ownName } from '../../compare/own-name.ts';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { moneyOf } from '../../language/money.ts';
import type { ComparedDocument, ComparisonCell } from '../../model/comparison.ts';

const SIGNS = { '=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '~': '~ ' } as const;
const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** "≥ 35–40%", "top 10", "> 15 phút/lượt", "27.500 tỷ đồng"; the words themselves where there is no figure. */
export function figure(
  { comparator, value, valueMax, quote }: Pick<ComparisonCell, 'comparator' | 'value' | 'valueMax' | 'quote'>,
  unit: string | null,
): string {
  if (value === null) return quote.replace(/\s+/gu, ' ');
  const [size, words] = scale(value, unit);
  const shown = (one: number): string => number.format(one / size);
  const range = valueMax === null ? shown(value) : `${shown(value)}–${shown(valueMax)}`;
  if (unit === 'rank' && comparator === '<=') return `top ${range}`;
  const counted = words === null ? '' : words.startsWith('%') ? words : ` ${words}`;
  return `${comparator === null ? '' : SIGNS[comparator]}${range}${counted}`;
}

/** Sums of money are told in millions and billions: nobody reads "27.500.000.000.000 VND". */
function scale(value: number, unit: string | null): readonly [size: number, words: string | null] {
  const money = unit === null ? undefined : moneyOf(loadKnowledge(), unit);
  if (money === undefined) return [1, unit];
  const [size, word] = SIZES.find(([one]) => Math.abs(value) >= one) ?? [1, ''];
  return [size, `${word}${money.word}${money.per}`];
}
const SIZES = [
  [1e9, 'tỷ '],
  [1e6, 'triệu '],
] as const;

/** What came of a target: " → 92%". */
export function outcome({ result }: ComparisonCell, unit: string | null): string {
  if (result === undefined) return '';
  const year = result.year === null ? '' : ` (${result.year})`;
  return ` → ${figure(result, unit)}${year}${result.reached === true ? ' ✓' : ''}`;
}

/**
 * "Phú Thọ 2021–2025", "Hà Nội, Sở Văn hóa và Thể thao 2018", "Huế 2024 (báo cáo)": plans as titles of columns, by document.
 * Where two would be called alike, their numbers tell them apart.
 */
export function planTitles(documents: readonly ComparedDocument[]): ReadonlyMap<string, string> {
  const titles = new Map(documents.map((plan) => [plan.document, planTitle(plan)]));
  const times = new Map<string, number>();
  for (const title of titles.values()) times.set(title, (times.get(title) ?? 0) + 1);
  return new Map(
    documents.map(({ document, number }) => {
      const title = titles.get(document) ?? '';
      return [document, times.get(title) === 1 ? title : `${title}, ${number ?? document}`];
    }),
  );
}

/** "Phú Thọ", "Hà Nội, Sở Văn hóa và Thể thao": whose plan it is, in few words; "" where no text tells. */
export function planOwner({ province, formerly, issuer, level }: ComparedDocument): string {
  const place = formerly?.name ?? province?.name;
  // "Sở Nội vụ tỉnh Phú Thọ" stands behind "Phú Thọ".
  const body =
    place === undefined
      ? issuer
      : (issuer?.replace(new RegExp(`\\s+(?:(?:tỉnh|thành phố)\\s+)?${place}$`, 'iu'), '') ?? null);
  const own = place === undefined || level === 'department' ? body : null;
  return [place, own].filter((part) => part != null).join(', ');
}

function planTitle(plan: ComparedDocument): string {
  const { document, form, period } = plan;
  const who = planOwner(plan);
  const years = [period?.start, period?.end].flatMap((date) => (date == null ? [] : [date.slice(0, 4)]));
  const kind = form === 'report' ? '(báo cáo)' : '';
  return [who || ownName(plan) || document, [...new Set(years)].join('–'), kind]
    .filter((part) => part !== '')
    .join(' ');
}
