import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Run, SetAsideReason } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { composed } from '../encoding/compose.ts';
import { annotationsOf } from './annotations.ts';
import type { Letters } from './cipher.ts';
import { OPS } from './engine.ts';
import { type Line, linesOfGlyphs } from './lines.ts';
import { midX, midY } from './nearby.ts';
import { fontOf } from './open.ts';
import { operatorsOf } from './operators.ts';
import { kindOfText } from './overlay.ts';
import { followPainting, type Glyph, type PageBox, type PaintFont, type Painting, type RuledLine } from './paint.ts';
import { lineText } from './paragraphs.ts';
import { sighted } from './sight.ts';
import { struckOut } from './strike.ts';
import { facings, type Turn } from './turn.ts';

/** One page: its lines of text and its ruling lines, turned so that most of its writing is upright. */
export interface PaintedPage {
  readonly lines: readonly Line[];
  readonly rules: readonly RuledLine[];
  readonly turn: Turn;
  /** In points, as turned. */
  readonly height: number;
  /** In points, as the page is shown. */
  readonly size: [width: number, height: number];
  /** What is written in other directions. */
  readonly aside: readonly { readonly turn: Turn; readonly lines: readonly Line[] }[];
  /** What stands on the page, or under or outside it, and is no text of it. */
  readonly left: readonly LeftText[];
  /** Texts lie over each other, and nothing tells which is the page's own. */
  readonly woven: boolean;
  /** What is laid over the page flat. */
  readonly marks: ReadonlySet<string>;
  readonly pictures: readonly PageBox[];
  /** Where a box stands on the page, for a page that was read from its image; its lines are level and upright. */
  readonly back?: (box: Run['box']) => Run['box'];
}

/** Letters of a page that are not read as text. */
export interface LeftText {
  readonly reason: SetAsideReason;
  readonly characters: number;
  readonly text: string;
  /** A person should look: what is seen does not say the same. */
  readonly doubtful: boolean;
}

/**
 * Reads one page as it is painted.
 *
 * @throws {PlanError} `file-corrupt`
 */
export async function readPage(
  document: PDFDocumentProxy,
  number: number,
  letters: ReadonlyMap<string, Letters> = new Map(),
  layers: Layers = ALL_ON,
): Promise<PaintedPage> {
  let page: PDFPageProxy | undefined;
  try {
    page = await document.getPage(number);
    const painting = await paintingOf(page, number, letters, layers);
    const { width, height } = page.getViewport({ scale: 1 });
    const { glyphs, aside, woven, marks } = sighted(painting, width, height);
    const [main, ...others] = facings({ glyphs, rules: painting.rules }, width, height);
    const { struck, rules } = struckOut(main?.glyphs ?? [], main?.rules ?? []);
    return {
      lines: linesOfGlyphs(
        struck.size === 0 ? (main?.glyphs ?? []) : (main?.glyphs ?? []).filter((g) => !struck.has(g)),
      ),
      rules,
      turn: main?.turn ?? 0,
      height: main?.height ?? height,
      size: [width, height],
      aside: others.map(({ turn, glyphs }) => ({ turn, lines: linesOfGlyphs(glyphs) })),
      left: [
        ...aside.map((out) => leftOut(out.reason, out.glyphs, out.doubtful === true)),
        ...(struck.size === 0 ? [] : [leftOut('struck', [...struck], true)]),
      ].filter(({ characters }) => characters > 0),
      woven,
      marks,
      pictures: painting.pictures,
    };
  } catch (error) {
    if (error instanceof PlanError) throw error;
    throw new PlanError(
      'file-corrupt',
      'read',
      `Page ${number} of the PDF cannot be read. The file may be damaged: fetch it again.`,
      error,
    );
  } finally {
    page?.cleanup();
  }
}

