import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findMentions } from '../../../../src/extract/mentions/find.ts';
import { loadKnowledge } from '../../../../src/knowledge/knowledge.ts';
import type { Comparator } from '../../../../src/model/record.ts';

const context = { year: 2021, date: null, singleYear: false, knowledge: loadKnowledge() };
export const quantities = (text: string) => findMentions(text, context).filter(({ kind }) => kind === 'quantity');

export type QuantityCase = readonly [
  text: string,
  found: string,
  comparator: Comparator,
  value: number,
  valueMax: number | null,
  unit: string,
];

/** Each text holds one quantity, found by a rule of this file of `quantities/`. */
export function foundQuantities(file: string, cases: readonly QuantityCase[]): void {
  const source = readFileSync(
    new URL(`../../../../src/extract/mentions/quantities/${file}.ts`, import.meta.url),
    'utf8',
  );
  const ids = [...source.matchAll(/id: '(?<id>[^']+)'/gu)].map(({ groups }) => groups?.id);
  test.each(cases)('quantity: %s', (text, found, comparator, value, valueMax, unit) => {
    const mentions = quantities(text);
    expect(mentions.map((mention) => [mention.text, mention.value])).toEqual([
      [found, { comparator, value, valueMax, unit, text: found }],
    ]);
    expect(ids).toContain(mentions[0]?.rule);
  });
}

export function silentQuantities(cases: readonly string[]): void {
  test.each(cases)('no quantity: %s', (text) => {
    expect(quantities(text)).toEqual([]);
  });
}
