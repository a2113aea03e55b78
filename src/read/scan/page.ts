import type { Knowledge } from '../../knowledge/knowledge.ts';
import { health } from '../encoding/health.ts';
import { type PictureBox, piecesOf } from './columns.ts';
import { shadesOf } from './ink.ts';
import { imageOf, linesIn } from './lines-in.ts';
import { onWhite } from './paper.ts';
import { drawn, levelled, type Move, type Picture, turnedPicture } from './picture.ts';
import type { RecognisedLine, Recogniser } from './recogniser.ts';
import { type PictureRule, rulesOf, withoutRules } from './rules.ts';
import { withoutSeals } from './seals.ts';
import { slopeOf } from './skew.ts';
import { boxAround, surenessOf } from './words.ts';

export type QuarterTurn = 0 | 1 | 2 | 3;

/** What was read of the picture of a page, which is upright and level now. Places are its pixels. */
export interface ScannedPage {
  readonly picture: Picture;
  readonly dpi: number;
  readonly lines: readonly RecognisedLine[];
  readonly rules: readonly PictureRule[];
  /** Quarter turns clockwise that made it upright. */
  readonly turn: QuarterTurn;
  /** Where a place was in the picture as it came. */
  readonly back: Move;
  /** How much of it reads as Vietnamese, 0 to 1. */
  readonly quality: number;
  /** How many times larger the picture is than it came. */
  readonly enlarged: number;
}

/** A page with less ink is blank. */
const BLANK = 0.0006;
/** Less than this is a bad reading: the page may lie on its side, or on its head. */
const BAD = 0.55;
/** The engine is sure of a page from here on. */
const SURE = 0.8;
/** Letters that are enough to judge by. */
const ENOUGH = 40;
/** Lines that fall less than this are level enough. */
const LEVEL = 0.0015;

/**
 * Reads the picture of a page: upright and level, with its ruling lines.
 *
 * @param usual the turn that the page before needed, which is tried first
 * @returns undefined where the page is blank
 */
export async function readPicture(
  picture: Picture,
  dpi: number,
  recogniser: Recogniser,
  knowledge: Knowledge,
  usual: QuarterTurn = 0,
): Promise<ScannedPage | undefined> {
  if (shadesOf(picture).share < BLANK) return undefined;
  const factor = dpi < COARSE && picture.width * picture.height * LARGER ** 2 <= MOST_PIXELS ? LARGER : 1;
  const white = onWhite(picture);
  const large = factor === 1 ? white : enlarged(white, factor);
  let best: Omit<ScannedPage, 'enlarged'> | undefined;
  for (const turn of turnsOf(usual)) {
    const read = await readTurned(large, turn, dpi * factor, recogniser, knowledge);
    if (best === undefined || read.quality > best.quality) best = read;
    if (best.quality >= BAD) break;
  }
  if (best === undefined) return undefined;
  const { back } = best;
  return {
    ...best,
    enlarged: factor,
    back: (x, y) => {
      const [px, py] = back(x, y);
      return [px / factor, py / factor];
    },
  };
}

/** Under so many dots an inch a picture is made larger by so much; from 150 on that makes reading worse. */
const COARSE = 130;
const LARGER = 2;
const MOST_PIXELS = 40_000_000;

function enlarged(picture: Picture, factor: number): Picture {
  const [width, height] = [picture.width * factor, picture.height * factor];
  return drawn(picture, width, height, [1 / factor, 0, 0, 1 / factor], (x, y) => [x / factor, y / factor]);
}

/** The usual one, on its head, then on its sides. */
function turnsOf(usual: QuarterTurn): QuarterTurn[] {
  const all: readonly QuarterTurn[] = [0, 2, 1, 3];
  return [usual, ...all.filter((turn) => turn !== usual)];
}

