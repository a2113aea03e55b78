import { raisedSign } from '../../language/figure-signs.ts';
import { type LeftOutText, textBelow } from './left-out.ts';
import { attribute, child, type Element, elements, flag, remove } from './xml.ts';

/**
 * A formula of Word (OMML) as a line of text that says the same: "2/3", "10⁶", "(a + b)/2", "√(x)".
 */
export function officeFormulaText(formula: Element): string {
  return contentOf(formula).replace(/[\u2061-\u2064]/gu, '');
}

type Write = (formula: Element) => string;

/** Each kind of object by its element's name; all others only hold what is written. */
const OBJECTS: Readonly<Record<string, Write>> = {
  t: (text) => text.textContent ?? '',
  f: (fraction) => {
    const [above, below] = [partOf(fraction, 'num'), partOf(fraction, 'den')];
    return settingOf(fraction, 'type') === 'noBar' ? `(${above}; ${below})` : `${grouped(above)}/${grouped(below)}`;
  },
  sSup: (power) => raised(partOf(power, 'e'), partOf(power, 'sup')),
  sSub: (index) => lowered(partOf(index, 'e'), partOf(index, 'sub')),
  sSubSup: (both) => raised(lowered(partOf(both, 'e'), partOf(both, 'sub')), partOf(both, 'sup')),
  sPre: (before) => `${raised(lowered('', partOf(before, 'sub')), partOf(before, 'sup'))}${partOf(before, 'e')}`,
  rad: (root) => {
    const degree = partOf(root, 'deg');
    return `${degree === '' || degree === '2' ? '√' : degree === '3' ? '∛' : `${degree}√`}(${partOf(root, 'e')})`;
  },
  d: (delimited) => {
    const [begin, end] = [settingOf(delimited, 'begChr') ?? '(', settingOf(delimited, 'endChr') ?? ')'];
    const parts = elements(delimited).filter(({ localName }) => localName === 'e');
    return `${begin}${parts.map(contentOf).join(settingOf(delimited, 'sepChr') ?? '|')}${end}`;
  },
  nary: (sum) => {
    const sign = settingOf(sum, 'chr') ?? '∫';
    return `${raised(lowered(sign, partOf(sum, 'sub')), partOf(sum, 'sup'))} ${partOf(sum, 'e')}`;
  },
  func: (named) => `${partOf(named, 'fName')} ${partOf(named, 'e')}`,
  limLow: (limit) => lowered(partOf(limit, 'e'), partOf(limit, 'lim')),
  limUpp: (limit) => raised(partOf(limit, 'e'), partOf(limit, 'lim')),
  m: (matrix) =>
    `[${partsOf(matrix, 'mr')
      .map((row) => partsOf(row, 'e').map(contentOf).join(' '))
      .join('; ')}]`,
  eqArr: (lines) => partsOf(lines, 'e').map(contentOf).join('; '),
  tab: () => ' ',
  br: () => ' ',
};

function contentOf(parent: Element): string {
  let line = '';
  let before = true;
  for (const each of elements(parent)) {
    const name = each.localName ?? '';
    if (name.endsWith('Pr')) continue;
    const object = Object.hasOwn(OBJECTS, name) ? OBJECTS[name] : undefined;
    const text = object?.(each) ?? contentOf(each);
    // "1 1/2": figures that a line or their height parted are no one figure.
    const single = name === 'r' || name === 't';
    const apart = /[\d⁰¹²³⁴-⁹]$/u.test(line) && /^\d/u.test(text) && !(single && before);
    line += (apart ? ' ' : '') + text;
    before = single;
  }
  return line;
}

const partsOf = (object: Element, name: string): Element[] =>
  elements(object).filter(({ localName }) => localName === name);

function partOf(object: Element, name: string): string {
  return partsOf(object, name).map(contentOf).join('').trim();
}

/** `m:val` of a property of an object: `settingOf(delimited, 'begChr')`. */
function settingOf(object: Element, name: string): string | undefined {
  const properties = elements(object).find(({ localName }) => localName === `${object.localName}Pr`);
  const setting = properties === undefined ? undefined : partsOf(properties, name)[0];
  return attribute(setting, 'val');
}

/** What is no single number or name stands in brackets, as the line of a fraction did for it. */
const grouped = (text: string): string => (/^(?:[\d.,]+|[\p{L}\p{M}\d]+|\([^()]*\))$/u.test(text) ? text : `(${text})`);

/** "km" and "m": their exponent is a part of the word. */
const UNIT = /(?<!\p{L})[kcdmh]?m$/u;

function raised(base: string, exponent: string): string {
  if (exponent === '') return base;
  if (UNIT.test(base) && /^[23]$/u.test(exponent)) return base + exponent;
  if (/\d$/u.test(base) && /^\d{1,2}$/u.test(exponent))
    return base + [...exponent].map((digit) => raisedSign(Number(digit))).join('');
  return `${/[\s+*/-]/u.test(base) ? grouped(base) : base}^${grouped(exponent)}`;
}

function lowered(base: string, index: string): string {
  if (index === '') return base;
  return /^\d+$/u.test(index) && /\p{L}$/u.test(base) ? base + index : `${base}_${grouped(index)}`;
}

/** Takes out of a formula what is struck out in it or hidden. */
export function leaveOutOfFormula(formula: Element, leftOut: LeftOutText): void {
  for (const part of elements(formula)) {
    const by = reasonOf(part);
    if (by === undefined) leaveOutOfFormula(part, leftOut);
    else {
      leftOut.tell(by, textBelow(part));
      remove(part);
    }
  }
}

function reasonOf(part: Element): 'strike' | 'hidden' | undefined {
  if (part.localName === 'phant') return settingOf(part, 'show') === '0' ? 'hidden' : undefined;
  // A frame whose line goes through what is in it.
  if (part.localName === 'borderBox')
    return ['strikeH', 'strikeV', 'strikeBLTR', 'strikeTLBR'].some((name) => isSet(part, name)) ? 'strike' : undefined;
  if (part.localName !== 'r') return undefined;
  // Of its runs, Word's own properties tell.
  const own = child(part, 'rPr');
  if (flag(own, 'vanish') === true) return 'hidden';
  return flag(own, 'strike') === true || flag(own, 'dstrike') === true ? 'strike' : undefined;
}

function isSet(object: Element, name: string): boolean {
  const properties = elements(object).find(({ localName }) => localName === `${object.localName}Pr`);
  const setting = properties === undefined ? undefined : partsOf(properties, name)[0];
  return setting !== undefined && !['0', 'false', 'off'].includes(attribute(setting, 'val') ?? '1');
}
