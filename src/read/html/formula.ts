import { raisedSign } from '../../language/figure-signs.ts';
import type { HtmlNode } from './dom.ts';

/** Formulas nest less deep than this. */
const DEEPEST = 40;
/** What stands beside a formula for those who cannot see it, or for programs. */
const ASIDE = new Set(['annotation', 'annotation-xml', 'mphantom', 'none']);

/** A formula as people type it in a line: "2/3", "10⁶", "x_1" as "x1". */
export const mathmlText = (math: HtmlNode): string => textWithin(math, 0).replace(/\s+/gu, ' ').trim();

function textWithin(node: HtmlNode, depth: number): string {
  if (node.type === 'text') return (node.data ?? '').replace(/\s+/gu, ' ').replace(/[\u2061-\u2064]/gu, '');
  if (depth > DEEPEST || ASIDE.has(node.name ?? '')) return '';
  const parts = (node.children ?? []).filter(({ type, data }) => type !== 'text' || /\S/u.test(data ?? ''));
  const texts = parts.map((part) => textWithin(part, depth + 1));
  const [first = '', second = '', third = ''] = texts;
  switch (node.name) {
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msup':
      return first + raised(second);
    case 'msubsup':
      return first + second + raised(third);
    case 'msqrt':
      return `√${grouped(texts.join(''))}`;
    case 'mtr':
    case 'mlabeledtr':
      return `${texts.join(' ')} `;
    case 'mspace':
      return ' ';
    default:
      return texts.reduce((line, text, i) => line + between(parts[i], line, text) + text, '');
  }
}

/** "1 1/2": a whole number before a fraction is no figure of it. */
const between = (part: HtmlNode | undefined, line: string, text: string): string =>
  /\d$/u.test(line) && /^\d/u.test(text) && part?.name === 'mfrac' ? ' ' : '';

const grouped = (text: string): string => (/[-+−×·/\s]/u.test(text.trim()) ? `(${text.trim()})` : text.trim());

/** An exponent as raised figures, as far as there are such; else behind a sign. */
function raised(exponent: string): string {
  const text = exponent.trim();
  if (/^\d{1,4}$/u.test(text)) return [...text].map((digit) => raisedSign(Number(digit))).join('');
  return text === '' || /^[′'*°]+$/u.test(text) ? text : `^${grouped(text)}`;
}
