import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Range } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import { isInformed } from '../mentions/agencies/roles.ts';
import { type DutyPatterns, TOLD_WITHIN } from './duty-words.ts';

/** Whether words that hand duties over stand right before a place; no farther back than they are long. */
export const hands = (words: DutyPatterns, text: string, from: number, at: number): boolean =>
  words.hands.test(text.slice(Math.max(from, at - 40), at));

/** The same where others stand before the first body: "yêu cầu các cấp, các ngành, UBND các xã …". */
const receives = (words: DutyPatterns, text: string, from: number, at: number): boolean =>
  /(?:[,/]|và|cùng|các)\s*$/u.test(text.slice(Math.max(from, at - 6), at)) &&
  words.receivers.test(text.slice(Math.max(from, at - 160), at));

/** What the place of a sentence says of it. */
export interface SentencePlace {
  /** It says by when something is to be done. */
  readonly due: boolean;
  /** Duties are told here: it stands among tasks, or an order was given before it. */
  readonly expected: boolean;
  /** A figure in it may tell of what was done: "rà soát 45 văn bản". A plan counts what is to be done. */
  readonly counts: boolean;
}

/** The agencies that a sentence gives a duty without saying that they lead. */
export function doersNamed(
  knowledge: Knowledge,
  words: DutyPatterns,
  text: string,
  range: Range,
  within: readonly MentionOf<'agency'>[],
  { due, expected, counts }: SentencePlace,
): readonly MentionOf<'agency'>[] {
  const { start, end } = range;
  const ordered = orderedIn(words, text, range, within, expected);
  if (ordered !== undefined) return withMatter(ordered, text, end);
  const opener = openerOf(words, text, start, within, expected || due);
  if (opener === undefined || isInformed(knowledge, text, opener.start))
    return obligedIn(knowledge, words, text, range, within);
  const doers = enumerated(words, within.slice(within.indexOf(opener)), text);
  const after = behindNames(words, text.slice(doers.at(-1)?.end ?? opener.end, end));
  if (isObliged(words, after)) return doers;
  const colon = /^[^.;:]{0,120}:\s+(?=\p{L})/u.exec(after)?.[0].length ?? 0;
  // "Theo đó, UBND thành phố triển khai các hoạt động như sau:" tells of what follows.
  const ahead = text.slice(start, opener.start).trimEnd();
  const acts =
    words.acts.test(after.trimStart()) ||
    words.narrows.test(after) ||
    BEHIND_COLON.test(after) ||
    ((opener.start - start <= LONGEST_LINK || SHORT_LINK.test(ahead) || ahead.endsWith(':')) &&
      !words.commander.test(opener.value.name) &&
      actsAnyhow(words, after));
  const told = words.told.test(after.slice(0, TOLD_SOON)) || words.bears.test(after);
  if (expected && acts && !told && !/[:：]\s*$/u.test(after) && (due || !counts || !COUNTS.test(after))) return doers;
  return words.answers.test(after) ||
    (colon > 0 && !words.consists.test(after) && words.acts.test(after.slice(colon))) ||
    (due && words.reports.test(text.slice(start, end)))
    ? doers
    : obligedIn(knowledge, words, text, range, within);
}

/** "Các cơ quan báo chí: Mở chuyên trang …": whatever the verb. */
const BEHIND_COLON = /^\s*:\s+\p{Lu}\p{Ll}+\s\p{Ll}+\s[^:]{6}/u;

/** Whom somebody gives an order in so many words: "yêu cầu Sở Y tế …", "UBND tỉnh chỉ đạo …", "Thủ tướng đôn đốc …". */
export function orderedIn(
  words: DutyPatterns,
  text: string,
  { start }: Range,
  within: readonly MentionOf<'agency'>[],
  expected: boolean,
): readonly MentionOf<'agency'>[] | undefined {
  const handed = within.findIndex(
    (m, i) => hands(words, text, start, m.start) || (i < 2 && receives(words, text, start, m.start)),
  );
  const first = within[handed];
  if (first !== undefined && isOrdered(words, text, start, within.slice(0, handed), first))
    return enumerated(words, within.slice(handed), text);
  return (
    within
      .map((m, i) =>
        opensClause(words, text, within[i - 1], m) ? commandedIn(words, text, start, within.slice(i)) : undefined,
      )
      .find((doers) => doers !== undefined) ??
    sentTo(words, text, start, within) ??
    spokenTo(words, text, start, within) ??
    askedOf(words, text, start, within, expected)
  );
}

