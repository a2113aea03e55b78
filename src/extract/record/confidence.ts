import type { Knowledge } from '../../knowledge/knowledge.ts';
import { FigureEvidence } from '../../knowledge/load.ts';
import type { Issue } from '../../model/block.ts';
import type { Target } from '../../model/record.ts';

/**
 * How sure the rules are of a record as a whole, from 0 to 1: a start for the kind of evidence, less for each thing that
 * was guessed, more for each that was stated. docs/confidence.md tells what these figures were measured to mean.
 */
const rounded = (score: number): number => Math.round(Math.min(0.99, Math.max(0.1, score)) * 100) / 100;

/** A figure in running text with what was read of it. */
type Figure = Pick<Target, 'quantity' | 'status'> & {
  readonly indicator: { readonly text: string; readonly code: string | null };
};

/** The share of figures of running text with the same evidence that was right in every field on texts that nobody had read. */
export function ofFigure({ confidence }: Pick<Knowledge, 'confidence'>, figure: Figure, damaged: boolean): number {
  const odds = [...evidenceOf(figure, damaged)].reduce((sum, one) => sum + confidence.weights[one], confidence.start);
  return rounded(1 / (1 + Math.exp(-odds)));
}

/** What speaks for or against a figure. */
export function evidenceOf({ quantity, status, indicator }: Figure, damaged: boolean): ReadonlySet<FigureEvidence> {
  const length = indicator.text.split(/\s+/u).filter((word) => word !== '').length;
  const unit = quantity?.unit ?? '';
  const found: Record<FigureEvidence, boolean> = {
    coded: indicator.code !== null,
    share: unit === 'rank' || unit.startsWith('%'),
    result: status === 'result',
    few: length < FEW,
    many: length >= MANY,
    parted: PARTED.test(indicator.text),
    damaged,
  };
  return new Set(FigureEvidence.options.filter((one) => found[one]));
}

/** Syllables of a measure: with fewer it hardly says what is measured, with so many it holds what is none of it. */
const FEW = 3;
const MANY = 20;
/** Marks inside a measure: a head before it, a part in brackets, what it is a share of. */
const PARTED = /[()%]|:\s/u;

/** Whether letters of a document were guessed, so that any of its words may be wrong. */
export const isDamaged = (issues: readonly Pick<Issue, 'code'>[]): boolean =>
  issues.some(({ code }) => DAMAGE.has(code));
const DAMAGE: ReadonlySet<string> = new Set(['character-map-repaired', 'page-unreadable', 'symbols-lost']);

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
