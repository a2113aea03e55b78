import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ComparedDocument } from '../../../src/model/comparison.ts';
import { pagePlans } from '../../../src/shell/formats/page-plans.ts';

const DOCUMENT: ComparedDocument = {
  document: 'a-1a2b3c4d',
  province: null,
  issuer: null,
  level: null,
  form: 'plan',
  number: null,
  title: 'KẾ HOẠCH thực hiện một chương trình có tên dài hơn chỗ của một nhãn',
  issuedOn: null,
  period: { start: null, end: '2025-12-31' },
  base: false,
  others: [],
};

async function planFrom(uri: string, more: Partial<ComparedDocument> = {}) {
  const origins = new Map([[DOCUMENT.document, { uri, topic: null }]]);
  const folder = await mkdtemp(join(tmpdir(), 'kehoach-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { plans, owners } = pagePlans([{ ...DOCUMENT, ...more }], origins, folder, join(folder, 'page.html'));
  return { ...plans[0], owner: owners[plans[0]?.owner ?? -1] };
}

test.each([
  ['https://vi.example/a b.pdf', 'https://vi.example/a%20b.pdf'],
  ['javascript:alert(1)', null],
  ['JavaScript:alert(1)', null],
  ['data:text/html,<script>alert(1)</script>', null],
  ['file:///etc/passwd', null],
  ['https://', null],
  ['plans.zip/không có.docx', null],
  ['', null],
])('an original at %s is linked as %s', async (uri, link) => {
  expect((await planFrom(uri)).link).toBe(link);
});

test('who is not told is called by number, title or file, never by an id', async () => {
  expect(await planFrom('x/tệp.txt')).toMatchObject({
    owner: 'KẾ HOẠCH thực hiện một chương trình có tên dài …',
    years: [2025, 2025],
  });
  expect((await planFrom('x/tệp.txt')).name).toBe('KẾ HOẠCH thực hiện một chương trình có tên dài … 2025');
  expect((await planFrom('x/tệp.txt', { number: '12/KH-UBND' })).owner).toBe('12/KH-UBND');
  expect((await planFrom('x/tệp.txt', { title: null })).owner).toBe('tệp.txt');
});
