import type { Context } from '../../knowledge/context.ts';
import { built } from '../../knowledge/knowledge.ts';
import { viAll, viWords } from '../../language/pattern.ts';
import type { Deadline } from '../../model/record.ts';
import { findMentions } from '../mentions/find.ts';
import type { PlanColumn } from './columns.ts';
import { type CellUnit, splitUnit } from './units-of-cells.ts';

/** What the heads above a column of figures say of them. */
export interface HeadFacts {
  /** The time that the lowest of them names. */
  readonly time: Deadline | null;
  readonly unit: CellUnit | undefined;
  /** What they measure themselves, where the rows only name who or what: "Diện tích"; empty where they do not. */
  readonly measure: string;
}

const patternsOf = built(['columns', 'headWords'], ({ columns, headWords }) => ({
  // Words that say of a figure that it is aimed at or reached, or nothing at all, but not what it measures.
  idle: viAll`(${viWords(columns.filter(({ figures }) => figures !== undefined))}|${viWords(headWords)})`,
}));

/** Reads the heads of a column of figures, the lowest first. */
export function readHeads(context: Context, { heads }: Pick<PlanColumn, 'heads'>): HeadFacts {
  let time: Deadline | null = null;
  let unit: CellUnit | undefined;
  const measures: string[] = [];
  for (const head of heads.toReversed()) {
    const text = head.replace(/\s+/gu, ' ').trim();
    const split = splitUnit(context, text);
    unit ??= split.unit;
    const named = timeOf(context, split.words);
    time ??= named?.deadline ?? null;
    const words = split.words === text && split.unit !== undefined ? '' : split.words;
    const rest = (named === undefined ? words : words.replace(named.text, ' ')).replace(/\s+/gu, ' ').trim();
    if (!saysNothing(context, rest)) measures.unshift(rest.replace(/^[\s,:;–-]+|[\s,:;–-]+$/gu, ''));
  }
  return { time, unit, measure: measures.join(': ') };
}

export function saysNothing({ knowledge }: Pick<Context, 'knowledge'>, words: string): boolean {
  return !/\p{L}/u.test(words.replace(patternsOf(knowledge).idle, ' '));
}

/** "Năm 2026", "Đến năm 2030", "Giai đoạn 2026-2030", "2026", "KH2026": the time that a head or a row names. */
export function timeOf(
  context: Context,
  words: string,
): { readonly deadline: Deadline; readonly text: string } | undefined {
  const spaced = words.replace(/(?<=\p{L})(?=(?:19|20)\d\d(?!\d))/gu, ' ');
  const found = findMentions(spaced, context).findLast(
    (mention) => mention.kind === 'deadline' && (mention.value.type === 'by' || mention.value.type === 'during'),
  );
  if (found?.kind === 'deadline') return { deadline: { ...found.value, basis: 'inherited' }, text: found.text };
  const span = /(?<!\d)(?<a>20\d\d)\s*[-–—]\s*(?<b>20\d\d)(?!\d)/u.exec(spaced);
  const [from, to] = [span?.groups?.a, span?.groups?.b];
  if (span !== null && from !== undefined && to !== undefined)
    return { deadline: during(span[0], from, to), text: span[0] };
  const year = /(?<!\d)20\d\d(?!\d)/u.exec(spaced)?.[0];
  return year === undefined ? undefined : { deadline: during(year, year, year), text: year };
}

const during = (text: string, from: string, to: string): Deadline => ({
  text,
  type: 'during',
  start: `${from}-01-01`,
  end: `${to}-12-31`,
  rrule: null,
  planYearOffset: 0,
  exclusive: false,
  basis: 'inherited',
});
