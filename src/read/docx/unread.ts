import type { Issue, SetAside } from '../../model/block.ts';

export type UnreadKind = 'picture' | 'chart' | 'workbook' | 'document' | 'slides' | 'formula' | 'object';

/** Something in a Word file that is shown on its pages but whose text no reader reads. */
export interface Unread {
  readonly kind: UnreadKind;
  /** Path of its part, where it has one. */
  readonly part: string | undefined;
  /** What it is called in the document, such as the title of a chart. */
  readonly title?: string;
}

/** In the order in which a message names them. */
const NAMES: Readonly<Record<UnreadKind, readonly [one: string, many: string]>> = {
  picture: ['picture', 'pictures'],
  chart: ['chart', 'charts'],
  workbook: ['embedded workbook', 'embedded workbooks'],
  document: ['embedded document', 'embedded documents'],
  slides: ['embedded slide show', 'embedded slide shows'],
  formula: ['formula as an object', 'formulas as objects'],
  object: ['embedded object', 'embedded objects'],
};
/** Parts of one kind that a message names, and entries that are told. */
const NAMED = 5;
const MOST = 200;

/** What an embedded object is, by the program that made it and by the name of its file. */
export function kindOfObject(program: string, part: string): UnreadKind {
  if (/excel|sheet/iu.test(program) || /\.(?:xls[xmb]?|ods|csv)$/iu.test(part)) return 'workbook';
  if (/powerpoint|presentation/iu.test(program) || /\.(?:pptx?|odp)$/iu.test(part)) return 'slides';
  if (/equation|mathtype/iu.test(program)) return 'formula';
  return /word|acro|pdf/iu.test(program) || /\.(?:docx?|pdf|odt|rtf)$/iu.test(part) ? 'document' : 'object';
}

/** One message for all of it: how many of each kind, and which parts; pictures are only counted. */
export function unreadIssues(found: readonly Unread[]): Issue[] {
  const said = Object.entries(NAMES).flatMap(([kind, [one, many]]) => {
    const own = found.filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    const parts = kind === 'picture' ? [] : [...new Set(own.map(nameOf).filter((name) => name !== undefined))];
    const shown = [...parts.slice(0, NAMED), ...(parts.length > NAMED ? ['…'] : [])].join(', ');
    return [`${own.length} ${own.length === 1 ? one : many}${shown === '' ? '' : ` (${shown})`}`];
  });
  if (said.length === 0) return [];
  const all = said.length === 1 ? said[0] : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
  return [
    {
      code: 'content-not-read',
      message: `${all} in the Word file ${found.length === 1 ? 'was' : 'were'} not read. Look there for figures of the plan.`,
    },
  ];
}

const nameOf = ({ part, title }: Unread): string | undefined =>
  title === undefined ? part : [`“${title}”`, part].filter((each) => each !== undefined).join(', ');

/** One entry for each part, though it be shown on every page. */
export function unreadSetAside(found: readonly Unread[]): SetAside[] {
  const entries = new Map<string, SetAside>();
  for (const { kind, part, title } of found) {
    const where = part ?? NAMES[kind][0];
    if (entries.size < MOST && !entries.has(where))
      entries.set(where, {
        reason: 'not-read',
        characters: 0,
        ...(title === undefined ? {} : { text: title.slice(0, 300) }),
        where,
      });
  }
  return [...entries.values()];
}
