import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../src/model/block.ts';
import { readBlocks } from '../../src/read/read.ts';
import { repaired } from './pdf/split.ts';

const SIZE = 400_000;
const START = 'Tỉnh phấn đấu đạt trên 90% hồ sơ. ';
const filled = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length));

/** Each took a square of its size, or the whole stack, in some draft of the readers. */
const TEXTS: [name: string, text: string][] = [
  ['one line of a megabyte', filled('Tỉnh đạt 90% hồ sơ trực tuyến, ')],
  ['one word', START + filled('a')],
  ['spaces', `${START}${filled(' ')}x`],
  ['dashes', `${START}${filled('- ')}x`],
  ['dots', `${START}${filled('.')}x`],
  ['bars', START + filled('| ')],
  ['cells of one letter', `${START}\n${filled('a\n|\n')}`],
  ['one paragraph of short lines', filled('và các sở ban ngành\nCủa tỉnh thực hiện\nTheo kế hoạch được\n')],
  ['one title of many lines', filled('VÀ CÁC SỞ BAN NGÀNH CỦA TỈNH\n')],
  ['columns without end', filled('CỘNG HÒA XÃ HỘI    x\n')],
  ['Markdown brackets', `${START}\n## x\n# y\n${filled('[')}`],
  ['Markdown stars', `# x\n## y\n${START}${filled('**a ')}`],
  ['a Markdown table of 100,000 columns', `${START}\n|${filled('a|')}\n|---|\n${'| b |\n'.repeat(2000)}`],
  ['a tag that never ends', `<p>${START}<${filled('a')}`],
  ['end tags only', `<p>${START}${filled('</b>')}`],
  ['end tags below many open elements', `<p>${START}${'<div>'.repeat(1900)}${filled('</b>')}`],
  ['lists in lists', `<p>${START}${'<ul><li>'.repeat(900)}${filled('x ')}`],
  ['tables in tables', `<p>${START}${'<table><tr><td>a</td></tr><tr><td>b</td><td>'.repeat(400)}${filled('x ')}`],
  ['spans without end', `<p>${START}<table>${filled('<tr><td rowspan=99999 colspan=99999>a')}`],
  ['comments that never end', `<p>${START}${filled('<!--')}`],
  ['a class of a thousand words', `<p class="${filled('menu ')}">${START}`],
  [
    'entities of entities',
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><html><body><p>${START}${filled('&b;')}</p></body></html>`,
  ],
];

test.each(TEXTS)(
  '%s: read in time that grows with its size',
  async (_, text) => {
    const start = performance.now();
    const { blocks } = await readBlocks(new TextEncoder().encode(text), DEFAULT_LIMITS, loadKnowledge());
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.reduce((sum, block) => sum + block.text.length, 0)).toBeLessThan(text.length + 10_000);
    expect(performance.now() - start).toBeLessThan(15_000);
  },
  20_000,
);

test('syllables taken apart without end are put together in time', () => {
  const start = performance.now();
  expect(repaired(filled('V iệ t '))).toMatch(/^Việt Việt/u);
  expect(performance.now() - start).toBeLessThan(15_000);
}, 20_000);
