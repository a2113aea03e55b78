import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { withQuartersTold } from '../../../src/read/scan/quarters.ts';
import { lineOf, textOf } from './lines.ts';

const told = (...lines: readonly string[]): string[] =>
  withQuartersTold(
    loadKnowledge(),
    lines.map((text, i) => lineOf(text, { y: 100 + i * 50 })),
  ).map(textOf);

describe('quarters', () => {
  it.each([
    ['Quý 11/2026', 'Quý II/2026'],
    ['Quý I1 năm 2026', 'Quý II năm 2026'],
    ['Quý IL/2026', 'Quý II/2026'],
    ['quý HI, 2026', 'quý III, 2026'],
    ['Quý l/2026', 'Quý I/2026'],
    ['Quý 1V/2025-Quý 11/2026', 'Quý IV/2025-Quý II/2026'],
    ['(Quý H)', '(Quý II)'],
    ['Quý lI - Quý IlI', 'Quý II - Quý III'],
  ])('%s', (read, printed) => {
    expect(told(read)).toEqual([printed]);
  });

  it('goes on in the next line of its column', () => {
    expect(told('Trong Quý', '11/2026')).toEqual(['Trong Quý', 'II/2026']);
    const lines = [lineOf('Quý', { y: 100 }), lineOf('11/2026', { y: 500 })];
    expect(withQuartersTold(loadKnowledge(), lines).map(textOf)).toEqual(['Quý', '11/2026']);
  });

  it.each([
    'Quý 1/2026',
    'Quý 04/2026',
    'Quý IV/2026',
    // Strokes of none, or of more than one.
    'Quý IIIL/2026',
    'Quý N/2026',
    'Quý VI/2026',
    'Quý ] 2026',
    'mỗi quý 11 buổi',
    'quý 1.111 hộ',
    'đường Hồ Quý Ly',
    'ĐƯỜNG HỒ QUÝ LY',
    'Kính gửi quý vị',
    'tháng 11/2026',
  ])('leaves %s', (read) => {
    expect(told(read)).toEqual([read]);
  });

  it('keeps what was read, and is not sure', () => {
    const [line] = withQuartersTold(loadKnowledge(), [lineOf('Quý 11/2026')]);
    expect(line?.words[1]).toMatchObject({ text: 'II/2026', asRead: '11/2026', doubtful: true });
  });
});
