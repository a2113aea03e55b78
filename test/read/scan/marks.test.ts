import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { withMarksTold } from '../../../src/read/scan/marks.ts';
import { lineOf, textOf } from './lines.ts';

const read = (text: string, confidence = 0.8): string =>
  withMarksTold(loadKnowledge(), [lineOf(text, { confidence })])
    .map(textOf)
    .join(' ');

describe('marks of letters by the words beside them', () => {
  it.each([
    ['viễn thông đầm bảo chất lượng', 'viễn thông đảm bảo chất lượng'],
    ['cơ quan quần lý nhà nước', 'cơ quan quản lý nhà nước'],
    ['Quần lý nhà nước', 'Quản lý nhà nước'],
    ['thuc hiện nhiệm vụ', 'thực hiện nhiệm vụ'],
    ['BẠN NHÂN DÂN TỈNH', 'BAN NHÂN DÂN TỈNH'],
  ])('%s', (given, told) => {
    expect(read(given)).toBe(told);
  });

  it.each([
    ['6.7. Trền 80% các trường', '6.7. Trên 80% các trường'],
    ['Quyết định sô 815', 'Quyết định số 815'],
    ['còn dưởi ≤5%', 'còn dưới ≤5%'],
  ])('by the figure behind them: %s', (given, told) => {
    expect(read(given, 0.96)).toBe(told);
  });

  it.each([
    'Việt Nam 2030',
    'tại Tràn 5',
    'các sở 2025',
    'Trền, 80%',
    'đạt 90% số hộ',
    'xã Quần Sơn, xã Đầm Hà',
    // A mark parts two words.
    'cái quần, lý do',
    // Both are words.
    'các chỉ tiêu chi ngân sách',
  ])('leaves "%s"', (text) => {
    expect(read(text)).toBe(text);
  });

  it('leaves what the engine is sure of', () => {
    expect(read('đầm bảo chất lượng', 0.99)).toBe('đầm bảo chất lượng');
  });

  it('sees no neighbour behind a wide gap', () => {
    expect(read('mặc quần | lý do')).toBe('mặc quần lý do');
  });

  it('goes on from line to line', () => {
    const lines = withMarksTold(loadKnowledge(), [lineOf('công tác của cơ quan quần'), lineOf('lý nhà nước')]);
    expect(lines.map(textOf).join(' ')).toBe('công tác của cơ quan quản lý nhà nước');
  });

  it('keeps what was read', () => {
    const [line] = withMarksTold(loadKnowledge(), [lineOf('đầm bảo')]);
    expect(line?.words[0]).toMatchObject({ text: 'đảm', asRead: 'đầm' });
  });
});
