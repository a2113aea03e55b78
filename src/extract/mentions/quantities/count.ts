import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import {
  beginsWithHead,
  denominatorLength,
  endsWithLabel,
  goesOnLabels,
  nounLength,
} from '../../../language/counted-nouns.ts';
import { vi, viMeaning, viWords } from '../../../language/pattern.ts';
import { verbs } from '../../../language/verbs.ts';
import { keyOf, SIGNS } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { amounts, EDGE, figureOf, LOOSE_EDGE, quantity } from './figure.ts';
import { unitsOf } from './measure.ts';
import { rankPatterns } from './rank.ts';

const patternsOf = built(['figures', 'figureWords', 'placeKinds', 'timeWords', 'verbs'], (tables) => {
  const { figureWords } = tables;
  const acts = viWords(tables.figures.counted.verbs.map((word) => ({ word })));
  return {
    ACTS: vi`^(${verbs(tables).DOES}|${acts})(?!\p{L})`,
    UNIT: new RegExp(`^(?!điểm)${unitsOf(tables).UNIT}`, 'iu'),
    /** "giao chỉ tiêu 167 công dân", "được giao chỉ tiêu là 20 xã": a number of the aim itself does not stand there. */
    GIVEN: vi`${verbs(tables).GIVES}(\s\p{L}+){0,3}?\s${viMeaning(figureWords, 'quota')}( là|:)?\s$`,
    /** Right before years. */
    OF_YEARS: vi`(${viMeaning(tables.timeWords, 'stage')}|năm)\s+$`,
    /** A place with a name behind it: "12 đường Trần Phú", "LK 12 - 17 khu đô thị Văn Khê". */
    STREET: vi`^${viMeaning(figureWords, 'street')} (?=[\p{L}\d])`,
    /** "Đội kiểm tra liên ngành 814 tỉnh", "Văn phòng 389 trung ương": the number is part of the body's name. */
    BODY: vi`${viMeaning(figureWords, 'team')}(\s(?!${viMeaning(figureWords, 'no-name')}(?!\p{L}))\p{L}{1,8}){1,7}\s$`,
    PLACE_KIND: vi`^${viWords(tables.placeKinds)} (?=\p{L})`,
    LEVEL: vi`^(?<level>${viMeaning(figureWords, 'level')})(?!\s?[,/])`,
    /** As many as there were at most: more of them is none of a count. */
    most: new Map(figureWords.flatMap(({ word, most }) => (most === undefined ? [] : [[keyOf(word), most] as const]))),
    PART: vi`^${viMeaning(figureWords, 'part')}(?=\s?\/\s?\p{L})`,
  };
});
/** What a number may not touch, but by a slip. */
const TOUCHES = new RegExp(String.raw`(?:[${SIGNS}]|\p{L}[.+])$`, 'u');
/** A whole word, or nothing, that no name ends with. */
const WORD_BEFORE = /(?:^|[^\p{L}\p{N}]|(?<!\p{L})\p{Ll}{3,})$/u;
/** Right behind another number. */
const JOINED = /(?:\d(?:\s|\.\s?|\strong\s)|\/\s?)$/u;
/** "3. 20 hợp tác xã thành lập mới": the number of an item at the beginning of a text. */
const LABEL = /^\s*\d{1,2}(?:\.\d{1,2}){0,3}\.\s$/u;
const isYearLike = (digits = ''): boolean => /^(?:19|20)\d{2}$/u.test(digits);

