import { describe, expect, test } from 'vitest';
import type { Target, Task, Warning } from '../../../../src/model/record.ts';
import { doubtsOf } from '../../../../src/shell/page/review/records/doubts.ts';

const source = { quote: 'x', start: 10, end: 60, page: null };
const target = (more: object): Target =>
  ({
    indicator: { text: 'tỷ lệ hồ sơ nộp trực tuyến', code: 'a.b' },
    quantity: { comparator: '=', value: 90, valueMax: null, unit: '%', text: '90%' },
    status: 'target',
    agencies: [],
    deadline: null,
    source,
    ...more,
  }) as unknown as Target;
const task = (more: object): Task =>
  ({
    text: 'x',
    leads: [{ name: 'Sở A' }],
    cooperating: [],
    deadline: null,
    basis: 'table',
    source,
    ...more,
  }) as unknown as Task;

const fields = (entry: Target | Task, warnings: readonly Warning[] = []): string[] =>
  doubtsOf(entry, warnings, 'vi').map(({ field }) => field);

describe('what may be wrong with a record, and in which field', () => {
  test.each([
    ['nothing stands out: all of it', {}, ['indicator.text']],
    ['a measure of a word or two', { indicator: { text: 'hồ sơ', code: 'a.b' } }, ['indicator.text']],
    ['a measure of a whole sentence', { indicator: { text: 'chữ '.repeat(24), code: 'a.b' } }, ['indicator.text']],
    [
      'brackets in a measure',
      { indicator: { text: 'cán bộ (trừ văn thư) đạt chuẩn', code: 'a.b' } },
      ['indicator.text'],
    ],
    ['an aim in words', { quantity: null }, ['quantity.value']],
    [
      'a bound before a range',
      { quantity: { comparator: '>=', value: 35, valueMax: 40, unit: '%', text: '' } },
      ['quantity.comparator'],
    ],
    ['a result', { status: 'result' }, ['status']],
    [
      'a code that is not sure',
      { indicator: { text: 'tỷ lệ hồ sơ', code: 'a.b', match: { words: [], sure: 0.6 } } },
      ['indicator.code'],
    ],
    [
      'no code, and a count',
      {
        indicator: { text: 'số trạm y tế', code: null },
        quantity: { comparator: '=', value: 3, valueMax: null, unit: 'trạm', text: '' },
      },
      ['quantity.value', 'indicator.code'],
    ],
    ['a row of a table', { source: { ...source, quote: 'Diện tích\t5 ha' } }, ['quantity.unit']],
    [
      'an agency by a reference',
      { agencies: [{ role: 'lead', name: 'Sở A', basis: 'cross-reference' }] },
      ['agencies'],
    ],
  ])('%s', (_, more, asked) => {
    expect(fields(target(more))).toEqual(asked);
  });

  test('warnings that speak of it come first; others do not', () => {
    const at = (start: number, end: number) => ({ ...source, start, end });
    const warnings = [
      { code: 'figures-differ', message: '', source: at(50, 70) },
      { code: 'deadline-before-issue', message: '', source: at(60, 70) },
      { code: 'page-recognised', message: '' },
    ];
    expect(fields(target({ status: 'result' }), warnings)).toEqual(['quantity.value', 'status']);
    expect(doubtsOf(target({}), warnings, 'en')[0]?.text).toBe(
      'Two figures differ for one measure, level and deadline.',
    );
  });

  test('of a task', () => {
    expect(fields(task({ leads: [], basis: 'section' }))).toEqual(['leads', 'text', 'deadline']);
    expect(fields(task({ deadline: { text: 'quý I' } }))).toEqual(['text']);
  });
});
