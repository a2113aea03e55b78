import { built } from '../../knowledge/knowledge.ts';
import { documentKinds } from '../../language/document-kinds.ts';
import { vi, viAll, viPart, viWords } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import { verbs } from '../../language/verbs.ts';
import { bracketed } from './bracketed.ts';
import type { SentenceView } from './sentence-view.ts';

const patternsOf = built(['verbs', 'clauseWords', 'measures', 'placeKinds', 'documentKinds'], (tables) => {
  const { clauseWords, measures, placeKinds } = tables;
  const { AIMS, CHANGES, CHANGES_AT_ALL, KEEPS, LINKS, MOVED, OPENS, TURNS } = verbs(tables);
  const clause = (field: 'preface' | 'purpose' | 'base') => viWords(clauseWords.filter((row) => row[field] === true));
  const place = viPart`(${viWords(placeKinds)}|cả nước|toàn quốc|địa phương|ngành)`;
  return {
    MEASURE: vi`^\s*((${MOVED}|${CHANGES_AT_ALL}|${KEEPS}|${AIMS}|${OPENS}|có|và)\s+)*(${viWords(measures.filter(({ begins, opens }) => begins || opens))})`,
    /** "…, quyết tâm giải ngân …": what follows is really aimed at. */
    TURNS: vi`^\s*(${TURNS}|${AIMS}|từng bước)(\s+(${TURNS}|${AIMS}|${OPENS}|đạt|hoàn thành))*(\s+(?=\S)|\s*$)`,
    /** "…, đạt mục tiêu tăng trưởng kinh tế" */
    AIM: viAll`(chỉ tiêu|mục tiêu)( (là|được giao|giao|đề ra|phấn đấu|cụ thể|chung|cơ bản|chủ yếu|quan trọng|chính|như|gồm))*( của [^,;:]{1,40}? là)?(\s+(?=\p{L})|\s*$)`,
    OF_AIM: vi`^\s*của [^,;:]{1,40}? là\s+`,
    PREFACE: vi`^\s*${clause('preface')}`,
    PURPOSE: vi`(,\s*|\s+và\s+)${clause('purpose')}|\s+(và từng bước|góp phần|tạo (hành lang|điều kiện|tiền đề|động lực)) |\s+với (quy mô|tổng|số lượng|diện tích|công suất)( \p{L}+){0,4} \d`,
    BASE: viAll`(so với|so) (?=(${clause('base')}|\d))[^,;)]*`,
    /** Who or where it is that aims, and nothing that is measured: "huyện Phú Hòa phấn đấu", "Hà Nội dự kiến sẽ". */
    AIMING: vi`^\s*(?<who>[^,;:]{0,80}?)(?<![\p{L}])(${AIMS}|đặt ra|đặt (ra)? (các)? (chỉ tiêu|mục tiêu)|đề ra|xác định)(\s+(${AIMS}|${OPENS}|đạt|đạt được))*(\s+(?=\S)|\s*$)`,
    ACTING: vi`^\s*(?<who>[^,;:]{0,80}?)\s*(?<![\p{L}])(đã|sẽ|đang|đã có|sẽ có|có)(\s+(?=\S)|\s*$)`,
    /** A place or body, however it is named. */
    SOMEBODY: vi`^\s*(tại|ở|trên|trong|đến nay)?\s*(địa bàn)?\s*(toàn|cả|các)?\s*(${place}|sở|bộ|ban|UBND|ủy ban nhân dân|hội|đơn vị|cơ quan)(\s+[\p{L}-]+){0,7}\s*$`,
    NAME: /^\s*(?:\p{Lu}[\p{L}-]*)(?:\s+\p{Lu}[\p{L}-]*){0,4}\s*$/u,
    ONLY_LINKS: vi`^\s*((${LINKS}|${AIMS}|${OPENS}|được)\s*)*$`,
    AUXILIARY: vi`^\s*((đã|sẽ|đang|cũng|có|đã có|sẽ có|và|thì|là)\s+(?=\S)|(đạt|đạt được)\s+(?=(${viWords(measures.filter(({ begins, opens }) => begins || opens))})\s))`,
    /** "… tăng từ 60% năm 2020 lên": where a level was before, and that it moves. */
    MOVED_FROM: vi`(\s+(đã|sẽ|cần|phải))*(\s+${MOVED})?\s+từ (mức)? \d.*$|(\s+(đã|sẽ|cần|phải))*\s+${MOVED}(\s+(dần|lên|xuống|còn|đến|tới|về))*\s*$`,
    LEVELLED: vi`^\s*(${MOVED}|${KEEPS})(\s+(ổn định|vững|dần|thêm))?\s+(?=\S)`,
    /** "đã giảm được 5 sở": the verb with which the statement says its change. */
    CHANGED: viAll`${CHANGES}(?= (được|thêm|khoảng|bình quân|${LINKS})*\s*$)`,
    DATED: vi`(?<![\p{L}\p{N}]|(chỉ|mục) tiêu )${documentKinds(tables).NAMED_WITH_A_YEAR}(?![\p{L}\p{N}])[^,;:]{0,60}$`,
  };
});

