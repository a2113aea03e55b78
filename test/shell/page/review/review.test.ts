import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BROWSER, PLAN, type Shown, show } from './world.ts';

describe.skipIf(BROWSER === undefined)('a document (skipped where no Chromium is installed)', () => {
  let shown: Shown;
  let page: Shown['page'];
  beforeAll(async () => {
    shown = await show();
    page = shown.page;
  }, 90_000);
  afterAll(() => shown?.end());
  beforeEach(async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    shown.server.reset();
    await open('');
  });

  const open = async (more: string): Promise<void> => {
    await shown.go(`#doc=${PLAN}${more}`);
    await page.waitForSelector('.paper, .images', { state: 'attached' });
  };
  const doubts = async (): Promise<number> =>
    Number(((await page.locator('#tab-look').textContent()) ?? '').split(' ').at(-1));
  const opened = () => page.locator('.card.open');
  const toast = () => page.locator('.toast.on > span').textContent();
  interface Said {
    readonly id: string;
    readonly act: string;
    readonly kind: string;
    readonly key: string;
    readonly by: string;
    readonly why?: string | undefined;
    readonly field?: string;
    readonly value?: unknown;
    readonly place?: { readonly start: number; readonly end: number } | null;
  }
  const said = (): readonly Said[] => shown.server.corrections.get(PLAN) ?? [];
  const saidShort = () => said().map(({ act, field, value }) => [act, ...(field === undefined ? [] : [field, value])]);
  const field = (name: string) => opened().getByLabel(name, { exact: true });
  /** Marks words of the text, as somebody does with the mouse. */
  const markWords = (words: string) =>
    page.evaluate(
      `(() => {
        const walk = document.createTreeWalker(document.querySelector('.paper'), NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          const at = node.data.indexOf(${JSON.stringify(words)});
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at); range.setEnd(node, at + ${words.length});
          getSelection().removeAllRanges(); getSelection().addRange(range);
          return;
        }
        throw new Error('not there');
      })()`,
    );

  test('doubts come first, the least sure on top, with a reason and its field', async () => {
    expect(await page.locator('.first h2').textContent()).toBe('Xem 3 mục này trước');
    const sure = (await page.locator('.card .sureness').allInnerTexts()).map((text) =>
      Number(text.split(/\s/u).at(-1)?.replace(',', '.')),
    );
    expect(sure).toEqual([...sure].sort((a, b) => a - b));
    expect(await opened().locator('.why').textContent()).toMatch(/^\?Tên chỉ tiêu dài \d+ chữ/u);
    expect(await opened().locator('.box.asked label').textContent()).toBe('Chỉ tiêu');
  });

  test('the text is marked, with its paths; every letter of it stays', async () => {
    const letters = (text: string): string => text.replace(/\s/gu, '');
    const shownText = await page
      .locator('.paper')
      .evaluate((paper) => [...paper.querySelectorAll('[data-start]')].map((one) => one.textContent).join(''));
    expect(letters(shownText)).toBe(letters(shown.server.texts.get(PLAN) ?? ''));
    const mark = page.locator('.paper .mark.t', { hasText: 'Rút ngắn thời gian nộp thuế' });
    expect(await mark.locator('.mark.f').textContent()).toBe('tối thiểu từ 35%');
    expect(
      await page.locator('.line-text', { hasText: 'Rút ngắn thời gian nộp thuế' }).locator('.path').textContent(),
    ).toBe('I.2.b.+3');
    expect(await page.locator('.paper .mark.t.doubt').count()).toBe(3);
    expect(await page.locator('.paper .row .mark.k').count()).toBeGreaterThan(10);
    expect(await page.locator('.line-text.furniture').count()).toBeGreaterThan(0);
  });

  test('a click on a mark opens its record, and the other way round', async () => {
    await page.locator('.paper .mark.t', { hasText: 'Cắt giảm' }).click();
    await expect.poll(() => opened().locator('.matter').textContent()).toContain('Cắt giảm');
    expect(await shown.hash()).toMatch(/&tab=all&sel=t\d+$/u);
    expect(await page.locator('.paper .lit').textContent()).toContain('Cắt giảm');
    await page.locator('.card', { hasText: 'Đề án về khâu đột phá' }).locator('.face').click();
    await expect.poll(() => page.locator('.paper .lit').textContent()).toContain('Đề án về khâu đột phá');
    await expect
      .poll(() =>
        page.evaluate(
          '(() => { const { top } = document.querySelector(".paper .lit").getBoundingClientRect(); return top > 150 && top < 900; })()',
        ),
      )
      .toBe(true);
    // What it takes from elsewhere is lit too.
    await page.locator('.paper .mark.t', { hasText: 'Rút ngắn' }).click();
    await expect
      .poll(async () => (await page.locator('.paper .linked').allTextContents()).includes('Đến năm 2025'))
      .toBe(true);
    expect(await page.locator('.paper .linked').allTextContents()).toContain('Sở Công Thương');
  });

  test('the switches are the legend, and stand in the address', async () => {
    const agencies = page.getByRole('button', { name: /^Cơ quan \d+$/u });
    await agencies.click();
    expect(await agencies.getAttribute('aria-pressed')).toBe('false');
    expect(await shown.hash()).toContain('off=a');
    const line = () =>
      page.evaluate<string>('getComputedStyle(document.querySelector(".paper .mark.a")).borderBottomColor');
    expect(await line()).toBe('rgba(0, 0, 0, 0)');
    await agencies.click();
    expect(await line()).not.toBe('rgba(0, 0, 0, 0)');
  });

  test('confirm goes to the next doubt, and is undone', async () => {
    const before = await opened().locator('.matter').textContent();
    await opened()
      .getByRole('button', { name: /^Xác nhận/u })
      .click();
    await expect.poll(doubts).toBe(2);
    expect(await toast()).toBe('Đã xác nhận');
    expect(said()).toMatchObject([{ act: 'confirm', by: 'Lan' }]);
    expect(await opened().locator('.matter').textContent()).not.toBe(before);
    expect(await page.locator('.first > span').textContent()).toBe('đã xem 1/3');
    await page.locator('.toast button').click();
    await expect.poll(doubts).toBe(3);
    expect(said()).toEqual([]);
    await expect.poll(() => opened().locator('.matter').textContent()).toBe(before);
  });

  test('every field is corrected; what changed is told, and may be put back', async () => {
    await open('&tab=all&sel=t6');
    await field('Dấu').selectOption('≤');
    await field('Giá trị').fill('37,5');
    await expect
      .poll(() => opened().locator('.was').allInnerTexts())
      .toEqual(['trước: >= Hoàn tác', 'trước: 35 Hoàn tác']);
    await opened().getByRole('button', { name: 'Hoàn tác: Dấu' }).click();
    await field('Đến').fill('40');
    await field('Đơn vị').fill('pp');
    await field('Chiều').selectOption('giảm còn');
    await field('Trạng thái').selectOption('kết quả');
    await field('Cấp').selectOption('tỉnh');
    await field('So với').fill('so với năm 2020');
    await field('Điều kiện').fill('trừ khu kinh tế');
    await field('Chỉ tiêu').fill('thời gian nộp thuế');
    await field('Thời hạn').fill('trong năm 2026');
    await field('Kiểu thời hạn').selectOption('trong thời gian');
    await field('Từ ngày').fill('1/1/2026');
    await field('Đến ngày').fill('31/12/2026');
    await field('Vì sao sửa (không bắt buộc)').fill('đọc nhầm dòng');
    await field('Vì sao sửa (không bắt buộc)').press('Enter');
    await expect.poll(toast).toBe('Đã lưu sửa đổi');
    expect(Object.fromEntries(said().map(({ field: name, value }) => [name, value]))).toMatchObject({
      'quantity.value': 37.5,
      'quantity.valueMax': 40,
      'quantity.unit': 'pp',
      direction: 'decrease-to',
      status: 'result',
      levels: ['province'],
      baseline: 'so với năm 2020',
      condition: 'trừ khu kinh tế',
      'indicator.text': 'thời gian nộp thuế',
      deadline: { text: 'trong năm 2026', type: 'during', start: '2026-01-01', end: '2026-12-31', basis: 'inherited' },
    });
    expect(said().every(({ why }) => why === 'đọc nhầm dòng')).toBe(true);
    await open('&tab=all&sel=t6');
    const badges = await opened().locator('.badge').allInnerTexts();
    expect(badges).toHaveLength(10);
    expect(badges.find((text) => text.includes('Giá trị'))).toMatch(/Lan sửa “Giá trị” ngày 29\/11\/2026; trước: 35/u);
    expect(await page.locator('.paper .mark.fixed').count()).toBe(1);
    // One of them is taken back.
    await opened().locator('.badge', { hasText: 'Giá trị' }).getByRole('button').click();
    await expect.poll(() => field('Giá trị').inputValue()).toBe('35');
    expect(said()).toHaveLength(9);
  });

  test('what is no number is not saved', async () => {
    await field('Giá trị').fill('khoảng 1.250');
    await field('Giá trị').press('Enter');
    expect(await opened().locator('.fault').textContent()).toBe('không phải số');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-invalid")')).toBe('true');
    expect(said()).toEqual([]);
    await field('Giá trị').fill('1.250,5');
    await field('Giá trị').press('Enter');
    await expect.poll(saidShort).toEqual([['correct', 'quantity.value', 1250.5]]);
  });

  test('a code is looked for by its words, with the keyboard', async () => {
    await field('Mã').fill('ho so truc tuyen');
    // What is looked for is no code, and is not saved as one.
    expect(await field('Mã').getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => page.locator('[role=option]').allInnerTexts()).toHaveLength(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field('Mã').inputValue()).toBe('digital-government.files-online');
    expect(await opened().locator('.box.changed .note').textContent()).toBe('Hồ sơ nộp trực tuyến');
    await page.keyboard.press('Enter');
    await expect.poll(saidShort).toEqual([['correct', 'indicator.code', 'digital-government.files-online']]);
  });

  test('agencies are taken out and added', async () => {
    await open('&tab=all&sel=t6');
    await opened().getByRole('button', { name: 'Bỏ Cục Thuế tỉnh' }).click();
    await field('Cơ quan chủ trì').fill('noi vu');
    await page.getByRole('option', { name: 'Sở Nội vụ' }).click();
    await field('Cơ quan phối hợp').fill('Sở Xây dựng');
    await field('Cơ quan phối hợp').press('Enter');
    await opened()
      .getByRole('button', { name: /^Lưu sửa đổi/u })
      .click();
    await expect.poll(() => said().length).toBe(1);
    const agencies = said()[0]?.value as { role: string; code: string; name: string }[];
    expect(agencies.map(({ role, code }) => `${role} ${code}`)).toEqual([
      'lead so-cong-thuong',
      'lead bao-hiem-xa-hoi',
      'lead van-phong-ubnd-tinh',
      'lead so-noi-vu',
      'cooperate so-xay-dung',
    ]);
  });

  test('a record is deleted, listed as such, and comes back', async () => {
    await opened().getByRole('button', { name: /^Xóa/u }).click();
    await expect.poll(toast).toBe('Đã xóa bản ghi');
    await expect.poll(doubts).toBe(2);
    expect(await page.locator('.apart h3').textContent()).toBe('1 bản ghi đã xóa');
    await page.locator('.apart button').click();
    await expect.poll(doubts).toBe(3);
  });

  test('a target is added from marked words, after a look at what was made of them', async () => {
    const before = shown.server.records.get(PLAN)?.targets.length ?? 0;
    await markWords('làm thí điểm quy trình');
    await page.locator('.add-bar').waitFor();
    await page.keyboard.press('m');
    const form = page.locator('[data-card="new"]');
    expect(await form.getByLabel('Chỉ tiêu', { exact: true }).inputValue()).toBe('làm thí điểm quy trình');
    expect(said()).toEqual([]);
    await form.getByLabel('Giá trị').fill('4');
    await form.getByRole('button', { name: /^Thêm/u }).click();
    expect(await form.locator('.fault').textContent()).toBe('phải có chữ');
    await form.getByLabel('Đơn vị').fill('quy trình');
    await form.getByLabel('Đơn vị').press('Enter');
    await expect.poll(() => shown.server.records.get(PLAN)?.targets.length).toBe(before + 1);
    expect(said()[0]).toMatchObject({
      act: 'add',
      kind: 'target',
      value: {
        indicator: { text: 'làm thí điểm quy trình', code: null },
        quantity: { comparator: '=', value: 4, unit: 'quy trình' },
      },
    });
    const { start = 0, end = 0 } = said()[0]?.place ?? {};
    expect(shown.server.texts.get(PLAN)?.slice(start, end)).toBe('làm thí điểm quy trình');
    await expect.poll(() => opened().locator('.matter').textContent()).toBe('làm thí điểm quy trình');
    expect(await page.locator('.paper .lit').textContent()).toBe('làm thí điểm quy trình');
    await page.keyboard.press('u');
    await expect.poll(() => shown.server.records.get(PLAN)?.targets.length).toBe(before);
  });

  test('a task, and the deadline of the open record, are made of marked words', async () => {
    await markWords('từng bước hình thành chính quyền số');
    await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
    await page.locator('[data-card="new"]').getByRole('button', { name: /^Thêm/u }).click();
    await expect.poll(saidShort).toEqual([['add']]);
    await open('&tab=all&sel=t6');
    await markWords('vào năm 2025');
    await page.getByRole('button', { name: 'Thành thời hạn của mục đang mở' }).click();
    expect(await field('Thời hạn').inputValue()).toBe('vào năm 2025');
    expect(await field('Đến ngày').inputValue()).toBe('31/12/2025');
    await opened()
      .getByRole('button', { name: /^Lưu sửa đổi/u })
      .click();
    await expect
      .poll(() => said().at(-1)?.value)
      .toMatchObject({ text: 'vào năm 2025', end: '2025-12-31', basis: 'explicit' });
  });

  test('an unused figure becomes a target', async () => {
    await page.locator('#tab-unused').click();
    const line = page.locator('.unused li', { hasText: '4 tại chỗ' }).first();
    expect(await line.textContent()).toContain('không quy tắc nào đọc là số đo');
    await line.getByRole('button', { name: 'Thành chỉ tiêu' }).click();
    const form = page.locator('[data-card="new"]');
    expect(await form.getByLabel('Giá trị').inputValue()).toBe('4');
    expect(await form.getByLabel('Đơn vị').inputValue()).toBe('tại');
    await form.getByRole('button', { name: 'Thôi' }).click();
    expect(await form.count()).toBe(0);
    expect(said()).toEqual([]);
  });

  test('the header is corrected', async () => {
    await page.locator('#tab-head').click();
    const form = page.locator('[data-card="head"]');
    await form.getByLabel('Số', { exact: true }).fill('1783/KH-UBND');
    await form.getByLabel('Ngày ban hành').fill('6/5/2021');
    await form.getByLabel('Loại văn bản').selectOption('quyết định');
    await form.getByRole('button', { name: 'Lưu sửa đổi' }).click();
    await expect.poll(saidShort).toEqual([
      ['correct', 'number', '1783/KH-UBND'],
      ['correct', 'issuedOn', '2021-05-06'],
      ['correct', 'form', 'decision'],
    ]);
    expect(said().every(({ key, kind }) => key === 'header' && kind === 'header')).toBe(true);
    await expect.poll(() => page.locator('.document .facts').textContent()).toContain('1783/KH-UBND06/5/2021');
  });

  test('where the rules disagree it is said, and lost corrections are listed, not laid', async () => {
    await open('&tab=all&sel=t6');
    await field('Điều kiện').fill('trừ văn bản mật');
    await field('Điều kiện').press('Enter');
    await expect.poll(() => said().length).toBe(1);
    await open('&tab=all&sel=t2');
    await field('So với').fill('so với năm 2020');
    await field('So với').press('Enter');
    await expect.poll(() => said().length).toBe(2);
    const [first, second] = said();
    shown.server.states.set(
      PLAN,
      new Map([
        [first?.id ?? '', { state: 'disagrees', rules: 'trừ hồ sơ mật' }],
        [second?.id ?? '', { state: 'lost' }],
      ]),
    );
    await open('&tab=all&sel=t6');
    await expect
      .poll(() => opened().locator('.badge.no').textContent())
      .toContain('Lan sửa “Điều kiện” ngày 29/11/2026; trước: (trống). Quy tắc mới đọc: trừ hồ sơ mật.');
    const apart = page.locator('.apart.warn');
    expect(await apart.textContent()).toContain('1 sửa đổi không còn chỗ');
    expect(await apart.textContent()).toContain('Mức độ hài lòng');
    expect(await page.locator('.document .facts').textContent()).toContain('1 sửa đổi không còn chỗ');
  });

  test('by keyboard alone', async () => {
    const first = await opened().locator('.matter').textContent();
    await page.keyboard.press('j');
    await expect.poll(() => opened().locator('.matter').textContent()).not.toBe(first);
    await expect.poll(() => page.evaluate('document.activeElement.closest(".card.open") !== null')).toBe(true);
    await page.keyboard.press('k');
    await expect.poll(() => opened().locator('.matter').textContent()).toBe(first);
    await page.keyboard.press('e');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toMatch(/indicator-text$/u);
    await page.keyboard.press('End');
    await page.keyboard.type('jx');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('face');
    await page.keyboard.press('Enter');
    await expect.poll(toast).toBe('Đã lưu sửa đổi');
    expect(said()[0]?.value).toMatch(/jx$/u);
    await page.keyboard.press('Enter');
    await expect.poll(() => said().length).toBe(2);
    await page.keyboard.press('x');
    await expect.poll(() => said().length).toBe(3);
    await expect.poll(() => page.locator('.first h2').textContent()).toBe('Không còn mục nghi vấn');
    for (const left of [2, 1, 0]) {
      await page.keyboard.press('u');
      await expect.poll(() => said().length).toBe(left);
    }
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => shown.hash()).toContain('tab=all');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => shown.hash()).not.toContain('tab=');
    await page.keyboard.press('?');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('search');
    await page.keyboard.press('m');
    await expect.poll(() => page.inputValue('#search')).toBe('m');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.inputValue('#search')).toBe('');
  });

  test('another document is opened beside it, and the browser goes back', async () => {
    await page.locator('.rail .line', { hasText: 'Lâm Đồng' }).locator('button').click();
    await expect.poll(() => page.locator('.document h2').textContent()).toContain('Lâm Đồng');
    expect(await page.title()).toBe('Rà soát 907/KH-UBND · kehoach');
    await page.goBack();
    await expect.poll(() => page.locator('.document h2').textContent()).toContain('Phú Thọ');
    await page.getByRole('link', { name: 'Tài liệu' }).first().click();
    await page.waitForSelector('.documents');
    await page.getByRole('link', { name: /^Rà soát/u }).click();
    await expect.poll(() => page.locator('.document h2').textContent()).toContain('Phú Thọ');
  });

  test('what is typed and not saved stays with its record', async () => {
    await open('&tab=all&sel=t6');
    await field('So với').fill('so với năm 2020');
    await page.locator('.card', { hasText: 'Mức độ hài lòng' }).locator('.face').click();
    const left = page.locator('.card', { hasText: 'Rút ngắn' });
    await expect.poll(() => left.locator('.tag').textContent()).toBe('chưa lưu');
    await page.locator('.rail .line', { hasText: 'Lâm Đồng' }).locator('button').click();
    await expect.poll(() => page.locator('.document h2').textContent()).toContain('Lâm Đồng');
    await page.locator('#tab-all').click();
    expect(await page.locator('.card .tag.accent').count()).toBe(0);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => page.locator('.document h2').textContent()).toContain('Phú Thọ');
    await left.locator('.face').click();
    await expect.poll(() => field('So với').inputValue()).toBe('so với năm 2020');
  });

  test('what another person says of it is heard', async () => {
    const { server } = shown;
    const record = server.records.get(PLAN);
    if (record === undefined) throw new Error('no record');
    const reviewed = { at: '2026-11-29T08:30:00Z', by: 'Minh', fields: [] };
    const targets = record.targets.map((one) => (one.confidence < 0.8 ? { ...one, confidence: 1, reviewed } : one));
    server.records.set(PLAN, { ...record, targets });
    server.say('document', { id: PLAN });
    await expect.poll(doubts).toBe(0);
    server.records.set(PLAN, record);
  });

  test('the name is asked once, and what waited for it goes on', async () => {
    await page.evaluate("localStorage.removeItem('kehoach-reviewer')");
    const nameless = await page.context().browser()?.newPage();
    if (nameless === undefined) throw new Error('no page');
    await nameless.goto(`${shown.server.url}#doc=${PLAN}`);
    await nameless.locator('.card.open').waitFor();
    await nameless.keyboard.press('Enter');
    await nameless.locator('dialog[open] input').fill('Minh');
    await nameless.keyboard.press('Enter');
    await expect.poll(() => said()).toMatchObject([{ act: 'confirm', by: 'Minh' }]);
    expect(await nameless.evaluate("localStorage.getItem('kehoach-reviewer')")).toBe('Minh');
    await nameless.close();
  });

  test('what is not taken is said, and stays typed', async () => {
    shown.server.set({ refuse: 409 });
    await field('Giá trị').fill('12');
    await field('Giá trị').press('Enter');
    await expect.poll(toast).toBe('Chưa lưu được: Refused');
    shown.server.set({ refuse: 0 });
    await page.keyboard.press('k');
    await expect.poll(() => field('Giá trị').inputValue()).toBe('12');
    shown.faults.length = 0;
  });

  test('pages are shown as images, with the records in their places', async () => {
    await page.getByRole('button', { name: 'Ảnh trang' }).click();
    expect(await shown.hash()).toContain('view=image');
    expect(await page.locator('.images figure').count()).toBe(7);
    const mark = page.locator('.images .mark.t').nth(8);
    const id = await mark.getAttribute('data-own');
    await mark.click();
    await expect.poll(() => opened().getAttribute('data-card')).toBe(id);
    expect(await page.locator('.images .lit').count()).toBeGreaterThan(0);
  });

  test('speaks English, with what is Vietnamese told to be so', async () => {
    await page.getByRole('button', { name: 'EN, English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('.first h2').textContent()).toBe('Look at these 3 first');
    expect(await opened().locator('.matter').getAttribute('lang')).toBe('vi');
    expect(await page.locator('.paper').getAttribute('lang')).toBe('vi');
    await opened()
      .getByRole('button', { name: /^Confirm/u })
      .click();
    await expect.poll(toast).toBe('Confirmed');
  });

  test('on a phone: one part at a time, the doubted field first, the buttons in reach', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open('&sel=t11');
    expect(await opened().locator('.asked').getAttribute('data-field')).toBe('quantity.value');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await page.locator('.document').isVisible()).toBe(false);
    expect(await opened().locator('.quote').isVisible()).toBe(true);
    const tops = await opened().evaluate((card) => {
      const top = (what: string): number => card.querySelector(what)?.getBoundingClientRect().top ?? 0;
      return [top('.asked'), top('.box:not(.asked)'), top('.acts')];
    });
    expect(tops[0]).toBeLessThan(tops[1] ?? 0);
    expect(tops[2]).toBeLessThan(844);
    await opened().getByRole('button', { name: 'xem trong văn bản' }).click();
    await expect.poll(() => page.locator('.document').isVisible()).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.locator('.paper .mark.t', { hasText: 'Cắt giảm' }).click();
    await expect.poll(() => opened().locator('.matter').textContent()).toContain('Cắt giảm');
    await page.locator('.panes a').click();
    await page.waitForSelector('.documents');
  });

  test('makes no error and asks nobody else', () => {
    expect(shown.faults).toEqual([]);
  });
});
