import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compare, type Figure, holds, percentOf, renew, written } from './page.mjs';

const PAGE = `# Exact

| measure | new plans | all plans |
| --- | --- | --- |
| targets found | 75.8% | 91.2% |
| items found | 0 of 3 | 9 of 12 |
| quotes | – | 100.0% |

Words between, with | in them.

| plan | targets found |
| :--- | ---: |
| Hà Nội 310 | 66.7% |
`;
const all = (row: string, share: number): Figure => ({ table: 'measure', row, column: 'all plans', share });
const items = (part: number, whole = 12): Figure => ({
  table: 'measure',
  row: 'items found',
  column: 'all plans',
  part,
  whole,
});
const SAME = [all('targets found', 0.9123), items(9), all('quotes', 1)];

const CELLS: [cell: string, percent: number | undefined][] = [
  ['91.2%', 91.2],
  ['100%', 100],
  ['9 of 12', 75],
  ['0 of 3', 0],
  ['0 of 0', undefined],
  ['–', undefined],
  ['about 90%', undefined],
  ['', undefined],
];
test.each(CELLS)('a cell with "%s"', (cell, percent) => expect(percentOf(cell)).toBe(percent));

const WRITTEN: [figure: Figure, text: string][] = [
  [all('x', 0.91249), '91.2%'],
  [all('x', 1), '100.0%'],
  [items(9), '9 of 12'],
];
test.each(WRITTEN)('%j is written', (figure, text) => expect(written(figure)).toBe(text));

const VERDICTS: [what: string, measured: Figure[], verdicts: Record<string, string>, holds: boolean][] = [
  ['the same, to the decimal that is written', SAME, {}, true],
  ['a share that rose', [all('targets found', 0.92), ...SAME.slice(1)], { 'targets found': 'rose' }, true],
  ['a share that fell', [all('targets found', 0.911), ...SAME.slice(1)], { 'targets found': 'fell' }, false],
  ['a count that fell', [all('targets found', 0.912), items(8), all('quotes', 1)], { 'items found': 'fell' }, false],
  [
    'the same count of more',
    [all('targets found', 0.912), items(9, 13), all('quotes', 1)],
    { 'items found': 'fell' },
    false,
  ],
  ['a figure without a cell', [...SAME, all('tasks', 1)], { tasks: 'unwritten' }, false],
  ['a row that nothing measures', SAME.slice(0, 2), { quotes: 'unmeasured' }, false],
];
test.each(VERDICTS)('%s', (_what, measured, expected, held) => {
  const rows = compare(PAGE, measured);
  const verdicts = rows.map(({ key, verdict }) => [key.split(' | ')[1], verdict]);
  expect(Object.fromEntries(verdicts.filter(([, verdict]) => verdict !== 'same'))).toEqual(expected);
  expect(rows).toHaveLength(Math.max(3, measured.length));
  expect(holds(rows)).toBe(held);
});

test('figures of two tables do not meet, and columns that nobody measures are left alone', () => {
  const rows = compare(PAGE, [...SAME, { table: 'plan', row: 'Hà Nội 310', column: 'targets found', share: 2 / 3 }]);
  expect(rows.map(({ floor, verdict }) => [floor, verdict])).toEqual([
    ['91.2%', 'same'],
    ['9 of 12', 'same'],
    ['100.0%', 'same'],
    ['66.7%', 'same'],
  ]);
});

test('written anew the page has the measured figures, and every other letter as it was', () => {
  const measured = [all('targets found', 0.5), items(12), all('quotes', 1), all('no such row', 1)];
  const page = renew(PAGE, measured);
  expect(page).toBe(PAGE.replace('91.2%', '50.0%').replace('9 of 12', '12 of 12'));
  expect(holds(compare(page, measured.slice(0, 3)))).toBe(true);
  expect(renew(page, measured)).toBe(page);
});

test('the tables of docs/accuracy.md can be read', () => {
  const page = readFileSync(new URL('../../docs/accuracy.md', import.meta.url), 'utf8');
  const tables = ['measure', 'plan', 'made-up tables as', 'the same plans with', 'faults'];
  const columns = ['all sixteen plans', 'targets found (F1)', 'found', 'records alike (F1)', 'right'];
  const some = tables.map((table, i): Figure => ({ table, row: 'no such row', column: columns[i] ?? '', share: 1 }));
  const found = compare(page, some).filter(({ verdict }) => verdict === 'unmeasured');
  expect(new Set(found.map(({ key }) => key.split(' | ')[0]))).toEqual(new Set(tables));
});
