import { element, escapeXml, fonts, valued } from '../docx/markup.ts';
import type { Binary } from './binary.ts';
import type { WordFile } from './container.ts';
import { type Change, CODE, changes, last, onOff, range } from './properties.ts';

const STYLES = 1;
const FONTS = 15;
const PARAGRAPH = 1;
const CHARACTER = 2;
const SCRIPTS = ['baseline', 'superscript', 'subscript'];
const NO_STYLE = 0xfff;

/** Names of the fonts, by their number in the file. */
export function readFonts(file: WordFile): string[] {
  const table = file.tableAt(FONTS);
  const wide = table.u16(0) === 0xffff;
  const count = wide ? table.u16(2) : table.u16(0);
  let at = wide ? 6 : 4;
  const names: string[] = [];
  for (const _ of range(count)) {
    if (at >= table.length) break;
    const size = table.u8(at);
    // Name behind 40 bytes of metrics, up to a zero; a second name may follow it.
    names.push(table.utf16(at + 40, Math.max(0, Math.floor((size - 39) / 2))).split('\0')[0] ?? '');
    at += size + 1;
  }
  return names;
}

/** Writes the properties of a run. */
export function runProperties(list: readonly Change[], fontNames: readonly string[]): string {
  const font = (code: number): string | undefined => {
    const number = last(list, code)?.u16(0);
    return number === undefined ? undefined : fontNames[number];
  };
  const flagged = (name: string, code: number): string => {
    const state = onOff(list, code);
    return state === undefined ? '' : valued(name, state ? 1 : 0);
  };
  const style = last(list, CODE.characterStyle)?.u16(0);
  const script = last(list, CODE.script)?.u8(0);
  const position = last(list, CODE.position)?.i16(0);
  return [
    style === undefined ? '' : valued('rStyle', `s${style}`),
    fonts(font(CODE.fontAscii), font(CODE.fontOther)),
    flagged('b', CODE.bold),
    flagged('caps', CODE.caps),
    flagged('vanish', CODE.hidden),
    flagged('strike', CODE.struck),
    flagged('dstrike', CODE.doubleStruck),
    script === undefined ? '' : valued('vertAlign', SCRIPTS[script] ?? 'baseline'),
    position === undefined ? '' : valued('position', position),
  ].join('');
}

/** Writes the list that a paragraph belongs to. */
export function listProperties(list: readonly Change[]): string {
  const level = last(list, CODE.listLevel)?.u8(0);
  const number = last(list, CODE.list)?.u16(0);
  if (level === undefined && number === undefined) return '';
  // From 2047 on the value only says that an old list was converted, or that there is none.
  const id = number === undefined ? '' : valued('numId', number >= 2047 ? 0 : number);
  return element('numPr', `${level === undefined ? '' : valued('ilvl', level)}${id}`);
}

/** Writes word/styles.xml; a style's id is "s" and its number. */
export function stylesPart(file: WordFile, fontNames: readonly string[]): string {
  const table = file.tableAt(STYLES);
  const headerSize = table.u16(0);
  const count = table.u16(2);
  const baseSize = table.u16(4);
  const standard = fonts(fontNames[table.u16(2 + 12)], fontNames[table.u16(2 + 16)]);
  const styles: string[] = [];
  let at = 2 + headerSize;
  for (const index of range(count)) {
    if (at + 2 > table.length) break;
    const size = table.u16(at);
    if (size > 0) styles.push(styleElement(table.slice(at + 2, at + 2 + size), index, baseSize, fontNames));
    at += 2 + size;
  }
  return element('docDefaults', element('rPrDefault', element('rPr', standard))) + styles.join('');
}

function styleElement(style: Binary, index: number, baseSize: number, fontNames: readonly string[]): string {
  const kind = style.u16(2) & 0xf;
  const basedOn = style.u16(2) >> 4;
  if (kind !== PARAGRAPH && kind !== CHARACTER) return '';
  const name = style.utf16(baseSize + 2, style.u16(baseSize));
  let at = baseSize + 2 + style.u16(baseSize) * 2 + 2;
  const next = (): Binary => {
    at += at % 2;
    const size = style.u16(at);
    const own = style.slice(at + 2, at + 2 + size);
    at += 2 + size;
    return own;
  };
  const paragraph = kind === PARAGRAPH ? next() : undefined;
  const run = next();
  const content = [
    valued('name', name),
    basedOn === NO_STYLE ? '' : valued('basedOn', `s${basedOn}`),
    paragraph === undefined ? '' : element('pPr', listProperties(changes(paragraph.slice(2, paragraph.length)))),
    element('rPr', runProperties(changes(run), fontNames)),
  ].join('');
  const type = kind === PARAGRAPH ? 'paragraph' : 'character';
  const standard = index === 0 ? ' w:default="1"' : '';
  return element('style', content, `w:type="${type}" w:styleId="${escapeXml(`s${index}`)}"${standard}`);
}
