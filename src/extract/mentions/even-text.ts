import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { endsWithLabel } from '../../language/counted-nouns.ts';
import { plainFigureSigns } from '../../language/figure-signs.ts';
import { vi } from '../../language/pattern.ts';
import { anyOf, SIGNS } from '../../language/words.ts';
import type { Mention } from '../../model/mention.ts';

/** A text as rules read it, and the way back of what they find in it. */
export interface EvenText {
  readonly text: string;
  readonly placed: (mention: Mention) => Mention;
}

/** White space that rules need not know of: more than one sign of it. */
const WIDE = /[^\S\n]{2,}|\s*\n\s*/gu;

/** "45[2] xã", "85[1]%", "12.500(1) con", "12* xã": a note mark right behind a figure, before what it counts. */
const NOTE =
  /(?<=\d)(?:\s?\[\d{1,3}(?:,\d{1,3}){0,3}\]|\s?\[[ivxl]{1,5}\]|\(\d{1,2}\)|\(\*{1,3}\)|\*{1,3}|[¹²³⁴-⁹]{1,2})(?=\s?[%‰]|\s\p{L})/gu;
/** A unit or a name may end in a raised figure, and a point of a law has its number in brackets. */
const NAMED = /(?<!\p{L})(?:điều|khoản|điểm|mục)\s\d{1,3}$/iu;

/** "lần lượt là 25,1-28,8-41,1%": three figures or more in order, no range; marks that part figures part them. */
const IN_ORDER =
  /(?=\d)(?<=(?<!\p{L})lần\slượt(?:\s\p{L}{2,6}){0,2}:?\s)\d[\d,.]{0,8}%?(?:[-–—]\d[\d,.]{0,8}%?){2,12}(?=[\s;.]|$)/giu;

/** "208.600 m 3 /ngày": the raised figure of a unit that came apart from it; elsewhere it may count what follows. */
const RAISED = /\d\s?[ckd]?m\s[23](?=\s?\/\s?\p{L})/giu;
const FALLEN = /m\s[23]\s?\//iu;

/** Digits with white space between them, and a mark at most. */
const APART = /\d(?:\s[.,]?\s?|[.,]\s)\d/u;

