import { expect, test } from 'vitest';
import { facetOf } from '../../../src/extract/tasks/list-facets.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const FACETS: [text: string, facet: string | null, said?: string][] = [
  ['Cơ quan chủ trì: Sở Y tế', 'lead', 'Sở Y tế'],
  ['Cơ quan, đơn vị chủ trì: Sở Y tế', 'lead', 'Sở Y tế'],
  ['Các đơn vị thực hiện: Sở Y tế', 'lead', 'Sở Y tế'],
  ['Đơn vị được giao chủ trì: Sở Y tế', 'lead', 'Sở Y tế'],
  ['Cơ quan chủ trì, phối hợp: Sở Y tế', 'lead', 'Sở Y tế'],
  ['Phân công thực hiện: Sở Y tế', 'lead', 'Sở Y tế'],
  ['Đơn vị phối hợp thực hiện: Sở Y tế', 'cooperate', 'Sở Y tế'],
  ['Phối hợp: Sở Y tế', 'cooperate', 'Sở Y tế'],
  ['THỜI GIAN HOÀN THÀNH: Quý II', 'time', 'Quý II'],
  ['Thời gian bắt đầu, kết thúc: Quý II', 'time', 'Quý II'],
  ['Hạn: 30/6', 'time', '30/6'],
  ['Dự kiến sản phẩm：Báo cáo', 'product', 'Báo cáo'],
  ['Sản phẩm/kết quả: Báo cáo', 'product', 'Báo cáo'],
  ['Nguồn kinh phí: Ngân sách', 'funding', 'Ngân sách'],
  ['Địa điểm tổ chức: Bến cảng', 'other', 'Bến cảng'],
  ['Đồng chí lãnh đạo UBND tỉnh phụ trách: Ông A', 'other', 'Ông A'],
  ['Nội dung 2: Trồng rừng', 'content', 'Trồng rừng'],
  ['Nhiệm vụ, giải pháp chủ yếu: Trồng rừng', 'content', 'Trồng rừng'],
  // no label
  ['Cơ quan: Sở Y tế', null],
  ['Thực hiện: Sở Y tế', null],
  ['Tổ chức thực hiện: Sở Y tế', null],
  ['Hạn chế: Thiếu thuyền', null],
  ['Thời gian qua: Thiếu thuyền', null],
  ['Thời gian thực hiện', null],
];
test.each(FACETS)('a label of a listed task: %s', (text, facet, said) => {
  const found = facetOf(loadKnowledge(), text, false);
  expect(found.facet).toBe(facet);
  if (said !== undefined) expect(text.slice(found.from)).toBe(said);
});

const HEADINGS: [text: string, facet: string | null][] = [
  ['Cơ quan chủ trì', 'lead'],
  ['Chủ trì, phối hợp.', 'lead'],
  ['Nội dung', 'content'],
  ['Thời gian', null],
  ['Phân công nhiệm vụ', null],
];
test.each(HEADINGS)('a heading over what a listed task tells: %s', (text, facet) => {
  expect(facetOf(loadKnowledge(), text, true).facet).toBe(facet);
});
