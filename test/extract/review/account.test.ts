import { expect, test } from 'vitest';
import { accountOf } from '../../../src/extract/review/account.ts';
import { extracted } from '../make.ts';

test('every figure is in a target or listed with the reason why not', () => {
  const told = extracted([
    'I. MỤC TIÊU CỤ THỂ',
    '- 90% hồ sơ được số hóa trong năm 2023.',
    '- Học viên dưới 35 tuổi được ưu tiên.',
    'II. KINH PHÍ',
    '- Ngân sách tỉnh: 400 triệu đồng.',
    'III. NHIỆM VỤ',
    '- Đối với xã có tỷ lệ dưới 20% thì lập kế hoạch riêng.',
  ]);
  const { figures, mentions } = accountOf(told);
  const of = (words: string) => figures.find(({ text }) => text.includes(words));
  expect(of('90% hồ sơ')).toMatchObject({ targets: [told.record.targets[0]?.id], reason: null });
  expect(of('35 tuổi')?.reason).toContain('no rule reads it');
  expect(of('400 triệu')?.reason).toContain('funding');
  expect(of('dưới 20%')?.reason).toContain('whom a measure covers');
  const spelled = 'Vốn huy động đạt 205.300.000 đồng (Bằng chữ: Hai trăm linh năm triệu, ba trăm nghìn đồng chẵn).';
  expect(extracted(['I. MỤC TIÊU', spelled]).record.targets.map(({ quantity }) => quantity?.value)).toEqual([
    205300000,
  ]);
  expect(figures.every(({ targets, reason }) => targets.length > 0 === (reason === null))).toBe(true);
  const dated = extracted([
    'Phú Thọ, ngày 05 tháng 5 năm 2021',
    'Đạt 90% vào ngày 05 tháng 5 và 80% vào ngày 06 tháng 6 năm 2022.',
  ]);
  const account = accountOf(dated);
  expect(account.figures.filter(({ reason }) => reason?.startsWith('a time'))).toHaveLength(4);
  expect(mentions.map(({ mention }) => mention.rule)).toContain('quantity.percent');
});
