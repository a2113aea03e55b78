import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import type { Quantity } from '../../model/record.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { findMentions } from '../mentions/find.ts';
import { cellFigure } from '../mentions/quantities/figure.ts';
import { baselineOf } from '../statements/baseline.ts';
import { isDocumentNumber } from '../tables/cell-kinds.ts';
import { type Commas, holdsEither, withoutGroups } from '../tables/commas.ts';
import { type CellUnit, signOf, splitUnit, timesFactor } from '../tables/units-of-cells.ts';

/** How the figures of a cell are written. */
export interface Written {
  /** The unit that row, column or table names. */
  readonly unit: CellUnit | undefined;
  /** Decimals stand behind a point throughout the table: "412204.00". */
  readonly pointed: boolean;
  /** What commas part in the table. */
  readonly commas: Commas;
}

/** More digits before a point than a group has: the point parts decimals, here and in the other cells of the table. */
const POINTED = /(?<![\d.,])\d{4,}\.\d{1,3}(?![\d.,])/u;

/** Whether the decimals of a table stand behind points. */
export const isPointed = (cells: readonly (LaidBlock | undefined)[]): boolean =>
  cells.some((cell) => cell !== undefined && cell.text.length < 40 && POINTED.test(cell.text));

const withComma = (text: string, pointed: boolean): string =>
  pointed ? text.replace(/(?<![\d.,])(\d+)\.(\d+)(?![\d.,])/gu, '$1,$2') : text;

/** An item of a measure with its figure. */
export interface ItemFigure {
  readonly item: string;
  readonly figure: CellFigure;
  /** Where it begins in the cell of the measure. */
  readonly start: number;
}

/**
 * "Hồ sơ trực tuyến⏎- Cấp tỉnh⏎- Cấp xã" beside "95⏎85", "- Tỷ lệ A⏎- Tỷ lệ B" beside "- ≥ 30%⏎- > 50%": a line of figures for each
 * item of the measure.
 */
export function itemised(plan: Plan, content: LaidBlock, cell: LaidBlock, written: Written): readonly ItemFigure[] {
  const items = [...content.text.matchAll(ITEM)];
  if (items.length < 2) return [];
  const lines = [...cell.text.matchAll(/[^\n]+/gu)];
  const bulleted = lines.every(([line]) => BULLET.test(line));
  const found = items.map((item, i): ItemFigure | undefined => {
    const { words, unit } = splitUnit(plan.context, (item.groups?.words ?? '').trim());
    const line = lines[i];
    const from = line === undefined || !bulleted ? 0 : (BULLET.exec(line[0])?.[0].length ?? 0);
    const text = line?.[0].slice(from) ?? '';
    const [only, ...more] = figuresOfCell(plan, { ...cell, text }, { ...written, unit: unit ?? written.unit });
    const start = item.index + item[0].length - (item.groups?.words?.length ?? 0);
    return line === undefined || only === undefined || more.length > 0
      ? undefined
      : { item: words, start, figure: { ...only, end: line.index + from + only.end } };
  });
  const all = found.flatMap((one) => one ?? []);
  // A line without a figure keeps its place only where every line has its sign.
  return lines.length === items.length && (all.length === items.length || bulleted) ? all : [];
}
const ITEM = /^[^\S\n]*[-–+•][^\S\n]*(?<words>\S.*)$/gmu;
const BULLET = /^\s*[-–+•]\s+(?=\S)/u;

export interface CellFigure {
  readonly quantity: Quantity;
  /** End of the figure in the cell. */
  readonly end: number;
  /** By how much what the cell holds changes, told behind it. */
  readonly change?: CellChange;
}

/** "(tăng 15% so với năm 2025)": the verb, and against what. */
interface CellChange {
  readonly verb: string;
  readonly baseline: string | null;
}

/** "2*210", "4 x 25": so many of so much, and neither of them the figure; "5G toàn tỉnh" is a name. */
const NO_FIGURE = /^\s*(?:\d{1,3}\s?[*×x]\s?\d[\d.,]*\s*$|[2-6]G(?!\p{L}))/iu;

