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

test('a run that found everything there says so', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 90%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  const again = await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  expect(coverage(again, 'out')).toContain('Nothing to do: everything was there already.');
});

test('nothing to show, no table', () => {
  expect(documentsTable([], 80)).toBe('');
});
