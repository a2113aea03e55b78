import type { ReadResult } from '../../model/block.ts';
import type { Warning } from '../../model/record.ts';
import { type DoubtfulFigure, doubtfulFigures, repeats } from '../document/doubts.ts';
import type { Laid } from '../document/text.ts';
import type { Header } from './header.ts';

/**
 * The header of a document that was read from images without a number or date that may be misread: both are often written by
 * hand, and a wrong one names another document.
 */
export function withLegibleHeader(
  { recognised }: Pick<ReadResult, 'recognised'>,
  laid: Laid,
  header: Header,
): { readonly header: Header; readonly warnings: Warning[] } {
  if (recognised?.pages.includes(1) !== true) return { header, warnings: [] };
  const { number, issuedOn } = header;
  const head = laid.blocks[header.headerEnd]?.start ?? header.bodyStart;
  const doubts = doubtfulFigures(laid).filter(({ start }) => start < head);
  const numberLost = number !== null && doubts.some((figure) => repeats(number, figure));
  const dateLost = issuedOn !== null && doubts.some((figure) => isOfDay(figure, issuedOn));
  const missing = [
    ...(numberLost || number === null ? ['number'] : []),
    ...(dateLost || issuedOn === null ? ['date'] : []),
  ];
  return {
    header: { ...header, number: numberLost ? null : number, issuedOn: dateLost ? null : issuedOn },
    warnings:
      missing.length === 0
        ? []
        : [
            {
              code: 'header-not-legible',
              message: `The ${missing.join(' and ')} of the document could not be read surely in its image: look at its first page, and declare its year and title with a manifest (--manifest).`,
            },
          ],
  };
}

/** Whether a figure is one of a day that is printed where it stands; the year of a title is none. */
function isOfDay(figure: DoubtfulFigure, date: string): boolean {
  const parts = date.split('-').map(Number);
  const numbers = new Set((figure.among.match(/\p{Nd}+/gu) ?? []).map(Number));
  return parts.every((part) => numbers.has(part)) && figure.figures.some((one) => parts.includes(Number(one)));
}
