import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SectionRole } from '../../knowledge/word-tables.ts';
import type { Quantity } from '../../model/record.ts';
import type { Statement } from '../statements/statement.ts';

/**
 * How sure the rules are of a record as a whole, from 0 to 1: a start for the kind of evidence, less for each thing that
 * was guessed, more for each that was stated. docs/confidence.md tells what these figures were measured to mean.
 */
const rounded = (score: number): number => Math.round(Math.min(0.99, Math.max(0.1, score)) * 100) / 100;

/** A figure in running text: the share of figures with so much evidence that was right on annotated texts. */
export function ofFigure(
  { confidence }: Pick<Knowledge, 'confidence'>,
  statement: Statement,
  role: SectionRole,
  statedDeadline: boolean,
): number {
  const evidence = evidenceOf(statement, role, statedDeadline);
  return confidence.findLast(({ from }) => from <= evidence)?.right ?? 0;
}

/** How much speaks for a figure, from 0.1 to 0.99: an order, which `confidence.json` turns into what it was worth. */
export function evidenceOf({ quantity, shape }: Statement, role: SectionRole, statedDeadline: boolean): number {
  // A share or a rank can hardly be anything but a measure; a count may be one of many things.
  const share = isShare(quantity.value);
  let score = share ? 0.55 : 0.4;
  // A time of its own tells an aim from what is told by the way, and is itself what most often goes wrong.
  if (statedDeadline) score += share ? 0.24 : 0.34;
  if (role === 'indicators' || role === 'objectives') score += share ? 0.38 : statedDeadline ? 0 : 0.15;
  if (role === 'aims' || role === 'situation') score -= 0.05;
  if (shape === 'figure-alone') score -= 0.3;
  return rounded(score);
}

const isShare = ({ unit }: Quantity): boolean => unit === 'rank' || unit.startsWith('%');

/** A figure in a cell of a table of targets: its heads say what it is, and are read wrong at times; its unit may be a guess. */
export const ofCell = (unitStated: boolean): number => (unitStated ? 0.85 : 0.65);

/** A labelled item of the objectives without a figure, or a cell in words. */
export const OF_WORDS = 0.75;

/** A row of a task table, by what its cells tell. */
export const ofRow = (row: { readonly leads: boolean; readonly number: boolean; readonly deadline: boolean }): number =>
  rounded(0.5 + (row.leads ? 0.27 : 0) + (row.number ? 0.1 : 0) + (row.deadline ? 0.12 : 0));

/** A duty in a section that shares duties out: surer where its own text names who has it. */
export const ofDuty = (namedInText: boolean): number => (namedInText ? 0.92 : 0.88);

/** A duty outside such sections, known by its wording alone. */
export const OF_DUTY_ELSEWHERE = 0.7;
