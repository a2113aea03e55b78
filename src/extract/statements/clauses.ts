import { built } from '../../knowledge/knowledge.ts';
import { vi, viAll } from '../../language/pattern.ts';
import { type Range, trim } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import { onlyMeasures } from '../mentions/quantities/measure.ts';
import { measureAhead } from './heads.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import type { SentenceView } from './sentence-view.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { AIM, BOUND, LISTS, PLAN, say } = phrasesOf(tables);
  const [verb, against] = [say('changes-next'), say('against')];
  return {
    /** "500 tỷ đồng tăng 10%", "87% kế hoạch tăng 10%": no comma parts the verb from the figure before and what that is held against. */
    NEXT_VERB: vi`^\s+((${against}\s+)?${PLAN}(\s[^,;:.\d]{0,30}?)?\s+)?(?<verb>${verb})(\s+(${BOUND}|thêm))*\s+$`,
    INTRODUCED: vi`^[^:]*,\s*(${LISTS}|như|đơn\s+cử)(\s+là)?,?\s+(?=\p{L})`,
    NUMBERED_AIM: vi`^\s*${AIM}\s+(?=\d)`,
    /** Where a statement may begin between two figures. */
    JOINTS: viAll`[,;'’"”]\s*|\s(và|còn|(?<!(${say('with-with')}|kèm|khác)\s)với)\s`,
  };
});

/** A clause, and where the words before its colon begin that lead up to it. */
interface Clause {
  readonly clause: Range;
  readonly from: number;
}

/** Clauses between semicolons, with those joined that only together say something. */
export function clausesOf(view: SentenceView): Clause[] {
  const { text, quantities, plain, lead, isEnd } = view;
  const parts = partedAt(view, ';');
  const joined: Range[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before !== undefined && belongsTo(view, before, part))
      joined[joined.length - 1] = { start: before.start, end: part.end };
    else joined.push(part);
  }
  return joined.map((clause) => ({ clause: afterColon(clause), from: clause.start }));

  /** The comma or semicolon behind a place, or the end. */
  function pieceEnd(from: number, to: number): number {
    const mark = plain(from, to).search(/[,;]/u);
    return mark < 0 ? to : from + mark;
  }

  /** "Về cải cách thể chế: 100% …", "cụ thể: 100% …": the statement begins after the last colon before its first figure. */
  function afterColon(clause: Range): Range {
    const first = quantities.find((q) => q.start >= clause.start && q.end <= clause.end);
    if (first === undefined) return clause;
    const colon = plain(clause.start, first.start).lastIndexOf(':');
    if (colon < 0) return afterIntroduced(view, clause, first.start);
    const after = trim(text, clause.start + colon + 1, clause.end);
    // "Chỉ số hài lòng: 90%": the colon stands for "là".
    const measure = text.slice(clause.start, clause.start + colon);
    if (
      lead(after.start, first.start).empty &&
      isEnd(first.end, pieceEnd(first.end, clause.end)) &&
      !patternsOf(view.knowledge).NUMBERED_AIM.test(measure)
    )
      return clause;
    return after;
  }
}

/** "Nhiều mặt hàng có kim ngạch tăng, gồm thủy sản đạt 20 triệu USD": the first of those that the clause before speaks of. */
function afterIntroduced({ knowledge, text, plain }: SentenceView, clause: Range, figure: number): Range {
  const words = plain(clause.start, figure);
  const introduced = patternsOf(knowledge).INTRODUCED.exec(words);
  if (introduced === null || !/\p{L}/u.test(words.slice(introduced[0].length))) return clause;
  const after = trim(text, clause.start + introduced[0].length, clause.end);
  return measureAhead(knowledge, introduced[0].replace(HELD_AGAINST, '')) === undefined ? clause : after;
}
const HELD_AGAINST = /\s+so(?:\s+với)?\s[^,;:]*/gu;

