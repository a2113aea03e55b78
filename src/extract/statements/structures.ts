import { built } from '../../knowledge/knowledge.ts';
import { vi, viAll } from '../../language/pattern.ts';
import { isShare } from './figures-of-clause.ts';
import { isMeasure, measureAhead } from './heads.ts';
import { isLabel } from './left-out.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Statement } from './statement.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { LISTS, say } = phrasesOf(tables);
  return {
    /** What is made up of parts: "cơ cấu kinh tế", "cơ cấu lao động"; not "cơ cấu lại", nor "tái cơ cấu". */
    STRUCTURE: viAll`(?<!tái )${say('structure')} (?!lại)(?=\p{L})`,
    /** Words up to what is a part: how the structure moves, and that its parts are told now. */
    UP_TO_PART: vi`^.*((${LISTS}|${say('moved-so')})(?!\p{L})[\s,:]*((là|có)\s+)?|(?=${say('weight')}\s))`,
    /** The head up to its first mark, or where its time or state is told. */
    HEAD: vi`^${say('structure')}( (?!${say('ends-structure')}\s)\p{L}+){1,8}`,
    SHARE_OF_IT: vi`^${say('weight')}`,
  };
});

/** A structure that a sentence names, and where its parts begin. */
interface Structure {
  readonly head: string;
  readonly from: number;
}

/**
 * Shares of a structure with its name as their head, however it moves: "Cơ cấu kinh tế chuyển dịch theo hướng tích cực, trong đó
 * công nghiệp chiếm 40%, dịch vụ chiếm 35%".
 */
export function inStructures(view: SentenceView, statements: readonly Statement[]): readonly Statement[] {
  const found = structuresOf(view);
  if (found.length === 0) return statements;
  let ended: Structure | undefined;
  return statements.map((statement) => {
    const structure = found.findLast(({ from }) => from <= statement.quantity.start);
    if (structure === undefined || structure === ended) return statement;
    const part = isShare(statement.quantity) ? partOf(view, statement) : undefined;
    // Another measure ends the list of parts.
    if (part === undefined) {
      ended = structure;
      return statement;
    }
    const named = statement.heads.some((head) => head.toLowerCase().includes(structure.head.toLowerCase()));
    return named ? statement : { ...statement, indicator: part, heads: [structure.head] };
  });
}

function structuresOf({ knowledge, text, sentence, plain }: SentenceView): Structure[] {
  const { STRUCTURE, HEAD } = patternsOf(knowledge);
  return [...plain(sentence.start, sentence.end).matchAll(STRUCTURE)].flatMap(({ index }) => {
    const start = sentence.start + index;
    const words = text.slice(start, sentence.end);
    const whole = HEAD.exec(words)?.[0];
    // "cơ cấu kinh tế nông nghiệp - dịch vụ - công nghiệp": its parts are named in a row.
    const row = whole !== undefined && /^\s*[-–]\s/u.test(words.slice(whole.length));
    const named = row ? whole.split(/\s+/u).slice(0, NAME).join(' ') : whole;
    const head = named === undefined ? undefined : measureAhead(knowledge, named);
    return head === undefined ? [] : [{ head, from: start + head.length }];
  });
}

/** Syllables of "cơ cấu kinh tế". */
const NAME = 4;

/** The part of a structure that a share is told of; undefined for another measure. */
function partOf({ knowledge }: SentenceView, { indicator, heads, shape }: Statement): string | undefined {
  const { STRUCTURE, UP_TO_PART, SHARE_OF_IT } = patternsOf(knowledge);
  if (shape === 'figure-first' && indicator.includes(' %')) return undefined;
  const named = [...indicator.matchAll(STRUCTURE)].at(-1);
  const words = indicator.slice(named?.index ?? 0);
  const own = words.replace(/^.*:\s+/su, '');
  const leads = named !== undefined && heads.length === 0 && own === words;
  const behind = own.replace(UP_TO_PART, '');
  const part = leads && behind === own ? own.replace(/^[^,]*,\s*/u, '') : behind;
  if (part === '' || (leads && part === own)) return undefined;
  return SHARE_OF_IT.test(part) || (!isMeasure(knowledge, part) && isLabel(knowledge, part)) ? part : undefined;
}
