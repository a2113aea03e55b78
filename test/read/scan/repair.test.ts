import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { repaired } from '../../../src/read/scan/repair.ts';
import { lineOf, textOf } from './lines.ts';

const read = (...lines: readonly string[]): string[] =>
  repaired(loadKnowledge(), [lines.map((text) => lineOf(text))]).flatMap((page) => page.map(textOf));

describe('what engines misread', () => {
  it('leaves out marks of letters that were read as a line', () => {
    expect(read('.4 ^ ˆ ^ : > 4 ˆ 4 4 BỊ 2, M ` 4', 'cơ quan quần lý')).toEqual(['cơ quan quản lý']);
    expect(read('HẠ 4 ^ W /„ .4 .Ạ ˆ .Ạ ` >^ x _i VN È')).toEqual([]);
    expect(read('1 2 3 4 5 6 7', 'A B C D E')).toEqual(['1 2 3 4 5 6 7', 'A B C D E']);
  });

  it('joins the digits of one number', () => {
    const line = lineOf('ngày 04 tháng 1 1 năm 2020');
    const at = (gap: number): string[] => {
      const words = [...line.words];
      const [one, other] = [words[3], words[4]];
      if (one === undefined || other === undefined) throw new Error('two digits');
      words[4] = { ...other, x0: one.x0 + gap, x1: one.x1 + gap };
      return repaired(loadKnowledge(), [[{ ...line, words }]])
        .flat()
        .map(textOf);
    };
    expect(at(18)).toEqual(['ngày 04 tháng 11 năm 2020']);
    expect(at(26)).toEqual(['ngày 04 tháng 1 1 năm 2020']);
  });

  it('leaves out signs of dirt, but for labels', () => {
    expect(read('Tổng lượt khách du lịch Ì', 'ñ', 'Ì Mục tiêu')).toEqual(['Tổng lượt khách du lịch', 'Ì Mục tiêu']);
  });

  it('tells acronyms as the document has them', () => {
    const given = ['hạ tầng IoT và', 'dịch vụ (1oT), mạng JoT', 'giải pháp IoT', 'hạ tầng 5G.,IoT', 'Anh JmT'];
    const told = ['hạ tầng IoT và', 'dịch vụ (IoT), mạng IoT', 'giải pháp IoT', 'hạ tầng 5G,IoT', 'Anh JmT'];
    expect(read(...given)).toEqual(told);
  });

  it.each([
    ['Thông tư số 23/2024/T7-BCT ngày', 'Thông tư số 23/2024/TT-BCT ngày'],
    ['và số 38/2025/71-BCT,', 'và số 38/2025/TT-BCT,'],
    ['Quyết định số 815/0Đ-UBND', 'Quyết định số 815/QĐ-UBND'],
    // must stay as they are
    ['Nghị quyết số 07/2024/QH15-CP', 'Nghị quyết số 07/2024/QH15-CP'],
    ['ngày 12/05-KH', 'ngày 12/05-KH'],
    ['số 12/99-UBND', 'số 12/99-UBND'],
  ])('tells symbols of documents: %s', (given, told) => {
    expect(read(given)).toEqual([told]);
  });

  it('tells quarters by their strokes', () => {
    expect(read('xong trong Quý 11/2026 theo kế hoạch')).toEqual(['xong trong Quý II/2026 theo kế hoạch']);
  });

  it('changes no other figure', () => {
    expect(read('đạt 9O% và 1.5OO hộ')).toEqual(['đạt 9O% và 1.5OO hộ']);
  });
});
