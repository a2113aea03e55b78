import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { blocksOfText, readPlainText } from '../../../src/read/text/plain-text.ts';

const texts = (text: string): string[] => blocksOfText(loadKnowledge(), text).map((block) => block.text);
test('the text is NFC, without invisible characters, and a form feed parts lines', () => {
  expect(texts('Kê\u0301 hoạch\u200b\u00a0 cải\u00adcách\fTrang sau')).toEqual(['Kế hoạch cảicách', 'Trang sau']);
  expect(readPlainText(loadKnowledge(), '').blocks).toEqual([]);
});

test('lines that are set in keep their labels', () => {
  const items = Array.from({ length: 10 }, (_, i) => [`\t${i + 1}. Sở Nội vụ`, '\tGiúp UBND tỉnh theo dõi việc này.']);
  const lines = ['KẾ HOẠCH', 'Năm 2026', '\tI. TỔ CHỨC THỰC HIỆN', ...items.flat()];
  expect(texts(lines.join('\n'))).toEqual(lines.map((line) => line.trim()));
});
