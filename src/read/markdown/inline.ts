import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { tidyText } from '../blocks.ts';
import { raisedText } from '../html/raised.ts';
import { loosely } from './loose-marks.ts';

/** What a node of the parser's tree has that is used here. */
interface InlineNode {
  readonly type: string;
  readonly value?: string;
  readonly alt?: string | null;
  readonly children?: readonly InlineNode[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

/**
 * All that makes blocks is off: the lines of crawled texts are read as they stand ("1." that begins again, "+" and "-" as printed,
 * rules under the lines of a letterhead, deep indents), and the parser sees one paragraph at a time.
 */
const PARAGRAPHS_ONLY = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteDefinition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'table',
  'thematicBreak',
  // Bare addresses are text already.
  'literalAutolink',
];
const EXTENSIONS = [gfm({ singleTilde: false }), { disable: { null: PARAGRAPHS_ONLY } }];
const FROM = [gfmFromMarkdown()];

/** Signs without which a text is plain. */
const MARKS = /[*_`[\]\\<&]|~~/u;
/** The parser weighs all marks of a paragraph against each other: of so many, or in so long a one, they are taken off one by one. */
const LONGEST = 8000;
const MOST_MARKS = 400;

/** The text of a paragraph without its marks, and what was struck through in it. */
export interface Inline {
  readonly text: string;
  readonly struck: readonly string[];
}

/**
 * Reads the marks within a paragraph: bold, italics, code, links, escapes, entities, HTML and what is struck through. A line break
 * stays, but within a mark it is a space: "**1. Mục⏎tiêu**" is one line.
 *
 * @param given lines of one paragraph
 * @param keepStruck text that is struck through is left in
 */
export function inlineText(given: string, keepStruck = false): Inline {
  if (!MARKS.test(given)) return { text: given, struck: [] };
  // A star that is none of a mark must not be taken for one when those of the parser are gone.
  const source = withoutSigns(given.replace(ASIDE, '($<inner>)'))
    .replace(/\\[*_]/gu, (sign) => (sign === '\\*' ? STAR : LINE))
    // "**Ghi chú: …*": a star too many before a line in italics.
    .replace(/^(?<indent> {0,3})\*\*(?=[^\s*])(?<inner>[^*\n]{1,2000})\*$/gmu, '$<indent>*$<inner>*')
    // "(**)" refers to a note.
    .replace(/(?<=\()\*{1,3}(?=\))/gu, (stars) => STAR.repeat(stars.length));
  const marks = source.match(/[*_`[\]\\<&~]/gu)?.length ?? 0;
  if (source.length > LONGEST || marks > MOST_MARKS)
    return { text: plain(source.split('\n').map(loosely).join('\n').replace(ESCAPED, '$<sign>')), struck: [] };
  const reading: InlineReading = { source, keepStruck, text: '', struck: [], tags: [] };
  // Leading spaces tell how a paragraph is set in.
  const indents = source.split('\n').map((line) => /^[^\S\n]*/u.exec(line)?.[0] ?? '');
  const tree = fromMarkdown(source, { extensions: EXTENSIONS, mdastExtensions: FROM }) as InlineNode;
  for (const child of tree.children ?? []) add(reading, child);
  const struck = [...reading.struck, ...reading.tags.map(({ from }) => reading.text.slice(from))];
  const lines = withoutCuts(reading.text).split('\n').map(loosely);
  if (struck.length > 0) for (const [i, line] of lines.entries()) if (LABEL.test(line)) lines[i] = '';
  const text = lines.length === indents.length ? lines.map((line, i) => indents[i] + line) : lines;
  return {
    text: plain(text.join('\n')),
    struck: struck
      .map(plain)
      .map(tidyText)
      .filter((one) => one !== ''),
  };
}

/** A label whose item was struck through. */
const LABEL = /^\s*(?:[-+*•–]|\d{1,2}[.)]|\p{Ll}[.)])\s*$/u;

/** Of the private area, in which no document has letters of its own. */
const STAR = '\ue00a';
const LINE = '\ue00b';
const WAVES = '\ue00c';
/** Stands where something was struck out. */
const CUT = '\ue00d';
const plain = (text: string): string =>
  text.replaceAll(STAR, '*').replaceAll(LINE, '_').replaceAll(WAVES, '~~').replaceAll(CUT, '');
/** "80%~~85%~~90%": two figures are not one when what stood between them is gone. */
const withoutCuts = (text: string): string =>
  text.includes(CUT) ? text.replace(/\ue00d+(?<=[^\s(]\ue00d+)(?=[\p{L}\p{N}])/gu, ' ').replaceAll(CUT, '') : text;

/** "(*ghi chú)*2025": the mark closes behind the bracket, where the parser sees none. */
const ASIDE = /\(\*(?=[^\s*)])(?<inner>[^*\n()]{1,300})\)\*(?=[\p{L}\p{N}])/gu;

/** "12 tháng*500.000 đồng", "(3+4)*5", "80%*2": a star that multiplies is no mark. */
const TIMES = /\*(?:(?<=[\p{L}\p{N}]\*)(?=[\p{L}\p{N}])|(?<=[)\]%]\*)(?=\d))/gu;
/** "10~~15%" is a range; in "~~80~~90%" a figure is struck through. */
const RANGE = /~~(?<![\p{L}\p{N}~]~~)(?<figure>\d[\d.,]{0,20})~~(?=\d)|~~(?<=\d~~)(?=\d)/gu;
/** The text with what multiplies and what stands in ranges as none of its marks. */
export const withoutSigns = (text: string): string =>
  text
    .replace(TIMES, STAR)
    .replace(RANGE, (signs, figure: string | undefined) => (figure === undefined ? WAVES : signs));

