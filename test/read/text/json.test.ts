import { expect, test } from 'vitest';
import { textOfJson } from '../../../src/read/text/json.ts';

const LONG = 'Kế hoạch phát triển du lịch của tỉnh năm 2026.\n- Đạt 90%';
const JSON_OF = (value: unknown): string => JSON.stringify(value);

test.each([
  [JSON_OF({ id: 5, url: 'http://x.example/1', content: LONG }), LONG],
  [JSON_OF({ data: { news: [{ html: LONG }] } }), LONG],
  [JSON_OF(LONG), LONG],
  [` \n${JSON_OF([LONG])}\n`, LONG],
  ['{ghi chú} Kế hoạch', undefined],
  ['[1] Căn cứ Luật', undefined],
  ['[1]\nCăn cứ Luật', undefined],
  ['[1]', undefined],
  ['"Kế hoạch"\nnăm 2026', undefined],
  ['"Kế hoạch"', undefined],
  ['{"a": 1}\nKế hoạch', undefined],
  ['Kế hoạch', undefined],
  ['', undefined],
])('%s', (text, field) => expect(textOfJson(text)).toBe(field));

test.each([
  [JSON_OF([{ content: LONG }, { content: `${LONG} nữa` }])],
  [`${JSON_OF({ text: LONG })}\n${JSON_OF({ text: LONG })}\n`],
])('several texts are no document: %s', (text) => {
  expect(() => textOfJson(text)).toThrow(expect.objectContaining({ code: 'format-unsupported' }));
});
