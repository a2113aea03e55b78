import { roman } from '../../language/roman.ts';
import type { HtmlNode } from './dom.ts';

/** How the items of a list are counted. */
export interface ListCounter {
  readonly style: string;
  next: number;
}

const TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** The counter that a browser would start for `<ol>` or `<ul>`. */
export function listCounter(list: HtmlNode): ListCounter {
  const attribs = list.attribs ?? {};
  const css = /list-style(?:-type)?\s*:\s*(?:inside |outside )?(?<style>[a-z-]+)/iu
    .exec(attribs.style ?? '')
    ?.groups?.style?.toLowerCase();
  const style = css ?? (list.name === 'ol' ? (TYPES[attribs.type ?? '1'] ?? 'decimal') : 'bullet');
  const start = Number.parseInt(attribs.start ?? '1', 10);
  return { style, next: Number.isFinite(start) ? start : 1 };
}

/** The label of the next item as a browser prints it; bullets as "-", the dash of official papers. */
export function nextLabel(counter: ListCounter, item: HtmlNode): string {
  const value = Number.parseInt(item.attribs?.value ?? '', 10);
  const n = Number.isFinite(value) ? value : counter.next;
  counter.next = n + 1;
  switch (counter.style) {
    case 'none':
      return '';
    case 'decimal':
      return `${n}.`;
    case 'decimal-leading-zero':
      return `${String(n).padStart(2, '0')}.`;
    case 'lower-alpha':
    case 'lower-latin':
      return `${alphabetic(n)}.`;
    case 'upper-alpha':
    case 'upper-latin':
      return `${alphabetic(n).toUpperCase()}.`;
    case 'lower-roman':
      return `${roman(n).toLowerCase()}.`;
    case 'upper-roman':
      return `${roman(n)}.`;
    default:
      return '-';
  }
}

/** 1 is "a", 27 "aa". */
function alphabetic(n: number): string {
  let rest = Math.max(1, n);
  let letters = '';
  while (rest > 0) {
    rest--;
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}
