import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Issue, Run } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { type LostPage, partsOf, type ReadScan } from '../scan/page-read.ts';
import type { Move } from '../scan/picture.ts';
import type { Recognition } from '../scan/recognition.ts';
import { repaired } from '../scan/repair.ts';
import { pageList } from './account.ts';
import { ASCENT, DESCENT, type Line } from './lines.ts';
import { apply } from './matrix.ts';
import type { PageBox } from './paint.ts';
import { sheetsOf } from './scanned-lines.ts';
import { readParts } from './scanned-pages.ts';
import type { PaintedPage } from './sheet.ts';

/** The pages of a PDF that were read from their images. */
export interface ScannedSheets {
  /** By their place in the document, from 0. */
  readonly sheets: ReadonlyMap<number, PaintedPage>;
  /** Pages of whose images little can be read. */
  readonly poor: readonly number[];
  /** Pages that took too long, or took down what reads them. */
  readonly lost: readonly number[];
}

export const NO_SCANS: ScannedSheets = { sheets: new Map(), poor: [], lost: [] };

/** An image is the page's own where it covers so great a share of it. */
const COVERING = 0.5;
/** A page with fewer letters than these beside its image, such as those of a signature, is scanned nevertheless. */
const FEW = 250;
/** Then its image says at least so many times more. */
const MORE = 3;

interface ScanReading {
  readonly recognition: Recognition;
  readonly knowledge: Knowledge;
}

/**
 * Reads pages that are images.
 *
 * @param readable of each page, whether the text that it holds can be read
 * @throws {PlanError} of the engine, where most pages were lost to it
 */
export async function readScans(
  bytes: Uint8Array,
  sheets: readonly PaintedPage[],
  readable: readonly boolean[],
  { recognition, knowledge }: ScanReading,
): Promise<ScannedSheets> {
  const wanted = sheets.flatMap((sheet, i) => (isScan(sheet, readable[i] === true, recognition.mode) ? [i] : []));
  const parts = partsOf(wanted.slice(0, recognition.maxPages));
  if (parts.length === 0) return NO_SCANS;
  const all =
    recognition.apart === undefined || parts.length === 1
      ? await readParts(bytes, parts, { recognition, knowledge })
      : await recognition.apart(parts);
  const read = new Map<number, ReadScan>();
  const poor: number[] = [];
  const lost: [number, LostPage][] = [];
  for (const page of parts.flat()) {
    const held = all.get(page) ?? 'poor';
    if (held === 'poor') poor.push(page);
    else if (held !== 'blank') {
      if ('lost' in held) lost.push([page, held]);
      else read.set(page, held);
    }
  }
  const [first] = lost;
  if (first !== undefined && lost.length * 2 > all.size) {
    const { code, message } = first[1].lost;
    throw new PlanError(code, 'read', message);
  }
  return { sheets: made(knowledge, sheets, readable, read), poor, lost: lost.map(([page]) => page) };
}

/** The sheets of pages that were read, in the place of those without a text. */
function made(
  knowledge: Knowledge,
  sheets: readonly PaintedPage[],
  readable: readonly boolean[],
  read: ReadonlyMap<number, ReadScan>,
): Map<number, PaintedPage> {
  const pages = [...read.entries()];
  const lines = repaired(
    knowledge,
    pages.map(([, scanned]) => scanned.lines),
  );
  const laid = sheetsOf(pages.map(([, scanned], i) => ({ ...scanned, lines: lines[i] ?? [] })));
  const found = new Map<number, PaintedPage>();
  for (const [i, [page, { dpi, toPage }]] of pages.entries()) {
    const [sheet, own] = [laid[i], sheets[page]];
    if (sheet === undefined || own === undefined) continue;
    if (readable[page] === true && lettersOf(sheet.lines) < MORE * lettersOf(own.lines)) continue;
    const pixel = dpi / 72;
    const back = (box: Run['box']): Run['box'] => placedOn(box, (x, y) => apply(toPage, x * pixel, y * pixel));
    const beside = readable[page] === true && own.turn === 0 ? besides(own.lines, sheet.lines, back) : [];
    found.set(page, {
      ...own,
      lines: [...sheet.lines, ...beside].sort((a, b) => a.y - b.y || a.x0 - b.x0),
      rules: sheet.rules,
      turn: 0,
      height: sheet.height,
      aside: [],
      woven: false,
      pictures: [],
      back,
    });
  }
  return found;
}

