import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { comparePlans } from '../../../src/compare/compare.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { Pipeline } from '../../../src/model/pipeline.ts';
import { comparisonCsv } from '../../../src/shell/formats/comparison-csv.ts';
import { comparisonHtml } from '../../../src/shell/formats/comparison-html.ts';
import { comparisonXlsx } from '../../../src/shell/formats/comparison-xlsx.ts';
import { figure, planTitles } from '../../../src/shell/formats/figure.ts';
import { comparisonTables } from '../../../src/shell/terminal/comparison.ts';
import { due, HUE, PHU_THO, plan, target } from '../../compare/make.ts';

const EVIL = '=HYPERLINK("http://evil.example","bấm")';
const SCRIPT = '</script><script>alert(1)</script><b>đậm</b>';
const quoted = (quote: string) => ({ source: { quote, start: 5, end: 5 + quote.length, page: 2 } });
const COMPARISON = comparePlans(
  loadKnowledge(),
  [
    plan('a', PHU_THO, [
      target(
        'hồ sơ giải quyết đúng hạn',
        { value: 95, comparator: '>=' },
        { deadline: due('2025-12-31'), ...quoted(EVIL) },
      ),
      target('công chức được bồi dưỡng', 100, quoted(SCRIPT)),
    ]),
    plan('b', HUE, [target('hồ sơ giải quyết đúng hạn', 90, quoted(' - 90% hồ sơ'))]),
  ],
  { pipelines: [], base: [PHU_THO] },
);

test('CSV: a byte order mark, one line per figure, text that looks like a formula is text', () => {
  const csv = [...comparisonCsv(COMPARISON)].join('');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const rows = parseCsv<Record<string, string>>(csv, { columns: true, bom: true });
  expect(rows.map(({ document, value, comparator, difference }) => [document, value, comparator, difference])).toEqual([
    ['a', '95', '>=', ''],
    ['b', '90', '=', '-5'],
    ['a', '100', '=', ''],
  ]);
  expect(rows.map(({ quote }) => quote)).toEqual([`'${EVIL}`, "' - 90% hồ sơ", SCRIPT]);
});

