import { equationText } from './equation-field.ts';
import { leaveOutOfFormula, officeFormulaText } from './formula.ts';
import { type LeftOutText, textBelow } from './left-out.ts';
import {
  attribute,
  child,
  children,
  descendants,
  type Element,
  elements,
  isElement,
  isWordElement,
  make,
  makeRun,
  remove,
  unwrap,
  wordName,
} from './xml.ts';

const MATH = /officeDocument(?:\/2006)?\/math$/u;

/** Wrappings around text that mean nothing for what is printed. */
const WRAPPINGS = ['smartTag', 'customXml', 'hyperlink', 'fldSimple', 'dir', 'bdo'];

/** Takes content controls, links and smart tags apart, so that only paragraphs, runs and tables are left. */
export function dropWrappings(root: Element, names: ReadonlySet<string>): void {
  for (const control of descendants(root, 'sdt', names)) {
    const content = child(control, 'sdtContent');
    for (const each of elements(control)) if (each !== content) remove(each);
    if (content !== undefined) unwrap(content);
    unwrap(control);
  }
  for (const field of descendants(root, 'fldSimple', names)) {
    const shown = equationText(attribute(field, 'instr') ?? '');
    if (shown !== undefined && textBelow(field) === '') field.appendChild(makeRun(field, shown));
  }
  for (const name of WRAPPINGS) for (const wrapping of descendants(root, name, names)) unwrap(wrapping);
  for (const ruby of descendants(root, 'ruby', names)) {
    for (const each of elements(ruby)) if (!isWordElement(each, 'rubyBase')) remove(each);
    for (const base of children(ruby, 'rubyBase')) {
      for (const run of children(base, 'r')) unwrap(run);
      unwrap(base);
    }
    unwrap(ruby);
  }
}

/** Makes formulas text. */
export function spellOutFormulas(root: Element, names: ReadonlySet<string>, leftOut: LeftOutText): void {
  if (!names.has('oMath')) return;
  for (const math of Array.from(root.getElementsByTagNameNS('*', 'oMath'))) {
    if (!MATH.test(math.namespaceURI ?? '')) continue;
    const beside = nearestWord(math);
    leaveOutOfFormula(math, leftOut);
    const text = officeFormulaText(math);
    if (beside !== undefined) {
      const [before, after] = [textBeside(math, 'previousSibling'), textBeside(math, 'nextSibling')];
      // "1" before "2/3", "xã" behind it: what a line of its own parted on the page is parted here.
      const space = /[\p{L}\p{N}]$/u.test(before) && /^\d+\//u.test(text) ? ' ' : '';
      const end = /^[\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}]$/u.test(text) ? ' ' : '';
      math.parentNode?.insertBefore(makeRun(beside, `${space}${text}${end}`), math);
    }
    remove(math);
  }
  for (const group of Array.from(root.getElementsByTagNameNS('*', 'oMathPara')))
    if (MATH.test(group.namespaceURI ?? '')) unwrap(group);
}

/** The text of the nearest sibling that has any, on one side. */
function textBeside(node: Element, side: 'previousSibling' | 'nextSibling'): string {
  for (let at = node[side]; at !== null; at = at[side]) {
    const text = isElement(at) && at.localName !== 'pPr' ? (at.textContent ?? '') : '';
    if (text !== '') return text;
  }
  return '';
}

function nearestWord(element: Element): Element | undefined {
  let node = element.parentNode;
  while (node !== null && !isWordElement(node, 'p')) node = node.parentNode;
  return isElement(node) ? node : undefined;
}

