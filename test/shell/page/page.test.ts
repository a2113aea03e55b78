import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BROWSER, QUOTE, type Shown, show } from './world.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe.skipIf(BROWSER === undefined)('the comparison page (skipped where no Chromium is installed)', () => {
  let shown: Shown;
  let page: Shown['page'];
  beforeAll(async () => {
    shown = await show();
    page = shown.page;
  }, 60_000);
  afterAll(() => shown?.end());
  beforeEach(async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await go('');
  });

  /** As somebody who follows a link with that state. */
  const go = async (hash: string): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(`${shown.url}${hash}`);
    await page.waitForSelector('main h1');
  };
  const rows = () => page.locator('.strip h3').allInnerTexts();
  const strip = (name: string) => page.locator('.strip', { hasText: name }).first();
  const chips = async (name: string) =>
    (await strip(name).locator('.chip').allInnerTexts()).map((text) =>
      text
        .split(/\s*\n\s*/u)
        .join(' ')
        .replace(' ,', ','),
    );
  const hash = () => page.evaluate<string>('decodeURIComponent(location.hash)');
  const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');

  test('the first view: what the base shares, from best to worst', async () => {
    expect(await page.locator('h1').textContent()).toBe('Phú Thọ so với 4 tỉnh');
    expect((await rows()).length).toBe(3);
    const own = await chips((await rows())[0] ?? '');
    expect(own.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Thừa Thiên Huế ▲+10 90% 2026, cao hơn +10 điểm %',
      '◆ Phú Thọ hạng 2/3 2026, ≥ 80%',
      'Lâm Đồng ▼−5 75% 2026, thấp hơn −5 điểm %',
      'An Giang ▲+2 72% 2025, cao hơn +2 điểm %; so với Phú Thọ 70% (2025)',
      'Nam Định ? 95% 2030, khác năm, chưa chắc cùng chỉ tiêu',
    ]);
    expect(await page.locator('.strip .national').first().textContent()).toBe(' · Quốc gia 85% (2030)');
  });

  test('a rank that is a smaller number is higher', async () => {
    const own = await chips('PAR Index');
    expect(own[0]?.replaceAll('\u00a0', ' ')).toBe('Lâm Đồng ▲−2 nhóm 8 2026, cao hơn −2');
    expect(own[1]).toContain('◆ Phú Thọ');
  });

  test('the four numbers are filters, kept in the address', async () => {
    expect(await page.locator('.numbers b').allInnerTexts()).toEqual(['3', '▲2', '▼1', '◆1']);
    await page.locator('.numbers button').nth(2).click();
    expect(await hash()).toBe('#rel=down');
    expect((await rows()).length).toBe(1);
    await page.locator('.filter-chip').click();
    expect((await rows()).length).toBe(3);
    await page.locator('.numbers button').nth(3).click();
    expect(await rows()).toEqual(['chi cho công chức được bồi dưỡng']);
    expect(await strip('bồi dưỡng').locator('.own b').textContent()).toBe('1.250,5\u00a0tỷ đồng');
  });

  test('search folds marks, finds provinces and quotes, and says when it finds nothing', async () => {
    await page.fill('#search', 'LAM DONG');
    expect((await rows()).length).toBe(3);
    await page.fill('#search', 'nop truc tuyen');
    expect((await rows()).length).toBe(1);
    await page.fill('#search', 'khong co gi');
    expect(await rows()).toEqual([]);
    expect(await page.locator('.state').textContent()).toContain('khong co gi');
    await page.locator('.state button').click();
    expect((await rows()).length).toBe(3);
  });

  test('filters of figures hold for strips and matrix', async () => {
    await page.getByLabel('Tỉnh', { exact: true }).selectOption('Lâm Đồng');
    expect(await page.locator('.strip .chip:not(.base)').count()).toBe(3);
    await page.locator('#tab-matrix').click();
    expect(await page.locator('.matrix thead th').allInnerTexts()).toEqual([
      'Chỉ tiêu',
      '◆ Phú Thọ',
      'Quốc gia',
      'Lâm Đồng',
    ]);
    expect(await hash()).toBe('#view=matrix&province=Lâm+Đồng');
    await go('#year=2030&rest=1');
    expect(await page.locator('.strip .chip:not(.base)').count()).toBe(1);
    await go('#sure=0.9&q=nop');
    expect(await page.locator('.strip .chip', { hasText: 'Nam Định' }).count()).toBe(0);
  });

  test('the matrix hides provinces without a figure, and counts them', async () => {
    await go('#view=matrix');
    expect(await page.locator('.matrix thead th').allInnerTexts()).not.toContain('');
    const first = page.locator('.matrix tbody tr').first();
    expect(await first.locator('button.higher').last().textContent()).toMatch(/90% ?▲\+10/u);
    expect(await first.locator('td.own button').count()).toBe(2);
  });

  test('coverage counts by area; a cell opens its strips', async () => {
    await go('#view=cover');
    expect(await page.locator('.cover tbody tr').first().locator('th').textContent()).toBe('◆ Phú Thọ');
    await page.locator('.cover tbody tr', { hasText: 'Lâm Đồng' }).locator('button').first().click();
    expect(await hash()).toContain('province=Lâm+Đồng');
    expect((await rows()).length).toBe(2);
  });

  test('coverage: the country stands apart from provinces, and its cell shows what it sets', async () => {
    await go('#view=cover');
    expect(await page.locator('.cover .group th').allInnerTexts()).toEqual(['Trung ương']);
    const country = page.locator('.cover tbody').nth(1).locator('tr').nth(1);
    expect(await country.locator('th').textContent()).toBe('Thủ tướng Chính phủ');
    expect(await country.locator('.sum').allInnerTexts()).toEqual(['1', '1']);
    await country.locator('button').click();
    expect((await rows()).length).toBe(1);
  });

  test('change: one province, two plans, with the territory named', async () => {
    await go('#view=change');
    const lines = await page.locator('.changes tbody tr').allInnerTexts();
    expect(lines.some((text) => /70%.*2025.*80%.*2026.*nâng lên/su.test(text))).toBe(true);
    expect(await page.locator('.note.stays').textContent()).toContain('Vĩnh Phúc');
    await page.getByRole('button', { name: /^nâng lên/u }).click();
    expect(await page.locator('.changes tbody tr').count()).toBe(1);
    expect(await hash()).toBe('#view=change&kind=raised');
  });

  test('the detail tells the quote with its figure, its place, and a citation', async () => {
    await strip('trực tuyến').locator('.chip.base').click();
    const sheet = page.locator('.sheet');
    expect(await sheet.locator('blockquote').first().textContent()).toBe(QUOTE);
    expect(await sheet.locator('mark').first().textContent()).toBe('80%');
    expect(await sheet.locator('.standing').textContent()).toMatch(/Thứ hạng\s*2\/3/u);
    expect(await sheet.locator('.dots .line').count()).toBe(7);
    expect(await sheet.locator('.course').getAttribute('aria-label')).toContain('Phú Thọ 2025: 70%');
    expect(await sheet.locator('#citation').textContent()).toBe(
      `Ủy ban nhân dân tỉnh Phú Thọ (2026). KẾ HOẠCH cải cách hành chính năm 2026 & 100% {số}, số 20/KH-UBND, ngày 05/01/2026, trang 2: “${QUOTE}”.`,
    );
    await sheet.getByRole('button', { name: 'BibTeX' }).click();
    expect(await sheet.locator('#citation').textContent()).toContain(
      'title = {{KẾ HOẠCH cải cách hành chính năm 2026 \\& 100\\% \\{số\\}}}',
    );
    await sheet.getByRole('button', { name: 'Xem trong văn bản' }).click();
    expect(await sheet.locator('.around').textContent()).toBe(`Trước ${QUOTE} sau đó`);
    expect(await sheet.getByRole('link', { name: /toàn văn/u }).getAttribute('href')).toMatch(
      /^documents\/b\.txt#:~:text=/u,
    );
    await sheet.locator('.dots .line', { hasText: 'Lâm Đồng' }).click();
    expect(await sheet.locator('.source h3').textContent()).toContain('Lâm Đồng');
    const link = await hash();
    await go(link);
    expect(await page.locator('.sheet .source h3').textContent()).toContain('Lâm Đồng');
  });

  describe('the browser goes back and forth', () => {
    const back = async (): Promise<string> => {
      await page.goBack();
      return hash();
    };
    const forward = async (): Promise<string> => {
      await page.goForward();
      return hash();
    };

    test('through views, filters and an open detail', async () => {
      await page.locator('#tab-matrix').click();
      await page.getByLabel('Tỉnh', { exact: true }).selectOption('Lâm Đồng');
      await page.locator('#tab-strips').click();
      await strip('PAR Index').locator('.chip').first().click();
      await page.waitForSelector('.sheet blockquote');
      const opened = await hash();
      expect(await back()).toBe('#province=Lâm+Đồng');
      await expect.poll(() => page.locator('.sheet').count()).toBe(0);
      expect(await focused()).toContain('PAR Index');
      expect(await back()).toBe('#view=matrix&province=Lâm+Đồng');
      await expect.poll(() => page.locator('.matrix').count()).toBe(1);
      expect(await back()).toBe('#view=matrix');
      await expect.poll(() => page.getByLabel('Tỉnh', { exact: true }).inputValue()).toBe('');
      expect(await back()).toBe('');
      await expect.poll(() => page.locator('.strip').count()).toBe(3);
      for (const step of ['#view=matrix', '#view=matrix&province=Lâm+Đồng', '#province=Lâm+Đồng', opened])
        expect(await forward()).toBe(step);
      await expect.poll(() => page.locator('#detail-title').textContent()).toContain('PAR Index');
      await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('detail-title');
    });

    test('what is done at once is one step, and so are a search and measures that are gone through', async () => {
      await page.locator('#tab-matrix').click();
      await page.locator('#search').pressSequentially('truc tuyen');
      expect(await hash()).toBe('#view=matrix&q=truc+tuyen');
      await page.getByLabel('Tỉnh', { exact: true }).selectOption('Lâm Đồng');
      await page.getByRole('button', { name: 'Bỏ mọi bộ lọc' }).first().click();
      expect(await hash()).toBe('#view=matrix');
      expect(await back()).toBe('#view=matrix&q=truc+tuyen&province=Lâm+Đồng');
      expect(await back()).toBe('#view=matrix&q=truc+tuyen');
      expect(await back()).toBe('');
      await page.waitForSelector('.strip');
      await page.locator('[data-open]').first().click();
      await page.waitForSelector('.sheet blockquote');
      const first = await page.locator('#detail-title').textContent();
      await page.keyboard.press('j');
      await expect.poll(() => page.locator('#detail-title').textContent()).not.toBe(first);
      expect(await back()).toBe('');
    });

    test('an address that is changed by hand, or that names what is not there', async () => {
      await page.evaluate('location.hash = "#view=cover"');
      await expect.poll(() => page.locator('.cover').count()).toBe(1);
      await page.evaluate('location.hash = "#view=nowhere&m=none&sort=many"');
      await expect.poll(() => page.locator('.strip').count()).toBe(3);
      expect(await hash()).toBe('#sort=many&m=none');
      expect(await back()).toBe('#view=cover');
    });

    test('one change of the address is one change of the page', async () => {
      await page.evaluate(`globalThis.kept = []; for (const way of ['pushState', 'replaceState']) {
        const real = history[way].bind(history);
        history[way] = (...given) => (globalThis.kept.push(way), real(...given));
      }`);
      await page.evaluate('location.hash = "#view=matrix&province=Lâm Đồng&rest=1&lang=en"');
      await expect.poll(() => page.locator('.matrix thead th').count()).toBe(4);
      // Written as the page writes it, in its place.
      expect(await page.evaluate('globalThis.kept')).toEqual(['replaceState']);
    });
  });

  test('the citation is copied by its key', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await strip('trực tuyến').locator('.chip').first().click();
    await page.waitForSelector('#citation');
    await page.keyboard.press('c');
    await page.waitForSelector('.toast.on');
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('30/KH-UBND');
  });

  test('by keyboard alone', async () => {
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
    await page.keyboard.type('jjj');
    expect(await page.inputValue('#search')).toBe('jjj');
    await page.keyboard.press('Escape');
    expect(await page.inputValue('#search')).toBe('');
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('j');
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toContain('◆ Phú Thọ');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.sheet blockquote');
    expect(await page.evaluate('document.activeElement.id')).toBe('detail-title');
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('#detail-title').textContent()).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => page.locator('#detail-title').textContent()).toBe(first);
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe(first);
    expect(await page.locator('.sheet').count()).toBe(0);
    await page.focus('#tab-strips');
    await page.keyboard.press('ArrowRight');
    expect(await hash()).toBe('#view=matrix');
    await page.keyboard.press('?');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(1);
  });

  test('speaks English, with what is Vietnamese told to be so', async () => {
    await page.getByRole('button', { name: 'EN, English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').textContent()).toBe('Phú Thọ beside 4 provinces');
    expect(await page.title()).toContain('Phú Thọ beside');
    await page.locator('.chip.base').first().click();
    expect(await page.locator('.sheet blockquote').first().getAttribute('lang')).toBe('vi');
    await go('#lang=en&rel=alone');
    expect(await strip('bồi dưỡng').locator('.own b').textContent()).toBe('1,250.5\u00a0billion VND');
    expect(await strip('bồi dưỡng').locator('h3 [lang=vi]').count()).toBe(1);
  });

  test('failures and doubts end every view, in words that run nothing', async () => {
    for (const view of ['strips', 'matrix', 'cover', 'change']) {
      await go(`#view=${view}`);
      const text = await page.locator('.doubts').textContent();
      expect(text).toContain('no-text-layer');
      expect(text).toContain('plans/<i>scan</i>.pdf');
      expect(text).toContain('Bản quét, không nhận dạng được chữ');
    }
  });

  test('what is seen is downloaded as CSV', async () => {
    await page.fill('#search', 'truc tuyen');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff"code","indicator",/u);
    expect(lines.length).toBe(9);
    expect(lines.find((line) => line.includes('Lâm Đồng'))).toContain(',75,,"%",-5,');
  });

  test('on a phone: one column, and a sheet that keeps the focus', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    for (const state of ['', '#view=matrix&rest=1', '#view=cover', '#view=change']) {
      await go(state);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    }
    await go('');
    await page.locator('.chip.base').first().click();
    await page.waitForSelector('.sheet[role=dialog]');
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.closest(".sheet") !== null')).toBe(true);
    }
    await page.locator('.scrim').click({ position: { x: 20, y: 20 } });
    expect(await page.locator('.sheet').count()).toBe(0);
  });

  test('on paper nothing floats and nothing is cut', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.sticky').isVisible()).toBe(false);
    expect(await page.locator('.strip').first().isVisible()).toBe(true);
    await page.setViewportSize({ width: 1032, height: 700 });
    await go('#view=cover');
    const right = 'document.querySelector(".cover").getBoundingClientRect().right';
    expect(await page.evaluate(right)).toBeLessThanOrEqual(1032);
    const over =
      '[...document.querySelectorAll(".cover td")].filter((one) => one.scrollWidth > one.clientWidth).length';
    expect(await page.evaluate(over)).toBe(0);
    await page.emulateMedia({ media: 'screen' });
  });

  test.each(['light', 'dark'] as const)(
    'axe finds nothing in any state, %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      const states = [
        '',
        '#rest=1',
        '#view=matrix&rest=1',
        '#view=cover',
        '#view=change',
        '#q=khong-co',
        '#lang=en&rel=up',
        '#m=digital-government.files-online',
      ];
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        for (const state of states) {
          await go(state);
          await page.addScriptTag({ path: AXE }).catch(() => page.evaluate('0'));
          const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
            'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)',
          );
          expect(found.map(({ id, nodes }) => `${state} ${width} ${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
        }
      }
      await page.emulateMedia({ colorScheme: 'light' });
    },
    120_000,
  );

  test('makes no error and asks for nothing', () => {
    expect(shown.faults).toEqual([]);
  });
});
