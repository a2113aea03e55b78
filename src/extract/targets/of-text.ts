import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { SectionRole } from '../../knowledge/word-tables.ts';
import { levelsOf } from '../../language/levels.ts';
import { vi, viMeaning, viWords } from '../../language/pattern.ts';
import { insideEach, type Range, sentences } from '../../language/sentences.ts';
import { shareWords } from '../../language/shares.ts';
import { verbs } from '../../language/verbs.ts';
import type { Mention, MentionOf } from '../../model/mention.ts';
import type { Agency, Deadline } from '../../model/record.ts';
import { toAgency } from '../document/agencies.ts';
import type { RowFacts, TargetDraft } from '../document/drafts.ts';
import { isBullet, type OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { roleOfTitle } from '../document/section-roles.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';
import { findMentions } from '../mentions/find.ts';
import { onlyMeasures } from '../mentions/quantities/measure.ts';
import { baselineOf, conditionOf } from '../statements/baseline.ts';
import { bindingTimes } from '../statements/binding-times.ts';
import { type Directed, directionOf, sharedDirection } from '../statements/direction.ts';
import { isShare } from '../statements/figures-of-clause.ts';
import { isMeasure, measureAhead, needsHead, placeOfHeading } from '../statements/heads.ts';
import { dimensionOf, growthOf, isLabel, labelOf } from '../statements/left-out.ts';
import { noMeasure } from '../statements/no-measure.ts';
import type { Statement } from '../statements/statement.ts';
import { readStatements } from '../statements/statements.ts';
import { assesses, heldAgainst, type Status, statusSaid, tellsOfPlan, withoutOutcome } from '../statements/status.ts';
import { upToDigits } from '../statements/up-to-digits.ts';
import { vocabularyOf } from '../statements/vocabulary.ts';
import { inOrder, quotedWithRow, withShare } from './in-turn.ts';

/** Below a table: what its figures are counted from. */
const NOTE = /^(?:\(\*+\)\s*)?ghi\s+chú\s*[:.]/iu;

/** What surrounds a block: where it stands, and what it inherits. */
export interface Place {
  readonly node: OutlineNode;
  readonly role: SectionRole;
  /** Offset in the block's text at which its own text begins, after label and run-in heading. */
  readonly from: number;
  readonly row?: RowFacts;
  readonly inherited: Deadline | null;
  /** The time that the paragraphs before opened with, where a text without sections goes on from one to the next. */
  readonly frame: Deadline | null;
  /** What a text of this form reports unless it says otherwise. */
  readonly status: Status;
  /** It stands in a text that tells what was reached and what is aimed at in turn. */
  readonly story: boolean;
  /** It stands in that part of a report which says what comes next. */
  readonly next: boolean;
  /** The paragraph before, where it holds no figure. */
  readonly before: string;
  /** The last time that opened a sentence before was over when the plan began. */
  readonly past: boolean;
}

/** A block that targets are read from. */
interface TextReading {
  readonly plan: Plan;
  readonly block: LaidBlock;
  readonly place: Place;
  /** Its section is for aims. */
  readonly aimed: boolean;
}

/** What the sentences of a block hand on to those behind them. */
interface Bearing {
  readonly status: Status;
  /** The text says so, and it is not only what is usual where it stands. */
  readonly said: boolean;
  /** The last time that opened a sentence was over when the plan began. */
  readonly past: boolean;
  /** The time that the sentences before opened with: it holds until another is named. */
  readonly frame: Deadline | null;
  /** The time of the last figure before that named its own. */
  readonly last: Deadline | null;
  /** The sentence before, where it holds no figure. */
  readonly previous: string;
  /** What the last figure before measures. */
  readonly statement?: Statement | undefined;
}

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

/** "Trong năm có 3 đợt bão" under "TÌNH HÌNH NĂM 2024": the year is that of the heading. */
function ofYearAbove(mentions: readonly Mention[], above: Deadline | null): readonly Mention[] {
  const { start, end } = above ?? {};
  if (above?.type !== 'during' || start == null || end == null || !isOfYears(above)) return mentions;
  if (start.slice(0, 4) !== end.slice(0, 4)) return mentions;
  return mentions.map((mention) => {
    if (mention.kind !== 'deadline' || !YEAR_AT_HAND.test(mention.text)) return mention;
    const { value } = mention;
    // In a plan for several years, "trong năm" alone comes back each year.
    if (value.type === 'recurring') {
      const until = UNTIL_ITS_END.test(mention.text);
      return {
        ...mention,
        value: { ...value, type: until ? 'by' : 'during', start: until ? null : start, end, rrule: null },
      };
    }
    return value.end === null ? mention : { ...mention, value: { ...value, start: value.start && start, end } };
  });
}
const UNTIL_ITS_END = /^(?:đến|tới|hết)\s/iu;
const YEAR_AT_HAND = /(?:^|\s)(?:trong|cuối|hết|cả)\snăm$/iu;

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
  const partOf = bearing.last !== null && PART_OF_BEFORE.test(words);
  const whole: Deadline | null =
    partOf && !isPast(bearing.last, plan.context.year) ? { ...bearing.last, basis: 'inherited' } : null;
  const binding = bindingTimes(knowledge, text, sentence, figures, times, year);
  const statements = readStatements(knowledge, text, sentence, figures, times, setAside, bearing.statement);
  const shares = inOrder(knowledge, text, statements, times);
  const opens = binding.opening();
  const opening = opens?.value;
  const all = statusOfSentence(reading, words, figures.length > 0, opening ?? null, bearing);
  // What stands in a plan is aimed at: there "đã quy hoạch" only tells how it came about.
  const towards = aimed || ofPlan(plan, bearing, words);
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
      !planOf(plan.context.knowledge).OF_PLAN.test(text.slice(quantity.end, Math.max(quantity.end, bound.start))) &&
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
  const last = stated ?? (PART_OF_BEFORE.test(words) ? bearing.last : null);
  // What has figures of its own is no more about how a plan came about.
  const previous = figures.length === 0 ? words : '';
  const next = { status, said: all.said, last, previous, statement: statements.at(-1) };
  if (opens === null) return [found, { ...next, frame: null, past: false }];
  if (opening === undefined) return [found, { ...next, frame, past: bearing.past }];
  const past = isToldOf(opening, plan);
  return [found, { ...next, frame: past ? null : { ...opening, basis: 'inherited' }, past }];
}

