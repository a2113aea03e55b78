import { element, escapeXml, valued } from './markup.ts';
import type { Styles } from './styles.ts';
import { attribute, child, children, type Element, elements, flag, isWordElement, value, wordName } from './xml.ts';

/**
 * Writes a prepared paragraph or table with nothing but what is printed and how it is laid out: text, breaks, bold, headings
 * and merged cells. Word's files are mostly properties that say nothing of that, and what is not written need not be parsed
 * again.
 */
export function printed(block: Element, styles: Styles): string {
  if (isWordElement(block, 'tbl'))
    return element(
      'tbl',
      `<w:tblPr/>${children(block, 'tr')
        .map((row) => tableRow(row, styles))
        .join('')}`,
    );
  return isWordElement(block, 'p') ? paragraph(block, styles) : '';
}

function tableRow(row: Element, styles: Styles): string {
  const header = flag(child(row, 'trPr'), 'tblHeader') === true ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
  const cells = children(row, 'tc').map((cell) => {
    const properties = child(cell, 'tcPr');
    const merge = child(properties, 'vMerge');
    const span = value(properties, 'gridSpan');
    const layout = [
      span === undefined ? '' : valued('gridSpan', span),
      merge === undefined ? '' : valued('vMerge', attribute(merge, 'val') ?? 'continue'),
    ].join('');
    const content = elements(cell).map((each) => printed(each, styles));
    return element('tc', element('tcPr', layout) + content.join(''));
  });
  return element('tr', header + cells.join(''));
}

function paragraph(block: Element, styles: Styles): string {
  const level = headingLevel(block, styles);
  const properties = level === undefined ? '' : element('pPr', valued('pStyle', `Heading${level}`));
  const runs = new Runs();
  write(block, false, runs);
  return element('p', properties + runs.written());
}

function headingLevel(block: Element, styles: Styles): string | undefined {
  const style = styles.paragraph(value(child(block, 'pPr'), 'pStyle'));
  for (const each of style?.chain ?? []) {
    const level = /^heading ([1-6])$/iu.exec(value(each, 'name') ?? '')?.[1];
    if (level !== undefined) return level;
  }
  return undefined;
}

function write(parent: Element, bold: boolean, runs: Runs): void {
  for (const part of elements(parent)) {
    switch (wordName(part)) {
      case 'r':
        write(part, flag(child(part, 'rPr'), 'b') === true, runs);
        break;
      case 't':
        runs.add(`<w:t xml:space="preserve">${escapeXml(part.textContent ?? '')}</w:t>`, bold);
        break;
      case 'tab':
      case 'br':
        runs.add(`<w:${part.localName}/>`, bold);
        break;
      case 'sym':
        runs.add(symbol(part), bold);
        break;
      case 'pPr':
      case 'rPr':
        break;
      default:
        write(part, bold, runs);
    }
  }
}

function symbol(part: Element): string {
  return `<w:sym w:font="${escapeXml(attribute(part, 'font') ?? '')}" w:char="${escapeXml(attribute(part, 'char') ?? '')}"/>`;
}

/** Word parts a sentence into runs wherever it was edited; those that look alike are one. */
class Runs {
  #written = '';
  #open = '';
  #bold = false;

  add(part: string, bold: boolean): void {
    if (bold !== this.#bold) this.#close();
    this.#bold = bold;
    this.#open += part;
  }

  written(): string {
    this.#close();
    return this.#written;
  }

  #close(): void {
    if (this.#open !== '') this.#written += element('r', (this.#bold ? '<w:rPr><w:b/></w:rPr>' : '') + this.#open);
    this.#open = '';
  }
}
