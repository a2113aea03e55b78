import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { asWritten, vi, viMeaning } from '../../../language/pattern.ts';
import { anyOf, slugOf } from '../../../language/words.ts';
import { type Reader, withSuffix } from './body.ts';
import { capital, clean, END, exact, expand, placePatterns, sticky } from './places.ts';

/** Numbers that are names: "Ban Chỉ đạo 389", "Ban Chỉ đạo 138/CP", "Ban Chỉ đạo quốc gia 1246", "Tổ công tác Đề án 06"; no years. */
const NAMED_BY_NUMBER = String.raw`(?<=BCĐ|[Cc]hỉ\s{1,3}đạo(?:\s{1,3}[Qq]uốc\s{1,3}gia)?|CHỈ\s{1,3}ĐẠO|Đề\s{1,3}án|Quốc\s{1,3}phòng)\s{1,3}(?!(?:19|20)\d{2}(?!\d))\d{2,4}(?:/\p{Lu}{2,4})?(?![\d.,%/]*\d)`;

const patternsOf = built(['agencies', 'bodyWords', 'placeKinds', 'provinces'], (tables) => {
  const { heads, afterNames, nameWords, notNames, otherNames, otherHeads, ownActs, actObjects } = tables.agencies;
  const { PROVINCE, TOP } = placePatterns(tables);
  const PLACES = asWritten(
    tables.placeKinds.filter(({ abbreviates }) => abbreviates === undefined).map(({ word }) => word),
  );
  /** Official names write the first syllable of a compound with a capital: "Xúc tiến Đầu tư". */
  const AFTER = afterNames.join('|');
  const BODY_WORD = `${asWritten(otherNames)}${END}`;
  const OTHER = `${asWritten(otherHeads)}${END}`;
  /** What follows shows that one of these words is what the body does: "… xây dựng kế hoạch". */
  const DOES = String.raw`(?!${asWritten(ownActs)}\s+${asWritten(actObjects)}${END})`;
  /** Words of names, the first letter small or a capital: "kiểm soát bệnh tật", "Kiểm soát bệnh tật". */
  const NAME_WORD = asWritten(
    nameWords.flatMap((word) => [word.slice(0, 1).toLowerCase() + word.slice(1), capital(word)]),
  );
  return {
    HEAD: exact(`${asWritten([...heads, ...heads.map((head) => head.toUpperCase())])}${END}`),
    /** What a name may go on with, in the order in which it is tried; as one pattern they are too much for V8 to optimise. */
    OPEN_WORDS: [
      String.raw`,(?=\s{1,3}(?!${asWritten(ownActs)})${NAME_WORD}(?:,\s{1,3}${NAME_WORD}){0,2}\s{1,3}và\s{1,3}(?!${asWritten(ownActs)})${NAME_WORD}${END})`,
      String.raw`\s{0,3}(?:[-–&]|(?<=\s)(?:và(?!\s{1,3}${OTHER})|của|về|vì))(?=\s{1,3}(?!${BODY_WORD})\p{Lu})`,
      String.raw`(?<=\p{L}|\d)\s{1,3}về(?=\s{1,3}${NAME_WORD}${END})`,
      String.raw`\s{1,3}(?:các\s{1,3}|và\s{1,3}(?!${OTHER}))?${DOES}${NAME_WORD}${END}`,
      NAMED_BY_NUMBER,
      String.raw`\s{1,3}(?!${BODY_WORD})\p{Lu}[\p{L}\p{N}&]{0,14}(?:[-–]\p{L}{1,8})?${END}(?<small>(?<=\s\p{Lu}\p{Ll}{0,7})\s(?:(?<=Phát\s)triển|(?!(?:${AFTER})${END})\p{Ll}{2,7})${END})?`,
    ].map(exact),
    /** Small words up to the place that closes a name, none of which begins what the body does: " mắc ca" before "Việt Nam". */
    UP_TO_PLACE: exact(
      String.raw`(?:\s(?!(?:${AFTER})${END})\p{Ll}{1,7}){1,5}?(?:\sViệt Nam${END}|(?=\s(?:${PLACES}|${PROVINCE})${END}))`,
    ),
    OWN_ACT: exact(String.raw`\s${asWritten(ownActs)}${END}`),
    OF_PROVINCE: new RegExp(String.raw`\s+(?:${TOP})?(?:\s*${PROVINCE})?$`, 'u'),
    OF_PLACES: vi`^${viMeaning(tables.bodyWords, 'of-place')}$`,
    BOARDS: vi`^${viMeaning(tables.bodyWords, 'board')}\s`,
    NOT_NAME: sticky(`${anyOf(notNames)}${END}`),
  };
});
/** Two syllables with capitals are a person's or a place's name; the small one after them is a word of the sentence. */
const PLACE_NAME = /\s\p{Lu}\p{Ll}{1,7}\s\p{Lu}\p{Ll}{1,7}$/u;

