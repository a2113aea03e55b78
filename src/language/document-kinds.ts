import { built } from '../knowledge/knowledge.ts';
import { viWords } from './pattern.ts';

/** Words for kinds of documents, as parts of patterns. */
export const documentKinds = built(['documentKinds'], ({ documentKinds: rows }) => ({
  /** A year in the name of one of these is the document's, and binds nothing. */
  DATED: viWords(rows.filter(({ dated }) => dated === 'always')),
  /** The same, with those whose word is a verb elsewhere. */
  NAMED_WITH_A_YEAR: viWords(rows.filter(({ dated }) => dated !== undefined)),
}));
