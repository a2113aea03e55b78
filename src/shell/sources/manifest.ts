import { createReadStream } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import type { Declared } from '../../run.ts';
import { CallError } from '../call-error.ts';
import { reasonOf, systemCode } from '../failure.ts';
import type { Given } from './find.ts';

const URL_LIKE = /^[a-z][a-z\d+.-]+:\/\//iu;
const DELIMITERS = [',', ';', '\t'] as const;
const COLUMNS = ['path', 'url', 'province', 'year', 'title', 'number', 'issuedOn'] as const;
type Column = (typeof COLUMNS)[number];

/** In the first line capitals do not count. */
const COLUMN_OF = new Map(COLUMNS.map((column) => [column.toLowerCase(), column]));

const Year = z.string().regex(/^(?:19|20)\d{2}$/u);
/** "310/KH-UBND", "44-KH/TU", "23/2024/TT-BCT". */
export const DocumentNumber = z.string().regex(/^\d{1,5}[a-z]?(?:\/\d{4})?[/-]\p{Lu}[\p{L}\d/–-]{0,40}$/u);
/** An ISO date of the last century or this one. */
export const IssueDate = z.iso.date().regex(/^(?:19|20)/u);
const Row = z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.int() }) });

/** What a manifest may be held against: whether a province of that name exists. */
export type ProvinceCheck = (name: string) => boolean;

/** Faults that are told one by one: who made one mistake in a long list made it in every line. */
const MOST_FAULTS = 20;
/** UTF-16 units of one line; a quotation mark that is never closed would take all that follows. */
const LONGEST_LINE = 1_000_000;

/**
 * Reads a list of documents with what their texts do not tell: CSV with the columns `path` or `url`, `province`, `year`,
 * `title`, `number`, `issuedOn`, parted by commas, semicolons or tabs. Paths count from the manifest's own folder. The file is never in memory as
 * a whole.
 *
 * @throws {CallError} `file:line: field: what is wrong`, one line for each of the first faults
 */
export async function readManifest(file: string, isProvince: ProvinceCheck): Promise<Given[]> {
  try {
    return await parseManifest(createReadStream(file), file, isProvince);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new CallError(`${file}: the manifest cannot be read. ${reasonOf(error, 'read').message}`);
  }
}

export async function parseManifest(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string,
  isProvince: ProvinceCheck,
): Promise<Given[]> {
  const given: Given[] = [];
  const faults = openFaults(file);
  const seen = new Map<string, number>();
  const known = remembered(isProvince);
  await eachRow(textOf(bytes, file), file, faults, ({ record, line }) => {
    const one = givenOf(record, file, known, (field, what) => faults.add(line, field, what));
    const first = seen.get(one.path);
    const column = (record.url ?? '').trim() === '' ? 'path' : 'url';
    if (first !== undefined) faults.add(line, column, `the same document stands in line ${first} already`);
    else seen.set(one.path, line);
    if (faults.none()) given.push(one);
  });
  faults.raise();
  if (given.length === 0) throw new CallError(`${file}:1: path: the manifest lists no document`);
  return given;
}

function givenOf(
  record: Readonly<Record<string, string>>,
  file: string,
  isProvince: ProvinceCheck,
  at: (field: Column, what: string) => void,
): Given {
  const cell = (column: Column): string => (record[column] ?? '').normalize('NFC').trim();
  const [path, url] = [(record.path ?? '').trim(), cell('url')];
  if (path === '' && url === '') at('path', 'neither path nor url says where the document is');
  if (path !== '' && url !== '') at('path', 'path and url are both given; leave one of them empty');
  if (url !== '' && !URL_LIKE.test(url)) at('url', `"${short(url)}" is no URL; a file belongs in the column path`);
  const year = cell('year');
  if (year !== '' && !Year.safeParse(year).success) at('year', `"${short(year)}" is no year of four digits`);
  const province = cell('province');
  if (province !== '' && !isProvince(province)) at('province', `no province is called "${short(province)}"`);
  const title = cell('title');
  const number = cell('number');
  if (number !== '' && !DocumentNumber.safeParse(number).success)
    at('number', `"${short(number)}" is no number of a document, such as 310/KH-UBND`);
  const issuedOn = cell('issuedOn');
  if (issuedOn !== '' && !IssueDate.safeParse(issuedOn).success)
    at('issuedOn', `"${short(issuedOn)}" is no day of the form 2025-11-20`);
  const declared: Declared = {
    ...(province === '' ? {} : { province }),
    ...(year === '' ? {} : { year: Number(year) }),
    ...(title === '' ? {} : { title }),
    ...(number === '' ? {} : { number }),
    ...(issuedOn === '' ? {} : { issuedOn }),
  };
  const where = url !== '' || URL_LIKE.test(path) || isAbsolute(path) ? url || path : join(dirname(file), path);
  return { path: where, declared };
}

