import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Item } from '../../../../src/shell/page/review/api/types.ts';
import { BROWSER, PLAN, type Shown, show } from './world.ts';

describe.skipIf(BROWSER === undefined)('the list of documents (skipped where no Chromium is installed)', () => {
  let shown: Shown;
  let page: Shown['page'];
  beforeAll(async () => {
    shown = await show();
    page = shown.page;
  }, 90_000);
  afterAll(() => shown?.end());
  beforeEach(async () => {
    const { server } = shown;
    server.set({ token: null, role: 'write', refuse: 0 });
    server.jobs.length = 0;
    server.uploads.length = 0;
    server.failures.length = 0;
    await page.setViewportSize({ width: 1440, height: 900 });
    await shown.go('#list');
  });

  const names = () => page.locator('.documents .title button').allInnerTexts();
  const toast = () => page.locator('.toast.on').textContent();

  test('documents with what is to be looked at', async () => {
    expect(await names()).toContain('Lâm Đồng 2026');
    const row = page.locator('.documents tr', { hasText: 'Đắk Nông' });
    expect(await row.textContent()).toContain('báo cáo');
    expect(await row.locator('.tag.warn').textContent()).toMatch(/^\? \d+ mục cần xem$/u);
    expect(await page.locator('.count').textContent()).toBe('9 văn bản');
  });

  test('search and filters ask the server, and stand in the address', async () => {
    await page.fill('#search', 'lam dong');
    await expect.poll(names).toEqual(['Lâm Đồng 2026']);
    expect(await shown.hash()).toContain('q=lam+dong');
    await page.fill('#search', 'khong co');
    await expect
      .poll(() => page.locator('.state b').allInnerTexts())
      .toEqual(['Không có tài liệu nào khớp: “khong co”']);
    await page.locator('.state button').click();
    await expect.poll(async () => (await names()).length).toBe(9);
    await page.getByLabel('Loại văn bản', { exact: true }).selectOption('report');
    await expect.poll(names).toEqual(['Đắk Nông 2016–2020']);
    await page.locator('.filter-chip').click();
    await expect.poll(async () => (await names()).length).toBe(9);
  });

  test('uploads chosen files, a folder, and addresses', async () => {
    await page.setInputFiles('#files', [
      { name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<p>a') },
      { name: 'b.docx', mimeType: 'application/zip', buffer: Buffer.from('b') },
    ]);
    await expect.poll(toast).toBe('Đã nhận 2 tệp');
    expect(shown.server.uploads).toEqual(['a.html', 'b.docx']);
    await expect.poll(() => page.locator('.documents .still').count()).toBe(2);
    const folder = join(tmpdir(), `kehoach-up-${process.pid}`);
    await mkdir(join(folder, 'in'), { recursive: true });
    await writeFile(join(folder, 'in', 'c.txt'), 'c');
    await page.setInputFiles('#folder', folder);
    await expect.poll(() => shown.server.uploads.at(-1)).toMatch(/^kehoach-up-\d+\/in\/c\.txt$/u);
    await page.getByRole('button', { name: 'Dán địa chỉ' }).click();
    await page.locator('dialog[open] textarea').fill('https://tinh.example/a.pdf\nhttps://tinh.example/b.pdf');
    await page.getByRole('button', { name: 'Gửi' }).click();
    await expect
      .poll(() => shown.server.uploads.slice(-2))
      .toEqual(['https://tinh.example/a.pdf', 'https://tinh.example/b.pdf']);
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
  });

  test('what the texts do not tell is told of all that is sent, and is seen until it is taken back', async () => {
    await page.locator('.drop summary').click();
    await page.locator('.drop').getByLabel('Tỉnh').fill('Phú Thọ');
    await page.locator('.drop').getByLabel('Năm').fill('2026');
    const send = () =>
      page.setInputFiles('#files', { name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<p>a') });
    await send();
    await expect.poll(() => Object.fromEntries(shown.server.told)).toEqual({ province: 'Phú Thọ', year: '2026' });
    await page.locator('.drop .filter-chip', { hasText: 'Khai cho mọi tệp gửi lên: Phú Thọ, 2026' }).click();
    await send();
    await expect.poll(() => shown.server.uploads.length).toBe(2);
    expect(shown.server.told.size).toBe(0);
  });

  test('files that are dropped on the page are sent', async () => {
    const drop = `const data = new DataTransfer(); data.items.add(new File(['x'], 'dropped.html'));
      for (const type of ['dragover', 'drop']) document.querySelector('main').dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))`;
    await page.evaluate(drop);
    await expect.poll(() => shown.server.uploads).toEqual(['dropped.html']);
  });

  test('what the server does not take is said', async () => {
    shown.server.set({ refuse: 507 });
    await page.setInputFiles('#files', { name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<p>a') });
    await expect.poll(toast).toBe('Không gửi được: Refused');
    shown.faults.length = 0;
  });

  test('progress is heard: pages, time left, place in line, and a new version', async () => {
    const item = (more: Partial<Item>): Item => ({
      ...{ source: 'a.pdf', state: 'waiting', pages: null, outcome: null, document: null, failure: null },
      ...more,
    });
    const job = { id: 'j9', created: '2026-11-30T00:00:00Z', ahead: 1 } as const;
    const reading = item({ state: 'reading', pages: { done: 9, of: 21 } });
    shown.server.say('job', { ...job, state: 'running', secondsLeft: 6, items: [reading, item({ source: 'b.pdf' })] });
    await expect.poll(() => page.locator('.documents .still').allInnerTexts()).toHaveLength(2);
    const rows = page.locator('.documents .still');
    expect(await rows.first().textContent()).toContain('trang 9/21, còn 6 giây');
    expect(await rows.first().getByRole('progressbar').getAttribute('aria-valuenow')).toBe('9');
    expect(await rows.nth(1).textContent()).toContain('chờ, thứ 2');
    const done = item({ state: 'done', outcome: 'replaced', document: PLAN });
    shown.server.say('job', { ...job, state: 'done', secondsLeft: 0, items: [done] });
    await expect.poll(() => rows.count()).toBe(0);
    expect(await page.locator('.documents .tag.accent').textContent()).toBe('bản mới');
    const again = { ...job, id: 'j10', state: 'running' } as const;
    shown.server.say('job', { ...again, secondsLeft: null, items: [item({ state: 'reading' })] });
    const known = item({ state: 'done', outcome: 'same', document: PLAN });
    shown.server.say('job', { ...again, state: 'done', secondsLeft: 0, items: [known] });
    await expect.poll(toast).toBe('1 tệp đã có, không đổi');
  });

  test('a failure tells its reason and what to do, and is tried again with one click', async () => {
    shown.server.failures.push({
      id: 'f1',
      source: 'in/scan<b>.pdf',
      stage: 'read',
      code: 'no-text-layer',
      message: 'No text.',
    });
    await shown.go('#list');
    const line = page.locator('.failures li');
    expect(await line.textContent()).toMatch(/no-text-layer[\s\S]*scan<b>\.pdf[\s\S]*Bản quét[\s\S]*Cài tesseract/u);
    await line.getByRole('button', { name: 'Thử lại' }).click();
    await expect.poll(() => line.count()).toBe(0);
    expect(shown.server.asked).toContain('POST /failures/f1/retry');
    expect(shown.server.jobs[0]?.items[0]?.source).toBe('in/scan<b>.pdf');
  });

  test('ten thousand documents come page by page', async () => {
    const { records } = shown.server;
    const before = [...records];
    const [, first] = before[0] ?? [];
    if (first === undefined) throw new Error('no record');
    for (let n = 0; n < 10_000; n++)
      records.set(`z${n}`, { ...first, document: { ...first.document, id: `z${n}`, number: `${n}/KH` } });
    await shown.go('#list');
    expect(await page.locator('.documents tbody tr').count()).toBeLessThan(200);
    expect(await page.locator('.count').textContent()).toBe('10.009 văn bản');
    const rows = async () => page.locator('.documents tbody tr').count();
    const seen = await rows();
    await page.locator('.more').scrollIntoViewIfNeeded();
    await expect.poll(rows).toBeGreaterThan(seen);
    records.clear();
    for (const [id, record] of before) records.set(id, record);
  });

  test('a token is asked for where the server wants one, and a reader changes nothing', async () => {
    shown.server.set({ token: 'secret', role: 'read' });
    await page.goto('about:blank');
    await page.goto(`${shown.server.url}#list`);
    await page.getByLabel('Mã truy cập').fill('wrong');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.fault').textContent()).toBe('Mã không đúng.');
    await page.getByLabel('Mã truy cập').fill('secret');
    await page.getByRole('button', { name: 'Vào' }).click();
    await expect.poll(async () => (await names()).length).toBe(9);
    expect(await page.locator('.drop').count()).toBe(0);
    expect(await page.locator('.top').textContent()).toContain('chỉ xem');
    await page.getByRole('button', { name: 'Ra', exact: true }).click();
    await page.getByLabel('Mã truy cập').waitFor();
    shown.faults.length = 0;
  });

  test('the line is taken up again after it broke', async () => {
    const before = shown.server.asked.filter((one) => one === 'GET /events').length;
    shown.server.drop();
    await expect.poll(() => shown.server.asked.filter((one) => one === 'GET /events').length).toBeGreaterThan(before);
    await expect.poll(() => page.locator('.top .tag.warn').count()).toBe(0);
    shown.faults.length = 0;
  });

  test('on a phone nothing is wider than the window', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await shown.go('#list');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await page.evaluate('document.querySelector(".list").scrollWidth')).toBe(390);
  });

  test('makes no error and asks nobody else', () => {
    expect(shown.faults).toEqual([]);
  });
});
