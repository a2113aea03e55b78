import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER, PLAN, type Shown, show } from './world.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until nothing has been drawn for some frames. */
const SETTLED = `new Promise((done) => {
  let timer = setTimeout(done, 80);
  new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(done, 80);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})`;

const TRY =
  "for (const field of document.querySelectorAll('#try-all-0, #try-vi')) { field.value = 'hồ sơ,'; field.dispatchEvent(new Event('input', { bubbles: true })); } await new Promise((later) => setTimeout(later, 500));";

/** Each as an address, and what is done there. */
const STATES: readonly (readonly [name: string, hash: string, act?: string])[] = [
  ['list', '#list'],
  ['list with nothing', '#q=khong-co'],
  ['list in English', '#doubt=true&form=plan&lang=en'],
  ['pasting', '#list', "document.querySelector('.drop .acts button:last-child').click()"],
  ['doubts', `#doc=${PLAN}`],
  ['all', `#doc=${PLAN}&tab=all&sel=t6`],
  ['a task', `#doc=${PLAN}&tab=all&sel=k14&lang=en`],
  ['unused', `#doc=${PLAN}&tab=unused`],
  ['header', `#doc=${PLAN}&tab=head`],
  ['images', `#doc=${PLAN}&view=image`],
  ['kinds off', `#doc=${PLAN}&off=tk&pane=doc`],
  ['a new target', `#doc=${PLAN}&tab=unused`, "document.querySelector('.unused .button').click()"],
  [
    'a code looked for',
    `#doc=${PLAN}`,
    "{ const field = document.querySelector('[role=combobox]'); field.value = 'ho'; field.dispatchEvent(new Event('input', { bubbles: true })); }",
  ],
  [
    'changed and faulty',
    `#doc=${PLAN}`,
    "for (const field of document.querySelectorAll('.card.open input.field')) { field.value = 'x y'; field.dispatchEvent(new Event('input', { bubbles: true })); }",
  ],
  ['an indicator that is tried', '#at=try&lang=en', TRY],
  ['an indicator that targets miss', '#at=try', `${TRY} document.querySelector('#tab-near')?.click();`],
  ['confirmed', `#doc=${PLAN}`, "document.querySelector('.card.open .primary').click()"],
];

describe.skipIf(BROWSER === undefined)('axe finds nothing (skipped where no Chromium is installed)', () => {
  let shown: Shown;
  beforeAll(async () => {
    shown = await show();
    shown.server.failures.push({
      id: 'f1',
      source: 'in/scan.pdf',
      stage: 'read',
      code: 'no-text-layer',
      message: 'No text.',
    });
    const items = [
      { source: 'a.pdf', state: 'reading', pages: { done: 9, of: 21 }, outcome: null, document: null, failure: null },
    ] as const;
    shown.server.jobs.push({
      id: 'j1',
      created: '2026-11-30T00:00:00Z',
      state: 'running',
      ahead: 0,
      secondsLeft: 6,
      items,
    });
  }, 90_000);
  afterAll(() => shown?.end());

  /** @param rules all that there are, unless told */
  const look = async (name: string, act = '', rules: readonly string[] = []): Promise<string[]> => {
    const { page } = shown;
    await page.evaluate(SETTLED);
    await page.evaluate(`(async () => { ${act} })()`);
    await page.evaluate(SETTLED);
    await page.evaluate(AXE);
    const options = { resultTypes: ['violations'], ...(rules.length === 0 ? {} : { runOnly: rules }) };
    const found = await page.evaluate<{ id: string; nodes: { html: string; failureSummary: string }[] }[]>(
      `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
    );
    return found.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`);
  };

  test.each([
    [1440, 'light'],
    [390, 'light'],
    [1440, 'dark'],
  ] as const)(
    'at %d, %s',
    async (width, colorScheme) => {
      const { page, server, go } = shown;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const found: string[] = [];
      // By night it is the same page in other colours.
      const rules = colorScheme === 'dark' ? ['color-contrast'] : [];
      for (const [name, hash, act] of STATES) {
        server.reset();
        await go(hash);
        found.push(...(await look(`${name} ${width}`, act, rules)));
      }
      server.set({ token: 'secret' });
      await page.goto('about:blank');
      await page.goto(`${server.url}#list`);
      await page.waitForSelector('.login');
      found.push(...(await look(`login ${width}`, '', rules)));
      server.set({ token: null });
      expect(found).toEqual([]);
    },
    120_000,
  );
});
