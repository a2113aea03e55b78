import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openCorrections } from '../../../src/shell/corrections/open.ts';
import type { IngestResult } from '../../../src/shell/ingest.ts';
import { failureLines } from '../../../src/shell/terminal/failures.ts';
import { coverage, documentsTable, totals } from '../../../src/shell/terminal/summary.ts';
import { folderWith, ingestWith, putFiles } from '../make.ts';

const VIEW = { width: 160, all: false };
const said = (result: IngestResult, view = VIEW): string => coverage(result, 'out', view);

test('the coverage of a run: what was found, what is unsure, what is missing, what to do', async () => {
  const folder = await folderWith({
    'a.txt': 'Province: Phú Thọ\nIssued: 2021-05-05\n- Đạt 90%\n- Đạt 80%\n- RESULT 70%',
    'a2.txt': 'Province: Phú Thọ\nIssued: 2021-05-05\n- Đạt 90%\n- Đạt 80%\n- RESULT 70%',
    'b.txt': 'UNSURE\n- Đạt 70%',
    'c.txt': 'Không có gì',
    'd.txt': 'FAIL',
    'e.txt': 'FAIL 2',
    'f.txt': '',
    'Thumbs.db': 'x',
  });
  const result = await ingestWith([folder, `${folder}/./a.txt`], `${folder}/out`);
  expect(totals(result)).toEqual({
    in: 7,
    new: 3,
    replaced: 0,
    unchanged: 0,
    copies: 1,
    failed: 3,
    left: 0,
    documents: 3,
    targets: 3,
    results: 1,
    tasks: 0,
    lowConfidence: 1,
    empty: 1,
    passedOver: 2,
    removed: 0,
    reviewed: 0,
    disputed: 0,
    lost: 0,
  });
  expect(said(result).replaceAll(folder, '').split('\n')).toEqual([
    '7 documents in, 7 out: 3 new, 1 copy, 3 failed.',
    '3 records in out: 3 targets, 1 result, 0 tasks.',
    'Copies of other documents: /a2.txt.',
    'Passed over, no documents: /Thumbs.db.',
    'Passed over, the same place once more: /a.txt.',
    '',
    'To look at:',
    '  Nothing was found in 1: /c.txt',
    '  1 target or task with low confidence in 1: /b.txt',
    '  See them: kehoach status --in out --doubts',
    '',
    '3 documents failed:',
    '  file-corrupt (2):',
    '    Broken. Fetch it again.',
    '      /d.txt',
    '      /e.txt',
    '  file-empty (1):',
    '    The file is empty. Fetch or save it again.',
    '      /f.txt',
    '  See them later: kehoach status --in out --failures',
  ]);
  const table = documentsTable(result.rows, VIEW);
  expect(table).toMatch(/│ phú-thọ-a-\S+ +│ Phú Thọ +│ 2021 │ plan +│ – +│ +2 │ +1 │ +0 │/u);
});

test('what persons said is counted: what is kept, what is disputed, what lost its place', async () => {
  const text = '- Đạt 90% hồ sơ\n- Đạt 80% văn bản\nUNSURE\n';
  const folder = await folderWith({ 'in/a.txt': text, 'in/b.txt': '- Đạt 1%' });
  const ingest = () => ingestWith([`${folder}/in`], `${folder}/out`);
  const { rows } = await ingest();
  const id = rows.find(({ line }) => line.source.uri.endsWith('a.txt'))?.line.id ?? '';
  const correct = (key: string, value: string) => ({ act: 'correct', key, field: 'indicator.text', value });
  await openCorrections(`${folder}/out`).add(id, [correct('k1', 'hồ sơ'), correct('k2', 'văn bản')], 'Lan');
  // What somebody has looked at is unsure no more.
  expect(totals(await ingest())).toMatchObject({ reviewed: 2, disputed: 0, lost: 0, lowConfidence: 0 });
  await putFiles(folder, { 'in/a.txt': `Bản mới\n${text.replace('80%', '85%')}` });
  const result = await ingest();
  expect(totals(result)).toMatchObject({ reviewed: 1, disputed: 0, lost: 1 });
  const lines = said(result).replaceAll(folder, '').split('\n');
  expect(lines).toContain('Said by persons and kept: 1 target, task or header.');
  expect(lines).toContain(
    '  1 correction no longer finds what it speaks of in 1 (kehoach corrections list): /in/a.txt',
  );
});

