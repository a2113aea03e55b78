import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { vi, viWords } from './pattern.ts';

const patternsOf = built(['lines'], ({ lines }) => ({
  counting: vi`^(${viWords(lines.filter(({ place }) => place === 'counting-head'))}|no\.?)$`,
}));

/** The head of the column that counts a table's rows: "STT", "TT", "Số thứ tự". */
export const isCountingHead = (knowledge: Knowledge, text: string): boolean =>
  patternsOf(knowledge).counting.test(text);
