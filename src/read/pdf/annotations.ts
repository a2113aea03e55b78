import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { OPS } from './engine.ts';
import { isObject, num } from './matrix.ts';
import type { Operators } from './operators.ts';
import type { AnnotationPart } from './paint.ts';

/** Kinds of annotations of which a page shows no more than a sign, or a colour. */
const SIGNS: ReadonlySet<unknown> = new Set([
  ...['Text', 'Popup', 'Link', 'FileAttachment', 'Sound', 'Movie', 'Screen', 'RichMedia', 'Redact'],
  ...['Highlight', 'Underline', 'Squiggly'],
]);

/**
 * What the annotations of a page add to it. What is filled into a form, and what was typed onto the page, is text of it; a
 * signature or a stamp is laid over it.
 *
 * @param painted operators of the page and of those annotations that bring their own
 */
export async function annotationsOf(
  page: PDFPageProxy,
  painted: Operators,
): Promise<{ readonly parts: ReadonlyMap<unknown, AnnotationPart>; readonly more: Operators }> {
  const parts = new Map<unknown, AnnotationPart>();
  const fnArray: number[] = [];
  const argsArray: unknown[] = [];
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' });
  if (annotations.length === 0) return { parts, more: { fnArray, argsArray } };
  const shown = new Set(
    painted.fnArray.flatMap((operator, i) => {
      const args = operator === OPS.beginAnnotation ? painted.argsArray[i] : undefined;
      return Array.isArray(args) ? [args[0]] : [];
    }),
  );
  for (const annotation of annotations) {
    if (!isObject(annotation)) continue;
    const part = partOf(annotation);
    parts.set(annotation.id, part);
    if (part !== 'text' || shown.has(annotation.id) || annotation.hidden === true || annotation.noView === true)
      continue;
    for (const [operator, args] of written(annotation)) {
      fnArray.push(operator);
      argsArray.push(args);
    }
  }
  return { parts, more: { fnArray, argsArray } };
}

function partOf({ subtype, fieldType }: Record<string, unknown>): AnnotationPart {
  if (subtype === 'FreeText') return 'text';
  if (subtype === 'Widget') return PARTS_OF_FORMS.get(fieldType) ?? 'lines';
  if (subtype === 'Stamp') return 'stamp';
  return SIGNS.has(subtype) ? 'none' : 'lines';
}
const PARTS_OF_FORMS: ReadonlyMap<unknown, AnnotationPart> = new Map([
  ['Tx', 'text'],
  ['Ch', 'text'],
  ['Sig', 'stamp'],
]);

const USUAL_SIZE = 11;
/** Width of a letter, and steps from line to line, in sizes: what the font says is not known. */
const LETTER = 0.5;
const STEP = 1.2;

/** Operators that write what an annotation says into its box, where it brings none of its own. */
function* written({
  id,
  subtype,
  rect,
  contentsObj,
  fieldValue,
  defaultAppearanceData,
}: Record<string, unknown>): Generator<[operator: number, args: unknown[]]> {
  const said = subtype === 'FreeText' ? isObject(contentsObj) && contentsObj.str : fieldValue;
  const text = (Array.isArray(said) ? said : [said]).filter((part) => typeof part === 'string').join('\n');
  if (text.trim() === '' || !Array.isArray(rect)) return;
  const told = isObject(defaultAppearanceData) ? num(defaultAppearanceData.fontSize) : 0;
  const size = told > 0 ? told : USUAL_SIZE;
  const [x0, y0, x1, y1] = [num(rect[0]), num(rect[1]), num(rect[2]), num(rect[3])];
  const lines = wrapped(text, (Math.abs(x1 - x0) - size) / (LETTER * size));
  // One line stands in the middle of its box, several begin at its top.
  const top = Math.max(y0, y1) - (lines.length === 1 ? (Math.abs(y1 - y0) + 0.7 * size) / 2 : size);
  yield [OPS.beginAnnotation, [id, rect, undefined, undefined, false]];
  yield [OPS.setFont, ['', size]];
  for (const [i, line] of lines.entries()) {
    yield [OPS.setTextMatrix, [[1, 0, 0, 1, Math.min(x0, x1) + size / 4, top - i * STEP * size]]];
    yield [OPS.showText, [[...line].map((unicode) => ({ unicode, width: LETTER * 1000, isSpace: unicode === ' ' }))]];
  }
  yield [OPS.endAnnotation, []];
}

function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n?|\n/u)) {
    let line = '';
    for (const word of paragraph.split(/\s+/u)) {
      if (line !== '' && line.length + 1 + word.length > letters) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}
