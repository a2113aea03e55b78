import { vi } from '../../language/pattern.ts';
import type { Furniture } from '../../model/block.ts';
import type { Line } from './lines.ts';
import { lineText } from './paragraphs.ts';

/** Lines of a page, those of its furniture told apart from those of the document. */
export interface Furnished {
  readonly text: readonly Line[];
  readonly furniture: readonly { readonly line: Line; readonly kind: Furniture }[];
}

/** How many lines from the top and the bottom of a page may be furniture. */
const DEEP = 3;
/** Places of repeated lines agree within this many points. */
const SAME_PLACE = 4;
const NUMBER_ONLY = vi`^[-–—(]?\s*((trang|page)\s*)?\d{1,4}(\s*(/|of|trên)\s*\d{1,4})?(\s*[-–—)])?$`;

interface Edge {
  readonly line: Line;
  readonly text: string;
  readonly top: boolean;
}

/**
 * Tells running heads, running feet and page numbers from the document's own lines: they stand at the edge of the page,
 * and say the same (figures aside) at the same place on other pages.
 *
 * @param framed whether a line stands in a ruled table: the heading that a table repeats on each page is the table's own
 */
export function furnish(
  pages: readonly (readonly Line[])[],
  heights: readonly number[],
  frameTables: (line: Line, page: number) => boolean = () => false,
): Furnished[] {
  const edges = pages.map((lines, page) =>
    edgesOf(lines, heights[page] ?? 0).filter((edge) => !frameTables(edge.line, page)),
  );
  return pages.map((lines, page) => {
    const furniture = new Map<Line, Furniture>();
    for (const top of [true, false]) {
      const found: [Line, Furniture][] = [];
      for (const edge of edges[page] ?? []) {
        if (edge.top !== top) continue;
        const kind = furnitureKindOf(edge, page, edges);
        // Nothing between the edge of the page and a running head is the document's own.
        if (kind === undefined) break;
        found.push([edge.line, kind]);
      }
      // More lines than that are the heading of a table, repeated on each page.
      if (found.length <= DEEP) for (const [line, kind] of found) furniture.set(line, kind);
    }
    return {
      text: lines.filter((line) => !furniture.has(line)),
      furniture: [...furniture].map(([line, kind]) => ({ line, kind })),
    };
  });
}

function edgesOf(lines: readonly Line[], height: number): Edge[] {
  const upper = lines.slice(0, DEEP + 1).filter((l) => l.y < height * 0.15);
  const lower = lines
    .slice(-DEEP - 1)
    .reverse()
    .filter((l) => l.y > height * 0.85);
  return [
    ...upper.map((line) => ({ line, text: shapeOf(line), top: true })),
    ...lower.map((line) => ({ line, text: shapeOf(line), top: false })),
  ];
}

const shapeOf = (line: Line): string => lineText(line).replace(/\d+/gu, '0').toLowerCase();

function furnitureKindOf(edge: Edge, page: number, edges: readonly (readonly Edge[])[]): Furniture | undefined {
  const numbered = NUMBER_ONLY.test(lineText(edge.line));
  const alike = edges.filter(
    (other, i) =>
      i !== page && other.some((e) => e.top === edge.top && e.text === edge.text && near(e.line, edge.line)),
  ).length;
  if (numbered && (alike > 0 || edges.length <= 3)) return 'page-number';
  const enough = Math.max(2, Math.floor((edges.length - 1) * 0.3));
  if (alike < enough) return undefined;
  return edge.top ? 'page-header' : 'page-footer';
}

const near = (a: Line, b: Line): boolean => Math.abs(a.y - b.y) <= SAME_PLACE;
