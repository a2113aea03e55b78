import { strFromU8, unzipSync } from 'fflate';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { type CellStyles, inPieces, rowXml, type SheetValue, sharedTexts } from './workbook-rows.ts';
import { zipped } from './workbook-zip.ts';

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** A sheet with a head, and rows of plain values. */
export interface Sheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly headStyle: HeadStyle;
  readonly rows: readonly (readonly SheetValue[])[];
  /** In characters, by column; the rest is 14. */
  readonly widths: readonly (number | undefined)[];
  /** Columns that stay in sight. */
  readonly fixed: number;
  /** Read by people: long text is wrapped. Else a row is a line high, as in a table to reckon with. */
  readonly wrapped: boolean;
}

type HeadStyle = Omit<CellObject, 'value' | 'type' | 'format'>;

/**
 * A workbook. Its writer makes all parts but the rows, of which it is given samples: a cell goes through a dozen of its
 * functions, and a large workbook takes half the time where rows are filled in here.
 */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const frame = await writeExcelFile(
    sheets.map(({ name, heads, headStyle, widths, fixed, wrapped }) => ({
      sheet: name,
      data: [heads.map((value): CellObject => ({ ...headStyle, value, type: String })), wrapped ? SAMPLES : []],
      columns: heads.map((_, i) => ({ width: widths[i] ?? 14 })),
      stickyRowsCount: 1,
      ...(fixed === 0 ? {} : { stickyColumnsCount: fixed }),
      orientation: 'landscape' as const,
    })),
    { features: [readyToUse(sheets)] },
  ).toBuffer();
  const texts = sharedTexts();
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(frame)));
  for (const [i, { heads, rows }] of sheets.entries()) {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    const [before, samples, after] = atRows(strFromU8(parts.get(name) ?? new Uint8Array()));
    const [head, own] = [stylesOf(samples, 1), stylesOf(samples, 2)];
    const all = function* (): Generator<readonly SheetValue[]> {
      yield heads;
      yield* rows;
    };
    parts.set(
      name,
      inPieces(before, all(), (row, index) => rowXml(row, index, index === 0 ? head : own, texts), after),
    );
  }
  parts.set('xl/sharedStrings.xml', texts.xml());
  return zipped(parts);
}

/** Text and number as people read them. */
const SAMPLES: CellObject[] = [
  { value: 'text', type: String, wrap: true, alignVertical: 'top' },
  { value: 1, type: Number, alignVertical: 'top' },
];

/** What stands before the rows of a sheet, the rows, and what stands behind them. */
function atRows(xml: string): readonly [before: string, rows: string, after: string] {
  const start = xml.indexOf('<sheetData>') + '<sheetData>'.length;
  const end = xml.indexOf('</sheetData>');
  if (end < start) throw new Error('the frame of a workbook has no rows');
  return [xml.slice(0, start), xml.slice(start, end), xml.slice(end)];
}

/** Styles of the first cell of a row, which has text, and of the second. */
function stylesOf(rows: string, row: number): CellStyles {
  const [text, number] = ['A', 'B'].map(
    (column) => new RegExp(`<c r="${column}${row}" s="(?<style>\\d+)"`, 'u').exec(rows)?.groups?.style,
  );
  return { text, number };
}

/**
 * What the writer does not know: buttons to filter by in the head of each sheet; printed as wide as the paper with the head on
 * each page, and the number of the page below.
 */
function readyToUse(sheets: readonly Sheet[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => prepared(xml, sheets[sheetIndex]),
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
        'xl/workbook.xml': { transform: (xml) => named(xml, sheets) },
      },
    },
  };
}

function prepared(xml: string, sheet: Sheet | undefined): string {
  if (sheet === undefined) return xml;
  const range = `A1:${getCellAddress(sheet.rows.length, sheet.heads.length - 1)}`;
  return [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<autoFilter ref="${range}"/>`,
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>',
  ].reduce(
    (made, markup) =>
      insertElementMarkupAccordingToOrderOfSiblings(
        made,
        markup,
        getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [],
        'worksheet',
      ),
    xml,
  );
}

/** The first row of each sheet is its title on every page. */
function named(xml: string, sheets: readonly Pick<Sheet, 'name'>[]): string {
  const names = sheets.map(({ name }, i) => {
    const rows = sanitizeTextContent(`'${name.replaceAll("'", "''")}'!$1:$1`);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${rows}</definedName>`;
  });
  const markup = `<definedNames>${names.join('')}</definedNames>`;
  const empty = findElement(xml, 'definedNames');
  return empty === undefined
    ? insertElementMarkupAccordingToOrderOfSiblings(
        xml,
        markup,
        getOrderOfSiblings('xl/workbook.xml', 'workbook') ?? [],
        'workbook',
      )
    : replaceElement(xml, empty, markup);
}
