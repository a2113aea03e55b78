import { readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { sha256Of } from '../../../src/shell/output/replace-file.ts';
import { folderWith, ingestWith, linesOf } from '../make.ts';

const Package = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[a-z0-9._-]+$/u),
  resources: z.array(
    z.looseObject({
      name: z.string(),
      path: z.string(),
      bytes: z.int(),
      hash: z.string(),
      schema: z.looseObject({
        fields: z.array(z.object({ name: z.string(), type: z.string(), constraints: z.looseObject({}).optional() })),
        primaryKey: z.array(z.string()),
      }),
    }),
  ),
});

/** What each type of a Table Schema allows in JSON. */
const FITS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value),
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  object: (value) => typeof value === 'object' && !Array.isArray(value),
  array: Array.isArray,
  any: () => true,
};

test('every line of every table is as datapackage.json says', async () => {
  const folder = await folderWith({
    'a.txt': 'Province: Huế\nIssued: 2021-01-02\n- Đạt 1%\n- Đạt 2%',
    'b.txt': '- Đạt 3%',
    'c.txt': '',
  });
  await ingestWith([folder], `${folder}/out`);
  const { resources } = Package.parse(JSON.parse(await readFile(`${folder}/out/datapackage.json`, 'utf8')));
  expect(resources.map(({ name }) => name)).toEqual(['documents', 'targets', 'tasks', 'failures']);
  for (const { name, path, bytes, hash, schema } of resources) {
    expect((await stat(`${folder}/out/${path}`)).size).toBe(bytes);
    expect(hash).toBe(`sha256:${sha256Of(await readFile(`${folder}/out/${path}`))}`);
    const lines = await linesOf(`${folder}/out`, name);
    expect(lines.length > 0 || name === 'tasks').toBe(true);
    for (const line of lines) {
      expect(Object.keys(line).filter((key) => !schema.fields.some((field) => field.name === key))).toEqual([]);
      for (const { name: field, type, constraints } of schema.fields) {
        const value = line[field] ?? null;
        if (constraints?.required === true) expect([field, value]).not.toEqual([field, null]);
        if (value !== null) expect([field, type, FITS[type]?.(value)]).toEqual([field, type, true]);
      }
    }
    const keys = lines.map((line) => JSON.stringify(schema.primaryKey.map((key) => line[key])));
    expect(new Set(keys).size).toBe(lines.length);
  }
});
