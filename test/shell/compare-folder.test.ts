import { expect, test } from 'vitest';
import type { ComparedPlan } from '../../src/compare/plans.ts';
import { CallError } from '../../src/shell/call-error.ts';
import { compareFolder, type FolderOptions } from '../../src/shell/compare-folder.ts';
import { due, HUE, LAM_DONG, PHU_THO, plan, target } from '../compare/make.ts';
import { folderWith } from './make.ts';

const PIPELINES = { pipelines: [] };
const TEXT = 'hồ sơ giải quyết đúng hạn';
const dakNong = { ...PHU_THO, code: '67', name: 'Đắk Nông' };
const PLANS = [
  plan('a-hue', HUE, [target(TEXT, 90)], { issuedOn: '2019-01-01' }),
  plan('b-phu-tho', PHU_THO, [target(TEXT, 95, { deadline: due('2025-12-31') })], { issuedOn: '2021-05-05' }),
  plan('c-dak-nong', dakNong, [target(TEXT, 70)], { issuedOn: '2020-01-01' }),
  plan('d-lam-dong', LAM_DONG, [target(TEXT, 97)], { issuedOn: '2025-12-26' }),
];

const documentLine = ({ header }: ComparedPlan, schemaVersion = '1.0.0') =>
  JSON.stringify({ ...header, schemaVersion });
const targetLines = ({ header, targets }: ComparedPlan) =>
  targets.map((one) => JSON.stringify({ document: header.id, province: header.province, year: 2021, ...one }));
const tables = (plans: readonly ComparedPlan[], more: { documents?: string[]; targets?: string[] } = {}) => ({
  'documents.ndjson': [...plans.map((one) => documentLine(one)), ...(more.documents ?? [])].join('\n'),
  'targets.ndjson': [...plans.flatMap(targetLines), ...(more.targets ?? [])].join('\n'),
});
const compared = async (options: Partial<FolderOptions> = {}, files = tables(PLANS)) =>
  compareFolder(await folderWith(files), { ...PIPELINES, ...options });

test('Phú Thọ is the base where it is there and none is named, else the oldest plan', async () => {
  expect((await compared()).comparison.base).toBe('25');
  expect((await compared({}, tables(PLANS.slice(0, 1)))).comparison.base).toBe('46');
  expect((await compared({ base: 'lam dong' })).comparison.base).toBe('68');
});

test('names may be given together, in any spelling', async () => {
  const { comparison } = await compared({ base: 'Phú Thọ', provinces: ['Thừa Thiên Huế, LÂM ĐỒNG'] });
  expect(comparison.documents?.map(({ document }) => document)).toEqual(['b-phu-tho', 'a-hue', 'd-lam-dong']);
});

test('by territory of 2025 a former province is found by its own name, under its successor', async () => {
  const { comparison } = await compared({ base: 'Đắk Nông', provinces: ['Lâm Đồng'], territory: '2025' });
  expect(comparison.base).toBe('68');
  expect(comparison.documents?.map(({ document, base }) => [document, base])).toEqual([
    ['c-dak-nong', true],
    ['d-lam-dong', true],
  ]);
});

test('by territory of 2025 a province without a plan of its own stands for the one it belongs to now', async () => {
  const { comparison } = await compared({ base: 'Bình Thuận', territory: '2025', provinces: ['Bình Thuận'] });
  expect(comparison.documents?.map(({ document, base }) => [document, base])).toEqual([
    ['c-dak-nong', true],
    ['d-lam-dong', true],
  ]);
});

test("an area of a pipeline of one's own is known by the records that have it", async () => {
  const own = [plan('a', PHU_THO, [target('tỷ lệ che phủ rừng', 39, { area: 'protection' }), target(TEXT, 90)])];
  const { comparison } = await compared({ areas: ['protection'] }, tables(own));
  expect(comparison.indicators.map(({ label }) => label)).toEqual(['tỷ lệ che phủ rừng']);
});

const WRONG: readonly (readonly [what: string, options: Partial<FolderOptions>, says: RegExp])[] = [
  ['a slip of the pen', { base: 'Phú Thơm' }, /Did you mean Phú Thọ/u],
  ['another slip', { base: 'Lâm Đông Tỉnh' }, /is no province/u],
  ['a province without a plan', { base: 'Cà Mau' }, /"Cà Mau" has no plan in this folder: it has Đắk Nông, Lâm Đồng/u],
  ['a part of a province', { base: 'Bình Thuận' }, /With --territory 2025 it stands with (?:Đắk Nông|Lâm Đồng)/u],
  ['a topic that no plan has', { topics: ['fishing'] }, /--topic: no plan here is about "fishing" \(there are/u],
  ['no province at all', { provinces: ['Atlantis'] }, /"Atlantis" is no province/u],
  ['no year', { years: ['soon'] }, /--year: "soon" is no year/u],
  ['no area', { areas: ['nowhere'] }, /--area: no area is called "nowhere"/u],
];
test.each(WRONG)('%s is a wrong call', async (_, options, says) => {
  const call = compared(options);
  await expect(call).rejects.toThrow(CallError);
  await expect(call).rejects.toThrow(says);
});

test('a folder that is none, an empty one and one of another version are wrong calls', async () => {
  await expect(compareFolder('/nowhere/at/all', PIPELINES)).rejects.toThrow(/Is .* an output folder\?/u);
  await expect(compared({}, tables([]))).rejects.toThrow(/holds no documents/u);
  const [first] = PLANS;
  if (first === undefined) throw new Error('no plan');
  const old = { 'documents.ndjson': documentLine(first, '0.9.0'), 'targets.ndjson': '' };
  await expect(compared({}, old)).rejects.toThrow(/written with schema 0\.9\.0/u);
});

test('lines that are no records, and documents that stand twice, are left out and said', async () => {
  const [first] = PLANS;
  if (first === undefined) throw new Error('no plan');
  const { comparison, damaged } = await compared(
    {},
    tables(PLANS, { documents: [documentLine(first), '{"id":'], targets: ['{"document":"a-hue"}'] }),
  );
  expect(damaged).toEqual([
    'documents.ndjson: a-hue stands there twice',
    'documents.ndjson:6: no record of this program',
    'targets.ndjson:5: no record of this program',
  ]);
  expect(comparison.indicators[0]?.cells).toHaveLength(4);
});
