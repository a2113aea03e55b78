import { expect, test } from 'vitest';
import { findSources } from '../../../../src/shell/sources/find.ts';
import { attachmentsOf } from '../../../../src/shell/sources/mail/attachments.ts';
import { folderWith, ingestWith, linesOf } from '../../make.ts';

const PLAN =
  'ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nCải cách hành chính năm 2021\n\nI. MỤC TIÊU\n- Tối thiểu 90% hồ sơ được giải quyết đúng hạn.\n';
const part = (name: string, text: string): string =>
  `--r\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64')}\r\n`;
const MAIL = `From: a@example.vn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=r\r\n\r\n--r\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKính gửi các sở, ngành kế hoạch đính kèm để thực hiện.\r\n${part('ke-hoach.txt', PLAN)}${part('rong.txt', '')}--r--\r\n`;

test('each document that is attached to a mail is a source of its own', async () => {
  const folder = await folderWith({ 'a.eml': new TextEncoder().encode(MAIL), 'b.txt': new TextEncoder().encode(PLAN) });
  const { sources } = await findSources([{ path: folder, declared: { year: 2021 } }], []);
  const [mail, text] = sources;
  if (mail === undefined || text === undefined) throw new Error('no source');
  const found = await attachmentsOf(mail, `${folder}/a.eml`, 10_000);
  expect(found.map(({ uri, declared }) => [uri, declared])).toEqual([
    [`${mail.uri}/ke-hoach.txt`, { year: 2021 }],
    [`${mail.uri}/rong.txt`, { year: 2021 }],
  ]);
  expect(Buffer.from((await found[0]?.read(10_000)) ?? []).toString()).toBe(PLAN);
  await expect(found[0]?.read(10)).rejects.toMatchObject({ code: 'file-too-large' });
  await expect(found[1]?.read(10_000)).rejects.toMatchObject({ code: 'file-empty' });
  expect(await attachmentsOf(text, `${folder}/b.txt`, 10_000)).toEqual([]);
});

test('a mail and what is attached to it become records under its name', async () => {
  const folder = await folderWith({ 'in/a.eml': new TextEncoder().encode(MAIL) });
  const { outcomes } = await ingestWith([`${folder}/in`], `${folder}/out`);
  expect(outcomes).toMatchObject({ new: 2, failed: 1 });
  expect(
    (await linesOf(`${folder}/out`, 'documents')).map((line) => (line.source as { uri: string }).uri).sort(),
  ).toEqual([`${folder}/in/a.eml`, `${folder}/in/a.eml/ke-hoach.txt`]);
  expect(await linesOf(`${folder}/out`, 'failures')).toMatchObject([
    { source: `${folder}/in/a.eml/rong.txt`, code: 'file-empty' },
  ]);
  expect((await ingestWith([`${folder}/in`], `${folder}/out`)).outcomes).toMatchObject({ same: 2, failed: 1 });
});