/** Title case for names that stand in capitals: "VĂN PHÒNG ĐIỀU PHỐI" -> "Văn phòng điều phối". */
export const inTitleCase = (name: string): string => (/\p{Ll}/u.test(name) ? name : capital(name.toLowerCase()));

/** The name of a company goes on behind a small syllable where a person's or a place's follows: "Hoa Anh đào Trần Lệ". */
const isOfCompany = (text: string, at: number, to: number): boolean =>
  /^\s{0,3}Cổ phần|^\s{0,3}(?:TNHH|CP)\s/u.test(text.slice(at, at + 12)) &&
  /^\s(?!Sở|Công|Ban|Ủy)\p{Lu}\p{Ll}+\s(?!Sở|Công|Ban|Ủy)\p{Lu}\p{Ll}+/u.test(text.slice(to));

/** What the first of several sticky patterns finds at a place that finds anything. */
function firstMatch(patterns: readonly RegExp[], text: string, at: number): RegExpExecArray | null {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return null;
}

/** End of a name that goes on word by word. */
export function openEnd(knowledge: Knowledge, text: string, at: number): number {
  const { OPEN_WORDS, OWN_ACT } = patternsOf(knowledge);
  let end = at;
  for (let words = 0; words < 16; words++) {
    const match = firstMatch(OPEN_WORDS, text, end);
    if (match === null) break;
    // "Hội Làm vườn tỉnh |xây dựng …": behind whose it is, a body acts.
    if (text.slice(at, end).endsWith(' tỉnh') && firstMatch([OWN_ACT], text, end) !== null) break;
    const small = match.groups?.small;
    const stop = end + match[0].length - (small?.length ?? 0);
    if (small !== undefined && PLACE_NAME.test(text.slice(at, stop)) && !isOfCompany(text, at, end + match[0].length))
      return stop;
    end += match[0].length;
  }
  return end;
}

/** A centre of several fields is a body also where its name stands in small letters; of one it may be a mall. */
const CENTRES = /^Trung\stâm(?:\s[\p{Ll},]+){6,}$/u;
/** "Hiệp hội mắc ca": a head of two syllables and what it is about, before the place that closes the name. */
const LONG = /^(?:Hiệp|Liên|Công|Tổng)(?:\s\p{Ll}+){2,}$/u;
/** Đoàn is a family name too: "Đoàn Thanh Sơn". */
const PERSON = /^Đoàn(?:\s\p{Lu}\p{Ll}+){2,3}$/u;

/** Names that no table lists: "Trung tâm Xúc tiến Đầu tư tỉnh …". */
export const unlisted: Reader = (knowledge, text, at) => {
  const { HEAD, NOT_NAME, OF_PROVINCE, OF_PLACES, BOARDS, UP_TO_PLACE } = patternsOf(knowledge);
  HEAD.lastIndex = at;
  const match = HEAD.exec(text);
  if (match === null) return undefined;
  NOT_NAME.lastIndex = at;
  if (NOT_NAME.test(text)) return undefined;
  const stop = at + match[0].length;
  if (OF_PLACES.test(match[0])) {
    const own = inTitleCase(clean(match[0]));
    const named = withSuffix(knowledge, text, stop, own, slugOf(own), false, null);
    if (named.end > stop) return named;
  }
  const open = openEnd(knowledge, text, stop);
  const end = open + (firstMatch([UP_TO_PLACE], text, open)?.[0].length ?? 0);
  const own = clean(text.slice(at, end));
  if (
    end === stop ||
    !(
      /\s\p{Lu}/u.test(own) ||
      BOARDS.test(own) ||
      CENTRES.test(own) ||
      (end > open && open === stop && LONG.test(own))
    ) ||
    PERSON.test(own)
  )
    return undefined;
  // In the name of a company, CP is "Cổ phần".
  const written = /công ty/iu.test(own) ? own.replace(/(?<=\s)CP(?=\s)/u, 'Cổ phần') : own;
  const name = capital(inTitleCase(expand(knowledge, written)));
  const code = slugOf(name.replace(OF_PROVINCE, ''));
  const level =
    /^(?:Vụ|Tổng cục)\s/u.test(name) ||
    (/(?:quốc gia|trung ương|chính phủ)/iu.test(name) && /^(?:Ủy ban|Ban|Hội đồng|Cục)/u.test(name))
      ? 'central'
      : null;
  return { ...withSuffix(knowledge, text, end, name, code === '' ? slugOf(name) : code, false, level), open: true };
};
