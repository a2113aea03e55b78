import { expect, test } from 'vitest';
import { formatOf, isHtml } from '../../src/read/sniff.ts';

test.each([
  ['%PDF-1.7\n', 'pdf'],
  ['{\\rtf1\\ansi Kế hoạch}', 'rtf'],
  ['Kế hoạch năm 2025', 'text'],
])('%j is %s', async (text, format) => expect(await formatOf(new TextEncoder().encode(text))).toBe(format));

test.each([
  ['<!doctype html><p>Chữ</p>', true],
  ['<html><body>Chữ</body></html>', true],
  ['Kế hoạch < 5 và > 3', false],
  ['# Kế hoạch\n\n| A | B |\n|---|:-:|\n| - x<br>- y<br>- z | 1<br>2<br>3 |', false],
])('HTML by its beginning: %s', (head, yes) => expect(isHtml(head)).toBe(yes));
