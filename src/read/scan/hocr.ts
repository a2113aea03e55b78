import { type CheerioAPI, load } from 'cheerio';
import { letterHeight } from './letter-height.ts';
import type { RecognisedLine, RecognisedWord } from './recogniser.ts';

type Part = ReturnType<CheerioAPI>;

/**
 * The lines of a page in hOCR, as Tesseract writes it: from the program or from its build in WebAssembly. What has no
 * place or no letters is left out; what is broken gives the lines that can be told. Never throws.
 *
 * @returns in the order of the engine, which is that of its columns
 */
export function linesOfHocr(hocr: string): RecognisedLine[] {
  const $ = load(hocr, { xml: true });
  return $('span')
    .toArray()
    .flatMap((element) => {
      const line = $(element);
      // Captions, headers and lines of floating text have classes of their own.
      const isLine = /^ocr_/u.test(line.attr('class') ?? '');
      return isLine ? (lineOf($, line) ?? []) : [];
    });
}

function lineOf($: CheerioAPI, line: Part): RecognisedLine | undefined {
  const words = line
    .find('.ocrx_word')
    .toArray()
    .flatMap((word) => wordOf($(word)) ?? [])
    .sort((a, b) => a.x0 - b.x0);
  const [first] = words;
  if (first === undefined) return undefined;
  const said = propertiesOf(line);
  const [x0 = first.x0, , , y1 = Math.max(...words.map((word) => word.y1))] = said.get('bbox') ?? [];
  // Where it is not said, letters stand on the lower edge of their box.
  const [slope = 0, offset = 0] = said.get('baseline') ?? [];
  // Of the line's left end; the first word may begin further right.
  const y = y1 + offset + slope * (first.x0 - x0);
  return { words, y, slope, xHeight: heightOf(xHeightOf(said), words) };
}

function wordOf(word: Part): RecognisedWord | undefined {
  const said = propertiesOf(word);
  const [x0, y0, x1, y1] = said.get('bbox') ?? [];
  // Engines have a slash of their own for fractions.
  const text = word.text().normalize('NFC').replaceAll('\u2044', '/').trim();
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined;
  if (text === '' || x1 <= x0 || y1 <= y0) return undefined;
  const [sure = 0] = said.get('x_wconf') ?? [];
  return { text, x0, y0, x1, y1, confidence: Math.min(Math.max(sure / 100, 0), 1) };
}

/** "bbox 180 84 216 110; x_wconf 97": the numbers of each name; without what is no number. */
function propertiesOf(element: Part): ReadonlyMap<string, readonly number[]> {
  const properties = new Map<string, readonly number[]>();
  for (const part of (element.attr('title') ?? '').split(';')) {
    const [name = '', ...values] = part.trim().split(/\s+/u);
    const numbers = values.map(Number);
    if (numbers.length > 0 && numbers.every(Number.isFinite)) properties.set(name, numbers);
  }
  return properties;
}

/** As the engine says, where the letters of the line do not tell otherwise. */
function heightOf(said: number | undefined, words: readonly RecognisedWord[]): number {
  const seen = letterHeight(words);
  if (seen === undefined) return said ?? guessedHeight(words);
  return said !== undefined && Math.abs(said - seen) <= SAME * seen ? said : seen;
}
const SAME = 0.2;

/** `x_size` is the height of a row: small letters, what rises above them and what hangs below. */
function xHeightOf(said: ReadonlyMap<string, readonly number[]>): number | undefined {
  const [size = 0] = said.get('x_size') ?? [];
  const [above = 0] = said.get('x_ascenders') ?? [];
  const [below = 0] = said.get('x_descenders') ?? [];
  const height = size - above - below;
  return height > 0 ? height : undefined;
}

/** Of the height of a word in print, small letters take about as much. */
const SMALL = 0.65;

function guessedHeight(words: readonly RecognisedWord[]): number {
  const heights = words.map(({ y0, y1 }) => y1 - y0).sort((a, b) => a - b);
  return (heights[Math.floor(heights.length / 2)] ?? 0) * SMALL;
}
