import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { lostLetters, onceEncoded } from '../../../src/read/encoding/twice.ts';

const PLAN =
  'ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ\nKế hoạch năm 2026 – “một cửa”: tỷ lệ hồ sơ trực tuyến đạt trên 90% vào cuối năm… xã Ỷ La là đơn vị điểm, có Ô tô; chính quyền TIÊU BIỂU.';

/** What a program makes of UTF-8 that it takes for another code; bytes without a letter stay controls. */
function mistaken(text: string, code: string): string {
  const bytes = Buffer.from(text, 'utf8');
  if (code === 'latin1') return bytes.toString('latin1');
  const decoder = new TextDecoder(code);
  return [...bytes]
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80] : decoder.decode(Uint8Array.of(byte))))
    .join('');
}
const HIGH = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

const mended = (text: string): string => onceEncoded(loadKnowledge(), text)?.(text) ?? text;

test.each(['latin1', 'windows-1252', 'windows-1258'])('UTF-8 taken for %s', (code) => {
  expect(mended(mistaken(PLAN, code))).toBe(PLAN);
  expect(mended(mistaken(PLAN, code).normalize('NFC'))).toBe(PLAN);
});

test('twice over', () => {
  expect(mended(mistaken(mistaken(PLAN, 'windows-1252'), 'windows-1252'))).toBe(PLAN);
  expect(mended(mistaken(mistaken(PLAN, 'latin1'), 'latin1'))).toBe(PLAN);
});

test('in a part of the text', () => {
  const text = `${PLAN}\n${mistaken(PLAN, 'windows-1252')}\n${PLAN}`;
  expect(mended(text)).toBe(`${PLAN}\n${PLAN}\n${PLAN}`);
});

test('with its no-break spaces made plain', () => {
  const text = 'là ngày nghỉ, và toàn xã hội; HOẠCH định chính sách, hàng năm';
  expect(mended(mistaken(text, 'windows-1252').replaceAll('\u00a0', ' ').replaceAll('\u00ad', ''))).toBe(text);
});

test.each([
  [PLAN],
  ['Ô tô, XÃ”, ĐÃ…, “khá”, “á”… MÃ–SỐ, NHÃN: “Ã”. Dân chủ, ân cần, «đã»; 5 º, 3 ª.'],
  ['Bích chương “XÃ” và “MÃ”, ‘LÃ’, GIÃ…'],
  ['Übersicht für Straßen, naïve façade, señor, Ångström, œuvre'],
  ['Kế hoạch (viết sai thành “Káº¿ hoáº¡ch”) được sửa'],
  [''],
])('right as it stands: %s', (text) => expect(onceEncoded(loadKnowledge(), text)).toBeUndefined());

test('words that lost a letter for good are counted', () => {
  expect(lostLetters('Phú Thá» năm, Tá»\ufffd trình, kinh tế')).toBe(2);
  expect(lostLetters(PLAN)).toBe(0);
  expect(lostLetters('MÃ, NHÃN, XÃ HỘI, Ã')).toBe(0);
});

test('a long text without spaces takes no time', () => {
  const start = performance.now();
  mended('Ã¡'.repeat(300_000));
  mended(`${'a'.repeat(500_000)}Ã¡ ${'áº'.repeat(200_000)}`);
  expect(performance.now() - start).toBeLessThan(3000);
});
