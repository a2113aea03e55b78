import { readdir, readFile, stat } from 'node:fs/promises';
import { type CheerioAPI, load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import sqlite from 'node-sqlite3-wasm';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { PlanRecord } from '../../../src/model/record.ts';
import { type ExportFormat, exportFolder, FORMATS } from '../../../src/shell/export/export.ts';
import { TABLES } from '../../../src/shell/export/tables.ts';
import { choosePipelines } from '../../../src/shell/pipelines.ts';
import { linesIn } from './lines.ts';
import { agency, outputWith, record, target, task } from './make.ts';

const EVIL = '=HYPERLINK("http://x","y")';
const SCRIPT = '<script>alert("1")</script>, "xuống\r\ndòng"';
const RECORDS = [
  record('a', [
    target(1, 'hồ sơ đúng hạn', {
      indicator: {
        text: 'hồ sơ đúng hạn',
        code: 'procedures.on-time-share',
        match: { words: ['hồ sơ', 'đúng hạn'], sure: 0.95 },
      },
    }),
    target(2, EVIL, { kind: 'qualitative', quantity: null, deadline: null }),
  ]),
  record('b', [target(1, SCRIPT)], [task(1, '- 100% xã đạt chuẩn', { cooperating: [agency('so-noi-vu', 'SNV')] })]),
];
const COUNTS = { documents: 2, targets: 3, tasks: 1, agencies: 2, assignments: 5, citations: 2, relations: 1 };

async function exported(format: ExportFormat, name = 'out') {
  const folder = await outputWith(...RECORDS);
  const out = `${folder}/${name}`;
  const result = await exportFolder({ folder, format, out });
  expect(result).toEqual({ rows: COUNTS, skipped: [], untold: [], first: false });
  expect((await readdir(folder)).filter((one) => one.endsWith('.draft'))).toEqual([]);
  return out;
}

test('CSV: UTF-8 with a byte order mark, what would run in a spreadsheet kept as text', async () => {
  const out = await exported('csv');
  const text = await readFile(`${out}/targets.csv`, 'utf8');
  expect(text.startsWith('\uFEFF"id","key","document",')).toBe(true);
  const rows = z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true, bom: true }));
  expect(rows).toMatchObject([
    { id: 'a#t1', value: '8.5', comparator: '>=', deadline_end: '2025-12-31', levels: 'province', province: 'Phú Thọ' },
    { id: 'a#t2', indicator: `'${EVIL}`, quote: `'${EVIL}`, value: '', deadline_end: '' },
    { id: 'b#t1', indicator: SCRIPT },
  ]);
  const tasks = parse(await readFile(`${out}/tasks.csv`, 'utf8'), { columns: true, bom: true });
  expect(tasks).toMatchObject([{ text: "'- 100% xã đạt chuẩn" }]);
});

test('JSON Lines: types as they are, text as it stands', async () => {
  const out = await exported('jsonl');
  expect(await linesIn(`${out}/targets.jsonl`)).toMatchObject([
    {
      id: 'a#t1',
      document: 'a',
      value: 8.5,
      deadline_exclusive: false,
      indicator_words: 'hồ sơ; đúng hạn',
      indicator_sure: 0.95,
    },
    { id: 'a#t2', indicator: EVIL, value: null, deadline_exclusive: null, indicator_words: null, indicator_sure: null },
    { id: 'b#t1', indicator: SCRIPT },
  ]);
  expect(await linesIn(`${out}/agencies.jsonl`)).toEqual([
    { code: 'so-noi-vu', name: 'Sở Nội vụ', label_vi: 'Sở Nội vụ', label_en: 'Department of Home Affairs' },
    {
      code: 'ubnd-tinh',
      name: 'Ủy ban nhân dân tỉnh Phú Thọ',
      label_vi: 'Ủy ban nhân dân tỉnh Phú Thọ',
      label_en: "Provincial People's Committee",
    },
  ]);
  expect(await linesIn(`${out}/assignments.jsonl`)).toMatchObject([
    { target: 'a#t1', task: null, agency: 'so-noi-vu', position: 1 },
    { target: 'a#t2' },
    { target: 'b#t1' },
    { task: 'b#k1', role: 'lead', position: 1 },
    { task: 'b#k1', role: 'lead', position: 2, name: 'SNV' },
  ]);
});

