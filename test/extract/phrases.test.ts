import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/index.ts';

const FOLDER = new URL('../../../shared/phrases/', import.meta.url);
const there = existsSync(FOLDER);
if (!there) console.warn('skipped: ../shared/phrases is not there');

type Case = { text: string; expect: Record<string, unknown> | null };
const cases = (name: string): Case[] => (there ? JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) : []);

describe.skipIf(!there)('phrases with what they mean', () => {
  test.each(cases('dates.json'))('deadline: $text', ({ text, expect: wanted }) => {
    const found = recognise(text).filter(({ kind }) => kind === 'deadline');
    if (wanted === null) expect(found).toEqual([]);
    else expect(found.map(({ value }) => value)).toContainEqual(expect.objectContaining(wanted));
  });
  test.each(cases('quantities.json'))('quantity: $text', ({ text, expect: wanted }) => {
    const found = recognise(text).filter(({ kind }) => kind === 'quantity');
    if (wanted === null) expect(found).toEqual([]);
    else expect(found.map(({ value }) => value)).toContainEqual(expect.objectContaining(wanted));
  });
});
