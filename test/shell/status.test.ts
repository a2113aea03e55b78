import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { CallError } from '../../src/shell/call-error.ts';
import { statusCsv } from '../../src/shell/formats/status-csv.ts';
import { statusJson } from '../../src/shell/formats/status-json.ts';
import type { StatusPart } from '../../src/shell/formats/status-rows.ts';
import { readStatus } from '../../src/shell/status.ts';
import { statusText } from '../../src/shell/terminal/status.ts';
import { folderWith, ingestWith, putFiles } from './make.ts';
import { kehoach } from './program.ts';

async function folderOf(files: Readonly<Record<string, string>>): Promise<{ folder: string; out: string }> {
  const folder = await folderWith(files);
  await ingestWith([folder], `${folder}/out`);
  return { folder, out: `${folder}/out` };
}

const FILES = {
  'a.txt': '- Đạt 90%\n- RESULT 80%',
  'b.txt': 'UNSURE\n- Đạt 70%\n- Đạt 71%',
  'c.txt': 'Không có gì',
  'd.txt': 'WARN no-plan\n- Đạt 70%',
  'e.txt': 'FAIL 1',
  'f.txt': 'FAIL 2',
  'g.txt': '',
};

test('what an output folder holds: forms, targets and results, failures by code, what to look at and why', async () => {
  const { folder, out } = await folderOf(FILES);
  const status = await readStatus(out);
  expect(status.forms).toEqual([{ form: 'plan', documents: 4, targets: 4, results: 1, tasks: 0 }]);
  expect(status.doubts.map(({ source, why, unsure }) => [source.replace(folder, ''), why, unsure])).toEqual([
    ['/c.txt', ['nothing-found'], 0],
    ['/d.txt', ['no-plan'], 0],
    ['/b.txt', ['low-confidence'], 2],
  ]);
  expect(JSON.parse(statusJson(status, 'all'))).toEqual({
    forms: [...status.forms],
    failures: [
      { code: 'file-corrupt', documents: 2 },
      { code: 'file-empty', documents: 1 },
    ],
    doubts: [
      { reason: 'nothing-found', documents: 1 },
      { reason: 'no-plan', documents: 1 },
      { reason: 'low-confidence', documents: 1 },
    ],
    corrections: { documents: 0, confirmed: 0, corrected: 0, agreeing: 0, disagreeing: 0, lost: 0, waiting: 0 },
  });
  const text = statusText(status, 'all', out, 80).replaceAll(folder, '');
  expect(text).toContain('4 documents in /out: 4 targets, 1 result, 0 tasks; 3 failed.');
  expect(text).toMatch(/│ plan │ +4 │ +4 │ +1 │ +0 │/u);
  expect(text).toContain('  file-corrupt (2):\n    Broken. Fetch it again.\n      /e.txt\n      /f.txt\n');
  expect(text).toContain('To look at, 3 documents (--doubts lists them');
});

const PARTS: [part: StatusPart, sources: string[]][] = [
  ['failures', ['/e.txt', '/f.txt', '/g.txt']],
  ['doubts', ['/c.txt', '/d.txt', '/b.txt']],
  ['no-plan', ['/d.txt']],
];
test.each(PARTS)('%s: the same documents as a table, CSV and JSON', async (part, sources) => {
  const { folder, out } = await folderOf(FILES);
  const status = await readStatus(out);
  const names = (text: string): string[] => text.replaceAll(folder, '').match(/\/[a-g]\.txt/gu) ?? [];
  expect(names(statusText(status, part, out, 400))).toEqual(sources);
  expect(names(statusJson(status, part))).toEqual(sources);
  const rows: Record<string, string>[] = parse(statusCsv(status, part), { bom: true, columns: true });
  expect(rows.flatMap(({ source = '' }) => names(source))).toEqual(sources);
});

test('a name cannot start a formula in a spreadsheet, nor an escape in a terminal', async () => {
  const { out } = await folderOf({ '=1+\u001b]0;x\u0007.txt': '' });
  await putFiles(out, {
    'failures.ndjson': `${JSON.stringify({ source: '=A1\u001b[31m', stage: 'read', code: 'file-empty', message: 'x' })}\n`,
  });
  const status = await readStatus(out);
  expect(statusText(status, 'failures', out, 80)).toContain('=A1\\u001b[31m');
  expect(statusCsv(status, 'failures')).toContain("'=A1\\u001b[31m");
});

test('a folder that is none, and a line that is none', async () => {
  await expect(readStatus('/no/such')).rejects.toThrow(CallError);
  const { out } = await folderOf({ 'a.txt': '- Đạt 1%' });
  await putFiles(out, { 'tasks.ndjson': 'torn\n' });
  const status = await readStatus(out);
  expect(status.damaged).toEqual(['tasks.ndjson:1: no record of this program']);
  expect(statusText(status, 'all', out, 80)).toContain('tasks.ndjson:1: no record of this program: left out');
});

test('the command', async () => {
  const { out } = await folderOf(FILES);
  expect(await kehoach(['status', '--in', out])).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse((await kehoach(['status', '--in', out, '--no-plan', '--format', 'json'])).out)).toHaveLength(1);
  expect(await kehoach(['status', '--in', out, '--no-plan', '--doubts'])).toMatchObject({ code: 2, out: '' });
  expect(await kehoach(['status', '--in', '/no/such'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('Is /no/such an output folder?'),
  });
});
