import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComparedIndicator, ComparisonCell } from '../../model/comparison.ts';
import type { Source } from '../../model/record.ts';
import type { Said, Told } from '../output/told.ts';
import type { Evidence, MeasureWords } from '../page/data/page-data.ts';
import { allCells } from './rows.ts';

/** UTF-16 units of the document's text that are shown on either side of a quote. */
const AROUND = 300;

/** JSON of `MeasureWords`, in pieces that follow each other: as bytes, of which many need a third of the memory. */
export interface WordsOfMeasure {
  readonly pieces: readonly Buffer[];
  readonly bytes: number;
}

/**
 * The words behind each figure of each indicator, in the order of the indicators.
 *
 * @param said by target, as far as it is known
 * @param planOf place of a document among the plans
 */
export function pageWords(
  indicators: readonly ComparedIndicator[],
  said: Told['said'],
  folder: string,
  planOf: ReadonlyMap<string, number>,
): readonly WordsOfMeasure[] {
  const places = new Map<string, { readonly cell: ComparisonCell; readonly told: Buffer[]; readonly at: number }[]>();
  const told = indicators.map((one) => {
    const own: Buffer[] = [];
    for (const [at, cell] of allCells(one).entries()) {
      const place = { cell, told: own, at };
      const there = places.get(cell.document);
      if (there === undefined) places.set(cell.document, [place]);
      else there.push(place);
    }
    return own;
  });
  // Document by document: one text is in memory at a time.
  for (const [document, own] of places) {
    const text = textOf(join(folder, 'documents', `${document}.txt`));
    for (const { cell, told, at } of own) {
      const made = evidence(cell, said.get(cell.target), beside(text, cell.source));
      told[at] = Buffer.from(JSON.stringify(made));
    }
  }
  return indicators.map((one, i) => wordsOf(one, told[i] ?? [], planOf));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Of which the figures are JSON already. */
function wordsOf(
  one: ComparedIndicator,
  cells: readonly Buffer[],
  planOf: ReadonlyMap<string, number>,
): WordsOfMeasure {
  const missing = (one.missing ?? []).map(({ document, reason, quote }) => ({
    plan: planOf.get(document) ?? -1,
    reason,
    quote,
  }));
  const rest: Omit<MeasureWords, 'cells'> = { ...(one.spread === undefined ? {} : { spread: one.spread }), missing };
  const pieces: Buffer[] = [OPENING];
  for (const [i, cell] of cells.entries()) {
    if (i > 0) pieces.push(COMMA);
    pieces.push(cell);
  }
  pieces.push(Buffer.from(`],${JSON.stringify(rest).slice(1)}`));
  return { pieces, bytes: pieces.reduce((sum, { length }) => sum + length, 0) };
}
const [OPENING, COMMA] = [Buffer.from('{"cells":['), Buffer.from(',')];

/** The text on either side of a quote, cut between words. */
function beside(text: string, { start, end }: Pick<Source, 'start' | 'end'>): Evidence['around'] {
  const from = start - AROUND;
  const to = end + AROUND;
  const first = from > 0 ? spaceFrom(text, from, 1) + 1 : 0;
  const last = to < text.length ? spaceFrom(text, to - 1, -1) : text.length;
  return [
    from <= 0 ? text.slice(0, start) : first > start ? text.slice(from, start) : `… ${text.slice(first, start)}`,
    to >= text.length ? text.slice(end) : last < end ? text.slice(end, to) : `${text.slice(end, last)} …`,
  ];
}

/** Where the next space is, this way or that; a pattern that looks for the last one looks from every one. */
function spaceFrom(text: string, at: number, step: 1 | -1): number {
  let place = at;
  while (place >= 0 && place < text.length && !SPACE.test(text.charAt(place))) place += step;
  return place;
}
const SPACE = /\s/u;

function evidence(cell: ComparisonCell, said: Said | undefined, around: Evidence['around']): Evidence {
  const { quote, baseline, condition, source, deadline, leads, direction, document, target, supersededBy } = cell;
  const words = said?.quantity?.text ?? '';
  const at = words === '' ? -1 : quote.indexOf(words);
  const due = said?.deadline ?? null;
  return {
    target: target.startsWith(`${document}#`) ? target.slice(document.length) : target,
    quote,
    baseline,
    condition,
    direction,
    ...(supersededBy === undefined ? {} : { supersededBy }),
    ...(cell.result === undefined ? {} : { report: cell.result.document }),
    around,
    page: source.page,
    path: said?.path ?? null,
    figure: at === -1 ? null : [at, at + words.length],
    deadline:
      deadline === null
        ? null
        : {
            text: deadline.text,
            basis: deadline.basis,
            end: deadline.end,
            ...(due?.source == null ? {} : due.source),
          },
    leads: leads.map(({ name, successorName }) => {
      const own = said?.agencies.find((one) => one.role === 'lead' && one.name === name);
      return {
        name,
        text: own?.text ?? name,
        basis: own?.basis ?? 'explicit',
        ...(own === undefined || own.source.quote === own.text ? {} : own.source),
        ...(successorName === undefined ? {} : { since2025: successorName }),
      };
    }),
  };
}
