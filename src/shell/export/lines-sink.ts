import { join } from 'node:path';
import { BYTE_ORDER_MARK, csvLine } from '../formats/csv.ts';
import { type Draft, openDraft } from '../output/replace-file.ts';
import { type ExportedFile, type FileFormat, writeDescriptor } from './descriptor.ts';
import type { Sink } from './sink.ts';
import { type ExportRow, TABLES, type TableName } from './tables.ts';

interface LineFormat extends FileFormat {
  /** Stands before the first line. */
  readonly head: (columns: readonly string[]) => string;
  readonly lines: (columns: readonly string[], rows: readonly ExportRow[]) => string;
}

export const CSV: LineFormat = {
  extension: 'csv',
  mediaType: 'text/csv',
  head: (columns) => `${BYTE_ORDER_MARK}${csvLine(columns)}`,
  lines: (columns, rows) => rows.map((row) => csvLine(columns.map((column) => row[column] ?? null))).join(''),
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
};

export const JSONL: LineFormat = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  head: () => '',
  lines: (_, rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
};

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