/**
 * What a sentence reports or aims at as a whole. The nearest that tells decides: its own words where it has no figure (before a figure,
 * they are looked at figure by figure), what it holds its figures against, the time that it opens with, how it says that things went,
 * what was said before it.
 */
function statusOfSentence(
  { plan, place, aimed }: TextReading,
  words: string,
  hasFigures: boolean,
  opening: Deadline | null,
  bearing: Bearing,
): Pick<Bearing, 'status' | 'said'> {
  const { status, said, past } = bearing;
  const { knowledge, date } = plan.context;
  const own = statusSaid(knowledge, hasFigures ? words : withoutOutcome(words), aimed);
  if (!hasFigures && own !== undefined) return { status: own, said: true };
  const planned = ofPlan(plan, bearing, words);
  const afterAims = planned || (said && status === 'target');
  // Where a report says what comes next, "vượt 5% dự toán" is still to be done.
  const held = !aimed && !place.next && heldAgainst(knowledge, words, afterAims);
  if (hasFigures && held) return { status: 'result', said: true };
  if (!aimed && isToldOf(opening, plan)) return { status: 'result', said: true };
  if (planned) return { status: 'target', said: true };
  // The year that follows upon one that is over is aimed at.
  if (place.story && (isAhead(opening, date) || (past && opening !== null))) return { status: 'target', said: true };
  if (place.story && !said && assesses(knowledge, words)) return { status: 'result', said: true };
  return { status, said: said || own !== undefined };
}

/** Whether a sentence goes on with what a plan sets that the one before it tells of. */
const ofPlan = ({ context }: Plan, { previous }: Bearing, words: string): boolean =>
  previous !== '' && tellsOfPlan(context.knowledge, previous, words);

/**
 * What the words before a figure say of it: "cao hơn năm 2021 (5%)" tells in brackets of a year that was over when the plan began, and
 * in "năm 2023 đã mở 210 lớp; năm 2024 mở 230 lớp" what stands before the time of a clause is told of one that was over.
 *
 * @param said its sentence up to it
 */
