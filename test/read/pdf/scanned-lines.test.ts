import { expect, test } from 'vitest';
import { sheetsOf } from '../../../src/read/pdf/scanned-lines.ts';
import type { RecognisedLine } from '../../../src/read/scan/recogniser.ts';
import { lineOf } from '../scan/lines.ts';

const read = (...lines: RecognisedLine[]): string[] =>
  sheetsOf([{ dpi: 200, rules: [], height: 1000, lines, toPage: [1, 0, 0, 1, 0, 0] }]).flatMap((sheet) =>
    sheet.lines.map(({ words }) => words.map(({ text }) => text).join(' ')),
  );

test('a percent sign alone is the unit of a row, other signs alone are dirt', () => {
  expect(read(lineOf('%', { y: 200 }), lineOf('—', { y: 300 }), lineOf('. °', { y: 400 }))).toEqual(['%']);
});

test('a percent sign beside a speck stands on the line of its row', () => {
  const row = lineOf('Tỷ lệ hộ nghèo', { y: 200 });
  const { words, ...unit } = lineOf('% `', { x: 700, y: 200 });
  const speck = words.map((word) => (word.text === '%' ? word : { ...word, confidence: 0.3 }));
  expect(read(row, { ...unit, words: speck, y: 188 })).toEqual(['Tỷ lệ hộ nghèo %']);
});
