/** Writes the words of WordprocessingML. */

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Characters that XML cannot hold, among them the marks that Word 97 leaves in its text. */
const UNPRINTABLE = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|\ufffe|\uffff/gu;

export function escapeXml(text: string): string {
  return text
    .replace(UNPRINTABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An element with `w:val`. */
export function valued(name: string, value: string | number): string {
  return `<w:${name} w:val="${escapeXml(String(value))}"/>`;
}

export function element(name: string, content: string, attributes = ''): string {
  return `<w:${name}${attributes === '' ? '' : ` ${attributes}`}>${content}</w:${name}>`;
}

/** A part of a package. */
export function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${NAMESPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${content}</w:${root}>`;
}

export function fonts(ascii: string | undefined, other: string | undefined): string {
  const named = [
    ascii === undefined ? '' : ` w:ascii="${escapeXml(ascii)}"`,
    other === undefined ? '' : ` w:hAnsi="${escapeXml(other)}"`,
  ].join('');
  return named === '' ? '' : `<w:rFonts${named}/>`;
}
