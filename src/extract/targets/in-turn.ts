import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { levelsOf } from '../../language/levels.ts';
import { vi, viPart, viWords } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import { verbs } from '../../language/verbs.ts';
import type { TargetDraft } from '../document/drafts.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { findMentions } from '../mentions/find.ts';
import type { Statement } from '../statements/statement.ts';

/** What one of several figures in a row measures: a level of government, a year, or a part that is named in the row before. */
interface Share {
  readonly levels: string | null;
  readonly year: string | null;
  readonly measure: string | null;
  /** Where the row begins that names it. */
  readonly from: number;
  /** The unit that the last figure of the row names for all. */
  readonly unit?: string;
}

const MARK = /(?<!\p{L})lần\s+lượt(?!\p{L})/iu;
const LEVEL = /(?:cấp\s+(?:tỉnh|huyện|xã)|cấp\s+trung\s+ương)/giu;
const YEAR = /(?<by>đến\s+(?:hết\s+)?)?(?:năm\s+)?(?<!\d)(?<year>20\d\d)(?!\d)/giu;

/** Between the names of a row; dashes may stand inside a name where commas part them: "công nghiệp - xây dựng, dịch vụ". */
const BETWEEN = [/\s*[,;]\s*(?:và\s+)?|\s+và\s+/iu, /\s+[-–—]\s+/u, /\s*[,;/]\s*(?:và\s+)?|\s+[-–—]\s+|\s+và\s+/iu];
/** What each name of a row is a part of stands before the first one only: "tỷ trọng nông nghiệp - công nghiệp". */
const headOf = built(['measures'], ({ measures }) => ({
  HEAD: vi`^(${viWords(measures.filter(({ begins, opens }) => begins || opens))})( (các)? (ngành|khu vực|lĩnh vực|nhóm))?\s`,
}));

/** The measures that stand in a row, one for each figure: the words that open it go with each name. */
function named(knowledge: Knowledge, row: string, figures: number): readonly string[] | undefined {
  const words = row.slice(row.lastIndexOf(':') + 1).replace(/^[\s,;–-]+|[\s,;]+$/gu, '');
  const ways = BETWEEN.map((mark) => words.split(mark)).filter((names) => names.length >= figures);
  // Commas before the row belong to what leads up to it.
  const own = (ways.find((names) => names.length === figures) ?? ways[0] ?? []).slice(-figures);
  if (own.length < figures || own.some((name) => name === '' || /\d/u.test(name))) return undefined;
  const { HEAD } = headOf(knowledge);
  const head = HEAD.exec(own[0] ?? '')?.[0] ?? '';
  return own.map((name, i) => (i === 0 || HEAD.test(name) ? name : `${head}${name}`));
}

/**
 * "cấp tỉnh, cấp xã lần lượt đạt 95%, 85%", "năm 2026, 2027 lần lượt đạt 60% và 70%",
 * "tỷ trọng nông nghiệp - công nghiệp lần lượt là 25% - 75%": each figure has what stands at its place in the row before.
 *
 * @param times ranges of the sentence's time phrases
 */
export function inOrder(
  knowledge: Knowledge,
  text: string,
  statements: readonly Statement[],
  times: readonly Range[],
): ReadonlyMap<Statement, Share> {
  const shares = new Map<Statement, Share>();
  const first = statements[0];
  if (first === undefined) return shares;
  const mark = MARK.exec(text.slice(first.sentence.start, first.sentence.end));
  if (mark === null) return inPairs(knowledge, text, statements);
  const at = first.sentence.start + mark.index;
  const row = statements.filter((statement) => statement.quantity.start > at);
  const opening =
    statements.findLast((statement) => statement.quantity.end <= at)?.quantity.end ?? first.sentence.start;
  const before = text.slice(opening, at);
  // What is told apart may stand on either side: "lần lượt đạt 95%, 85% ở cấp tỉnh, cấp xã".
  const after = text.slice(row.at(-1)?.quantity.end ?? at, first.sentence.end);
  const levels = [before, after].map((part) => [...part.matchAll(LEVEL)].map(([level]) => level)).find(fits);
  const years = [before, after]
    .map((part) => {
      const found = [...part.matchAll(YEAR)];
      const by = found[0]?.groups?.by !== undefined;
      return found.map(({ groups }) => `${by ? 'đến ' : ''}năm ${groups?.year ?? ''}`);
    })
    .find(fits);
  const said = times.findLast(({ start, end }) => start >= opening && end <= at)?.end ?? opening;
  // Up to a semicolon, what stands behind a figure is its own.
  const rest = opening > first.sentence.start ? /^[^;]*;/u : '';
  const measures =
    levels === undefined && years === undefined && row.length > 1
      ? named(knowledge, text.slice(said, at).replace(rest, ''), row.length)
      : undefined;
  if (levels === undefined && years === undefined && measures === undefined)
    return inPairs(knowledge, text, statements);
  for (const [i, statement] of row.entries())
    shares.set(statement, {
      levels: levels?.[i] ?? null,
      year: years?.[i] ?? null,
      measure: measures?.[i] ?? null,
      from: first.quote.start,
    });
  return shares;

  function fits(parts: readonly string[]): boolean {
    return parts.length > 1 && parts.length === row.length;
  }
}

