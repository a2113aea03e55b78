import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PlanError } from '../../model/errors.ts';
import { OPS } from './engine.ts';
import { isObject } from './matrix.ts';

/** Operators as pdf.js gives them. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** More operators on one page are no page of a plan; the drawings of a plan have some ten thousands. */
const MOST = 500_000;
/** A form that is painted within another costs as much as so many others. */
const FORM = 50;

/** pdf.js paints annotations as they are printed, without fields to type into. */
const SHOWN_ANNOTATIONS = 1;

/**
 * The operators of a page. Forms that call forms make endless many of few bytes, and pdf.js goes on until memory is full:
 * its lists are counted as they come in, and no more are taken when there are too many.
 *
 * @throws {PlanError} `file-too-large`
 */
export async function operatorsOf(page: PDFPageProxy, number: number): Promise<Operators> {
  const take: unknown = Reflect.get(page, TAKES);
  let count = 0;
  let stop: (reason: PlanError) => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  if (typeof take === 'function')
    Reflect.set(page, TAKES, (chunk: unknown, state: unknown) => {
      if (isObject(chunk) && Array.isArray(chunk.fnArray))
        for (const operator of chunk.fnArray) count += operator === OPS.paintFormXObjectBegin ? FORM : 1;
      if (count <= MOST) take.call(page, chunk, state);
      else {
        Reflect.apply(Reflect.get(page, STOPS), page, [{ intentState: state, reason: ENOUGH, force: true }]);
        stop(tooMuch(number));
      }
    });
  return Promise.race([page.getOperatorList({ annotationMode: SHOWN_ANNOTATIONS }), stopped]);
}
/** What pdf.js calls with each piece of a list that it was given, and what ends the list. */
const TAKES = '_renderPageChunk';
const STOPS = '_abortOperatorList';
const ENOUGH = new Error('Too many operators.');

const tooMuch = (page: number): PlanError =>
  new PlanError(
    'file-too-large',
    'read',
    `Page ${page} of the PDF is painted in more than ${MOST.toLocaleString('en')} steps, as no page of a plan is: it is damaged, or holds a large drawing. Take that page out, or print it anew as PDF.`,
  );
