import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { sha256Of } from '../../../src/shell/output/replace-file.ts';
import { DEFAULT_CAPS } from '../../../src/shell/pool/caps.ts';
import { openPool } from '../../../src/shell/pool/pool.ts';
import type { Held } from '../../../src/shell/pool/unpacked.ts';
import { attachmentOpener, MOST_ATTACHED, outermost } from '../../../src/shell/sources/attached.ts';
import type { GivenSource } from '../../../src/shell/sources/source.ts';
import { DEFAULT_ARCHIVE_CAPS } from '../../../src/shell/sources/zip/caps.ts';
import { attaching, column, makePdf } from '../../read/pdf/make-pdf.ts';
import { folderWith, GENERAL, ingestWith, linesOf, putFiles } from '../make.ts';

const PLAN =
  'ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nCải cách hành chính năm 2021\n\nI. MỤC TIÊU\n- Tối thiểu 90% hồ sơ được giải quyết đúng hạn.\n';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const part = (name: string, content: Uint8Array | string): string =>
  `--r\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`;
const BODY = 'Kính gửi các sở, ngành kế hoạch đính kèm để thực hiện.';
const mail = (parts: string, body = BODY): Uint8Array =>
  utf8(
    `From: a@example.vn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=r\r\n\r\n--r\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n${parts}--r--\r\n`,
  );
const MAIL = mail(part('ke-hoach.txt', PLAN) + part('rong.txt', ''));
const COVER = [
  {
    text: column(56, 700, [
      'For the best experience, open this PDF portfolio in Acrobat X or Adobe Reader X, or later.',
    ]),
  },
];
const LETTER = [{ text: column(56, 700, ['Gửi kèm công văn này kế hoạch của tỉnh, đề nghị các sở thực hiện.']) }];
const uris = async (out: string): Promise<string[]> =>
  (await linesOf(out, 'documents')).map((line) => (line.source as { uri: string }).uri).sort();

/** Whatever has these bytes, with an opener whose PDFs hold what is told of them. */
function opening(bytes: Uint8Array, documents: Held['documents']) {
  const source: GivenSource = { uri: 'a', place: '/a', declared: { year: 2021 }, read: async () => bytes };
  let times = 0;
  const open = attachmentOpener(async () => {
    times++;
    return { documents, isCover: false };
  }, DEFAULT_LIMITS);
  const nest = outermost(DEFAULT_ARCHIVE_CAPS);
  return { nest, times: () => times, open: (within = nest) => open(source, bytes, sha256Of(bytes), within) };
}
const HOLDER = utf8('%PDF-1.7 /EmbeddedFile');

test('each document that is attached to a mail is a source of its own', async () => {
  const { sources, nest } = await opening(MAIL, []).open();
  expect(sources.map(({ uri, place, declared }) => [uri, place, declared])).toEqual([
    ['a/ke-hoach.txt', '/a/ke-hoach.txt', { year: 2021 }],
    ['a/rong.txt', '/a/rong.txt', { year: 2021 }],
  ]);
  expect(nest.holders).toHaveLength(1);
  expect(Buffer.from((await sources[0]?.read(10_000)) ?? []).toString()).toBe(PLAN);
  await expect(sources[0]?.read(10)).rejects.toMatchObject({ code: 'file-too-large' });
  await expect(sources[1]?.read(10_000)).rejects.toMatchObject({ code: 'file-empty' });
  expect((await opening(utf8(PLAN), []).open()).sources).toEqual([]);
});

test('a PDF is opened once for all that is attached to it, and not at all where nothing is', async () => {
  const documents = ['a', 'b', 'c'].map((name) => ({ name, bytes: utf8(PLAN + name) }));
  const { open, times } = opening(HOLDER, documents);
  const { sources } = await open();
  for (const source of sources) await source.read(10_000);
  expect([sources.length, times()]).toEqual([3, 1]);
  const plain = opening(utf8('%PDF-1.7'), documents);
  expect([(await plain.open()).sources.length, plain.times()]).toEqual([0, 0]);
});

test('many, large and deep attachments are told as failures, and none is opened within itself', async () => {
  const many = Array.from({ length: MOST_ATTACHED + 3 }, (_, i) => ({ name: `${i}.txt`, bytes: utf8(`${i}`) }));
  const found = await opening(HOLDER, many).open();
  expect([found.sources.length, found.failures.length]).toEqual([MOST_ATTACHED, 1]);
  expect(found.failures[0]).toMatchObject({ source: `a/${MOST_ATTACHED}.txt`, code: 'archive-refused' });
  expect(found.failures[0]?.message).toContain('It and 2 further attachments');

  const one = opening(HOLDER, [{ name: 'b.pdf', bytes: utf8('b') }]);
  expect(await one.open({ ...one.nest, holders: ['1', '2', '3'] })).toMatchObject({
    sources: [],
    failures: [{ source: 'a/b.pdf', code: 'archive-refused' }],
  });
  expect(await one.open({ ...one.nest, holders: [sha256Of(HOLDER)] })).toMatchObject({ sources: [], failures: [] });
  expect(await one.open({ ...one.nest, budget: { documents: 1, bytes: 0 } })).toMatchObject({
    failures: [{ source: 'a/b.pdf' }],
  });

  const { sources } = await opening(HOLDER, [{ name: 'lon.pdf' }]).open();
  await expect(sources[0]?.read(10)).rejects.toMatchObject({ code: 'file-too-large' });
});

