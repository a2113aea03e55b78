/**
 * Every failure that stops one document, with what a person can do about it.
 * Anything milder is an `Issue` of the reader or a warning of the record.
 */
export const ERROR_CODES = [
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'file-encrypted',
  'file-corrupt',
  'format-unknown',
  'format-unsupported',
  'no-text-layer',
  'no-content',
  'text-unreadable',
  'archive-refused',
  'url-refused',
  'url-failed',
  'time-exceeded',
  'memory-exceeded',
  'worker-lost',
  'version-unknown',
  'pipeline-unknown',
  'document-unknown',
  'correction-refused',
  'output-unwritable',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Codes that can succeed on a second try with the same bytes. */
const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'file-unreadable',
  'url-failed',
  'time-exceeded',
  'memory-exceeded',
  'worker-lost',
  'output-unwritable',
]);

/** The step of the way in which a document failed. */
export type Stage = 'fetch' | 'read' | 'extract' | 'write';

export class PlanError extends Error {
  override readonly name = 'PlanError';
  readonly code: ErrorCode;
  readonly stage: Stage;
  readonly retryable: boolean;

  /**
   * @param code one of the closed list
   * @param stage the step that failed
   * @param detail one sentence that says what is wrong and what a person can do about it
   */
  constructor(code: ErrorCode, stage: Stage, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.code = code;
    this.stage = stage;
    this.retryable = RETRYABLE.has(code);
  }
}
