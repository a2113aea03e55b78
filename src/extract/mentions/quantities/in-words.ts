import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { beginsWithHead, nounLength } from '../../../language/counted-nouns.ts';
import { FRACTIONS, fractionOf } from '../../../language/figure-signs.ts';
import { vi, viMeaning } from '../../../language/pattern.ts';
import { verbs } from '../../../language/verbs.ts';
import { anyOf, keyOf, whole } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { compare, quantity } from './figure.ts';

type WordTables = Pick<Knowledge, 'figures' | 'figureWords' | 'verbs'>;

const numbersOf = built(['figures', 'figureWords', 'verbs'], (tables) => {
  const { digits, ten, half: aHalf } = tables.figures.words;
  const several = Object.entries(digits).filter(([, value]) => value > 1);
  const { CHANGES, LEVEL, AIMS, PREDICATE } = verbs(tables);
  const compared = Object.values(tables.figures.comparators.before).flat();
  return {
    SEVERAL: anyOf([...several.map(([word]) => word), ten]),
    DIGIT: anyOf([...several.map(([word]) => word), 'một']),
    HALF: aHalf,
    TIMES: viMeaning(tables.figureWords, 'times').source,
    numbers: new Map<string, number>([
      ...Object.entries(digits),
      [ten, 10],
      [aHalf, 1.5],
      ...tables.figureWords.flatMap(({ word, means, times }): [string, number][] =>
        means.includes('times') && times !== undefined ? [[word, times]] : [],
      ),
    ]),
    /** What a half or a part is of, or is done by, where no noun tells it. */
    CHANGED: vi`(${CHANGES}|${LEVEL}|${compared.filter((word) => /\p{L}/u.test(word))}|${viMeaning(tables.figureWords, 'half')})\s$`,
    WHOLE: vi`^\s${viMeaning(tables.figureWords, 'whole')}`,
    /** An aim is stated here, so what follows is to be measured by it. */
    AIM: vi`(${AIMS}|cơ bản|năm \d{4},?|(^|\n)\s?[-–+•]?)\s{0,2}$`,
    AIM_OF_ALL: vi`(phấn đấu|năm \d{4},?(\scó)?)\s$`,
    PREDICATE: vi`^[^.;]{1,110}(${PREDICATE}|đều)`,
  };
});

/** "tăng gấp đôi" · "gấp ba lần" · "gấp rưỡi" */
export const multiple = (tables: WordTables): MentionRule<'quantity'> => {
  const { SEVERAL, HALF, TIMES, numbers } = numbersOf(tables);
  return {
    id: 'quantity.multiple',
    kind: 'quantity',
    // "gấp năm" alone goes on with a year.
    pattern: whole(String.raw`gấp\s(?<n>${HALF}|${TIMES}|${SEVERAL}(?=\slần)|ba)(?:\slần)?`),
    read({ n = '', before = '', after = '' }, { knowledge }, text) {
      const value = numbers.get(keyOf(n));
      if (value === undefined) return undefined;
      const figure = compare(knowledge, value, null, before, after);
      return { value: quantity(figure, 'lần'), from: -figure.before, to: text.length + figure.after };
    },
  };
};

/** "giảm một nửa" · "ít nhất một nửa số xã" */
export const half: MentionRule<'quantity'> = {
  id: 'quantity.half',
  kind: 'quantity',
  pattern: whole(String.raw`(?:một|phân)\snửa`),
  read({ before = '', after = '' }, { knowledge }, text) {
    const { CHANGED } = numbersOf(knowledge);
    if (!CHANGED.test(before) && !/^\s(?:số|tổng\ssố)(?!\p{L})/iu.test(after)) return undefined;
    const figure = compare(knowledge, 50, null, before, after);
    return { value: quantity(figure, '%'), from: -figure.before, to: text.length + figure.after };
  },
};

/** "1 2/3", "1 ½": the part of a number that begins before it. */
const MIXED = /(?<![\d.,/])[1-9]\d?\s?$/u;

/** "giảm 1/2 số vụ" · "2/3 số xã" · "⅔ số xã" · "ít nhất hai phần ba số thôn": a part of a whole, in per cent to two decimals */
export const fraction = (tables: WordTables): MentionRule<'quantity'> => {
  const { DIGIT, SEVERAL, numbers } = numbersOf(tables);
  const digitOf = (written: string): number => numbers.get(keyOf(written)) ?? Number(written);
  return {
    id: 'quantity.fraction',
    kind: 'quantity',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}]|\p{N}[./,-])(?:(?<up>[1-9])\s?\/\s?(?<down>[2-9]|10)(?![\p{N}/%]|[.,]\p{N})|(?<sign>${FRACTIONS})(?![\p{N}/%])|(?<over>${DIGIT})\sphần\s(?<under>${SEVERAL})(?!\p{L}))`,
      'giu',
    ),
    read({ up, down, sign, over = '', under = '', before = '', after = '' }, { knowledge }, text) {
      // Digits may be a date or a part of a number; what they are a part of must stand behind them.
      const { WHOLE, CHANGED } = numbersOf(knowledge);
      if (!WHOLE.test(after)) {
        if (up !== undefined || !CHANGED.test(before)) return undefined;
      }
      const [above, below] = fractionOf(sign ?? '-') ?? [digitOf(up ?? over), digitOf(down ?? under)];
      const part = above / below;
      if (part >= 1 || MIXED.test(before)) return undefined;
      const figure = compare(knowledge, Math.round(part * 10_000) / 100, null, before, after);
      return { value: quantity(figure, '%'), from: -figure.before, to: text.length + figure.after };
    },
  };
};

/** "đến năm 2030 không còn hộ nghèo": none are left, where an aim says so */
export const none: MentionRule<'quantity'> = {
  id: 'quantity.none',
  kind: 'quantity',
  pattern: whole(String.raw`không\scòn(?=\s)`),
  read({ before = '', after = '' }, { knowledge }, text) {
    const noun = after.slice(1);
    const { AIM } = numbersOf(knowledge);
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
    const { AIM_OF_ALL, PREDICATE } = numbersOf(knowledge);
    const noun = after.replace(/^\s(?:các\s|số\s)?/iu, '');
    if (!AIM_OF_ALL.test(before) || !beginsWithHead(knowledge, noun)) return undefined;
    if (!PREDICATE.test(noun)) return undefined;
    return { value: { comparator: '=', value: 100, valueMax: null, unit: '%' } };
  },
};
