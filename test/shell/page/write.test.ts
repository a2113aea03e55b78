import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { kehoach, PLAN } from '../program.ts';

test('compare --format html writes a page that leads to text and original; on a terminal it leads nowhere', async () => {
  const root = await mkdtemp(join(tmpdir(), 'kehoach-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'plans'));
  await writeFile(join(root, 'plans', 'một kế hoạch.txt'), PLAN);
  expect((await kehoach(['ingest', 'plans', '--out', 'records', '--quiet'], { cwd: root })).code).toBe(0);
  const call = ['compare', '--in', 'records', '--format', 'html'];
  await mkdir(join(root, 'out'));
  const { code, err } = await kehoach([...call, '--out', 'out/page.html'], { cwd: root });
  expect([code, err]).toEqual([0, '']);
  expect(await readdir(join(root, 'out'))).toEqual(['page.html']);
  const dataOf = (page: string): { plans: { link: string | null; text: string | null; source: string }[] } =>
    JSON.parse(/id="data">(?<json>.*?)<\/script>/su.exec(page)?.groups?.json ?? '');
  const [written] = dataOf(await readFile(join(root, 'out', 'page.html'), 'utf8')).plans;
  expect(written?.link?.normalize('NFC')).toBe(`../plans/${encodeURIComponent('một kế hoạch.txt')}`);
  expect(written?.text).toMatch(/^\.\.\/records\/documents\/phu-tho-12-kh-ubnd-2021-[0-9a-f]{8}\.txt$/u);
  const shown = await kehoach(call, { cwd: root });
  expect(dataOf(shown.out).plans[0]).toMatchObject({ link: null, text: null, source: 'plans/một kế hoạch.txt' });
});
