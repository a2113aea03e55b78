import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SectionRole } from '../../knowledge/word-tables.ts';
import { levelsOf } from '../../language/levels.ts';
import { vi } from '../../language/pattern.ts';
import { insideEach, type Range, sentences } from '../../language/sentences.ts';
import type { Mention } from '../../model/mention.ts';
import type { Agency, Deadline } from '../../model/record.ts';
import { toAgency } from '../document/agencies.ts';
import type { TargetDraft } from '../document/drafts.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { baselineOf, conditionOf } from '../statements/baseline.ts';
import { bindingTimes } from '../statements/binding-times.ts';
import { type Directed, directionOf, sharedDirection } from '../statements/direction.ts';
import type { Statement } from '../statements/statement.ts';
import { readStatements } from '../statements/statements.ts';
import type { Status } from '../statements/status.ts';
import { upToDigits } from '../statements/up-to-digits.ts';
import { measuredUnderHead } from './headed-measure.ts';
import { inOrder, quotedWithRow, withShare } from './in-turn.ts';
import { measuring } from './measuring-figures.ts';
import {
  figureOfPlan,
  handsOn,
  inBrackets,
  planPatterns,
  reportsItself,
  saidOf,
  statusOfSentence,
} from './status-in-text.ts';
import type { Bearing, Place, TextReading } from './text-place.ts';
import { isAhead, isOfYears, isOver, isPast, isToldOf, latestIn, ofYearAbove } from './times-of-plan.ts';

/** Below a table: what its figures are counted from. */
const NOTE = /^(?:\(\*+\)\s*)?ghi\s+chú\s*[:.]/iu;

/** What a block says in figures, and the time that holds for what follows it. */
export interface TextTargets {
  readonly drafts: TargetDraft[];
  readonly frame: Deadline | null;
  /** What its last words report or aim at. */
  readonly status: Status;
  /** The last time that opened a sentence was over when the plan began. */
  readonly past: boolean;
}

/** One target for each figure of a block that measures something. */
export function readTextTargets(plan: Plan, block: LaidBlock, place: Place): TextTargets {
  const mentions = ofYearAbove(
    plan.mentionsOf(block).filter((m) => m.start >= place.from),
    place.inherited,
  );
  const silent = !place.story && !mentions.some(({ kind }) => kind === 'quantity');
  if (silent || NOTE.test(block.text))
    return { drafts: [], frame: place.frame, status: place.status, past: place.past };
  const aimed = place.role === 'indicators' || place.role === 'objectives';
  const drafts: TargetDraft[] = [];
  // A time at the head of the block itself is nearer than that of the paragraph before.
  const frame = place.inherited?.basis === 'explicit' ? null : place.frame;
  let bearing: Bearing = {
    status: place.status,
    said: false,
    past: place.past,
    frame,
    last: null,
    previous: place.before,
  };
  for (const [sentence, own] of insideEach(sentences(block.text, place.from), mentions)) {
    const [found, next] = readSentence({ plan, block, place, aimed }, sentence, own, bearing);
    drafts.push(...found);
    bearing = next;
  }
  return { drafts, frame: bearing.frame, status: bearing.status, past: bearing.past };
}

