import { vi } from '../../language/pattern.ts';
import type { Deadline } from '../../model/record.ts';
import type { TargetDraft } from '../document/drafts.ts';
import type { Plan } from '../document/plan.ts';
import { OF_WHICH } from '../statements/of-which.ts';
import { saysOwnMeasure } from '../tables/columns.ts';
import { type HeadFacts, timeOf } from '../tables/heads.ts';
import type { HeadedRow } from '../tables/rows.ts';
import { type CellUnit, splitUnit } from '../tables/units-of-cells.ts';
import { bodyNamed, partCalled } from './bodies-of-rows.ts';
import type { TableReading } from './table-reading.ts';

/** What a cell measures, by its row, its column and the title of its table. */
export interface CellMeasure {
  readonly text: string;
  /** What its column or the title says that it measures; empty where the row does. */
  readonly measure: string;
  /** The row's own words, without those that it leans on. */
  readonly words: string;
  readonly under: readonly string[];
  readonly unit: CellUnit | undefined;
  readonly time: Deadline | null;
  readonly allottedTo?: NonNullable<TargetDraft['allottedTo']>;
  /** It is of a region, which is no body. */
  readonly ofPart?: true;
}

/**
 * What a figure measures: the row's words below those that it leans on, then the words of its column; a body that is named there
 * comes first, and so does a region of which a head speaks.
 *
 * @param outer the heads of its column, the outermost first
 */
export function measureOfCell(
  plan: Plan,
  read: HeadedRow,
  { named, placed, ofTitle, ofParts }: Pick<TableReading, 'named' | 'placed' | 'ofTitle' | 'ofParts'>,
  { measure: ofHeads }: HeadFacts,
  outer: readonly string[],
): CellMeasure {
  const { content, contentFrom } = read;
  const whole = PART.test(ofHeads) ? ofTitle : saysOwnMeasure(plan.context.knowledge, ofHeads) ? undefined : ofParts;
  const ofColumn = whole === undefined ? ofHeads : [whole, ofHeads].filter((one) => one !== '').join(': ');
  const parts = ofColumn.split(': ');
  const part = partCalled(plan.context, parts.at(-1) ?? '', outer);
  const ofName = part?.body;
  // In rows of bodies only a place is one more: "Tổng số | Xã A | Xã B" of a district.
  const columnBody = named === 'bodies' && ofName?.code !== null ? undefined : ofName;
  const opening = columnBody?.name ?? (part !== undefined && part.body === undefined ? part.name : undefined);
  const measure = opening === undefined ? ofColumn : parts.slice(0, -1).join(': ');
  const written = content.text
    .slice(contentFrom)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[-–—+•*]\s*(?=\S)/u, '');
  if (named === 'times' && measure !== '')
    return {
      text: measure,
      measure,
      words: measure,
      under: [],
      unit: undefined,
      time: timeOf(plan.context, written)?.deadline ?? null,
    };
  const { words, unit } = splitUnit(plan.context, written.replace(OF_WHICH, ''));
  const under = read.under.map((one) => splitUnit(plan.context, one).words);
  const own = measure === '' ? under : [...under, words];
  const heads = opening === undefined ? own : [opening, ...own];
  const text = [
    ...(opening === undefined ? [] : [opening]),
    ...[...under, words],
    ...(measure === '' ? [] : [measure]),
  ].join(': ');
  const ofRow = named === 'bodies' ? bodyNamed(plan, content, contentFrom, placed) : undefined;
  const body = columnBody ?? ofRow;
  return {
    ...{ text, measure, words, under: heads, unit, time: null },
    ...(body === undefined ? {} : { allottedTo: body }),
    ...(part !== undefined && part.body === undefined ? { ofPart: true } : {}),
  };
}

/** Heads that part what the title of a table measures: "Cả năm | Đợt 1 | Đợt 2"; empty where they say nothing. */
const PART = vi`^((cả năm|tổng (số|cộng)?|cộng|(đợt|lần|vụ|kỳ) (\d|[IVX]+))?)$`;