/** Whether a name begins a clause of its own, and does not go on with the names before it. */
const opensClause = (
  words: DutyPatterns,
  text: string,
  before: MentionOf<'agency'> | undefined,
  { start }: MentionOf<'agency'>,
): boolean =>
  before === undefined ||
  (!words.joined.test(text.slice(before.end, start)) && words.clauseEnds.test(text.slice(0, start)));

/** Whether a text begins with bodies, or a topic and bodies, and what they do: "Sở Y tế kiểm tra …", "Kinh phí: Sở Tài chính bố trí …". */
export function beginsWithAct(
  words: DutyPatterns,
  text: string,
  from: number,
  within: readonly MentionOf<'agency'>[],
): boolean {
  const [first] = within;
  if (first === undefined) return false;
  const ahead = text.slice(from, first.start);
  if (ahead !== '' && !TOPIC.test(ahead)) return false;
  const last = enumerated(words, within, text).at(-1) ?? first;
  const after = text.slice(last.end);
  return words.acts.test(after.trimStart()) || words.answers.test(after) || actsAnyhow(words, after);
}
/** "Về tuyên truyền:", "3. Kinh phí:" */
const TOPIC = /^\p{Lu}[^.;:]{2,80}:\s+(?:giao\s+)?$/u;

/**
 * What a sentence that names bodies does, whatever stands around it: it gives an order, or it says what they do.
 *
 * @param orders whether orders are asked for; else only what says what bodies do is looked for, which takes less time
 */
export function actOf(
  knowledge: Knowledge,
  words: DutyPatterns,
  text: string,
  range: Range,
  within: readonly MentionOf<'agency'>[],
  orders: boolean,
): 'orders' | 'acts' | undefined {
  const { start, end } = range;
  const opener = openerOf(words, text, start, within, true);
  const opens = opener !== undefined && !words.commander.test(opener.value.name);
  const last = opens ? (enumerated(words, within.slice(within.indexOf(opener)), text).at(-1) ?? opener) : undefined;
  const after = last === undefined ? '' : behindNames(words, text.slice(last.end, end));
  const acts = opens && words.acts.test(after.trimStart()) && !COUNTS.test(after);
  if (!orders && !acts) return undefined;
  if (words.told.test(text.slice(start, Math.min(end, start + TOLD_WITHIN)))) return undefined;
  if (orderedIn(words, text, range, within, false) !== undefined) return 'orders';
  if (!opens || isInformed(knowledge, text, opener.start))
    return obligedIn(knowledge, words, text, range, within).length > 0 ? 'orders' : undefined;
  if (isObliged(words, after) || words.charged.test(after)) return 'orders';
  return acts && !words.events.test(after) && !words.told.test(after) ? 'acts' : undefined;
}
/** The same behind an action that may be handed out: "rà soát các tồn tại mà đoàn kiểm tra đã nêu" is. */
const TOLD_SOON = 45;

/** Whether what stands behind names says that they must do something, and not that they had to. */
export const isObliged = (words: DutyPatterns, after: string): boolean =>
  words.must.test(after) && !words.told.test(after.slice(0, 90));

