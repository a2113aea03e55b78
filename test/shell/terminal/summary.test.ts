import { expect, test } from 'vitest';
import { coverage, documentsTable, totals } from '../../../src/shell/terminal/summary.ts';
import { folderWith, ingestWith } from '../make.ts';

test('the coverage of a run: what was found, what is unsure, what is missing, what to do', async () => {
  const folder = await folderWith({
    'a.txt': 'Province: Phú Thọ\nIssued: 2021-05-05\n- Đạt 90%\n- Đạt 80%',
    'b.txt': 'UNSURE\n- Đạt 70%',
    'c.txt': 'Không có gì',
    'd.txt': 'FAIL',
  });
  const result = await ingestWith([folder], `${folder}/out`);
  expect(totals(result)).toEqual({
    documents: 3,
    new: 3,
    replaced: 0,
    unchanged: 0,
    targets: 3,
    tasks: 0,
    lowConfidence: 1,
    empty: 1,
    failed: 1,
    left: 0,
  });
  expect(coverage(result, 'out').replaceAll(folder, '').split('\n')).toEqual([
    '3 documents (3 new, 0 replaced, 0 unchanged), 3 targets, 0 tasks in out',
    '1 target or task with low confidence: look at it.',
    'Nothing was found in 1: /c.txt',
    '1 document failed:',
    '  /d.txt: file-corrupt: Broken. Fetch it again.',
  ]);
  const table = documentsTable(result.rows, 160);
  expect(table).toMatch(/│ phú-thọ-a-\S+ +│ Phú Thọ +│ 2021 │ plan +│ – +│ +2 │ +0 │/u);
});

test('what was found in a text that is no plan, or of which pages are missing, is to be looked at', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 90%', 'b.txt': '- Đạt 80%', 'c.txt': 'Không có gì' });
  const result = await ingestWith([folder], `${folder}/out`);
  const warned = (codes: readonly string[]) => ({
    ...result,
    rows: result.rows.map((row) => ({ ...row, line: { ...row.line, warnings: [...codes] } })),
  });
  const said = (codes: readonly string[]): string => coverage(warned(codes), 'out').replaceAll(folder, '');
  expect(said(['province-unknown'])).not.toContain('look');
  expect(said(['no-plan', 'province-unknown'])).toContain(
    'Neither a plan nor a report on one, as far as the text tells; look before you use what was found in 2: /a.txt, /b.txt',
  );
  expect(said(['page-unreadable'])).toContain('Some pages could not be read in 2: /a.txt, /b.txt');
});

test('a name cannot move the cursor, change colours or begin a line of its own', async () => {
  const folder = await folderWith({ 'a\n\u001b[31m\u202eb.txt': '' });
  const result = await ingestWith([folder], `${folder}/out`);
  expect(coverage(result, 'out').split('\n').at(-1)?.replace(folder, '')).toBe(
    '  /a\\u000a\\u001b[31m\\u202eb.txt: file-empty: The file is empty. Fetch or save it again.',
  );
});

test('a run that found everything there says so', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 90%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  const again = await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  expect(coverage(again, 'out')).toContain('Nothing to do: everything was there already.');
});

test('nothing to show, no table', () => {
  expect(documentsTable([], 80)).toBe('');
});