test('every line of an export is as its datapackage.json says, and every foreign key leads somewhere', async () => {
  const out = await exported('jsonl');
  const { resources } = Descriptor.parse(JSON.parse(await readFile(`${out}/datapackage.json`, 'utf8')));
  const tables = new Map(
    await Promise.all(resources.map(async ({ name, path }) => [name, await linesIn(`${out}/${path}`)] as const)),
  );
  for (const { name, schema } of resources) {
    for (const { name: field, description } of schema.fields)
      expect([field, description?.length ?? 0]).not.toEqual([field, 0]);
    const rows = tables.get(name) ?? [];
    for (const row of rows) expect(Object.keys(row)).toEqual(schema.fields.map((field) => field.name));
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const valuesOf = (row: Readonly<Record<string, unknown>>, names: readonly string[]): unknown[] =>
        names.map((one) => row[one]);
      const lead = tables.get(reference.resource) ?? [];
      const known = new Set(lead.map((row) => JSON.stringify(valuesOf(row, reference.fields))));
      const told = rows.map((row) => valuesOf(row, fields)).filter((values) => !values.includes(null));
      expect(told.filter((values) => !known.has(JSON.stringify(values)))).toEqual([]);
    }
  }
});
const Descriptor = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      schema: z.object({
        fields: z.array(z.object({ name: z.string(), type: z.string(), description: z.string().optional() })),
        foreignKeys: z
          .array(
            z.object({
              fields: z.array(z.string()),
              reference: z.object({ resource: z.string(), fields: z.array(z.string()) }),
            }),
          )
          .optional(),
      }),
    }),
  ),
});

test('Parquet: typed columns, dates as dates, null as null', async () => {
  const out = await exported('parquet');
  const file = await asyncBufferFromFile(`${out}/targets.parquet`);
  expect(await parquetReadObjects({ file })).toMatchObject([
    { id: 'a#t1', value: 8.5, year: 2021, deadline_end: new Date('2025-12-31T00:00:00Z'), indicator: 'hồ sơ đúng hạn' },
    { id: 'a#t2', value: null, deadline_end: null, indicator: EVIL },
    { id: 'b#t1', indicator: SCRIPT },
  ]);
  const { schema } = await parquetMetadataAsync(file);
  const types = Object.fromEntries(schema.map(({ name, type, converted_type }) => [name, converted_type ?? type]));
  expect(types).toMatchObject({ id: 'UTF8', value: 'DOUBLE', year: 'INT32', deadline_end: 'DATE' });
  const empty = await asyncBufferFromFile(`${out}/tasks.parquet`);
  expect(await parquetReadObjects({ file: empty })).toHaveLength(1);
});

test('SQLite: keyed and linked tables', async () => {
  const out = await exported('sqlite');
  const database = new sqlite.Database(out, { readOnly: true });
  onTestFinished(() => database.close());
  expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(database.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  expect(
    database.all(
      `SELECT d.province, t.indicator, t.value, a.name FROM targets t JOIN documents d ON d.id = t.document
       JOIN assignments s ON s.target = t.id JOIN agencies a ON a.code = s.agency ORDER BY t.id`,
    ),
  ).toEqual([
    { province: 'Phú Thọ', indicator: 'hồ sơ đúng hạn', value: 8.5, name: 'Sở Nội vụ' },
    { province: 'Phú Thọ', indicator: EVIL, value: null, name: 'Sở Nội vụ' },
    { province: 'Phú Thọ', indicator: SCRIPT, value: 8.5, name: 'Sở Nội vụ' },
  ]);
  expect(database.all('PRAGMA foreign_key_list(assignments)')).toHaveLength(4);
  expect(database.all('PRAGMA foreign_key_list(targets)')).toHaveLength(5);
});

test('XLSX: a sheet for each table, no cell is a formula', async () => {
  const files = unzipSync(await readFile(await exported('xlsx')));
  const text = (name: string): string => new TextDecoder().decode(files[name]);
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/gu)].map((match) => match[1]);
  expect(names.toSorted()).toEqual(
    Object.keys(TABLES)
      .filter((name) => name !== 'changes')
      .sort(),
  );
  expect(names[0]).toBe('documents');
  const first = text('xl/worksheets/sheet1.xml');
  for (const part of ['state="frozen"', '<autoFilter ref="A1:Y3"/>', 'fitToHeight="0"', 'orientation="landscape"'])
    expect(first).toContain(part);
  expect(text('xl/workbook.xml')).toContain("'provinces'!$1:$1");
  const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'));
  for (const name of sheets) expect(text(name)).not.toContain('<f>');
  const all = `${text('xl/sharedStrings.xml')}${sheets.map(text).join('')}`;
  expect(all).toContain('=HYPERLINK(');
  expect(all).not.toContain('<script>');
});