test('XLSX: frozen headers, filter buttons, five sheets, no formula', async () => {
  const files = unzipSync(new Uint8Array(await comparisonXlsx(COMPARISON, [])));
  const xml = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const workbook = xml('xl/workbook.xml');
  for (const name of ['So sánh', 'Khác biệt so với Phú Thọ', 'Độ phủ', 'Số liệu', 'Nguồn'])
    expect(workbook).toContain(`name="${name}"`);
  for (const [sheet, range] of [
    ['sheet1', 'A1:H3'],
    ['sheet2', 'A1:R2'],
    ['sheet3', 'A1:G3'],
    ['sheet4', 'A1:AN4'],
    ['sheet5', 'A1:N3'],
  ] as const) {
    const text = xml(`xl/worksheets/${sheet}.xml`);
    expect(text).toContain('state="frozen"');
    expect(text).toContain('orientation="landscape"');
    expect(text).toContain(`<autoFilter ref="${range}"/>`);
    expect(text.indexOf('<autoFilter')).toBeGreaterThan(text.indexOf('</sheetData>'));
    expect(text).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
    expect(text).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"/u);
    expect(text).not.toMatch(/<f[ >]/u);
  }
  expect(workbook).toContain(
    '<definedName name="_xlnm.Print_Titles" localSheetId="1">\'Khác biệt so với Phú Thọ\'!$1:$1</definedName>',
  );
  const shared = [...xml('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/gu)].map(([, text]) => text);
  const heads = [...xml('xl/worksheets/sheet2.xml').matchAll(/<c r="[A-Z]+1"[^>]*><v>(\d+)<\/v>/gu)];
  expect(heads.map(([, i]) => shared[Number(i)]).slice(5)).toEqual(
    'Gốc: so sánh|Gốc|Gốc: đến|Tỉnh, thành phố|Kế hoạch|So sánh|Giá trị|Đến|Chênh lệch|Cao nhất|Thời hạn (lời văn)|Thời hạn|Trích dẫn'.split(
      '|',
    ),
  );
  const all = Object.values(files)
    .map((file) => strFromU8(file))
    .join('');
  expect(all).toContain('=HYPERLINK(');
  expect(xml('xl/worksheets/sheet4.xml')).toContain('<v>95</v>');
  // What is between a figure and the base's is a number to reckon with.
  expect(xml('xl/worksheets/sheet2.xml')).toContain('<v>-5</v>');
});

test('heads are told in Vietnamese or English where that is asked for', async () => {
  const heads = (language?: 'vi' | 'en') =>
    parseCsv([...comparisonCsv(COMPARISON, language)].join(''), { bom: true })[0];
  expect(heads()?.slice(0, 2)).toEqual(['code', 'indicator']);
  expect(heads('vi')?.slice(0, 2)).toEqual(['Mã chỉ tiêu', 'Chỉ tiêu']);
  expect(heads('en')?.slice(0, 2)).toEqual(['Code', 'Measure']);
  const english = unzipSync(new Uint8Array(await comparisonXlsx(COMPARISON, [], 'en')));
  expect(strFromU8(english['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="Difference to Phú Thọ"');
  expect(strFromU8(english['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('Level of the issuer');
});

test('a figure in another unit than that of its row says so', async () => {
  const said = (unit: string, value: number) =>
    target('thu nhập', { value, unit }, { indicator: { text: 'thu nhập', code: 'society.income-per-head' } });
  const society = Pipeline.parse(
    parseYaml(readFileSync(new URL('../../../pipelines/socio-economic.yaml', import.meta.url), 'utf8')),
  );
  const plans = [plan('a', PHU_THO, [said('VND/người/năm', 60e6)]), plan('b', HUE, [said('VND/người/tháng', 6e6)])];
  const compared = comparePlans(loadKnowledge(), plans, { pipelines: [society], base: [PHU_THO] });
  const files = unzipSync(new Uint8Array(await comparisonXlsx(compared, [society])));
  expect(strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('6 triệu đồng/người/tháng');
});

test('results and superseded targets are told in every format', async () => {
  const old = { number: '10/KH-UBND', issuedOn: '2021-02-03' };
  const cited = { number: '10/KH-UBND', date: '2021-02-03' };
  const linked = comparePlans(
    loadKnowledge(),
    [
      plan('a', PHU_THO, [target('hồ sơ đúng hạn', { value: 95, comparator: '>=' })], old),
      plan('b', PHU_THO, [target('hồ sơ đúng hạn', 98)], { replaces: [{ ...cited, kind: 'replaces' }] }),
      plan('r', PHU_THO, [target('hồ sơ đúng hạn', 97, { status: 'result' })], { form: 'report', reportsOn: [cited] }),
    ],
    { pipelines: [], base: [PHU_THO] },
  );
  const [row] = parseCsv<Record<string, string>>([...comparisonCsv(linked)].join(''), { columns: true, bom: true });
  expect(row).toMatchObject({
    result: '97',
    result_year: '2025',
    reached: 'yes',
    result_document: 'r',
    superseded_by: 'b',
  });
  const table = comparisonTables(linked, [], { width: 160 });
  expect(table).toContain('≥ 95% → 97%');
  expect(table).toMatch(/† superseded by a newer plan/u);
  const files = unzipSync(new Uint8Array(await comparisonXlsx(linked, [])));
  expect(strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('≥ 95% → 97% (2025) ✓ (đã thay thế)');
});

test('XLSX: more than a workbook holds is cut, and the workbook says so', async () => {
  const many = Array.from({ length: 101 }, (_, i) =>
    plan(`p${i}`, PHU_THO, [target('hồ sơ đúng hạn', 50 + i)], { number: `${i}/KH-UBND`, issuedOn: '2021-01-01' }),
  );
  const files = unzipSync(
    new Uint8Array(await comparisonXlsx(comparePlans(loadKnowledge(), many, { pipelines: [] }), [])),
  );
  expect(strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain(
    '100 trên 101 kế hoạch được xếp cạnh nhau',
  );
});

test('HTML: text of documents stays text, quotes stand in their place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kehoach-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'documents'));
  await writeFile(join(folder, 'documents', 'a.txt'), `trước${EVIL}sau`);
  const { page, files } = await comparisonHtml(COMPARISON, [], { folder });
  expect(files.size).toBe(0);
  expect(page).not.toContain('<script>alert');
  // The data, one part of figures, one of words, and the page's own.
  expect(page.match(/<script/gu)).toHaveLength(4);
  expect(page).not.toMatch(/(?:src|href)="?https?:/u);
  const jsonOf = (attribute: string): unknown =>
    JSON.parse(new RegExp(`<script type="application/json" ${attribute}>(.*?)</script>`, 'su').exec(page)?.[1] ?? '');
  expect(jsonOf('id="data"')).toMatchObject({ plans: [{ document: 'a', base: true }, { document: 'b' }] });
  const words = jsonOf('data-part="words-0"');
  expect(words).toMatchObject({ 0: { cells: [{ around: ['trước', 'sau'] }, {}] } });
  expect(JSON.stringify(words)).toContain('alert(1)');
});

test.each([
  [{ comparator: '>=', value: 35, valueMax: 40 }, '%', '≥ 35–40%'],
  [{ comparator: '<=', value: 10, valueMax: null }, 'rank', 'top 10'],
  [{ comparator: '=', value: 17.5e12, valueMax: null }, 'VND', '17.500 tỷ đồng'],
  [{ comparator: '>=', value: 58.5e6, valueMax: 60e6 }, 'VND/người/năm', '≥ 58,5–60 triệu đồng/người/năm'],
  [{ comparator: '=', value: 4500, valueMax: null }, 'USD/người', '4.500 USD/người'],
  [{ comparator: '~', value: 3.2e9, valueMax: null }, 'USD', '~ 3,2 tỷ USD'],
  [{ comparator: '<', value: 1.2, valueMax: null }, '%/năm', '< 1,2%/năm'],
] as const)('figure %j in %s is %s', (cell, unit, shown) => {
  const [one] = COMPARISON.indicators[0]?.cells ?? [];
  if (one === undefined) throw new Error('no cell');
  expect(figure({ ...one, ...cell }, unit)).toBe(shown);
});

test('the sheet of sources tells forms, levels and warnings in the language of the workbook', async () => {
  const copies = ['a', 'b'].map((id) =>
    plan(id, PHU_THO, [target('hồ sơ', 1)], { number: '1/KH', issuedOn: '2021-02-03' }),
  );
  const compared = comparePlans(loadKnowledge(), copies, { pipelines: [], base: [PHU_THO] });
  const words = async (language: 'vi' | 'en'): Promise<string> =>
    strFromU8(
      unzipSync(new Uint8Array(await comparisonXlsx(compared, [], language)))['xl/sharedStrings.xml'] ??
        new Uint8Array(),
    );
  const vi = await words('vi');
  for (const one of ['kế hoạch', 'cấp tỉnh', 'Phú Thọ 2021–2025: Còn có trong 1 tệp khác']) expect(vi).toContain(one);
  expect(vi).not.toContain('it is counted once');
  expect(await words('en')).toContain('Phú Thọ 2021–2025: In 1 other file too');
});

test('plans that would be called alike are told apart by number, an issuer does not repeat its province', () => {
  const department = { level: 'department', issuer: { code: 'so-noi-vu', name: 'Sở Nội vụ tỉnh Phú Thọ' } } as const;
  const { documents = [] } = comparePlans(
    loadKnowledge(),
    [
      plan('a', PHU_THO, [], { number: '10/KH-UBND', issuedOn: '2021-02-03' }),
      plan('b', PHU_THO, []),
      plan('c', PHU_THO, [], department),
      plan('d', null, [], { issuer: null, period: null }),
    ],
    { pipelines: [] },
  );
  expect(Object.fromEntries(planTitles(documents))).toEqual({
    a: 'Phú Thọ 2021–2025, 10/KH-UBND',
    b: 'Phú Thọ 2021–2025, b',
    c: 'Phú Thọ, Sở Nội vụ 2021–2025',
    d: 'd',
  });
});

test('CSV: departments that were merged in 2025 stand beside those that took over', () => {
  const source = { quote: '', start: 0, end: 0, page: null };
  const lead = (code: string, name: string) =>
    ({ role: 'lead', code, name, text: name, basis: 'explicit', source }) as const;
  const led = (...agencies: ReturnType<typeof lead>[]) => target('hồ sơ đúng hạn', 90, { agencies });
  const old = lead('so-giao-thong-van-tai', 'Sở Giao thông vận tải');
  const builders = lead('so-xay-dung', 'Sở Xây dựng');
  const csv = (...agencies: ReturnType<typeof lead>[]) =>
    parseCsv<Record<string, string>>(
      [
        ...comparisonCsv(comparePlans(loadKnowledge(), [plan('a', PHU_THO, [led(...agencies)])], { pipelines: [] })),
      ].join(''),
      { columns: true, bom: true },
    )[0]?.leads_since_2025;
  expect(csv(old, builders)).toBe('Sở Xây dựng');
  expect(csv(builders)).toBe('');
});

test('a table without a target says so', () => {
  const none = comparePlans(loadKnowledge(), [plan('a', PHU_THO, [])], { pipelines: [] });
  expect(comparisonTables(none, [], { width: 80 })).toBe('No target fits.');
});
