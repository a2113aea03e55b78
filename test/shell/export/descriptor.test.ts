import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { exportFolder } from '../../../src/shell/export/export.ts';
import { dataPackageOf, packageSource } from '../../../src/shell/output/about.ts';
import { sha256Of } from '../../../src/shell/output/replace-file.ts';
import { fieldsOf } from '../../../src/shell/output/table-schema.ts';
import { folderWith, ingestWith } from '../make.ts';
import { outputWith, record, target, task } from './make.ts';

/** What Data Package v2 and Table Schema v2 allow of what is written here; anything else is an error of ours. */
const said = z.string().min(1);
const required = z.literal(true).optional();
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .min(1)
    .refine((values) => new Set(values).size === values.length);
const base = { name: said, description: said };
const field = <T extends string, C extends z.ZodRawShape>(type: T, constraints: C) =>
  z.strictObject({
    ...base,
    type: z.literal(type),
    constraints: z.strictObject({ required, ...constraints }).optional(),
  });
const number = { minimum: z.number().optional(), maximum: z.number().optional(), enum: list(z.number()).optional() };
const Field = z.discriminatedUnion('type', [
  field('string', { enum: list(z.string()).optional(), pattern: z.string().optional() }),
  field('integer', number),
  field('number', number),
  field('boolean', {}),
  field('date', {}),
  field('object', {}),
  field('array', {}),
]);
const ForeignKey = z.strictObject({
  fields: list(said),
  reference: z.strictObject({ resource: said, fields: list(said) }),
});
const Resource = z.strictObject({
  name: z.string().regex(/^[-a-z0-9._/]+$/u),
  title: said,
  type: z.literal('table'),
  // Relative, and never up.
  path: z.string().regex(/^(?!\/)(?!.*\.\.)[a-z.]+$/u),
  scheme: z.literal('file'),
  format: z.enum(['ndjson', 'csv', 'jsonl', 'parquet']),
  mediatype: z.string().regex(/^[a-z]+\/[a-z.+-]+$/u),
  encoding: z.literal('utf-8').optional(),
  bytes: z.int().nonnegative(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/u),
  dialect: z
    .strictObject({
      delimiter: said,
      lineTerminator: said,
      quoteChar: said,
      doubleQuote: z.boolean(),
      header: z.boolean(),
    })
    .optional(),
  schema: z.strictObject({
    $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
    fields: z.array(Field).min(1),
    primaryKey: list(said).optional(),
    foreignKeys: z.array(ForeignKey).min(1).optional(),
  }),
});
const Package = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[-a-z0-9._/]+$/u),
  title: said,
  version: z.string().regex(/^\d+\.\d+\.\d+$/u),
  licenses: z.array(
    z.strictObject({ name: z.string().regex(/^[A-Za-z0-9.-]+$/u), title: said, path: z.url().optional() }),
  ),
  sources: z.array(z.strictObject({ title: said, path: z.url().optional() })).min(1),
  resources: z.array(Resource).min(1),
});

async function ofIngest(): Promise<string> {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  return `${folder}/out`;
}

async function ofExport(format: 'csv' | 'jsonl' | 'parquet'): Promise<string> {
  const folder = await outputWith(record('a', [target(1, 'x')], [task(1, 'y')]));
  await exportFolder({ folder, format, out: `${folder}/out` });
  return `${folder}/out`;
}

const FOLDERS: readonly (readonly [what: string, make: () => Promise<string>, resources: number])[] = [
  ['the output folder', ofIngest, 4],
  ['a CSV export', () => ofExport('csv'), 10],
  ['an export as JSON Lines', () => ofExport('jsonl'), 10],
  ['an export as Parquet', () => ofExport('parquet'), 10],
];
test.each(FOLDERS)(
  '%s: a Data Package of version 2, every field described, every key a field',
  async (_, make, count) => {
    const folder = await make();
    const { resources, licenses } = Package.parse(JSON.parse(await readFile(`${folder}/datapackage.json`, 'utf8')));
    expect(licenses.map(({ name }) => name)).toEqual(['MIT', 'other-pd']);
    expect(resources).toHaveLength(count);
    for (const { path, bytes, hash } of resources) {
      const content = await readFile(`${folder}/${path}`);
      expect([path, bytes, hash]).toEqual([path, content.byteLength, `sha256:${sha256Of(content)}`]);
    }
    const names = new Map(
      resources.map(({ name, schema }) => [name, new Map(schema.fields.map((one) => [one.name, one]))]),
    );
    expect(names.size).toBe(count);
    let links = 0;
    for (const { name, schema } of resources) {
      const own = names.get(name);
      expect(own?.size).toBe(schema.fields.length);
      for (const key of schema.primaryKey ?? [])
        expect([key, own?.get(key)?.constraints?.required]).toEqual([key, true]);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        expect(fields).toHaveLength(reference.fields.length);
        for (const [i, one] of fields.entries()) {
          const other = names.get(reference.resource)?.get(reference.fields[i] ?? '');
          expect([one, own?.get(one)?.type]).toEqual([one, other?.type]);
          links++;
        }
      }
    }
    expect(links).toBe(count === 4 ? 2 : 20);
  },
);

test('a source is told by what it says of itself, with its address where it has one', () => {
  const { document } = record('a', []);
  const from = (uri: string) => packageSource({ ...document, source: { ...document.source, uri } });
  const title = 'Ủy ban nhân dân tỉnh Phú Thọ, 12/KH-UBND, 2021-05-05: KẾ HOẠCH Cải cách hành chính';
  expect(from('/home/an/plans/a.pdf')).toEqual({ title });
  expect(from('https://phutho.gov.vn/a.pdf')).toEqual({ title, path: 'https://phutho.gov.vn/a.pdf' });
  expect(packageSource({ ...document, issuer: null, number: null, issuedOn: null, title: null })).toEqual({
    title: 'a',
  });
  const many = dataPackageOf(
    'of-many',
    Array.from({ length: 1002 }, (_, i) => ({ title: `${i}` })),
    [],
  );
  expect(many.sources).toHaveLength(1001);
  expect(many.sources).toContainEqual({ title: '2 more: see the table of documents' });
});

test('fields are what the schema says', () => {
  const row = z.object({
    a: z.string().describe('words'),
    b: z.int().nonnegative().nullable(),
    c: z.enum(['x', 'y']).nullable().describe('one of two'),
    d: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/u)
      .nullable(),
    e: z.number().min(0).max(1),
    f: z.boolean().optional(),
    g: z.array(z.string()),
  });
  expect(fieldsOf(row)).toEqual([
    { name: 'a', type: 'string', description: 'words', constraints: { required: true } },
    { name: 'b', type: 'integer', constraints: { minimum: 0 } },
    { name: 'c', type: 'string', description: 'one of two', constraints: { enum: ['x', 'y'] } },
    { name: 'd', type: 'date' },
    { name: 'e', type: 'number', constraints: { required: true, minimum: 0, maximum: 1 } },
    { name: 'f', type: 'boolean' },
    { name: 'g', type: 'array', constraints: { required: true } },
  ]);
});