const boxOf = ({ x0, x1, y, size }: Line): Run['box'] => [x0, y - ASCENT * size, x1, y + DESCENT * size];

/** Lines of the page's own text that stand where nothing was read, as lines of the level page. */
function besides(lines: readonly Line[], read: readonly Line[], back: (box: Run['box']) => Run['box']): Line[] {
  const taken = read.map((line) => back(boxOf(line)));
  const away = lines.filter((line) => {
    const [x0, y0, x1, y1] = boxOf(line);
    return !taken.some(([a, b, c, d]) => Math.min(c, x1) > Math.max(a, x0) && Math.min(d, y1) > Math.max(b, y0));
  });
  const [left, top] = back([0, 0, 0, 0]);
  const [right, bottom] = back([1000, 1000, 1000, 1000]);
  const [across, down] = [1000 / (right - left), 1000 / (bottom - top)];
  // A page on its side or its head, or of no extent.
  if (!(across > 0 && down > 0 && across < 100 && down < 100)) return [];
  const x = (at: number): number => (at - left) * across;
  return away.map((line) => ({
    ...line,
    words: line.words.map((word) => ({ ...word, x0: x(word.x0), x1: x(word.x1), size: word.size * down })),
    x0: x(line.x0),
    x1: x(line.x1),
    y: (line.y - top) * down,
    size: line.size * down,
  }));
}

/** The bounds of a box where it stands on the page. */
function placedOn([x0, y0, x1, y1]: Run['box'], move: Move): Run['box'] {
  const corners = [move(x0, y0), move(x1, y0), move(x0, y1), move(x1, y1)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return [tenth(Math.min(...xs)), tenth(Math.min(...ys)), tenth(Math.max(...xs)), tenth(Math.max(...ys))];
}

const lettersOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { words }) => sum + words.reduce((count, { text }) => count + text.length, 0), 0);

/** Whether a page is to be read from its image. */
function isScan(sheet: PaintedPage, readable: boolean, mode: Recognition['mode']): boolean {
  if (covered(sheet) < COVERING) return false;
  return mode === 'force' || !readable || lettersOf(sheet.lines) < FEW;
}

const FIELDS = 40;

/** The share of a page that pictures cover, counted in fields. */
function covered({ pictures, size: [width, height] }: PaintedPage): number {
  const within =
    (x: number, y: number) =>
    ({ x0, y0, x1, y1 }: PageBox) =>
      x >= x0 && x < x1 && y >= y0 && y < y1;
  let count = 0;
  for (let row = 0; row < FIELDS; row++)
    for (let column = 0; column < FIELDS; column++)
      if (pictures.some(within(((column + 0.5) / FIELDS) * width, ((row + 0.5) / FIELDS) * height))) count++;
  return count / FIELDS ** 2;
}

/** What a person should know of pages that were read from their images. */
export function scanIssues({ sheets, poor, lost }: ScannedSheets): Issue[] {
  const read = [...sheets.keys()].map((page) => page + 1);
  const [first] = read;
  return [
    ...(first === undefined
      ? []
      : [
          {
            code: 'page-recognised',
            message: `${read.length === 1 ? `Page ${first} was` : `Pages ${pageList(read)} were`} read from ${read.length === 1 ? 'its image' : 'their images'}: letters and figures may be misread, check the quotes.`,
            page: first,
          },
        ]),
    ...poor.map((page) => ({
      code: 'page-unreadable',
      message: `Of the image of page ${page + 1} little can be read; nothing is taken from it. Scan the page anew, level and at 300 dots an inch.`,
      page: page + 1,
    })),
    ...lost.map((page) => ({
      code: 'page-unreadable',
      message: `The image of page ${page + 1} could not be read: it took too long, or what reads it was lost; nothing is taken from it. Remove the record and ingest the document again, or scan the page anew.`,
      page: page + 1,
    })),
  ];
}
