export interface Figure {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
export function folded(text: string): string;
export function nearest(pattern: string, text: string): { distance: number; end: number };
export function columnByColumn(text: string): string;
export function piecesOf(text: string): string[];
export function characterErrors(pieces: readonly string[], text: string): { wrong: number; all: number; share: number };
export function common(a: readonly string[], b: readonly string[]): [number, number][];
export function figuresBeside(
  truth: string,
  text: string,
  isDoubtful?: (start: number, end: number) => boolean,
): { of: number; right: number; falseDoubts: number; wrong: number; silent: Figure[] };
