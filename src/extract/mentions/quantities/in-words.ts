import { beginsWithHead, nounLength } from '../../../language/counted-nouns.ts';
import { vi } from '../../../language/pattern.ts';
import { whole } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { compare, quantity } from './figure.ts';

const TIMES: Readonly<Record<string, number>> = { rưỡi: 1.5, đôi: 2, ba: 3, bốn: 4, năm: 5, mười: 10 };

/** "tăng gấp đôi" · "gấp ba lần" · "gấp rưỡi" */
export const multiple: MentionRule<'quantity'> = {
  id: 'quantity.multiple',
  kind: 'quantity',
  // "gấp năm" alone goes on with a year.
  pattern: whole(String.raw`gấp\s(?<n>rưỡi|đôi|(?:ba|bốn|năm|mười)(?=\slần)|ba)(?:\slần)?`),
  read({ n = '' }) {
    const value = TIMES[n.toLowerCase()];
    return value === undefined ? undefined : { value: { comparator: '=', value, valueMax: null, unit: 'lần' } };
  },
};

const CHANGED = vi`(giảm|tăng|bằng|đạt|chiếm|còn|đi|trên|hơn|ít nhất|tối thiểu|khoảng|gần)\s$`;

/** "giảm một nửa" · "ít nhất một nửa số xã" */
export const half: MentionRule<'quantity'> = {
  id: 'quantity.half',
  kind: 'quantity',
  pattern: whole(String.raw`(?:một|phân)\snửa`),
  read({ before = '', after = '' }, { knowledge }, text) {
    if (!CHANGED.test(before) && !/^\s(?:số|tổng\ssố)(?!\p{L})/iu.test(after)) return undefined;
    const figure = compare(knowledge, 50, null, before, after);
    return { value: quantity(figure, '%'), from: -figure.before, to: text.length + figure.after };
  },
};

const PARTS: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5 };
const digitOf = (written: string): number => PARTS[written.toLowerCase()] ?? Number(written);

/** "giảm 1/2 số vụ" · "2/3 số xã" · "ít nhất hai phần ba số thôn": a part of a whole, in per cent to two decimals */
export const fraction: MentionRule<'quantity'> = {
  id: 'quantity.fraction',
  kind: 'quantity',
  pattern:
    /(?<![\p{L}\p{N}]|\p{N}[./,-])(?:(?<up>[1-9])\s?\/\s?(?<down>[2-9]|10)(?![\p{N}/%]|[.,]\p{N})|(?<over>một|hai|ba|bốn)\sphần\s(?<under>hai|ba|bốn|tư|năm)(?!\p{L}))/giu,
  read({ up, down, over = '', under = '', before = '', after = '' }, { knowledge }, text) {
    // Digits may be a date or a part of a number; what they are a part of must stand behind them.
    if (!/^\s(?:số|tổng\ssố|tổng|dân\ssố|diện\stích|thời\sgian|lượng)(?!\p{L})/iu.test(after)) {
      if (up !== undefined || !CHANGED.test(before)) return undefined;
    }
    const part = digitOf(up ?? over) / digitOf(down ?? under);
    if (part >= 1) return undefined;
    const figure = compare(knowledge, Math.round(part * 10_000) / 100, null, before, after);
    return { value: quantity(figure, '%'), from: -figure.before, to: text.length + figure.after };
  },
};

/** An aim is stated here, so what follows is to be measured by it. */
const AIM = /(?:(?<!\p{L})(?:phấn đấu|cơ bản|bảo đảm|đảm bảo)|năm \d{4},?|(?:^|\n)\s?[-–+•]?)\s{0,2}$/iu;

/** "đến năm 2030 không còn hộ nghèo": none are left, where an aim says so */
export const none: MentionRule<'quantity'> = {
  id: 'quantity.none',
  kind: 'quantity',
  pattern: whole(String.raw`không\scòn(?=\s)`),
  read({ before = '', after = '' }, { knowledge }, text) {
    const noun = after.slice(1);
    const length = beginsWithHead(knowledge, noun) && AIM.test(before) ? nounLength(knowledge, noun) : 0;
    if (length === 0) return undefined;
    return {
      value: { comparator: '=', value: 0, valueMax: null, unit: noun.slice(0, length) },
      to: text.length + 1 + length,
    };
  },
};

/** "phấn đấu toàn bộ các xã được phủ sóng": all of them, where an aim says so */
export const all: MentionRule<'quantity'> = {
  id: 'quantity.all',
  kind: 'quantity',
  pattern: whole(String.raw`toàn\sbộ(?=\s)`),
  read({ before = '', after = '' }, { knowledge }) {
    const noun = after.replace(/^\s(?:các\s|số\s)?/iu, '');
    if (!/(?:phấn đấu|năm \d{4},?(?:\scó)?)\s$/iu.test(before) || !beginsWithHead(knowledge, noun)) return undefined;
    if (!/^[^.;]{1,110}(?<!\p{L})(?:được|đều|có|đạt|hoàn thành|sử dụng|thực hiện)(?!\p{L})/iu.test(noun))
      return undefined;
    return { value: { comparator: '=', value: 100, valueMax: null, unit: '%' } };
  },
};
