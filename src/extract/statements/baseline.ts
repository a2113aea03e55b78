import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viPart, viWords } from '../../language/pattern.ts';

/** What tells another figure: "… là 522 ha", "… và vượt 8% kế hoạch". */
const TOLD_NEXT = viPart`((và|nhưng) )?(là|còn|ước|đạt|tăng|giảm|bằng|vượt|gấp|chiếm)( (thêm|khoảng|gần|trên|hơn|dưới|ít nhất|tối thiểu))*\s+\d`;
/** Up to the figure that is then told: "cao hơn so với hiện trạng năm 2020 là 522 ha". */
const BASELINE = vi`so với\s+([^,;.()\n](?!\s${TOLD_NEXT}))+[^,;.()\n]?|so (ước|dự toán|kế hoạch|thực hiện)\s([^,;.()\n](?!\svà (tăng|giảm|đạt|bằng|vượt)(?!\p{L})))+[^,;.()\n]?|so (năm|giai đoạn|đầu kỳ) (trước|[\d\s–-]+)|(so )?cùng kỳ( năm (trước|ngoái|\d{4}))?`;
/** "thuế sản phẩm trừ trợ cấp sản phẩm" is the name of one item. */
const EXCEPT = vi`(,\s*|\s)(?<inside>trừ(?! trợ cấp) (các)? ([^,;.()\n](?!\s${TOLD_NEXT}))+[^,;.()\n]?)`;
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
