import { keyOf } from '../../../language/words.ts';
import type { InnerStep } from '../../../model/mention.ts';

/** From the outermost in. */
const ORDER: readonly InnerStep['word'][] = ['phụ lục', 'phần', 'chương', 'mục', 'khoản', 'điểm', 'tiết', 'ý'];
const ORDINALS: Readonly<Record<string, string>> = {
  nhất: '1',
  hai: '2',
  ba: '3',
  tư: '4',
  bốn: '4',
  năm: '5',
  sáu: '6',
  bảy: '7',
  tám: '8',
  chín: '9',
  mười: '10',
};

/** Source of the words that name a step. */
export const STEP_WORDS = String.raw`tiểu\smục|${ORDER.join('|').replaceAll(' ', String.raw`\s`)}`;
const BRACKETED = String.raw`\((?:[ivx]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])\)`;
/** Source of a label: "II", "3.4", "b", "thứ ba", "(IV) (3.4)(a)". */
export const LABEL = String.raw`(?:${BRACKETED}(?:\s?${BRACKETED}){0,5}|thứ\s(?:${Object.keys(ORDINALS).join('|')})|(?:[ivxl]{1,6}|\d{1,2})(?:\.\d{1,2}){0,3}(?:\.[a-zđ])?|[a-zđ](?:\.\d{1,2})?)(?![\p{L}\p{N}])`;
const PARTS = new RegExp(
  String.raw`(?<word>${STEP_WORDS})\s(?<label>${LABEL})(?<more>(?:(?:\s?,\s?(?:và\s)?|\s(?:và|hoặc)\s)(?:\d{1,2}|[a-zđ]|[ivx]{1,5})(?![\p{L}\p{N}.]\p{L}?))*)`,
  'giu',
);

interface NumberedStep extends InnerStep {
  /** Depth: the smaller, the further out. Brackets tell theirs by what is in them: (IV) (3.4) (a). */
  readonly rank: number;
  readonly start: number;
  readonly end: number;
}

/** One place that an inner reference names. */
export interface InnerPlace {
  readonly steps: readonly InnerStep[];
  readonly start: number;
  readonly end: number;
}

/** The places that a chain of steps names, each from the outermost step in: "điểm a, điểm b khoản 2 mục I" names two. */
export function innerReferences(text: string): readonly InnerPlace[] {
  const parts = partsOf(text);
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return [];
  const insideOut = first.rank > last.rank;
  const parents = parts.map((part, i) => {
    const around = insideOut ? parts.slice(i + 1) : parts.slice(0, i).reverse();
    return around.find((other) => other.rank < part.rank);
  });
  const leaves = parts.filter((part) => !parents.includes(part));
  const whole = leaves.length === 1;
  return leaves.map((leaf) => {
    const steps: InnerStep[] = [];
    for (let at: NumberedStep | undefined = leaf; at !== undefined; at = parents[parts.indexOf(at)]) {
      steps.unshift({ word: at.word, label: at.label });
    }
    const ends = insideOut && leaf === leaves.at(-1);
    return {
      steps,
      start: whole || (!insideOut && leaf === leaves[0]) ? 0 : leaf.start,
      end: whole || ends || leaf === last ? text.length : leaf.end,
    };
  });
}

function partsOf(text: string): readonly NumberedStep[] {
  const parts: NumberedStep[] = [];
  for (const { index, groups = {}, 0: all } of text.matchAll(PARTS)) {
    const { word: written = '', label = '', more = '' } = groups;
    const key = keyOf(written);
    const word = ORDER.find((name) => keyOf(name) === key) ?? 'mục';
    const rank = ORDER.indexOf(word) + (key === 'tiểu mục' ? 0.5 : 0);
    const end = index + all.length - more.length;
    const labelAt = end - label.length;
    if (label.startsWith('(')) {
      for (const inside of label.matchAll(/\((?<label>[^)]{1,12})\)/gu)) {
        const own = inside.groups?.label ?? '';
        const start = parts.length === 0 || inside.index > 0 ? labelAt + inside.index : index;
        parts.push({
          word,
          label: own,
          rank: rank + depthOf(own),
          start,
          end: labelAt + inside.index + inside[0].length,
        });
      }
      continue;
    }
    // "phần vi phạm": small letters make no Roman number.
    if (/^[ivxl]{2,}/u.test(label)) return [];
    const ordinal = /^thứ\s(?<name>\p{L}+)$/iu.exec(label)?.groups?.name;
    parts.push({
      word,
      label: ordinal === undefined ? label : (ORDINALS[keyOf(ordinal)] ?? label),
      rank,
      start: index,
      end,
    });
    for (const next of more.matchAll(/(?<![\p{L}\p{N}])(?!và(?!\p{L})|hoặc(?!\p{L}))[\p{L}\p{N}]+/gu)) {
      const start = end + next.index;
      parts.push({ word, label: next[0], rank, start, end: start + next[0].length });
    }
  }
  return parts;
}

const depthOf = (label: string): number =>
  /^[ivxl]+$/iu.test(label) && label === label.toUpperCase()
    ? 0
    : /^\d/u.test(label)
      ? 0.1 + 0.1 * (label.split('.').length - 1)
      : 0.9;
