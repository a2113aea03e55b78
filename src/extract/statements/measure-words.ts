import { built } from '../../knowledge/knowledge.ts';
import { documentKinds } from '../../language/document-kinds.ts';
import { vi, viAll, viPart, viSource, viWords } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import { SOURCE_MARK } from '../../language/source-mark.ts';
import { verbs } from '../../language/verbs.ts';
import { bracketed } from './bracketed.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import type { SentenceView } from './sentence-view.ts';

/** Capitals begin names. */
const asWritten = (source: string): RegExp => new RegExp(source, 'u');

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { clauseWords } = tables;
  const { ARRIVAL, CHANGES, EITHER, KEEPS, LINKS, MOVED, MOVES, PREDICATE } = verbs(tables);
  const { AIM, BOUND, LISTS, MEAN, PLACE_KIND, SOME, WHOLES, say, times } = phrasesOf(tables);
  const clause = (field: 'purpose' | 'base') => viWords(clauseWords.filter((row) => row[field] === true));
  const mustMove = viPart`(\s+${say('modal')})*(\s+(điều chỉnh )?${MOVED})`;
  const differs = viPart`(${say('less', 'greater')}) hơn`;
  return {
    PURPOSE: vi`(,\s*|\s+và\s+)${clause('purpose')}|,\s*${say('equals')}(?!\p{L})|(^|\s+)${say('lies')} (ở|tại)|(?<=\s${PREDICATE}\s[^;:]*)\s+${say('in-order-to')}(?!\p{L})|\s+${say('good-for')} |\s+với (${say('sized')}|tổng)(\s+\p{L}+){0,4}\s+\d[\d.,]*`,
    SUCH_AS: viAll`(${LISTS}|${say('such-as')})\s*:?\s+((các|${PLACE_KIND}|${say('hamlet')})\s+)*`,
    BASE: viAll`${say('against')} (?=(${clause('base')}|\d))((?! (${CHANGES}|(tỷ|tỉ) (lệ|suất|trọng|số))( |$))[^,;)])*`,
    AUXILIARY: vi`^\s*((${say('idle-first', 'but')}|sẽ có|thì)\s+(?=\S)|(đạt|đạt được|với)\s+(?=(${WHOLES})\s))`,
    /** "… tăng từ 60% năm 2020 lên": where a level was before, and that it moves; "nam từ 15 tuổi trở lên" says who. */
    MOVED_FROM: vi`((\s+${say('modal')})*|${mustMove})(^|\s+)từ (mức|${BOUND})? (?!\d[\d.,]* [^,;:\d]{1,40}? trở (lên|xuống|đi)(?!\p{L})|\d{1,3}(\s(tháng\s)?tuổi)?(\s?[-–]\s?| (đến|tới) (dưới|hết|đủ)? )\d{1,3} (tháng )?tuổi)\d.*$|${mustMove}(\s+(dần|${MOVES}|${ARRIVAL}|còn|về))*\s*$`,
    LEVELLED: vi`^\s*(${MOVED}|${KEEPS}|${say('holds-down')})(?!\s(cường|trưởng|tốc|cao)(?!\p{L}))(\s+${say('held-how')})?\s+(?=\S)`,
    /** "đưa tổng sản lượng đạt": a measure is brought to its level. */
    BROUGHT: vi`^\s*${EITHER}\s+(?=${WHOLES}\s)`,
    /** "đã giảm được 5 sở": the verb with which the statement says its change. */
    CHANGED: viAll`${CHANGES}(?= (được|thêm|khoảng|${MEAN}|${LINKS})*\s*$)`,
    BOUND_TIME: vi`^${say('binds-time')} (?=(${times('span', 'stage')})? ?\d)|^(đến|vào|trong) (cuối|đầu|giữa)? nhiệm kỳ$`,
    DATED: vi`(?<![\p{L}\p{N}]|${AIM} )${documentKinds(tables).NAMED_WITH_A_YEAR}(?![\p{L}\p{N}])[^,;:]{0,60}$`,
    /** Names, one behind the other, to the end: "Vinh Quang (Chiêm Hóa), Bình Xa". */
    NAME: asWritten(viSource`^\p{Lu}\p{Ll}+([\s,;]+((và|${PLACE_KIND})\s+)*\p{Lu}[\p{Ll}.]*)+[\s,;.…]*(\p{Ll}+\s*)?$`),
    /** "(thấp hơn bình quân chung của tỉnh)": says more of the figure. */
    OF_FIGURE: vi`^\([^()]*\d\s?${say('money')}(?!\p{L})|^\((${differs}|${say('up-down', 'passes', 'equals')}|${say('against')}|bằng|ước|đạt)(?!\p{L})`,
    /** Where another share begins: "mức độ 3 và 100% thủ tục …". */
    NEXT_SHARE: asWritten(viSource`\svà\s+(${BOUND}\s+)?\d{1,3}([.,]\d+)?\s?%`),
    HANDS_OVER: vi`(?<=[\s,])(${LISTS}|${say('such-as')}|(${say('at')}|cho) (${SOME} \p{L}+)?)\s*$`,
  };
});