/** Those who must do something behind a clause, or in what somebody states: "Thủ tướng nhấn mạnh, các địa phương phải …". */
function obligedIn(
  knowledge: Knowledge,
  words: DutyPatterns,
  text: string,
  { start, end }: Range,
  within: readonly MentionOf<'agency'>[],
): readonly MentionOf<'agency'>[] {
  for (const [i, first] of within.slice(0, 3).entries()) {
    const before = text.slice(start, first.start);
    if (before.length > LONGEST_CLAUSE) return [];
    const doers = enumerated(words, within.slice(i), text);
    const after = behindNames(words, text.slice(doers.at(-1)?.end ?? first.end, end));
    const charged = words.charged.test(after);
    const obliged = charged || isObliged(words, after);
    // "Trong năm 2023, Sở Y tế phải xử lý 120 vụ" tells of what was.
    const counted = /\d/u.test(before) && COUNTED.test(text.slice(first.end, end));
    const acts = words.acts.test(after.trimStart());
    const shared = IS.test(after) && words.acts.test(after.replace(IS, ''));
    if (!obliged && !counted && !acts && !shared) continue;
    const behind = standsBehind(words, before);
    if (behind === 'clause' && counted) return [];
    if (behind === undefined || isInformed(knowledge, text, first.start)) continue;
    if (
      behind === 'share'
        ? shared
        : (behind !== 'front' && obliged) ||
          charged ||
          (behind === 'paper' && acts && !words.told.test(after.slice(0, 90)) && !words.events.test(after))
    )
      return doers;
  }
  return [];
}

/** What stands before a name, where somebody may be told there that he must do something. */
function standsBehind(
  words: DutyPatterns,
  before: string,
): 'share' | 'clause' | 'paper' | 'states' | 'front' | undefined {
  if (words.share.test(before.trim())) return 'share';
  if (/[,;:]\s*$/u.test(before) && words.clause.test(before)) return 'clause';
  const parted = /,\s*$/u.test(before);
  if (words.states.test(before) || (/,\s*(?:các\s+)?$/u.test(before) && words.statesAhead.test(before)))
    return words.paper.test(before) ? 'paper' : 'states';
  if (parted && words.byOrder.test(before)) return 'paper';
  if (THEN_BY.test(before) || words.latest.test(before.slice(-LONGEST_TIME))) return 'clause';
  return /[,;]\s*$/u.test(before) && !words.told.test(before) && !words.source.test(before) ? 'front' : undefined;
}
/** In UTF-16 units. */
const LONGEST_TIME = 120;
const COUNTED = /^[^,.;]{0,40}\s\d[\d.]*\s\p{L}/u;
/** "Theo Bộ Y tế, các địa phương cần …" */
const THEN_BY = /^Theo [^.;:]{3,80},\s*$/u;
const IS = /^\s*(?:là|:)\s*/u;
/** In UTF-16 units. */
const LONGEST_CLAUSE = 240;

/** Whom a paper goes to that gives an order: "Sở Y tế ký Công văn số 12/SYT gửi Bệnh viện A yêu cầu: Rà soát …". */
function sentTo(
  words: DutyPatterns,
  text: string,
  start: number,
  within: readonly MentionOf<'agency'>[],
): readonly MentionOf<'agency'>[] | undefined {
  const at = within.findIndex((m) => words.sends.test(text.slice(Math.max(start, m.start - LONGEST_SENT), m.start)));
  if (at < 0) return undefined;
  const doers = enumerated(words, within.slice(at), text);
  const after = text.slice(doers.at(-1)?.end);
  const order = words.inPaper.exec(after)?.[0];
  return order !== undefined && words.acts.test(after.slice(order.length)) ? doers : undefined;
}
/** "gửi đến các", in UTF-16 units. */
const LONGEST_SENT = 20;

/** Whom somebody orders who is no body: "Phó Thủ tướng chỉ đạo Bộ Xây dựng …", "Công điện nhắc nhở các địa phương …". */
function spokenTo(
  words: DutyPatterns,
  text: string,
  start: number,
  within: readonly MentionOf<'agency'>[],
): readonly MentionOf<'agency'>[] | undefined {
  const [first] = within;
  if (first === undefined || first.start - start > LONGEST_ORDER) return undefined;
  const before = text.slice(start, first.start);
  return words.spoken.test(before) && !words.told.test(before) ? enumerated(words, within, text) : undefined;
}

