import { describe, expect, test } from 'vitest';
import { readHeader } from '../../../src/extract/header/header.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { laid, MOTTO } from './make.ts';

describe('signatures', () => {
  const head = [
    `ỦY BAN NHÂN DÂN TỈNH AN GIANG | ${MOTTO}`,
    'Số: 1/KH-UBND | An Giang, ngày 2 tháng 3 năm 2022',
    'KẾ HOẠCH',
    'Năm 2022',
    'I. MỤC TIÊU',
  ];

  test.each<[string, string[], object[]]>([
    [
      'in a table',
      ['Nơi nhận: / - Sở Nội vụ; / - Lưu: VT. | TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Trần Anh Thư'],
      [{ name: 'Trần Anh Thư', title: 'PHÓ CHỦ TỊCH', authority: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH' }],
    ],
    [
      'as paragraphs, signed',
      ['Nơi nhận:', '- Như trên;', 'GIÁM ĐỐC', '(Đã ký)', 'Lê Văn Phước'],
      [{ name: 'Lê Văn Phước', title: 'GIÁM ĐỐC', authority: null }],
    ],
    [
      'recipients below another sign',
      ['Nơi nhận:', '• Bộ Công an;', '• Các Sở, ban, ngành;', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Thị Hoa'],
      [{ name: 'Lê Thị Hoa', title: 'PHÓ CHỦ TỊCH', authority: 'KT. CHỦ TỊCH' }],
    ],
    [
      'no name of what follows',
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Phạm Quốc Việt', 'Tin liên quan'],
      [{ name: 'Phạm Quốc Việt', title: 'CHỦ TỊCH', authority: 'TM. ỦY BAN NHÂN DÂN' }],
    ],
  ])('%s', (_name, lines, signers) => {
    const document = laid(...head, '1. Hoàn thành 90%.', ...lines, 'PHỤ LỤC', '1. Việc khác');
    const header = readHeader(document, { knowledge: loadKnowledge() });
    expect(header.signers).toEqual(signers);
    const last = document.blocks.find(({ text }) => text === 'PHỤ LỤC');
    expect(header.signature?.end).toBe(lines.includes('Tin liên quan') ? (last?.index ?? 0) - 1 : last?.index);
    expect(document.blocks[header.headerEnd]?.text).toBe('I. MỤC TIÊU');
  });

  test('marks of authority that lead to no office are looked at once', () => {
    const marks = `${'KT. '.repeat(5000)}a`;
    const document = laid(...head, '1. Hoàn thành 90%.', 'Nơi nhận:', `${marks} CHỦ TỊCH`, 'Lê Thị Hoa');
    const before = process.cpuUsage();
    expect(readHeader(document, { knowledge: loadKnowledge() }).signers).toEqual([
      { name: 'Lê Thị Hoa', title: 'CHỦ TỊCH', authority: null },
    ]);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});

test('a plan issued with a decision begins above the line that says so, and its items are no recipients', () => {
  const document = laid(
    `ỦY BAN NHÂN DÂN TỈNH AN GIANG | ${MOTTO}`,
    'Số: 41/QĐ-UBND | An Giang, ngày 2 tháng 3 năm 2022',
    'QUYẾT ĐỊNH',
    'Về việc ban hành Kế hoạch phòng, chống dịch',
    'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng, chống dịch.',
    'TM. ỦY BAN NHÂN DÂN',
    'PHÒNG, CHỐNG DỊCH',
    '(Kèm theo Quyết định số 41/QĐ-UBND ngày 02/3/2022 của Ủy ban nhân dân tỉnh)',
    'Khống chế tỷ lệ mắc bệnh dưới 0,4% vào năm 2022.',
    '- Tăng tỷ lệ người dân hiểu về bệnh lên 85%;',
  );
  const { signature } = readHeader(document, { knowledge: loadKnowledge() });
  expect(document.blocks.slice(signature?.end).map(({ text }) => text)).toContain(
    'Khống chế tỷ lệ mắc bệnh dưới 0,4% vào năm 2022.',
  );
});
