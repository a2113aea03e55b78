import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { GENERAL } from '../../../src/index.ts';
import type { Mention } from '../../../src/model/mention.ts';
import { recogniseText, type TextRecognition } from '../../../src/shell/recognise.ts';
import { recognition } from '../../../src/shell/terminal/recognition.ts';

const seen = (text: string): TextRecognition => recogniseText(text, 2025, { pipelines: [GENERAL], pipeline: 'auto' });

const LONG =
  'Phấn đấu đến hết năm 2025 có ít nhất 100.000 doanh nghiệp ứng dụng công nghệ số, trước ngày 30/6 hoàn thành 15 nhiệm vụ theo Kế hoạch số 12/KH-UBND ngày 05/5/2021; Sở Thông tin và Truyền thông chủ trì, phối hợp với các sở, ban, ngành.';

test('mentions are marked below the text and listed with their rules', () => {
  const said = recognition(seen('Phấn đấu trên 90% hồ sơ đúng hạn trong quý II/2025.'), 100).split('\n');
  expect(said.slice(0, 3)).toEqual([
    'Phấn đấu trên 90% hồ sơ đúng hạn trong quý II/2025.',
    '         1───────                2────────────────',
    '',
  ]);
  const rows = said.filter((line) => /^│ \d/u.test(line)).map((line) => line.split('│').map((cell) => cell.trim()));
  expect(rows).toEqual([
    ['', '1', 'quantity', 'quantity.percent', 'trên 90%', '> 90 %', ''],
    ['', '2', 'deadline', 'deadline.quarter', 'trong quý II/2025', 'during 2025-04-01 to 2025-06-30', ''],
  ]);
});

test('a target with the rules that made it; what is not there has no line', () => {
  const said = recognition(seen('Phấn đấu trên 90% hồ sơ đúng hạn, Sở Nội vụ chủ trì.'), 80);
  const [, target = ''] = said.split('\n\n').filter((part) => !part.startsWith('Mentions'));
  expect(target.split('\n').map((line) => line.slice(0, 12).trim() || '…')).toEqual([
    'Target 1',
    'indicator',
    'value',
    'direction',
    'status',
    'deadline',
    'agencies',
    'quote',
    'confidence',
  ]);
  expect(target).toContain('\n  value      > 90 % by quantity.percent\n');
  expect(target).toContain('\n  deadline   during 2025-01-01 to 2025-12-31 ("năm 2025", plan-period)\n');
  expect(target).toContain('\n  agencies   lead: Sở Nội vụ (so-noi-vu, explicit) by agency.named\n');
});

test('figures that are in no target, and why', () => {
  const said = recognition(seen(LONG), 80);
  const rest = said.slice(said.indexOf('Figures that are in no target'));
  expect(rest).toMatch(/│ 15 +│ no rule reads it as a measure/u);
});

test('where nothing is found it says so', () => {
  expect(recognition(seen('đúng hạn'), 80)).toBe('đúng hạn\n\nNo mentions\n\nNo targets');
});

for (const width of [60, 80, 120]) {
  test(`at ${width} columns nothing is too wide and every mention has its mark under its first letter`, () => {
    const one = seen(LONG);
    const said = recognition(one, width).split('\n');
    for (const line of said) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    const marked = said.slice(0, said.indexOf(''));
    const words = one.mentions.map((mention, i) => {
      const row = marked.findIndex((line) => new RegExp(`(?<!\\d)${i + 1}─`, 'u').test(line) && !/\p{L}/u.test(line));
      return mention.text.startsWith(
        (marked[row - 1] ?? '').slice((marked[row] ?? '').indexOf(`${i + 1}─`)).split(' ')[0] ?? '?',
      );
    });
    expect(words).toEqual(one.mentions.map(() => true));
  });
}

const mention = (start: number, end: number, text: string): Mention => ({
  kind: 'quantity',
  rule: 'quantity.made',
  start,
  end,
  text,
  value: { comparator: '=', value: 1, valueMax: null, unit: '%', text },
});
const LANES: [what: string, mentions: Mention[], marks: string[]][] = [
  ['beside each other', [mention(0, 3, 'một'), mention(4, 7, 'hai')], ['1── 2──']],
  ['over each other', [mention(0, 7, 'một hai'), mention(4, 7, 'hai')], ['1──────', '    2──']],
  ['without a gap', [mention(0, 4, 'một '), mention(4, 7, 'hai')], ['1───', '    2──']],
  [
    'three of which two fit one line',
    [mention(0, 5, 'một h'), mention(2, 4, 't '), mention(6, 7, 'i')],
    ['1──── 3', '  2─'],
  ],
];
test.each(LANES)('marks of mentions that lie %s', (_, mentions, marks) => {
  const said = recognition({ text: 'một hai', year: null, mentions, targets: [], unused: [] }, 80).split('\n');
  expect(said.slice(1, said.indexOf(''))).toEqual(marks);
});
