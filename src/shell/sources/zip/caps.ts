export interface ArchiveCaps {
  /** Of all entries once unpacked. */
  readonly bytes: number;
  readonly entries: number;
}
export const DEFAULT_ARCHIVE_CAPS: ArchiveCaps = { bytes: 2000 * 1024 * 1024, entries: 10_000 };
