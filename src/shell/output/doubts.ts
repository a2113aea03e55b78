import type { PlanRecord } from '../../model/record.ts';
import type { DocumentLine } from './lines.ts';

/** Below this a person is asked to look at a target or task first. */
export const SURE = 0.8;

/** What there is to doubt in one document: how much of it, by reason. */
export interface Doubted {
  readonly line: Pick<DocumentLine, 'targets' | 'tasks' | 'warnings' | 'cleared'>;
  /** Targets and tasks of low confidence that nobody has looked at. */
  readonly unsure: number;
}

/** The gravest first; warnings that do not stand here come last. */
const GRAVEST = [
  'nothing-found',
  'no-plan',
  'page-unreadable',
  'page-without-text',
  'header-not-legible',
  'figure-doubtful',
  'low-confidence',
];

/**
 * Why a person should look at a document, the gravest reason first: `nothing-found`, `low-confidence` (confidence below 0.5
 * of a target or task), and the codes of its warnings; without what persons have dealt with.
 */
export function doubtsOf({ line, unsure }: Doubted): string[] {
  const found = [
    ...(line.targets + line.tasks === 0 ? ['nothing-found'] : []),
    ...(unsure > 0 ? ['low-confidence'] : []),
    ...line.warnings,
  ];
  return found
    .filter((reason) => line.cleared?.includes(reason) !== true)
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
}

/** Warnings about the header: whoever has looked at that has dealt with them. */
const OF_HEADER: ReadonlySet<string> = new Set(['no-plan', 'province-unknown', 'header-not-legible']);
/** What persons said and the document no longer bears out: it stays until they say something else. */
const OF_CORRECTIONS: ReadonlySet<string> = new Set(['correction-lost', 'correction-disputed']);

/**
 * Reasons to look at a document that persons have dealt with: those about the header, where that was looked at; those about
 * targets and tasks, where all of them were that a warning touches; and all others where the header was looked at and no
 * doubtful record is left that was not.
 *
 * @returns undefined where there are none
 */
export function clearedIn({ document, targets, tasks, warnings }: PlanRecord): string[] | undefined {
  const items = [...targets, ...tasks];
  const header = document.reviewed !== undefined;
  if (!header && items.every(({ reviewed }) => reviewed === undefined)) return undefined;
  const whole = header && items.every(({ confidence, reviewed }) => confidence >= SURE || reviewed !== undefined);
  const dealtWith = ({ code, source }: PlanRecord['warnings'][number]): boolean => {
    if (OF_CORRECTIONS.has(code)) return false;
    if (whole || (header && OF_HEADER.has(code))) return true;
    if (source === undefined) return false;
    const touched = items.filter((item) => source.start < item.source.end && item.source.start < source.end);
    return touched.length > 0 && touched.every(({ reviewed }) => reviewed !== undefined);
  };
  const open = new Set(warnings.filter((one) => !dealtWith(one)).map(({ code }) => code));
  const codes = warnings.map(({ code }) => code).filter((code) => !open.has(code));
  const cleared = [...new Set([...codes, ...(whole && items.length === 0 ? ['nothing-found'] : [])])].sort();
  return cleared.length === 0 ? undefined : cleared;
}

/** Less is graver. */
export const rankOf = (reason: string): number => {
  const at = GRAVEST.indexOf(reason);
  return at === -1 ? GRAVEST.length : at;
};
