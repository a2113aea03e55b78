import { expect, test } from 'vitest';
import { CallError } from '../../../src/shell/call-error.ts';
import { exportFolder } from '../../../src/shell/export/export.ts';
import { folderWith } from '../make.ts';
import { outputWith, record, target } from './make.ts';

const good = record('a', [target(1, 'hồ sơ đúng hạn')]);
const asFile = (name: string, value: unknown) => ({ [`documents/${name}.json`]: JSON.stringify(value) });

const LEFT_OUT: readonly (readonly [what: string, files: Record<string, string>, says: RegExp])[] = [
  ['a record without its targets', asFile('b', { ...good, targets: undefined }), /^documents\/b\.json: targets: /u],
  [
    'a figure that is text',
    asFile('b', { ...good, targets: [{ ...good.targets[0], confidence: 'high' }] }),
    /^documents\/b\.json: targets\.0\.confidence: /u,
  ],
  ['half a file', { 'documents/b.json': '{"schemaVersion":"1.0.0",' }, /^documents\/b\.json: no JSON$/u],
  ['a record of an older version', asFile('b', { ...good, schemaVersion: '0.9.0' }), /written with schema 0\.9\.0/u],
  [
    'a second record of one document',
    asFile('b', { ...good, document: { ...good.document, id: 'b' } }),
    /^documents\/b\.json: the same document as documents\/a\.json$/u,
  ],
  ['a record under another name', asFile('b', good), /^documents\/b\.json: says that it is a$/u],
];
test.each(LEFT_OUT)('%s is named and left out', async (_, files, says) => {
  const folder = await folderWith({ ...asFile('a', good), ...files });
  const { rows, skipped } = await exportFolder({ folder, format: 'jsonl', out: `${folder}/out` });
  expect(rows).toMatchObject({ documents: 1, targets: 1 });
  expect(skipped).toHaveLength(1);
  expect(skipped[0]).toMatch(says);
});

test('a minor version that is newer is read', async () => {
  const folder = await outputWith({ ...good, schemaVersion: '1.7.0' });
  expect((await exportFolder({ folder })).rows).toMatchObject({ documents: 1 });
});

const WRONG: readonly (readonly [what: string, files: Record<string, string>, says: RegExp])[] = [
  ['an empty output folder', { 'documents/readme.txt': '' }, /holds no documents\. Run kehoach ingest first/u],
  ['a folder that is none', { 'x.txt': '' }, /Is .* an output folder\?/u],
  [
    'an older version throughout',
    asFile('a', { ...good, schemaVersion: '0.9.0' }),
    /schema 0\.9\.0.*reads 1\.x.*again/u,
  ],
];
test.each(WRONG)('%s is a wrong call and leaves nothing behind', async (_, files, says) => {
  const folder = await folderWith(files);
  const call = exportFolder({ folder, format: 'csv', out: `${folder}/out` });
  await expect(call).rejects.toThrow(CallError);
  await expect(call).rejects.toThrow(says);
  await expect(exportFolder({ folder, format: 'sqlite', out: `${folder}/out.sqlite` })).rejects.toThrow(says);
});
