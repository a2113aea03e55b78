import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { CSV_WRITTEN } from '../formats/csv.ts';
import { harmless } from '../formats/harmless.ts';
import { type Draft, openDraft } from '../output/replace-file.ts';
import { type ExportedFile, type FileFormat, writeDescriptor } from './descriptor.ts';
import type { Sink } from './sink.ts';
import { type ExportRow, type ExportValue, TABLES, type TableName } from './tables.ts';

interface LineFormat extends FileFormat {
  /** Stands before the first line. */
  readonly head: (columns: readonly string[]) => string;
  readonly lines: (columns: readonly string[], rows: readonly ExportRow[]) => string;
}

/** UTF-8 with a byte order mark, so that Excel shows Vietnamese right. */
export const CSV: LineFormat = {
  extension: 'csv',
  mediaType: 'text/csv',
  head: (columns) => stringify([[...columns]], { bom: true, ...CSV_WRITTEN }),
  lines: (columns, rows) =>
    stringify(
      rows.map((row) => columns.map((column) => cellOf(row[column] ?? null))),
      { ...CSV_WRITTEN, cast: { boolean: String } },
    ),
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
};

export const JSONL: LineFormat = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  head: () => '',
  lines: (_, rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
};

const cellOf = (value: ExportValue): ExportValue => (typeof value === 'string' ? harmless(value) : value);

interface Open {
  readonly draft: Draft;
  readonly columns: readonly string[];
  rows: ExportRow[];
}

/** Rows of a table that are written at a time. */
const BATCH = 500;

/** A folder of one file per table, with a datapackage.json that describes them. */
export async function openLines(folder: string, tables: readonly TableName[], format: LineFormat): Promise<Sink> {
  const drafts = new Map<TableName, Open>();
  for (const name of tables) {
    const draft = await openDraft(join(folder, `${name}.${format.extension}`));
    const columns = Object.keys(TABLES[name].row.shape);
    drafts.set(name, { draft, columns, rows: [] });
    await draft.write(format.head(columns));
  }
  async function flush(open: Open): Promise<void> {
    const { rows } = open;
    open.rows = [];
    await open.draft.write(format.lines(open.columns, rows));
  }
  return {
    async write(table, row) {
      const open = drafts.get(table);
      open?.rows.push(row);
      if (open !== undefined && open.rows.length >= BATCH) await flush(open);
    },
    async commit(sources) {
      const files: ExportedFile[] = [];
      for (const [name, open] of drafts) {
        await flush(open);
        const { bytes, sha256 } = await open.draft.commit();
        files.push({ name, bytes, sha256 });
      }
      await writeDescriptor(folder, format, files, sources);
    },
    async discard() {
      for (const { draft } of drafts.values()) await draft.discard();
    },
  };
}
