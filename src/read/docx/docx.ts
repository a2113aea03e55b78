import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Limits, ReadResult } from '../../model/block.ts';
import type { ReadInside } from './chunks.ts';
import { unpackDocx } from './container.ts';
import { readWordDocument } from './word-document.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Reads a Word document (DOCX, also in Strict Open XML).
 *
 * @param readInside reads the documents of other formats that are a part of this one
 * @throws {PlanError} `file-encrypted`, `file-corrupt`, `file-empty`, `file-too-large`, `archive-refused`, `format-unsupported`,
 *   `no-text-layer` (only pictures) or `no-content`
 */
export async function readDocx(
  bytes: Uint8Array,
  limits: Limits,
  knowledge: Knowledge,
  readInside?: ReadInside,
): Promise<ReadResult> {
  return readWordDocument(knowledge, unpackDocx(bytes, limits), MEDIA_TYPE, limits, readInside);
}
