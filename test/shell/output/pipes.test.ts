import { execFileSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { folderWith, ingestWith } from '../make.ts';

test.each(['failures.ndjson', 'targets.ndjson', 'documents/x.json', 'documents/x.txt', 'runs/x.items.ndjson'])(
  'a pipe in the place of %s does not hold the run',
  async (name) => {
    const folder = await folderWith({ 'a.txt': '- Đạt 1%', 'b.txt': 'FAIL' });
    await ingestWith([`${folder}/a.txt`], `${folder}/out`);
    await rm(`${folder}/out/${name}`, { force: true });
    execFileSync('mkfifo', [`${folder}/out/${name}`]);
    const result = await ingestWith([`${folder}/b.txt`], `${folder}/out`).catch((error) => error);
    expect(result.outcomes ?? result.code ?? result.name).toBeDefined();
    expect(await readdir(`${folder}/out/documents`)).not.toEqual([]);
  },
  15_000,
);