/** "ít nhất 20 mô hình" · "2.961 TTHC" · "04 tin, bài" · "2,1 con/phụ nữ" · "107 trẻ sơ sinh trai/100 trẻ sơ sinh gái" */
export const count = (tables: Pick<Knowledge, 'figures'>): MentionRule<'quantity'> => ({
  id: 'quantity.count',
  kind: 'quantity',
  pattern: new RegExp(String.raw`${LOOSE_EDGE}${amounts(tables, '(?!)')}(?:\s(?=\p{L})|(?<=\d{2})(?=\p{L}{2}))`, 'giu'),
  read(groups, { knowledge }, text) {
    const { before = '', after = '' } = groups;
    // "bắt buộc93 người", "93người": a blank is missing, where what is usually counted follows.
    const glued = TOUCHES.test(before) || !/\s$/u.test(text);
    if (glued && !(WORD_BEFORE.test(before) && /^[1-9]\d/u.test(text) && beginsWithHead(knowledge, after)))
      return undefined;
    if (glued && endsWithLabel(knowledge, before)) return undefined;
    // "111,4 số bé trai/100 bé gái"
    const number = /^số\s/iu.exec(after)?.[0].length ?? 0;
    // "17,8 tiêu chí/xã": counted by something, parts of the text are a measure too.
    const { ACTS, UNIT, PART, OF_YEARS } = patternsOf(knowledge);
    const part = PART.exec(after)?.[0].length ?? 0;
    const counted = part > 0 && denominatorLength(knowledge, after.slice(part)) > 0;
    const noun = counted ? part : number + nounLength(knowledge, after.slice(number));
    if (noun === number || UNIT.test(after)) return undefined;
    // "đầu tư 85 tỷ nâng cấp đường": billions of đồng, and what is done with them.
    if (/tỷ$/iu.test(groups.scale ?? '') && ACTS.test(after)) return undefined;
    const per = denominatorLength(knowledge, after.slice(noun));
    if (number > 0 && per === 0) return undefined;
    const figure = figureOf(knowledge, wholeNumbers(groups, per), after.slice(noun + per));
    // "0210 3846 647 …", "doanh nghiệp/1000 dân", "2 trong 2 đánh giá"
    if (figure === undefined || (JOINED.test(before) && !LABEL.test(before))) return undefined;
    if (figure.before === 0 && isLabelled(knowledge, before, groups.high, after)) return undefined;
    if (figure.before === 0 && !beginsWithHead(knowledge, after) && goesOnLabels(knowledge, before, figure.value))
      return undefined;
    if (figure.before === 0 && isAddress(knowledge, before, after, groups.high ?? '')) return undefined;
    if (NAME_BEFORE.test(before)) return undefined;
    // "Nhà máy Nhiệt điện Vũng Áng 1 gặp sự cố"
    if (/^\d$/u.test(groups.high ?? '') && TWO_NAMES.test(before) && !beginsWithHead(knowledge, after))
      return undefined;
    // "công nghiệp 4.0" is a version.
    if (/^\d\.0$/u.test(groups.high ?? '')) return undefined;
    // "mục 4.1 c)", "Quốc lộ 32 C": a letter alone is a point, or part of a name.
    if (/^\p{L}(?![\p{L}\p{N}/])/u.test(after)) return undefined;
    // "1 Điểm c khoản 4"
    if (/^(?:điểm|khoản|mục|điều)\s(?:\p{L}(?!\p{L})|\d)/iu.test(after)) return undefined;
    // A slogan in quotation marks: "3 không", "4 sẵn sàng".
    if (figure.value < 10 && /[“"'‘][^”"'’]{0,60}$/u.test(before) && !beginsWithHead(knowledge, after))
      return undefined;
    // "1 Tỷ lệ …" at the start of a row: its number.
    if (before.trim() === '' && /^\p{Lu}\p{Ll}/u.test(after)) return undefined;
    // "nhiệm kỳ 2021 - 2026 tổ chức kỳ họp": two years with a dash between are a span, whatever follows.
    if (isYearLike(groups.low) && isYearLike(groups.high) && OF_YEARS.test(before)) return undefined;
    // "Mức lương tối thiểu vùng 2026 xã Trị An": one place cannot be counted.
    if (isYearLike(groups.high) && groups.low === undefined && isPlaceCalled(knowledge, after)) return undefined;
    // "từ 2021 - 2030 sang": years, unless what is usually counted follows.
    if (isYearLike(groups.high) && !beginsWithHead(knowledge, after)) return undefined;
    // "12 bác sĩ trên 1.000 dân", "giường bệnh trên 1 vạn dân": the second number only says of how many.
    if (
      figure.before > 0 &&
      /trên\s*$/iu.test(before.slice(-figure.before)) &&
      isBase(figure.value) &&
      DENIZENS.test(after)
    )
      return undefined;
    const unit = after.slice(0, noun + per);
    return { value: quantity(figure, unit), from: -figure.before, to: text.length + noun + per + figure.after };
  },
});

/** A number that stands behind what it labels: "Điều 3". */
const isLabelled = (knowledge: Knowledge, before: string, digits: string | undefined, after: string): boolean =>
  endsWithLabel(knowledge, before) &&
  // "trong năm 5.605.000 người": no label has its thousands parted.
  !/\d\.\d{3}/u.test(digits ?? '') &&
  !(patternsOf(knowledge).GIVEN.test(before) && beginsWithHead(knowledge, after));

const DENIZENS = /^dân(?!\p{L})/iu;
/** 1.000, 10.000, 100.000: of so many something is counted. */
const isBase = (value: number): boolean => Number.isInteger(Math.log10(value));

/** A hyphen joins a number to the name before it: "COVID-19 hiệu quả", with spaces too in the commonest of them. */
const NAME_BEFORE = /(?:\p{Lu}{2}[-–]|[Cc](?:OVID|ovid)\s?[-–]?\s?)$/u;

/** "1,000 hồ sơ": nobody counts things to three decimals, but where they are counted by something ("1,250 con/phụ nữ"). */
function wholeNumbers<T extends Readonly<Record<string, string | undefined>>>(groups: T, per: number): T {
  if (per > 0 || groups.scale !== undefined || groups.lowScale !== undefined) return groups;
  const plain = (digits: string | undefined) =>
    digits !== undefined && /^[1-9]\d{0,2},\d{3}$/u.test(digits) ? digits.replace(',', '.') : digits;
  return { ...groups, low: plain(groups.low), high: plain(groups.high) };
}

function isPlaceCalled(knowledge: Knowledge, text: string): boolean {
  const kind = patternsOf(knowledge).PLACE_KIND.exec(text)?.[0];
  return kind !== undefined && /^\p{Lu}/u.test(text.slice(kind.length));
}

function isAddress(knowledge: Knowledge, before: string, after: string, digits: string): boolean {
  const { STREET, LEVEL, BODY, most } = patternsOf(knowledge);
  const street = STREET.exec(after)?.[0];
  if (street !== undefined && /^\p{Lu}\p{Ll}/u.test(after.slice(street.length))) return true;
  const level = LEVEL.exec(after)?.groups?.level;
  if (level === undefined || !/^\d{2,4}$/u.test(digits)) return false;
  return Number(digits) > (most.get(keyOf(level)) ?? Number.POSITIVE_INFINITY) && BODY.test(before);
}

const TWO_NAMES = /\p{Lu}\p{Ll}*\s\p{Lu}\p{Ll}*\s$/u;

/** A whole number, its thousands parted or not. */
const WHOLE = String.raw`\d{1,3}(?:[.,]\d{3}){1,2}|\d{1,6}`;
const whole = (digits: string): number => Number(digits.replace(/[.,]/gu, ''));

/** "nâng số xã đạt chuẩn lên 62/82 xã": so many of a known total. */
export const ofTotal: MentionRule<'quantity'> = {
  id: 'quantity.of-total',
  kind: 'quantity',
  pattern: new RegExp(String.raw`${EDGE}(?<high>${WHOLE})\s?/\s?(?<total>${WHOLE})\s(?=\p{L})`, 'giu'),
  read(groups, { knowledge }, text) {
    const { high = '', total = '', before = '', after = '' } = groups;
    const noun = beginsWithHead(knowledge, after) ? nounLength(knowledge, after) : 0;
    // "45/39 vụ" holds this year against the last; "ngày 20/12 huyện …" is a date.
    if (noun === 0 || whole(high) > whole(total) || /(?:ngày|trước|đến|từ|sau)\s$/iu.test(before)) return undefined;
    if (rankPatterns(knowledge).PLACED.test(before)) return undefined;
    // "quy hoạch phân khu 1/2000 Khu du lịch …": the scale of a map.
    if (/^0?1$/u.test(high) && /^[1258]0{2,6}$|^[1-9]50{2,5}$|^250{2,4}$/u.test(total.replace(/[.,]/gu, '')))
      return undefined;
    const figure = figureOf(knowledge, { high: high.replaceAll(',', '.'), before, after }, after.slice(noun));
    if (figure === undefined) return undefined;
    return {
      value: quantity(figure, after.slice(0, noun)),
      from: -figure.before,
      to: text.length + noun + figure.after,
    };
  },
};
