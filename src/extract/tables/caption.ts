import type { Context } from '../../knowledge/context.ts';
import { built } from '../../knowledge/knowledge.ts';
import { vi, viAll, viWords } from '../../language/pattern.ts';
import type { Plan } from '../document/plan.ts';
import { blockAt } from '../document/text.ts';
import type { PlanTable } from './grid.ts';
import { timeOf } from './heads.ts';
import { splitUnit } from './units-of-cells.ts';

const CAPTION = /^\s*bảng\s(?:số\s)?(?:\d|[IVX])[\dIVX.,:–-]*\s*(?<says>.*)$/isu;

/** "Bảng 5.2. Công suất các nhà máy (m3/ngày)": the line above a table that names it, with its own words; undefined where none stands there. */
export function captionOf({ laid }: Pick<Plan, 'laid'>, table: PlanTable): string | undefined {
  const above = laid.blocks[(blockAt(laid, table.start)?.index ?? 0) - 1];
  return above === undefined || above.cell !== undefined || above.text.length > LONGEST
    ? undefined
    : CAPTION.exec(above.text)?.groups?.says;
}
const LONGEST = 160;

const patternsOf = built(['columns', 'measures'], ({ columns, measures }) => ({
  plans: viAll`${viWords(columns.filter(({ plans }) => plans))}`,
  opens: vi`^(tổng )?${viWords(measures.filter(({ begins, opens, property }) => begins || opens || property))}`,
}));

/**
 * What the caption of a table measures where neither rows nor heads do: "Công suất" of "Công suất các nhà máy dự kiến" above rows
 * headed "Nhà máy".
 *
 * @param rows the head of the column that names the rows
 */
export function measureOfCaption(context: Context, caption: string, rows: string): string | undefined {
  const { words } = splitUnit(context, caption.replace(/\s+/gu, ' ').trim());
  const time = timeOf(context, words)?.text;
  const bare = (time === undefined ? words : words.replace(time, ' ')).replace(/\s+/gu, ' ').trim();
  const named = bare.toLowerCase().indexOf(rows.replace(/\s+/gu, ' ').trim().toLowerCase());
  const { plans, opens } = patternsOf(context.knowledge);
  if (!opens.test(bare) || (named <= 0 && bare.split(' ').length > LONGEST_MEASURE)) return undefined;
  const measure = (rows.trim() === '' || named <= 0 ? bare : bare.slice(0, named))
    .replace(plans, ' ')
    .replace(LINKS, '')
    .trim();
  return /\p{L}/u.test(measure) ? measure : undefined;
}
/** Syllables of a caption that only measures. */
const LONGEST_MEASURE = 8;
/** What joins a measure to those whose it is. */
const LINKS = /(?:\s+(?:của|các|theo))+\s*$/iu;
