import { element, escapeXml, valued } from '../docx/markup.ts';
import { endCell, endRow, type TableBuilder, tableBuilder, writeTable } from '../docx/table-writer.ts';
import { type Change, CODE, last, onOff, type Stretch } from './properties.ts';
import { rowLayout } from './row-layout.ts';
import { listProperties, runProperties } from './styles.ts';
import type { StoredText } from './text.ts';

/** Everything that the text of a story needs to be written out. */
export interface StorySource extends StoredText {
  readonly characters: readonly Stretch[];
  readonly paragraphs: readonly Stretch[];
  readonly fonts: readonly string[];
  /** What a note reference at that place of the text is: kind and id. */
  readonly references: ReadonlyMap<number, string>;
}

/** Ends of paragraphs: of the paragraph itself, of a cell or row, of a section or page. */
const ENDS = ['\r', '\u0007', '\f'];

/** Writes a range of the text as paragraphs and tables. */
export function writeStory(source: StorySource, [start, end]: readonly [number, number]): string {
  /** Tables that are open, outermost first; paragraphs outside them go to `out`. */
  const open: TableBuilder[] = [];
  let out = '';
  const append = (content: string): void => {
    const inner = open.at(-1);
    if (inner === undefined) out += content;
    else inner.content += content;
  };
  const close = (): void => {
    const table = open.pop();
    if (table !== undefined) append(writeTable(table));
  };
  let from = start;
  while (from < end) {
    let mark = from;
    while (mark < end && !ENDS.includes(source.text[mark] ?? '')) mark += 1;
    const at = Math.min(mark, end - 1);
    const own = stretchAt(source.paragraphs, source.offsets[at] ?? -1);
    const properties = own?.changes ?? [];
    const depth = depthOf(properties);
    while (open.length > depth) close();
    while (open.length < depth) open.push(tableBuilder());
    const table = open.at(-1);
    const cellEnd = depth > 1 ? onOff(properties, CODE.innerCellEnd) === true : source.text[at] === '\u0007';
    const rowEnd = onOff(properties, depth > 1 ? CODE.innerRowEnd : CODE.rowEnd) === true;
    if (table !== undefined && rowEnd) endRow(table, rowLayout(properties));
    else {
      append(paragraph(source, from, mark, own));
      if (table !== undefined && cellEnd) endCell(table);
    }
    from = at + 1;
  }
  while (open.length > 0) close();
  return out;
}

function depthOf(properties: readonly Change[]): number {
  if (onOff(properties, CODE.inTable) !== true) return 0;
  return Math.min(10, Math.max(1, last(properties, CODE.depth)?.i32(0) ?? 1));
}

function paragraph(source: StorySource, start: number, end: number, own: Stretch | undefined): string {
  const mark = stretchAt(source.characters, source.offsets[end] ?? -1);
  const deleted = onOff(mark?.changes ?? [], CODE.deleted) === true;
  const properties = [
    valued('pStyle', `s${own?.style ?? 0}`),
    listProperties(own?.changes ?? []),
    deleted ? '<w:rPr><w:del/></w:rPr>' : '',
  ].join('');
  return element('p', element('pPr', properties) + runs(source, start, end));
}

function runs(source: StorySource, start: number, end: number): string {
  let written = '';
  let at = start;
  while (at < end) {
    const own = stretchAt(source.characters, source.offsets[at] ?? -1);
    let next = at + 1;
    while (next < end && contains(own, source.offsets[next] ?? -1)) next += 1;
    const list = own?.changes ?? [];
    const properties = element('rPr', runProperties(list, source.fonts));
    const run = content(source, at, next, list)
      .map((part) => element('r', properties + part))
      .join('');
    written += onOff(list, CODE.deleted) === true ? element('del', run) : run;
    at = next;
  }
  return written;
}

/** Stands for a picture, with the properties that say where it is. */
const PICTURE = '\u0001';
/** Stands for a note, whose reference is known by its place. */
const NOTE = '\u0002';
/** Marks that stand in the text for something else. */
const MARKUP: Readonly<Record<string, string>> = {
  '\u0013': '<w:fldChar w:fldCharType="begin"/>',
  '\u0014': '<w:fldChar w:fldCharType="separate"/>',
  '\u0015': '<w:fldChar w:fldCharType="end"/>',
  '\t': '<w:tab/>',
  '\u000b': '<w:br/>',
  '\u000e': '<w:br/>',
  '\u001e': '<w:noBreakHyphen/>',
  '\u001f': '<w:softHyphen/>',
};

function content(source: StorySource, start: number, end: number, list: readonly Change[]): string[] {
  const symbol = last(list, CODE.symbol);
  if (symbol !== undefined && onOff(list, CODE.special) === true) {
    const font = escapeXml(source.fonts[symbol.u16(0)] ?? '');
    return [`<w:sym w:font="${font}" w:char="${symbol.u16(2).toString(16).toUpperCase().padStart(4, '0')}"/>`];
  }
  if (last(list, CODE.picture) !== undefined && onOff(list, CODE.isData) !== true && source.text[start] === PICTURE)
    return [
      onOff(list, CODE.isObject) === true ? '<w:object><w:OLEObject/></w:object>' : '<w:pict><w:imagedata/></w:pict>',
    ];
  const parts: string[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') parts.push(`<w:t xml:space="preserve">${escapeXml(text)}</w:t>`);
    text = '';
  };
  for (let at = start; at < end; at += 1) {
    const character = source.text[at] ?? '';
    const part = character === NOTE ? source.references.get(at) : MARKUP[character];
    if (part === undefined) text += character;
    else {
      flush();
      parts.push(part);
    }
  }
  flush();
  return parts;
}

function contains(stretch: Stretch | undefined, offset: number): boolean {
  return stretch !== undefined && offset >= stretch.start && offset < stretch.end;
}

/** The stretch that holds an offset; stretches are sorted by their start. */
function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch === undefined) return undefined;
    if (offset < stretch.start) high = middle - 1;
    else if (offset >= stretch.end) low = middle + 1;
    else return stretch;
  }
  return undefined;
}
