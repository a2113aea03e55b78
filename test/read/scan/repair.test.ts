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

  it('leaves out signs that are read of specks', () => {
    expect(read('chính ¦ ! quyền địa phương ¦', '¦ ¦ 2. Kể từ ngày', 'ban hành mới, . sửa đổi')).toEqual([
      'chính quyền địa phương',
      '2. Kể từ ngày',
      'ban hành mới, sửa đổi',
    ]);
    expect(read('Số : 12', '¦ QUY ĐỊNH CHUNG')).toEqual(['Số : 12', '¦ QUY ĐỊNH CHUNG']);
    const line = lineOf('phương án đơn : giản hóa');
    const low = line.words.map((word) => (word.text === ':' ? { ...word, y0: word.y1 - 4 } : word));
    expect(
      repaired(loadKnowledge(), [[{ ...line, words: low }]])
        .flat()
        .map(textOf),
    ).toEqual(['phương án đơn giản hóa']);
  });

  it('joins the first digit of a number with the others', () => {
    const line = lineOf('Quyết định số 1 132/QĐ-TTg');
    const at = (gap: number): string[] => {
      const words = line.words.map((word, i) => (i === 4 ? { ...word, x0: (line.words[3]?.x1 ?? 0) + gap } : word));
      return repaired(loadKnowledge(), [[{ ...line, words }]])
        .flat()
        .map(textOf);
    };
    expect(at(6)).toEqual(['Quyết định số 1132/QĐ-TTg']);
    expect(at(16)).toEqual(['Quyết định số 1 132/QĐ-TTg']);
  });

  it('has the capital of an acronym of which a digit was read, as the document has it', () => {
    const often = ['Tổng VLNCN (VLNCN)', 'sử dụng \\ 7LNCN, của công ty'];
    expect(read(...often)).toEqual(['Tổng VLNCN (VLNCN)', 'sử dụng VLNCN, của công ty']);
    expect(read('Tổng VLNCN', 'sử dụng 7LNCN')).toEqual(['Tổng VLNCN', 'sử dụng 7LNCN']);
    expect(read('VLNCN VLNCN KLNCN', '7LNCN')).toEqual(['VLNCN VLNCN KLNCN', '7LNCN']);
  });

  it('tells the tone over a hat by one word, and what a document says often', () => {
    expect(read('theo Giây phép khai thác')).toEqual(['theo Giấy phép khai thác']);
    const often = 'dùng vật liệu nổ tại mỏ';
    expect(read(often, often, often, 'dùng vật liệu nô tại mỏ').at(-1)).toBe(often);
    expect(read(often, 'dùng vật liệu nô tại mỏ').at(-1)).toBe('dùng vật liệu nô tại mỏ');
    const wrong = 'theo Giây phép cũ';
    expect(read(wrong, wrong, wrong, 'cấp Giầy phép mới').at(-1)).toBe('cấp Giấy phép mới');
    // What one word beside it asks for is not misread.
    expect(read('CCHC số 1', 'CCHC số 2', 'CCHC số 3', 'CCHC Sở Nội vụ').at(-1)).toBe('CCHC Sở Nội vụ');
    // Names are told by both sides.
    const name = 'thôn Hòa Bình mới';
    expect(read(name, name, name, 'thôn Hóa Binh').at(-1)).toBe('thôn Hóa Binh');
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
