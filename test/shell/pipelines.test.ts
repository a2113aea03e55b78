import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { CallError } from '../../src/shell/call-error.ts';
import { parsePipeline } from '../../src/shell/pipeline-yaml.ts';
import { choosePipelines, fingerprint, pipelinesAtBuild } from '../../src/shell/pipelines.ts';
import { folderWith } from './make.ts';

const GOOD = `name: own
version: 1.0.0
topic: own
match:
  title: [kế hoạch riêng]
  text: []
areas:
  - code: one
    label: { vi: Một, en: One }
    headings: [thứ nhất]
    words: []
indicators:
  - code: one.share
    label: { vi: Tỷ lệ, en: Share }
    area: one
    unit: "%"
    better: higher
    all: [[tỷ lệ]]
`;

test('the pipelines that come with the program are sound', async () => {
  const { name, pipelines } = await choosePipelines();
  expect(name).toBe('auto');
  expect(pipelines.map((one) => one.name)).toEqual(expect.arrayContaining(['administrative-reform', 'general']));
  expect(pipelines.find((one) => one.name === 'general')?.topic).toBeNull();
});

test("a file of one's own joins the others and is used", async () => {
  const folder = await folderWith({ 'own.yaml': GOOD, 'general.yml': GOOD.replace('name: own', 'name: general') });
  const own = await choosePipelines(`${folder}/own.yaml`);
  expect(own.name).toBe('own');
  expect(own.pipelines.map(({ name }) => name)).toEqual(expect.arrayContaining(['general', 'own']));
  const instead = await choosePipelines(`${folder}/general.yml`);
  expect(instead.pipelines.filter(({ name }) => name === 'general')).toMatchObject([{ topic: 'own' }]);
});

const BROKEN: [what: string, from: string, to: string, says: string][] = [
  ['a field that is missing', 'version: 1.0.0\n', '', 'own.yaml:1: version: '],
  ['a version of two numbers', '1.0.0', '"1.0"', 'own.yaml:2: version: '],
  ['a value of the wrong kind', 'title: [kế hoạch riêng]', 'title: kế hoạch riêng', 'own.yaml:5: match.title: '],
  ['an unknown field', 'topic: own', 'topic: own\ncolour: red', 'own.yaml:4: colour: no field'],
  [
    'an unknown field further in',
    '    words: []',
    '    words: []\n    wrods: []',
    'own.yaml:12: areas[0].wrods: no field',
  ],
  ['no YAML', 'areas:', 'areas: [', 'own.yaml:8: not YAML: '],
  [
    'a phrase that makes no pattern',
    '[kế hoạch riêng]',
    `[${'kế hoạch '.repeat(2000)}]`,
    'own.yaml:5: match.title[0]: "kế hoạch kế hoạch',
  ],
  [
    'phrases that stand everywhere',
    'headings: [thứ nhất]',
    'headings: [" - "]',
    'own.yaml:10: areas[0].headings[0]: " - " has',
  ],
  [
    'phrases that make no pattern together',
    'words: []',
    `words: [${Array.from({ length: 400 }, (_, i) => `${'x'.repeat(900)} ${i}`).join(', ')}]`,
    'own.yaml:11: areas[0].words: these 400 phrases',
  ],
  ['the name that chooses', 'name: own', 'name: auto', 'own.yaml:1: name: "auto"'],
  [
    'aliases of aliases without end',
    'topic: own',
    `topic: own\n${['a', 'b', 'c', 'd', 'e']
      .map(
        (key, i, all) =>
          `${key}: &${key} [${Array(9)
            .fill(i === 0 ? 'x' : `*${all[i - 1]}`)
            .join()}]`,
      )
      .join('\n')}`,
    'own.yaml:1: not YAML: Excessive alias count',
  ],
  ['a key that stands twice', 'topic: own', 'topic: own\ntopic: other', 'own.yaml:4: not YAML: '],
  [
    'an indicator of no area',
    'area: one',
    'area: two',
    'own.yaml:15: indicators[0].area: no area of this pipeline has the code "two"',
  ],
  ['a direction that there is not', 'better: higher', 'better: bigger', 'own.yaml:17: indicators[0].better: '],
  [
    'a phrase that stands twice',
    '[kế hoạch riêng]',
    '[kế hoạch riêng, Kế  hoạch riêng]',
    'own.yaml:5: match.title[1]: "Kế  hoạch riêng" stands twice',
  ],
  ['a heading of one area twice', '[thứ nhất]', '[thứ nhất, "thứ nhất"]', 'own.yaml:10: areas[0].headings[1]: '],
];
test.each(BROKEN)('names file, line and field: %s', (_, from, to, says) => {
  expect(GOOD).toContain(from);
  expect(parsePipeline(GOOD, 'own.yaml').name).toBe('own');
  expect(() => parsePipeline(GOOD.replace(from, to), 'own.yaml')).toThrow(CallError);
  expect(() => parsePipeline(GOOD.replace(from, to), 'own.yaml')).toThrow(says);
});

