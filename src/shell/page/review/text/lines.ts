import type { DocumentHeader, Section } from '../../../../model/record.ts';

/** How a line of the text is set. */
export type LineKind = 'plain' | 'title' | 'centred' | 'heading' | 'subheading' | 'row' | 'furniture';

/** A line of the text: a paragraph, or a row of a table. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly kind: LineKind;
  /** Labels from the outermost heading down. */
  readonly path: string;
  /** Of a row. */
  readonly cells: readonly Range[];
  /** Of a row: widths of the columns of its table, as CSS has them. */
  readonly columns: string;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Laid {
  readonly header: Pick<DocumentHeader, 'title'>;
  readonly sections: readonly Pick<Section, 'path' | 'title' | 'start' | 'end'>[];
  readonly furniture: readonly (readonly [start: number, end: number])[];
  /** Paths that records give, by where they begin. */
  readonly paths: readonly (readonly [start: number, path: string | null])[];
}

/** Longer ones are paragraphs, whatever stands before the first heading. */
const SHORT = 100;

/** The lines of a text, as they are set and where they stand in its outline. */
export function linesOf(text: string, { header, sections, furniture, paths }: Laid): Line[] {
  const ordered = sections.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const own = paths.toSorted(([a], [b]) => a - b);
  const body = ordered[0]?.start ?? 0;
  const title = header.title ?? '';
  const lines: Line[] = [];
  let [nextSection, nextPath, nextOff] = [0, 0, 0];
  const open: Laid['sections'][number][] = [];
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop === -1 ? text.length : stop;
    const words = text.slice(start, end);
    let heading: Laid['sections'][number] | undefined;
    for (let one = ordered[nextSection]; one !== undefined && one.start <= end; one = ordered[++nextSection]) {
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= one.start) open.pop();
      open.push(one);
      if (one.start >= start) heading = one;
    }
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= start) open.pop();
    let path = open.at(-1)?.path ?? '';
    for (let one = own[nextPath]; one !== undefined && one[0] < end; one = own[++nextPath])
      if (one[0] >= start && one[1] !== null) path = one[1];
    while ((furniture[nextOff]?.[1] ?? Number.POSITIVE_INFINITY) <= start) nextOff++;
    const off = furniture[nextOff];
    const kind =
      off !== undefined && off[0] <= start && words !== ''
        ? 'furniture'
        : words.includes('\t')
          ? 'row'
          : kindOf(words.trim(), heading, start < body, title);
    const cells = kind === 'row' ? cellsOf(words, start) : [];
    if (words.trim() !== '') lines.push({ start, end, kind, path, cells, columns: '' });
    start = end + 1;
  }
  return withColumns(lines);
}

function kindOf(
  words: string,
  heading: Laid['sections'][number] | undefined,
  beforeBody: boolean,
  title: string,
): LineKind {
  if (heading !== undefined && words.length <= SHORT && words.endsWith(heading.title.trim()))
    return heading.path.includes('.') ? 'subheading' : 'heading';
  if (!beforeBody || words.length > SHORT) return 'plain';
  return title.includes(words) ? 'title' : 'centred';
}

function cellsOf(words: string, start: number): Range[] {
  let at = start;
  return words.split('\t').map((cell) => {
    const range = { start: at, end: at + cell.length };
    at += cell.length + 1;
    return range;
  });
}

/** A column is as wide as its longest cell asks, within bounds. */
const [NARROWEST, WIDEST] = [3, 36];

/** Rows that follow each other are one table. */
function withColumns(lines: readonly Line[]): Line[] {
  const done: Line[] = [];
  let table: Line[] = [];
  const close = (): void => {
    if (table.length === 0) return;
    const widths: number[] = [];
    for (const { cells } of table)
      for (const [c, { start, end }] of cells.entries())
        widths[c] = Math.min(WIDEST, Math.max(widths[c] ?? NARROWEST, end - start));
    const columns = widths.map((width) => `minmax(1.7em,${width}fr)`).join(' ');
    for (const row of table) done.push({ ...row, columns });
    table = [];
  };
  for (const line of lines) {
    if (line.kind === 'row') table.push(line);
    else {
      close();
      done.push(line);
    }
  }
  close();
  return done;
}
