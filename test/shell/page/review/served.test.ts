import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlanError } from '../../../../src/model/errors.ts';
import { choosePipelines } from '../../../../src/shell/pipelines.ts';
import { readTokens } from '../../../../src/shell/serve/guard/tokens.ts';
import { type RunningServer, startServer } from '../../../../src/shell/serve/server.ts';
import { BROWSER } from './world.ts';

const FIXTURES = fileURLToPath(new URL('../../../../fixtures/', import.meta.url));
const SMALL = (figure: number): string =>
  `<p>ỦY BAN NHÂN DÂN</p><p>TỈNH PHÚ THỌ</p><p>Số: 12/KH-UBND</p><p>Phú Thọ, ngày 05 tháng 5 năm 2021</p><p>KẾ HOẠCH</p>` +
  `<p>Cải cách hành chính năm 2021</p><p>I. MỤC TIÊU</p><p>1. Tối thiểu ${figure}% hồ sơ được giải quyết đúng hạn.</p>` +
  `<p>2. Trên 95% văn bản được ký số.</p><p>II. NHIỆM VỤ</p><p>1. Rà soát thủ tục, mở thêm 7 điểm tiếp nhận tại các xã.</p>`;

describe.skipIf(BROWSER === undefined)('the page before the server (skipped where no Chromium is installed)', () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kehoach-'));
    server = await startServer({
      ...{ out: join(folder, 'output'), host: '127.0.0.1', port: 0, concurrency: 1 },
      log: pino({ level: 'silent' }),
      tokens: await readTokens(undefined, { KEHOACH_TOKEN: 'a-token-that-nobody-guesses' }),
      choice: await choosePipelines(),
      remote: (uri) => {
        throw new PlanError('url-refused', 'fetch', `${uri} is not fetched in this test.`);
      },
    });
    browser = await chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox'] });
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.setDefaultTimeout(8000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(message.text());
    });
    await page.addInitScript("if (location.protocol === 'http:') localStorage.setItem('kehoach-reviewer', 'Lan')");
    await page.goto(server.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const names = () => page.locator('.documents .title button').allTextContents();
  const send = async (files: Readonly<Record<string, Buffer>>): Promise<void> =>
    page.setInputFiles(
      '#files',
      Object.entries(files).map(([name, buffer]) => ({ name, buffer, mimeType: 'application/octet-stream' })),
    );
  const openSmall = async (): Promise<void> => {
    await page.goto(`${server.url}#list`);
    await page.locator('.documents .title', { hasText: '12/KH-UBND' }).locator('button').click();
    await page.locator('.paper').waitFor();
    await page.locator('#tab-all').click();
  };
  const card = (words: string) => page.locator('.card', { has: page.locator('.matter', { hasText: words }) });
  const toast = () => page.locator('.toast.on > span').textContent();

  test('signs in, and takes an HTML, a DOCX, a PDF and a broken file', async () => {
    await page.getByLabel('Mã truy cập').fill('a-token-that-nobody-guesses');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.state b').textContent()).toBe('Chưa có tài liệu nào');
    await send({
      'ke-hoach.html': Buffer.from(SMALL(90)),
      'phu-tho.docx': await readFile(`${FIXTURES}phu-tho-cchc-2026.docx`),
      'dak-nong.pdf': await readFile(`${FIXTURES}dak-nong-bao-cao-2019.pdf`),
      'hong.pdf': Buffer.from('%PDF-1.7 broken'),
    });
    await expect
      .poll(async () => (await names()).toSorted(), { timeout: 30_000 })
      .toEqual(['Phú Thọ 2021', 'Phú Thọ 2026', 'Đắk Nông 2016–2020']);
    await expect.poll(() => page.locator('.failures li').textContent()).toContain('hong.pdf');
    expect(await page.locator('.failures .tag').textContent()).toBe('✕ file-corrupt');
    await expect.poll(() => page.locator('.documents .still').count()).toBe(0);
  });

  test('confirms, corrects, adds, deletes and takes back', async () => {
    await openSmall();
    await card('hồ sơ được giải quyết').locator('.face').click();
    await page.locator('.card.open .primary').click();
    await expect.poll(toast).toBe('Đã xác nhận');
    await card('văn bản được ký số').locator('.face').click();
    await page.locator('.card.open').getByLabel('Cơ quan chủ trì').fill('so thong tin');
    await page.getByRole('option', { name: 'Sở Thông tin và Truyền thông' }).click();
    await page.locator('.card.open').getByLabel('Mã', { exact: true }).fill('ky so');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Hoàn tác: Mã' }).click();
    await page.locator('.card.open').getByLabel('Giá trị', { exact: true }).fill('97,5');
    await page.keyboard.press('Enter');
    await expect.poll(toast).toBe('Đã lưu sửa đổi');
    await expect.poll(() => card('văn bản được ký số').locator('.value').textContent()).toContain('>\u00a097,5%');
    await page.evaluate(`(() => {
      const node = document.createTreeWalker([...document.querySelectorAll('.paper p')].find((one) => one.textContent.includes('7 điểm')), NodeFilter.SHOW_TEXT).nextNode();
      getSelection().selectAllChildren(node.parentElement.closest('p'));
    })()`);
    await page.locator('.add-bar').waitFor();
    // What is typed before the rules have read the words stays; what they read fills in the rest.
    let typed = (): void => undefined;
    const isTyped = new Promise<void>((done) => {
      typed = done;
    });
    await page.route('**/recognise', async (route) => {
      await isTyped;
      await route.continue();
    });
    await page.keyboard.press('m');
    const form = page.locator('[data-card="new"]');
    await form.getByLabel('Chỉ tiêu', { exact: true }).fill('số điểm tiếp nhận của xã');
    typed();
    await expect.poll(() => form.getByLabel('Chiều').inputValue()).toBe('increase-by');
    expect(await form.getByLabel('Chỉ tiêu', { exact: true }).inputValue()).toBe('số điểm tiếp nhận của xã');
    expect(await form.getByLabel('Giá trị').inputValue()).toBe('7');
    expect(await form.getByLabel('Đơn vị').inputValue()).toBe('điểm');
    await page.unroute('**/recognise');
    await form.getByLabel('Đơn vị').fill('điểm tiếp nhận');
    await form.getByLabel('Đơn vị').press('Enter');
    await expect
      .poll(() => card('số điểm tiếp nhận của xã').locator('.value').textContent())
      .toContain('7\u00a0điểm tiếp nhận');
    await card('số điểm tiếp nhận của xã').locator('.face').focus();
    await page.keyboard.press('x');
    await expect.poll(() => card('số điểm tiếp nhận của xã').count()).toBe(0);
    await page.keyboard.press('u');
    await expect.poll(() => card('số điểm tiếp nhận của xã').count()).toBe(1);
    expect(await page.locator('.document .facts').textContent()).toContain('✎ 3 sửa đổi');
  });

  test('a document that is read again keeps what was said of it, and is taken out with two clicks', async () => {
    await page.locator('#tab-head').click();
    await page.getByRole('button', { name: 'Đọc lại' }).click();
    // Read again, it says the same: which of the two is seen depends on how soon.
    await expect.poll(toast).toMatch(/^(?:Đã đưa vào hàng chờ|1 tệp đã có, không đổi)$/u);
    await page.goto(`${server.url}#list`);
    await expect.poll(async () => (await names()).length).toBe(3);
    await expect.poll(() => page.locator('.documents .still').count()).toBe(0);
    await openSmall();
    await expect.poll(() => card('văn bản được ký số').locator('.value').textContent()).toContain('97,5%');
    expect(await card('hồ sơ được giải quyết').locator('.tag.ok').textContent()).toBe('✓ Lan');
    expect(await card('số điểm tiếp nhận của xã').count()).toBe(1);
    await page.goto(`${server.url}#list`);
    await page.locator('.documents .title', { hasText: 'BÁO CÁO' }).locator('button').click();
    // The account of its figures tells reasons that the page has words for.
    await page.locator('#tab-unused').click();
    await page.locator('.unused li').first().waitFor();
    expect(await page.locator('.unused li > span').allTextContents()).not.toContainEqual(
      expect.stringMatching(/\b(?:the|of|that|stands|rule)\b/u),
    );
    await page.getByRole('button', { name: 'Ảnh trang' }).click();
    expect(await page.locator('.images .mark').count()).toBeGreaterThan(5);
    await page.locator('#tab-head').click();
    await page.getByRole('button', { name: 'Gỡ khỏi thư mục' }).click();
    await page.getByRole('button', { name: /^Gỡ thật, cùng 9 chỉ tiêu/u }).click();
    await expect.poll(async () => (await names()).toSorted()).toEqual(['Phú Thọ 2021', 'Phú Thọ 2026']);
  });

  test('two pages see what the other one does', async () => {
    await openSmall();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('.paper').waitFor();
    await card('Rà soát thủ tục').locator('.face').click();
    await page.locator('.card.open .primary').click();
    await expect.poll(() => other.locator('.card', { hasText: 'Rà soát thủ tục' }).locator('.tag.ok').count()).toBe(1);
    await other.close();
  });

  test('an indicator is tried while its words are written, saved and downloaded', async () => {
    await page.getByRole('link', { name: 'Thử mã' }).click();
    const write = async (label: string, ...phrases: string[]): Promise<void> => {
      for (const phrase of phrases) {
        await page.getByLabel(label).fill(phrase);
        await page.keyboard.press('Enter');
      }
    };
    const tab = (name: string) => page.getByRole('tab', { name }).textContent();
    expect(await page.locator('.tried b').textContent()).toBe('Chưa có từ nào');
    // In a pipeline it is held against its others: alone these words take nothing from them.
    await write('Phải có một trong các từ này', 'văn bản', 'hồ sơ');
    await expect.poll(() => page.locator('.told').textContent()).toContain('Nhận 0 chỉ tiêu');
    await page.getByLabel('Thêm vào bộ mã').selectOption('bộ riêng');
    await expect.poll(() => page.locator('.told').textContent()).toMatch(/^Nhận [1-9]\d* chỉ tiêu trong 2 văn bản/u);
    const before = await tab('Nhận');
    await page.getByRole('button', { name: 'Thêm nhóm từ' }).click();
    await write('nhóm 2', 'được ký số');
    await expect.poll(() => page.locator('.found a').allTextContents()).toEqual(['văn bản được ký số']);
    expect(await page.locator('.found mark').allTextContents()).toEqual(['văn bản', 'được ký số']);
    await page.getByRole('tab', { name: 'Gần khớp' }).click();
    await expect
      .poll(() => page.locator('.found .near').first().textContent())
      .toMatch(/^thiếu một trong các từ: được ký số/u);
    // Words that are taken out are asked for no more.
    await page.getByRole('button', { name: 'Bỏ được ký số' }).click();
    await page.getByRole('button', { name: 'Bỏ nhóm cuối' }).click();
    await page.getByRole('tab', { name: 'Nhận' }).click();
    await expect.poll(() => tab('Nhận')).toBe(before);
    await page.getByLabel('Tên tiếng Việt').fill('Văn bản, hồ sơ');
    expect(await page.getByLabel('Mã', { exact: true }).getAttribute('placeholder')).toMatch(/\.van-ban-ho-so$/u);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải YAML' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('own-indicators.yaml');
    expect(await readFile(await download.path(), 'utf8')).toContain('.van-ban-ho-so\n');
    await page.getByLabel('Tên tệp').fill('của tôi');
    await expect.poll(() => page.locator('.saving .fault').textContent()).toContain('chữ thường không dấu');
    await page.getByLabel('Tên tệp').fill('cua-toi');
    await page.getByRole('button', { name: 'Lưu vào thư mục' }).click();
    await expect.poll(() => page.locator('.saving code').first().textContent()).toContain('/pipelines/cua-toi.yaml');
    expect(await readFile(join(folder, 'output/pipelines/cua-toi.yaml'), 'utf8')).toContain('name: cua-toi\n');
    await page.getByRole('button', { name: 'Xóa: cua-toi' }).click();
    await expect.poll(() => page.locator('.shelf').count()).toBe(0);
    // An indicator that there is, to begin with; a target leads to its document.
    await page.getByLabel('Bắt đầu từ').fill('on-time-share');
    await page.getByRole('option').first().click();
    await expect.poll(() => page.getByLabel('Mã', { exact: true }).inputValue()).toBe('procedures.on-time-share');
    await expect.poll(() => page.locator('.found a').first().textContent()).toContain('đúng hạn');
    await page.locator('.found a').first().click();
    await page.locator('.card.open').waitFor();
  });

  test('the comparison is one click away', async () => {
    await page.getByRole('link', { name: 'So sánh' }).click();
    await page.locator('h1').waitFor();
    expect(await page.locator('h1').textContent()).toContain('Phú Thọ');
  });

  test('the page of the API shows all that can be asked', async () => {
    await page.goto(`${server.url}/docs`);
    await page.locator('.opblock-summary').first().click();
    await page.locator('.opblock-body').first().waitFor();
    expect(await page.locator('.opblock').count()).toBeGreaterThan(25);
  });

  test('makes no error', () => {
    expect(faults).toEqual([]);
  });
});
