import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { detectEncoding } from '../../../src/read/encoding/detect.ts';
import { LEGACY_ENCODINGS } from '../../../src/read/encoding/encoding.ts';
import { encode } from './encode.ts';

const TEXT =
  'Đến năm 2025, tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn đạt từ 95% trở lên; mức độ hài lòng của người dân đạt tối thiểu 90%. Sở Nội vụ chủ trì, phối hợp với các sở, ngành liên quan thực hiện thường xuyên.';

test.each(LEGACY_ENCODINGS.filter((encoding) => encoding !== 'tcvn3-capitals'))(
  '%s is told by its letters',
  (encoding) => {
    expect(detectEncoding(loadKnowledge(), encode(TEXT, encoding))).toBe(encoding);
    // a few words are enough
    expect(detectEncoding(loadKnowledge(), encode('Phấn đấu giảm thời gian giải quyết các thủ tục', encoding))).toBe(
      encoding,
    );
  },
);

test('capitals of TCVN3 are told as TCVN3: only a font tells them apart', () => {
  expect(detectEncoding(loadKnowledge(), encode(TEXT.toUpperCase(), 'tcvn3-capitals'))).toBe('tcvn3');
});

const SILENT: [name: string, text: string][] = [
  ['Unicode', TEXT],
  ['decomposed Unicode', TEXT.normalize('NFD')],
  ['Unicode in capitals', TEXT.toUpperCase()],
  ['the other tone placement', 'Đẩy mạnh số hoá, hoà giải, thuỷ lợi, uỷ quyền, khoẻ mạnh; quí IV, lí do, kĩ thuật'],
  // every letter of this sentence is one of Latin-1
  [
    'Unicode that has no letter beyond Latin-1',
    'Báo cáo tài chính tháng ba có nhà cho bà con là chính, không có gì khác',
  ],
  ['Vietnamese without marks', 'Den nam 2025, ty le ho so dung han dat tu 95% tro len. Bao cao cua so. Ban hanh.'],
  ['English', "The committee's plan isn't final: it'll be reviewed (annually). Don't you agree? We do."],
  [
    'English with some names in VIQR',
    "In 1995 Nguye^~n Va(n A met Tra^`n Thi. B. They wrote about Hu+ng Ye^n, Tha'i Bi`nh and Ha? Pho`ng. Nobody knew the names of people there. The table shows more of it.",
  ],
  [
    'French',
    'À la fin de l’année, les élèves et les professeurs ont fêté la réussite du collège où ils étaient reçus.',
  ],
  ['German', 'Die Maßnahmen für Straßen und Brücken müssen jährlich geprüft werden; größere Änderungen sind möglich.'],
  ['figures', '1.250.000 m² · 35–40 % · 20 °C'],
  ['nothing', ''],
  ['too little', 'hµnh'],
];
test.each(SILENT)('%s is left alone', (_, text) => {
  expect(detectEncoding(loadKnowledge(), text)).toBeUndefined();
});

const CORPUS = '../shared/corpus';
describe.skipIf(!existsSync(CORPUS))('the texts of ../shared/corpus (skipped where they are absent)', () => {
  const names = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.endsWith('.txt')) : [];
  test.each(names)('%s is Unicode, and in each encoding known again', (name) => {
    const text = readFileSync(`${CORPUS}/${name}`, 'utf8').normalize('NFC');
    expect(detectEncoding(loadKnowledge(), text)).toBeUndefined();
    for (const encoding of ['tcvn3', 'vni', 'vps', 'viqr', 'windows-1258'] as const)
      expect(detectEncoding(loadKnowledge(), encode(text.slice(0, 4000), encoding))).toBe(encoding);
  });
});
