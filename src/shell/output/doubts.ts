import type { DocumentLine } from './lines.ts';

/** What there is to doubt in one document: how much of it, by reason. */
export interface Doubted {
  readonly line: Pick<DocumentLine, 'targets' | 'tasks' | 'warnings'>;
  /** Targets and tasks of low confidence. */
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
 * of a target or task), and the codes of its warnings.
 */
export function doubtsOf({ line, unsure }: Doubted): string[] {
  const found = [
    ...(line.targets + line.tasks === 0 ? ['nothing-found'] : []),
    ...(unsure > 0 ? ['low-confidence'] : []),
    ...line.warnings,
  ];
  return found.sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
}

/** Less is graver. */
export const rankOf = (reason: string): number => {
  const at = GRAVEST.indexOf(reason);
  return at === -1 ? GRAVEST.length : at;
};