test('codes that are digits are text in every format', async () => {
  const hanoi = { code: '01', iso: 'VN-HN', name: 'Hà Nội', set: 63 as const, basis: 'header' as const };
  const plan = record('a', [target(1, 'x')], [task(1, 'y')]);
  const folder = await outputWith({ ...plan, document: { ...plan.document, province: hanoi } });
  const to = async (format: ExportFormat): Promise<string> => {
    await exportFolder({ folder, format, out: `${folder}/${format}` });
    return `${folder}/${format}`;
  };
  const csv = await to('csv');
  const [, line = ''] = (await readFile(`${csv}/targets.csv`, 'utf8')).split('\r\n');
  expect(line).toContain('"a#t1","t-1","a","Hà Nội","01",63,2021,"quantified"');
  expect((await readFile(`${csv}/tasks.csv`, 'utf8')).split('\r\n')[1]).toContain('2021,"1",,,,"y"');
  const { resources } = Descriptor.parse(JSON.parse(await readFile(`${csv}/datapackage.json`, 'utf8')));
  const codes = resources.flatMap(({ schema }) => schema.fields.filter(({ name }) => /(?:^|_)code$/u.test(name)));
  expect(codes.length).toBeGreaterThan(4);
  expect(new Set(codes.map(({ type }) => type))).toEqual(new Set(['string']));
  expect(await linesIn(`${await to('jsonl')}/targets.jsonl`)).toMatchObject([{ province_code: '01' }]);
  const file = await asyncBufferFromFile(`${await to('parquet')}/targets.parquet`);
  expect(await parquetReadObjects({ file })).toMatchObject([{ province_code: '01' }]);
  const database = new sqlite.Database(await to('sqlite'), { readOnly: true });
  onTestFinished(() => database.close());
  expect(database.get('SELECT province_code, typeof(province_code) AS type FROM targets')).toEqual({
    province_code: '01',
    type: 'text',
  });
  const sheet = new TextDecoder().decode(unzipSync(await readFile(await to('xlsx')))['xl/worksheets/sheet2.xml']);
  // Column E of the first row below the heads: an index into the shared texts, no number.
  expect(sheet).toMatch(/<c [^>]*r="E2"[^>]* t="s"/u);
});

test.each(FORMATS)('%s: codes lead to tables with their labels', async (format) => {
  const { pipelines } = await choosePipelines();
  const plan = record('a', [
    target(1, 'hồ sơ đúng hạn', { indicator: { text: 'hồ sơ đúng hạn', code: 'outcomes.pci-rank' }, area: 'economy' }),
    // Of a pipeline that is not at hand.
    target(2, 'che phủ', { indicator: { text: 'che phủ', code: 'protection.cover' }, area: 'protection' }),
  ]);
  const folder = await outputWith(plan);
  const out = `${folder}/out`;
  await exportFolder({ folder, format, out, pipelines });
  const find = await finder(format, out);
  const ranked = pipelines.flatMap(({ indicators }) => indicators).find(({ code }) => code === 'outcomes.pci-rank');
  expect(await find('indicators', 'outcomes.pci-rank')).toMatchObject({
    area: 'outcomes',
    label_vi: ranked?.label.vi,
    label_en: ranked?.label.en,
    better: 'lower',
    pipelines: 'administrative-reform; socio-economic',
  });
  expect(await find('indicators', 'protection.cover')).toMatchObject({ area: 'protection', label_en: null });
  expect(await find('areas', 'protection')).toMatchObject({ label_vi: null, pipelines: null });
  expect(await find('areas', 'procedures')).toMatchObject({ label_en: 'Administrative procedures' });
  expect(await find('provinces', '15')).toMatchObject({ set: 63, label_vi: 'Yên Bái', label_en: 'Yen Bai' });
  expect(await find('provinces', '79')).toMatchObject({ label_en: 'Ho Chi Minh City', kind: 'city' });
  expect(await find('agencies', 'so-noi-vu')).toMatchObject({ label_en: 'Department of Home Affairs' });
});

