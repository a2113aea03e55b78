import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { health, isReadable } from '../../../src/read/encoding/health.ts';

const GOOD =
  'Tỉnh phấn đấu đến năm 2025 đạt trên 90% hồ sơ thủ tục hành chính (TTHC) được xử lý trực tuyến; UBND cấp huyện và cấp xã báo cáo Sở Nội vụ định kỳ theo Quyết định số 12/QĐ-UBND.';

test.each<[name: string, text: string, readable: boolean]>([
  ['a plan', GOOD, true],
  ['a plan, decomposed', GOOD.normalize('NFD'), true],
  ['a heading in capitals', GOOD.toUpperCase(), true],
  [
    'look-alike letters',
    'Nguiri bj k€t an n€u thuQC m9t trong сас tnrimg hdp sau day thi khбng bi thi himh an tir hinh ma chuyёn thanh tu chung than khoJc',
    false,
  ],
  [
    'a font without a map',
    'làm Fѫ Vӣ NLӃQ QJKӏ ELӋQ pháp [ӱ lý theo quy ÿӏQK FӫD Chính SKӫ Quy ÿӏQK YӅ KRҥW ÿӝQJ NLӇP tra chuyên ngành',
    false,
  ],
  [
    'TCVN3 codes taken for Latin letters',
    'C¸c s¶n phÈm cã møc t¨ng tr−ëng thÊp h¬n møc kÕ ho¹ch ngµnh gåm ®iÖn s¶n xuÊt t¨ng bia t¨ng bét ngät t¨ng s÷a ®Æc',
    false,
  ],
  [
    'accents lost',
    'Tinh phan dau den nam 2025 dat tren 90 phan tram ho so thu tuc hanh chinh duoc xu ly truc tuyen va bao cao dinh ky theo quy dinh cua tinh va cac so ban nganh co lien quan trong ca nam ke hoach nay tai dia ban cac huyen thi xa',
    false,
  ],
  ['too little to tell', 'E>i~u 49', true],
])('readable: %s', (_, text, readable) => expect(isReadable(loadKnowledge(), text)).toBe(readable));

test('the measures of a text', () => {
  const found = health(loadKnowledge(), GOOD);
  expect(found.score).toBe(1);
  expect(found.accented).toBeGreaterThan(0.8);
  expect(found.split).toBe(0);
  expect(health(loadKnowledge(), '').score).toBe(1);
  expect(health(loadKnowledge(), 'V iệ t Nam và N g hị định').split).toBeGreaterThan(0.4);
});

test.each([
  ['Năm 20252030 đạt', 1],
  ['đạt 90%85% hồ sơ', 1],
  ['1,52,3', 1],
  ['1.452.218 lượt, 35 - 40%, 2025-2030, 1,5', 0],
])('figures that ran together in %s', (text, joined) => expect(health(loadKnowledge(), text).joined).toBe(joined));