function saidOf(
  { plan, aimed }: TextReading,
  said: string,
  bound: MentionOf<'deadline'> | null,
  times: readonly MentionOf<'deadline'>[],
): Status | undefined {
  const { knowledge, year } = plan.context;
  const beside = IN_BRACKETS_OF_YEAR.exec(said)?.groups?.year;
  if (beside !== undefined && year !== null && Number(beside) < year) return 'result';
  const opens = bound === null ? -1 : said.lastIndexOf(bound.text);
  const ofOwnTime =
    bound !== null &&
    !isPast(bound.value, plan.context.year) &&
    /[;,]\s*$/u.test(said.slice(0, Math.max(0, opens))) &&
    times.some(({ value, end }) => end <= bound.start && isPast(value, plan.context.year));
  return ofOwnTime ? (statusSaid(knowledge, said.slice(opens), aimed) ?? 'target') : statusSaid(knowledge, said, aimed);
}
const IN_BRACKETS_OF_YEAR = /năm\s(?<year>20\d\d)\s?\((?:đạt|là|chỉ)?\s?$/iu;

/** What brackets aim at is said by the way, and so is what they report beside an aim: "đàn lợn 12.000 con (năm trước đạt 11.000 con)". */
function handsOn(knowledge: Knowledge, said: string, told: Status, aimed: boolean): boolean {
  if (!inBrackets(said)) return true;
  const open = said.lastIndexOf('(');
  return told === 'result' && !aimed && statusSaid(knowledge, said.slice(0, open), aimed) !== 'target';
}

/** Whether what follows stands in brackets. */
const inBrackets = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')');

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

const planOf = built(['documentKinds', 'issueWords', 'timeWords'], (tables) => ({
  /** "đạt 49% chỉ tiêu đặt ra tới năm 2025": the year is that of a plan, not of the figure before it. */
  OF_PLAN: vi`(${viMeaning(tables.issueWords, 'aims')}|${viWords(tables.documentKinds.filter(({ form }) => form !== undefined))}|${viMeaning(tables.timeWords, 'stage')}|so với)`,
}));

/** A sentence about a part of what the one before it counts has its time. */
const PART_OF_BEFORE = vi`^(trong đó|trong số (này|đó|ấy|trên)|gồm|bao gồm)`;

/**
 * The quantities of a sentence that measure something themselves, and those that do not but are told with a measure of their own:
 * "kinh phí 30 tỷ đồng", "diện tích 47 ha".
 */
function measuring(
  { plan, block: { text }, place }: TextReading,
  sentence: Range,
  quantities: readonly MentionOf<'quantity'>[],
): { readonly figures: MentionOf<'quantity'>[]; readonly setAside: MentionOf<'quantity'>[] } {
  const { knowledge } = plan.context;
  const denominators = new Set(quantities.filter((q) => q.value.unit.includes('/')).map(({ end }) => end));
  const figures: MentionOf<'quantity'>[] = [];
  const setAside: MentionOf<'quantity'>[] = [];
  for (const q of quantities) {
    const why = noMeasure(knowledge, text, sentence, q, { role: place.role, matter: plan.matter });
    if (why === 'spent' || why === 'attribute') setAside.push(q);
    if (why !== undefined || definesShare(knowledge, text, sentence, q, quantities)) continue;
    if (!followsDenominator(text, q, denominators)) figures.push(q);
  }
  return { figures, setAside };
}

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
    indicator: measured(reading, statement, words),
    // "vượt 5% dự toán": by just so much.
    quantity:
      direction === 'increase-by' && PASSES_BY.test(quantity.text)
        ? { ...quantity.value, comparator: '=' }
        : quantity.value,
    direction,
    baseline: baselineOf(words),
    condition: conditionOf(knowledge, words),
    levels: levelsOf(knowledge, block.text.slice(own.start, own.end), quantity.value.unit, date),
    deadline: dated ?? (status === 'result' ? null : inherited),
    agencies: [...answerableIn(reading, statement, all), ...(place.row?.leads ?? [])],
    source: sourceAt(plan.laid, block.start + quote.start, block.start + quote.end),
    confidence: null,
  };
}

const PASSES_BY = /^vượt\s+(?:mức\s+)?\d/iu;

