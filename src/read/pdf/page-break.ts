import type { TextPart } from './layout.ts';
import { beginsByShape } from './paragraphs.ts';

/** The paragraph that a page break cut, put together again; undefined where a new one begins on the next page. */
export function joinedParagraph(before: TextPart, next: TextPart): TextPart | undefined {
  const last = before.lines.at(-1)?.line;
  const first = next.lines[0]?.line;
  if (last === undefined || first === undefined) return undefined;
  if (before.setting.beside === true || next.setting.beside === true) return undefined;
  // Margins change sides from page to page where a document is bound.
  const shift = next.setting.left - before.setting.left;
  const moved = { ...last, x0: last.x0 + shift, x1: last.x1 + shift };
  if (beginsByShape(moved, first, { ...next.setting, right: before.setting.right + shift })) return undefined;
  return { ...next, lines: [...before.lines, ...next.lines] };
}