/** A line that begins an item: no mark before it goes on in it; one in bold does over the break of "**Điều⏎4. **Hiệu lực". */
export const opensItem = (line: string, bold = false): boolean => (bold ? BULLET : ITEM).test(line);
const BULLET = /^\s{0,40}[-+*•–]\s/u;
const ITEM = /^\s{0,40}(?:[-+*•–]|\d{1,2}[.)]|[IVX]{1,5}[.)]|\p{Ll}[.)])\s/u;
const runsIntoItem = (text: string, bold: boolean): boolean =>
  text.includes('\n') &&
  text
    .split('\n')
    .slice(1)
    .some((line) => opensItem(line, bold));
const ESCAPED = /\\(?<sign>[\\`{}[\]()#+\-.!|>~])/gu;

interface InlineReading {
  readonly source: string;
  readonly keepStruck: boolean;
  text: string;
  readonly struck: string[];
  /** HTML elements that are open and matter: struck or raised text, with where it begins. */
  readonly tags: { readonly name: string; readonly from: number }[];
}

/** Lines over which a mark may stay open, at most. */
const LONGEST_MARK = 12;

function add(reading: InlineReading, node: InlineNode): void {
  switch (node.type) {
    case 'paragraph':
    case 'link':
    case 'linkReference':
      addAll(reading, node);
      return;
    case 'strong':
    case 'emphasis':
      addMarked(reading, node);
      return;
    case 'delete':
      addStruck(reading, node);
      return;
    case 'break':
      reading.text += '\n';
      return;
    case 'image':
    case 'imageReference':
      reading.text += node.alt ?? '';
      return;
    case 'html':
      addTag(reading, node.value ?? '');
      return;
    case 'inlineCode':
    case 'text':
      reading.text += node.value ?? '';
      return;
    default:
      reading.text += sourceOf(reading, node);
  }
}

function addAll(reading: InlineReading, node: InlineNode): void {
  for (const child of node.children ?? []) add(reading, child);
}

const sourceOf = ({ source }: InlineReading, { position }: InlineNode): string =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

/** "5*3*2" multiplies: a mark between figures is none. */
function addMarked(reading: InlineReading, node: InlineNode): void {
  const { source } = reading;
  const from = node.position?.start.offset ?? 0;
  const to = node.position?.end.offset ?? 0;
  if (/\d$/u.test(source.slice(Math.max(0, from - 1), from)) && /^[*_]{1,3}\d/u.test(source.slice(from, to))) {
    reading.text += sourceOf(reading, node).replaceAll('*', STAR);
    return;
  }
  const at = reading.text.length;
  addAll(reading, node);
  const marked = reading.text.slice(at);
  const lines = marked.split('\n').length;
  if (lines > 1 && lines <= LONGEST_MARK && !marked.includes('|') && !runsIntoItem(marked, node.type === 'strong'))
    reading.text = reading.text.slice(0, at) + marked.replaceAll('\n', ' ');
}

function addStruck(reading: InlineReading, node: InlineNode): void {
  const at = reading.text.length;
  addAll(reading, node);
  const struck = reading.text.slice(at);
  // Two signs in two items are none of one mark.
  if (runsIntoItem(struck, false)) reading.text = `${reading.text.slice(0, at)}${WAVES}${struck}${WAVES}`;
  else strike(reading, at);
}

/** What was added from a place on is struck through. */
function strike(reading: InlineReading, from: number): void {
  if (reading.keepStruck) return;
  reading.struck.push(reading.text.slice(from));
  reading.text = reading.text.slice(0, from) + CUT;
}

/** Elements of HTML that people write among Markdown; a placeholder such as "<tên>" is none. */
const TAG =
  /^<(?<close>\/?)(?<name>a|abbr|b|big|br|center|cite|code|del|div|em|font|hr|i|img|ins|kbd|li|mark|o:p|ol|p|s|small|span|strike|strong|sub|sup|td|th|tr|tt|u|ul|h[1-6])(?=[\s/>])[^>]*>$/iu;
const STRUCK = new Set(['s', 'strike', 'del']);
const LINES = new Set(['br', 'p', 'div', 'li', 'tr', 'hr', 'center', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol']);

function addTag(reading: InlineReading, value: string): void {
  if (/^<!--/u.test(value)) return;
  const tag = TAG.exec(value)?.groups;
  if (tag === undefined) {
    reading.text += value;
    return;
  }
  const name = (tag.name ?? '').toLowerCase();
  if (LINES.has(name)) reading.text += reading.text === '' || reading.text.endsWith('\n') ? '' : '\n';
  else if (name === 'td' || name === 'th') reading.text += ' ';
  else if (STRUCK.has(name) || name === 'sup') {
    if (tag.close !== '/') reading.tags.push({ name, from: reading.text.length });
    else closeTag(reading, name);
  }
}

function closeTag(reading: InlineReading, name: string): void {
  if (reading.tags.at(-1)?.name !== name) return;
  const from = reading.tags.pop()?.from ?? reading.text.length;
  if (name !== 'sup') strike(reading, from);
  else {
    const line = reading.text.slice(0, from);
    reading.text = line + raisedText(line.slice(line.lastIndexOf('\n') + 1), reading.text.slice(from));
  }
}
