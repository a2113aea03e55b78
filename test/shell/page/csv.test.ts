import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agency } from '../../../src/model/record.ts';
import { comparisonCsv } from '../../../src/shell/formats/comparison-csv.ts';
import { LAM_DONG, PHU_THO, plan, target } from '../../compare/make.ts';
import { BROWSER, PLANS, type Shown, show } from './world.ts';

const SOURCE = { quote: 'Sở Giao thông vận tải', start: 0, end: 21, page: null };
const LEAD: Agency = {
  role: 'lead',
  code: 'so-giao-thong-van-tai',
  name: 'Sở Giao thông vận tải',
  text: 'Sở GTVT',
  basis: 'explicit',
  source: SOURCE,
};
const REPLACED = { number: '90/KH-UBND', issuedOn: '2019-02-03' };

/** Besides: what was replaced, reported, led by a department that is no more, and looks like a formula. */
const MORE = [
  ...PLANS,
  plan('h', PHU_THO, [target('=1+1; đường được duy tu', { value: 0.125, comparator: '>=' }, { agencies: [LEAD] })], {
    ...REPLACED,
  }),
  plan('i', PHU_THO, [target('=1+1; đường được duy tu', 98, { baseline: 'so với "năm 2020"' })], {
    number: '91/KH-UBND',
    issuedOn: '2020-02-03',
    replaces: [{ number: '90/KH-UBND', date: '2019-02-03', kind: 'replaces' }],
  }),
  plan('k', PHU_THO, [target('=1+1; đường được duy tu', 97, { status: 'result' })], {
    form: 'report',
    reportsOn: [{ number: '91/KH-UBND', date: '2020-02-03' }],
  }),
  plan('l', LAM_DONG, [target('=1+1; đường được duy tu', { value: 90, valueMax: 95 }, { condition: 'trừ ngõ' })]),
];

describe.skipIf(BROWSER === undefined)('the CSV of the page (skipped where no Chromium is installed)', () => {
  let shown: Shown;
  beforeAll(async () => {
    shown = await show(MORE, { whole: 0, figures: 0, piece: 1 });
  }, 60_000);
  afterAll(() => shown?.end());

  const downloaded = async (hash: string): Promise<string> => {
    await shown.page.goto('about:blank');
    await shown.page.goto(`${shown.url}${hash}`);
    await shown.page.waitForSelector('main h1');
    const [download] = await Promise.all([
      shown.page.waitForEvent('download'),
      shown.page.getByRole('button', { name: 'Tải CSV' }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  };
  const lines = (csv: string): string[] => csv.split('\r\n');

  test('of all measures is the one that the command writes, in its order of measures', async () => {
    const own = lines([...comparisonCsv(shown.comparison)].join(''));
    const page = lines(await downloaded('#rest=1'));
    expect(page[0]).toBe(own[0]);
    expect(page.toSorted()).toEqual(own.toSorted());
    expect(own.some((line) => line.includes('"Sở Xây dựng"'))).toBe(true);
    expect(own.some((line) => line.endsWith(',"i"'))).toBe(true);
    expect(own.some((line) => line.includes(',97,2025,') && line.endsWith('"k",'))).toBe(true);
  });

  test('of a filter is what it leaves, line by line the same', async () => {
    const own = new Set(lines([...comparisonCsv(shown.comparison)].join('')));
    const page = lines(await downloaded('#rest=1&province=Lâm Đồng'));
    expect(page.length).toBeLessThan(own.size);
    expect(page.filter((line) => !own.has(line))).toEqual([]);
    expect(page.filter((line) => line.includes('"Lâm Đồng"')).length).toBe(4);
    expect(page.some((line) => line.includes('"An Giang"'))).toBe(false);
  });

  test('what cannot be read is told, and no file is written without its quotes', async () => {
    const { page, folder, url } = shown;
    const beside = join(folder, 'page_files');
    await rename(beside, `${beside}.away`);
    await page.goto('about:blank');
    await page.goto(url);
    await page.getByRole('button', { name: 'Tải CSV' }).click();
    await page.waitForSelector('.toast.on');
    expect(await page.locator('.toast').textContent()).toMatch(/Không đọc được.*tệp thiếu hoặc hỏng/u);
    await rename(`${beside}.away`, beside);
  });
});