/** What stands behind names: no mark that their list goes on, and not how far down they reach ("từ tỉnh đến cơ sở"). */
const behindNames = (words: DutyPatterns, after: string): string =>
  after
    .replace(/^\s*(?:…|\.{3})\s*/u, ' ')
    .replace(MORE_PLACES, ' ')
    .replace(words.reach, ' ')
    .replace(words.oneMore, ' ')
    .replace(words.aside, ' ');

/** Further places of the name before them: "UBND huyện Cát Tiên, Đạ Tẻh tăng cường …". */
const MORE_PLACES = /^(?:(?:,|\svà)\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,2})+(?=\s\p{Ll})/u;

/** Where duties are told, what follows a name is one unless it tells of something: no list holds all verbs. */
function actsAnyhow(words: DutyPatterns, after: string): boolean {
  const text = after.trimStart();
  if (text.length < SHORTEST_ACT || !/^\p{Ll}/u.test(text) || words.noAct.test(text) || /^\p{L}+\s+\d/u.test(text))
    return false;
  return !words.told.test(text.slice(0, 90));
}
/** In UTF-16 units. */
const SHORTEST_ACT = 14;
/** Longest words before whom such a sentence begins with: "Ngoài ra, ", "Cùng với đó, ". */
const LONGEST_LINK = 14;

/** Whom a government orders about: "UBND tỉnh đã chỉ đạo các sở, ban, ngành …". */
function commandedIn(
  words: DutyPatterns,
  text: string,
  start: number,
  within: readonly MentionOf<'agency'>[],
): readonly MentionOf<'agency'>[] | undefined {
  const [by, ...rest] = within;
  const [first] = rest;
  if (by === undefined || first === undefined) return undefined;
  if (lastClause(text.slice(start, by.start)).length > LONGEST_ORDER) return undefined;
  if (!words.commander.test(by.value.name) || words.told.test(text.slice(start, by.end))) return undefined;
  // "Tham mưu UBND tỉnh chỉ đạo các sở …": who advises has the duty.
  const ahead = text.slice(start, by.start);
  if (words.acts.test(ahead) && !/[,:]/u.test(ahead)) return undefined;
  const between = text.slice(by.end, first.start);
  // "Trong 6 tháng đầu năm, UBND tỉnh đã chỉ đạo các địa phương …" tells of what was done.
  if (PERFECT.test(between) && words.past.test(text.slice(start, by.start))) return undefined;
  const verb = words.commands.exec(between);
  if (verb === null || !ORDERS_NOW.test(between.slice(0, verb.index + 1))) return undefined;
  const doers = enumerated(words, rest, text);
  // "UBND tỉnh có văn bản chỉ đạo, UBND huyện phối hợp …": behind a comma, what follows the names must be what they are to do.
  return !/,\s*$/u.test(verb[0]) || words.acts.test(text.slice(doers.at(-1)?.end).trimStart()) ? doers : undefined;
}

const PERFECT = /^\s*đã(?!\p{L})/iu;

/** "Đối với Sở Y tế, UBND tỉnh yêu cầu tăng cường …": whom an order is about stands before it. */
function askedOf(
  words: DutyPatterns,
  text: string,
  start: number,
  within: readonly MentionOf<'agency'>[],
  expected: boolean,
): readonly MentionOf<'agency'>[] | undefined {
  const [first] = within;
  if (first === undefined || !words.concerns.test(text.slice(start, first.start))) return undefined;
  const run = enumerated(words, within, text);
  const named =
    run.length > 1 && text.slice(run.at(-1)?.end).trimStart().startsWith('yêu cầu') ? run.slice(0, -1) : run;
  const after = /^\s*,\s*([^.;]{0,80})/u.exec(text.slice(named.at(-1)?.end))?.[1];
  if (after === undefined) return undefined;
  const order = words.asks.exec(after);
  if (order !== null && words.acts.test(after.slice(order.index + order[0].length).trimStart())) return named;
  // "Đối với các xã, căn cứ kết quả sơ tuyển, đưa thanh niên …" where orders are given.
  return expected && words.acts.test(after) && !words.favours.test(after) ? named : undefined;
}

