import { built } from '../../../knowledge/knowledge.ts';
import { denominatorLength, headWords, nounLength } from '../../../language/counted-nouns.ts';
import { DIGITS } from '../../../language/numbers.ts';
import { vi, viWords } from '../../../language/pattern.ts';
import type { MentionRule } from '../engine/rule.ts';
import { EDGE, figureOf, quantity } from './figure.ts';

/** Ahead of a figure, words of comparison aside: what it counts, and a sign or verb that only states it. */
const STATED =
  /(?:^|[.;:,(\n]|\s[-–+•])\s?(?:(?:\d{1,2}[.)]|\p{L}\)|[-–+•])\s)?(?:(?:phấn\sđấu|đưa|nâng|tăng|giảm|với|có)\s){0,2}(?:tổng\s)?số\s(?<noun>[^.;:,()%\n]{2,80}?)\s?(?::|\s(?:đạt|là|còn|ước|ước\sđạt|lên|xuống|xuống\scòn)(?!\p{L}))\s?$/iu;
/** By when so many are to be there. */
const BY_YEAR = String.raw`\s(?:vào|đến|trong)\s(?:hết\s|cuối\s)?(?:năm\s)?20\d\d(?!\d)`;
/** "20.000 ngôi nhà … vào năm 2027 và ": the same by an earlier year; where nothing is counted behind it, its name stands before. */
const EARLIER = new RegExp(
  String.raw`(?<![\p{N}.,])${DIGITS}(?:\s(?<noun>\p{L}[^.;:()%\d\n]{1,140}?))?${BY_YEAR}\s?(?:,|;|và|,\svà)\s(?:(?:đạt|là|lên|còn)\s)?$`,
  'iu',
);
/** An index by its name, whose value has a fraction: a whole number may be its rank. */
const INDEX =
  /(?:^|[.;:,(\n]|\s[-–+•])\s?(?:(?:\d{1,2}[.)]|\p{L}\)|[-–+•])\s)?(?:(?:đưa|nâng)\s)?chỉ\ssố\s(?!giá|sản\sxuất|tiêu\sdùng)[^.;:,%\n]{2,80}?\s?(?::|\s(?:đạt|là|lên|ước|ước\sđạt)(?!\p{L}))\s?$/iu;
/** "HTX", "THT" */
const SHORT_NAME = /^\p{Lu}{2,5}(?!\p{L})/u;
/** Nothing goes on behind it. */
const ENDS = /^\s?(?:[;)\n]|[.,](?!\p{N})|$)/u;
/** Those are numbers of papers, accounts and files more often than counts of them. */
const hasNumber = built(
  ['documentKinds'],
  ({ documentKinds }) => vi`^(tài khoản|văn bản|hồ sơ|${viWords(documentKinds.filter(({ issued }) => issued))})$`,
);

/** "Số giường bệnh/vạn dân: 45" · "Tổng số hợp tác xã đạt 120" · "Chỉ số HDI trên 0,78" · "50 mô hình vào năm 2027 và 80 vào năm 2030": what a number counts stands before it alone. */
export const namedBefore: MentionRule<'quantity'> = {
  id: 'quantity.named-before',
  kind: 'quantity',
  pattern: new RegExp(
    String.raw`${EDGE}(?<![\p{N}/])(?:(?<low>${DIGITS})\s{0,2}[-–]\s{0,2})?(?<high>${DIGITS})(?=\s?(?:[;)\n]|[.,](?!\p{N})|$)|${BY_YEAR})`,
    'giu',
  ),
  read(groups, { knowledge }, text) {
    const { before = '', after = '' } = groups;
    const figure = figureOf(knowledge, groups, after);
    if (figure === undefined || /^0\d|\d{6}/u.test(text)) return undefined;
    const ahead = before.slice(0, before.length - figure.before);
    const span = { from: -figure.before, to: text.length + figure.after };
    if (INDEX.test(ahead)) return /,\d/u.test(text) ? { value: quantity(figure, 'point'), ...span } : undefined;
    const timed = !ENDS.test(after);
    if (timed && /^20\d\d$/u.test(text)) return undefined;
    const earlier = timed || /[,;]\s$|và\s$/iu.test(ahead) ? EARLIER.exec(ahead) : null;
    const again = timed ? earlier?.groups?.noun : undefined;
    const noun = again ?? STATED.exec(earlier === null ? ahead : ahead.slice(0, earlier.index))?.groups?.noun?.trim();
    if (
      noun === undefined ||
      (again === undefined && headWords(knowledge, noun) === 0 && !SHORT_NAME.test(noun)) ||
      hasNumber(knowledge).test(noun)
    )
      return undefined;
    const length = nounLength(knowledge, noun);
    // What is said of those that are counted stands at the earlier of the two.
    if (again !== undefined)
      return length === 0 ? undefined : { value: quantity(figure, noun.slice(0, length)), ...span };
    const per = noun.lastIndexOf('/') < 0 ? -1 : noun.search(/\s?\//u);
    const end = length + denominatorLength(knowledge, noun.slice(length));
    // "Số bác sĩ làm việc/vạn dân": what stands between is no denominator.
    if (length === 0 || (per >= 0 && end !== noun.length)) return undefined;
    return { value: quantity(figure, noun.slice(0, end)), ...span };
  },
};
