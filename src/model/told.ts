/** What a manifest tells of a document; recorded as such, and only where the text itself does not tell. */
export interface Told {
  readonly province?: string;
  readonly year?: number;
  readonly title?: string;
}
