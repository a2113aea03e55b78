import { expect, test } from 'vitest';
import { committeeOf } from '../../../src/extract/header/committee.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

test.each([
  [{ number: '12/KH-UBND' }, 'Cao Bằng', '2021-01-01', 'Ủy ban nhân dân tỉnh Cao Bằng', 'province'],
  [{ number: 'Số: /NQ-HĐND' }, 'Tỉnh Cao Bằng', '2021-01-01', 'Hội đồng nhân dân tỉnh Cao Bằng', 'province'],
  [{ number: '77/UBND-NC' }, 'Thành phố Huế', '2026-01-01', 'Ủy ban nhân dân thành phố Huế', 'province'],
  [{ code: 'ubnd' }, 'huyện Lâm Thao', '2021-01-01', 'Ủy ban nhân dân huyện Lâm Thao', 'district'],
  // A province dates its papers from one of its towns.
  [{ number: '12/KH-UBND' }, 'Tam Kỳ', '2021-01-01', undefined, undefined],
  [{ number: '12/KH-SNV' }, 'Cao Bằng', '2021-01-01', undefined, undefined],
  [{ number: '12/KH-UBND' }, null, null, undefined, undefined],
])('%j of %s', (signs, place, date, name, level) => {
  const body = committeeOf(loadKnowledge(), signs, place, date);
  expect([body?.name, body?.level]).toEqual([name, level]);
});
