import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readPdf } from '../../../src/read/pdf/pdf.ts';
import { column, type MadePage, makePdf, type PdfOptions } from './make-pdf.ts';

const LINES = ['Tỷ lệ hồ sơ được xử lý trực tuyến đạt trên 85% vào cuối năm;', 'Giảm ít nhất 20% chi phí tuân thủ.'];
const text = column(56, 780, LINES);
const IMAGE =
  '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream';
const FILE = '<< /Length 3 >>\nstream\nabc\nendstream';
const read = (pages: readonly MadePage[], options: PdfOptions = {}) =>
  readPdf(makePdf(pages, options), DEFAULT_LIMITS, loadKnowledge());
const spec = (name: string): string => `(${name}) << /Type /Filespec /F (${name}) /EF << /F 1001 0 R >> >>`;
const attached = (more = ''): PdfOptions => ({
  catalog: `/Names << /EmbeddedFiles << /Names [${spec('phu-luc-1.docx')} ${spec('so-lieu.xlsx')}] >> >> ${more}`,
  more: [IMAGE, FILE],
});

test('pictures of some size are told, with their pages; seals and grounds of text are not', async () => {
  const at = (place: string): string => `q ${place} cm /Im Do Q`;
  const { issues, setAside } = await read(
    [
      { raw: at('300 0 0 200 100 300'), text },
      { raw: at('110 0 0 110 300 100'), text },
      { raw: at('595 0 0 842 0 0'), text },
      { raw: `${at('300 0 0 200 100 300')} ${at('200 0 0 200 100 80')}`, text },
    ],
    { more: [IMAGE] },
  );
  expect(issues).toEqual([
    {
      code: 'content-not-read',
      message: '3 pictures on pages 1, 4 were not read: look whether figures stand in them.',
      page: 1,
    },
  ]);
  expect(setAside?.map(({ where, page }) => [where, page])).toEqual([
    ['pictures', 1],
    ['pictures', 4],
  ]);
});

test('attachments are named', async () => {
  const { issues, setAside } = await read([{ text }], attached());
  expect(issues[0]?.message).toContain('phu-luc-1.docx, so-lieu.xlsx');
  expect(setAside?.map(({ where }) => where)).toEqual(['attachment phu-luc-1.docx', 'attachment so-lieu.xlsx']);
});

test('what is attached in a damaged way is told, and the text is read', async () => {
  const { blocks, issues } = await read([{ text }], {
    catalog: '/Names << /EmbeddedFiles 1000 0 R >>',
    more: ['<< /Kids [1000 0 R 1000 0 R] >>'],
  });
  expect(blocks).toHaveLength(1);
  expect(issues).toMatchObject([{ code: 'content-not-read', message: expect.stringContaining('cannot be told') }]);
});

test('a portfolio says that its documents are attached, a form of Adobe that it must be printed', async () => {
  const cover = column(56, 700, ['For the best experience, open this PDF portfolio in Acrobat.']);
  await expect(read([{ text: cover }], attached('/Collection << /View /D >>'))).rejects.toMatchObject({
    code: 'no-content',
    message: expect.stringContaining('phu-luc-1.docx'),
  });
  const wait = column(56, 700, ['Please wait...', 'If this message is not eventually replaced, upgrade Adobe Reader.']);
  const form = { catalog: '/AcroForm << /Fields [] /XFA 1001 0 R >>', more: [IMAGE, FILE] };
  await expect(read([{ text: wait }], form)).rejects.toMatchObject({
    code: 'no-content',
    message: expect.stringContaining('print it as PDF'),
  });
});
