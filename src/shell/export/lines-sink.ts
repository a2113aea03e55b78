import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { SCHEMA_VERSION } from '../../model/record.ts';
import { CSV_WRITTEN } from '../formats/csv.ts';
import { harmless } from '../formats/harmless.ts';
import { type Draft, openDraft, replaceFile } from '../output/replace-file.ts';
import { tableSchema } from '../output/table-schema.ts';
import type { Sink } from './sink.ts';
import { type ExportRow, type ExportValue, TABLES, type TableName } from './tables.ts';

interface LineFormat {
  readonly extension: string;
  readonly mediaType: string;
  /** Stands before the first line. */
  readonly head: (columns: readonly string[]) => string;
  readonly lines: (columns: readonly string[], rows: readonly ExportRow[]) => string;
  readonly more: Readonly<Record<string, unknown>>;
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
  more: { dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true } },
};

export const JSONL: LineFormat = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  head: () => '',
  lines: (_, rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  more: {},
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
    async commit() {
      const resources: unknown[] = [];
      for (const [name, open] of drafts) {
        await flush(open);
        const { draft } = open;
        const { bytes, sha256 } = await draft.commit();
        resources.push({
          name,
          title: TABLES[name].title,
          type: 'table',
          path: `${name}.${format.extension}`,
          scheme: 'file',
          format: format.extension,
          mediatype: format.mediaType,
          encoding: 'utf-8',
          bytes,
          hash: `sha256:${sha256}`,
          ...format.more,
          schema: schemaOf(name),
        });
      }
      const descriptor = {
        $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
        name: 'kehoach-export',
        title: 'Targets, tasks, agencies and deadlines of Vietnamese public plans',
        version: SCHEMA_VERSION,
        resources,
      };
      await replaceFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`);
    },
    async discard() {
      for (const { draft } of drafts.values()) await draft.discard();
    },
  };
}

function schemaOf(name: TableName): unknown {
  const { row, primaryKey, foreignKeys } = TABLES[name];
  const references = foreignKeys.map(({ column, table, of }) => ({
    fields: [column],
    reference: { resource: table, fields: [of] },
  }));
  return tableSchema(row, primaryKey, references);
}