async function readTurned(
  picture: Picture,
  turn: QuarterTurn,
  dpi: number,
  recogniser: Recogniser,
  knowledge: Knowledge,
): Promise<Omit<ScannedPage, 'enlarged'>> {
  const turned = turnedPicture(picture, turn);
  const slope = slopeOf(turned.picture);
  const level = Math.abs(slope) < LEVEL ? undefined : levelled(turned.picture, slope);
  // Apart from their pictures, which would be held for as long as the page is.
  const [toTurned, toLevel] = [turned.back, level?.back];
  const upright = level?.picture ?? turned.picture;
  const rules = rulesOf(upright, dpi);
  const plain = withoutSeals(withoutRules(upright, rules, dpi), dpi);
  const lines = await linesOf(plain, rules, dpi, recogniser);
  return {
    picture: plain,
    dpi,
    lines,
    rules,
    turn,
    back: (x, y) => toTurned(...(toLevel?.(x, y) ?? [x, y])),
    quality: qualityOf(lines, knowledge),
  };
}

/** Lines of what stands in columns, piece by piece, and of the rest of the page. */
async function linesOf(
  picture: Picture,
  rules: readonly PictureRule[],
  dpi: number,
  recogniser: Recogniser,
): Promise<RecognisedLine[]> {
  const pieces = piecesOf(picture, rules, dpi);
  const lines: RecognisedLine[] = [];
  const rest = pieces.length === 0 ? picture : withoutPieces(picture, pieces);
  if (shadesOf(rest).share >= BLANK)
    lines.push(...(await recogniser.recognise(imageOf(rest, dpi), { layout: 'page' })));
  for (const piece of pieces) lines.push(...(await linesIn(picture, piece, dpi, recogniser)));
  return withoutNoise(picture, lines, dpi, recogniser);
}

/** Lines without noise. What may be the short end of a paragraph, by the height of its letters, is read once more alone. */
async function withoutNoise(
  picture: Picture,
  lines: readonly RecognisedLine[],
  dpi: number,
  recogniser: Recogniser,
): Promise<RecognisedLine[]> {
  const sure = lines.filter((line) => !isNoise(line));
  const heights = sure.map(({ xHeight }) => xHeight).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 0;
  let left = MOST_AGAIN;
  const kept: RecognisedLine[] = [];
  for (const line of lines) {
    if (!isNoise(line)) {
      kept.push(line);
      continue;
    }
    const isText = line.xHeight >= usual / ALIKE && line.xHeight <= usual * ALIKE;
    if (!isText || line.words.every(({ text }) => text.length < SHORTEST) || left-- <= 0) continue;
    const again = await linesIn(picture, boxAround(line.words), dpi, recogniser, 'line');
    if (again.length === 1) kept.push(...again.filter(({ words }) => surenessOf(words) >= AGAIN));
  }
  return kept;
}
/** More lines of a page are scribbles. */
const MOST_AGAIN = 4;
const ALIKE = 1.5;
/** A word of fewer signs is none worth to be looked for. */
const SHORTEST = 3;
/** How sure the engine is of a line that it reads alone, at least. */
const AGAIN = 0.6;

/** Specks, scribbles and shadows that were read as letters. */
function isNoise({ words }: RecognisedLine): boolean {
  return (
    words.length > 0 &&
    surenessOf(words) < NOISE &&
    !words.some(({ text, confidence }) => text.length >= 3 && confidence > 0.5)
  );
}
const NOISE = 0.3;

function withoutPieces(picture: Picture, pieces: readonly PictureBox[]): Picture {
  const grey = picture.grey.slice();
  for (const { x0, y0, x1, y1 } of pieces)
    for (let y = y0; y < y1; y++) grey.fill(255, y * picture.width + x0, y * picture.width + x1);
  return { width: picture.width, height: picture.height, grey };
}

/** How well lines read: what the engine says of its words, and whether they are Vietnamese. */
export function qualityOf(lines: readonly RecognisedLine[], knowledge: Knowledge): number {
  const words = lines.flatMap((line) => line.words);
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (letters === 0) return 0;
  const sure = surenessOf(words);
  // Names and formulas of other languages are read well too; what is upside down the engine is never sure of.
  const read = sure > SURE ? 1 : health(knowledge, words.map(({ text }) => text).join(' ')).score;
  return Math.min(1, letters / ENOUGH) * sure * Math.max(0, Math.min(1, read));
}
