import { expect, test } from 'vitest';
import { measureOfCaption } from '../../../src/extract/tables/caption.ts';
import type { Context } from '../../../src/knowledge/context.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const context: Context = { knowledge: loadKnowledge(), year: null, date: null, singleYear: false };

test.each<[caption: string, rows: string, measure: string | undefined]>([
  ['Công suất các trạm bơm dự kiến (m3/ngày)', 'Trạm bơm', 'Công suất'],
  ['Diện tích của các xã đến năm 2030', 'Xã', 'Diện tích'],
  ['Lượng nước cấp (m3)', 'Đô thị', 'Lượng nước cấp'],
  ['Diện tích, dân số và những chỉ tiêu khác của vùng quy hoạch', 'Đô thị', undefined],
  ['Danh sách các trạm bơm', 'Trạm bơm', undefined],
])('what "%s" measures above rows of "%s"', (caption, rows, measure) => {
  expect(measureOfCaption(context, caption, rows)).toBe(measure);
});
