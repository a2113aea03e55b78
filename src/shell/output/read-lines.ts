import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { CallError } from '../call-error.ts';
import { systemCode } from '../failure.ts';
import { jsonOf } from '../json.ts';
import { openOwn } from './own-file.ts';

/** Where a line stands in its file, in bytes; its end is before the line feed. */
export interface LinePlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a table of an output folder line by line, from bytes: text that is decoded in pieces and joined again costs as much
 * as reading it.
 *
 * @param damaged is added to for each line that does not fit the schema: `targets.ndjson:12: …`
 * @param take is given each line, all that stands in it, and where it stands
 * @throws {CallError} where the table cannot be read
 */
export async function readLines<T>(
  folder: string,
  name: string,
  schema: z.ZodType<T>,
  damaged: string[],
  take: (line: T, json: unknown, place: LinePlace) => void,
): Promise<void> {
  try {
    const file = await openOwn(join(folder, name));
    try {
      await readLinesOf(file, name, schema, damaged, take);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new CallError(`${join(folder, name)} cannot be read (${code}). Is ${folder} an output folder?`);
  }
}

/** The same of a file that is open: what takes its place meanwhile is another file. */
export async function readLinesOf<T>(
  file: FileHandle,
  name: string,
  schema: z.ZodType<T>,
  damaged: string[],
  take: (line: T, json: unknown, place: LinePlace) => void,
): Promise<void> {
  let number = 0;
  let before = 0;
  const read = (bytes: Buffer, from: number, to: number): void => {
    number++;
    const line = bytes.toString('utf8', from, to);
    if (line === '') return;
    const json = jsonOf(line);
    const parsed = schema.safeParse(json);
    if (parsed.success) take(parsed.data, json, { start: before + from, end: before + to });
    else damaged.push(`${name}:${number}: no record of this program`);
  };
  for await (const bytes of wholeLines(file)) {
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      read(bytes, from, end);
      from = end + 1;
    }
    if (from < bytes.length) read(bytes, from, bytes.length);
    before += bytes.length;
  }
}

/** The bytes of a file in pieces that end with a line; each is over when the next is asked for, as all lie in one place. */
async function* wholeLines(file: FileHandle): AsyncGenerator<Buffer> {
  let bytes = Buffer.allocUnsafe(PIECE);
  let filled = 0;
  for (;;) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
    const end = bytes.lastIndexOf(LINE_FEED, filled - 1) + 1;
    if (end > 0) {
      yield bytes.subarray(0, end);
      bytes.copyWithin(0, end, filled);
      filled -= end;
    }
    // A line that is longer than all the room there is.
    if (filled === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length)]);
  }
  if (filled > 0) yield bytes.subarray(0, filled);
}

const LINE_FEED = 10;
/** Bytes read at a time: tables of many plans have a hundred million. */
const PIECE = 1 << 20;
