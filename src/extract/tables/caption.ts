import type { Context } from '../../knowledge/context.ts';
import { built } from '../../knowledge/knowledge.ts';
import { readLabel } from '../../language/labels.ts';
import { vi, viAll, viMeaning, viPart, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import type { Plan } from '../document/plan.ts';
import { blockAt } from '../document/text.ts';
import { findMentions } from '../mentions/find.ts';
import type { PlanTable } from './grid.ts';
import { saysNothing, timeOf } from './heads.ts';
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

/** A line above a table, without "Biểu số 2:" or the label of an item. */
export interface TableTitle {
  readonly words: string;
  /** "Biểu số 2: …": it is the table's own, and no heading or sentence of the text. */
  readonly own: boolean;
}

/** The nearest line above a table that can name it. */
export function titleOver({ laid }: Pick<Plan, 'laid'>, table: PlanTable): TableTitle | undefined {
  const first = blockAt(laid, table.start)?.index ?? 0;
  for (const block of laid.blocks.slice(Math.max(0, first - 3), first).reverse()) {
    if (block.cell !== undefined || block.text.length > LONGEST) return undefined;
    if (BETWEEN.test(block.text)) continue;
    const line = block.text.replace(/\s+/gu, ' ').trim();
    const title = line.replace(NAMED, '');
    const own = title !== line;
    const words = (own ? title : line.slice(readLabel(line)?.length ?? 0)).replace(FOLLOWS, '').trim();
    return words === '' ? undefined : { words, own };
  }
  return undefined;
}
/** "…, cụ thể như sau:" */
const FOLLOWS = /[\s,;]*(?:cụ\s+thể|chi\s+tiết|như\s+sau|sau(?:\s+đây)?|gồm|\s)*:?\s*$/iu;

/**
 * What the title of a table sets for the places or bodies that its rows name: "giảm hộ nghèo" of "Chỉ tiêu giảm hộ nghèo giao các
 * xã". A plan of what is to be done ("Kế hoạch kiểm tra") measures nothing, unless a unit tells in what or heads part it, and money
 * that is shared out is no aim.
 *
 * @param parted whether heads say of which part of it the figures are
 */
export function measureOfTitle(context: Context, title: string, parted = false): string | undefined {
  const { sets, planned, idle, ofBodies, onlyBodies, opens, money } = patternsOf(context.knowledge);
  const { words, unit } = splitUnit(context, title.replace(/\([^()]*:[^()]*\)/gu, ' ').trim());
  const time = timeOf(context, words)?.text;
  const bare = (time === undefined ? words : words.replace(time, '\0').replace(TIMED, ' '))
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const lower = bare === bare.toUpperCase() ? bare.toLowerCase() : bare;
  const [set, plan] = [sets.exec(lower)?.[0], planned.exec(lower)?.[0]];
  const opener = set ?? plan;
  if (opener === undefined) return undefined;
  const measure = lower.slice(opener.length).replace(idle, '').replace(ofBodies, '').replace(OF_REVENUE, '').trim();
  if (set === undefined && unit === undefined && !parted && !opens.test(measure)) return undefined;
  const syllables = measure.split(' ').length;
  const tells =
    /\p{L}/u.test(measure) &&
    syllables > 1 &&
    syllables <= (set === undefined ? LONGEST_MEASURE : LONGEST_SET) &&
    !onlyBodies.test(measure) &&
    !saysNothing(context, measure);
  const names = findMentions(measure, context).some(({ kind }) => kind === 'agency');
  const spends = money.test(measure) || (SPENT.test(measure) && /thu(?!\p{L})/iu.test(measure));
  return tells && !names && !spends && !/[:;]|kinh tế\s*[-–]/iu.test(measure) ? measure : undefined;
}

/** "Dự toán kinh phí năm 2026", "Phân bổ vốn cho các xã": what is to be spent is no aim; what is to be taken in is one. */
export const sharesMoneyOut = ({ knowledge }: Pick<Context, 'knowledge'>, title: string): boolean =>
  patternsOf(knowledge).spending.test(title) && !isOfRevenue(title);
const isOfRevenue = (words: string): boolean => REVENUE.test(words) && !SPENT.test(words);
const REVENUE = vi`dự toán thu(?!\p{L})`;
const OF_REVENUE = /^\s*dự\s+toán\s+(?=thu(?!\p{L}))/iu;
const SPENT = vi`chi(?! (tiết|tiêu|cục|nhánh)(?!\p{L}))`;

/** "giảm tỷ lệ hộ nghèo": what changes, where the figures of a column beside tell at which level it was. */
export const levelOfChange = ({ knowledge }: Pick<Context, 'knowledge'>, measure: string): string =>
  measure.replace(patternsOf(knowledge).change, '').trim();

/** A time that was taken out, and the words that open it. */
const TIMED = /(?:(?:đến|trong|vào)\s{1,3})?(?:năm\s{1,3})?\0/iu;

const patternsOf = built(
  ['agencies', 'columns', 'duties', 'measures', 'placeKinds', 'verbs'],
  ({ agencies, columns, duties, measures, placeKinds, verbs: rows }) => {
    const plans = viWords(columns.filter((column) => column.plans));
    const begins = viWords(measures.filter(({ begins: one, opens, property }) => one || opens || property));
    const money = viWords(columns.filter(({ holds }) => holds === 'funding'));
    const heads = viWords(agencies.heads.map((word) => ({ word })));
    const { CHANGES } = verbs({ verbs: rows });
    const follows = viWords(columns.filter(({ part }) => part === 'follows'));
    const bodies = viPart`(${viWords(placeKinds)}|${viWords(columns.filter(({ part }) => part === 'who'))}|${viMeaning(duties, 'unit')})`;
    const [ofTable, every, out] = [
      viMeaning(duties, 'of-table'),
      viMeaning(duties, 'every', 'plural'),
      viPart`(phân)? (giao|bổ|khai)`,
    ];
    return {
      // "Phân bổ chỉ tiêu …", "UBND tỉnh giao chỉ tiêu …", "Giao kế hoạch …"
      sets: vi`^(.*chỉ tiêu|(${ofTable}|biểu|kế hoạch|các|về)? ${out})(?!\p{L})`,
      planned: vi`^(${ofTable}|biểu|các|về)? ${plans}`,
      idle: vi`^(${out}|${plans}|${follows}|các|về|thực hiện|:|\s)+(?!\p{L})`,
      ofBodies: vi`(được)? (giao)? (giao|cho|của|theo|phân theo|tại|ở|đối với|trên địa bàn) (${every}|toàn)? ${bodies}(?!\p{L}).*$|(được)? (giao|cho|của|tại|ở|đối với) ${every} (${heads}|ngành)(?!\p{L}).*$|(được)? giao$`,
      /** "Chỉ tiêu giao các xã, phường": to whom, and nothing of what. */
      onlyBodies: vi`^((${every}|và|,)? (${bodies}|ban|ngành)[\s,]*)+$`,
      plans: viAll`${plans}`,
      opens: vi`^(tổng )?(${begins}|${CHANGES})`,
      change: vi`^${CHANGES}(?!\p{L})`,
      measures: vi`^(tổng )?${begins}`,
      money: vi`^(${money}|chi)`,
      spending: vi`^(${out}|${ofTable}|nhu cầu|kế hoạch|tổng|\s)*(${money}|chi (ngân sách|thường xuyên|đầu tư))`,
    };
  },
);

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
  const { plans, measures } = patternsOf(context.knowledge);
  if (!measures.test(bare) || (named <= 0 && bare.split(' ').length > LONGEST_MEASURE)) return undefined;
  const measure = (rows.trim() === '' || named <= 0 ? bare : bare.slice(0, named))
    .replace(plans, ' ')
    .replace(LINKS, '')
    .trim();
  return /\p{L}/u.test(measure) ? measure : undefined;
}
/** Syllables of what a title sets in so many words. */
const LONGEST_SET = 16;
/** Syllables of a caption that only measures. */
const LONGEST_MEASURE = 8;
/** What joins a measure to those whose it is. */
const LINKS = /(?:\s+(?:của|các|theo))+\s*$/iu;
