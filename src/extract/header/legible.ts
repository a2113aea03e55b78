import type { ReadResult } from '../../model/block.ts';
import type { Warning } from '../../model/record.ts';
import { type DoubtfulFigure, doubtfulFigures, repeats } from '../document/doubts.ts';
import type { Laid } from '../document/text.ts';
import { type Header, type HeaderOptions, readHeader } from './header.ts';

/**
 * The header of a document; of one that was read from images without a number or date that may be misread: both are often written by
 * hand, and a wrong one names another document. What is declared of them stands in their place.
 */
export function withLegibleHeader(
  { recognised }: Pick<ReadResult, 'recognised'>,
  laid: Laid,
  options: HeaderOptions,
): { readonly header: Header; readonly warnings: Warning[] } {
  const header = readHeader(laid, options);
  if (recognised?.pages.includes(1) !== true) return { header, warnings: [] };
  const { number, issuedOn } = header;
  const { declared } = options;
  const head = laid.blocks[header.headerEnd]?.start ?? header.bodyStart;
  const doubts = doubtfulFigures(laid).filter(({ start }) => start < head);
  const numberLost = number !== null && doubts.some((figure) => repeats(number, figure));
  const dateLost = issuedOn !== null && doubts.some((figure) => isOfDay(figure, issuedOn));
  const sure = {
    ...(numberLost && declared?.number !== undefined ? { number: declared.number } : {}),
    ...(dateLost && declared?.issuedOn !== undefined ? { issuedOn: declared.issuedOn } : {}),
  };
  // The year of issue tells what periods and places are meant: all is read again with it.
  const told = Object.keys(sure).length === 0 ? header : readHeader(laid, { ...options, sure });
  const legible: Header = {
    ...told,
    number: numberLost ? (sure.number ?? null) : number,
    issuedOn: dateLost ? (sure.issuedOn ?? null) : issuedOn,
  };
  const missing = [...(legible.number === null ? ['number'] : []), ...(legible.issuedOn === null ? ['date'] : [])];
  return {
    header: legible,
    warnings:
      missing.length === 0
        ? []
        : [
            {
              code: 'header-not-legible',
              message: `The ${missing.join(' and ')} of the document could not be read surely in its image: look at its first page, and declare what stands there with a manifest (--manifest, columns number and issuedOn).`,
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