/** What a statement measures, below where it stands and what it leans on. */
function measured(
  { plan, block, place, aimed }: TextReading,
  statement: Statement,
  words: string,
): TargetDraft['indicator'] {
  const own = statement.indicator === '' ? words : statement.indicator;
  const { knowledge } = plan.context;
  const heads: string[] = [];
  for (let node: OutlineNode | null = place.node; node !== null; node = node.parent) {
    const title = titleOf(node);
    const where = title.heading ? placeOfHeading(knowledge, title.text) : undefined;
    if (where !== undefined) heads.unshift(where);
    else if (node === place.node || node === place.node.parent) {
      // "1. Tỷ lệ hộ nghèo: 5%": words that the text itself begins with are no heading above it.
      const above = title.heading && (block !== node.blocks[0] || title.bodyStart <= block.start + place.from);
      const whole = above && needsHead(knowledge, own, title.text) ? measureOfHeading(plan, title.text) : undefined;
      if (whole !== undefined) heads.unshift(whole);
    }
  }
  if (heads.length === 0 && statement.heads.length === 0) {
    const thing =
      wholeOfList({ plan, block, place, aimed }, statement, own) ??
      thingAbove({ plan, block, place, aimed }, statement, own);
    if (thing !== undefined) heads.push(thing);
  }
  const under = [...new Set([...heads, ...statement.heads])].filter((head) => !own.includes(head));
  return { text: [...under, own].join(': '), ...(under.length === 0 ? {} : { under }) };
}

/**
 * "…; tổng đàn gia cầm hiện nay là:" above "- Gà: 2.000 con": what the sentence measures that hands over to a list, for an item that but
 * names a part.
 */
function wholeOfList({ plan, block, place }: TextReading, statement: Statement, own: string): string | undefined {
  const { knowledge } = plan.context;
  const { node } = place;
  const { quantity, shape, quote } = statement;
  const opens = quote.start <= place.from + 2 && block === node.blocks[0];
  if (shape !== 'measure-first' || !opens || !isBullet(node) || !isLabel(knowledge, own)) return undefined;
  const above = node.parent?.blocks.findLast(({ start }) => start < node.start);
  const clause = above === undefined ? undefined : LAST_CLAUSE.exec(above.text)?.groups?.clause;
  if (clause === undefined) return undefined;
  let words = clause.replace(AS_OF_NOW, ' ');
  for (const time of ofKind(findMentions(clause, plan.context), 'deadline')) words = words.replace(time.text, ' ');
  const said = words.replace(/\s+/gu, ' ').trim();
  const head = [0, ...[...said.matchAll(/,\s/gu)].map(({ index }) => index + 2)]
    .map((at) => measureAhead(knowledge, said.slice(at).trim()))
    .find((measure) => measure !== undefined);
  return head !== undefined && isShare(quantity) === sharedOut(knowledge).test(head) ? head : undefined;
}
const LAST_CLAUSE = /(?:^|[.;]\s)(?<clause>[^.;]*)[:：]\s*$/u;
const AS_OF_NOW = vi`((tại|đến)? thời điểm)? (hiện nay|hiện tại|hiện có)`;
/** What is told in percent. */
const sharedOut = built(['measures'], (tables) => vi`^${shareWords(tables).SHARE}|^(tốc độ|mức|nhịp độ)? tăng`);

/** "a) Cây lúa": what the nearest heading names, for a measure that does not say of what it is taken, or a name that is but measured. */
function thingAbove({ plan, block, place }: TextReading, statement: Statement, own: string): string | undefined {
  const { knowledge } = plan.context;
  const { quantity, shape } = statement;
  const named = shape === 'measure-first' && onlyMeasures(knowledge, quantity.value.unit) && isLabel(knowledge, own);
  const grows = growthOf(knowledge, own) !== undefined;
  const bare = grows || dimensionOf(knowledge, own) !== undefined;
  if (!bare && (!named || isShare(quantity) || quantity.value.unit === 'VND')) return undefined;
  for (let node: OutlineNode | null = place.node; node !== null; node = node.parent) {
    const title = titleOf(node);
    // What the item itself begins with is no heading above it.
    if (!title.heading || /\d/u.test(title.text) || own.includes(title.text)) continue;
    if (title.bodyStart > block.start + quantity.start) continue;
    const counted = thingOf(knowledge).THING.test(title.text) ? labelOf(knowledge, title.text) : undefined;
    // "2. Nông nghiệp": what grows may be no more than a field of work.
    const thing = counted ?? (grows && title.text.split(' ').length <= LONGEST_FIELD ? title.text : undefined);
    return thing === undefined || own.includes(thing) || roleOfTitle(knowledge, thing) !== undefined
      ? undefined
      : thing;
  }
  return undefined;
}

