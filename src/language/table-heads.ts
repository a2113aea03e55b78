import { built, type Knowledge } from '../knowledge/knowledge.ts';
import type { HeadParts } from '../knowledge/word-tables.ts';
import { vi, viPart, viWords } from './pattern.ts';

const patternsOf = built(['lines', 'columns', 'headWords'], ({ lines, columns, headWords }) => {
  const idle = viPart`(${viWords(columns.filter(({ figures }) => figures !== undefined))}|${viWords(headWords)})`;
  const year = viPart`(19|20)\d\d`;
  return {
    counting: vi`^(${viWords(lines.filter(({ place }) => place === 'counting-head'))}|no\.?)$`,
    year: vi`^(${idle} ){0,4}${year}$`,
    time: vi`^(${idle} ){0,4}${year}(\s*[-–—]\s*${year})?$`,
  };
});

/** The head of the column that counts a table's rows: "STT", "TT", "Số thứ tự". */
export const isCountingHead = (knowledge: Knowledge, text: string): boolean =>
  patternsOf(knowledge).counting.test(text);

/** A head that is a year: "2026", "Năm 2026", "Ước thực hiện 2025". */
export const isYearHead = (knowledge: Knowledge, text: string): boolean => patternsOf(knowledge).year.test(text);

/** A head that is a year or a period: "Giai đoạn 2026 - 2030". */
export const isTimeHead = (knowledge: Knowledge, text: string): boolean => patternsOf(knowledge).time.test(text);

const partsOf = built(['headWords'], ({ headWords }) => {
  const kinds = [...new Set(headWords.flatMap(({ parts }) => parts ?? []))];
  return kinds.map((kind) => [kind, vi`${viWords(headWords.filter(({ parts }) => parts === kind))}$`] as const);
});

/** By what those below a head part it, where it says so: "Chỉ tiêu theo vùng", "Kế hoạch phân theo huyện (ha)". */
export const partsNamedBy = (knowledge: Knowledge, head: string): HeadParts | undefined => {
  const words = head.replace(/\s*\([^()]*\)\s*$/u, '').trim();
  return partsOf(knowledge).find(([, pattern]) => pattern.test(words))?.[0];
};
