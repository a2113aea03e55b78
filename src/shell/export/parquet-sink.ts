import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SchemaElement } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { DRAFT } from '../output/replace-file.ts';
import { fieldsOf, type SchemaField } from '../output/table-schema.ts';
import { type ExportedFile, writeDescriptor } from './descriptor.ts';
import type { Sink } from './sink.ts';
import { type ExportRow, TABLES, type TableName } from './tables.ts';

/** Rows of a table that are held before they are written. */
const GROUP = 10_000;

interface Open {
  readonly path: string;
  readonly draft: string;
  readonly fields: readonly SchemaField[];
  readonly writer: ParquetWriter;
  rows: ExportRow[];
}

/** A folder of one Parquet file per table; text is UTF-8, dates are dates. */
export function openParquet(folder: string, tables: readonly TableName[]): Sink {
  const open = new Map<TableName, Open>();
  for (const name of tables) {
    const path = join(folder, `${name}.parquet`);
    const draft = `${path}.${randomUUID()}${DRAFT}`;
    const fields = fieldsOf(TABLES[name].row);
    const schema: SchemaElement[] = [{ name: 'root', num_children: fields.length }, ...fields.map(element)];
    open.set(name, {
      path,
      draft,
      fields,
      writer: new ParquetWriter({ writer: fileWriter(draft), schema, createdBy: 'kehoach' }),
      rows: [],
    });
  }

  async function flush(table: Open): Promise<void> {
    const { rows, fields } = table;
    table.rows = [];
    if (rows.length === 0) return;
    await table.writer.write({
      columnData: fields.map((field) => ({ name: field.name, data: rows.map((row) => cellOf(field, row)) })),
      rowGroupSize: rows.length,
    });
  }

  return {
    async write(name, row) {
      const table = open.get(name);
      if (table === undefined) return;
      table.rows.push(row);
      if (table.rows.length >= GROUP) await flush(table);
    },
    async commit(sources) {
      const files: ExportedFile[] = [];
      for (const [name, table] of open) {
        await flush(table);
        await table.writer.finish();
        files.push({ name, ...(await measure(table.draft)) });
      }
      for (const { draft, path } of open.values()) await rename(draft, path);
      await writeDescriptor(folder, PARQUET, files, sources);
    },
    async discard() {
      for (const { draft } of open.values()) await rm(draft, { force: true });
    },
  };
}

const PARQUET = { extension: 'parquet', mediaType: 'application/vnd.apache.parquet' };

/** Read again piece by piece: the writer goes back to no byte that it wrote, but tells nobody of them. */
async function measure(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

function element({ name, type, constraints }: SchemaField): SchemaElement {
  const repetition_type = constraints?.required === true ? 'REQUIRED' : 'OPTIONAL';
  switch (type) {
    case 'integer':
      return { name, repetition_type, type: 'INT32' };
    case 'number':
      return { name, repetition_type, type: 'DOUBLE' };
    case 'boolean':
      return { name, repetition_type, type: 'BOOLEAN' };
    case 'date':
      return { name, repetition_type, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } };
    default:
      return { name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
  }
}

function cellOf({ name, type }: SchemaField, row: ExportRow): unknown {
  const value = row[name] ?? null;
  return type === 'date' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value;
}