/** Numbers of rows, signs of items and of marked-up text, and the name of a paper before a dash: no words of the measure. */
const MARKS = new RegExp(
  String.raw`\*\*|^\s*\d{1,3}(?:\.\d{1,2}){0,3}\.?\s+(?=\p{Lu}\p{Ll})|^\s*\((?:[ivx]+|\d{1,2}|\p{Ll})\)\s*|^\s*${SOURCE_MARK}`,
  'gu',
);
/** "(trừ văn bản mật)": a condition, and no words of the measure. */
const EXCEPTS = /^\(\s*(?:ngoại\s+)?trừ(?!\p{L})/iu;
/** "(BC15, TBR225, Nếp 97…)", "(các phường: Minh Khai, Quang Trung)": which ones they are; "(Mầm non, Tiểu học)" are kinds. */
const NAMES_LISTED =
  /^\((?=[^()]*(?:\d|…|\.{3}|:))(?:(?:gồm|các)\s[^():,]{0,24}:?\s*)?(?:\p{Lu}[^,;()]{0,30}[,;]\s*){2,}[^()]*\)$/u;

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
  const { BOUND_TIME, DATED, OF_FIGURE } = patternsOf(knowledge);
  // "hướng tới năm 2030 giảm": the words may begin within a time.
  const inside = times
    .filter((time) => time.end > range.start && time.end <= range.end)
    .map(({ start, end }) => ({ start: Math.max(start, range.start), end }));
  const asides = bracketed(text, range).filter(
    (aside) =>
      [OF_FIGURE, EXCEPTS, NAMES_LISTED].some((one) => one.test(text.slice(aside.start, aside.end))) ||
      inside.some((time) => time.start > aside.start && time.end < aside.end) ||
      view.told.some((figure) => figure.start > aside.start && figure.end < aside.end),
  );
  const dates = inside.filter((time) => {
    const words = text.slice(time.start, time.end);
    // "tốc độ giảm sinh trung bình mỗi năm" has it in its name, "Kế hoạch năm 2026" its year.
    // "tham gia chương trình vào năm 2020": a word that binds makes it no part of a name.
    if (BOUND_TIME.test(words)) return true;
    return /\d/u.test(words) ? !DATED.test(text.slice(view.sentence.start, time.start)) : atEdge(text, range, time);
  });
  return [...asides, ...dates].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether a time stands at the beginning or end of a range, or behind a comma. */
const atEdge = (text: string, range: Range, time: Range): boolean =>
  /^[\s,]*$/u.test(text.slice(range.start, time.start)) ||
  /,\s*$/u.test(text.slice(range.start, time.start)) ||
  /^[\s,.;]*$/u.test(text.slice(time.end, range.end));

/** Where the document that lays it down is cited by its number. */
export const LAID_DOWN = /\stheo\s+quy\s+định\s+tại\s+\p{Lu}[\p{L}\s]{4,30}\ssố\s+\d/u;

/** Where what is measured ends before what it is good for: "…, góp phần nâng cao …", "… và từng bước …". */
export function measureEnd(view: SentenceView, from: number, to: number): number {
  const { knowledge, plain } = view;
  const { NAME, NEXT_SHARE, PURPOSE, SUCH_AS } = patternsOf(knowledge);
  const words = plain(from, to);
  const purpose = PURPOSE.exec(words);
  // "xã đạt chuẩn gồm: Vinh Quang, Bình Xa": which ones they are.
  const names = [...words.matchAll(SUCH_AS)].find(({ index, 0: { length } }) => NAME.test(words.slice(index + length)));
  const parts = words.toLowerCase().indexOf(' trong đó');
  const ends = [
    purpose?.index,
    names?.index,
    parts < 0 ? undefined : parts,
    NEXT_SHARE.exec(words)?.index,
    LAID_DOWN.exec(words)?.index,
  ];
  return Math.min(listBehind(view, from, to, true), ...ends.flatMap((at) => (at === undefined ? [] : [from + at])));
}

/**
 * Where a colon opens the list of what a figure counts: "2 đô thị loại III: thị xã A, thị xã B"; but in "100% hồ sơ về các lĩnh vực:
 * đất đai, xây dựng được số hóa" all is said of the list only. The end where there is none.
 */
export function listBehind(
  { knowledge, plain, vocabulary: { PREDICATE } }: SentenceView,
  from: number,
  to: number,
  share: boolean,
): number {
  const words = plain(from, to);
  const colon = words.search(/:(?=\s)/u);
  const ahead = words.slice(0, Math.max(0, colon));
  // Of a share, what is no list of names may be what all of them have.
  const names = colon >= 0 && (!share || NAMED_BEHIND.test(words.slice(colon)));
  const counts = names && (PREDICATE.test(ahead) || !PREDICATE.test(words.slice(colon)));
  return counts ? from + ahead.replace(patternsOf(knowledge).HANDS_OVER, '').trimEnd().length : to;
}
/** A name within the first words behind the colon: "thị xã Phú Thọ, …"; "máy tính, mạng internet" say what it is. */
const NAMED_BEHIND = /^:\s+(?:\p{Ll}+\s){0,3}\p{Lu}/u;

/** The verb right before a figure that says by how much its measure changes: "đã giảm được" is "giảm". */
export function changeBefore({ knowledge }: SentenceView, words: string): string {
  return [...words.matchAll(patternsOf(knowledge).CHANGED)].at(-1)?.[0] ?? '';
}

/** Words of a measure without what stands before them in every sentence ("đã", "có"), or only says that a level is reached ("nâng … lên"). */
export function withoutAuxiliaries({ knowledge }: SentenceView, words: string, levelled: boolean): string {
  const { AUXILIARY, BROUGHT, LEVELLED, MOVED_FROM } = patternsOf(knowledge);
  let rest = levelled ? words.replace(MOVED_FROM, '') : words;
  for (let turn = 0; turn < 3; turn++) rest = rest.replace(AUXILIARY, '');
  return rest.replace(levelled ? LEVELLED : BROUGHT, '');
}
