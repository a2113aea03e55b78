import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { processDocument } from '../../src/index.ts';
import { Pipeline } from '../../src/model/pipeline.ts';
import { SCHEMA_VERSION } from '../../src/model/record.ts';
import { recordSchema } from '../../src/shell/record-schema.ts';
import { codesIn, fencesOf, proseOf, ROOT, sectionOf, strange, textOf } from './pages.ts';

const kehoach = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'dist/shell/cli.js'), ...args], { cwd: ROOT, encoding: 'utf8' });

test('what the page of commands shows of inspect is what it prints', () => {
  const [block] = fencesOf(sectionOf(textOf('docs/commands.md'), 'inspect')).filter(({ language }) => language === '');
  expect(block?.text).toContain('Outline (');
  expect(strange(block?.text ?? '', kehoach('inspect', 'fixtures/dak-nong-bao-cao-2019.pdf').stdout)).toEqual([]);
});

/** Every closed list of words in a JSON Schema. */
function wordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    (key === 'enum' || key === 'const') && typeof value !== 'number' ? [value].flat().map(String) : wordsOf(value),
  );
}

test('every word of a closed list of the record is told', () => {
  const told = codesIn(proseOf(textOf('docs/output.md')));
  expect([...new Set(wordsOf(recordSchema()))].filter((word) => !word.includes('/') && !told.includes(word))).toEqual(
    [],
  );
});

test('pages tell the present version of the schema', () => {
  for (const page of ['docs/output.md', 'docs/exports.md', 'CHANGELOG.md'])
    expect([page, textOf(page)]).toEqual([page, expect.stringContaining(SCHEMA_VERSION)]);
});

interface Item {
  readonly id: string;
  readonly path: string | null;
}

const RECORDS: { targets: Item[] }[] = readdirSync(join(ROOT, 'test/goldens'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(textOf(`test/goldens/${name}`)));

test.each(['README.md', 'README.vi.md', 'docs/output.md'])(
  'the target that %s shows is one of the fixtures',
  (page) => {
    const block = fencesOf(textOf(page)).find(({ language }) => language.startsWith('json'))?.text ?? '';
    const shown = JSON.parse(block.replaceAll(/ +\/\/ .*$/gmu, ''));
    const targets = RECORDS.flatMap((record) => record.targets).filter(({ path }) => path === shown.path);
    const { agencies, ...rest } = shown;
    expect(targets).toContainEqual(expect.objectContaining({ id: expect.any(String) }));
    expect(
      targets.filter((target) => {
        try {
          expect(target).toMatchObject(rest);
          expect(target).toHaveProperty('agencies.0');
          expect((target as unknown as { agencies: unknown[] }).agencies).toContainEqual(
            expect.objectContaining(agencies[0]),
          );
          return true;
        } catch {
          return false;
        }
      }).length,
    ).toBeGreaterThan(0);
  },
);

test('the pipeline that the page shows is one, and tells code and area of what it is about', async () => {
  const [block] = fencesOf(textOf('docs/pipelines.md')).filter(({ language }) => language === 'yaml');
  const pipeline = Pipeline.parse(parse(block?.text ?? ''));
  expect(pipeline.name).toBe('forest-plans');
  const text = 'KẾ HOẠCH\nPhát triển lâm nghiệp năm 2026\n\nI. MỤC TIÊU\n1. Tỷ lệ che phủ rừng đạt 42%.\n';
  const bytes = new TextEncoder().encode(text);
  const { record } = await processDocument(bytes, { uri: 'plan.txt', pipelines: [pipeline] });
  expect(record.targets).toMatchObject([{ indicator: { code: 'protection.cover' }, area: 'protection' }]);
});

test('what the page of the library imports is there', async () => {
  const library: Record<string, unknown> = await import('../../src/index.ts');
  const imports = fencesOf(textOf('docs/library.md')).flatMap(({ text }) =>
    [...text.matchAll(/import \{ (?<names>[^}]+) \} from 'kehoach'/gu)].flatMap(
      (m) => m.groups?.names?.split(', ') ?? [],
    ),
  );
  expect(imports.length).toBeGreaterThan(2);
  for (const name of [
    ...imports,
    'ERROR_CODES',
    'DEFAULT_LIMITS',
    'GENERAL',
    'PlanError',
    'inspectDocument',
    'processDocument',
  ])
    expect(library).toHaveProperty(name);
});
