import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readPdf } from '../../../src/read/pdf/pdf.ts';
import { column, type MadePage, makePdf, type PdfOptions } from './make-pdf.ts';

const BODY = [
  'Căn cứ tình hình thực tế, Ủy ban nhân dân thành phố xây dựng kế hoạch như sau:',
  '- Tỷ lệ dân số được cung cấp nước sạch của thành phố Hải Phòng đạt từ',
  '- Mỗi xã, phường có ít nhất một điểm sinh hoạt cộng đồng theo quy định;',
  '- Giải quyết việc làm mới cho người lao động trong độ tuổi.',
  'Sở Tài chính chủ trì, phối hợp với các sở, ban, ngành tổ chức thực hiện.',
];
const HEADS = ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HẢI PHÒNG', 'KẾ HOẠCH', 'Tổ chức thực hiện trên 95%'];

/** Writes letters beyond ASCII as others that the font's codes seem to be. */
const CODES = [...'äåçéèñöüÄÅÇÉÈÑÖÜáàâãëïôõÁÀÂÃËÏÔÕ¡¢£¥'];
function garbled(lines: readonly string[]): string[] {
  const codes = new Map<string, string>();
  for (const letter of lines.join(''))
    if (letter > '~' && !codes.has(letter)) codes.set(letter, CODES[codes.size] ?? letter);
  return lines.map((line) => [...line].map((letter) => codes.get(letter) ?? letter).join(''));
}
const bold = (lines: readonly string[]): MadePage => ({
  text: [...column(56, 780, lines, { font: 'Times-Bold', size: 13 }), ...column(56, 640, BODY)],
});
async function read(pages: readonly MadePage[], options: PdfOptions = {}) {
  const { blocks, issues, setAside = [] } = await readPdf(makePdf(pages, options), DEFAULT_LIMITS, loadKnowledge());
  return { text: blocks.map(({ text }) => text).join('\n'), codes: issues.map(({ code }) => code), issues, setAside };
}

describe('a font whose letters are none', () => {
  test('is read by the words that the rest of the text and plans hold', async () => {
    const { text, codes } = await read([bold(garbled(HEADS))]);
    for (const line of HEADS) expect(text).toContain(line);
    expect(codes).toContain('character-map-repaired');
  });

  test('is told where no words tell its letters', async () => {
    const { text, issues, setAside } = await read([
      { text: column(56, 640, BODY) },
      bold(garbled(['Bỡ ngỡ giữa rừng quế nhuốm nắng', 'Vĩ thanh khẽ rót lững thững', 'Đốm khuya vẳng tiếng cuốc'])),
    ]);
    const [issue] = issues.filter(({ code }) => code === 'page-unreadable');
    expect(issue?.page).toBe(2);
    expect(setAside[0]).toMatchObject({ reason: 'unreadable', page: 2 });
    expect(text).toContain('\ufffd');
    expect(text).not.toMatch(/[äåçéñöü]/u);
  });

  test('is read as it is, and told, where no word tells any of its Latin letters', async () => {
    const words = 'Bän giñ, rëm hüp';
    const { text, codes, setAside } = await read([bold([words])]);
    expect(text).toContain(words);
    expect([codes, setAside]).toEqual([['page-unreadable'], []]);
  });

  test.each([
    [
      'Coopération décentralisée, Société générale, Île-de-France: 45% en 2026',
      'Développement régional, São Paulo, Málaga',
    ],
    ['Krông Búk 46%, Đăk Glei 47%, Đắk Rlấp 49%', 'Chư Păh 50%, Krông Nô 51%, Ngọk Réo 52%'],
    ['150/QĐ-UBND, 151/NQ-HĐND, 152/NĐ-CP', 'TTĐT, BĐBP, CĐS, LĐLĐ, ĐBSCL, BCĐ'],
    ['Số 150/QĐ-UBND của BCĐ, 12/NQ-HĐND về CĐS, TTĐT', 'Düsseldorf, Région Wallonie, Agence Française'],
  ])('whose map gives names, foreign words and abbreviations is in order: %s', async (...lines) => {
    const { text, codes, setAside } = await read([bold(lines)]);
    for (const line of lines) expect(text).toContain(line);
    expect([codes, setAside]).toEqual([[], []]);
  });

  test('fonts in order, foreign names and marks of lists change nothing', async () => {
    const names = ['Công ty Électricité de France, Crédit Agricole', 'Dự án Länder và Zürich'];
    expect((await read([bold(names)])).codes).toEqual([]);
    expect((await read([bold(HEADS)])).codes).toEqual([]);
    expect((await read([bold(['\uf0b7', '\uf0d8', '\uf0a7'])])).codes).toEqual([]);
  });
});

test('codes that are the numbers of glyphs are read in one font too', async () => {
  // In the order of the fonts of Windows: space is 3, "!" is 4; Vietnamese letters far behind.
  const numbered = (line: string): string =>
    [...line]
      .map((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        if (code < 0x7f) return String.fromCharCode(code - 29);
        return code >= 0x1ea0 && code <= 0x1ef9 ? String.fromCharCode(code - 0x1ea0 + 0x300) : letter;
      })
      .join('');
  const lines = ['Tổ chức thực hiện tiết kiệm điện', 'Tỷ lệ hộ nghèo giảm còn dưới 3%', 'Số dự án hoàn thiện: 1.250'];
  const { text, codes } = await read([bold(lines.map(numbered))]);
  expect(text).toContain('1.250');
  expect(text).toContain('3%');
  expect(codes).toContain('character-map-repaired');
});

test('figures alone in such a font are told, not lost', async () => {
  const figures = ['1.250', '95%', '45'].map((line) =>
    [...line].map((letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 29)).join(''),
  );
  const { codes, setAside } = await read([bold(figures)]);
  expect(codes).toContain('page-unreadable');
  expect(setAside[0]?.reason).toBe('unreadable');
});
