import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparePlans } from '../../../src/compare/compare.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { comparisonHtml } from '../../../src/shell/formats/comparison-html.ts';
import { due, HUE, PHU_THO, plan, target } from '../../compare/make.ts';

/** A browser of the system's; the tests of the page are left out where there is none. */
const BROWSER = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path));

const QUOTE = '95% hồ sơ <b>đúng hạn</b>';
const LABEL = 'hồ sơ giải quyết đúng hạn';
const OLD = { number: '10/KH-UBND', issuedOn: '2021-02-03' };
const CITED = { number: '10/KH-UBND', date: '2021-02-03' };
const COMPARISON = comparePlans(
  loadKnowledge(),
  [
    plan('a', PHU_THO, [
      target(LABEL, 95, {
        deadline: due('2025-12-31'),
        source: { quote: QUOTE, start: 6, end: 6 + QUOTE.length, page: 2 },
      }),
      target('chi cho công chức được bồi dưỡng', { value: 1250.5e9, unit: 'VND' }, { area: 'civil-service' }),
    ]),
    plan('b', HUE, [target(LABEL, 90), target(LABEL, 97, { deadline: due('2030-12-31') })], OLD),
    plan('c', HUE, [target(LABEL, 92, { status: 'result' })], { form: 'report', reportsOn: [CITED] }),
    plan('d', PHU_THO, [target(LABEL, 80)], { ...OLD, number: '5/KH-UBND' }),
    plan('e', PHU_THO, [], { replaces: [{ ...CITED, number: '5/KH-UBND', kind: 'replaces' }] }),
  ],
  { pipelines: [], base: [PHU_THO], results: true },
);

