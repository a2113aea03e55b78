import { layOut } from '../../../src/extract/document/text.ts';
import { type Header, type HeaderOptions, readHeader } from '../../../src/extract/header/header.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { Block } from '../../../src/model/block.ts';

/** One paragraph a line; a line "a | b" is a row of two cells. */
export function laid(...lines: string[]) {
  let table = -1;
  let row = 0;
  let before = false;
  const blocks = lines.flatMap((line): Block[] => {
    if (!line.includes(' | ')) {
      before = false;
      return [{ kind: 'paragraph', text: line, page: null }];
    }
    if (before) row += 1;
    else {
      table += 1;
      row = 0;
    }
    before = true;
    return line.split(' | ').map((text, column) => ({
      kind: 'cell',
      text: text.replaceAll(' / ', '\n'),
      page: null,
      cell: { table, row, column, rowSpan: 1, columnSpan: 1 },
    }));
  });
  return layOut(blocks);
}
export const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc';

export type Expected = Partial<{
  form: Header['form'];
  number: string | null;
  title: string;
  issuer: string;
  code: string;
  province: string | null;
  set: number;
  basis: string;
  level: Header['level'];
  issuedOn: string | null;
  period: [string | null, string | null] | null;
}>;

/** The header of a document of these lines. */
export const headerOf = (lines: readonly string[], options: Omit<HeaderOptions, 'knowledge'> = {}): Header =>
  readHeader(laid(...lines), { knowledge: loadKnowledge(), ...options });

/** What is read of it, as cases say it. */
export const flat = (header: Header): Expected => ({
  form: header.form,
  number: header.number,
  title: header.title ?? '',
  issuer: header.issuer?.name ?? '',
  code: header.issuer?.code ?? '',
  province: header.province?.code ?? null,
  set: header.province?.set ?? 0,
  basis: header.province?.basis ?? '',
  level: header.level,
  issuedOn: header.issuedOn,
  period: header.period === null ? null : [header.period.start, header.period.end],
});

/** What is read of a document of these lines. */
export const headerRead = (lines: readonly string[]): Expected => flat(headerOf(lines));

export type HeaderCase = [name: string, lines: string[], expected: Expected];
