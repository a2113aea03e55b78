/** What whoever hands a document in declares of it, as in a manifest; recorded as such, and only where the text itself does not say it. */
export interface Declared {
  readonly province?: string;
  readonly year?: number;
  readonly title?: string;
  /** "310/KH-UBND". */
  readonly number?: string;
  /** ISO date. */
  readonly issuedOn?: string;
}
