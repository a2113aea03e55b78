import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { PlanRecord } from '../../../src/model/record.ts';
import { extracted } from '../make.ts';

const GOLDENS = new URL('../../goldens/', import.meta.url);
const records = readdirSync(GOLDENS)
  .filter((name) => name.endsWith('.json'))
  .map((name): [name: string, record: PlanRecord] => [name, JSON.parse(readFileSync(new URL(name, GOLDENS), 'utf8'))]);

/** Figures of one document that a comparison would take for the same measure and time, though they differ. */
function confused({ targets, warnings }: PlanRecord): string[] {
  if (warnings.some(({ code }) => code === 'figures-differ')) return [];
  const figures = new Map<string, Set<string>>();
  for (const { quantity, indicator, deadline, status, direction, allottedTo } of targets) {
    if (quantity === null) continue;
    const { type, start, end, rrule } = deadline ?? {};
    const key = [
      indicator.text.toLowerCase(),
      quantity.unit,
      type,
      start,
      end,
      rrule,
      status,
      direction,
      allottedTo?.name,
    ].join('|');
    figures.set(key, (figures.get(key) ?? new Set()).add(`${quantity.value}–${quantity.valueMax}`));
  }
  return [...figures].flatMap(([key, values]) => (values.size > 1 ? [`${key}: ${[...values].join(' and ')}`] : []));
}

test.each(records)('two measures of %s never have one wording', (_, record) => {
  expect(confused(record)).toEqual([]);
});

test('two figures for one measure are told', () => {
  const twice = extracted([
    'I. MỤC TIÊU',
    '1. Tỷ lệ hồ sơ trực tuyến đạt 80%.',
    '2. Tỷ lệ hồ sơ trực tuyến đạt 90%.',
  ]).record;
  expect(twice.targets).toHaveLength(2);
  expect(confused({ ...twice, warnings: [] })).toHaveLength(1);
  expect(confused(twice)).toEqual([]);
});
