import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readDocx } from '../../../src/read/docx/docx.ts';
import { readRtf } from '../../../src/read/rtf/rtf.ts';
import { makeDocx, p, tbl, tr } from './make-docx.ts';

const LETTERHEAD = p('ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ') + p('Số: 145/KH-UBND') + p('Phú Thọ, ngày 12 tháng 01 năm 2026');
const BODY = p('KẾ HOẠCH') + p('Cải cách hành chính năm 2026');
const section = (type: string, more = ''): string =>
  `<w:sectPr><w:headerReference w:type="${type}" r:id="header"/>${more}</w:sectPr>`;
const TITLE_PAGE = '<w:titlePg/>';

const CASES: [name: string, header: string, body: string, read: boolean][] = [
  ['of the first page alone', LETTERHEAD, BODY + section('first', TITLE_PAGE), true],
  ['of all pages', LETTERHEAD, BODY + section('default'), true],
  [
    'in two columns, with the motto',
    tbl(tr([['UBND TỈNH PHÚ THỌ'], ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']])),
    BODY + section('first', TITLE_PAGE),
    true,
  ],
  [
    'where the text has the rest of it',
    p('UBND TỈNH PHÚ THỌ') + p('Số: 145/KH-UBND'),
    p('Phú Thọ, ngày 12 tháng 01 năm 2026') + BODY + section('default'),
    true,
  ],
  ['where the text has one', LETTERHEAD, LETTERHEAD + BODY + section('first', TITLE_PAGE), false],
  ['that is not printed, as the first page has none of its own', LETTERHEAD, BODY + section('first'), false],
  ['of even pages', LETTERHEAD, BODY + section('even'), false],
  ['of the second section', LETTERHEAD, `<w:p><w:pPr><w:sectPr/></w:pPr></w:p>${BODY}${section('default')}`, false],
  ['that repeats the title', p('Kế hoạch Cải cách hành chính năm 2026'), BODY + section('default'), false],
  ['with the stamp of what came in', p('Số văn bản: 99/VP-TH') + p('Số: 99/VB-TH'), BODY + section('default'), false],
  [
    'of a stamp with its day',
    p('Số: 99/VB-TH') + p('Phú Thọ, ngày 5 tháng 1 năm 2026'),
    BODY + section('default'),
    false,
  ],
  ['with the number of a report', p('BÁO CÁO KẾT QUẢ') + p('Số: 99/BC-TH'), BODY + section('default'), false],
  ['of a body in a sentence', p('Văn phòng UBND tỉnh đã nhận') + p('Số: 99/VB-TH'), BODY + section('default'), false],
  ['of a department', p('SỞ NỘI VỤ') + p('Số: 9/KH-SNV'), BODY + section('default'), true],
  ['of the Party', p('TỈNH ỦY PHÚ THỌ') + p('Số 9-KH/TU'), BODY + section('default'), true],
  ['that counts pages', p('Trang 1/12'), BODY + section('default'), false],
  ['that names the plan', p('Kế hoạch số 145/KH-UBND ngày 12 tháng 01 năm 2026'), BODY + section('default'), false],
];
test.each(CASES)('a header %s', async (_, header, body, read) => {
  const { blocks } = await readDocx(makeDocx({ body, header }), DEFAULT_LIMITS, loadKnowledge());
  expect(blocks.some(({ furniture }) => furniture !== undefined)).toBe(!read);
  // It stands above the text in either case.
  expect(blocks.findIndex(({ text }) => text === 'KẾ HOẠCH')).toBeGreaterThan(0);
});

test('in RTF', async () => {
  const head =
    '{\\headerf UBND T\\u7880?NH PH\\u218? TH\\u7884?\\par S\\u7889?: 145/KH-UBND\\par}{\\header Trang 2\\par}\\titlepg ';
  const { blocks } = await readRtf(
    Buffer.from(`{\\rtf1\\ansi${head}K\\u7870? HO\\u7840?CH\\par}`, 'latin1'),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(blocks.map(({ text, furniture }) => [text, furniture])).toEqual([
    ['Trang 2', 'page-number'],
    ['UBND TỈNH PHÚ THỌ', undefined],
    ['Số: 145/KH-UBND', undefined],
    ['KẾ HOẠCH', undefined],
  ]);
});
