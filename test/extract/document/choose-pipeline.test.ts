import { expect, test } from 'vitest';
import { choosePipeline } from '../../../src/extract/document/choose-pipeline.ts';
import { GENERAL, type Pipeline } from '../../../src/model/pipeline.ts';

const pipeline = (name: string, title: string[], text: string[], textAtLeast = 2): Pipeline => ({
  ...GENERAL,
  name,
  topic: name,
  match: { title, text, textAtLeast },
});
const FORESTS = pipeline('forests', ['bảo vệ rừng'], ['trồng rừng', 'cháy rừng', 'độ che phủ']);
const ROADS = pipeline('roads', ['giao thông'], ['đường tỉnh', 'cầu yếu', 'trồng rừng']);
const CULVERTS = pipeline('culverts', ['cầu - cống'], []);
const ALL = [FORESTS, ROADS, CULVERTS, GENERAL];

test.each<[title: string | null, text: string, name: string | undefined]>([
  ['KẾ HOẠCH bảo vệ rừng năm 2026', '', 'forests'],
  // Of two that the title names, the first in it.
  ['Phát triển giao thông và bảo vệ rừng', '', 'roads'],
  ['Bảo vệ rừng và phát triển giao thông', '', 'forests'],
  // A long dash joins as a hyphen does.
  ['Kế hoạch cầu – cống', '', 'culverts'],
  ['KẾ HOẠCH CẦU-CỐNG', '', 'culverts'],
  // The title goes before the text.
  ['Kế hoạch giao thông', 'trồng rừng, cháy rừng, độ che phủ', 'roads'],
  // So many different phrases are enough, one phrase often is not.
  [null, 'trồng rừng; phòng cháy rừng', 'forests'],
  [null, 'trồng rừng; trồng rừng; trồng rừng', 'general'],
  [null, 'cầu yếu, đường tỉnh, trồng rừng, cháy rừng', 'roads'],
  // Whole words only, at the beginning of the text.
  ['Bảo vệ rừngg', '', 'general'],
  [null, `${'x '.repeat(4001)}trồng rừng, cháy rừng`, 'general'],
  [null, '', 'general'],
])('title %j, text %.40j: %s', (title, text, name) => {
  expect(choosePipeline(ALL, title, text)?.name).toBe(name);
});

test('none where none fits and there is no general one', () => {
  expect(choosePipeline([FORESTS], null, '')).toBeUndefined();
});
