import type { ComparedIndicator, ComparisonCell } from '../model/comparison.ts';

/** A plan among those of its body, in the order in which they came. */
export interface InSuccession {
  readonly body: string;
  readonly place: number;
  /** Ids of the plans of the body about the same topic, before and behind it. */
  readonly before?: string;
  readonly next?: string;
}

/** What of a plan decides whether its figures may be held against others'. */
export interface Standing {
  readonly base: boolean;
  /** Whose plan it is: figures of one owner are never held against each other. */
  readonly owner: string;
  /** Of how many provinces a rank is; null where the plan has none. */
  readonly units: number | null;
  readonly issuedOn: string | null;
  /** Where it stands among the plans of its body; undefined where the body has no other. */
  readonly turn: InSuccession | undefined;
}

/** A figure in its row, with what decides what it may be held against. */
export interface HeldFigure {
  readonly cell: ComparisonCell;
  readonly of: Standing;
  /** What it is measured in, one for all spellings. */
  readonly unit: string;
}

/** An indicator while its figures are held against each other. */
export interface HeldRow extends Omit<ComparedIndicator, 'national' | 'cells'> {
  readonly national: HeldFigure | null;
  readonly figures: readonly HeldFigure[];
}

/** A figure of which more is known. */
export const withCell = (figure: HeldFigure, more: Partial<ComparisonCell>): HeldFigure => ({
  ...figure,
  cell: { ...figure.cell, ...more },
});
