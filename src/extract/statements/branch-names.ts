import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { viAll } from '../../language/pattern.ts';
import { saying } from './phrases.ts';

const patternsOf = built(['statementWords'], (tables) => {
  const say = saying(tables);
  return {
    /** A branch of the economy has a verb in its name: "công nghiệp - xây dựng", "công nghiệp và xây dựng". */
    BRANCH: viAll`([-–—,]\s*|(?<=nghiệp)\svà\s+|(?<=${say('branch')})\s+|^)xây\s+dựng(?!\s+(mới|${say('builds')})(?!\p{L}))`,
    /** "khu vực có vốn đầu tư nước ngoài": whose enterprises, and nothing is told of it. */
    OWNED: viAll`(?<=${say('owned')}\s)có\svốn`,
  };
});

/** Words without the verbs that only belong to the name of a branch. */
export function withoutBranches(knowledge: Pick<Knowledge, 'statementWords'>, words: string): string {
  const { BRANCH, OWNED } = patternsOf(knowledge);
  return words.replace(BRANCH, ' ').replace(OWNED, ' ');
}