type Found = Readonly<Record<string, unknown>> | undefined;
/** The first row of a table with that code, whatever it was written as; "" is null there. */
async function finder(format: ExportFormat, out: string): Promise<(table: string, code: string) => Promise<Found>> {
  const of = (rows: readonly Record<string, unknown>[], code: string): Found => rows.find((row) => row.code === code);
  const typed = (row: Record<string, string>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value === '' ? null : name === 'set' ? Number(value) : value]),
    );
  switch (format) {
    case 'jsonl':
      return async (table, code) => of(await linesIn(`${out}/${table}.jsonl`), code);
    case 'parquet':
      return async (table, code) =>
        of(await parquetReadObjects({ file: await asyncBufferFromFile(`${out}/${table}.parquet`) }), code);
    case 'csv':
      return async (table, code) => {
        const rows = parse(await readFile(`${out}/${table}.csv`, 'utf8'), { columns: true, bom: true });
        return of(z.array(z.record(z.string(), z.string())).parse(rows).map(typed), code);
      };
    case 'sqlite': {
      const database = new sqlite.Database(out, { readOnly: true });
      onTestFinished(() => database.close());
      expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
      return async (table, code) =>
        database.get(`SELECT * FROM "${table}" WHERE code = ? ORDER BY rowid`, [code]) ?? undefined;
    }
    case 'xlsx': {
      const sheets = sheetsOf(await readFile(out));
      return async (table, code) => of(sheets.get(table)?.map(typed) ?? [], code);
    }
  }
}

/** The rows of each sheet of a workbook, by the heads of its columns. */
function sheetsOf(workbook: Uint8Array): Map<string, Record<string, string>[]> {
  const files = unzipSync(workbook);
  const xml = (name: string): CheerioAPI => load(new TextDecoder().decode(files[name]), { xml: true });
  const shared = xml('xl/sharedStrings.xml')('si')
    .toArray()
    .map((one) => load(one, { xml: true })('t').text());
  const names = xml('xl/workbook.xml')('sheet')
    .toArray()
    .map((one) => one.attribs.name ?? '');
  return new Map(
    names.map((name, i) => {
      const $ = xml(`xl/worksheets/sheet${i + 1}.xml`);
      const [heads = new Map(), ...rows] = $('row')
        .toArray()
        .map((row) => {
          const cells = $(row).find('c').toArray();
          return new Map(
            cells.map((cell) => {
              const value = $(cell).find('v').text();
              const at = cell.attribs.r?.replace(/\d+/u, '');
              return [at, cell.attribs.t === 's' ? (shared[Number(value)] ?? '') : value];
            }),
          );
        });
      const all = [...heads];
      return [name, rows.map((row) => Object.fromEntries(all.map(([at, head]) => [head, row.get(at) ?? ''])))];
    }),
  );
}

test('a database may be read by whom the other files may', async () => {
  const mode = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
  expect(await mode(await exported('sqlite'))).toBe(await mode(`${await exported('csv')}/targets.csv`));
});

test('what a document replaces, amends or reports on leads to it where it is there', async () => {
  const cited = (number: string, date: string | null) => ({
    number,
    date,
    source: { quote: number, start: 0, end: number.length, page: 1 },
  });
  const of = (id: string, number: string, issuedOn: string, more: Partial<PlanRecord['document']>): PlanRecord => {
    const one = record(id, []);
    return { ...one, document: { ...one.document, number, issuedOn, ...more } };
  };
  const folder = await outputWith(
    of('old', '1/KH-UBND', '2021-01-01', {}),
    of('new', '2/KH-UBND', '2023-01-01', {
      replaces: [
        { ...cited('1/KH-UBND', '2021-01-01'), kind: 'replaces' },
        { ...cited('9/KH-UBND', null), kind: 'amends' },
      ],
    }),
    of('new-again', '2/KH-UBND', '2023-01-01', {}),
    of('told', '3/BC-UBND', '2024-01-01', { form: 'report', reportsOn: [cited('2/kh-ubnd', '2023-01-01')] }),
  );
  const out = `${folder}/out`;
  await exportFolder({ folder, format: 'jsonl', out });
  expect(await linesIn(`${out}/relations.jsonl`)).toMatchObject([
    { document: 'new', position: 1, kind: 'replaces', number: '1/KH-UBND', related: 'old', quote: '1/KH-UBND' },
    { document: 'new', position: 2, kind: 'amends', number: '9/KH-UBND', date: null, related: null },
    { document: 'told', position: 1, kind: 'reports-on', related: 'new' },
    { document: 'new-again', position: 0, kind: 'same-plan', related: 'new', quote: null },
  ]);
});
