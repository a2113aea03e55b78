import type { Knowledge } from '../../knowledge/knowledge.ts';
import { pairsOf } from './marks.ts';
import type { RecognisedLine, RecognisedWord } from './recogniser.ts';

/** A word whose last letter is a stroke that may be a bracket, with what stands behind it. */
const CLOSED = /^(?<core>[\p{L}\p{M}]+)[iìíjlt1|J](?<after>[:;,.]*)$/u;
/** A bracket that is open is closed within so many words. */
const REACH = 40;

/**
 * Lines with brackets that were read as the last letter of their word: "(… Thành phối:" for "(… Thành phố):". Told where a bracket is open
 * that nothing closes, and where the word beside it asks for the shorter one.
 */
export function withBracketsTold(
  knowledge: Pick<Knowledge, 'syllablePairs'>,
  lines: readonly RecognisedLine[],
): RecognisedLine[] {
  const { follows } = pairsOf(knowledge);
  const words = lines.flatMap((line) => line.words);
  const told = new Map<RecognisedWord, RecognisedWord>();
  for (const [i, { text }] of words.entries()) {
    const opened = text.lastIndexOf('(');
    if (opened < 0 || text.indexOf(')', opened) >= 0) continue;
    const within = words.slice(i + 1, i + 1 + REACH);
    const end = within.findIndex((word) => /[()]/u.test(word.text));
    if (within[end]?.text.includes(')') === true && !/\(.*\)/u.test(within[end]?.text ?? '')) continue;
    const inside = end < 0 ? within : within.slice(0, end);
    for (const [at, word] of inside.entries()) {
      const { core = '', after = '' } = CLOSED.exec(word.text)?.groups ?? {};
      const before = (inside[at - 1] ?? words[i])?.text.replace(/^\(/u, '').toLowerCase();
      if (core === '' || after === '' || before === undefined) continue;
      const whole = word.text.slice(0, word.text.length - after.length).toLowerCase();
      if (!follows(before, core.toLowerCase()) || follows(before, whole)) continue;
      told.set(word, { ...word, text: `${core})${after}`, asRead: word.asRead ?? word.text });
      break;
    }
  }
  if (told.size === 0) return [...lines];
  return lines.map((line) => ({ ...line, words: line.words.map((word) => told.get(word) ?? word) }));
}
