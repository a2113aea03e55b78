import { built } from '../knowledge/knowledge.ts';
import { viWords } from './pattern.ts';

/** Words for parts of a whole, as parts of patterns. */
export const shareWords = built(['measures'], ({ measures }) => {
  const shares = measures.filter(({ share }) => share);
  return {
    /** "tỷ lệ", "tỷ trọng", "cơ cấu" */
    SHARE: viWords(shares),
    /** Those with which a measure begins: "tỷ lệ", "tỷ trọng". */
    BEGINS: viWords(shares.filter(({ begins }) => begins)),
    /** "tỷ lệ" */
    RATE: viWords(shares.filter(({ change }) => change !== undefined)),
  };
});
