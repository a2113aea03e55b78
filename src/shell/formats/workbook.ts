import type writeExcelFile from 'write-excel-file/node';
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility';

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** How far a sheet of a workbook reaches. */
export interface SheetSize {
  readonly name: string;
  readonly columns: number;
  /** Without the head. */
  readonly rows: number;
}

/**
 * What the writer does not know: buttons to filter by in the head of each sheet; printed as wide as the paper with the head on
 * each page, and the number of the page below.
 */
export function readyToUse(sheets: readonly SheetSize[]): Feature {
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

function prepared(xml: string, sheet: SheetSize | undefined): string {
  if (sheet === undefined) return xml;
  const range = `A1:${getCellAddress(sheet.rows, sheet.columns - 1)}`;
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
function named(xml: string, sheets: readonly SheetSize[]): string {
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