/** Numbers of rows, signs of items and of marked-up text, and the name of a paper before a dash: no words of the measure. */
const MARKS =
  /\*\*|^\s*\d{1,3}(?:\.\d{1,2}){0,3}\.?\s+(?=\p{Lu}\p{Ll})|^\s*\((?:[ivx]+|\d{1,2}|\p{Ll})\)\s*|^\s*\([^()]{2,40}\)\s*[-–—]\s*/gu;
/** "(thấp hơn bình quân chung của tỉnh)": says more of the figure. */
const OF_FIGURE =
  /^\([^()]*\d\s?(?:đ|đồng|triệu|tỷ)(?![\p{L}])|^\((?:(?:thấp|cao|ít|nhiều|lớn|nhỏ)\s+hơn|tăng|giảm|bằng|so\s+với|vượt|ước|đạt|tương\s+đương)(?!\p{L})/iu;

/** The words of a range that say what is measured: without times, without asides that hold figures or times, without what it is held against. */
export function wordsOf(view: SentenceView, from: number, to: number): string {
  const { knowledge, text } = view;
  const gaps = gapsOf(view, { start: from, end: to });
  let words = '';
  let at = from;
  for (const gap of gaps) {
    if (gap.start < at) continue;
    words += `${text.slice(at, gap.start)} `;
    at = gap.end;
  }
  words += text.slice(at, to);
  const { BASE } = patternsOf(knowledge);
  return words
    .replace(MARKS, ' ')
    .replace(BASE, ' ')
    .replace(/\s+(?=[,;.)])/gu, '')
    .replace(/,(?:\s*,)+/gu, ',')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Times and asides within a range that are no words of the measure, in order. */
function gapsOf(view: SentenceView, range: Range): Range[] {
  const { knowledge, text, times } = view;
  const { DATED } = patternsOf(knowledge);
  const inside = times.filter((time) => time.start >= range.start && time.end <= range.end);
  const asides = bracketed(text, range).filter(
    (aside) =>
      OF_FIGURE.test(text.slice(aside.start, aside.end)) ||
      inside.some((time) => time.start > aside.start && time.end < aside.end) ||
      view.told.some((figure) => figure.start > aside.start && figure.end < aside.end),
  );
  const dates = inside.filter((time) => {
    const words = text.slice(time.start, time.end);
    // "tốc độ giảm sinh trung bình mỗi năm" has it in its name, "Kế hoạch năm 2026" its year.
    return /\d/u.test(words) ? !DATED.test(text.slice(view.sentence.start, time.start)) : atEdge(text, range, time);
  });
  return [...asides, ...dates].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether a time stands at the beginning or end of a range, or behind a comma. */
const atEdge = (text: string, range: Range, time: Range): boolean =>
  /^[\s,]*$/u.test(text.slice(range.start, time.start)) ||
  /,\s*$/u.test(text.slice(range.start, time.start)) ||
  /^[\s,.;]*$/u.test(text.slice(time.end, range.end));

/**
 * Where the words of the measure begin between the start of a statement and its figure: past who aims at it, and what is said before.
 *
 * @param behind whether a share or count has what it measures behind it: nothing of it need stand before a share, and but the verb
 *   before a count
 */
export function measureStart(
  view: SentenceView,
  from: number,
  figure: number,
  behind: 'share' | 'count' | 'none',
): number {
  const { times, knowledge } = view;
  const { AIM, MEASURE, OF_AIM, PREFACE, TURNS } = patternsOf(knowledge);
  const flat = blanked(view.plain(from, figure), times, from);
  const rest = (at: number): string => flat.slice(at - from);
  let at = from;
  const moveTo = (next: number, bare = behind === 'share'): void => {
    if (bare || !isBare(view, rest(next))) at = next;
  };
  const pieces = piecesOf(flat).map(({ start, end }) => ({ start: from + start, end: from + end }));
  const words = (piece: Range): string => flat.slice(piece.start - from, piece.end - from);
  const first = pieces.findIndex((piece) => MEASURE.test(words(piece)));
  const turn = pieces.findLast((piece) => piece.start > from && TURNS.test(words(piece)));
  if (first > 0 && pieces[first] !== undefined) moveTo(pieces[first].start);
  else if (first < 0 && turn !== undefined) moveTo(turn.start + (TURNS.exec(words(turn))?.[0].length ?? 0));
  else
    for (const piece of pieces.slice(0, -1)) {
      const own = words(piece);
      if (/\p{L}/u.test(own) && !PREFACE.test(own)) break;
      moveTo(piece.end + 1);
    }
  if (!MEASURE.test(rest(at))) {
    const aim = [...rest(at).matchAll(AIM)].at(-1);
    if (aim !== undefined) moveTo(at + aim.index + aim[0].length);
  }
  // "Mục tiêu của tỉnh là …", the aim itself passed already.
  const whose = OF_AIM.exec(rest(at))?.[0].length;
  if (whose !== undefined) moveTo(at + whose);
  return pastSubject(
    view,
    at,
    rest,
    (next) => moveTo(next, behind !== 'none'),
    () => at,
  );
}

/** Past who or where it is: "huyện Phú Hòa phấn đấu", "toàn huyện có". */
function pastSubject(
  view: SentenceView,
  from: number,
  rest: (at: number) => string,
  moveTo: (at: number) => void,
  where: () => number,
): number {
  const { AIMING, ACTING, MEASURE } = patternsOf(view.knowledge);
  let at = from;
  for (let turn = 0; turn < 3; turn++) {
    const words = rest(at);
    const aiming = MEASURE.test(words) ? null : AIMING.exec(words);
    const acting = ACTING.exec(words);
    const who = acting?.groups?.who ?? '';
    const next =
      aiming !== null && (aiming.groups?.who ?? '').trim().split(/\s+/u).length <= 10
        ? aiming
        : acting !== null && (who.trim() === '' || isSomebody(view, who))
          ? acting
          : null;
    if (next === null) break;
    moveTo(at + next[0].length);
    if (where() === at) break;
    at = where();
  }
  return at;
}

const isSomebody = ({ knowledge }: SentenceView, words: string): boolean =>
  patternsOf(knowledge).SOMEBODY.test(words) || patternsOf(knowledge).NAME.test(words);

/** Nothing is left that could be measured. */
const isBare = ({ knowledge }: SentenceView, words: string): boolean => patternsOf(knowledge).ONLY_LINKS.test(words);

/** A text with ranges blanked out, offsets unchanged. */
function blanked(text: string, ranges: readonly Range[], offset: number): string {
  let flat = text;
  for (const { start, end } of ranges) {
    const [from, to] = [start - offset, end - offset];
    if (from < 0 || to > flat.length) continue;
    flat = flat.slice(0, from) + ' '.repeat(to - from) + flat.slice(to);
  }
  return flat;
}

/** What commas, semicolons and colons part. */
function piecesOf(text: string): Range[] {
  const pieces: Range[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !/[,;:]/u.test(text[i] ?? '')) continue;
    pieces.push({ start, end: i });
    start = i + 1;
  }
  return pieces;
}

/** Where what is measured ends before what it is good for: "…, góp phần nâng cao …", "… và từng bước …". */
export function measureEnd({ knowledge, plain }: SentenceView, from: number, to: number): number {
  const purpose = patternsOf(knowledge).PURPOSE.exec(plain(from, to));
  return purpose === null ? to : from + purpose.index;
}

/** The verb right before a figure that says by how much its measure changes: "đã giảm được" is "giảm". */
export function changeBefore({ knowledge }: SentenceView, words: string): string {
  return [...words.matchAll(patternsOf(knowledge).CHANGED)].at(-1)?.[0] ?? '';
}

/** Words of a measure without what stands before them in every sentence ("đã", "có"), or only says that a level is reached ("nâng … lên"). */
export function withoutAuxiliaries({ knowledge }: SentenceView, words: string, levelled: boolean): string {
  const { AUXILIARY, LEVELLED, MOVED_FROM } = patternsOf(knowledge);
  let rest = levelled ? words.replace(MOVED_FROM, '') : words;
  for (let turn = 0; turn < 3; turn++) rest = rest.replace(AUXILIARY, '');
  return levelled ? rest.replace(LEVELLED, '') : rest;
}
