import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { align } from '../../src/compare/align.ts';
import { countOnce } from '../../src/compare/plans.ts';
import { reducer } from '../../src/compare/wording.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { HUE, PHU_THO, plan, target } from './make.ts';

/**
 * Measures in the words of two plans. Same: a researcher would put both figures into one row. Others differ in group, part,
 * kind, base, stock or flow.
 */
const PAIRS = readFileSync(new URL('./pairs.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [unit = '', a = '', b = '', same = ''] = line.split('\t');
    return { unit, a, b, same: same === 'yes' };
  });

/** The pairs that stand in one row, each pair in an area of its own. */
function together(): ReadonlySet<number> {
  const targets = (side: 'a' | 'b') =>
    PAIRS.map((pair, i) => target(pair[side], { value: 1, unit: pair.unit }, { area: `pair-${i}` }));
  const plans = countOnce([plan('a', PHU_THO, targets('a')), plan('b', HUE, targets('b'))]);
  const placed = plans.flatMap((one) => one.targets.map((it) => ({ plan: one, target: it })));
  const texts = PAIRS.flatMap(({ a, b }) => [a, b]);
  const rows = align(loadKnowledge(), placed, reducer(loadKnowledge(), texts)).filter((row) => row.targets.length > 1);
  return new Set(rows.map((row) => Number(row.targets[0]?.target.area?.replace('pair-', ''))));
}

test('measures in other words come into one row, other measures do not', () => {
  const found = together();
  const right = PAIRS.filter(({ same }, i) => same && found.has(i)).length;
  const wrong = PAIRS.filter(({ same }, i) => !same && found.has(i)).map(({ a, b }) => `${a} | ${b}`);
  expect(PAIRS.length).toBeGreaterThanOrEqual(860);
  expect(right / (right + wrong.length), wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
  expect(right / PAIRS.filter(({ same }) => same).length).toBeGreaterThanOrEqual(0.91);
});