/** Pages without the lines that are laid over others of them: a watermark that stands on white is one too. */
export function withoutMarks(sheets: readonly PaintedPage[]): readonly PaintedPage[] {
  const marks = new Set(sheets.flatMap((sheet) => [...sheet.marks]));
  if (marks.size === 0) return sheets;
  const isMark = (line: Line): boolean => marks.has(kindOfText(lineText(line).replace(/\s+/gu, ''), line.size));
  return sheets.map((sheet) => {
    const gone = sheet.lines.filter(isMark);
    if (gone.length === 0) return sheet;
    const text = gone.map(lineText).join(' ');
    const out: LeftText = {
      reason: 'watermark',
      characters: lettersIn(text),
      text: text.slice(0, LONGEST_LEFT),
      doubtful: /\p{N}/u.test(text),
    };
    return { ...sheet, lines: sheet.lines.filter((line) => !gone.includes(line)), left: [...sheet.left, out] };
  });
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Longest text of letters that are not read, in UTF-16 units. */
export const LONGEST_LEFT = 300;

function leftOut(reason: SetAsideReason, glyphs: readonly Glyph[], doubtful: boolean): LeftText {
  const characters = glyphs.reduce((sum, { text }) => sum + lettersIn(text), 0);
  const slanted = glyphs.some(({ lean }) => lean > 0);
  const lines = slanted ? [asPainted(glyphs)] : linesOfGlyphs(glyphs).map(lineText);
  const text = composed(lines.join(' ')).replace(/\s+/gu, ' ').trim();
  return { reason, characters, text: text.slice(0, LONGEST_LEFT).trimEnd(), doubtful };
}

/** Slanted letters in the order in which they were painted: a new text begins where the next one stands far off. */
function asPainted(glyphs: readonly Glyph[]): string {
  let text = '';
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const far = last !== undefined && Math.hypot(midX(glyph) - midX(last), midY(glyph) - midY(last)) > FAR * glyph.size;
    text += far ? ` ${glyph.text}` : glyph.text;
    last = glyph;
  }
  return text;
}
/** In sizes, from the middle of one letter to that of the next. */
const FAR = 1.6;

/** Which layers of a document are shown. */
export interface Layers {
  readonly isVisible: (layer: unknown) => boolean;
}
const ALL_ON: Layers = { isVisible: () => true };

export async function layersOf(document: PDFDocumentProxy): Promise<Layers> {
  const shown = await document.getOptionalContentConfig({ intent: 'display' });
  return { isVisible: (layer) => shown.isVisible(layer) };
}

async function paintingOf(
  page: PDFPageProxy,
  number: number,
  letters: ReadonlyMap<string, Letters>,
  layers: Layers,
): Promise<Painting> {
  const operators = await operatorsOf(page, number);
  const fonts = new Map<string, PaintFont>([['', NO_FONT]]);
  for (let i = 0; i < operators.fnArray.length; i++) {
    const args = operators.fnArray[i] === OPS.setFont ? operators.argsArray[i] : undefined;
    const id: unknown = Array.isArray(args) ? args[0] : undefined;
    if (typeof id === 'string' && !fonts.has(id)) {
      const font = await fontOf(page, id);
      const own = letters.get(id);
      fonts.set(id, own === undefined ? font : { ...font, letters: own });
    }
  }
  const { parts, more } = await annotationsOf(page, operators);
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = page.getViewport({ scale: 1 }).transform;
  const painted =
    more.fnArray.length === 0
      ? operators
      : {
          fnArray: [...operators.fnArray, ...more.fnArray],
          argsArray: [...operators.argsArray, ...more.argsArray],
        };
  return followPainting(painted, [a, b, c, d, e, f], {
    fontOf: (id) => fonts.get(id) ?? NO_FONT,
    isOff: (layer) => !layers.isVisible(layer),
    annotationOf: (id) => parts.get(id) ?? 'none',
  });
}

const NO_FONT: PaintFont = { id: '', name: '', bold: false, encoding: undefined, unit: 0.001 };
