import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../src/model/block.ts';
import type { ErrorCode } from '../../src/model/errors.ts';
import { readBlocks } from '../../src/read/read.ts';

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const cfb = (name: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600), ...utf16(name)]);
const png = new Uint8Array([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  0,
  0,
  0,
  13,
  0x49,
  0x48,
  0x44,
  0x52,
  ...new Uint8Array(40),
]);
const junk = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 255);
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const REFUSED: [name: string, bytes: Uint8Array, code: ErrorCode, says: RegExp][] = [
  ['an empty file', new Uint8Array(), 'file-empty', /again/u],
  ['white space', strToU8(' \n\n\t '), 'no-content', /document/u],
  [
    'a few words that a name calls a PDF',
    strToU8('Not found.'),
    'no-content',
    / The file is plain text.*fetch it again/u,
  ],
  ['binary junk', junk, 'format-unknown', /PNG, JPEG or TIFF.*save it/u],
  ['a zip of other things', zip({ 'a.txt': 'x' }), 'format-unknown', /zip archive/u],
  ['a cut-off zip', zip({ 'a.txt': 'x'.repeat(500) }).subarray(0, 40), 'file-corrupt', /again/u],
  [
    'a spreadsheet',
    zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' }),
    'format-unsupported',
    /sheet/u,
  ],
  [
    'a slide show',
    zip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<w/>' }),
    'format-unsupported',
    /PDF/u,
  ],
  ['a picture', png, 'format-unsupported', /OCR/u],
  ['an old Excel file', cfb('Workbook'), 'format-unsupported', /Excel/u],
  ['a protected document', cfb('EncryptedPackage'), 'file-encrypted', /password/u],
  ['an Office file without a document', cfb('Nothing'), 'format-unknown', /Word/u],
  [
    'a page without content',
    strToU8('<!doctype html><html><body><nav><a href="/">Trang chủ</a></nav><script>x()</script></body></html>'),
    'no-content',
    / The file is a web page.*script/u,
  ],
  ['text in UTF-32', new Uint8Array(Buffer.from('\ufeff\0K\0\u1ebf\0', 'utf16le')), 'format-unsupported', /UTF-8/u],
  ['a drawing', strToU8('<svg xmlns="x"><text>Đạt 90% hồ sơ đúng hạn</text></svg>'), 'format-unsupported', /drawing/u],
  [
    'a part of an Office file',
    strToU8('<?xml version="1.0"?>\n<w:document xmlns:w="x"><w:t>Đạt 90% hồ sơ</w:t></w:document>'),
    'format-unsupported',
    /XML/u,
  ],
];
test.each(REFUSED)('%s is refused with advice', async (_, bytes, code, says) => {
  const failure: unknown = await readBlocks(bytes, DEFAULT_LIMITS, loadKnowledge()).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'PlanError', code, stage: 'read' });
  expect(String(failure)).toMatch(says);
});

test('caps are kept', async () => {
  const text = strToU8('Tỉnh phấn đấu đạt 90% hồ sơ trực tuyến.\n'.repeat(50));
  await expect(readBlocks(text, { ...DEFAULT_LIMITS, maxBytes: 100 }, loadKnowledge())).rejects.toMatchObject({
    code: 'file-too-large',
  });
  await expect(readBlocks(text, { ...DEFAULT_LIMITS, maxCharacters: 1000 }, loadKnowledge())).rejects.toMatchObject({
    code: 'file-too-large',
  });
});

const SENTENCE = 'Tỉnh phấn đấu đạt trên 90% hồ sơ được xử lý trực tuyến vào năm 2025.';
const READ: [name: string, bytes: Uint8Array, mediaType: string][] = [
  [
    'XHTML',
    strToU8(`<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><body><p>${SENTENCE}</p></body></html>`),
    'text/html',
  ],
  ['HTML without a doctype', strToU8(`<p>${SENTENCE}</p>`), 'text/html'],
  ['HTML after a comment and a BOM', strToU8(`\ufeff<!-- lưu -->\n<HTML><BODY>${SENTENCE}</BODY></HTML>`), 'text/html'],
  ['a piece of HTML that begins with text', strToU8(`${SENTENCE}<br>Hai<br>Ba<br>`), 'text/html'],
  [
    'HTML in UTF-16',
    new Uint8Array([0xff, 0xfe, ...utf16(`<html><body><p>${SENTENCE}</p></body></html>`)]),
    'text/html',
  ],
  ['text', strToU8(SENTENCE), 'text/plain'],
  ['text that speaks of <tags>', strToU8(`${SENTENCE} Thẻ <p> và </p>.`), 'text/plain'],
  ['Markdown', strToU8(`# Kế hoạch\n\n## Mục tiêu\n\n${SENTENCE}`), 'text/markdown'],
];
test.each(READ)('%s is known by its content', async (_, bytes, mediaType) => {
  const result = await readBlocks(bytes, DEFAULT_LIMITS, loadKnowledge());
  expect(result.mediaType).toBe(mediaType);
  expect(result.blocks.map(({ text }) => text).join('\n')).toContain(SENTENCE);
});