test('records that left are named, with the reason', async () => {
  const folder = await folderWith({ 'in/a.txt': '- Đạt 1%', 'in/b.txt': '- Đạt 2%', 'in/c.txt': '- Đạt 3%' });
  await ingestWith([`${folder}/in`], `${folder}/out`);
  await putFiles(folder, { 'in/a.txt': '- Đạt 4%' });
  await rm(`${folder}/in/b.txt`);
  const lines = said(await ingestWith([`${folder}/in`], `${folder}/out`, { prune: true })).replaceAll(folder, '');
  expect(lines.split('\n')).toEqual([
    '2 documents in, 2 out: 1 new, 1 unchanged.',
    '2 records in out: 2 targets, 0 results, 0 tasks.',
    'Removed, a new version has their place: /in/a.txt.',
    'Removed, their documents are no longer there: /in/b.txt.',
  ]);
});

test('where what came in is not what came out, it says so loudly', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 90%' });
  const result = await ingestWith([folder], `${folder}/out`);
  expect(said(result)).not.toContain('WRONG');
  expect(said({ ...result, sources: 2 })).toContain('THE COUNT IS WRONG: 2 came in, 1 came out.');
});

test('long lists end early, and are whole where that is wanted; nothing is wider than the terminal', async () => {
  const names = Array.from({ length: 30 }, (_, i) => String(i + 10));
  const folder = await folderWith({
    ...Object.fromEntries(names.map((name) => [`good-${name}.txt`, `- Đạt ${name}%`])),
    ...Object.fromEntries(names.map((name) => [`bad-${name}.txt`, `FAIL ${name}`])),
    ...Object.fromEntries(names.map((name) => [`.litter-${name}`, ''])),
  });
  const result = await ingestWith([folder], `${folder}/out`);
  const short = { ...VIEW, width: 80 };
  const lines = said(result, short).replaceAll(folder, '').split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(lines.join(' ').replace(/ +/gu, ' ')).toContain(
    '/.litter-10, /.litter-11, /.litter-12, /.litter-13, /.litter-14 and 25 more.',
  );
  expect(lines.filter((line) => line.includes('/bad-'))).toHaveLength(20);
  expect(lines).toContain('  … and 10 more: out/failures.ndjson has all.');
  const rowsOf = (table: string): number => table.split('\n').filter((line) => line.includes('good-')).length;
  expect(rowsOf(documentsTable(result.rows, VIEW))).toBe(20);
  expect(documentsTable(result.rows, VIEW)).toContain('… and 10 more documents: --all lists them');
  const whole = { ...VIEW, all: true };
  expect(rowsOf(documentsTable(result.rows, whole))).toBe(30);
  expect(said(result, whole).match(/bad-/gu)).toHaveLength(30);
  expect(said(result, whole).match(/litter-/gu)).toHaveLength(30);
});

test('what was found in a text that is no plan, or of which pages are missing, is to be looked at', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 90%', 'b.txt': '- Đạt 80%', 'c.txt': 'Không có gì' });
  const result = await ingestWith([folder], `${folder}/out`);
  const warned = (codes: readonly string[]) => ({
    ...result,
    rows: result.rows.map((row) => ({ ...row, line: { ...row.line, warnings: [...codes] } })),
  });
  const saidOf = (codes: readonly string[]): string[] => said(warned(codes)).replaceAll(folder, '').split('\n');
  expect(saidOf(['province-unknown']).slice(4)).toEqual([
    '  Nothing was found in 1: /c.txt',
    '  See them: kehoach status --in out --doubts',
  ]);
  expect(saidOf(['no-plan', 'province-unknown'])).toContain(
    '  No plan and no report on one, as far as the texts tell, in 3: /a.txt, /b.txt, /c.txt',
  );
  expect(saidOf(['page-unreadable'])).toContain('  Some pages could not be read in 3: /a.txt, /b.txt, /c.txt');
});

test('a name cannot move the cursor, change colours or begin a line of its own', async () => {
  const folder = await folderWith({ 'a\n\u001b[31m\u202eb.txt': '' });
  const result = await ingestWith([folder], `${folder}/out`);
  expect(said(result).split('\n').at(-2)?.replace(folder, '')).toBe('      /a\\u000a\\u001b[31m\\u202eb.txt');
});

test('a run that found everything there says so', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 90%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  const again = await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  expect(said(again)).toContain('Nothing to do: everything was there already.');
});

test('nothing to show, no table', () => {
  expect(documentsTable([], VIEW)).toBe('');
});

test('failures without number are told as well', () => {
  const failures = Array.from({ length: 300_000 }, (_, i) => ({
    source: `${i}.pdf`,
    stage: 'read' as const,
    code: 'file-missing' as const,
    message: 'There is no such file. Check the path.',
  }));
  expect(failureLines(failures, 'failures.ndjson', 80, failures.length)).toHaveLength(300_002);
  expect(failureLines(failures, 'failures.ndjson', 80, 20).at(-1)).toBe(
    '  … and 299980 more: failures.ndjson has all.',
  );
});
