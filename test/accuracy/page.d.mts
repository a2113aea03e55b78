/** A measured figure: a share of 1, or a count of a whole. */
export type Figure = { readonly table: string; readonly row: string; readonly column: string } & (
  | { readonly share: number; readonly part?: never; readonly whole?: never }
  | { readonly share?: never; readonly part: number; readonly whole: number }
);
export interface Row {
  readonly key: string;
  readonly now?: string;
  /** As the page has it. */
  readonly floor?: string;
  readonly verdict: 'same' | 'rose' | 'fell' | 'unwritten' | 'unmeasured';
}
export function percentOf(cell: string): number | undefined;
export function written(figure: Figure): string;
export function keyOf(figure: Pick<Figure, 'table' | 'row' | 'column'>): string;
export function compare(page: string, measured: readonly Figure[]): Row[];
export function holds(rows: readonly Row[]): boolean;
export function renew(page: string, measured: readonly Figure[]): string;