const short = (cell: string): string => (cell.length > 80 ? `${cell.slice(0, 80)}…` : cell);

/** A list names few provinces, each of them often. */
function remembered(isProvince: ProvinceCheck): ProvinceCheck {
  const known = new Map<string, boolean>();
  return (name) => {
    const is = known.get(name) ?? isProvince(name);
    known.set(name, is);
    return is;
  };
}

interface Faults {
  readonly add: (line: number, field: Column | 'row', what: string) => void;
  readonly none: () => boolean;
  /** @throws {CallError} where there are any */
  readonly raise: () => void;
}

function openFaults(file: string): Faults {
  const told: string[] = [];
  let count = 0;
  return {
    add(line, field, what) {
      count++;
      if (told.length < MOST_FAULTS) told.push(`${file}:${line}: ${field}: ${what}`);
    },
    none: () => count === 0,
    raise() {
      if (count > told.length) told.push(`${file}: … and ${count - told.length} more`);
      if (count > 0) throw new CallError(...told);
    },
  };
}

interface Line {
  readonly record: Readonly<Record<string, string>>;
  readonly line: number;
}

/** Row by row. A row that is none ends the list: where the next one begins is not known. */
async function eachRow(
  text: AsyncGenerator<string>,
  file: string,
  faults: Faults,
  take: (row: Line) => void,
): Promise<void> {
  let start = '';
  while (!start.includes('\n')) {
    const next = await text.next();
    if (next.done === true) break;
    start += next.value;
  }
  const header = start.split(/\r?\n/u, 1)[0] ?? '';
  const counted = DELIMITERS.map((mark) => [header.split(mark).length, mark] as const);
  const parser = parse({
    delimiter: counted.reduce((best, next) => (next[0] > best[0] ? next : best))[1],
    columns: (names: string[]) => columnsOf(names, file),
    info: true,
    bom: true,
    max_record_size: LONGEST_LINE,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    relax_column_count_less: true,
  });
  async function* whole(): AsyncGenerator<string> {
    yield start;
    yield* text;
  }
  try {
    await pipeline(Readable.from(whole()), parser, async (rows: AsyncIterable<unknown>) => {
      for await (const row of rows) {
        const { record, info } = Row.parse(row);
        take({ record, line: info.lines });
      }
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.add(Number(error.lines ?? 1), 'row', error.message);
  }
}

function columnsOf(names: readonly string[], file: string): string[] {
  const columns = names.map((name) => {
    const small = name.trim().toLowerCase();
    return COLUMN_OF.get(small) ?? small;
  });
  const known = (name: string): boolean => COLUMNS.some((column) => column === name);
  const faults = columns
    .filter((name, i) => known(name) && columns.indexOf(name) !== i)
    .map((name) => `${file}:1: ${name}: the column stands twice`);
  if (!columns.includes('path') && !columns.includes('url')) {
    faults.push(
      `${file}:1: path: the first line must name the columns, path or url among them (${COLUMNS.join(', ')})`,
    );
  }
  if (faults.length > 0) throw new CallError(...faults);
  return columns;
}

/** UTF-8, or UTF-16 with a byte order mark (as Excel writes "Unicode text"), piece by piece. */
async function* textOf(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, file: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let line = 1;
  for await (const piece of bytes) {
    decoder ??= decoderFor(piece);
    const text = decoded(decoder, file, piece);
    const nul = text.indexOf('\0');
    line += countOf('\n', nul === -1 ? text : text.slice(0, nul));
    if (nul !== -1) {
      const detail = 'a NUL stands there, which no text has. Save the list once more, as "CSV UTF-8".';
      throw new CallError(`${file}:${line}: row: ${detail}`);
    }
    yield text;
  }
  if (decoder !== undefined) yield decoded(decoder, file);
}

const countOf = (sign: string, text: string): number => text.split(sign).length - 1;

function decoderFor([a, b]: Uint8Array): TextDecoder {
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

/** @param piece absent at the end */
function decoded(decoder: TextDecoder, file: string, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new CallError(`${file}: the manifest is not UTF-8; save it as "CSV UTF-8"`);
  }
}
