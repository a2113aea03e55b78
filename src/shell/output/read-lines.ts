import { join } from 'node:path';
import type { z } from 'zod';
import { CallError } from '../call-error.ts';
import { systemCode } from '../failure.ts';
import { jsonOf } from '../json.ts';
import { openOwn } from './own-file.ts';

/**
 * Reads a table of an output folder line by line, from bytes: text that is decoded in pieces and joined again costs as much
 * as reading it.
 *
 * @param damaged is added to for each line that does not fit the schema: `targets.ndjson:12: …`
 * @throws {CallError} where the table cannot be read
 */
export async function readLines<T>(
  folder: string,
  name: string,
  schema: z.ZodType<T>,
  damaged: string[],
  take: (line: T) => void,
): Promise<void> {
  let number = 0;
  const read = (line: string): void => {
    number++;
    if (line === '') return;
    const parsed = schema.safeParse(jsonOf(line));
    if (parsed.success) take(parsed.data);
    else damaged.push(`${name}:${number}: no record of this program`);
  };
  let rest: Buffer = Buffer.alloc(0);
  try {
    const file = await openOwn(join(folder, name));
    // Closed with the stream, however that ends.
    const stream = file.createReadStream({ highWaterMark: PIECE });
    for await (const piece of stream) {
      if (!(piece instanceof Buffer)) continue;
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      let from = 0;
      for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
        read(bytes.toString('utf8', from, end));
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
    read(rest.toString('utf8'));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new CallError(`${join(folder, name)} cannot be read (${code}). Is ${folder} an output folder?`);
  }
}

const LINE_FEED = 10;
/** Bytes read at a time: tables of many plans have a hundred million. */
const PIECE = 1 << 20;
