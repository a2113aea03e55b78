import type { Context } from '../../knowledge/context.ts';
import type { Quantity } from '../../model/record.ts';
import type { Plan } from '../document/plan.ts';
import { blockAt } from '../document/text.ts';
import type { PlanTable } from '../tables/grid.ts';
import type { HeadFacts } from '../tables/heads.ts';
import type { HeadedRow } from '../tables/rows.ts';
import {
  type CellUnit,
  isUnitOfShares,
  ofChange,
  splitUnit,
  unitAbove,
  unitOfWords,
} from '../tables/units-of-cells.ts';
import { withoutLeadingVerb } from './cell-figures.ts';
import type { CellMeasure } from './measure-of-cell.ts';

/** The unit of a figure, by what stands at it and above it. */
export function unitOfFigure(
  context: Context,
  { unit, words }: CellMeasure,
  { unit: ofHead, measure }: HeadFacts,
  {
    column,
    groups,
    above,
  }: { readonly column: CellUnit | undefined; readonly above: CellUnit | undefined } & Pick<HeadedRow, 'groups'>,
): CellUnit | undefined {
  const ofGroup = groups.map(({ title }) => splitUnit(context, title).unit).findLast((one) => one !== undefined);
  const told = ofGroup ?? above;
  // "Đơn vị tính: ha" above a table is the unit of what is counted so, not of its shares; "Đơn vị tính: ‰" is theirs.
  const ofTable =
    shareNamed(context, measure, words) === undefined || /^[%‰]/u.test(told?.unit ?? '') ? told : undefined;
  // A column of shares or of growth beside those of what the rows measure ("Tăng bình quân (%)", "Cơ cấu"): theirs is not its unit.
  const own = measure.split(': ').at(-1) ?? '';
  const ofShares = own !== '' && (ofHead === undefined ? isUnitOfShares(context, own) : /^[%‰]/u.test(ofHead.unit));
  return ofChange(context, words, ofShares ? ofHead : (column ?? unit ?? ofHead ?? ofTable));
}

/** The words that say of a figure that it is a share: those of its column, else those of its row. */
const shareNamed = (context: Context, measure: string, words: string): string | undefined =>
  [measure.split(': ').at(-1) ?? '', words].find((one) => isUnitOfShares(context, one));

/** "Sản lượng lương thực (nghìn tấn)": a caption that ends with a unit. */
const ofCaption = (context: Context, line: string): CellUnit | undefined =>
  /\([^()]{1,30}\)$/u.test(line) && line.length <= LONGEST_CAPTION ? splitUnit(context, line).unit : undefined;

const LONGEST_CAPTION = 160;

/** "Đơn vị tính: tỷ đồng" in the last lines above a table, or in the first cell over its width. */
export function unitOverTable(plan: Plan, table: PlanTable): CellUnit | undefined {
  const first = blockAt(plan.laid, table.start)?.index ?? 0;
  for (const block of plan.laid.blocks.slice(Math.max(0, first - 2), first).reverse()) {
    if (block.cell !== undefined) continue;
    const unit = unitAbove(plan.context, block.text) ?? ofCaption(plan.context, block.text);
    if (unit !== undefined) return unit;
  }
  const [{ text, cell }] = table.cells;
  const within =
    (cell?.columnSpan ?? 1) > 2 ? (unitAbove(plan.context, text) ?? ofCaption(plan.context, text)) : undefined;
  const body = table.rows[0]?.row ?? 0;
  const above = table.cells.filter((one) => (one.cell?.row ?? 0) < body).map((one) => one.text);
  return within ?? above.map((one) => unitAbove(plan.context, one)).find((unit) => unit !== undefined);
}

/** A figure for which nothing names a unit counts what its row names, or is a share: "Số giường bệnh", "Tỷ lệ hộ nghèo". */
export function withUnitOfRow(context: Context, { under, words, measure }: CellMeasure, quantity: Quantity): Quantity {
  if (quantity.unit !== '') return quantity;
  const share = shareNamed(context, measure, words);
  if (share !== undefined) return { ...quantity, unit: unitOfWords(context, share, quantity.value, false) ?? '' };
  // "Số sản phẩm đạt chuẩn" over "3 sao | 4 sao": the nearest head that says what is counted.
  const counted = measure
    .split(': ')
    .toReversed()
    .map((head) => unitOfWords(context, head, quantity.value, false))
    .find((one) => one !== undefined);
  if (counted !== undefined || under.length > 0) return { ...quantity, unit: counted ?? '' };
  const own = withoutLeadingVerb(context.knowledge, words);
  return { ...quantity, unit: unitOfWords(context, own, quantity.value, own !== words) ?? '' };
}