describe.skipIf(BROWSER === undefined)(
  'the comparison page in a browser (skipped where no Chromium is installed)',
  () => {
    let folder: string;
    let browser: Browser;
    let page: Page;
    const faults: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'kehoach-'));
      await mkdir(join(folder, 'documents'));
      await writeFile(join(folder, 'documents', 'a.txt'), `Trước ${QUOTE} sau đó`);
      await writeFile(join(folder, 'page.html'), await comparisonHtml(COMPARISON, [], folder));
      browser = await chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox'] });
      page = await browser.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) faults.push(request.url());
      });
      await page.goto(pathToFileURL(join(folder, 'page.html')).href);
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    const measures = () => page.locator('#matrix tbody tr:not(.area) th').allInnerTexts();
    const first = async () => (await measures()).map((text) => text.split('\n')[0]);

    test('shows every measure, the base first', async () => {
      expect(await first()).toEqual([LABEL, 'chi cho công chức được bồi dưỡng']);
      expect(await page.locator('#matrix thead th').allInnerTexts()).toEqual([
        'Chỉ tiêu',
        'Phú Thọ 2021–2025, a',
        'Phú Thọ 2021–2025, 5/KH-UBND',
        'Phú Thọ 2021–2025, e',
        'Thừa Thiên Huế 2021–2025',
        'Thừa Thiên Huế 2021–2025 (báo cáo)',
      ]);
    });

    test('a search without diacritics finds words with them', async () => {
      await page.fill('#search', 'dung han');
      expect(await first()).toEqual([LABEL]);
      await page.fill('#search', 'BỒI DUONG');
      expect(await first()).toEqual(['chi cho công chức được bồi dưỡng']);
      await page.fill('#search', 'duong cong chuc');
      expect(await first()).toEqual(['chi cho công chức được bồi dưỡng']);
      await page.fill('#search', 'duong dung');
      expect(await first()).toEqual([]);
      await page.fill('#search', '');
    });

    test('filters narrow the table', async () => {
      await page.selectOption('#area', 'civil-service');
      expect(await first()).toEqual(['chi cho công chức được bồi dưỡng']);
      await page.selectOption('#area', '');
      await page.check('#shared');
      expect(await first()).toEqual([LABEL]);
      await page.uncheck('#shared');
      await page.locator('#plans input').first().uncheck();
      expect(await first()).toEqual([LABEL]);
      await page.locator('#plans input').first().check();
      await page.selectOption('#year', '2030');
      expect(await page.locator('#matrix td button').allInnerTexts()).toEqual(['97%']);
      await page.selectOption('#year', '');
      await page.click('#no');
      expect(await page.locator('#plans-title').textContent()).toBe('Kế hoạch (0/5)');
      expect(await first()).toEqual([]);
      await page.click('#every');
      expect(await first()).toEqual([LABEL, 'chi cho công chức được bồi dưỡng']);
    });

    test('warnings are told in the language of the page, with plans by their names', async () => {
      const warnings = () => page.locator('#warnings li').allInnerTexts();
      expect(await warnings()).toEqual([
        'Phú Thọ 2021–2025, 5/KH-UBND đã được thay thế bởi Phú Thọ 2021–2025, e: chỉ tiêu cũ không tính bên cạnh chỉ tiêu mới.',
      ]);
      await page.click('#language');
      expect(await warnings()).toEqual([
        'Phú Thọ 2021–2025, 5/KH-UBND is replaced by Phú Thọ 2021–2025, e: its targets are not counted beside the newer ones.',
      ]);
      await page.click('#language');
    });

    test('figures are written as the language of the page writes them', async () => {
      const figures = async () =>
        (await page.locator('#matrix td button').allInnerTexts()).filter((text) => text !== '');
      expect(await figures()).toContain('1.250,5 tỷ đồng');
      await page.click('#language');
      expect(await figures()).toContain('1,250.5 billion VND');
      await page.click('#language');
    });

    test('a figure opens its quote in its place, by keyboard too', async () => {
      await page.locator('#matrix td button').first().focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('#detail blockquote').textContent()).toBe(`Trước ${QUOTE} sau đó`);
      expect(await page.locator('#detail mark').textContent()).toBe(QUOTE);
      // Five figures and the result beside one of them; then the two years of one province.
      const charts = page.locator('#detail [role=img]');
      expect(await charts.count()).toBe(2);
      expect(await charts.first().locator('.ct-point').count()).toBe(6);
      expect(await charts.first().getAttribute('aria-label')).toContain(
        'Phú Thọ 2021–2025, 5/KH-UBND: 80% (đã được thay thế)',
      );
      expect(await charts.last().locator('.ct-line').count()).toBe(1);
      expect(await charts.last().getAttribute('aria-label')).toBe('Thừa Thiên Huế: 2025 90%, 2030 97%');
      await page.keyboard.press('Escape');
      expect(await page.locator('#detail').isVisible()).toBe(false);
      expect(await page.evaluate<unknown>('document.activeElement.dataset.target')).toBe('a#t1');
    });

    test('what was reached stands beside its target, what was replaced is marked', async () => {
      const cells = await page.locator('#matrix tbody tr:not(.area)').first().locator('td').allInnerTexts();
      expect(cells.find((text) => text.includes('90%'))).toContain('→ đạt 92%');
      expect(cells.find((text) => text.includes('80%'))).toContain('đã được thay thế');
      expect(await page.locator('#sources').textContent()).toContain('được thay thế bởi e');
    });

    test('whatever is operated has a name, tables scroll by keyboard', async () => {
      const nameless = await page.evaluate<unknown>(`
        [...document.querySelectorAll('button, input, select, table, [role=region]')]
          .filter((one) => (one.labels?.length ?? 0) === 0 && !one.getAttribute('aria-label') && one.textContent.trim() === '')
          .filter((one) => one.querySelector('caption') === null)
          .map((one) => one.outerHTML.slice(0, 80))`);
      expect(nameless).toEqual([]);
      expect(await page.locator('.scroll[role=region][tabindex="0"]').count()).toBe(3);
    });

    test('on a phone nothing sticks out, tables scroll by themselves', async () => {
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await page.evaluate<unknown>('document.documentElement.scrollWidth')).toBe(390);
      await page.setViewportSize({ width: 1280, height: 720 });
    });

    test('speaks English when asked', async () => {
      await page.click('#language');
      expect(await page.locator('h1').textContent()).toBe('Targets of plans compared');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.click('#language');
      expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    });

    test('makes no error and asks for nothing', () => {
      expect(faults).toEqual([]);
    });
  },
);
