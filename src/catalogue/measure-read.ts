import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { isMoney } from '../language/money.ts';
import { fullWords } from '../language/wording.ts';
import { anyOf, edged } from '../language/words.ts';
import type { Quantity, Target } from '../model/record.ts';
import { type CompiledIndicator, padded, unitKey } from './compiled.ts';
import { type Narrowing, narrowingOf } from './narrowing.ts';

/** What of a target tells its indicator. */
export interface Measured {
  readonly indicator: { readonly text: string; readonly under?: readonly string[] | undefined };
  readonly area: string | null;
  readonly quantity: Pick<Quantity, 'unit'> | null;
  readonly direction?: Target['direction'] | undefined;
  readonly source: { readonly quote: string };
  readonly kind: Target['kind'];
}

/** The words of a target as catalogues are looked up by them: plain data, which may be kept for another catalogue. */
export interface MeasureRead {
  /** What is counted, in one spelling. */
  readonly unit: string;
  /** Its own words, without the heading that it stands under; as every text here, it begins with what is counted. */
  readonly own: string;
  readonly heading: string | undefined;
  readonly area: string | null;
  readonly direction: Measured['direction'];
  /** The unit as the record has it. */
  readonly written: string;
  readonly quote: string;
}

/** UTF-16 units of words beyond which nobody names one measure: a text without an end is no measure at all. */
const LONGEST_MEASURE = 1500;

/** @returns null for what no catalogue has an indicator of: an aim in words, a text without an end */
export function measureRead(knowledge: Knowledge, target: Measured): MeasureRead | null {
  if (target.kind !== 'quantified' || target.quantity === null) return null;
  const { unit: written } = target.quantity;
  const { text, under = [] } = target.indicator;
  if (text.length > LONGEST_MEASURE) return null;
  const thing = padded(knowledge, counted(knowledge, written));
  const read = (words: string): string => `${thing}|${padded(knowledge, spelt(words))}`;
  const path = under.join(': ');
  if (namesPart(knowledge, text, written)) return null;
  return {
    unit: unitKey(knowledge, written),
    own: read(text.slice(path.length)),
    heading: path === '' ? undefined : read(path),
    area: target.area,
    direction: target.direction,
    written,
    quote: target.source.quote,
  };
}

/** "Khu vực công nghiệp - xây dựng: công nghiệp chiếm": what a member repeats of its head is the part that it names. */
function namesPart(knowledge: Knowledge, text: string, unit: string): boolean {
  const at = text.lastIndexOf(': ');
  if (at < 0) return false;
  const [head = '', part = ''] = [text.slice(0, at), text.slice(at + 1)].map((words) => fullWords(knowledge, words));
  const named = part.replace(statesOf(knowledge), '');
  // What is counted is said again by its unit.
  if (!named.includes(' ') || named === head || named === fullWords(knowledge, unit)) return false;
  return ` ${head} `.includes(` ${named} `);
}

/** Verbs that state a figure of what stands before them. */
const statesOf = built(
  ['verbs'],
  ({ verbs }) =>
    new RegExp(` ${edged(anyOf(verbs.flatMap(({ word, states }) => (states === undefined ? [] : [word]))))}$`, 'u'),
);

/** A measure, opened once for all catalogues that it is looked up in: what takes long is found out when it is asked for, once. */
export interface OpenMeasure extends Omit<MeasureRead, 'quote'> {
  readonly text: string;
  readonly quote: () => string;
  readonly narrowing: () => Narrowing;
}

/** "Tổng: Dân số" is no "tổng dân số". */
const wholeOf = ({ own, heading }: MeasureRead): string => (heading === undefined ? own : `${heading}|${own}`);

export function openMeasure(knowledge: Knowledge, measure: MeasureRead): OpenMeasure {
  const { own, heading, quote } = measure;
  const text = wholeOf(measure);
  return {
    ...measure,
    text,
    quote: once(() => padded(knowledge, quote.slice(0, LONGEST_MEASURE))),
    narrowing: once(() => narrowed(knowledge, measure, [own, ...(heading === undefined ? [] : [heading])])),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What narrows a target down, its own words first: what stands under a heading is told by them. */
function narrowed(knowledge: Knowledge, measure: MeasureRead, texts: readonly string[]): Narrowing {
  const { direction, written } = measure;
  const found = narrowingOf(knowledge, texts);
  // "giảm tỷ lệ hộ nghèo xuống còn 1%" is a level; "nâng tốc độ tăng lên 8%" is none.
  const toLevel = direction === 'increase-to' || direction === 'decrease-to';
  const rises = toLevel ? narrowingOf(knowledge, texts.slice(0, 1)).rises.length > 0 : found.changes;
  return { ...found, changes: rises || isChange(measure), mean: found.mean || written === '%/năm' };
}

/** "chiếm % GRDP": what stands behind the sign is what the share is of, as it is in words. */
const spelt = (text: string): string => text.replaceAll('%', ' phần trăm ');

/** What is counted belongs to what is measured: "15 bác sĩ/vạn dân". */
const counted = (knowledge: Knowledge, unit: string): string =>
  /^(?:%|rank|point|pp)/u.test(unit) || isMoney(knowledge, unit) ? '' : unit;

/** "phút" is also "phút/lượt", "lượt" also "lượt khách". */
const sameUnit = (wanted: string, unit: string): boolean =>
  unit === wanted || unit.startsWith(`${wanted}/`) || unit.startsWith(`${wanted} `);

/** So many "trên vạn dân" or "/ha" are no number of them, nor the other way round; a time, and of whom money is, the words say. */
const sameDensity = ({ own, units }: CompiledIndicator, unit: string): boolean =>
  units.includes(unit) ||
  unit
    .split('/')
    .slice(1)
    .every((per) => PLAIN_PER.test(per) || own.includes(` ${per.slice(per.lastIndexOf(' ') + 1)} `));
const PLAIN_PER = /^\s*(?:\p{N}*\s*)(?:năm|quý|tháng|ngày|giờ|lượt|người|đầu người|hộ)$/u;

const isChange = ({ direction }: Pick<MeasureRead, 'direction'>): boolean =>
  direction === 'increase-by' || direction === 'decrease-by';

/** A rise or a cut is no level, and so much a year is one; a rise is no cut. */
export const sameChange = (
  { indicator: { change, moves }, units }: CompiledIndicator,
  measure: MeasureOfUnit,
): boolean =>
  change === undefined
    ? !isChange(measure) && (measure.written !== '%/năm' || units.includes('%/năm'))
    : moves === undefined || measure.direction !== (moves === 'up' ? 'decrease-by' : 'increase-by');

type MeasureOfUnit = Pick<MeasureRead, 'unit' | 'direction' | 'written'>;

/** Whether it may be counted in that unit, as a rise or as a level. */
export const isOfUnit = (one: CompiledIndicator, measure: MeasureOfUnit): boolean =>
  hasUnit(one, measure.unit) && sameChange(one, measure);

export const hasUnit = (one: CompiledIndicator, unit: string): boolean =>
  one.units.some((wanted) => sameUnit(wanted, unit)) && sameDensity(one, unit);
