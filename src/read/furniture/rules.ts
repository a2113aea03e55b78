import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { FurnitureForm } from '../../knowledge/word-tables.ts';
import { type Piece, vi, viPart, viWords } from '../../language/pattern.ts';
import type { Furniture } from '../../model/block.ts';

/** What a whole block must say to be furniture. Short blocks only, so that a sentence that mentions such a thing stays. */
export interface FurnitureRule {
  readonly kind: Furniture;
  readonly pattern: RegExp;
  /** What follows is furniture too, until a paragraph of running text. */
  readonly opensList: boolean;
}

const FIGURE = viPart`[\d.,]+(?![\d.,])`;
const DATE = viPart`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}`;
const TIME = viPart`\d{1,2}\s*[:hg]\s*\d{2}(\s*:\s*\d{2})?(\s*(AM|PM|SA|CH))?`;
const WEEKDAY = viPart`thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật`;

const PATTERN_OF: Readonly<Record<Exclude<FurnitureForm, 'date-behind'>, (words: Piece) => RegExp>> = {
  alone: (words) => vi`^${words}[\s:»>|+*-]*$`,
  begins: (words) => vi`^${words}`,
  counted: (words) => vi`^${words}\s*(\(\d*\)|[:|-]?\s*${FIGURE}(\s*(lượt|người|views?))?)?\s*:?$`,
  'figure-behind': (words) => vi`^${words}\s*[:|-]?\s*${FIGURE}$`,
  'figure-before': (words) => vi`^${FIGURE}\s*${words}$`,
};

const patternsOf = built(['furniture'], ({ furniture }) => {
  const wordsOf = (...forms: readonly FurnitureForm[]): Piece =>
    viWords(furniture.filter(({ kind, form }) => kind === 'counter' && forms.includes(form)));
  const label = wordsOf('counted', 'figure-behind');
  /** "12/11/2019 | 15:57 | View count: 7059", "Thứ tư - 15/12/2021 17:15 331 0", "Ngày cập nhật 17/01/2019", "Đăng ngày: …" */
  const dateLine = vi`^((ngày\s+)?${wordsOf('date-behind')}(\s+(lúc|ngày|lần cuối))?\s*:?\s*)?(${WEEKDAY}\s*[,-]?\s*(ngày\s+)?)?(${TIME}\s*[,|-]?\s*)?(ngày\s+)?${DATE}(\s*[,|-]?\s*${TIME})?(\s*\(?GMT\+?7\)?)?(\s*[|•·-]?\s*${label}?\s*:?\s*${FIGURE}(\s*${wordsOf('figure-before')})?)*\s*$`;
  const rules = new Map<string, (typeof furniture)[number][]>();
  for (const row of furniture) {
    if (row.form === 'date-behind') continue;
    const key = `${row.kind} ${row.form} ${row.opensList ?? false}`;
    rules.set(key, [...(rules.get(key) ?? []), row]);
  }
  return {
    dateLine,
    rules: [
      { kind: 'counter', pattern: dateLine, opensList: false },
      ...[...rules.values()].flatMap((rows): FurnitureRule[] => {
        const [first] = rows;
        if (first === undefined || first.form === 'date-behind') return [];
        return [
          { kind: first.kind, pattern: PATTERN_OF[first.form](viWords(rows)), opensList: first.opensList === true },
        ];
      }),
    ] satisfies FurnitureRule[],
  };
});

export const furnitureRules = (knowledge: Knowledge): readonly FurnitureRule[] => patternsOf(knowledge).rules;

/** The line with the date of an article, and what portals print beside it. */
export const isDateLine = (knowledge: Knowledge, text: string): boolean =>
  text.length <= 120 && patternsOf(knowledge).dateLine.test(text);
