import { describe, expect, test } from 'vitest';
import { extracted } from '../make.ts';

/** A plan, or another document, of a province that no rule names. */
const letterhead = (kind: string, title: string): string[] => [
  'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  kind === 'KẾ HOẠCH' ? 'Số: 77/KH-UBND' : 'Số: 210/BC-UBND',
  'Quảng Trị, ngày 12 tháng 3 năm 2022',
  kind,
  title,
];
const PLAIN = 'Cải cách hành chính năm 2022';
const linksOf = (line: string, title = PLAIN, kind = 'KẾ HOẠCH') => {
  const { document } = extracted(
    [line, 'I. MỤC TIÊU', '1. 100% hồ sơ được giải quyết.'],
    letterhead(kind, title),
  ).record;
  return {
    replaces: document.replaces?.map(({ number, date, kind: how }) => `${how} ${number} ${date}`) ?? [],
    reportsOn: document.reportsOn?.map(({ number, date }) => `${number} ${date}`) ?? [],
  };
};

const REPLACED: readonly (readonly [line: string, title: string, expected: readonly string[]])[] = [
  [
    'Kế hoạch này thay thế Kế hoạch số 526/KH-UBND ngày 08/02/2021 của UBND tỉnh.',
    PLAIN,
    ['replaces 526/KH-UBND 2021-02-08'],
  ],
  [
    'Kế hoạch này có hiệu lực kể từ ngày ký và thay thế cho các Kế hoạch số 12/KH-UBND ngày 05/01/2020 của UBND tỉnh về kiểm tra công vụ, Kế hoạch số 30/KH-UBND ngày 09/4/2021.',
    PLAIN,
    ['replaces 12/KH-UBND 2020-01-05', 'replaces 30/KH-UBND 2021-04-09'],
  ],
  [
    'Thực hiện Nghị quyết số 15/NQ-HĐND ngày 10/12/2021, UBND tỉnh ban hành Kế hoạch điều chỉnh một số chỉ tiêu của Kế hoạch số 88/KH-UBND ngày 03/3/2021.',
    PLAIN,
    ['amends 88/KH-UBND 2021-03-03'],
  ],
  [
    'Nội dung như sau.',
    'Sửa đổi, bổ sung một số nội dung của Kế hoạch số 88/KH-UBND về chuyển đổi số',
    ['amends 88/KH-UBND null'],
  ],
  [
    'Sửa đổi, bổ sung điểm a khoản 2 Mục II Kế hoạch số 88/KH-UBND ngày 03/3/2021 như sau:',
    PLAIN,
    ['amends 88/KH-UBND 2021-03-03'],
  ],
  [
    'Kế hoạch này thay thế Kế hoạch cải cách hành chính năm 2021 ban hành kèm theo Quyết định số 61/QĐ-UBND ngày 07/01/2021.',
    PLAIN,
    ['replaces 61/QĐ-UBND 2021-01-07'],
  ],
  [
    'Kế hoạch số 526/KH-UBND ngày 08/02/2021 hết hiệu lực kể từ ngày Kế hoạch này được ban hành.',
    PLAIN,
    ['replaces 526/KH-UBND 2021-02-08'],
  ],
];
describe('a plan takes the place of another where it says so', () => {
  test.each(REPLACED)('%s', (line, title, expected) => {
    expect(linksOf(line, title).replaces).toEqual(expected);
  });
});

const SILENT = [
  'Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 và Kế hoạch số 526/KH-UBND ngày 08/02/2021 của UBND tỉnh.',
  'Căn cứ Nghị định số 107/2020/NĐ-CP ngày 14/9/2020 sửa đổi, bổ sung một số điều của Nghị định số 24/2014/NĐ-CP.',
  'Căn cứ Kế hoạch số 20/KH-UBND ngày 04/02/2022 sửa đổi, bổ sung Kế hoạch số 10/KH-UBND ngày 03/02/2021.',
  'Căn cứ Quyết định số 5/QĐ-UBND ngày 02/01/2022 của UBND tỉnh ban hành Kế hoạch thay thế Kế hoạch số 10/KH-UBND ngày 03/02/2021.',
  'Giao Sở Nội vụ tham mưu UBND tỉnh ban hành Kế hoạch thay thế Kế hoạch số 10/KH-UBND ngày 03/02/2021.',
  'Rà soát, điều chỉnh Kế hoạch số 10/KH-UBND ngày 03/02/2021 cho phù hợp.',
  'Kế hoạch này không thay thế Kế hoạch số 10/KH-UBND ngày 03/02/2021.',
  'Năm 2021, UBND tỉnh đã ban hành Kế hoạch thay thế Kế hoạch số 10/KH-UBND ngày 03/02/2021.',
  'Bổ sung nhiệm vụ theo Kế hoạch số 10/KH-UBND ngày 03/02/2021.',
  'Thay thế phôi bằng theo Kế hoạch số 10/KH-UBND ngày 03/02/2021.',
  'Kế hoạch này thay thế nội dung trùng lặp, thực hiện Kế hoạch số 10/KH-UBND ngày 03/02/2021.',
  'Kế hoạch này thay thế Kế hoạch số 77/KH-UBND ngày 12/3/2022.',
];
test.each(SILENT)('nothing is replaced by: %s', (line) => {
  expect(linksOf(line).replaces).toEqual([]);
});

const REPORTED: readonly (readonly [line: string, title: string, expected: readonly string[]])[] = [
  ['Nội dung như sau.', 'Kết quả thực hiện Kế hoạch số 526/KH-UBND ngày 08/02/2021', ['526/KH-UBND 2021-02-08']],
  [
    'UBND tỉnh báo cáo tình hình, kết quả triển khai thực hiện Kế hoạch số 526/KH-UBND ngày 08/02/2021 như sau:',
    'Công tác cải cách hành chính năm 2021',
    ['526/KH-UBND 2021-02-08'],
  ],
  [
    'Thực hiện Kế hoạch số 526/KH-UBND ngày 08/02/2021 của UBND tỉnh, Sở Nội vụ báo cáo kết quả thực hiện như sau:',
    'Công tác cải cách hành chính năm 2021',
    ['526/KH-UBND 2021-02-08'],
  ],
  [
    'Thực hiện Kế hoạch số 9/KH-BNV ngày 08/02/2021 của Bộ Nội vụ về kiểm tra, UBND tỉnh báo cáo kết quả cải cách hành chính như sau:',
    'Công tác cải cách hành chính năm 2021',
    [],
  ],
  ['Căn cứ Kế hoạch số 526/KH-UBND ngày 08/02/2021, UBND tỉnh báo cáo.', 'Công tác cải cách hành chính năm 2021', []],
];
test.each(REPORTED)('a report: %s %s', (line, title, expected) => {
  expect(linksOf(line, title, 'BÁO CÁO').reportsOn).toEqual(expected);
});

test('a plan that asks for reports reports on nothing', () => {
  const line = 'Các sở, ngành báo cáo kết quả thực hiện Kế hoạch số 526/KH-UBND ngày 08/02/2021 về Sở Nội vụ.';
  expect(linksOf(line).reportsOn).toEqual([]);
});

test('the words that say so are the source', () => {
  const { record, text } = extracted(['Kế hoạch này thay thế Kế hoạch số 526/KH-UBND ngày 08/02/2021.']);
  const [link] = record.document.replaces ?? [];
  expect(link?.source.quote).toBe('thay thế Kế hoạch số 526/KH-UBND ngày 08/02/2021');
  expect(text.slice(link?.source.start, link?.source.end)).toBe(link?.source.quote);
});
