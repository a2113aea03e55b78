import { expect, test } from 'vitest';
import { readCoverage } from '../../../src/extract/record/coverage.ts';
import type { Block } from '../../../src/model/block.ts';

const block = (text: string, more: Partial<Block> = {}): Block => ({ kind: 'paragraph', text, page: null, ...more });

test('letters and digits are counted, those of the page by themselves', () => {
  const blocks = [
    block('a) Đạt 90%, trên 45 xã.'),
    block('Trang 2', { furniture: 'page-number' }),
    block('Tổng\nsố', { cell: { table: 0, row: 0, column: 0, rowSpan: 1, columnSpan: 1 } }),
  ];
  expect(readCoverage({ blocks })).toEqual({ read: 20, furniture: 6, setAside: [] });
});

test('what a reader set aside stands with its words and its place', () => {
  const struck = { reason: 'struck', characters: 5, text: 'đạt 80', page: 2 } as const;
  const book = { reason: 'not-read', characters: 0, where: 'word/embeddings/bang.xlsx' } as const;
  expect(readCoverage({ blocks: [], setAside: [struck, book] }).setAside).toEqual([struck, book]);
});
