import { CallError } from '../call-error.ts';
import { workbook } from '../formats/workbook.ts';
import { replaceFile } from '../output/replace-file.ts';
import type { Sink } from './sink.ts';
import { type ExportValue, TABLES, type TableName } from './tables.ts';

/** Rows of one workbook: its writer holds all of them, and nobody reads more in Excel. */
const MOST_ROWS = 100_000;
/** One workbook with a sheet for each table. */
export function openXlsx(path: string, tables: readonly TableName[]): Sink {
  const sheets = new Map(tables.map((name): [TableName, ExportValue[][]] => [name, []]));
  let rows = 0;
  return {
    write(table, row) {
      if (++rows > MOST_ROWS) {
        throw new CallError(
          `--format xlsx holds ${MOST_ROWS} rows at most. Take csv, parquet or sqlite, or less of it by --since.`,
        );
      }
      sheets.get(table)?.push(Object.keys(TABLES[table].row.shape).map((column) => row[column] ?? null));
    },
    async commit() {
      const made = await workbook(
        [...sheets].map(([name, rows]) => {
          const heads = Object.keys(TABLES[name].row.shape);
          const widths = heads.map((column) => WIDTHS[column]);
          return { name, heads, headStyle: HEAD, rows, widths, fixed: 0, wrapped: false };
        }),
      );
      await replaceFile(path, [made]);
    },
    async discard() {},
  };
}

/** In characters. */
const WIDTHS: Readonly<Record<string, number>> = {
  id: 44,
  document: 40,
  title: 60,
  indicator: 50,
  text: 60,
  quote: 60,
  label_vi: 50,
  label_en: 50,
  deadline: 30,
  issuer: 40,
  name: 40,
  uri: 50,
  product: 40,
  indicator_code: 36,
};

const HEAD = { fontWeight: 'bold', backgroundColor: '#e8eef4' } as const;
