import { loadAgencies } from '../knowledge/agencies.ts';
import { type Reader, withSuffix } from './agency-body.ts';
import { capital, caseKept, clean, END, exact, expand, PROVINCE, TOP } from './agency-places.ts';
import { anyOf, slugOf } from './words.ts';

const table = loadAgencies();
const HEAD = exact(
  `(?:${[...table.heads]
    .sort((a, b) => b.length - a.length)
    .map(caseKept)
    .join('|')}|${[...table.heads]
    .map((head) => head.toUpperCase())
    .sort((a, b) => b.length - a.length)
    .map(caseKept)
    .join('|')})${END}`,
);

/** Official names write the first syllable of a compound with a capital: "Xúc tiến Đầu tư". */
const AFTER = table.afterNames.join('|');

/** Where the name of another body begins. */
const BODY_WORD = '(?:Sở|Bộ|UBND|HĐND|Ủy ban nhân|Công an)(?![\\p{L}])';

const OPEN_WORD = exact(
  String.raw`(?:\s{1,3}(?:[-–&]|và|của|về|vì)(?=\s{1,3}\p{Lu})|\s{1,3}(?:các\s{1,3}|và\s{1,3})?${anyOf(table.nameWords).replace(/^\(\?:/u, '(?:')}${END}|\s{1,3}(?!${BODY_WORD})\p{Lu}[\p{L}\p{N}&]{0,14}(?:[-–]\p{L}{1,8})?${END}(?<small>(?<=\s\p{Lu}\p{Ll}{0,7})\s(?!(?:${AFTER})${END})\p{Ll}{2,7}${END})?)`,
);
/** Two syllables with capitals are a person's or a place's name; the small one after them is a word of the sentence. */
const PLACE_NAME = /\s\p{Lu}\p{Ll}{1,7}\s\p{Lu}\p{Ll}{1,7}$/u;

/** Title case for names that stand in capitals: "VĂN PHÒNG ĐIỀU PHỐI" -> "Văn phòng điều phối". */
export const settle = (name: string): string => (/\p{Ll}/u.test(name) ? name : capital(name.toLowerCase()));

/** End of a name that goes on word by word. */
export function openEnd(text: string, at: number): number {
  let end = at;
  for (let words = 0; words < 16; words++) {
    OPEN_WORD.lastIndex = end;
    const match = OPEN_WORD.exec(text);
    if (match === null) break;
    const small = match.groups?.small;
    const stop = end + match[0].length - (small?.length ?? 0);
    if (small !== undefined && PLACE_NAME.test(text.slice(at, stop))) return stop;
    end += match[0].length;
  }
  return end;
}

const OF_PROVINCE = new RegExp(String.raw`\s+(?:${TOP})?(?:\s*${PROVINCE})?$`, 'u');

/** Names that no table lists: "Trung tâm Xúc tiến Đầu tư tỉnh …". */
export const open: Reader = (text, at) => {
  HEAD.lastIndex = at;
  const match = HEAD.exec(text);
  if (match === null) return undefined;
  const end = openEnd(text, at + match[0].length);
  const own = clean(text.slice(at, end));
  if (end === at + match[0].length || !/\s\p{Lu}/u.test(own)) return undefined;
  // In the name of a company, CP is "Cổ phần".
  const name = settle(expand(/công ty/iu.test(own) ? own.replace(/(?<=\s)CP(?=\s)/u, 'Cổ phần') : own));
  const code = slugOf(name.replace(OF_PROVINCE, ''));
  const level =
    /(?:quốc gia|trung ương|chính phủ)/iu.test(name) && /^(?:Ủy ban|Ban|Hội đồng|Tổng cục|Cục)/u.test(name)
      ? 'central'
      : null;
  return { ...withSuffix(text, end, name, code === '' ? slugOf(name) : code, false, level), open: true };
};