/** "… rà soát 45 văn bản", "… triển khai 12 kỹ thuật mới": counts what was done. */
const COUNTS = /^\s*\p{Ll}+(?:\s\p{Ll}+){0,3}\s\d[\d.]*\s\p{L}/u;

/** Those whose sentence says what they are to do, not only who they are: "7. Đề nghị Hội Nông dân tỉnh". */
const withMatter = (
  doers: readonly MentionOf<'agency'>[],
  text: string,
  end: number,
): readonly MentionOf<'agency'>[] => (/\p{L}{2}/u.test(text.slice(doers.at(-1)?.end ?? end, end)) ? doers : []);

/** Longest words before whom an order names, in UTF-16 units: "Sau khi xem xét, Chủ tịch UBND tỉnh yêu cầu". */
const LONGEST_ORDER = 90;
/** Between the name of who orders and the words that do: "UBND tỉnh Phạm Văn An cũng", "UBND tỉnh vừa ký ban hành Công văn số 1476/UBND-KTN". */
const ORDERS_NOW =
  /^[\s,]*(?:(?:\p{Lu}\p{Ll}*\s+){0,5}(?:\p{Ll}+\s+){0,5}|(?:\p{Ll}+\s+){1,5}(?:\p{Lu}\p{Ll}+\s+\p{Ll}+\s+)?(?:số\s+)?\d[^\s,;]*\s+)$/u;

/** Whether a sentence hands a duty to an agency at the words before its name: nobody is named before, or who does so. */
function isOrdered(
  words: DutyPatterns,
  text: string,
  start: number,
  before: readonly MentionOf<'agency'>[],
  first: MentionOf<'agency'>,
): boolean {
  const by = before.at(-1);
  const ahead = text.slice(start, first.start);
  // "Theo đề nghị, Sở Y tế …": nobody gives an order.
  if (words.byRequest.test(ahead)) return false;
  if (by === undefined) return lastClause(ahead).length <= LONGEST_ORDER && !words.petitions.test(ahead);
  const between = text.slice(by.end, first.start);
  const verb = words.hands.exec(between) ?? words.receivers.exec(between);
  if (verb === null) return false;
  const link = between.slice(0, verb.index + 1);
  // "Sở Y tế đề nghị Bộ Y tế …": who stands below asks, and orders nothing.
  if (words.asksAbove.test(verb[0]) && CENTRAL.test(first.value.code) && BELOW.test(by.value.code)) return false;
  if (ORDERS_NOW.test(link)) return true;
  // "Chủ tịch UBND tỉnh cho biết đã ký công văn khẩn yêu cầu …"; who asks in writing may ask those above.
  if (link.length <= LONGEST_ORDER && words.inWriting.test(link) && !words.asksAbove.test(verb[0])) return true;
  // "Xét đề nghị của UBND tỉnh Phú Thọ; ý kiến của Bộ Tài chính, Phó Thủ tướng Lê Văn An yêu cầu …"
  if (words.speaker.test(lastClause(link).trimStart())) return true;
  // "Tổng cục biểu dương Sở A đã … và đề nghị Sở A …": who praises or blames orders too.
  return words.andAlso.test(link) && before.some((m) => words.judges.test(text.slice(m.end, first.start)));
}

/** By their codes. */
const CENTRAL = /^(?:bo|tong-cuc)-(?!chi-huy|doi)|^(?:chinh-phu|thu-tuong)/u;
const BELOW = /^(?:so|ubnd|hdnd|phong|chi-cuc|cong-an|ban-quan-ly)(?:-|$)/u;

/** What stands behind the last comma that parts a clause from who gives an order: "Để phục vụ Tết, Thủ tướng yêu cầu". */
const lastClause = (ahead: string): string => ahead.slice(ahead.replace(/[,:\s]+$/u, '').lastIndexOf(', ') + 1);

