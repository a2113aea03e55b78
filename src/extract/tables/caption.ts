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

/** What is no caption of its own between one and its table: "Đơn vị tính: ha", "(Kèm theo Kế hoạch số 12/KH-UBND)". */
const BETWEEN = /^\s*(?:\(.*\)|(?:đvt|đơn\s+vị(?:\s+tính)?)\s*:.*)\s*$/isu;
const NAMED = /^\s*(?:bảng|biểu(?:\s+mẫu)?|phụ\s+lục)(?:\s+số)?(?:\s*[\dIVX][\dIVX.]*)?\s*[.:,–-]?\s*/iu;

/** The line that names a table, nearest above it, without "Biểu số 2:"; undefined where none does. */
export function titleOver({ laid, context }: Pick<Plan, 'laid' | 'context'>, table: PlanTable): string | undefined {
  const first = blockAt(laid, table.start)?.index ?? 0;
  for (const block of laid.blocks.slice(Math.max(0, first - 3), first).reverse()) {
    if (block.cell !== undefined || block.text.length > LONGEST) return undefined;
    if (BETWEEN.test(block.text)) continue;
    const title = block.text.replace(NAMED, '').replace(/\s+/gu, ' ').trim();
    return title !== '' && (NAMED.test(block.text) || patternsOf(context.knowledge).aims.test(title))
      ? title
      : undefined;
  }
  return undefined;
}

/**
 * What the title of a table sets for the places or bodies that its rows name: "giảm hộ nghèo" of "Chỉ tiêu giảm hộ nghèo giao các
 * xã".
 */
export function measureOfTitle(context: Context, title: string): string | undefined {
  const { aims, sets, ofBodies } = patternsOf(context.knowledge);
  const { words } = splitUnit(context, title.replace(/\([^()]*:[^()]*\)/gu, ' ').trim());
  const time = timeOf(context, words)?.text;
  const bare = (time === undefined ? words : words.replace(time, '\0').replace(TIMED, ' '))
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const lower = bare === bare.toUpperCase() ? bare.toLowerCase() : bare;
  if (!aims.test(lower)) return undefined;
  const measure = lower.replace(sets, '').replace(ofBodies, '').trim();
  const syllables = measure.split(' ').length;
  return /\p{L}/u.test(measure) && syllables > 1 && syllables <= LONGEST_MEASURE ? measure : undefined;
}

/** A time that was taken out, and the words that open it. */
const TIMED = /(?:(?:đến|trong|vào)\s{1,3})?(?:năm\s{1,3})?\0/iu;

const patternsOf = built(['columns', 'measures', 'placeKinds'], ({ columns, measures, placeKinds }) => ({
  aims: vi`${viWords(columns.filter(({ plans }) => plans))}`,
  // "Phân bổ chỉ tiêu …", "Giao kế hoạch …"
  sets: vi`^((phân)? (giao|bổ|khai)|chi tiết|tổng hợp|biểu|${viWords(columns.filter(({ plans }) => plans))}|các|về|thực hiện|:|\s)+(?!\p{L})`,
  ofBodies: vi`(được)? (giao|cho|của|theo|phân theo|tại|ở|đối với|trên địa bàn) (các|từng|toàn)? (${viWords(placeKinds)}|đơn vị|địa phương|cơ quan|sở)(?!\p{L}).*$`,
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
