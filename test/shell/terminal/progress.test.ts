import { PassThrough } from 'node:stream';
import stringWidth from 'string-width';
import { expect, test, vi } from 'vitest';
import { openProgress } from '../../../src/shell/terminal/progress.ts';

test('plain lines where there is no terminal: now and then, and at the end', () => {
  vi.useFakeTimers();
  const lines: string[] = [];
  const progress = openProgress(false, { isTTY: false, write: (text: string) => lines.push(text) });
  progress.start(100);
  for (let i = 0; i < 20; i++) {
    vi.advanceTimersByTime(500);
    progress.step(i === 3 ? 'failed' : 'new');
  }
  progress.stop();
  vi.useRealTimers();
  expect(lines).toEqual([
    '10/100 documents, 1 failed, 2.0/s, 45 s left\n',
    '20/100 documents, 1 failed, 2.0/s, 40 s left\n',
  ]);
});

test.each([40, 60, 80, 120])(
  'on a terminal of %s columns the figures come first, and as much of the bar and of the name as fits',
  (columns) => {
    const shown: string[] = [];
    const screen = new PassThrough({ encoding: 'utf8' }).on('data', (text: string) => void shown.push(text));
    const progress = openProgress(false, Object.assign(screen, { isTTY: true, columns }));
    progress.start(9999);
    progress.at('plans/2021/phú-thọ/kế-hoạch-cải-cách-hành-chính-số-1782-của-ủy-ban.pdf');
    for (let i = 0; i < 300; i++) progress.step('failed');
    const last = (): string => shown.findLast((text) => text.includes('documents')) ?? '';
    if (columns >= 80) expect(last()).toMatch(/ …\S+\.pdf$/u);
    // Narrower ones cut the bar.
    if (columns >= 80) expect(stringWidth(last())).toBeLessThanOrEqual(columns);
    progress.stop();
    expect(last().trim()).toMatch(/^300\/9999 documents · 300 failed · \S+\/s · .+ left █*░+$/u);
  },
);

test('the time left grows while nothing is done, and is never nothing while documents are left', () => {
  vi.useFakeTimers();
  const shown: string[] = [];
  const screen = new PassThrough({ encoding: 'utf8' }).on('data', (text: string) => void shown.push(text));
  const progress = openProgress(false, Object.assign(screen, { isTTY: true, columns: 120 }));
  progress.start(100);
  vi.advanceTimersByTime(100);
  for (let i = 0; i < 99; i++) progress.step('same');
  progress.at('plans/slow\u001b[31m.pdf');
  vi.advanceTimersByTime(1000);
  const last = (): string => shown.findLast((text) => text.includes('left')) ?? '';
  expect(last()).toMatch(/^99\/100 .* [1-9]\d* s left .*plans\/slow\\u001b\[31m\.pdf/u);
  vi.advanceTimersByTime(600_000);
  expect(last()).toMatch(/^99\/100 .* 1\d s left /u);
  progress.step('new');
  vi.advanceTimersByTime(200);
  expect(last()).toMatch(/^100\/100 .* 0 s left /u);
  progress.stop();
  vi.useRealTimers();
});

test('plain lines name what is in hand', () => {
  vi.useFakeTimers();
  const lines: string[] = [];
  const progress = openProgress(false, { isTTY: false, write: (text: string) => lines.push(text) });
  progress.start(2);
  progress.step('new');
  vi.advanceTimersByTime(6000);
  progress.at('plans/a.pdf');
  vi.useRealTimers();
  expect(lines).toEqual(['1/2 documents, 0 failed, 0.2/s, 6 s left, at plans/a.pdf\n']);
});

test('silent when told so', () => {
  const lines: string[] = [];
  const progress = openProgress(true, { write: (text: string) => lines.push(text) });
  progress.start(1);
  progress.step('new');
  progress.stop();
  expect(lines).toEqual([]);
});