/** The agency that a sentence begins with, behind at most a word or two; where duties are told, behind a clause too. */
function openerOf(
  words: DutyPatterns,
  text: string,
  start: number,
  within: readonly MentionOf<'agency'>[],
  expected: boolean,
): MentionOf<'agency'> | undefined {
  const [opener] = within;
  if (opener === undefined) return undefined;
  const before = text.slice(start, opener.start).trim();
  // "70% các trường đại học triển khai …" is an aim.
  if (/\d[\d.,]*\s*%?$/u.test(before)) return undefined;
  // "Theo Bộ Y tế, các địa phương cần …"
  if (words.source.test(before)) return undefined;
  // "Xây dựng Trung tâm …": it is what is to be done, not who does it.
  if (before !== '' && !before.endsWith(':') && words.acts.test(before) && !words.clause.test(before)) return undefined;
  // "Thứ nhất, Bộ Y tế …", "Đồng thời, Sở …"
  if (before.length <= (before.endsWith(',') ? 12 : 8) || words.link.test(before)) return opener;
  if (expected && SHORT_LINK.test(before) && !words.told.test(before)) return opener;
  // "Chỉ thị nêu rõ: Các sở, ngành rà soát …"
  if (expected && before.endsWith(':') && (before.length <= LONGEST_ORDER || words.topic.test(before))) return opener;
  // "Sau khi phương án được thông qua, Bộ Tài chính khẩn trương báo cáo …"
  if (!expected || !words.clause.test(text.slice(start, opener.start))) return undefined;
  return within.find(({ start: at }) => /[,;]\s*$/u.test(text.slice(start, at)));
}

/** "Song song đó,", "Tại địa bàn,": a few words without a figure. */
const SHORT_LINK = /^\p{Lu}[^\d,.;:]{2,28},$/u;

/** The agencies that stand together at the start. */
export function enumerated(
  { joined }: Pick<DutyPatterns, 'joined'>,
  agencies: readonly MentionOf<'agency'>[],
  text: string,
): readonly MentionOf<'agency'>[] {
  const apart = agencies.findIndex((m, i) => i > 0 && !joined.test(text.slice(agencies[i - 1]?.end ?? 0, m.start)));
  return apart < 0 ? agencies : agencies.slice(0, apart);
}

/** Least words that make a duty of what stands before a semicolon, in UTF-16 units. */
const MATTER = 15;

/** A sentence as the duties in it: "… Sở Công Thương bình ổn giá; Sở Giao thông vận tải bảo đảm vận chuyển." are two. */
export function dutiesApart(
  words: DutyPatterns,
  text: string,
  { start, end }: Range,
  agencies: readonly MentionOf<'agency'>[],
): Range[] {
  const ranges: Range[] = [];
  let from = start;
  for (const { index, 0: mark } of text.slice(start, end).matchAll(/;\s+/gu)) {
    const at = start + index;
    const next = agencies.filter((m) => m.start >= at + mark.length && m.end <= end);
    const first = next[0];
    const before = agencies.filter((m) => m.start >= from && m.end <= at);
    const last = before.at(-1);
    const told = last === undefined ? undefined : at - last.end;
    // "… đề nghị nhà đầu tư tăng ca; Ban Quản lý Khu kinh tế hỗ trợ …": the first part is nobody's.
    if (first === undefined || (told === undefined ? !words.ordersOthers.test(text.slice(from, at)) : told < MATTER))
      continue;
    const run = enumerated(words, next, text);
    const between = text.slice(at + mark.length, first.start);
    const opens = between === '' || (between.length <= 20 && words.opening.test(`${between}x`));
    // "giao Sở Tài chính: bố trí kinh phí; Sở Nội vụ: thẩm định …"
    const after = text.slice(run.at(-1)?.end ?? first.end, end).replace(/^\s*:/u, '');
    const acts =
      words.acts.test(after.trimStart()) ||
      words.answers.test(after) ||
      first.value.role === 'lead' ||
      (between === '' && actsAnyhow(words, after));
    if (!opens || !acts) continue;
    ranges.push({ start: from, end: at });
    from = at + mark.length;
  }
  return [...ranges, { start: from, end }];
}
