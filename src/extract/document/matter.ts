import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viMeaning, viPart, viWords } from '../../language/pattern.ts';
import type { DocumentHeader } from '../../model/record.ts';

/**
 * What the figures of a document are, by what its title says that it does. `aims`: as those of a plan, unless their sentences say
 * otherwise. `rules`: bounds, rates and requirements that it lays down. `works`: measurements of something that is to be built or
 * drawn up.
 */
export type Matter = 'aims' | 'rules' | 'works';

const patternsOf = built(['documentKinds', 'matterWords'], ({ documentKinds, matterWords }) => {
  const KIND = viPart`(${viWords(documentKinds)}|${viMeaning(matterWords, 'law')})`;
  const lead = viPart`(${viMeaning(matterWords, 'leads')}[\s,]+)*`;
  return {
    LAW: vi`^${viMeaning(matterWords, 'law')}`,
    RULES: vi`^(${KIND}[\s:]+)?${lead}${viMeaning(matterWords, 'rules')}`,
    /** The title goes on to what sets aims itself: "chủ trương đầu tư Chương trình …", "quy định chỉ tiêu". */
    AIMS: vi`${viMeaning(matterWords, 'aims')}`,
    WORKS: vi`^(${KIND}[\s:]+)?${lead}${viMeaning(matterWords, 'works')}`,
  };
});

/** Forms that lay nothing down and draw nothing up, whatever they are headed. */
const PLANS: ReadonlySet<DocumentHeader['form']> = new Set([
  'plan',
  'programme',
  'report',
  'directive',
  'official-dispatch',
  'notice',
]);

/** What the figures of a document are. An article that is headed like a law tells of it in words of its own. */
export function matterOf(
  knowledge: Pick<Knowledge, 'documentKinds' | 'matterWords'>,
  { form, title }: Pick<DocumentHeader, 'form' | 'title'>,
): Matter {
  const { LAW, RULES, WORKS, AIMS } = patternsOf(knowledge);
  if (title === null || PLANS.has(form)) return 'aims';
  const found = WORKS.test(title)
    ? 'works'
    : form !== 'news' && (LAW.test(title) || RULES.test(title))
      ? 'rules'
      : 'aims';
  return AIMS.test(title) && !LAW.test(title) ? 'aims' : found;
}
