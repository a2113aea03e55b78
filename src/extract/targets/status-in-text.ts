import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viMeaning, viWords } from '../../language/pattern.ts';
import type { MentionOf } from '../../model/mention.ts';
import type { Deadline } from '../../model/record.ts';
import type { Plan } from '../document/plan.ts';
import {
  assesses,
  describes,
  heldAgainst,
  type Status,
  statusSaid,
  tellsOfPlan,
  withoutOutcome,
} from '../statements/status.ts';
import type { Bearing, TextReading } from './text-place.ts';
import { isAhead, isPast, isToldOf } from './times-of-plan.ts';

/**
 * What a sentence reports or aims at as a whole. The nearest that tells decides: its own words where it has no figure (before a figure,
 * they are looked at figure by figure), what it holds its figures against, the time that it opens with, how it says that things went,
 * what was said before it.
 *
 * @param times of a sentence with figures; undefined where it has none
 * @returns `aside` where what is said holds for this sentence alone
 */
export function statusOfSentence(
  reading: TextReading,
  words: string,
  times: readonly MentionOf<'deadline'>[] | undefined,
  opening: Deadline | null,
  bearing: Bearing,
): Pick<Bearing, 'status' | 'said'> & { readonly aside?: boolean } {
  const { plan, place, aimed } = reading;
  const { status, said, past } = bearing;
  const { knowledge, date } = plan.context;
  const hasFigures = times !== undefined;
  // A story goes on with what it tells; what opens a plan goes on describing.
  if (hasFigures && describesHere(reading, words, times, bearing))
    return { status: 'result', said, aside: place.story };
  const own = statusSaid(knowledge, hasFigures ? words : withoutOutcome(knowledge, words), aimed);
  if (!hasFigures && own !== undefined) return { status: own, said: true };
  const planned = figureOfPlan(plan, bearing, words);
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

/**
 * Whether a sentence with figures describes how things are, in a place where nothing has been aimed at yet: what a plan opens with, or
 * a count in a story that nobody would aim at to the last one. By when something is due, no description says.
 *
 * @param times those of the sentence
 */
function describesHere(
  { plan, place }: TextReading,
  words: string,
  times: readonly MentionOf<'deadline'>[],
  { said }: Bearing,
): boolean {
  if (said || !place.unaimed || (place.story && !TO_THE_LAST.test(words))) return false;
  return times.every(({ value }) => isToldOf(value, plan)) && describes(plan.context.knowledge, words);
}
const TO_THE_LAST = /(?<![\d.,])\d{1,3}(?:\.\d{3})*\.\d\d[1-9](?![\d.,]*\d)(?!\s?%)/u;

/** Whether a sentence goes on with what a plan sets that the one before it tells of. */
export const figureOfPlan = ({ context }: Plan, { previous }: Bearing, words: string): boolean =>
  previous !== '' && tellsOfPlan(context.knowledge, previous, words);

/**
 * What the words before a figure say of it: "cao hơn năm 2021 (5%)" tells in brackets of a year that was over when the plan began, and
 * in "năm 2023 đã mở 210 lớp; năm 2024 mở 230 lớp" what stands before the time of a clause is told of one that was over.
 *
 * @param said its sentence up to it
 */
export function saidOf(
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
export function handsOn(knowledge: Knowledge, said: string, told: Status, aimed: boolean): boolean {
  if (!inBrackets(said)) return true;
  const open = said.lastIndexOf('(');
  return told === 'result' && !aimed && statusSaid(knowledge, said.slice(0, open), aimed) !== 'target';
}

/** Whether what follows stands in brackets. */
export const inBrackets = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')');

/** Words by which a sentence or a figure speaks of a plan. */
export const planPatterns = built(['documentKinds', 'issueWords', 'timeWords'], (tables) => ({
  /** "đạt 49% chỉ tiêu đặt ra tới năm 2025": the year is that of a plan, not of the figure before it. */
  OF_PLAN: vi`(${viMeaning(tables.issueWords, 'aims')}|${viWords(tables.documentKinds.filter(({ form }) => form !== undefined))}|${viMeaning(tables.timeWords, 'stage')}|so với)`,
}));

/** Whether the words before a figure say themselves that it was reached. */
export const reportsItself = (knowledge: Knowledge, said: string, aimed: boolean): boolean =>
  statusSaid(knowledge, said, aimed) === 'result';
