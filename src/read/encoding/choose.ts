import type { Knowledge } from '../../knowledge/knowledge.ts';
import { convert } from './convert.ts';
import { detectEncoding } from './detect.ts';
import type { LegacyEncoding } from './encoding.ts';
import { type LetterReading, legacyReading } from './evidence.ts';
import { syllableShare } from './syllable.ts';

/** A stretch of text in one font, and the encoding that the font's name claims. */
export interface Claim {
  readonly text: string;
  readonly encoding: LegacyEncoding | undefined;
}

/** In which encoding a stretch of the paragraph is, by what its font claims; undefined for Unicode. */
export type EncodingChoice = (claimed: LegacyEncoding | undefined) => LegacyEncoding | undefined;

/** Chooses for each paragraph of one story; remembers between stories what is usual in the document. */
export type Chooser = (paragraphs: readonly (readonly Claim[])[]) => EncodingChoice[];

const UNICODE: EncodingChoice = () => undefined;
const AS_CLAIMED: EncodingChoice = (claimed) => claimed;

/**
 * A font's name alone does not tell. Many Unicode texts stand in a document whose standard font is a pre-Unicode one, and a
 * text may have been given the font of another encoding than its own. The letters of the paragraph decide, where they do
 * not tell those of the document, and where no font claims anything the statistics of all letters.
 */
export function chooser(knowledge: Knowledge): Chooser {
  let usual: LetterReading = 'unicode';
  let main: LegacyEncoding | undefined;
  let unclaimed: LegacyEncoding | undefined;
  return (paragraphs) => {
    const readings = paragraphs.map((claims) => readingOf(knowledge, claims));
    const weight = (wanted: LetterReading): number => readings.filter((each) => each === wanted).length;
    if (weight('legacy') + weight('unicode') > 0) usual = weight('legacy') > weight('unicode') ? 'legacy' : 'unicode';
    main = mainEncoding(paragraphs, readings) ?? main;
    unclaimed =
      detectEncoding(knowledge, texts(paragraphs.flat().filter(({ encoding }) => encoding === undefined))) ?? unclaimed;
    return paragraphs.map((claims, index) => {
      const reading = readings[index] === 'either' ? usual : readings[index];
      const own: EncodingChoice = reading === 'legacy' ? ownOrMain(knowledge, claims, main) : UNICODE;
      const rest = unclaimed;
      if (rest === undefined) return own;
      const free = texts(claims.filter(({ encoding }) => encoding === undefined));
      return legacyReading(knowledge, free, rest) === 'unicode'
        ? own
        : (claimed) => (claimed === undefined ? rest : own(claimed));
    });
  };
}

function readingOf(knowledge: Knowledge, claims: readonly Claim[]): LetterReading | undefined {
  const claimed = claims.filter(({ encoding }) => encoding !== undefined);
  const encodings = new Set(claimed.map(({ encoding }) => encoding));
  const readings = [...encodings].map((encoding) =>
    encoding === undefined
      ? 'either'
      : legacyReading(knowledge, texts(claimed.filter((each) => each.encoding === encoding)), encoding),
  );
  return readings.find((each) => each !== 'either') ?? readings[0];
}

function mainEncoding(
  paragraphs: readonly (readonly Claim[])[],
  readings: readonly (LetterReading | undefined)[],
): LegacyEncoding | undefined {
  const sizes = new Map<LegacyEncoding, number>();
  for (const [index, claims] of paragraphs.entries()) {
    if (readings[index] !== 'legacy') continue;
    for (const { text, encoding } of claims)
      if (encoding !== undefined) sizes.set(base(encoding), (sizes.get(base(encoding)) ?? 0) + text.length);
  }
  return [...sizes].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Where a paragraph claims another encoding than the document's, the one that makes more syllables of it. */
function ownOrMain(knowledge: Knowledge, claims: readonly Claim[], main: LegacyEncoding | undefined): EncodingChoice {
  if (main === undefined || claims.every(({ encoding }) => encoding === undefined || base(encoding) === main))
    return AS_CLAIMED;
  const mains: EncodingChoice = (claimed) => (claimed === undefined || base(claimed) === main ? claimed : main);
  const share = (choice: EncodingChoice): number =>
    syllableShare(knowledge, claims.map(({ text, encoding }) => read(knowledge, text, choice(encoding))).join(''));
  return share(mains) > share(AS_CLAIMED) ? mains : AS_CLAIMED;
}

function base(encoding: LegacyEncoding): LegacyEncoding {
  return encoding === 'tcvn3-capitals' ? 'tcvn3' : encoding;
}

function read(knowledge: Knowledge, text: string, encoding: LegacyEncoding | undefined): string {
  return encoding === undefined ? text : convert(knowledge, text, encoding);
}

function texts(claims: readonly Claim[]): string {
  return claims.map(({ text }) => text).join(' ');
}
