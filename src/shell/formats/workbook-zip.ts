import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

const deflated = promisify(deflateRaw);

/** In PKZIP's numbers. */
const DEFLATE = 8;

/**
 * Packs the parts of a workbook. zlib packs them beside each other and beside what runs here: what packs in JavaScript took
 * a fifth of the time of a large workbook.
 */
export async function zipped(parts: Iterable<readonly [name: string, bytes: Uint8Array]>): Promise<Buffer> {
  const packing = [...parts].map(async ([filename, bytes]) => ({
    file: { filename, size: bytes.length, crc: crc32(bytes), compression: DEFLATE } satisfies ZipInputFile,
    packed: await deflated(bytes),
  }));
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for (const { file, packed } of await Promise.all(packing)) {
    const added: ZipInputFile = file;
    zip.add(added);
    added.ondata?.(null, packed, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}
