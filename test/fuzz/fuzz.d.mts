/** What became of one input. */
export interface FuzzOutcome {
  readonly seed: number;
  /** `record`, an error code, or `lost` where the process died of it or never ended. */
  readonly code: string;
  readonly misquoted: number;
  readonly detail: string;
  /** Of the processor. */
  readonly seconds: number;
  /** MB of the process when it was read. */
  readonly rss: number;
}
export function fuzz(
  format: string,
  from: number,
  count: number,
  told?: (outcome: FuzzOutcome) => void,
): Promise<FuzzOutcome[]>;
export function faultOf(format: string, outcome: FuzzOutcome): string | undefined;
