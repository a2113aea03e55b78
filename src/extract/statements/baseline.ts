import { anyOf, edged } from '../../language/words.ts';

const BASELINE = /so\s+với\s+[^,;.()\n]+/iu;
const CONDITION = new RegExp(
  String.raw`\((?<inside>[^()]{0,300}?(?:${edged(anyOf(['trừ', 'ngoại trừ', 'không bao gồm', 'đủ điều kiện', 'nếu có', 'nếu', 'đối với', 'không tính', 'trừ trường hợp', 'áp dụng']))})[^()]{0,300})\)`,
  'iu',
);
const EXCEPT = /(?:,\s*|\s)(?<inside>trừ\s+(?:các\s+)?[^,;.()\n]+)/iu;

/** What a change is measured from: "so với quy định của Trung ương"; null where nothing is said. */
export function baselineOf(statement: string): string | null {
  return BASELINE.exec(statement)?.[0].replace(/\s+/gu, ' ').trim() ?? null;
}

/** Under what condition a measure is taken, or what it leaves out: "trừ văn bản mật"; null where nothing is said. */
export function conditionOf(statement: string): string | null {
  const match = CONDITION.exec(statement) ?? EXCEPT.exec(statement);
  return match?.groups?.inside?.replace(/\s+/gu, ' ').trim() ?? null;
}
