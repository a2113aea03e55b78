import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility';

export type SheetValue = string | number | boolean | null;

/** What a cell of Excel holds at most. */
const MOST_CHARACTERS = 32_767;

/** Texts of all sheets, each once: a cell names its text by number. */
export interface SharedTexts {
  readonly idOf: (text: string) => number;
  /** xl/sharedStrings.xml */
  readonly xml: () => Buffer;
}

export function sharedTexts(): SharedTexts {
  const ids = new Map<string, number>();
  return {
    idOf(text) {
      const known = ids.get(text);
      if (known !== undefined) return known;
      ids.set(text, ids.size);
      return ids.size - 1;
    },
    xml: () =>
      inPieces(
        '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        ids.keys(),
        (text) => {
          const space = text.trim().length === text.length ? '' : ' xml:space="preserve"';
          return `<si><t${space}>${sanitizeTextContent(text)}</t></si>`;
        },
        '</sst>',
      ),
  };
}

/** Numbers of the styles of the cells of a sheet; undefined where they have none. */
export interface CellStyles {
  readonly text: string | undefined;
  readonly number: string | undefined;
}

/** A row as it stands in a sheet: text is typed as text, so that what begins with "=" is shown, not run. */
export function rowXml(
  values: readonly SheetValue[],
  index: number,
  styles: CellStyles,
  { idOf }: Pick<SharedTexts, 'idOf'>,
): string {
  const row = index + 1;
  const [text, number] = [styles.text, styles.number].map((style) => (style === undefined ? '' : ` s="${style}"`));
  let cells = '';
  for (const [column, value] of values.entries()) {
    if (value === null || value === '') continue;
    const start = `<c r="${letterOf(column)}${row}"`;
    if (typeof value === 'number') cells += `${start}${number}><v>${value}</v></c>`;
    else if (typeof value === 'boolean') cells += `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
    else cells += `${start}${text} t="s"><v>${idOf(value.slice(0, MOST_CHARACTERS))}</v></c>`;
  }
  return cells === '' ? `<row r="${row}"/>` : `<row r="${row}">${cells}</row>`;
}

const letters: string[] = [];
/** "A", "AB": a table asks for few columns, and for each of them many times. */
function letterOf(column: number): string {
  letters[column] ??= getCellAddress(0, column).replace(/\d+$/u, '');
  return letters[column];
}

/** UTF-16 units that are made into bytes at a time. */
const PIECE = 1 << 18;

/** Markup around that of many things, as bytes: as one text it takes several times the memory. */
export function inPieces<T>(
  before: string,
  things: Iterable<T>,
  markupOf: (thing: T, index: number) => string,
  after: string,
): Buffer {
  const pieces: Buffer[] = [];
  let open = before;
  let index = 0;
  for (const thing of things) {
    open += markupOf(thing, index++);
    if (open.length < PIECE) continue;
    pieces.push(Buffer.from(open));
    open = '';
  }
  return Buffer.concat([...pieces, Buffer.from(open + after)]);
}
