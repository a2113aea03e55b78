import writeExcelFile, { type CellObject, type Row as Cells } from 'write-excel-file/node';
import { CallError } from '../call-error.ts';
import { readyToUse } from '../formats/workbook.ts';
import { replaceFile } from '../output/replace-file.ts';
import type { Sink } from './sink.ts';
import { type ExportValue, TABLES, type TableName } from './tables.ts';

/** Rows of one workbook: its writer holds all of them, and nobody reads more in Excel. */
const MOST_ROWS = 100_000;
/** What a cell of Excel holds at most. */
const MOST_CHARACTERS = 32_767;

/** One workbook with a sheet for each table. */
export function openXlsx(path: string, tables: readonly TableName[]): Sink {
  const sheets = new Map(tables.map((name) => [name, [headerOf(name)]]));
  let rows = 0;
  return {
    write(table, row) {
      if (++rows > MOST_ROWS) {
        throw new CallError(
          `--format xlsx holds ${MOST_ROWS} rows at most. Take csv, parquet or sqlite, or less of it by --since.`,
        );
      }
      sheets.get(table)?.push(Object.keys(TABLES[table].row.shape).map((column) => cell(row[column] ?? null)));
    },
    async commit() {
      const sizes = [...sheets].map(([name, data]) => ({
        name,
        columns: Object.keys(TABLES[name].row.shape).length,
        rows: data.length - 1,
      }));
      const workbook = writeExcelFile(
        [...sheets].map(([sheet, data]) => ({
          sheet,
          data,
          columns: Object.keys(TABLES[sheet].row.shape).map((column) => ({ width: WIDTHS[column] ?? 14 })),
          stickyRowsCount: 1,
          orientation: 'landscape' as const,
        })),
        { features: [readyToUse(sizes)] },
      );
      await replaceFile(path, [await workbook.toBuffer()]);
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

const headerOf = (name: TableName): Cells =>
  Object.keys(TABLES[name].row.shape).map(
    (value): CellObject => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#e8eef4' }),
  );

/** Text is always typed as text: what begins with "=" is shown, not run. */
function cell(value: ExportValue): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value: value.slice(0, MOST_CHARACTERS), type: String };
}
