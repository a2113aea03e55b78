import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import { comparisonHtml } from '../../../src/shell/formats/comparison-html.ts';
import { due, HUE, PHU_THO, plan, target } from '../../compare/make.ts';

/** A browser of the system's; the tests of the page are left out where there is none. */
const BROWSER = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path));

const QUOTE = '95% hồ sơ <b>đúng hạn</b>';
const LABEL = 'hồ sơ giải quyết đúng hạn';
const COMPARISON = compare(
  [
    plan('a', PHU_THO, [
      target(LABEL, 95, {
        deadline: due('2025-12-31'),
        source: { quote: QUOTE, start: 6, end: 6 + QUOTE.length, page: 2 },
      }),
      target('công chức được bồi dưỡng', 100, { area: 'civil-service' }),
    ]),
    plan('b', HUE, [target(LABEL, 90)]),
  ],
  { pipelines: [], base: PHU_THO },
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
      expect(await first()).toEqual([LABEL, 'công chức được bồi dưỡng']);
      expect(await page.locator('#matrix thead th').allInnerTexts()).toEqual([
        'Chỉ tiêu',
        'Phú Thọ 2021–2025',
        'Thừa Thiên Huế 2021–2025',
      ]);
    });

    test('a search without diacritics finds words with them', async () => {
      await page.fill('#search', 'dung han');
      expect(await first()).toEqual([LABEL]);
      await page.fill('#search', 'BỒI DUONG');
      expect(await first()).toEqual(['công chức được bồi dưỡng']);
      await page.fill('#search', '');
    });

    test('filters narrow the table', async () => {
      await page.selectOption('#area', 'civil-service');
      expect(await first()).toEqual(['công chức được bồi dưỡng']);
      await page.selectOption('#area', '');
      await page.check('#shared');
      expect(await first()).toEqual([LABEL]);
      await page.uncheck('#shared');
      await page.locator('#plans input').first().uncheck();
      expect(await first()).toEqual([LABEL]);
      await page.locator('#plans input').first().check();
    });

    test('a figure opens its quote in its place, by keyboard too', async () => {
      await page.locator('#matrix td button').first().focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('#detail blockquote').textContent()).toBe(`Trước ${QUOTE} sau đó`);
      expect(await page.locator('#detail mark').textContent()).toBe(QUOTE);
      expect(await page.locator('#detail svg circle').count()).toBe(2);
      await page.keyboard.press('Escape');
      expect(await page.locator('#detail').isVisible()).toBe(false);
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
