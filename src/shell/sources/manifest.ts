import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Declared } from '../../run.ts';
import { CallError } from '../call-error.ts';
import { reasonOf } from '../failure.ts';
import type { Given } from './find.ts';

const URL_LIKE = /^[a-z][a-z\d+.-]+:\/\//iu;
const DELIMITERS = [',', ';', '\t'] as const;
const COLUMNS = ['path', 'url', 'province', 'year', 'title'] as const;
type Column = (typeof COLUMNS)[number];

const Year = z.string().regex(/^(?:19|20)\d{2}$/u);
const Rows = z.array(z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.int() }) }));

/** What a manifest may be held against: whether a province of that name exists. */
export type ProvinceCheck = (name: string) => boolean;

/**
 * Reads a list of documents with what their texts do not tell: CSV with the columns `path` or `url`, `province`, `year`,
 * `title`, parted by commas, semicolons or tabs. Paths count from the manifest's own folder.
 *
 * @throws {CallError} `file:line: field: what is wrong`, one line for each fault
 */
export async function readManifest(file: string, isProvince: ProvinceCheck): Promise<Given[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new CallError(`${file}: the manifest cannot be read. ${reasonOf(error, 'read').message}`);
  }
  return parseManifest(bytes, file, isProvince);
}

export function parseManifest(bytes: Uint8Array, file: string, isProvince: ProvinceCheck): Given[] {
  const text = decode(bytes, file);
  const header = text.split(/\r?\n/u, 1)[0] ?? '';
  const rows = parseRows(text, file, header);
  const faults: string[] = [];
  const seen = new Map<string, number>();
  const given = rows.flatMap(({ record, info: { lines: line } }): Given[] => {
    const at = (field: Column, what: string): void => void faults.push(`${file}:${line}: ${field}: ${what}`);
    const cell = (column: Column): string => (record[column] ?? '').normalize('NFC').trim();
    const [path, url] = [(record.path ?? '').trim(), cell('url')];
    if (path === '' && url === '') at('path', 'neither path nor url says where the document is');
    if (path !== '' && url !== '') at('path', 'path and url are both given; leave one of them empty');
    if (url !== '' && !URL_LIKE.test(url)) at('url', `"${url}" is no URL; a file belongs in the column path`);
    const year = cell('year');
    if (year !== '' && !Year.safeParse(year).success) at('year', `"${year}" is no year of four digits`);
    const province = cell('province');
    if (province !== '' && !isProvince(province)) at('province', `no province is called "${province}"`);
    const where = url !== '' || URL_LIKE.test(path) || isAbsolute(path) ? url || path : join(dirname(file), path);
    const first = seen.get(where);
    if (first !== undefined) at(url === '' ? 'path' : 'url', `the same document stands in line ${first} already`);
    else seen.set(where, line);
    const title = cell('title');
    const declared: Declared = {
      ...(province === '' ? {} : { province }),
      ...(year === '' ? {} : { year: Number(year) }),
      ...(title === '' ? {} : { title }),
    };
    return [{ path: where, declared }];
  });
  if (faults.length > 0) throw new CallError(...faults);
  if (given.length === 0) throw new CallError(`${file}:1: path: the manifest lists no document`);
  return given;
}

function parseRows(text: string, file: string, header: string): z.infer<typeof Rows> {
  const counted = DELIMITERS.map((mark) => [header.split(mark).length, mark] as const);
  const delimiter = counted.reduce((best, next) => (next[0] > best[0] ? next : best))[1];
  try {
    return Rows.parse(
      parse(text, {
        delimiter,
        columns: (names: string[]) => columnsOf(names, file),
        info: true,
        skip_empty_lines: true,
        skip_records_with_empty_values: true,
        relax_column_count_less: true,
      }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CallError(`${file}:${String(error.lines ?? 1)}: row: ${error.message}`);
  }
}

function columnsOf(names: readonly string[], file: string): string[] {
  const columns = names.map((name) => name.trim().toLowerCase());
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

/** UTF-8, or UTF-16 with a byte order mark (as Excel writes "Unicode text"). */
function decode(bytes: Uint8Array, file: string): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new CallError(`${file}: the manifest is not UTF-8; save it as "CSV UTF-8"`);
  }
}