test.each([
  ['administrative-refrom', /no pipeline is called "administrative-refrom" \(there are auto, administrative-reform/u],
  ['/no/such.yaml', /\/no\/such\.yaml: the pipeline cannot be read\. There is no such file/u],
])('a wrong --pipeline: %s', async (wanted, says) => {
  await expect(choosePipelines(wanted)).rejects.toThrow(says);
});

test('two pipelines of one name in a folder are an error', async () => {
  const folder = await folderWith({ 'a.yaml': GOOD, 'b.yaml': GOOD });
  await expect(choosePipelines('auto', folder)).rejects.toThrow('two pipelines are called "own"');
});

test('the fingerprint changes with what a document may be read by', async () => {
  const all = await choosePipelines();
  const general = await choosePipelines('general');
  const changed = {
    ...all,
    pipelines: all.pipelines.map((one) => (one.name === 'general' ? { ...one, topic: 'x' } : one)),
  };
  expect(fingerprint(all)).toBe(fingerprint({ ...all, pipelines: all.pipelines.toReversed() }));
  expect(fingerprint(changed)).not.toBe(fingerprint(all));
  expect(fingerprint({ ...changed, name: 'administrative-reform' })).toBe(
    fingerprint({ ...all, name: 'administrative-reform' }),
  );
  expect(fingerprint(general)).not.toBe(fingerprint(all));
});

test('the pipeline files are plain data', async () => {
  const text = await readFile(new URL('../../pipelines/general.yaml', import.meta.url), 'utf8');
  expect(parsePipeline(text, 'general.yaml').version).toMatch(/^\d/u);
});

test('what the build has read stands for the file as long as the file says the same', async () => {
  const folder = await folderWith({ 'own.yaml': GOOD });
  const read = await pipelinesAtBuild(folder);
  const beside = await folderWith({ 'read.json': read.replaceAll('"Tỷ lệ"', '"Từ lúc dựng"') });
  const labels = async (): Promise<unknown> => {
    const { pipelines } = await choosePipelines('auto', folder, pathToFileURL(`${beside}/read.json`));
    return pipelines.map(({ indicators }) => indicators.map(({ label }) => label.vi));
  };
  expect(await labels()).toEqual([['Từ lúc dựng']]);
  await writeFile(`${folder}/own.yaml`, GOOD.replace('version: 1.0.0', 'version: 1.0.1'));
  expect(await labels()).toEqual([['Tỷ lệ']]);
});

test('the build reads all pipelines that come with the program', async () => {
  const { pipelines } = await choosePipelines();
  const read = Object.values<{ pipeline: unknown }>(JSON.parse(await pipelinesAtBuild()));
  expect(read.map(({ pipeline }) => pipeline)).toEqual(pipelines);
});
