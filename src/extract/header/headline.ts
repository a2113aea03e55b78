import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { dateOf, dateSources } from '../../language/dates.ts';
import { normalNumber, numberSourcesOf } from '../../language/document-numbers.ts';
import type { Form } from '../../model/record.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { bodiesIn } from './letterhead.ts';
import { formInTitle, titlePatternsOf } from './title.ts';

/** A page's headline that names its document by kind and number: what a site says over the text, or instead of a letterhead. */
export interface Headline {
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuer: NamedBody | undefined;
  readonly title: string;
  readonly form: Form;
  /** Offset in the text after the line. */
  readonly end: number;
}

/**
 * "Quyết định số 12/QĐ-UBND ngày 3/2/2024 của UBND tỉnh … về …" · "Kế hoạch 60/KH-UBND năm 2025 về …". The number behind another
 * kind of document is that one's: "Kế hoạch của UBND tỉnh thực hiện Chỉ thị số 8/CT-TTg".
 */
const headlinePatternOf = built(
  ['documentKinds', 'documentSymbols', 'titleWords', 'bodyOpenings', 'officeWords', 'timeWords'],
  (tables) =>
    new RegExp(
      String.raw`^\s*(?:${titlePatternsOf(tables).KIND_WORDS})${titlePatternsOf(tables).OF_KIND}(?:\s+của\s+(?<by>(?:(?!\s(?:${titlePatternsOf(tables).KIND_WORDS})(?!\p{L}))[^\d;:.]){3,80}?))?\s+(?:số\s*:?\s*)?${numberSourcesOf(tables).NUMBER}(?:\s*,?\s*${dateSources(tables).DATE_IN_PARTS})?(?<rest>[^\n]*)$`,
      'iu',
    ),
);
const dateBehind = built(
  ['timeWords'],
  (tables) => new RegExp(String.raw`^\s*,?\s*(?:của|do)\s[^,;:]{3,80}?\s+${dateSources(tables).DATE_IN_PARTS}`, 'iu'),
);
const LINES = 12;
const ARTICLE = /\d\s?%[^\n]*[.…]\s*$/mu;

/** The first line of a text that reads so; undefined where none of the first dozen does. */
export function headlineOf(knowledge: Knowledge, text: string): Headline | undefined {
  const pattern = headlinePatternOf(knowledge);
  let at = 0;
  for (const line of text.slice(0, 4000).split('\n').slice(0, LINES)) {
    const end = at + line.length;
    at = end + 1;
    const groups = line.length > 600 ? undefined : pattern.exec(line)?.groups;
    const number = normalNumber(knowledge, groups ?? {});
    if (groups === undefined || number === undefined || /[;:,]\s*$/u.test(line)) continue;
    // Below a paragraph with figures it is a sentence of an article, and what stands before it no letterhead.
    if (ARTICLE.test(text.slice(0, end - line.length))) continue;
    const { by, rest = '' } = groups;
    // The date may stand behind who issued it.
    const dated =
      groups.month === undefined && groups.month2 === undefined ? dateBehind(knowledge).exec(rest)?.groups : groups;
    const of = /^\s*,?\s*(?:của|do|(?:được\s+)?ban\s+hành\s+bởi)\s+/iu.exec(rest);
    const named = by ?? (of === null ? undefined : rest.slice(of[0].length, of[0].length + 120));
    const title = line.trim().replace(/[.;:\s]+$/u, '');
    return {
      number,
      issuedOn: dateOf(dated) ?? null,
      issuer: named === undefined ? undefined : bodiesIn(knowledge, named)[0],
      title,
      form: formInTitle(knowledge, title) ?? 'other',
      end,
    };
  }
  return undefined;
}
