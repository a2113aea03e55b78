import { expect, test } from 'vitest';
import type { Setting } from '../../../src/read/pdf/layout.ts';
import type { Line, Word } from '../../../src/read/pdf/lines.ts';
import { begins } from '../../../src/read/pdf/paragraphs.ts';

const SIZE = 10;
const SETTING: Setting = { left: 50, right: 550, step: 1.2 };

interface Drawn {
  readonly text: string;
  readonly x0?: number;
  readonly x1?: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly mark?: number;
}

/** A line whose words share its room evenly. */
function line({ text, x0 = 50, x1 = 550, size = SIZE, bold = false, mark = -1 }: Drawn, y: number): Line {
  const texts = text.split(' ');
  const each = (x1 - x0) / texts.length;
  const words = texts.map(
    (word, i): Word => ({
      text: word,
      x0: x0 + i * each,
      x1: x0 + (i + 1) * each - 2,
      bold,
      size,
      mark,
      spaced: true,
      spaceAfter: false,
      font: 'f',
    }),
  );
  return { words, x0, x1, y, size };
}
const FULL = 'Các sở, ban, ngành và Ủy ban nhân dân các xã, phường thực hiện';
const GOES_ON = 'nhiệm vụ được giao theo đúng quy định của pháp luật và báo cáo';

const CASES: [what: string, before: Drawn, next: Drawn, step: number, begins: boolean][] = [
  ['a full line goes on at the usual step', { text: FULL }, { text: GOES_ON }, 1.2, false],
  ['a little more room is still the same', { text: FULL }, { text: GOES_ON }, 1.4, false],
  ['a wider step parts', { text: FULL }, { text: GOES_ON }, 1.5, true],
  [
    'a mark of the producer holds together over a wider step',
    { text: FULL, mark: 3 },
    { text: GOES_ON, mark: 3 },
    1.7,
    false,
  ],
  ['but not over any', { text: FULL, mark: 3 }, { text: GOES_ON, mark: 3 }, 2, true],
  ['a line that was ended early was ended on purpose', { text: 'Thực hiện.', x1: 120 }, { text: GOES_ON }, 1.2, true],
  ['another size of type', { text: FULL }, { text: GOES_ON, size: 14 }, 1.2, true],
  ['bold behind plain', { text: FULL }, { text: GOES_ON, bold: true }, 1.2, true],
  ['set in', { text: FULL }, { text: GOES_ON, x0: 80 }, 1.2, true],
  ['an item behind a full stop', { text: `${FULL}.` }, { text: `- ${GOES_ON}` }, 1.2, true],
  ['a dash within a sentence', { text: FULL }, { text: `- ${GOES_ON}` }, 1.2, false],
];
test.each(CASES)('%s', (_, before, next, step, expected) => {
  expect(begins(line(before, 100), line(next, 100 + step * SIZE), SETTING)).toBe(expected);
});
