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
])('%s', (text, field) => expect(textOfJson(text)?.text).toBe(field));

test.each([
  [JSON_OF([{ content: LONG }, { content: `${LONG} nữa` }])],
  [`${JSON_OF({ text: LONG })}\n${JSON_OF({ text: LONG })}\n`],
])('several texts are no document: %s', (text) => {
  expect(() => textOfJson(text)).toThrow(expect.objectContaining({ code: 'format-unsupported' }));
});

const BODY = LONG.repeat(5);
const ANNEX = 'Phụ lục: số xã có nhà văn hóa đạt 85% vào năm 2026.';

test.each([
  ['in their order', { lead: 'Kính gửi: các sở, ban, ngành của tỉnh nhà', body: BODY, annex: ANNEX }, 3],
  ['in lists', { body: BODY, annexes: [{ text: ANNEX }, { text: `${ANNEX} Biểu 2` }] }, 3],
  ['that are short', { body: BODY, more: '- Hộ nghèo còn 3% năm 2026.' }, 2],
  ['twice', { annex: ANNEX, body: BODY, again: ANNEX }, 2],
])('fields of sentences are read %s', (_, record, read) => {
  expect(textOfJson(JSON_OF(record))?.read).toBe(read);
});

test('the order is that of the record', () => {
  expect(textOfJson(JSON_OF({ body: BODY, annex: ANNEX }))?.text).toBe(`${BODY}\n\n${ANNEX}`);
  expect(textOfJson(JSON_OF({ annex: ANNEX, body: BODY }))?.text).toBe(`${ANNEX}\n\n${BODY}`);
});

test.each([
  ['a summary that is in the text', { summary: 'kế hoạch phát triển DU LỊCH của tỉnh, năm 2026', body: BODY }],
  ['a summary that breaks off', { summary: 'Kế hoạch phát triển du lịch của tỉnh nă...', body: BODY }],
  ['a date', { date: 'Thứ hai, 12/01/2026 08:00', body: BODY }],
  ['an address', { url: 'https://tinh.example/van-ban/ke-hoach-phat-trien-du-lich-nam-2026.html', body: BODY }],
  ['a picture', { image: 'iVBORw0KGgo'.repeat(8), body: BODY }],
])('not read: %s', (_, record) => expect(textOfJson(JSON_OF(record))).toEqual({ text: BODY, read: 1 }));

test('beside a page a plain field is a paragraph', () => {
  const page = `<p>${BODY}</p>`;
  expect(textOfJson(JSON_OF({ page, annex: `${ANNEX} < 9%` }))?.text).toBe(`${page}\n\n<p>${ANNEX} &lt; 9%</p>`);
});