test('a mail and what is attached to it become records under its name', async () => {
  const folder = await folderWith({ 'in/a.eml': MAIL });
  const { outcomes } = await ingestWith([`${folder}/in`], `${folder}/out`);
  expect(outcomes).toMatchObject({ new: 2, failed: 1 });
  expect(await uris(`${folder}/out`)).toEqual([`${folder}/in/a.eml`, `${folder}/in/a.eml/ke-hoach.txt`]);
  expect(await linesOf(`${folder}/out`, 'failures')).toMatchObject([
    { source: `${folder}/in/a.eml/rong.txt`, code: 'file-empty' },
  ]);
  expect((await ingestWith([`${folder}/in`], `${folder}/out`)).outcomes).toMatchObject({ same: 2, failed: 1 });
});

test('what is attached to a PDF, and to what is attached to it, becomes records under its name', async () => {
  const inner = makePdf(LETTER, attaching({ 'bieu.txt': `${PLAN}1`, 'con-dau.png': 'x' }));
  const outer = makePdf(
    LETTER,
    attaching({ 'trong.pdf': inner, 'rong.docx': '', 'thu.eml': mail(part('b.txt', PLAN)) }),
  );
  const folder = await folderWith({ 'in/a.pdf': outer });
  const { outcomes } = await ingestWith([`${folder}/in`], `${folder}/out`);
  expect(outcomes).toMatchObject({ new: 5, failed: 1 });
  const within = ['', '/thu.eml', '/thu.eml/b.txt', '/trong.pdf', '/trong.pdf/bieu.txt'];
  expect(await uris(`${folder}/out`)).toEqual(within.map((name) => `${folder}/in/a.pdf${name}`));
  expect((await ingestWith([`${folder}/in`], `${folder}/out`, { prune: true })).outcomes).toMatchObject({
    same: 5,
    failed: 1,
  });
});

test('a portfolio is what is attached to it: its cover is no document', async () => {
  const portfolio = (files: Parameters<typeof attaching>[0], pages = COVER) =>
    makePdf(pages, attaching(files, '/Collection << /View /D >>'));
  const folder = await folderWith({ 'in/a.pdf': portfolio({ 'phu-luc.txt': PLAN, 'so-lieu.txt': `${PLAN}1` }) });
  const first = await ingestWith([`${folder}/in`], `${folder}/out`);
  expect(first).toMatchObject({
    sources: 2,
    outcomes: { new: 2, failed: 0 },
    passedOver: [{ source: `${folder}/in/a.pdf`, why: 'cover' }],
  });
  expect(await uris(`${folder}/out`)).toEqual([`${folder}/in/a.pdf/phu-luc.txt`, `${folder}/in/a.pdf/so-lieu.txt`]);
  // A letter that has the form of a portfolio is one all the same; a cover without documents is told by its reader.
  const long = column(56, 780, Array(12).fill('Kính gửi các sở, ngành: triển khai kế hoạch kèm theo công văn này.'));
  const others = await folderWith({
    'in/b.pdf': portfolio({ 'phu-luc.txt': PLAN }, [{ text: long }]),
    'in/c.pdf': portfolio({ 'anh.jpg': 'x' }),
  });
  await ingestWith([`${others}/in`], `${others}/out`);
  expect(await uris(`${others}/out`)).toEqual(
    ['b.pdf', 'b.pdf/phu-luc.txt', 'c.pdf'].map((name) => `${others}/in/${name}`),
  );
});

test('a mail without a text is what is attached to it', async () => {
  const folder = await folderWith({
    'a.eml': mail(part('b.txt', PLAN), 'Trân trọng.'),
    'c.eml': mail('', 'Trân trọng.'),
  });
  await ingestWith([folder], `${folder}/out`);
  expect(await uris(`${folder}/out`)).toEqual([`${folder}/a.eml/b.txt`, `${folder}/c.eml`]);
});

test('what failed as a whole and is looked through now has failed no more', async () => {
  const folder = await folderWith({ 'a.pdf': 'FAIL' });
  const cover = makePdf(COVER, attaching({ 'phu-luc.txt': PLAN }, '/Collection << /View /D >>'));
  await ingestWith([`${folder}/a.pdf`], `${folder}/out`);
  expect(await linesOf(`${folder}/out`, 'failures')).toHaveLength(1);
  await putFiles(folder, { 'a.pdf': cover });
  await ingestWith([`${folder}/a.pdf`], `${folder}/out`);
  expect(await linesOf(`${folder}/out`, 'failures')).toEqual([]);
});

test('a PDF is opened in a process, under its caps', async () => {
  const pool = openPool({
    processes: 1,
    caps: { ...DEFAULT_CAPS, seconds: 30 },
    setup: { pipelines: GENERAL.pipelines, limits: { ...DEFAULT_LIMITS, maxBytes: 200 } },
    worker: fileURLToPath(new URL('../../../dist/shell/pool/worker.js', import.meta.url)),
  });
  onTestFinished(() => pool.close());
  const file = (name: string, more = ''): string =>
    `<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /Type /Filespec /F (${name}) ${more} >> >>`;
  const made = attaching({ 'lon.txt': 'x'.repeat(500), 'nho.txt': 'abc', '../nho.txt': 'abc', 'chu.ttf': 'x' });
  const pdf = makePdf([{ ...LETTER[0], text: [], annotations: [file('kem.txt', '/EF << /F 1003 0 R >>')] }], made);
  const answer = await pool.unpack(pdf, 'a.pdf');
  expect(answer).toEqual({
    documents: [
      { name: 'lon.txt' },
      ...['nho.txt', 'nho.txt#2', 'kem.txt'].map((name) => ({ name, bytes: new Uint8Array(Buffer.from('abc')) })),
    ],
    isCover: false,
  });
  expect(await pool.unpack(utf8('%PDF-1.7 /EmbeddedFile'), 'b.pdf')).toMatchObject({
    failed: { code: 'file-corrupt' },
  });
});
