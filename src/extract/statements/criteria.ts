import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';

/** "Xã miền núi là xã có …": what says behind "là" once more what it began with defines it. */
const DEFINES =
  /(?:^|[.;:)–+•*-]\s{0,3})\s*(?<kind>\p{L}{2,})\s(?<between>[^.;:]{1,120}?)\slà\s(?:các\s|những\s)?\k<kind>(?!\p{L})[^.,;]*$/iu;
const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { MEAN, say } = phrasesOf(tables);
  return {
    /** A year, an aim or something with a name is not defined: "Năm 2026 là năm …", "Tỉnh phấn đấu là tỉnh có …". */
    NO_KIND: vi`^${say('no-kind')}$`,
    AIMED: vi`${say('aims-so')}`,
    /** A term runs from some day on: "trong thời hạn 30 (ba mươi) ngày làm việc kể từ ngày nhận hồ sơ". */
    RUNS_FROM: vi`^\s*(làm\s+việc)?\s*,?\s*(kể|tính)\s+từ(?!\p{L})`,
    /** A mean or a state is measured: "Thời gian giải quyết bình quân là 7 ngày tính từ …". */
    IS_MEASURED: vi`(là|đạt|còn|${MEAN})\s*$`,
  };
});

/** Whether the figure bounds what a definition calls so: "Thôn miền núi là thôn có từ 15% …". */
export function definesKind(
  knowledge: Knowledge,
  text: string,
  sentence: Range,
  { start, value }: MentionOf<'quantity'>,
): boolean {
  const { AIMED, NO_KIND } = patternsOf(knowledge);
  if (value.comparator === '=') return false;
  const { kind = '', between = '' } = DEFINES.exec(text.slice(sentence.start, start))?.groups ?? {};
  return kind !== '' && !NO_KIND.test(kind) && !AIMED.test(between) && !/\p{Lu}|\d/u.test(between);
}

/** Whether a time counts from a day on, as terms of procedures do. */
export const runsFrom = (knowledge: Knowledge, text: string, sentence: Range, { start, end }: Range): boolean =>
  patternsOf(knowledge).RUNS_FROM.test(text.slice(end, end + 40)) &&
  !patternsOf(knowledge).IS_MEASURED.test(text.slice(sentence.start, start));