const LONGEST_FIELD = 6;

/** Crops, herds and what else can be counted: other headings name fields of work. */
const thingOf = built(['figures'], ({ figures }) => ({
  THING: vi`^(các)? (${viWords(figures.counted.heads.map((word) => ({ word })))})`,
}));

const HEADINGS = new WeakMap<Plan, Map<string, string | undefined>>();

/** A heading that says nothing but what is measured below it: "Cơ cấu kinh tế đến năm 2030"; read once for all figures below it. */
function measureOfHeading(plan: Plan, heading: string): string | undefined {
  const known = HEADINGS.get(plan) ?? new Map<string, string | undefined>();
  HEADINGS.set(plan, known);
  if (!known.has(heading)) known.set(heading, measureIn(plan, heading));
  return known.get(heading);
}

function measureIn({ context }: Plan, heading: string): string | undefined {
  let words = heading;
  for (const time of ofKind(findMentions(heading, context), 'deadline')) words = words.replace(time.text, ' ');
  const whole = words.replace(/\s+/gu, ' ').trim();
  return isMeasure(context.knowledge, whole) && measureAhead(context.knowledge, whole) === whole ? whole : undefined;
}

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

/** A year that was over when the plan began can only be reported on. */
const isPast = (time: Deadline | null, planYear: number | null): boolean =>
  time?.type !== 'recurring' && time?.end != null && planYear !== null && Number(time.end.slice(0, 4)) < planYear;

/** A sentence that opens with a year that was over when its article was posted tells of it: "Năm 2024, …". By when old plans aimed at something, a page may show years later. */
const isToldOf = (time: Deadline | null, { context, toldIn }: Plan): boolean =>
  isPast(time, context.year) || (time?.type === 'during' && isPast(time, toldIn));

/** Where a day that was over is a slip, which is warned of. */
const IN_AIMS: ReadonlySet<SectionRole> = new Set(['objectives', 'indicators', 'tasks', 'implementation']);

/** Days and months that were over when a text was issued, or its very day: "Đến 12 giờ ngày 21/11/2025, …". Whole years are told by `isPast`. */
const isOver = (time: Deadline | null, date: string | null): boolean =>
  (time?.type === 'by' || time?.type === 'during') &&
  time.end !== null &&
  !time.exclusive &&
  !/^(?:chậm|muộn)\s/iu.test(time.text) &&
  date !== null &&
  !isOfYears(time) &&
  (time.end < date || (time.end === date && time.start === null));

/** A year that comes after that of the document can only be aimed at. */
function isAhead(time: Deadline | null, date: string | null): boolean {
  if (time === null || date === null) return false;
  const from = time.type === 'by' ? time.end : time.type === 'during' && isOfYears(time) ? time.start : null;
  return from !== null && from.slice(0, 4) > date.slice(0, 4);
}

/** Whole years: "5 tháng đầu năm 2025" is told of when it is over. */
const isOfYears = ({ start, end }: Deadline): boolean =>
  (start === null || start.endsWith('-01-01')) && (end === null || end.endsWith('-12-31'));

/** Whether the words before a figure say themselves that it was reached. */
const reportsItself = (knowledge: Knowledge, said: string, aimed: boolean): boolean =>
  statusSaid(knowledge, said, aimed) === 'result';

const LATEST = new WeakMap<Plan, string>();
/** The latest year of a day that a text without a date of its own names: beyond it, what is to be reached by a year is aimed at. */
function latestIn(plan: Plan): string {
  const known = LATEST.get(plan);
  if (known !== undefined) return known;
  const latest = lastYear(plan.laid.text, DAY_OR_STATE) ?? lastYear(plan.laid.text, COMPARED) ?? '0000';
  LATEST.set(plan, latest);
  return latest;
}

const lastYear = (text: string, said: RegExp): string | undefined =>
  [...text.matchAll(said)]
    .map(({ groups }) => groups?.year ?? groups?.of ?? '')
    .sort()
    .at(-1);
