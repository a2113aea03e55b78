import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Block, Issue } from '../model/block.ts';
import { PlanError } from '../model/errors.ts';
import { health } from './encoding/health.ts';

/** A book tells no more than so many letters of it. */
const SAMPLE = 60_000;
/** Fewer words tell nothing. */
const FEWEST_WORDS = 25;
/** Share of syllables with a mark, in running text 0.7 and more: below, the marks were lost. */
const MARKED = 0.04;
/** Share of words that can be syllables: of Vietnamese without marks nearly all, of English a fifth. */
const SYLLABLES = 0.6;
/** Share of words in which a letter is a sign that stands for a lost one. */
const LOST = 0.1;

/** A proper name of two words and more. */
const NAME = /\p{Lu}\p{Ll}{1,20}(?:[^\S\n]\p{Lu}\p{Ll}{1,20})+/gu;

/** Letters that a program could not write: "K? ho?ch", "K\ufffd ho\ufffdch". */
const BROKEN = /\p{L}[?\ufffd]+\p{L}|\ufffd\p{L}|\p{L}\ufffd/u;

/**
 * Whether the letters of a text can be those of a Vietnamese document.
 *
 * @returns a warning where it is in another language
 * @throws {PlanError} `text-unreadable` where its marks or letters were lost on the way: figures would be read, but no words
 */
export function judgeLetters(knowledge: Knowledge, blocks: readonly Block[]): Issue[] {
  const text = sampleOfBlocks(blocks);
  const tokens = text.split(/\s+/u).filter((token) => /\p{L}/u.test(token));
  if (tokens.length < FEWEST_WORDS || new Set(tokens).size < FEWEST_WORDS / 2) return [];
  const broken = tokens.filter((token) => BROKEN.test(token) && !token.includes('/')).length;
  if (broken > tokens.length * LOST) {
    throw new PlanError(
      'text-unreadable',
      'read',
      `Letters of ${broken} words were lost when the file was saved (“K? ho?ch”). Fetch the document again where it is published.`,
    );
  }
  const { accented, words } = health(knowledge, text);
  if (words < FEWEST_WORDS || accented > MARKED) return [];
  // "An Giang", "Ha Noi" stand so in texts of all languages.
  const nameless = text.replace(NAME, ' ');
  const rest = health(knowledge, nameless);
  const unlike = new Set(nameless.toLowerCase().match(/\p{L}+/gu));
  if (rest.score >= SYLLABLES && rest.words >= FEWEST_WORDS && unlike.size >= FEWEST_WORDS / 2) {
    throw new PlanError(
      'text-unreadable',
      'read',
      'The text is Vietnamese without its marks (“Ke hoach” for “Kế hoạch”), in which words cannot be told apart. Give the document as it was published.',
    );
  }
  const message =
    'Hardly a word of the text is Vietnamese with its marks: plans in English or other languages are not read, only figures are.';
  return [{ code: 'not-vietnamese', message }];
}

function sampleOfBlocks(blocks: readonly Block[]): string {
  let text = '';
  for (const block of blocks) {
    if (block.furniture !== undefined) continue;
    text += `${block.text.slice(0, SAMPLE)}\n`;
    if (text.length > SAMPLE) break;
  }
  return text;
}
