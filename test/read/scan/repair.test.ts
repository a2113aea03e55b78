import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { repaired } from '../../../src/read/scan/repair.ts';
import { lineOf, textOf } from './lines.ts';

const read = (...lines: readonly string[]): string[] =>
  repaired(loadKnowledge(), [lines.map((text) => lineOf(text))]).flatMap((page) => page.map(textOf));

describe('what engines misread', () => {
  it('leaves out marks of letters that were read as a line', () => {
    expect(read('.4 ^ ˆ ^ : > 4 ˆ 4 4 BỊ 2, M ` 4', 'cơ quan quần lý')).toEqual(['cơ quan quản lý']);
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

  it('tells quarters by their strokes', () => {
    expect(read('xong trong Quý 11/2026 theo kế hoạch')).toEqual(['xong trong Quý II/2026 theo kế hoạch']);
  });

  it('changes no other figure', () => {
    expect(read('đạt 9O% và 1.5OO hộ')).toEqual(['đạt 9O% và 1.5OO hộ']);
  });
});
