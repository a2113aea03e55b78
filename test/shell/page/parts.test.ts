import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER, QUOTE, type Shown, show } from './world.ts';

describe.skipIf(BROWSER === undefined)('a page with files beside it (skipped where no Chromium is installed)', () => {
  let shown: Shown;
  beforeAll(async () => {
    shown = await show(undefined, { whole: 0, figures: 0, piece: 1 });
  }, 60_000);
  afterAll(() => shown?.end());

  test('figures and words are read when they are looked at', async () => {
    const { page, url, folder } = shown;
    const files = await readdir(join(folder, 'page_files'));
    expect(files.filter((name) => name.startsWith('figures-')).length).toBe(4);
    await page.goto(url);
    await page.waitForSelector('.strip .chip');
    expect(await page.locator('.numbers b').allInnerTexts()).toEqual(['3', '▲2', '▼1', '◆1']);
    await page.locator('.chip.base').first().click();
    await page.waitForSelector('.sheet blockquote');
    expect(await page.locator('.sheet blockquote').first().textContent()).toBe(QUOTE);
  });

  test('a filter of figures reads all of them', async () => {
    const { page, url } = shown;
    await page.goto('about:blank');
    await page.goto(`${url}#province=Lâm Đồng&rest=1`);
    await page.waitForSelector('.strip .chip');
    await expect.poll(() => page.locator('.strip').count()).toBe(3);
  });

  test('a file that is not there is told, the rest goes on, and it can be tried again', async () => {
    const { page, url, folder, faults } = shown;
    const beside = join(folder, 'page_files');
    const [first = ''] = (await readdir(beside)).filter((name) => name.startsWith('figures-')).sort();
    await rename(join(beside, first), join(folder, first));
    await page.goto('about:blank');
    await page.goto(`${url}#rest=1`);
    await page.waitForSelector('.state[role=alert]');
    expect(await page.locator('.state').first().textContent()).toContain(first);
    expect(await page.locator('.strip').count()).toBeGreaterThan(0);
    await rename(join(folder, first), join(beside, first));
    await page.locator('.state button').first().click();
    await expect.poll(() => page.locator('.state').count()).toBe(0);
    expect(faults.filter((fault) => !fault.includes('ERR_FILE_NOT_FOUND'))).toEqual([]);
  });
});