const wordsOf = built(['verbs', 'figures'], (tables) => {
  const { CHANGES, DOES } = verbs(tables);
  const acts = viPart`${DOES}|${viWords(tables.figures.counted.verbs.map((word) => ({ word })))}`;
  return { CHANGES: vi`^${CHANGES}$`, ACTS: vi`^${acts} (?=\S)` };
});

/**
 * "Đón 14 triệu lượt khách quốc tế, 58 triệu lượt khách nội địa; tăng trưởng tương ứng 6% và 4,3%/năm": each figure goes with the
 * one at its place before, and says more of what that counts.
 */
function inPairs(knowledge: Knowledge, text: string, statements: readonly Statement[]): ReadonlyMap<Statement, Share> {
  const shares = new Map<Statement, Share>();
  const [first] = statements;
  const mark = first === undefined ? null : PAIRED.exec(text.slice(first.sentence.start, first.sentence.end));
  if (first === undefined || mark === null) return shares;
  const at = first.sentence.start + mark.index;
  const row = statements.filter(({ quantity }) => quantity.start > at);
  const paired = statements.filter(({ quantity }) => quantity.end <= at).slice(-row.length);
  const joined = row.every(
    ({ quantity }, i) => i === 0 || JOINED.test(text.slice(row[i - 1]?.quantity.end, quantity.start)),
  );
  if (row.length < 2 || paired.length < row.length || !joined) return shares;
  const opening = paired.at(-1)?.quantity.end ?? at;
  const clause = text.slice(opening, at);
  const head = clause.slice(Math.max(clause.lastIndexOf(';'), clause.lastIndexOf(',')) + 1).trim();
  const own = row.at(-1)?.quantity.value.unit ?? '';
  for (const [i, statement] of row.entries()) {
    const name = counted(knowledge, paired[i]);
    const unit = own.startsWith('%/') && statement.quantity.value.unit === '%' ? { unit: own } : {};
    const measure = wordsOf(knowledge).CHANGES.test(head) ? `${name} ${head}` : `${head} ${name}`;
    shares.set(statement, { levels: null, year: null, measure: measure.trim(), from: first.quote.start, ...unit });
  }
  return shares;
}
const PAIRED = /(?<!\p{L})(?:tương\s+ứng|lần\s+lượt)(?:\s+(?:là|đạt))?(?=\s+(?:\p{L}{2,6}\s+)?\d)/iu;
const JOINED = /^\s*(?:[,;]|(?:,\s*)?và)\s*$/iu;

/** What a figure counts, else what it measures. */
function counted(knowledge: Knowledge, statement: Statement | undefined): string {
  const unit = statement?.quantity.value.unit.replace(/^lượt\s+/iu, '') ?? '';
  return /\p{L}\s\p{L}/u.test(unit) ? unit : (statement?.indicator ?? '').replace(wordsOf(knowledge).ACTS, '');
}

/** A statement whose measure is named at its place in a row, quoted from the row on. */
export const quotedWithRow = (statement: Statement, share: Share | undefined): Statement =>
  share === undefined || share.measure === null
    ? statement
    : { ...statement, quote: { ...statement.quote, start: Math.min(share.from, statement.quote.start) } };

/** A target with what its place in the row tells. */
export function withShare(target: TargetDraft, share: Share | undefined, plan: Plan): TargetDraft {
  if (share === undefined) return target;
  const deadline =
    share.year === null ? undefined : ofKind(findMentions(share.year, plan.context), 'deadline')[0]?.value;
  return {
    ...target,
    ...(share.unit === undefined || target.quantity === null
      ? {}
      : { quantity: { ...target.quantity, unit: share.unit } }),
    ...(share.measure === null ? {} : { indicator: { ...target.indicator, text: share.measure } }),
    ...(share.levels === null ? {} : { levels: levelsOf(plan.context.knowledge, share.levels, '', plan.context.date) }),
    ...(deadline === undefined ? {} : { deadline }),
  };
}