const patternsOf = built(['figures'], ({ figures: { comparators, units } }) => {
  const lead = anyOf([
    ...Object.values(comparators.before).flat(),
    ...comparators.links,
    ...['tăng', 'giảm', 'lên', 'xuống', 'thêm'],
  ]);
  const scale = anyOf([...Object.keys(units.multipliers), 'đồng', 'ha', 'tấn', 'USD']);
  return {
    /** "85 ,5%", "85, 5%": a decimal comma that came apart from one of its sides. */
    DECIMAL: /(?=\d)(?<![\p{L}\d.,/-])\d{1,3}(?:\s,\s?|,\s)\d{1,2}(?=\s?%)/giu,
    /** "85. 5%", "85 .5%": the same with a point, where a word before says that one figure follows. */
    POINT: new RegExp(String.raw`(?=\d)(?<=(?<![${SIGNS}])${lead}\s)\d{1,3}(?:\s\.\s?|\.\s)\d{1,2}(?=\s?%)`, 'giu'),
    /** "9 5%", "1 00%": a figure that came apart, where a word of comparison or a verb says that one figure follows. */
    SPLIT: new RegExp(
      String.raw`(?=\d)(?<=(?<![${SIGNS}])${lead}\s)(?:\d\s\d(?:[.,]\d{1,2})?|1\s00|10\s0)(?=\s?%)`,
      'giu',
    ),
    /** "9. 500 tỷ đồng", "9 .500 tỷ đồng": thousands that came apart. */
    GROUPS: new RegExp(
      String.raw`(?=\d)(?<=\p{L}\s|[≥≤<>]\s?)(?<!\d\s)\d{1,3}(?:\s?\.\s?\d{3}){1,4}(?!\d)(?=(?:,\d{1,3})?\s?${scale}(?![${SIGNS}]))`,
      'giu',
    ),
    /** "45 500 tỷ", "12 500 lao động": one group of thousands behind a space; of several the sign itself says so. */
    GROUP:
      /(?=[1-9])(?<=\p{L}\s|(?<!\d)[,;]\s|[:≥≤<>~(]\s?|(?<![\d.,/])\d{1,3}[\s.]\d{3}\s?[-–]\s?)[1-9]\d{0,2}\s\d{3}(?=(?:,\d{1,2})?(?:\s\p{L}|\s?[-–]\s?[1-9]\d{0,2}\s\d{3}\s\p{L}))/giu,
  };
});

/**
 * One sign of white space wherever it stands, the plain signs of figures, no note mark between a figure and what it counts,
 * and the parts of a figure together that came apart: rules need to know none of these.
 */
export function evenText(knowledge: Pick<Knowledge, 'figures'>, text: string): EvenText {
  const { DECIMAL, POINT, SPLIT, GROUPS, GROUP } = patternsOf(knowledge);
  const plain = plainFigureSigns(text);
  const steps: ((at: number) => number)[] = [];
  let even = plain;
  const change = (pattern: RegExp, made: (found: string, before: string) => string): void => {
    const [next, back] = shortened(even, pattern, made);
    if (back !== undefined) steps.unshift(back);
    even = next;
  };
  change(WIDE, (run) => (run.includes('\n') ? '\n' : ' '));
  if (/\d/u.test(even)) {
    change(NOTE, (mark, before) => (NAMED.test(before) || (/10$/u.test(before) && !/[[(*]/u.test(mark)) ? mark : ''));
    if (FALLEN.test(even)) change(RAISED, (unit) => unit.replace(/\s(?=[23]$)/u, ''));
    if (/lượt/iu.test(even)) change(IN_ORDER, (figures) => figures.replace(/[-–—]/gu, ';'));
    // Most texts have no figures that came apart: the patterns for them look behind at every digit.
    if (APART.test(even)) {
      for (const pattern of [DECIMAL, POINT, SPLIT, GROUPS]) change(pattern, (figure) => figure.replace(/\s/gu, ''));
      change(GROUP, (figure, before) => (isLabel(knowledge, before, figure) ? figure : figure.replace(/\s/u, '.')));
    }
  }
  if (even === text) return { text, placed: (mention) => mention };
  const back = (at: number): number => steps.reduce((place, step) => step(place), at);
  return { text: even, placed: (mention) => placedIn(text, back, mention) };
}

/** "Phụ lục 2 500 hồ sơ", "vùng 3 120 xã": a label and a figure. A year has four digits: "trong năm 12 500 người". */
const isLabel = (knowledge: Pick<Knowledge, 'figures'>, before: string, figure: string): boolean =>
  (/^\d\s/u.test(figure) && NUMBERED.test(before)) ||
  (endsWithLabel(knowledge, before) && !(/(?<!\p{L})năm\s$/iu.test(before) && /^\d{2}/u.test(figure)));
const NUMBERED = vi`(cấp|nhóm|vùng|khu vực|bậc|kỳ)\s$`;

/** A text with its matches made shorter or left as long, and the way back of a place in it; none where nothing moved. */
function shortened(
  text: string,
  pattern: RegExp,
  made: (found: string, before: string) => string,
): [text: string, back: ((at: number) => number) | undefined] {
  /** Where a match was shortened: its end in the new text, and how much has been left out up to and with it. */
  const cuts: { readonly at: number; left: number }[] = [];
  let left = 0;
  const next = text.replace(pattern, (found: string, ...rest: unknown[]) => {
    const at = rest.find((one) => typeof one === 'number') ?? 0;
    const kept = made(found, text.slice(Math.max(0, at - 60), at));
    for (let own = 0, i = 0; found.length > kept.length && i < found.length; i++) {
      // What is left out is told sign by sign: the rest of the match stays in its place.
      if (found.length - i > kept.length - own && (own >= kept.length || found[i] !== kept[own])) {
        left += 1;
        const last = cuts.at(-1);
        if (last?.at === at + i + 1 - left) last.left = left;
        else cuts.push({ at: at + i + 1 - left, left });
      } else own += 1;
    }
    return kept;
  });
  if (cuts.length === 0) return [next, undefined];
  return [next, (at) => at + (cuts[before(cuts, at)]?.left ?? 0)];
}

/** Index of the last cut at a place or before it, -1 where there is none. */
function before(cuts: readonly { readonly at: number }[], place: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.at ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function placedIn(text: string, back: (at: number) => number, mention: Mention): Mention {
  const [start, end] = [back(mention.start), back(mention.end - 1) + 1];
  const written = text.slice(start, end);
  // `value.text` is the wording at the value's own place: the same words, as they stand in the text.
  const value = 'text' in mention.value && mention.value.text === mention.text ? { text: written } : {};
  return { ...mention, start, end, text: written, value: { ...mention.value, ...value } } as Mention;
}
