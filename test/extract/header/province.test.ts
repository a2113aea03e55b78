import { describe, expect, test } from 'vitest';
import { headerOf } from './make.ts';

describe('a province that is named by the way', () => {
  const text = (own: number, other: number) =>
    headerOf([
      'Công tác phòng chống thiên tai năm 2023',
      ...Array.from({ length: own }, () => 'Mưa lớn trên địa bàn tỉnh Cà Mau.'),
      ...Array.from({ length: other }, () => 'Theo kinh nghiệm của tỉnh An Giang.'),
    ]).province?.name;

  test('is not that of the text', () => expect(text(4, 1)).toBe('Cà Mau'));
  test('leaves it open where it stands there nearly as often', () => expect(text(3, 1)).toBeUndefined());
  test('leaves it open where both do', () => expect(text(2, 2)).toBeUndefined());
});
