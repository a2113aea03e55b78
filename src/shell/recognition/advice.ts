import type { ErrorCode } from '../../model/errors.ts';
import type { Reason } from '../failure.ts';
import { INSTALL } from './engine.ts';
import type { Scans } from './scans.ts';

/** Failures of documents whose images could have been read. */
const OF_IMAGES: ReadonlySet<ErrorCode> = new Set(['no-text-layer', 'text-unreadable']);

/** The reason of a failure, with what would let images be read where nothing read them. */
export function advised(reason: Reason, scans: Scans | undefined): Reason {
  if (scans === undefined || !OF_IMAGES.has(reason.code)) return reason;
  if (scans.asked.ocr === 'off') return { ...reason, message: `${reason.message} Images were not read (--ocr off).` };
  return scans.engine === undefined ? { ...reason, message: `${reason.message} ${INSTALL}` } : reason;
}
