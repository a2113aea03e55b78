import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { folderWith, ingestWith, snapshot } from '../make.ts';

test.each([Number.MAX_SAFE_INTEGER, 5_000_000_000, 0])(
  'an outline that is damaged (a length of %i) holds nothing up: the tables are made anew',
  async (length) => {
    const folder = await folderWith({ 'in/a.txt': '- Đạt 1%', 'in/b.txt': '- Đạt 2%' });
    const out = `${folder}/out`;
    await ingestWith([`${folder}/in`], out);
    const outline = JSON.parse(await readFile(`${out}/.tables.json`, 'utf8'));
    outline.documents[0][3] = length;
    await writeFile(`${out}/.tables.json`, JSON.stringify(outline));
    await writeFile(`${folder}/in/c.txt`, '- Đạt 3%');
    await ingestWith([`${folder}/in`], out);
    await ingestWith([`${folder}/in`], `${folder}/whole`);
    expect(await snapshot(out)).toEqual(await snapshot(`${folder}/whole`));
  },
);
