import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NAMESPACES = `${W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Contents of the parts of a Word file, without their root elements. */
export interface Contents {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly footer?: string;
  /** Further files, whole. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Further relationships of the document. */
  readonly links?: string;
}

const PARTS = {
  numbering: 'numbering',
  styles: 'styles',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  header: 'hdr',
  footer: 'ftr',
} as const;

/** A minimal Word file. Headers and footers are r:id "header" and "footer". */
export function makeDocx(contents: Contents): Uint8Array {
  const links: string[] = [];
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationships(`<Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': `${HEAD}<w:document ${NAMESPACES}><w:body>${contents.body}</w:body></w:document>`,
  };
  for (const [name, root] of Object.entries(PARTS)) {
    const content = contents[name as keyof typeof PARTS];
    if (content === undefined) continue;
    files[`word/${name}.xml`] = `${HEAD}<w:${root} ${NAMESPACES}>${content}</w:${root}>`;
    links.push(`<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`);
  }
  files['word/_rels/document.xml.rels'] = relationships(links.join('') + (contents.links ?? ''));
  const all = { ...files, ...contents.files };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([path, file]) => [path, typeof file === 'string' ? strToU8(file) : file]),
    ),
  );
}

function relationships(content: string): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

/** A paragraph: its text, and what stands in its properties. */
export function p(text: string, properties = '', run = ''): string {
  const runs = text === '' ? '' : r(text, run);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** The numbering property of a paragraph. */
export function num(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

/** A level of an abstract list. */
export function lvl(level: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export function abstractNum(id: number, levels: string): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
}

export function numDef(numId: number, abstractId: number, overrides = ''): string {
  return `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
}

/** Cells: text, and what stands in the cell's properties. */
export function tr(cells: readonly (readonly [text: string, properties?: string])[], properties = ''): string {
  const written = cells.map(([text, cell = '']) => `<w:tc><w:tcPr>${cell}</w:tcPr>${p(text)}</w:tc>`).join('');
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${written}</w:tr>`;
}

export function tbl(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}
