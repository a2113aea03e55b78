/**
 * What is written as no number of Vietnamese is misread, though both readings may agree: engines take a comma for a point ("49.80"), for
 * a slash or for nothing ("025"). Points stand before three digits each, a comma before the decimals.
 */

/** What sense a figure makes: as it must have been printed, and whether that is for a person to see. */
export interface NumberSense {
  readonly text: string;
  readonly doubtful: boolean;
}

/** Figures alone or in a range, with what may stand around them. */
const PLAIN = /^(?<before>[("“<>≤≥=~]*)(?<figure>\p{Nd}(?:[\p{Nd}.,:–-]*\p{Nd})?)(?<behind>%?[)”";:.,–-]*)$/u;
const WRITTEN = /^(?:\p{Nd}+|\p{Nd}{1,3}(?:\.\p{Nd}{3})+)(?:,\p{Nd}+)?$/u;
/** Days, times, scales, telephones, numbers in the way of English. */
const OTHER_KINDS = [
  /^\p{Nd}{1,2}\.\p{Nd}{1,2}\.(?:\p{Nd}{2}|\p{Nd}{4})$/u,
  /^(?:0?[1-9]|1[0-2])\.(?:19|20)\p{Nd}{2}$/u,
  /^\p{Nd}{1,2}:\p{Nd}{1,4}(?:[.,]\p{Nd}{3})*$/u,
  /^0\p{Nd}{2,3}(?:\.\p{Nd}{2,4}){2,}$/u,
  /^\p{Nd}{1,3}(?:,\p{Nd}{3}){2,}(?:\.\p{Nd}+)?$/u,
];
/** Parts of a label are no larger. */
const LARGEST_PART = 20;
/** Hardly a label of a row: "19.20". */
const TWO_BY_TWO = /^\p{Nd}{2}\.\p{Nd}{2}$/u;
/** Point for comma: behind groups of three, behind a lone zero. */
const LAST_POINT = /^(?<whole>\p{Nd}{1,3}(?:\.\p{Nd}{3})+)\.(?<rest>\p{Nd}{1,2})$/u;
const NIL_POINT = /^0\.(?<rest>\p{Nd}{1,3})$/u;
const ONE_POINT = /^(?<whole>\p{Nd}{1,3})\.(?<rest>\p{Nd}{1,2})$/u;
/** A zero that stands before other digits, without its comma: days, numbers of months and telephones have two digits, or more. */
const LOST_COMMA = /^0\p{Nd}{2,3}$/u;
const GROUPED = /^\p{Nd}{1,3}(?:\.\p{Nd}{3})+(?:,\p{Nd}+)?$/u;
const UNGROUPED = /^[1-9]\p{Nd}{3,8}$/u;
const YEAR = /^(?:19|20)\p{Nd}{2}$/u;

/** Where a figure stands. */
export interface FigurePlace {
  /** Nothing stands beside it, as in a cell. */
  readonly alone: boolean;
  /** The page writes thousands with points. */
  readonly grouped: boolean;
}

/** Whether a word is a number with points between its thousands. */
export const isGrouped = (text: string): boolean => GROUPED.test(PLAIN.exec(text)?.groups?.figure ?? '');

/** The sense of a word that is a figure; undefined where it is a number as it was read, or no figure. */
export function senseOf(text: string, place: FigurePlace): NumberSense | undefined {
  const { before = '', figure = '', behind = '' } = PLAIN.exec(text)?.groups ?? {};
  if (figure === '') return undefined;
  const isShare = behind.startsWith('%') || before !== '';
  const parts = figure
    .split(/(?<mark>[–-]+)/u)
    .map((part, i) => (i % 2 === 1 ? undefined : partSense(part, isShare, place)));
  if (parts.every((part) => part === undefined)) return undefined;
  const marks = figure.split(/(?<mark>[–-]+)/u);
  return {
    text: before + marks.map((mark, i) => parts[i]?.text ?? mark).join('') + behind,
    doubtful: parts.some((part) => part?.doubtful === true),
  };
}

function partSense(part: string, isShare: boolean, { alone, grouped }: FigurePlace): NumberSense | undefined {
  if (WRITTEN.test(part)) {
    const isLost = LOST_COMMA.test(part) || (grouped && UNGROUPED.test(part) && !YEAR.test(part));
    return alone && isLost ? { text: part, doubtful: true } : undefined;
  }
  if (OTHER_KINDS.some((kind) => kind.test(part))) return undefined;
  const certain = LAST_POINT.exec(part)?.groups ?? NIL_POINT.exec(part)?.groups;
  if (certain !== undefined) return { text: `${certain.whole ?? '0'},${certain.rest ?? ''}`, doubtful: false };
  if (!isShare && isLabel(part) && !(alone && TWO_BY_TWO.test(part))) return undefined;
  const { whole, rest } = ONE_POINT.exec(part)?.groups ?? {};
  return { text: whole === undefined ? part : `${whole},${rest ?? ''}`, doubtful: true };
}

/** "1.2.10" */
const isLabel = (part: string): boolean =>
  /^[1-9]\p{Nd}?(?:\.\p{Nd}{1,2})+$/u.test(part) &&
  part.split('.').every((one) => !/^0/u.test(one) && Number(one) <= LARGEST_PART);
