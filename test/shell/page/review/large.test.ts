import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordRead } from '../../../../src/shell/page/review/api/types.ts';
import { BROWSER, PLAN, type Shown, show } from './world.ts';

/** As often as the plan is repeated: some 500 targets, 700 tasks and 260 kB of text. */
const TIMES = 22;

/** Milliseconds at best, on a machine that does something else too; alone, it is a third. */
const OPENED = 3000;
const ANSWERED = 300;
const TRIES = 3;

const shifted = <T>(value: T, by: number): T =>
  JSON.parse(JSON.stringify(value), (_, one) =>
    typeof one === 'object' && one !== null && typeof one.start === 'number' && typeof one.end === 'number'
      ? { ...one, start: one.start + by, end: one.end + by }
      : one,
  );

describe.skipIf(BROWSER === undefined)('a large document (skipped where no Chromium is installed)', () => {
  let shown: Shown;
  beforeAll(async () => {
    shown = await show();
    const { records, texts } = shown.server;
    const [record, text = ''] = [records.get(PLAN), texts.get(PLAN)];
    if (record === undefined) throw new Error('no record');
    const large: RecordRead = {
      ...record,
      document: { ...record.document, id: 'large' },
      sections: [],
      targets: [],
      tasks: [],
    };
    for (let n = 0; n < TIMES; n++) {
      const by = n * (text.length + 1);
      large.sections.push(...shifted(record.sections, by));
      for (const [i, one] of record.targets.entries())
        large.targets.push({ ...shifted(one, by), id: `large#t${n * 100 + i}`, key: `${one.key}${n}` });
      for (const [i, one] of record.tasks.entries())
        large.tasks.push({ ...shifted(one, by), id: `large#k${n * 100 + i}`, key: `${one.key}${n}` });
    }
    shown.server.put(large, Array.from({ length: TIMES }, () => text).join('\n'));
  }, 90_000);
  afterAll(() => shown?.end());

  /** Until what was done is on the screen. */
  const took = (act: string): Promise<number> =>
    shown.page.evaluate<number>(`(async () => {
      const before = performance.now();
      ${act};
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      return performance.now() - before;
    })()`);

  test('opens soon, and answers at once', async () => {
    const { page, server } = shown;
    const opened: number[] = [];
    for (let i = 0; i < TRIES; i++) {
      await page.goto('about:blank');
      await page.goto(`${server.url}#doc=large&tab=all&sel=t1012`);
      await page.locator('.paper .lit').waitFor();
      opened.push(await page.evaluate<number>('performance.now()'));
    }
    expect(Math.min(...opened)).toBeLessThan(OPENED);
    expect(await page.locator('.card').count()).toBe(1210);
    await page.waitForTimeout(1000);
    const key = (name: string): string =>
      `dispatchEvent(new KeyboardEvent('keydown', { key: '${name}', bubbles: true }))`;
    const acts: Readonly<Record<string, (i: number) => string>> = {
      'to the next': () => key('j'),
      'to the one before': () => key('k'),
      'to the record of a mark': (i) => `document.querySelectorAll('.paper .mark.t')[${300 + i}].click()`,
      'to the words of a record': (i) => `document.querySelectorAll('.face')[${900 + i}].click()`,
    };
    for (const [what, act] of Object.entries(acts)) {
      const times: number[] = [];
      for (let i = 0; i < TRIES; i++) times.push(await took(act(i)));
      expect(Math.min(...times), what).toBeLessThan(ANSWERED);
    }
  });

  test('a click draws what changes, not all', async () => {
    const { page } = shown;
    const changes = await page.evaluate<number>(`(async () => {
      let count = 0;
      const watch = new MutationObserver((some) => { count += some.length; });
      watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      document.querySelectorAll('.face')[500].click();
      await new Promise((drawn) => setTimeout(drawn, 300));
      watch.disconnect();
      return count;
    })()`);
    expect(changes).toBeLessThan(80);
  });
});
