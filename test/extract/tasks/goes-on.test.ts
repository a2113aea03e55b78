import { expect, test } from 'vitest';
import { extracted } from '../make.ts';

test('sentences without who go on with the duty before them', () => {
  const { record } = extracted(
    [
      'Tỉnh yêu cầu UBND các huyện đếm các bến đò. Phối hợp với Công an tỉnh đóng bến chưa có phép và báo cáo trước ngày 15/8/2022.',
      'Tỉnh yêu cầu Sở Y tế gom thuốc. Đến nay đã có 12 trạm gom thuốc trước ngày 1/8/2022.',
    ],
    ['Tin trong tỉnh', '(Báo Yên Bái) - Tin từ các địa phương ngày 5/6/2022.'],
  );
  expect(record.tasks.map((t) => [t.cooperating.map((a) => a.code).join(), t.deadline?.end, t.text.length])).toEqual([
    ['cong-an', '2022-08-15', 124],
    ['', undefined, 31],
  ]);
});
