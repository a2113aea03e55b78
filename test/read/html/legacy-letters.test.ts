import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readBlocks } from '../../../src/read/read.ts';

const PLAIN = 'Kế hoạch cải cách hành chính của tỉnh năm nay đạt được nhiều kết quả tốt, người dân hài lòng.';
const TCVN3 = 'KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña tØnh n¨m nay ®¹t ®−îc nhiÒu kÕt qu¶ tèt, ng−êi d©n hµi lßng.';
const VNI =
  'Keá hoaïch caûi caùch haønh chính cuûa tænh naêm nay ñaït ñöôïc nhieàu keát quaû toát, ngöôøi daân haøi loøng.';
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll('−', '\u00ad'), 'latin1'));
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const entities = (text: string): string =>
  text.replaceAll('−', '\u00ad').replace(/\P{ASCII}/gu, (letter) => `&#${letter.codePointAt(0)};`);

const CASES: [name: string, bytes: Uint8Array][] = [
  ['TCVN3 bytes', latin(TCVN3)],
  ['TCVN3 codes saved as UTF-8', utf8(TCVN3)],
  ['VNI bytes', latin(VNI)],
  [
    'an HTML page of TCVN3 that says it is Latin',
    latin(`<html><meta charset="iso-8859-1"><body><p>${TCVN3}</p></body></html>`),
  ],
  ['an HTML page of TCVN3 in entities', utf8(`<html><body><p>${entities(TCVN3)}</p></body></html>`)],
  [
    'HTML that mixes Unicode with runs in a TCVN3 font',
    utf8(
      `<p>${PLAIN} Số liệu của các sở, ngành đã được tổng hợp.</p><p><font face=".VnTime">${entities(TCVN3)}</font></p>`,
    ),
  ],
];
test.each(CASES)('%s', async (_, bytes) => {
  const { blocks, issues } = await readBlocks(bytes, DEFAULT_LIMITS, loadKnowledge());
  expect(blocks.at(-1)?.text).toBe(PLAIN);
  expect(issues.map(({ code }) => code)).toContain('encoding-converted');
});

test('Unicode stays as it is, whatever its font is called', async () => {
  const { blocks, issues } = await readBlocks(
    utf8(`<p style="font-family:'.VnTime'">${PLAIN}</p>`),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(blocks[0]?.text).toBe(PLAIN);
  expect(issues).toEqual([]);
});

test('capitals of a font whose small letters look like capitals', async () => {
  const page = `<p><span style="font-family: .VnTimeH">kÕ ho¹ch</span></p><p style="font-family:.VnTime">${entities(TCVN3)}</p>`;
  const { blocks } = await readBlocks(utf8(page), DEFAULT_LIMITS, loadKnowledge());
  expect(blocks.map(({ text }) => text)).toEqual(['KẾ HOẠCH', PLAIN]);
});
