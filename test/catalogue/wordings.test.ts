import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeAmong } from '../../src/catalogue/indicator-code.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { Direction } from '../../src/model/record.ts';
import { codeOf, measured, PIPELINES } from './make.ts';

/** What plans measure in words of many kinds, each with the code that a reader of the catalogue gives it, or none. */
const WORDINGS = readFileSync(new URL('./wordings.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [unit = '', direction, text = '', code = ''] = line.split('\t');
    return { unit, direction: Direction.parse(direction), text, code: code === '' ? null : code };
  });

test('measures in the words of plans get the code that a reader gives them, others none', () => {
  const wrong = WORDINGS.flatMap(({ unit, direction, text, code }) => {
    const given = codeOf(text, unit, { direction });
    return given === code ? [] : [`${text} (${unit}): ${given}, not ${code}`];
  });
  expect(WORDINGS.length).toBeGreaterThanOrEqual(420);
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(0.02 * WORDINGS.length);
});

test.each(
  PIPELINES.flatMap((pipeline) =>
    pipeline.indicators.map((indicator) => [pipeline.name, indicator.code, pipeline, indicator] as const),
  ),
)('its own label gets the code: %s, %s', (_, code, pipeline, { label, unit, change, moves }) => {
  const direction = change === undefined ? 'reach' : moves === 'down' ? 'decrease-by' : 'increase-by';
  const [first] = [unit].flat();
  for (const text of [label.vi, `${label.vi} trên địa bàn tỉnh`, `${label.vi} theo quy định`])
    expect(codeAmong(loadKnowledge(), [pipeline], measured(text, first, { direction }))?.code, text).toBe(code);
});
