import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viWords } from '../../language/pattern.ts';

const BASELINE = vi`so với\s+[^,;.()\n]+`;
const EXCEPT = vi`(,\s*|\s)(?<inside>trừ (các)? [^,;.()\n]+)`;
const patternsOf = built(['clauseWords'], ({ clauseWords }) => {
  const LIMITS = viWords(clauseWords.filter(({ limits }) => limits));
  return {
    CONDITION: vi`\((?<inside>[^()]{0,300}?(?<![\p{L}\p{N}])(${LIMITS}|áp dụng)(?![\p{L}\p{N}])[^()]{0,300})\)`,
  };
});

/** What a change is measured from: "so với quy định của Trung ương"; null where nothing is said. */
export function baselineOf(statement: string): string | null {
  return BASELINE.exec(statement)?.[0].replace(/\s+/gu, ' ').trim() ?? null;
}

/** Under what condition a measure is taken, or what it leaves out: "trừ văn bản mật"; null where nothing is said. */
export function conditionOf(knowledge: Knowledge, statement: string): string | null {
  const match = patternsOf(knowledge).CONDITION.exec(statement) ?? EXCEPT.exec(statement);
  return match?.groups?.inside?.replace(/\s+/gu, ' ').trim() ?? null;
}