/** @param own mentions of the sentence */
function readSentence(
  reading: TextReading,
  sentence: Range,
  own: readonly Mention[],
  bearing: Bearing,
): [found: TargetDraft[], next: Bearing] {
  const { plan, block, place, aimed } = reading;
  const { frame } = bearing;
  const { knowledge, year } = plan.context;
  const { text } = block;
  const { figures, setAside } = measuring(reading, sentence, ofKind(own, 'quantity'));
  const times = ofKind(own, 'deadline');
  const words = text.slice(sentence.start, sentence.end);
  // "… năm 2025 (Lúa: diện tích 207 ha. Ngô: diện tích 40 ha)": a full stop within brackets ends no list.
  const goesOn = PART_OF_BEFORE.test(words) || inBrackets(text.slice(place.from, sentence.start));
  const ofWhole = goesOn ? bearing.last : null;
  const whole: Deadline | null = ofWhole !== null && !isPast(ofWhole, year) ? { ...ofWhole, basis: 'inherited' } : null;
  const binding = bindingTimes(knowledge, text, sentence, figures, times, year);
  const statements = readStatements(knowledge, text, sentence, figures, times, setAside, bearing.statement);
  const shares = inOrder(knowledge, text, statements, times);
  const opens = binding.opening();
  const all = statusOfSentence(reading, words, figures.length > 0 ? times : undefined, opens?.value ?? null, bearing);
  // What stands in a plan is aimed at: there "đã quy hoạch" only tells how it came about.
  const towards = aimed || figureOfPlan(plan, bearing, words);
  let { status } = all;
  const found = statements.map((statement) => {
    const { quantity } = statement;
    const said = text.slice(sentence.start, quantity.start) + upToDigits(quantity.text);
    const bound = binding.of(statement);
    const saidBefore = saidOf({ ...reading, aimed: towards }, said, bound, times);
    const told = saidBefore ?? status;
    if (handsOn(knowledge, said, told, towards)) status = told;
    const time = bound?.value ?? null;
    // "đạt 49% chỉ tiêu đặt ra tới năm 2025" speaks of another figure's time.
    const unsaid = told === 'result' && place.role !== 'situation' && !reportsItself(knowledge, said, aimed);
    // Without a day of its own, only what is to be reached by a year, or in it ("vào năm 2020"), lies ahead.
    const byYear = time !== null && isOfYears(time) && (time.type === 'by' || /^vào\s/iu.test(time.text));
    const latest = unsaid && byYear ? latestIn(plan) : null;
    const ahead =
      bound !== null &&
      !planPatterns(plan.context.knowledge).OF_PLAN.test(
        text.slice(quantity.end, Math.max(quantity.end, bound.start)),
      ) &&
      isAhead(time, plan.context.date ?? latest);
    const state = {
      status: ahead || statement.planned === true ? 'target' : told,
      aims: saidBefore === 'target' && !inBrackets(said),
      frame: frame ?? whole,
    } as const;
    const share = shares.get(statement);
    const draft = draftOf(reading, quotedWithRow(statement, share), own, time, state);
    const against = binding.comparedWith(statement)?.text;
    if (against !== undefined) draft.baseline ??= against;
    return withShare(draft, share, plan);
  });
  withSharedDirections(knowledge, text, statements, found);
  const stated = found.findLast(({ deadline }) => deadline?.basis === 'explicit')?.deadline ?? null;
  // What has figures of its own is no more about how a plan came about.
  const previous = figures.length === 0 ? words : '';
  const told = { status: all.aside ? bearing.status : status, said: all.said, statement: statements.at(-1) };
  const next = { ...told, last: stated ?? ofWhole, previous };
  if (opens === null) return [found, { ...next, frame: null, past: false }];
  if (opens === undefined) return [found, { ...next, frame, past: bearing.past }];
  const past = isToldOf(opens.value, plan);
  return [found, { ...next, frame: past ? null : inherited(opens.value), past }];
}

const inherited = (time: Deadline): Deadline => ({ ...time, basis: 'inherited' });

/** "giảm 60 hộ nghèo và 70 hộ cận nghèo": the second shares the verb of the first. */
function withSharedDirections(
  knowledge: Knowledge,
  text: string,
  statements: readonly Statement[],
  drafts: TargetDraft[],
): void {
  const told: Directed[] = [];
  for (const [i, statement] of statements.entries()) {
    const { quantity } = statement;
    const draft = drafts[i];
    if (draft === undefined) continue;
    const { start, end, value } = quantity;
    const own = { start, end, unit: value.unit, direction: draft.direction };
    const before = statements[i - 1];
    const goesOn = before !== undefined && opensWith(text, statement, before) ? drafts[i - 1]?.direction : undefined;
    const shared =
      own.direction !== 'reach'
        ? undefined
        : goesOn === 'increase-to' || goesOn === 'decrease-to'
          ? goesOn
          : sharedDirection(knowledge, text, own, told);
    if (shared !== undefined) drafts[i] = { ...draft, direction: shared };
    told.push({ ...own, direction: shared ?? own.direction });
  }
}

/** "nâng tỷ lệ che phủ đạt 50% và đến năm 2030 đạt 55%": the words that a measure takes from the one before bring its direction along. */
function opensWith(text: string, { indicator, quantity }: Statement, before: Statement): boolean {
  const opening = indicator.split(' ').slice(0, TAKEN).join(' ').toLowerCase();
  const between = text.slice(before.quantity.end, Math.max(before.quantity.end, quantity.start)).toLowerCase();
  return (
    quantity.value.unit === before.quantity.value.unit &&
    opening.includes(' ') &&
    before.indicator.toLowerCase().startsWith(opening) &&
    !between.includes(opening) &&
    !/[.()]\s/u.test(between)
  );
}