/** Whether a part goes on with the one before it. */
function belongsTo(view: SentenceView, before: Range, part: Range): boolean {
  const { text, quantities, times, plain, lead, isEnd } = view;
  const { CHANGE, CHANGE_ANYWHERE, CONTINUES, PREDICATE, PREDICATE_FIRST, ACTS, SAYS, WHO_ACTS } = view.vocabulary;

  const figures = quantities.filter((q) => q.start >= before.start && q.end <= before.end);
  const own = quantities.filter((q) => q.start >= part.start && q.end <= part.end);
  const [last, first] = [figures.at(-1), own[0]];
  if (last !== undefined && first === undefined) {
    if (CONTINUES.test(text.slice(part.start, part.end))) return true;
    // "100% các cơ quan cấp tỉnh; UBND cấp huyện được đánh giá": nothing is said of the figure yet.
    return (
      !isEnd(last.end, before.end) &&
      !phrasesOf(view.knowledge).OF_PLAN.test(plain(last.end, before.end)) &&
      !PREDICATE.test(plain(last.end, before.end)) &&
      lead(statementStart(view, before, last), last.start).empty &&
      !PREDICATE_FIRST.test(plain(part.start, part.end)) &&
      !ACTS.test(plain(part.start, part.end)) &&
      PREDICATE.test(plain(part.start, part.end))
    );
  }
  if (first === undefined) return false;
  const opening = lead(part.start, first.start);
  // "phấn đấu đến năm 2025 đạt tỷ lệ 100%", "năm 2026: 85%": the measure is that of the clause before.
  const dated = times.some((time) => time.start >= part.start && time.end <= first.start);
  if (
    last !== undefined &&
    opening.empty &&
    (opening.linked || dated) &&
    own.every((figure) => isEnd(figure.end, part.end))
  )
    return true;
  if (last !== undefined && sharesPredicate(last, first)) return true;
  // "Rút ngắn thời gian A; thời gian B … tối thiểu 35%": the verb of the first clause governs the amount.
  if (
    last === undefined &&
    !opening.empty &&
    CHANGE.test(text.slice(lead(before.start, before.end).from, before.end))
  ) {
    return !CHANGE_ANYWHERE.test(plain(part.start, first.start)) && isEnd(first.end, part.end);
  }
  return false;

  /** "100% học sinh tiểu học; 90% học sinh trung học được học bơi": of the first nothing is said yet. */
  function sharesPredicate(one: MentionOf<'quantity'>, next: MentionOf<'quantity'>): boolean {
    const shares = one.value.unit.startsWith('%') && next.value.unit.startsWith('%');
    // "5 huyện, thị xã; 80 xã, phường hoàn thành …": of counts, at most another noun.
    const counts =
      !one.value.unit.includes('%') &&
      !next.value.unit.includes('%') &&
      /^(?:\s*,(?:\s+\p{Ll}+){1,2})*\s*$/u.test(plain(one.end, before.end)) &&
      countsNouns(view, one) &&
      countsNouns(view, next);
    return (
      (counts || (shares && /\p{L}/u.test(plain(one.end, before.end)) && !isEnd(one.end, before.end))) &&
      !SAYS.test(plain(one.end, before.end).replace(WHO_ACTS, ' ')) &&
      figures.length > 0 &&
      // "Đến năm 2025, 100% …": behind the comma of a time the figure stands first too.
      /^[\s,]*$/u.test(
        text.slice(lead(before.start, figures[0]?.start ?? one.start).from, figures[0]?.start ?? one.start),
      ) &&
      text.slice(part.start, next.start).trim() === '' &&
      PREDICATE.test(plain(next.end, view.sentence.end))
    );
  }
}

const countsNouns = (
  { knowledge }: Pick<SentenceView, 'knowledge'>,
  { value: { unit } }: MentionOf<'quantity'>,
): boolean => unit !== 'rank' && !onlyMeasures(knowledge, unit);

