import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { SCHEMA_VERSION } from '../../model/record.ts';
import { type Draft, openDraft, replaceFile } from '../output/replace-file.ts';
import { tableSchema } from '../output/table-schema.ts';
import { harmless } from './harmless.ts';
import type { Sink } from './sink.ts';
import { type Row, TABLES, type TableName } from './tables.ts';

interface LineFormat {
  readonly extension: string;
  readonly mediaType: string;
  /** Stands before the first line. */
  readonly head: (columns: readonly string[]) => string;
  readonly line: (columns: readonly string[], row: Row) => string;
  readonly more: Readonly<Record<string, unknown>>;
}

/** UTF-8 with a byte order mark, so that Excel shows Vietnamese right. */
export const CSV: LineFormat = {
  extension: 'csv',
  mediaType: 'text/csv',
  head: (columns) => stringify([[...columns]], { bom: true, record_delimiter: 'windows' }),
  line: (columns, row) =>
    stringify([columns.map((column) => cellOf(row[column] ?? null))], { record_delimiter: 'windows' }),
  more: { dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true } },
};

export const JSONL: LineFormat = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  head: () => '',
  line: (_, row) => `${JSON.stringify(row)}\n`,
  more: {},
};

const cellOf = (value: Row[string]): string | number | null =>
  typeof value === 'string' ? harmless(value) : typeof value === 'boolean' ? String(value) : (value ?? null);

/** A folder of one file per table, with a datapackage.json that describes them. */
export async function openLines(folder: string, tables: readonly TableName[], format: LineFormat): Promise<Sink> {
  const drafts = new Map<TableName, { readonly draft: Draft; readonly columns: readonly string[] }>();
  for (const name of tables) {
    const draft = await openDraft(join(folder, `${name}.${format.extension}`));
    const columns = Object.keys(TABLES[name].row.shape);
    drafts.set(name, { draft, columns });
    await draft.write(format.head(columns));
  }
  return {
    async write(table, row) {
      const open = drafts.get(table);
      await open?.draft.write(format.line(open.columns, row));
    },
    async commit() {
      const resources: unknown[] = [];
      for (const [name, { draft }] of drafts) {
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
