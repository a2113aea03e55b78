import type { Recogniser } from '../../read/scan/recogniser.ts';

export interface OpenRecogniser extends Recogniser {
  /** Ends what runs. Afterwards nothing more is asked of it. */
  readonly close: () => Promise<void>;
}
