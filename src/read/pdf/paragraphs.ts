import type { PlacedLine, Setting, TextPart } from './layout.ts';
import type { Line } from './lines.ts';
import { isParted } from './white.ts';

/** A step wider than the usual one by this factor parts paragraphs. */
const WIDER_STEP = 1.2;
/** No paragraph goes on over a step wider than the usual one by this factor, whatever its marks say. */
const WIDEST_STEP = 1.6;
/** Line ends within this many type sizes of the margin are at it. */
const AT_MARGIN = 0.6;
const INDENT = 0.8;
const ASSUMED_STEP = 1.25;

/** What a list item, a heading or a bullet begins with. */
const LABEL =
  /^(?:[-–—+•●▪*](?=\s)|(?:\d{1,3}\.)+(?:\d{1,3})?(?=\s)|\d{1,3}[.)](?=\s|\p{L})|[a-zđ]{1,2}[.)](?=\s)|[IVXLC]{1,6}\.(?=\s)|(?:Điều|Chương|Phần|Mục)\s+[\dIVXLC]+)/u;
const ENDED = /[.;:!?…][)”"»]?$/u;

export const lineText = (line: Line): string => line.words.map((w) => w.text).join(' ');
const beginsItem = (line: Line): boolean => LABEL.test(lineText(line));

/** Measures margins and step from the lines of each page, and settles what one page alone does not tell by the others. */
export function settingsOf(pages: readonly (readonly Line[])[]): Setting[] {
  const own = pages.map((lines) => (lines.length === 0 ? undefined : settingOf(lines)));
  const known = own.filter((s) => s !== undefined);
  const usual: Setting = {
    left: median(known.map((s) => s.left)) ?? 0,
    right: median(known.map((s) => s.right)) ?? 0,
    step: median(known.map((s) => s.step)) ?? ASSUMED_STEP,
  };
  return own.map((setting, page) => {
    if (setting === undefined) return usual;
    const alike = pages[page]?.some((line) => Math.abs(line.x0 - usual.left) < SAME_MARGIN) === true;
    if (!alike) return setting;
    const full = pages[page]?.filter((line) => Math.abs(line.x1 - setting.right) < SAME_MARGIN).length ?? 0;
    return {
      ...setting,
      left: usual.left,
      right: full >= SHARING ? setting.right : Math.max(setting.right, usual.right),
    };
  });
}

/** Margins agree within this many points. */
const SAME_MARGIN = 3;

function settingOf(lines: readonly Line[]): Setting {
  const left = common(lines.map((l) => l.x0)) ?? 0;
  const right = rightOf(lines);
  const steps: number[] = [];
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (next === undefined || isParted(line) || isParted(next) || wouldFit(line, next, right)) return;
    const beside = Math.min(line.x1, next.x1) - Math.max(line.x0, next.x0) < (next.x1 - next.x0) / 2;
    const step = (next.y - line.y) / Math.max(line.size, next.size);
    if (!beside && step > 0.8 && step < 3) steps.push(step);
  });
  return { left, right, step: lowest(steps) ?? ASSUMED_STEP };
}

/** The right edge that several lines share, where the text is justified; else the farthest. */
function rightOf(lines: readonly Line[]): number {
  const edges = lines.map((line) => line.x1).sort((a, b) => b - a);
  const shared = edges.findIndex(
    (edge, i) => edge - (edges[i + SHARING - 1] ?? Number.NEGATIVE_INFINITY) < SAME_MARGIN / 2,
  );
  const share = edges.filter((edge) => Math.abs(edge - (edges[shared] ?? 0)) < SAME_MARGIN).length;
  return (shared >= 0 && share >= lines.length / 4 ? edges[shared] : edges[0]) ?? 0;
}

/** So many lines end at one place by intent. */
const SHARING = 4;

const median = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Parts lines of one column, from top to bottom, into paragraphs. */
export function partIntoParagraphs(lines: readonly Line[], page: number, setting: Setting): TextPart[] {
  const made: PlacedLine[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before === undefined || begins(before, line, setting)) made.push([]);
    made.at(-1)?.push({ line, page });
  });
  return made.map((lines) => ({ kind: 'text', lines, setting }));
}

/** Whether a paragraph begins at `line`, which stands under `before`. */
export function begins(before: Line, line: Line, setting: Setting): boolean {
  const size = Math.max(before.size, line.size);
  const step = (line.y - before.y) / size;
  if (sameMark(before, line) && step < setting.step * WIDEST_STEP) return false;
  if (step > setting.step * WIDER_STEP) return true;
  return beginsByShape(before, line, setting);
}

/** A tagged PDF marks what belongs together: text of one mark is of one paragraph. */
function sameMark(before: Line, line: Line): boolean {
  const mark = before.words.at(-1)?.mark ?? -1;
  return mark >= 0 && line.words[0]?.mark === mark;
}

/** The same without the step between the two, which a page break hides. */
export function beginsByShape(before: Line, line: Line, setting: Setting): boolean {
  const size = Math.max(before.size, line.size);
  if (setting.room !== undefined) {
    if (wouldFit({ ...before, x1: before.x1 - before.x0 }, line, setting.room + size)) return true;
  } else if (wouldFit(before, line, setting.right)) return true;
  if (Math.abs(before.size - line.size) > 0.15 * size || weighOtherwise(before, line)) return true;
  if (
    line.x0 > before.x0 + INDENT * size &&
    line.x0 < setting.left + 6 * size &&
    setting.room === undefined &&
    !centred(line, setting)
  )
    return true;
  return beginsItem(line) && ENDED.test(lineText(before));
}

/** The first word of `next` had room at the end of `line`, so the line was ended on purpose. */
export function wouldFit(line: Line, next: Line, right: number): boolean {
  const first = next.words[0];
  if (first === undefined) return true;
  return line.x1 + 0.25 * line.size + (first.x1 - first.x0) < right - AT_MARGIN * line.size * 0.5;
}

/** One line is bold throughout, the other not at all. */
function weighOtherwise(before: Line, line: Line): boolean {
  const bold = (l: Line) => l.words.filter((word) => word.bold).length / l.words.length;
  return Math.abs(bold(before) - bold(line)) === 1;
}

function centred(line: Line, { left, right }: Setting): boolean {
  return Math.abs(line.x0 - left - (right - line.x1)) < 2 * line.size && line.x0 > left + line.size;
}

/** The left edge that most lines share, within two points. */
function common(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value / 2), (counts.get(Math.round(value / 2)) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return best === undefined ? undefined : best[0] * 2;
}

/** The lower quarter of the steps: paragraphs part wider than lines do, never narrower. */
function lowest(steps: readonly number[]): number | undefined {
  return [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 4)];
}