/** Start of the statement of a figure that is not the first of its clause: after the separator that parts it from the one before. */
export function statementStart(
  {
    knowledge,
    text,
    times,
    quantities,
    vocabulary: { AIMED_HEAD, CHANGE, HEAD, ONLY_ACT, ONLY_AIMS },
    plain,
    lead,
    skipTimes,
  }: SentenceView,
  range: Range,
  figure: MentionOf<'quantity'>,
): number {
  const between = plain(range.start, figure.start);
  const inWhich = between.lastIndexOf('trong đó');
  if (inWhich >= 0) return range.start + inWhich;
  // Where the figure before ended its clause, all that follows up to this one belongs to this one.
  const closed = /^[\s,]*$/u.test(
    between.slice(0, between.search(/[,;]/u) + 1).slice(skipTimes(range.start, figure.start) - range.start),
  );
  let best = -1;
  // "đạt 500 tỷ đồng tăng 10%": right behind a figure, the verb of the next one begins its statement.
  // "đạt 11% xếp thứ 4": the verb of a rank is its own.
  if (figure.value.unit === 'rank' && between.trim() === '') return figure.start;
  const verb = patternsOf(knowledge).NEXT_VERB.exec(between)?.groups?.verb;
  if (verb !== undefined) return range.start + between.lastIndexOf(verb);
  const counted = quantities.some((one) => one.end === range.start && countsNouns({ knowledge }, one));
  for (const match of between.matchAll(patternsOf(knowledge).JOINTS)) {
    const at = match.index + match[0].length;
    const joint = match[0].trim();
    const rest = text.slice(range.start + at, figure.start);
    const { empty } = lead(range.start + at, figure.start);
    // "nông nghiệp còn 20%": the verb of the figure.
    if (joint === 'còn' && empty) continue;
    // "… 20% và đến năm 2030, kinh tế số phải đạt 30%": a time opens a statement of its own.
    const dated = joint === 'và' && times.some((t) => t.start === range.start + at);
    const acts = joint === 'và' && ONLY_ACT.test(rest);
    // "40% lao động được đào tạo và phải đạt 60%": the same is aimed at again.
    const again = joint === 'và' && ONLY_AIMS.test(rest);
    if (
      empty ||
      again ||
      dated ||
      acts ||
      // "29 dự án trong nước cấp mới với tổng vốn 8 tỷ đồng": a measure of what is counted.
      (joint === 'với' && counted && onlyMeasures(knowledge, figure.value.unit) && HEAD.test(rest)) ||
      (joint !== 'với' && (HEAD.test(rest) || CHANGE.test(rest) || AIMED_HEAD.test(rest)))
    ) {
      best = at;
      break;
    }
    if (joint !== 'và' && joint !== 'với' && (best < 0 || !closed)) best = at;
  }
  return best < 0 ? range.start : range.start + best;
}

/** "- Vịt: 300 con - Ngan: 200 con": the next item of a list that stands in one line. */
const NEXT_ITEM = /[-–](?=\s\p{Lu}[^:;,.\d]{1,40}:\s?\d)/gu;

/** What a mark parts a sentence into, and the dashes of items that stand in one line; empty parts left out. */
function partedAt({ text, sentence, plain, quantities }: SentenceView, mark: string): Range[] {
  const parts: Range[] = [];
  const behindFigure = (at: number): boolean =>
    quantities.some(({ end }) => end <= at && plain(end, at).trim() === '' && at > end);
  const dashes = new Set(
    [...plain(sentence.start, sentence.end).matchAll(NEXT_ITEM)]
      .map(({ index }) => sentence.start + index)
      .filter(behindFigure),
  );
  let from = sentence.start;
  for (let i = sentence.start; i <= sentence.end; i++) {
    if (i < sentence.end && plain(i, i + 1) !== mark && !dashes.has(i)) continue;
    const part = trim(text, from, i);
    if (part.end > part.start) parts.push(part);
    from = i + 1;
  }
  return parts;
}
