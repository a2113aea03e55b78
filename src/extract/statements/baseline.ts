import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viPart, viWords } from '../../language/pattern.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { BOUND, STATES, say, times } = phrasesOf(tables);
  const LIMITS = viWords(tables.clauseWords.filter(({ limits }) => limits));
  /** What tells another figure: "… là 522 ha", "… và vượt 8% kế hoạch". */
  const TOLD_NEXT = viPart`((và|nhưng) )?(${STATES}|${say('up-down', 'passes')}|ước|gấp)( (thêm|${BOUND}))*\s+(?=\d)`;
  return {
    /** Up to the figure that is then told: "cao hơn so với hiện trạng năm 2020 là 522 ha". */
    BASELINE: vi`so với\s+([^,;.()\n](?!\s${TOLD_NEXT}))+[^,;.()\n]?|so ${say('held-short')}\s([^,;.()\n](?!\svà (${say('up-down', 'passes')}|đạt|bằng)(?!\p{L})))+[^,;.()\n]?|so (${times('year', 'stage')}|đầu kỳ) (trước|[\d\s–-]+)|(so )?${say('former')}( năm (${times('year-before')}|\d{4}))?`,
    /** "thuế sản phẩm trừ trợ cấp sản phẩm" is the name of one item. */
    EXCEPT: vi`(,\s*|\s)(?<inside>trừ(?! trợ cấp) (các)? ([^,;.()\n](?!\s${TOLD_NEXT}))+[^,;.()\n]?)`,
    CONDITION: vi`\((?<inside>[^()]{0,300}?(?<![\p{L}\p{N}])(${LIMITS}|áp dụng)(?![\p{L}\p{N}])[^()]{0,300})\)`,
  };
});

/** What a change is measured from: "so với quy định của Trung ương"; null where nothing is said. */
export function baselineOf(knowledge: Knowledge, statement: string): string | null {
  return patternsOf(knowledge).BASELINE.exec(statement)?.[0].replace(/\s+/gu, ' ').trim() ?? null;
}

/** Under what condition a measure is taken, or what it leaves out: "trừ văn bản mật"; null where nothing is said. */
export function conditionOf(knowledge: Knowledge, statement: string): string | null {
  const match = patternsOf(knowledge).CONDITION.exec(statement) ?? patternsOf(knowledge).EXCEPT.exec(statement);
  return match?.groups?.inside?.replace(/\s+/gu, ' ').trim() ?? null;
}
