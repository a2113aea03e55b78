import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { isLetterhead, letterheadLines } from '../../../src/read/text/letterhead.ts';
import { blocksOfText } from '../../../src/read/text/plain-text.ts';

const texts = (text: string): string[] => blocksOfText(loadKnowledge(), text).map((block) => block.text);

test('a letterhead and a closing block become paragraphs, left before right', () => {
  const text = `ỦY BAN NHÂN\nDÂN\nTỈNH HÀ NAM\n-------\n|\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n--------\n|\nSố: 12/KH-UBND\n|\nHà Nam, ngày 05\ntháng 5 năm 2021\n|\nKẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH\nCăn cứ chương trình công tác năm, Ủy ban\nnhân dân tỉnh ban hành kế hoạch cải cách\nhành chính nhà nước trên địa bàn tỉnh và\ngiao các sở thực hiện./.\nNơi nhận:\n- Bộ Nội vụ;\n- Lưu: VT.\n|\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn B\n|`;
  expect(texts(text)).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH HÀ NAM',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 12/KH-UBND',
    'Hà Nam, ngày 05 tháng 5 năm 2021',
    'KẾ HOẠCH',
    'CẢI CÁCH HÀNH CHÍNH',
    'Căn cứ chương trình công tác năm, Ủy ban nhân dân tỉnh ban hành kế hoạch cải cách hành chính nhà nước trên địa bàn tỉnh và giao các sở thực hiện./.',
    'Nơi nhận:',
    '- Bộ Nội vụ;',
    '- Lưu: VT.',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    'Trần Văn B',
  ]);
});

test.each<[name: string, rows: string[][], yes: boolean]>([
  ['the name of the state', [['UBND TỈNH', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM']], true],
  ['recipients', [['Nơi nhận:\n- Bộ Nội vụ', 'Trần Văn B']], true],
  ['number, place and date', [['Số: 12/KH-UBND', 'Hà Nam, ngày … tháng 5 năm 2021']], true],
  ['who signs', [['', 'KT. GIÁM ĐỐC']], true],
  [
    'data',
    [
      ['TT', 'Chủ tịch'],
      ['1', 'Sở Nội vụ'],
    ],
    false,
  ],
  ['a number without a date', [['Số: 12', 'Hồ sơ']], false],
  ['nothing', [['', ' ']], false],
])('letterhead: %s', (_, rows, yes) => expect(isLetterhead(loadKnowledge(), rows)).toBe(yes));

test.each<[lines: string[], joined: string[]]>([
  [['UỶ BAN NHÂN', 'DÂN'], ['UỶ BAN NHÂN DÂN']],
  [['Độc lập -', 'Tự do – Hạnh phúc'], ['Độc lập - Tự do – Hạnh phúc']],
  [['Thành phố Hồ', 'Chí Minh, ngày 18 tháng 11 năm 2025'], ['Thành phố Hồ Chí Minh, ngày 18 tháng 11 năm 2025']],
  [
    ['SỞ NỘI VỤ', 'Hà Nam, ngày 05 tháng 5 năm 2021'],
    ['SỞ NỘI VỤ', 'Hà Nam, ngày 05 tháng 5 năm 2021'],
  ],
  [
    ['TỈNH HÀ NAM', 'SỞ NỘI VỤ'],
    ['TỈNH HÀ NAM', 'SỞ NỘI VỤ'],
  ],
])('lines of a letterhead: %j', (lines, joined) => expect(letterheadLines(loadKnowledge(), lines)).toEqual(joined));
