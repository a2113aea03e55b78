import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Comparison } from '../../src/model/comparison.ts';
import { codesIn, fencesOf, ROOT, rowsOf, sectionOf, strange, textOf } from '../docs/pages.ts';

let folder: string;
let shown: string;

const kehoach = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'dist/shell/cli.js'), ...args], { cwd: ROOT, encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-'));
  const { status, stdout } = kehoach('demo', '--out', folder);
  expect(status).toBe(0);
  shown = stdout;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('npm start reads every fixture and sets Phú Thọ beside the others', () => {
  expect(shown).toContain('9 documents in, 9 out: 9 new.');
  const header = shown.slice(shown.indexOf('│ measure')).split('\n')[0] ?? '';
  const columns = header.split('│').map((part) => part.trim());
  expect(columns.slice(1, 3)).toEqual(['measure', 'Phú Thọ']);
  const satisfaction = shown.split('\n').find((line) => line.includes('hài lòng đối với')) ?? '';
  for (const value of ['≥ 90%', '≥ 92%', '> 88%', '> 80%']) expect(satisfaction).toContain(value);
});

test('the first look at a comparison is what npm start prints', () => {
  const block = fencesOf(sectionOf(textOf('docs/compare.md'), 'First look'))[0]?.text ?? '';
  expect(block).toContain('│ measure');
  expect(strange(block, shown.replaceAll(folder, 'output'))).toEqual([]);
});

/** Folders that are there only where somebody corrected, served or posted. */
const AT_TIMES = new Set(['corrections/', 'originals/', 'pipelines/', 'server/', 'undelivered/']);

test.each(['docs/output.md', 'output/README.md'])('%s lists the files of an output folder, and no others', (page) => {
  const told = (rowsOf(textOf(page)).filter((row) => row.length === 2) as [string, string][])
    .flatMap(([cell]) => codesIn(cell))
    .filter((name) => /[/.]/u.test(name) && !AT_TIMES.has(name));
  const written = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'documents') return ['documents/<id>.json', 'documents/<id>.txt'];
    return entry.isDirectory() ? `${entry.name}/` : entry.name;
  });
  expect(told.sort()).toEqual(written.sort());
});

test('the three forms of one plan are counted once', () => {
  const { stdout } = kehoach('compare', '--in', folder, '--format', 'json');
  const compared = Comparison.parse(JSON.parse(stdout));
  expect(compared.base).toBe('25');
  const plans = compared.documents?.filter(({ number }) => number === '1782/KH-UBND') ?? [];
  expect(plans.map(({ base, others }) => [base, others.length])).toEqual([[true, 2]]);
  expect(compared.warnings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['territory-changed', 'level-ended', 'counted-once']),
  );
});

test('the wording, the code and the unit of every figure stand in each format', () => {
  const file = join(folder, 'figures.csv');
  expect(kehoach('compare', '--in', folder, '--format', 'csv', '--out', file).status).toBe(0);
  const rows = parseCsv<Record<string, string>>(readFileSync(file), { columns: true, bom: true });
  const online = rows.filter(({ code }) => code === 'digital-government.services-level-3-4');
  expect(online.map(({ province, value, plan_level: level }) => [province, value, level]).sort()).toEqual([
    ['Bình Định', '100', 'department'],
    ['Hà Nội', '55', 'department'],
    ['Phú Thọ', '100', 'province'],
    ['Thừa Thiên Huế', '50', 'province'],
  ]);
});

test('Excel needs a file to write to', () => {
  const { status, stderr } = kehoach('compare', '--in', folder, '--format', 'xlsx');
  expect(status).toBe(2);
  expect(stderr).toContain('--format xlsx needs --out');
});