/** The figures of a cell, with the unit that the row or column names where the cell does not. */
export function figuresOfCell(plan: Plan, cell: LaidBlock, { unit, pointed, commas }: Written): CellFigure[] {
  const { knowledge } = plan.context;
  // A wrong figure is worse than none.
  if (
    (commas === 'unsure' && holdsEither(cell.text)) ||
    NO_FIGURE.test(cell.text) ||
    isDocumentNumber(cell.text.trim())
  )
    return [];
  const figures: CellFigure[] = [];
  let at = 0;
  for (const part of cell.text.split(/(?<=;)/u)) {
    const text = part.replace(/;\s*$/u, '').trimEnd();
    const joined = withComma(rejoined(text.trim()), pointed);
    const line = commas === 'thousands' ? withoutGroups(joined) : joined;
    // "575 (tăng 15%)": what stands in brackets says more of the figure, and is not the figure.
    const cellText = line.replace(ASIDE, '');
    const own = ofKind(findMentions(cellText, plan.context), 'quantity').filter((m) => m.value.unit !== '');
    const sign = signOf(cellText);
    const bare = sign < 0 ? cellText.replace(/^[-−–]\s*/u, '') : cellText;
    // "Giảm 0,3", "Đạt 85": the verb says what happens, the figure stays bare.
    const plain =
      cellFigure(knowledge, bare) ?? rankFigure(bare) ?? cellFigure(knowledge, withoutLeadingVerb(knowledge, bare));
    // A figure with nothing but its unit elsewhere: the row's unit is the one that counts.
    if (plain !== undefined && (unit !== undefined || own.length === 0)) {
      const value = (one: number): number => timesFactor(one * sign, plain.percent ? 1 : (unit?.factor ?? 1));
      const quantity = {
        comparator: plain.comparator,
        value: value(plain.value),
        valueMax: plain.valueMax === null ? null : value(plain.valueMax),
        unit: plain.percent ? '%' : (unit?.unit ?? ''),
        text: text.trim(),
      };
      figures.push({ quantity, end: at + text.length });
    } else
      for (const m of own)
        figures.push({ quantity: m.value, end: at + (cellText === text.trim() ? m.end : text.length) });
    // "tăng 8 - 10% (dự ước 24.500 tỷ)": the change, and what it comes to in the unit of the row.
    const amount = unit === undefined || figures.some(({ quantity }) => quantity.unit === unit.unit) ? '' : text;
    const bracket = amount.indexOf('(');
    if (bracket >= 0)
      for (const m of ofKind(findMentions(amount, plan.context), 'quantity'))
        if (m.start > bracket && m.value.unit === unit?.unit)
          figures.push({ quantity: m.value, end: at + text.length });
    const changed = figures.length > 0 ? changeIn(plan, ASIDE.exec(line)?.groups?.inside ?? '') : undefined;
    if (changed !== undefined) figures.push({ ...changed, end: at + text.length });
    at += part.length;
  }
  return figures;
}
const ASIDE = /(?<=\d[^()]{0,40})\s*\((?<inside>[^()]*)\)\s*$/u;

/** By how much brackets behind a figure say that it changes: a share, and nothing before it but that it does. */
function changeIn({ context }: Plan, inside: string): Omit<CellFigure, 'end'> | undefined {
  const verb = patternsOf(context.knowledge).CHANGES.exec(inside)?.[0].trim();
  const [share, ...more] = verb === undefined ? [] : ofKind(findMentions(inside, context), 'quantity');
  if (verb === undefined || share === undefined || more.length > 0 || !/^(?:%|pp)$/u.test(share.value.unit))
    return undefined;
  if (!BOUNDS.test(inside.slice(verb.length, share.start))) return undefined;
  return { quantity: share.value, change: { verb, baseline: baselineOf(context.knowledge, inside) } };
}
/** Nothing but blanks, or a word that the figure goes on with. */
const BOUNDS = /^\s*(?:thêm|khoảng|thêm khoảng)?\s*$/iu;

/** A narrow cell breaks a figure behind its sign or within a group: "45.⏎500", "60.0⏎00", "90-⏎95". */
const rejoined = (text: string): string =>
  text
    .replace(/(?<=\d[.,])\s+(?=\d)/gu, '')
    .replace(
      /(?<=\d\.)(?:(?<one>\d)\s+(?<two>\d\d)|(?<both>\d\d)\s+(?<last>\d))(?![\d.,])/gu,
      '$<one>$<two>$<both>$<last>',
    )
    .replace(/\s+/gu, ' ');

const patternsOf = built(['verbs'], (tables) => {
  const { CHANGES, STATES, MOVES, KEEPS, AIMS } = verbs(tables);
  return {
    CHANGES: vi`^\s*${CHANGES}(?=\s)`,
    LEADING_VERB: vi`^((${CHANGES}|${STATES}|${MOVES}|${KEEPS}|${AIMS}|thêm|ước) ){1,3}(?=\S)`,
  };
});
/** What follows verbs that only say that something is aimed at or becomes so: "Giảm còn 5", "Phấn đấu xã đạt chuẩn". */
export const withoutLeadingVerb = (knowledge: Knowledge, text: string): string =>
  text.replace(patternsOf(knowledge).LEADING_VERB, '');

/** "Nhóm 10", "Top 5": a place among the first of them. */
function rankFigure(text: string): ReturnType<typeof cellFigure> {
  const value = /^(?:thuộc\s+)?(?:nhóm|top|tốp)\s+(?<n>\d{1,3})(?!\d)/iu.exec(text)?.groups?.n;
  return value === undefined
    ? undefined
    : { comparator: '<=', value: Number(value), valueMax: null, percent: false, rest: '' };
}
