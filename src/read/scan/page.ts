import type { Knowledge } from '../../knowledge/knowledge.ts';
import { health } from '../encoding/health.ts';
import { inkOf } from './ink.ts';
import { levelled, type Move, type Picture, turnedPicture } from './picture.ts';
import type { GreyImage, RecognisedLine, Recogniser } from './recogniser.ts';
import { type PictureRule, rulesOf } from './rules.ts';
import { slopeOf } from './skew.ts';

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
}

/** A page with less ink is blank. */
const BLANK = 0.0006;
/** Less than this is a bad reading: the page may lie on its side, or on its head. */
const BAD = 0.55;
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
  if (inkOf(picture).share < BLANK) return undefined;
  let best: ScannedPage | undefined;
  for (const turn of turnsOf(usual)) {
    const read = await readTurned(picture, turn, dpi, recogniser, knowledge);
    if (best === undefined || read.quality > best.quality) best = read;
    if (best.quality >= BAD) break;
  }
  return best;
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
): Promise<ScannedPage> {
  const turned = turnedPicture(picture, turn);
  const slope = slopeOf(turned.picture);
  const level = Math.abs(slope) < LEVEL ? undefined : levelled(turned.picture, slope);
  const upright = level?.picture ?? turned.picture;
  const lines = await recogniser.recognise(imageOf(upright, dpi), { layout: 'page' });
  return {
    picture: upright,
    dpi,
    lines,
    rules: rulesOf(upright, dpi),
    turn,
    back: (x, y) => turned.back(...(level?.back(x, y) ?? [x, y])),
    quality: qualityOf(lines, knowledge),
  };
}

export const imageOf = ({ width, height, grey }: Picture, dpi: number): GreyImage => ({
  width,
  height,
  data: grey,
  dpi,
});

/** How well lines read: what the engine says of its words, and whether they are Vietnamese. */
export function qualityOf(lines: readonly RecognisedLine[], knowledge: Knowledge): number {
  const words = lines.flatMap((line) => line.words);
  let [letters, sure] = [0, 0];
  for (const { text, confidence } of words) {
    letters += text.length;
    sure += text.length * confidence;
  }
  if (letters === 0) return 0;
  const read = health(knowledge, words.map(({ text }) => text).join(' ')).score;
  return Math.min(1, letters / ENOUGH) * (sure / letters) * Math.max(0, Math.min(1, read));
}