/** Days that are no deadlines, and years whose state is told: not the "ước năm" of "trước năm 2030". */
const DAY_OR_STATE =
  /(?<!\d)(?<!(?:trước|hết|hạn|chậm nhất|(?<!tính )đến)\s(?:là\s)?(?:ngày\s)?)\d{1,2}(?:[/.-]\d{1,2}[/.-]|\stháng\s\d{1,2}\snăm\s)(?<year>20\d\d)(?!\d)|(?<!\p{L})(?:hiện trạng|tính đến|kết quả|ước)\s(?:hết\s)?năm\s(?<of>20\d\d)/giu;
/** Plans compare with years to come too. */
const COMPARED = /(?<!\p{L})so với\s(?:hết\s)?năm\s(?<of>20\d\d)/giu;

/** The sentence of a statement up to the colon behind it: what is then listed is another matter. */
function around(text: string, { sentence, quote }: Statement): string {
  const colon = text.slice(quote.end, sentence.end).indexOf(':');
  return text.slice(sentence.start, colon < 0 ? sentence.end : quote.end + colon);
}

const patternsOf = built(['measures', 'verbs'], (tables) => {
  const { MOVED, KEEPS, AIMS } = verbs(tables);
  return {
    RATE_FIRST: vi`(^|[,;:]\s*)((${MOVED}|${KEEPS}|${AIMS}|giữ)\s+)*${shareWords(tables).BEGINS}(?!\p{L})[^;:]*$`,
  };
});

/**
 * A count inside the measure of a share only says what is shared: "tỷ lệ trẻ học 02 buổi/ngày đạt 99%",
 * "95% phụ nữ được tầm soát ít nhất 4 bệnh".
 */
function definesShare(
  knowledge: Knowledge,
  text: string,
  sentence: Range,
  count: MentionOf<'quantity'>,
  all: readonly MentionOf<'quantity'>[],
): boolean {
  const { MEASURED_BEFORE, ONLY_ACT, PREDICATE } = vocabularyOf(knowledge);
  if (count.value.unit.startsWith('%') || count.value.unit === 'rank') return false;
  return all.some((share) => {
    if (!share.value.unit.startsWith('%') || share.start < sentence.start || share.end > sentence.end) return false;
    if (share.end > count.start && share.start < count.end) return false;
    if (Math.max(count.start - share.end, share.start - count.end) > FARTHEST) return false;
    const between = share.end <= count.start ? text.slice(share.end, count.start) : text.slice(count.end, share.start);
    // "đạt 1.200 CLB (tăng 8%/năm), đến năm 2030 có 1.500 CLB": the bracket with the share has ended.
    if (share.end <= count.start && between.includes(')')) return false;
    if (/[;:.(]|(?<![\p{L}])(?:(?<!so\s)với|gồm|trong đó)(?![\p{L}])/iu.test(between)) return false;
    // Commas may part nouns ("100% xã, phường có ít nhất 2 bản tin"), not clauses.
    const joint = Math.max(between.lastIndexOf(','), [...between.matchAll(AND)].at(-1)?.index ?? -1);
    if (joint >= 0 && ONLY_ACT.test(between.slice(joint + 1)) && share.end <= count.start) return false;
    if (
      joint >= 0 &&
      (share.end > count.start || PREDICATE.test(between.slice(0, joint)) || !PREDICATE.test(between.slice(joint)))
    )
      return false;
    // "X đạt 9,5%, Y đạt 8 tỷ đồng": the measure of the share stood before it.
    if (joint >= 0 && MEASURED_BEFORE.test(text.slice(sentence.start, share.start))) return false;
    // "hộ nghèo giảm 4%, thu nhập bình quân đạt 36 triệu đồng": a measure of its own.
    if (joint >= 0 && isMeasure(knowledge, between.slice(joint + 1))) return false;
    if (share.end <= count.start) return /\p{L}/u.test(between);
    const before = text.slice(sentence.start, count.start);
    return patternsOf(knowledge).RATE_FIRST.test(before);
  });
}

/** A count that stands farther from a share than this, in UTF-16 units, is no part of what is shared. */
const FARTHEST = 400;
const AND = /(?<!\p{L})và(?!\p{L})/giu;

/**
 * "2,2 giáo viên/lớp 2 buổi/ngày": right behind a denominator, a count only says which.
 *
 * @param denominators ends of the quantities that have one
 */
function followsDenominator(text: string, { start }: Range, denominators: ReadonlySet<number>): boolean {
  let end = start;
  while (end > 0 && /\s/u.test(text[end - 1] ?? '')) end--;
  return end < start && denominators.has(end);
}