/** Syllables with which a measure begins that has them from the one before. */
const TAKEN = 3;

/** A sentence about a part of what the one before it counts has its time. */
const PART_OF_BEFORE = vi`^(trong đó|trong số (này|đó|ấy|trên)|gồm|bao gồm)`;

/**
 * The target that a statement makes.
 *
 * @param all mentions of its sentence
 * @param stated the time that its own sentence binds it to
 */
function draftOf(
  reading: TextReading,
  statement: Statement,
  all: readonly Mention[],
  stated: Deadline | null,
  bearing: Pick<Bearing, 'status' | 'frame'> & { readonly aims: boolean },
): TargetDraft {
  const { plan, block, place } = reading;
  const { knowledge, date } = plan.context;
  const { quantity, quote, own, before } = statement;
  const words = block.text.slice(quote.start, quote.end);
  const inherited = bearing.frame ?? place.row?.deadline ?? place.inherited;
  // A heading that runs in states the time in the item itself: "a) Năm 2020: …".
  const dated = stated ?? (inherited?.basis === 'explicit' ? inherited : null);
  // A lead-in that names a time before the plan reports on it; what a figure's own words aim at by then does not.
  const aims = stated !== null && bearing.aims;
  const time = dated ?? inherited;
  const status =
    !aims &&
    statement.planned !== true &&
    (isPast(time, plan.context.year) || (!IN_AIMS.has(place.role) && isOver(time, date)))
      ? 'result'
      : bearing.status;
  const direction = directionOf(
    knowledge,
    block.text.slice(before.start, before.end) + upToDigits(quantity.text),
    quantity.value,
    block.text.slice(quantity.end, quantity.end + 40),
  );
  return {
    kind: 'quantified',
    status,
    path: place.row !== undefined ? place.row.path : place.node.path || null,
    area: areaOf(reading, statement, words),
    indicator: measuredUnderHead(reading, statement, words),
    // "vượt 5% dự toán": by just so much.
    quantity:
      direction === 'increase-by' && PASSES_BY.test(quantity.text)
        ? { ...quantity.value, comparator: '=' }
        : quantity.value,
    direction,
    baseline: baselineOf(knowledge, words),
    condition: conditionOf(knowledge, words),
    levels: levelsOf(knowledge, block.text.slice(own.start, own.end), quantity.value.unit, date),
    deadline: dated ?? (status === 'result' ? null : inherited),
    agencies: [...answerableIn(reading, statement, all), ...(place.row?.leads ?? [])],
    source: sourceAt(plan.laid, block.start + quote.start, block.start + quote.end),
    confidence: null,
  };
}

const PASSES_BY = /^vượt\s+(?:mức\s+)?\d/iu;

/** The area of the plan that a statement belongs to: where it stands, else what it speaks of. */
function areaOf({ plan: { areas }, block, place }: TextReading, statement: Statement, words: string): string | null {
  return (
    place.row?.area ?? areas.ofNode(place.node) ?? areas.ofWords(words) ?? areas.ofWords(around(block.text, statement))
  );
}

/** Agencies that the statement itself makes answerable: "UBND cấp huyện tiến hành kiểm tra … 30% UBND cấp xã". */
function answerableIn({ plan, block }: TextReading, statement: Statement, all: readonly Mention[]): Agency[] {
  const figure = statement.quantity.start;
  return ofKind(all, 'agency')
    .filter((m) => m.start >= statement.before.start && m.end <= statement.quote.end)
    .flatMap((m) => {
      const acts = m.end <= figure && ACTS.test(block.text.slice(m.end, figure));
      const role = m.value.role ?? (acts ? 'lead' : null);
      return role === null ? [] : [toAgency(plan, block, m, role, 'explicit')];
    });
}

/** Right behind an agency: what it does about the figure. */
const ACTS = /^\s*(?:chủ trì|tiến hành|thực hiện|triển khai|tổ chức|ban hành|xây dựng)/iu;

/** Where a day that was over is a slip, which is warned of. */
const IN_AIMS: ReadonlySet<SectionRole> = new Set(['objectives', 'indicators', 'tasks', 'implementation']);

/** The sentence of a statement up to the colon behind it: what is then listed is another matter. */
function around(text: string, { sentence, quote }: Statement): string {
  const colon = text.slice(quote.end, sentence.end).indexOf(':');
  return text.slice(sentence.start, colon < 0 ? sentence.end : quote.end + colon);
}
