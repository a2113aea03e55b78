import type { Laid } from './text.ts';

/** A figure of the text that was read from an image, and may be misread. */
export interface DoubtfulFigure {
  readonly start: number;
  readonly end: number;
  /** Its digits, with the marks between them. */
  readonly figures: readonly string[];
  /** The words of the block that it stands in. */
  readonly among: string;
}

/** The figures of a document that may be misread, in the order of its text. */
export const doubtfulFigures = (laid: Laid): DoubtfulFigure[] =>
  laid.blocks.flatMap((block) =>
    (block.doubts ?? []).map(({ start, end }) => ({
      start: block.start + start,
      end: block.start + end,
      figures: figuresIn(block.text.slice(start, end)),
      among: block.text,
    })),
  );

/**
 * "310/KH-UBND" holds "310", "22/12/2024" the whole day, "II/2026" the quarter with its year: a figure is what its digits and the marks
 * between them say.
 */
const figuresIn = (text: string): string[] =>
  text.match(/(?:\p{Nd}+|(?<![\p{L}\p{M}])[IVX]{1,4}(?![\p{L}\p{M}]))(?:[.,/-]\p{Nd}+)*/gu) ?? [];

/** Whether words repeat a doubtful figure. */
export const repeats = (words: string, { figures }: DoubtfulFigure): boolean => {
  const said = figuresIn(words);
  return figures.some((figure) => said.includes(figure));
};
