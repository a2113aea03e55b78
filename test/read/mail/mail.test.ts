import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { isMail, notReadOf, openMail } from '../../../src/read/mail/mail.ts';
import { readBlocks } from '../../../src/read/read.ts';

const PLAN = 'Kế hoạch phát triển du lịch năm 2026';
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
    .join('');

/** A mail of parts, each with its fields. */
function mailOf(parts: readonly (readonly [fields: string, body: string])[], kind = 'mixed', more = ''): Uint8Array {
  const inner = parts.map(([fields, body]) => `--ranh\r\n${fields}\r\n\r\n${body}\r\n`).join('');
  const text = `From: a@example.vn\r\nSubject: =?UTF-8?B?${base64(PLAN)}?=\r\nMIME-Version: 1.0\r\n${more}Content-Type: multipart/${kind}; boundary="ranh"\r\n\r\n${inner}--ranh--\r\n`;
  return new TextEncoder().encode(text);
}
const TEXT = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64';
const HTML = 'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64';
const attachment = (name: string, type = 'application/octet-stream'): string =>
  `Content-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64`;

test.each([
  ['From: a@b.vn\nTo: c@d.vn\nMIME-Version: 1.0\n\nx', true],
  ['From: <Saved by Blink>\r\nSnapshot-Content-Location: http://x\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n', true],
  ['MIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="x"\n\n', true],
  ['From nobody@x.vn Mon Jan 1\nReceived: by x\n for y\nSubject: x\n\n', true],
  ['Return-Path: <a@b.vn>\nReceived: from x\n', true],
  ['From: Sở Tài chính\nTo: UBND tỉnh\nSubject: Kế hoạch\n\nKính gửi', false],
  ['Content-Type: text/html\n\n<p>x', false],
  ['Số: 12/KH-UBND\nNgày: 5/5/2021\n', false],
  ['Subject: a\n', false],
  ['', false],
])('%j begins a mail: %s', (head, yes) => expect(isMail(head)).toBe(yes));

test('of a text in two forms, HTML is read', async () => {
  const bytes = mailOf(
    [
      [TEXT, base64('Chữ trơn')],
      [HTML, base64(`<p>${PLAN}</p><p>Đạt <s>80%</s> 90%</p>`)],
    ],
    'alternative',
  );
  const { blocks, title, issues, setAside } = await readBlocks(bytes, DEFAULT_LIMITS, loadKnowledge());
  expect(blocks.map(({ text }) => text)).toEqual([PLAN, 'Đạt 90%']);
  expect(title).toBe(PLAN);
  expect(issues.map(({ code }) => code)).toEqual(['struck-text']);
  expect(setAside).toHaveLength(1);
});

test.each([
  ['utf-8', Buffer.from(PLAN, 'utf8')],
  ['windows-1258', Buffer.from('4bea ec20 686f 61f2 6368'.replaceAll(' ', ''), 'hex')],
])('quoted-printable in %s', async (charset, bytes) => {
  const fields = `Content-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: quoted-printable`;
  const { body } = await openMail(mailOf([[fields, quoted(bytes)]]));
  expect(body.format).toBe('text');
  expect(body.text.normalize('NFC')).toMatch(/^Kế ho[aạ]/u);
});

test('documents that are attached are named, pictures in the text and signatures are not', async () => {
  const mail = await openMail(
    mailOf([
      [TEXT, base64('Kính gửi các đơn vị kế hoạch đính kèm.')],
      [attachment('kế hoạch.docx'), base64('x')],
      [attachment('../a/b.pdf', 'application/pdf'), base64('y')],
      [attachment('b.txt', 'text/plain'), base64('một')],
      [attachment('b.txt', 'text/plain'), base64('hai')],
      [attachment('', 'application/msword'), base64('z')],
      [attachment('anh.jpg', 'image/jpeg'), base64('j')],
      [
        'Content-Type: image/png\r\nContent-Disposition: inline; filename="logo.png"\r\nContent-Transfer-Encoding: base64',
        base64('p'),
      ],
      [attachment('smime.p7s', 'application/pkcs7-signature'), base64('s')],
    ]),
  );
  expect(mail.documents.map(({ name, bytes }) => `${name}: ${Buffer.from(bytes).toString()}`)).toEqual([
    'kế hoạch.docx: x',
    '.._a_b.pdf: y',
    'b.txt: một',
    'b.txt#2: hai',
    'attachment-5: z',
  ]);
  expect(mail.others).toEqual(['anh.jpg']);
  const { issues, setAside } = notReadOf(mail);
  expect(issues[0]?.message).toMatch(/^The mail has attachments.*kế hoạch\.docx, \.\._a_b\.pdf/u);
  expect(setAside).toHaveLength(6);
});

test('a page that a browser saved with its pictures is read as HTML', async () => {
  const page = mailOf(
    [
      [
        `${HTML}\r\nContent-Location: http://x.example/`,
        base64(`<html><body><p>${PLAN}</p><p>Đạt 90%</p><img src="cid:a"></body></html>`),
      ],
      ['Content-Type: image/png\r\nContent-ID: <a>\r\nContent-Transfer-Encoding: base64', base64('p')],
      ['Content-Type: text/css\r\nContent-Location: http://x.example/a.css', 'p{color:red}'],
    ],
    'related',
    'Snapshot-Content-Location: http://x.example/\r\n',
  );
  const { blocks, mediaType, issues } = await readBlocks(page, DEFAULT_LIMITS, loadKnowledge());
  expect(mediaType).toBe('message/rfc822');
  expect(blocks.map(({ text }) => text)).toEqual([PLAN, 'Đạt 90%']);
  expect(issues).toEqual([]);
});

test('a mail of an attachment alone says where the document is', async () => {
  const mail = mailOf([[attachment('ke-hoach.pdf', 'application/pdf'), base64('x')]]);
  await expect(readBlocks(mail, DEFAULT_LIMITS, loadKnowledge())).rejects.toMatchObject({
    code: 'no-content',
    message: expect.stringContaining('ke-hoach.pdf'),
  });
});

test('parts within parts without end are a damaged file', async () => {
  const deep = Array.from(
    { length: 300 },
    (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
  ).join('');
  await expect(openMail(new TextEncoder().encode(`MIME-Version: 1.0\r\n${deep}x`))).rejects.toMatchObject({
    code: 'file-corrupt',
  });
});
