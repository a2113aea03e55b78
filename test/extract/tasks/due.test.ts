import { expect, test } from 'vitest';
import { extracted } from '../make.ts';

test('a time that was over before the plan is none by which a duty is due', () => {
  const { record } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ: Rà soát hồ sơ của người nhập ngũ trong giai đoạn 1974 - 1975, xong trong tháng 9/2022.',
  ]);
  expect(record.tasks.map((t) => t.deadline?.end)).toEqual(['2022-09-30']);
});

/** Behind who has a duty, in a plan of 2022. */
const TIMES: [words: string, end: string | undefined][] = [
  ['trước ngày 15/4/2022', '2022-04-15'],
  ['trong quý II/2022', '2022-06-30'],
  ['hoàn thành năm 2023', '2023-12-31'],
  ['xong trong tháng 9/2022', '2022-09-30'],
  ['từ tháng 11 - 12/2022', '2022-12-31'],
  // a year in the name of what it speaks of, before the day
  ['theo Đề án đào tạo nghề đến năm 2025, báo cáo trước ngày 27/9/2022', '2022-09-27'],
  ['đến năm 2025', '2025-12-31'],
  // what it speaks of has a time, the duty has none
  ['theo Đề án giai đoạn 2022 - 2025', undefined],
  ['của năm học 2022 - 2023', undefined],
];
test.each(TIMES)('a duty is due: %s', (words, end) => {
  const { record } = extracted(['IV. TỔ CHỨC THỰC HIỆN', `1. Sở Nội vụ: Kiểm tra các bến tắm ${words}.`]);
  expect(record.tasks.map((t) => t.deadline?.end)).toEqual([end]);
});

test('plans that are made each year tell no time of a duty', () => {
  const { record } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ: Đưa các bến tắm vào kế hoạch phát triển kinh tế - xã hội hằng năm.',
    '2. Sở Y tế: Kiểm tra các bến tắm hằng năm.',
    '3. Sở Y tế: Đánh giá kết quả thực hiện Kế hoạch hằng năm.',
  ]);
  expect(record.tasks.map((t) => t.deadline?.type)).toEqual([undefined, 'recurring', 'recurring']);
});

test('what is paid each month tells no time of a duty', () => {
  const { record } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ: Ra quyết định cho người giữ bến hưởng trợ cấp hàng tháng.',
    '2. Sở Y tế: Kiểm tra các bến tắm hàng tháng.',
  ]);
  expect(record.tasks.map((t) => t.deadline?.type)).toEqual([undefined, 'recurring']);
});
