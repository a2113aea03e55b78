import type { Line } from './lines.ts';

/** How the lines of one page's running text stand: its margins and the usual step from baseline to baseline. */
export interface Setting {
  readonly left: number;
  readonly right: number;
  /** Baseline step over type size. */
  readonly step: number;
  /** Of a column that stands beside another, as in a letterhead. */
  readonly beside?: boolean;
  /** Lines are centred in this much room; undefined where they begin at the left margin. */
  readonly room?: number;
}

/** A line and the 1-based page it stands on. */
export interface PlacedLine {
  readonly line: Line;
  readonly page: number;
}

/** Lines of one paragraph, from top to bottom. */
export interface TextPart {
  readonly kind: 'text';
  readonly lines: readonly PlacedLine[];
  readonly setting: Setting;
}

export interface TableCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly lines: readonly PlacedLine[];
  /** Room for text in the cell, in points. */
  readonly room: number;
}

export interface LaidRow {
  readonly cells: readonly TableCell[];
}

export interface TablePart {
  readonly kind: 'table';
  /** Left and right edges of the columns, from left to right: one more than there are columns. */
  readonly edges: readonly number[];
  readonly rows: readonly LaidRow[];
  readonly ruled: boolean;
  /** White between the columns, where no lines rule them. */
  readonly strips?: readonly (readonly [from: number, to: number])[];
}

export type PagePart = TextPart | TablePart;
