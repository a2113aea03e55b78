import { afterEach, describe, expect, test } from 'vitest';
import { due, HUE, LAM_DONG, PHU_THO, plan, target } from '../../compare/make.ts';
import { BROWSER, type Shown, show } from './world.ts';

describe.skipIf(BROWSER === undefined)('a page with nothing beside it (skipped where no Chromium is installed)', () => {
  let shown: Shown | undefined;
  afterEach(() => shown?.end());
  const own = plan('a', PHU_THO, [target('tỷ lệ hồ sơ đúng hạn', 90)]);

  test('the base alone: no province is counted, and its measures are one step away', async () => {
    shown = await show([own]);
    const { page, faults } = shown;
    await page.goto(shown.url);
    expect(await page.locator('h1').textContent()).toBe('Chỉ tiêu của Phú Thọ');
    expect(await page.locator('.head p').textContent()).toBe('1 kế hoạch của Phú Thọ, chưa có văn bản của tỉnh khác');
    expect(await page.locator('.state').textContent()).toContain('Chưa văn bản nào khác nêu chỉ tiêu của Phú Thọ');
    expect(await page.locator('.state button').textContent()).toBe('Xem 1 chỉ tiêu chỉ Phú Thọ nêu');
    await page.locator('.state button').click();
    expect(await page.locator('.strip').count()).toBe(1);
    await page.getByRole('button', { name: 'EN, English' }).click();
    expect(await page.locator('h1').textContent()).toBe('Targets of Phú Thọ');
    expect(faults).toEqual([]);
  });

  test("of all measures the base's come first, in areas and among them", async () => {
    const of = (text: string, area: string) => target(text, 90, { area });
    shown = await show([
      plan('b', HUE, [of('một', 'apparatus'), of('hai', 'procedures'), of('ba', 'institutions')]),
      plan('a', PHU_THO, [of('bốn', 'procedures'), of('năm', 'apparatus')]),
      plan('c', LAM_DONG, [of('ba', 'institutions')]),
    ]);
    const { page } = shown;
    await page.goto(`${shown.url}#rest=1`);
    expect(await page.locator('.strip h3').allInnerTexts()).toEqual(['bốn', 'hai', 'năm', 'một', 'ba']);
  });

  test('a cell of the matrix stacks what the filters leave, and tells how much more there is', async () => {
    const years = [2026, 2027, 2028, 2029, 2030];
    const many = years.map((year) => target('tỷ lệ hồ sơ đúng hạn', year - 1940, { deadline: due(`${year}-12-31`) }));
    shown = await show([own, plan('b', HUE, many)]);
    const { page } = shown;
    await page.goto(`${shown.url}#view=matrix`);
    const cell = page.locator('.matrix tbody td').last();
    expect((await cell.locator('button').allInnerTexts()).length).toBe(4);
    expect(await cell.locator('.others').textContent()).toBe('+ 2 số liệu');
    await page.goto('about:blank');
    await page.goto(`${shown.url}#view=matrix&year=2029`);
    expect(await cell.locator('button').allInnerTexts()).toEqual(['89%2029']);
  });

  test('texts that name no province: nothing is said of a base', async () => {
    shown = await show(['b', 'c'].map((id) => ({ ...own, header: { ...own.header, id, province: null } })));
    const { page, faults } = shown;
    for (const view of ['strips', 'matrix', 'cover', 'change']) {
      await page.goto('about:blank');
      await page.goto(`${shown.url}#rest=1&view=${view}`);
      expect(await page.locator('h1').textContent()).toBe('So sánh chỉ tiêu các kế hoạch');
      expect(await page.locator('main').textContent()).not.toMatch(
        /◆\s*(?:$|[▲=])|(?:với|chỉ) {2}|(?:với|bằng|của) *$/mu,
      );
    }
    expect(faults).toEqual([]);
  });
});
