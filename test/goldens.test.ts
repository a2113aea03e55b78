import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../src/model/block.ts';
import { Pipeline } from '../src/model/pipeline.ts';
import { type Agency, PlanRecord, Source } from '../src/model/record.ts';
import { readBlocks } from '../src/read/read.ts';
import { type Extracted, processDocument } from '../src/run.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(at(`../fixtures/${name}`)));
const NAMES = readdirSync(at('../fixtures'))
  .filter((name) => /\.(?:docx|pdf|html)$/u.test(name))
  .sort();
const PIPELINES = readdirSync(at('../pipelines'))
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => Pipeline.parse(parse(readFileSync(at(`../pipelines/${name}`), 'utf8'))));
/** The manifest's own columns; the file is ours and holds no quoted commas. */
const DECLARED = new Map(
  readFileSync(at('../fixtures/manifest.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([path = '', province = '', year = '', title = '']) => [path, { province, year: Number(year), title }]),
);

function run(name: string): Promise<Extracted> {
  const declared = DECLARED.get(name);
  return processDocument(bytesOf(name), {
    uri: `fixtures/${name}`,
    pipelines: PIPELINES,
    ...(declared === undefined ? {} : { declared }),
  });
}

const done = new Map<string, Extracted>();
beforeAll(async () => {
  for (const name of NAMES) done.set(name, await run(name));
}, 60_000);
function extracted(name: string): Extracted {
  const found = done.get(name);
  if (found === undefined) throw new Error(`${name} was not read`);
  return found;
}

test('there are fixtures of all three formats', () => {
  expect(new Set(NAMES.map((name) => name.split('.').at(-1)))).toEqual(new Set(['docx', 'pdf', 'html']));
  expect(NAMES.length).toBeGreaterThanOrEqual(8);
});

describe.each(NAMES)('%s', (name) => {
  test('gives the expected record', () => {
    const golden = at(`./goldens/${name}.json`);
    const json = `${JSON.stringify(extracted(name).record, null, 2)}\n`;
    if (process.env.UPDATE_GOLDENS === '1') writeFileSync(golden, json);
    expect(json).toBe(readFileSync(golden, 'utf8'));
  });

  test('quotes are verbatim', () => {
    const { record, text } = extracted(name);
    const sources = sourcesIn(record);
    expect(sources.length).toBeGreaterThan(0);
    for (const { quote, start, end } of sources) expect(text.slice(start, end)).toBe(quote);
  });

  test('its text is NFC and ends with a line break', () => {
    const { text } = extracted(name);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).toMatch(/[^\n]\n$/u);
    expect(text).not.toContain('\uFFFD');
  });

  test('its sections lie in each other or apart, and paths are not repeated', () => {
    const { record, text } = extracted(name);
    const { sections } = record;
    for (const { start, end } of sections) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    for (const a of sections) {
      for (const b of sections) {
        const crossing = a.start < b.start && b.start < a.end && a.end < b.end;
        expect(crossing, `${a.path} and ${b.path}`).toBe(false);
      }
    }
    expect(new Set(sections.map(({ path }) => path)).size).toBe(sections.length);
  });

  test('targets and tasks lie in the section of their path', () => {
    const { record } = extracted(name);
    const byPath = new Map(record.sections.map((section) => [section.path, section]));
    for (const { path, source } of [...record.targets, ...record.tasks]) {
      const section = path === null ? undefined : byPath.get(path);
      if (section === undefined) continue;
      expect(source.start, path ?? '').toBeGreaterThanOrEqual(section.start);
      expect(source.end, path ?? '').toBeLessThanOrEqual(section.end);
    }
  });

  test('it passes its schema, which leaves nothing out', () => {
    const { record } = extracted(name);
    expect(PlanRecord.parse(record)).toEqual(record);
  });

  test('the same bytes give the same record', async () => {
    expect(JSON.stringify(await run(name))).toBe(JSON.stringify(extracted(name)));
  });
});

/** Everything in a record that has the shape of a source. */
function sourcesIn(value: unknown): Source[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  const own = 'quote' in value ? [Source.parse(value)] : [];
  return [...own, ...Object.values(value).flatMap(sourcesIn)];
}

describe('one plan in three forms', () => {
  const FORMS = ['docx', 'pdf', 'html'].map((form) => `phu-tho-1782-kh-ubnd-2021.${form}`);
  const agencies = (list: readonly Agency[]) => list.map(({ role, code, basis }) => [role, code, basis]);
  const said = (name: string) => {
    const { record } = extracted(name);
    return {
      header: { ...record.document, id: '', sha256: '', source: null },
      targets: record.targets.map(({ id, key, source, confidence, ...rest }) => ({
        ...rest,
        agencies: agencies(rest.agencies),
      })),
      keys: record.targets.map(({ key }) => key),
      tasks: record.tasks.map(({ id, key, source, confidence, ...rest }) => ({
        ...rest,
        leads: agencies(rest.leads),
        cooperating: agencies(rest.cooperating),
      })),
    };
  };

  test.each(FORMS.slice(1))('%s says what the Word file says', (form) => {
    const [docx = ''] = FORMS;
    expect(said(form)).toEqual(said(docx));
  });

  test('its task table is whole', () => {
    const tasks = extracted(FORMS[0] ?? '').record.tasks.filter(({ basis }) => basis === 'table');
    expect(tasks.map(({ number }) => number)).toEqual(Array.from({ length: 23 }, (_, i) => String(i + 1)));
    expect([...new Set(tasks.map(({ group }) => group))]).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']);
  });
});

describe('what stands around a plan', () => {
  const AROUND: readonly (readonly [name: string, words: string])[] = [
    ['thua-thien-hue-tin-2019.html', 'Hỏi đáp'],
    ['thua-thien-hue-tin-2019.html', 'Mong tỉnh đưa 90% thủ tục đất đai lên mạng trong năm 2019.'],
    ['thua-thien-hue-tin-2019.html', 'Truy cập tổng 1.452.218'],
    ['thua-thien-hue-tin-2019.html', 'Huyện Phú Vang giải quyết 99% hồ sơ đúng hạn (20/12/2018)'],
    ['lam-dong-cchc-2026.html', 'Dịch vụ công'],
    ['lam-dong-cchc-2026.html', '100% cán bộ đoàn tham gia ngày hội chuyển đổi số'],
    ['lam-dong-cchc-2026.html', 'Đang truy cập: 152 | Tổng lượt truy cập: 4.318.907'],
  ];

  test.each(AROUND)('%s: "%s" is furniture and no target', async (name, words) => {
    const { blocks } = await readBlocks(bytesOf(name), DEFAULT_LIMITS, loadKnowledge());
    const block = blocks.find(({ text }) => text.includes(words));
    expect(block?.furniture).toBeDefined();
    const { record } = extracted(name);
    expect([...record.targets, ...record.tasks].filter(({ source }) => source.quote.includes(words))).toEqual([]);
  });

  test('page numbers are furniture', async () => {
    const { blocks } = await readBlocks(bytesOf('phu-tho-1782-kh-ubnd-2021.pdf'), DEFAULT_LIMITS, loadKnowledge());
    const numbers = blocks.filter(({ furniture }) => furniture === 'page-number').map(({ text }) => text);
    expect(numbers).toEqual(['2', '3', '4', '5', '6', '7']);
  });
});

test('what only the manifest tells is recorded as such', () => {
  const { document } = extracted('so-noi-vu-2320-kh-snv-2021.html').record;
  expect(document.province).toMatchObject({ name: 'Bình Định', basis: 'manifest' });
});

test('a report holds results, and its own aim as a target', () => {
  const { targets } = extracted('dak-nong-bao-cao-2019.pdf').record;
  const counted = (status: string) => targets.filter((one) => one.status === status && one.quantity !== null);
  expect(counted('result').map(({ quantity }) => quantity?.value)).toEqual([135, 2961, 20, 550, 18, 179, 614, 57]);
  expect(counted('target').map(({ quantity }) => quantity?.value)).toEqual([100]);
});
