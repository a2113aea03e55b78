import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { afterAll, beforeAll, expect, onTestFinished, type TestContext, test } from 'vitest';
import { z } from 'zod';
import { ROOT, textOf } from './pages.ts';

const run = (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env } });
const kehoach = (...args: string[]): void => {
  const { status, stderr } = run(process.execPath, [join(ROOT, 'dist/shell/cli.js'), ...args]);
  expect([status, stderr.split('\n').filter((line) => /error/iu.test(line))]).toEqual([0, []]);
};
/** Skips a test where what it runs is not on this machine. */
const needs = (context: TestContext, program: string, args: readonly string[]): void => {
  context.skip(run(program, args).status !== 0, `${[program, ...args].join(' ')} does not run here`);
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kehoach-'));
  const plans = ['phu-tho-1782-kh-ubnd-2021.html', 'phu-tho-cchc-2026.docx', 'lam-dong-cchc-2026.html'];
  kehoach('ingest', ...plans.map((name) => `fixtures/${name}`), '--out', join(folder, 'out'));
  kehoach('export', '--in', join(folder, 'out'), '--format', 'csv', '--out', join(folder, 'tables'));
  kehoach('export', '--in', join(folder, 'out'), '--format', 'sqlite', '--out', join(folder, 'plans.sqlite'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('each query of tables.sql finds rows, and what it finds has labels', () => {
  const database = new sqlite.Database(join(folder, 'plans.sqlite'), { readOnly: true });
  onTestFinished(() => database.close());
  const queries = textOf('docs/example/tables.sql')
    .replaceAll(/^--.*$/gmu, '')
    .split(';')
    .filter((query) => query.trim() !== '');
  const [areas, measures, leads] = queries.map((query) => database.all(query));
  expect(queries).toHaveLength(3);
  expect(areas).toContainEqual({ province: 'Phu Tho', area: 'Administrative procedures', targets: expect.any(Number) });
  expect(measures).toContainEqual(expect.objectContaining({ province: 'Lam Dong', unit: '%', due: '2026' }));
  expect(leads).toContainEqual(
    expect.objectContaining({ label_vi: 'Sở Nội vụ', label_en: 'Department of Home Affairs' }),
  );
});

const Notebook = z.object({
  nbformat: z.literal(4),
  cells: z.array(z.object({ cell_type: z.enum(['code', 'markdown']), source: z.array(z.string()) })),
});

test('the notebook runs with pandas', async (context) => {
  const { cells } = Notebook.parse(JSON.parse(await readFile(join(ROOT, 'docs/example/tables.ipynb'), 'utf8')));
  const code = cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => source.join(''));
  expect(code.length).toBeGreaterThan(3);
  needs(context, 'python3', ['-c', 'import pandas']);
  const { status, stdout, stderr } = run('python3', ['-c', code.join('\n\n')], {
    KEHOACH_TABLES: join(folder, 'tables'),
    PYTHONUTF8: '1',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/Lam Dong +Phu Tho/u);
});

test('the R script runs with R alone, whatever letters the system writes', (context) => {
  needs(context, 'Rscript', ['--version']);
  const tables = (locale: string) =>
    run('Rscript', ['docs/example/tables.R', join(folder, 'tables')], { LC_ALL: locale });
  const { status, stdout, stderr } = tables('C');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/Lam Dong +Phu Tho/u);
  expect(tables('C.UTF-8').stderr).toBe('');
});
