import { PassThrough } from 'node:stream';
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
  'on a terminal of %s columns the figures come first, and as much of the bar as fits',
  (columns) => {
    const shown: string[] = [];
    const screen = new PassThrough({ encoding: 'utf8' }).on('data', (text: string) => void shown.push(text));
    const progress = openProgress(false, Object.assign(screen, { isTTY: true, columns }));
    progress.start(9999);
    for (let i = 0; i < 300; i++) progress.step('failed');
    progress.stop();
    const last = shown.findLast((text) => text.includes('documents')) ?? '';
    expect(last).toMatch(/^300\/9999 documents · 300 failed · \S+\/s · .+ left █*░+$/u);
    // Narrower ones cut the bar.
    if (columns >= 80) expect(last.length).toBeLessThanOrEqual(columns);
  },
);

test('silent when told so', () => {
  const lines: string[] = [];
  const progress = openProgress(true, { write: (text: string) => lines.push(text) });
  progress.start(1);
  progress.step('new');
  progress.stop();
  expect(lines).toEqual([]);
});
