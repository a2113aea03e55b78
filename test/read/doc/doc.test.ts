import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { type Block, DEFAULT_LIMITS } from '../../../src/model/block.ts';
import type { ErrorCode } from '../../../src/model/errors.ts';
import { readDoc } from '../../../src/read/doc/doc.ts';

/** Made by test/read/doc/make.mjs. */
const file = (name: string): Buffer => readFileSync(new URL(`./${name}.doc`, import.meta.url));
const plan = file('plan');

test('labels, changes, fields, notes and tables of a Word 97 file', async () => {
  const { blocks, issues, mediaType } = await readDoc(plan, DEFAULT_LIMITS, loadKnowledge());
  expect(mediaType).toBe('application/msword');
  expect(blocks.filter(({ cell }) => cell === undefined).map(({ text, furniture }) => [text, furniture])).toEqual([
    ['UBND TỈNH', 'page-header'],
    ['I. MỤC TIÊU', undefined],
    ['1. Mục tiêu chung', undefined],
    ['2. Mục tiêu cụ thể', undefined],
    ['a) Đến năm 2025, 90% hồ sơ được xử lý trên môi trường mạng[1].', undefined],
    ['+ hồ sơ cấp tỉnh – cấp xã;', undefined],
    ['II. NHIỆM VỤ', undefined],
    ['Theo bảng 1 dưới đây:', undefined],
    ['Bố trí', undefined],
    ['12-15 tỷ đồng', undefined],
    ['QUYẾT ĐỊNH', undefined],
    ['[1] Không kể văn bản mật.', undefined],
    ['1', 'page-number'],
  ]);
  expect(
    blocks.flatMap(({ text, cell }) =>
      cell === undefined ? [] : [[text, cell.row, cell.column, cell.rowSpan, cell.columnSpan]],
    ),
  ).toEqual([
    ['TT', 0, 0, 2, 1],
    ['Chỉ tiêu', 0, 1, 2, 1],
    ['Năm', 0, 2, 1, 2],
    ['2024', 1, 2, 1, 1],
    ['2025', 1, 3, 1, 1],
    ['1', 2, 0, 1, 1],
    ['Tỷ lệ hồ sơ trực tuyến', 2, 1, 1, 1],
    ['70%', 2, 2, 1, 1],
    ['', 2, 3, 1, 1],
    ['Nhóm chỉ tiêu về tổ chức bộ máy', 3, 0, 1, 4],
  ]);
  expect(blocks.find(({ kind }) => kind === 'footnote')?.text).toBe('[1] Không kể văn bản mật.');
  expect(blocks.filter(({ bold }) => bold === true).map(({ text }) => text)).toEqual(['1. Mục tiêu chung']);
  expect(issues.map(({ code }) => code)).toEqual(['struck-text', 'hidden-text']);
});

test('each run is read in the encoding of its font', async () => {
  const { blocks, issues } = await readDoc(file('tcvn3'), DEFAULT_LIMITS, loadKnowledge());
  expect(blocks.map(({ text }) => text)).toEqual([
    'ỦY BAN NHÂN DÂN TỈNH',
    'Tỉnh phấn đấu đến năm 2005 giảm tỷ lệ hộ nghèo còn dưới 5%.',
    'Sở Nội vụ chủ trì thực hiện',
  ]);
  expect(issues.map(({ code }) => code)).toEqual(['encoding-converted']);
});

const changed = (name: string, change: (bytes: Buffer, main: number) => void): Buffer => {
  const bytes = Buffer.from(file(name));
  // The main stream begins with the number that says Word 97, at the beginning of a sector.
  let main = 512;
  while (bytes.readUInt16LE(main) !== 0xa5ec) main += 512;
  change(bytes, main);
  return bytes;
};

const BAD: [name: string, bytes: Uint8Array, code: ErrorCode][] = [
  ['an empty file', new Uint8Array(), 'file-empty'],
  ['no Office file', Buffer.from('Kế hoạch'), 'format-unsupported'],
  ['a file cut short', plan.subarray(0, 3000), 'file-corrupt'],
  ['a file of which only the beginning is left', plan.subarray(0, 600), 'file-corrupt'],
  [
    'a file with a password',
    changed('plan', (bytes, main) => bytes.writeUInt16LE(bytes.readUInt16LE(main + 10) | 0x100, main + 10)),
    'file-encrypted',
  ],
  [
    'a DOCX with a password',
    Buffer.concat([plan.subarray(0, 512), Buffer.from('EncryptedPackage', 'utf16le'), plan.subarray(544)]),
    'file-encrypted',
  ],
  ['a file of Word 95', changed('plan', (bytes, main) => bytes.writeUInt16LE(0xa5dc, main)), 'format-unsupported'],
  [
    'a file whose text stands nowhere',
    changed('plan', (bytes, main) => bytes.writeUInt32LE(0x7fffffff, main + 0x1a2)),
    'file-corrupt',
  ],
];
test.each(BAD)('%s is refused', async (_, bytes, code) => {
  await expect(readDoc(bytes, DEFAULT_LIMITS, loadKnowledge())).rejects.toMatchObject({
    name: 'PlanError',
    code,
    stage: 'read',
  });
});

test('caps hold', async () => {
  await expect(readDoc(plan, { ...DEFAULT_LIMITS, maxBytes: 100 }, loadKnowledge())).rejects.toMatchObject({
    code: 'file-too-large',
  });
  await expect(readDoc(plan, { ...DEFAULT_LIMITS, maxCharacters: 300 }, loadKnowledge())).rejects.toMatchObject({
    code: 'file-too-large',
  });
});

test('whatever bytes are damaged, the reader says so or reads on', async () => {
  let state = 7;
  const random = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
  for (let round = 0; round < 60; round += 1) {
    const bytes = Buffer.from(plan);
    for (let at = 0; at < 1 + (round % 20); at += 1) bytes[random(bytes.length)] = random(256);
    const outcome = await readDoc(bytes, DEFAULT_LIMITS, loadKnowledge()).then(
      () => 'read',
      (error: unknown) => (error instanceof Error ? error.name : String(error)),
    );
    expect(['read', 'PlanError']).toContain(outcome);
  }
}, 60_000);

const REAL = '../shared/real';
describe.skipIf(!existsSync(REAL))('the files of ../shared/real (skipped where they are absent)', () => {
  const words = (text: string): string[] =>
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const pairs = (text: string): string[] => words(text).map((word, index, all) => `${word} ${all[index + 1] ?? ''}`);

  test.each(['tcvn3-doc-qd-522-an-giang-uu-dai-dau-tu', 'vni-quy-che-brvt-2007'])(
    '%s: pairs of words',
    async (name) => {
      const { blocks } = await readDoc(readFileSync(`${REAL}/${name}.doc`), DEFAULT_LIMITS, loadKnowledge());
      const found = new Set(pairs(blocks.map(({ text }: Block) => text).join('\n')));
      const truth = pairs(readFileSync(`${REAL}/${name}.truth.txt`, 'utf8'));
      expect(truth.filter((pair) => found.has(pair)).length / truth.length).toBeGreaterThan(0.98);
    },
  );
});
