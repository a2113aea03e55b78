import { expect, test } from 'vitest';
import type { Entry } from '../../../../src/shell/page/review/entry.ts';
import {
  deadlinePlace,
  type Mark,
  marksByLine,
  marksOf,
  type Piece,
  piecesOf,
} from '../../../../src/shell/page/review/text/marks.ts';

const TEXT = 'Đến năm 2030:\n- Sở Y tế đạt tối thiểu 90% vào năm 2028 ở xã, 7 bản;\n- Hết';

const place = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};
const source = (words: string) => ({ ...place(words), quote: words, page: null });

const entry = (more: object): Entry =>
  ({
    id: 'd#t1',
    key: 'k1',
    kind: 'quantified',
    status: 'target',
    indicator: { text: 'đạt', code: null },
    quantity: { comparator: '>=', value: 90, valueMax: null, unit: '%', text: 'tối thiểu 90%' },
    deadline: null,
    agencies: [],
    source: source('Sở Y tế đạt tối thiểu 90% vào năm 2028 ở xã'),
    confidence: 0.7,
    ...more,
  }) as unknown as Entry;

const due = (text: string, basis: string) => ({ text, basis, type: 'by', end: null });

/** "[t: … [f: 90%]]" */
const shown = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ start, end, mark, first, inside }) =>
      mark === undefined ? TEXT.slice(start, end) : `[${mark.kind}${first ? '' : '…'}: ${shown(inside)}]`,
    )
    .join('');

test('marks lie in each other: quote, agency, figure, deadline, and what no target holds', () => {
  const agencies = [{ role: 'lead', code: 'so-y-te', name: 'Sở Y tế', source: source('Sở Y tế') }];
  const one = entry({ deadline: due('vào năm 2028', 'explicit'), agencies });
  const unused = [{ ...place('7'), text: '7', path: null, code: 'text', reason: 'a count' }];
  const marks = marksOf(TEXT, [one], unused);
  const line = { start: TEXT.indexOf('- Sở'), end: TEXT.indexOf('\n- Hết') };
  expect(shown(piecesOf(line, marks))).toBe(
    '- [t: [a: Sở Y tế] đạt [f: tối thiểu 90%] [d: vào năm 2028] ở xã], [x: 7] bản;',
  );
  expect(marks.find(({ kind }) => kind === 't')).toMatchObject({ record: 't1', standing: 'doubt' });
});

test('of marks that overlap, the later is cut; the letters stay as many', () => {
  const mark = (start: number, end: number, record: string): Mark => ({ kind: 't', start, end, record, standing: '' });
  const pieces = piecesOf({ start: 0, end: 20 }, [mark(2, 9, 'a'), mark(4, 14, 'b'), mark(4, 6, 'c')]);
  const flat = (some: readonly Piece[]): string =>
    some
      .map((one) =>
        one.mark === undefined ? one.end - one.start : `${one.mark.record}${one.first ? '' : '…'}(${flat(one.inside)})`,
      )
      .join(' ');
  expect(flat(pieces)).toBe('2 a(2 b(c(2) 3)) b…(5) 6');
});

test('a deadline stands in the record, behind it in its row, or above it; told by its source where there is one', () => {
  expect(deadlinePlace(TEXT, entry({ deadline: due('vào năm 2028', 'explicit') }))).toEqual(place('vào năm 2028'));
  const short = entry({ source: source('Sở Y tế đạt tối thiểu 90%'), deadline: due('vào năm 2028', 'explicit') });
  expect(deadlinePlace(TEXT, short)).toEqual(place('vào năm 2028'));
  expect(deadlinePlace(TEXT, entry({ deadline: due('Đến năm 2030', 'inherited') }))).toEqual(place('Đến năm 2030'));
  expect(deadlinePlace(TEXT, entry({ deadline: { ...due('x', 'inherited'), source: { start: 3, end: 5 } } }))).toEqual({
    start: 3,
    end: 5,
  });
  expect(deadlinePlace(TEXT, entry({ deadline: due('năm 1999', 'inherited') }))).toBeUndefined();
  expect(deadlinePlace(TEXT, entry({}))).toBeUndefined();
});

test('a mark over several lines stands in each of them', () => {
  const mark: Mark = { kind: 'k', start: 5, end: 25, record: 'k1', standing: '' };
  const lines = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 21, end: 30 },
    { start: 31, end: 40 },
  ];
  const found = marksByLine(lines, [mark]);
  expect(found.map((some) => some.length)).toEqual([1, 1, 1, 0]);
  expect(piecesOf(lines[1] ?? mark, found[1] ?? [])).toMatchObject([{ start: 11, end: 20, first: false }]);
});
