import { InvalidArgumentError } from 'commander';
import { expect, test } from 'vitest';
import { pause, port, positive, wholeNumber, yearValue } from '../../../src/shell/commands/option-values.ts';

const VALUES: [read: (value: string) => number, good: [string, number][], bad: string[]][] = [
  [
    positive,
    [
      ['1', 1],
      ['0.5', 0.5],
      [' 12 ', 12],
    ],
    ['0', '-1', '', 'ten', 'Infinity', '1 s'],
  ],
  [
    wholeNumber,
    [
      ['1', 1],
      ['40', 40],
    ],
    ['0', '1.5', '-3', '', 'x'],
  ],
  [
    pause,
    [
      ['0', 0],
      ['0.25', 0.25],
      ['25', 25],
    ],
    ['-1', '', ' ', 'soon', 'Infinity'],
  ],
  [
    port,
    [
      ['0', 0],
      ['65535', 65535],
    ],
    ['65536', '-1', '80.5', '', 'http'],
  ],
  [
    yearValue,
    [
      ['2025', 2025],
      ['1999', 1999],
    ],
    ['25', '2025.5', ' 2025', '20255', '3025', '', 'nay'],
  ],
];
for (const [read, good, bad] of VALUES) {
  test.each(good)(`${read.name}: "%s" is %d`, (value, number) => expect(read(value)).toBe(number));
  test.each(bad)(`${read.name}: "%s" is refused`, (value) => expect(() => read(value)).toThrow(InvalidArgumentError));
}
