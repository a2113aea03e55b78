import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import sqlite from 'node-sqlite3-wasm';
import { DRAFT } from '../output/replace-file.ts';
import { fieldsOf, type SchemaField } from '../output/table-schema.ts';
import type { Sink } from './sink.ts';
import { TABLES, type TableName } from './tables.ts';

const TYPES: Readonly<Partial<Record<SchemaField['type'], string>>> = {
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
};

/** Rows that are written before the database makes them last. */
const BATCH = 20_000;

/** One SQLite database with a table for each, keyed and linked. Written straight into the file, page by page. */
export function openSqlite(path: string, tables: readonly TableName[]): Sink {
  const draft = `${path}.${randomUUID()}${DRAFT}`;
  // Begun by this process, the file may be read by whom its other files may: the database itself would make it for its owner alone.
  closeSync(openSync(draft, 'wx'));
  const database = new sqlite.Database(draft);
  // The draft is nobody's until it is whole: nothing in it needs to outlive a crash.
  // Rows may come before the ones that they name.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;');
  const inserts = new Map<TableName, { readonly insert: sqlite.Statement; readonly columns: readonly string[] }>();
  for (const name of tables) {
    database.exec(createTable(name, tables));
    const columns = Object.keys(TABLES[name].row.shape);
    const places = columns.map(() => '?').join(', ');
    inserts.set(name, { insert: database.prepare(`INSERT INTO "${name}" VALUES (${places})`), columns });
  }
  let pending = 0;
  database.exec('BEGIN');

  const close = (): void => {
    for (const { insert } of inserts.values()) if (!insert.isFinalized) insert.finalize();
    if (database.isOpen) database.close();
  };
  return {
    write(table, row) {
      const open = inserts.get(table);
      open?.insert.run(open.columns.map((column) => row[column] ?? null));
      if (++pending % BATCH === 0) database.exec('COMMIT; BEGIN');
    },
    async commit() {
      database.exec('COMMIT');
      for (const name of tables) for (const index of indexesOf(name)) database.exec(index);
      close();
      await rename(draft, path);
    },
    async discard() {
      close();
      await rm(draft, { force: true });
    },
  };
}

function createTable(name: TableName, present: readonly TableName[]): string {
  const { row, primaryKey, foreignKeys } = TABLES[name];
  const columns = fieldsOf(row).map(
    (field) =>
      `"${field.name}" ${TYPES[field.type] ?? 'TEXT'}${field.constraints?.required === true ? ' NOT NULL' : ''}`,
  );
  const keys = primaryKey.length === 0 ? [] : [`PRIMARY KEY (${quoted(primaryKey)})`];
  const links = foreignKeys
    .filter(({ table }) => present.includes(table))
    .map(({ columns: own, table, of }) => `FOREIGN KEY (${quoted(own)}) REFERENCES "${table}" (${quoted(of)})`);
  return `CREATE TABLE "${name}" (${[...columns, ...keys, ...links].join(', ')})`;
}

/** What tables are joined and followed by. */
function indexesOf(name: TableName): string[] {
  const { row, foreignKeys } = TABLES[name];
  const followed = [...foreignKeys.map(({ columns }) => columns), ...('key' in row.shape ? [['key']] : [])];
  return followed.map((columns) => `CREATE INDEX "${name}_${columns.join('_')}" ON "${name}" (${quoted(columns)})`);
}

const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