/** Leaves of each field only the result that was printed last; its code is no text. */
export function keepFieldResults(root: Element, names: ReadonlySet<string>): void {
  const marks = descendants(root, 'fldChar', names).map((each) => attribute(each, 'fldCharType'));
  const balanced = marks.filter((each) => each === 'begin').length === marks.filter((each) => each === 'end').length;
  /** One entry for each field that is open, innermost last: whether its result has begun. */
  const open: boolean[] = [];
  /** Their codes: a formula field shows nothing but its code, unless a program stored what it shows. */
  const codes: string[] = [];
  const stored: boolean[] = [];
  for (const run of descendants(root, 'r', names)) {
    for (const part of elements(run)) {
      const shows = wordName(part) === 'sym' || (part.textContent ?? '').trim() !== '';
      if (isWordElement(part, 'rPr')) continue;
      if (isWordElement(part, 'fldChar')) {
        const type = attribute(part, 'fldCharType');
        if (type === 'begin') {
          open.push(false);
          codes.push('');
          stored.push(false);
        } else if (type === 'separate') open[open.length - 1] = true;
        else {
          open.pop();
          const shown = equationText(codes.pop() ?? '');
          if (stored.pop() !== true && shown !== undefined && !open.includes(false)) {
            run.insertBefore(makeText(part, shown), part);
            stored.fill(true);
          }
        }
        remove(part);
      } else if (isWordElement(part, 'instrText') || isWordElement(part, 'delInstrText')) {
        const code: Element = part;
        if (code.localName === 'instrText' && codes.length > 0) codes[codes.length - 1] += code.textContent ?? '';
        remove(code);
      }
      // Where an end is missing, all text up to it would be code: then nothing but the codes themselves is dropped.
      else if (balanced && open.includes(false)) remove(part);
      else if (shows) stored.fill(true);
    }
  }
}

/** Characters that Word stores as elements. */
export function spellOutCharacters(root: Element, names: ReadonlySet<string>): void {
  for (const hyphen of descendants(root, 'noBreakHyphen', names)) replaceByText(hyphen, '-');
  // In a TCVN3 font the soft hyphen is the letter ư.
  for (const hyphen of descendants(root, 'softHyphen', names)) replaceByText(hyphen, '\u00ad');
  for (const end of descendants(root, 'cr', names)) end.parentNode?.replaceChild(make(end, 'br'), end);
  for (const tab of descendants(root, 'ptab', names)) tab.parentNode?.replaceChild(make(tab, 'tab'), tab);
}

function replaceByText(element: Element, text: string): void {
  element.parentNode?.replaceChild(makeText(element, text), element);
}

function makeText(beside: Element, text: string): Element {
  const content = make(beside, 't');
  content.textContent = text;
  return content;
}

/** Gives rows that begin or end inside the table's grid the cells that are missing there, and merges old-style cells. */
export function squareTables(root: Element, names: ReadonlySet<string>): void {
  for (const row of descendants(root, 'tr', names)) {
    const properties = child(row, 'trPr');
    const first = children(row, 'tc')[0];
    const before = Number(attribute(child(properties, 'gridBefore'), 'val') ?? '0');
    if (before > 0) row.insertBefore(emptyCell(row, before), first ?? null);
    const after = Number(attribute(child(properties, 'gridAfter'), 'val') ?? '0');
    if (after > 0) row.appendChild(emptyCell(row, after));
    let start: Element | undefined;
    for (const cell of children(row, 'tc')) {
      const merge = child(child(cell, 'tcPr'), 'hMerge');
      if (merge === undefined) start = undefined;
      else if (attribute(merge, 'val') === 'restart') start = cell;
      else if (start !== undefined) {
        widen(start);
        remove(cell);
      }
    }
  }
}

function emptyCell(row: Element, columns: number): Element {
  const cell = make(row, 'tc');
  const properties = make(row, 'tcPr');
  properties.appendChild(make(row, 'gridSpan', { val: String(columns) }));
  cell.appendChild(properties);
  cell.appendChild(make(row, 'p'));
  return cell;
}

function widen(cell: Element): void {
  const properties = child(cell, 'tcPr');
  if (properties === undefined) return;
  const span = child(properties, 'gridSpan');
  const columns = Number(attribute(span, 'val') ?? '1') + 1;
  if (span !== undefined) remove(span);
  properties.appendChild(make(cell, 'gridSpan', { val: String(columns) }));
}
