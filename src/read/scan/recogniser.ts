/** A picture of a page in shades of grey. */
export interface GreyImage {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, row by row from the top left; 0 is black. */
  readonly data: Uint8Array;
  /** Pixels an inch of the page. */
  readonly dpi: number;
}

/** A word as it was recognised. Places are pixels from the image's top left. */
export interface RecognisedWord {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** What the engine says of it, 0 to 1. It does not tell whether a figure is right. */
  readonly confidence: number;
  /** What the engine read, where the text was put right by what stands beside it. */
  readonly asRead?: string;
  /** A figure that a second reading does not confirm, or that is printed too small to be sure of. */
  readonly doubtful?: true;
}

/** Words on one baseline, left to right. */
export interface RecognisedLine {
  readonly words: readonly RecognisedWord[];
  /** Baseline at the line's left end. */
  readonly y: number;
  /** How much it falls a pixel to the right. */
  readonly slope: number;
  /** Height of a small letter (x-height), pixels. */
  readonly xHeight: number;
}

/** What is looked for: a whole page with its columns, one block of text, or one line. */
export type ImageLayout = 'page' | 'block' | 'line';

export interface ReadingOptions {
  readonly layout: ImageLayout;
  /** `second`: otherwise than the first time (at another scale), for what is read twice. */
  readonly reading?: 'first' | 'second';
}

/** An engine with its data. Handed to the readers from outside: they start no program and read no file. */
export interface Recogniser {
  /** Name and version, "tesseract 5.3". */
  readonly engine: string;
  /** Name and version of the data, "vie best_int 4.0.0". */
  readonly data: string;
  /** @throws {PlanError} where the engine fails, or takes longer than a page may */
  readonly recognise: (image: GreyImage, options: ReadingOptions) => Promise<readonly RecognisedLine[]>;
}
