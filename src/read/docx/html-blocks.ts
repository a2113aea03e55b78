import * as cheerio from 'cheerio';
import type { Block, BlockKind } from '../../model/block.ts';

/** Blocks of the HTML that mammoth writes. */
export function htmlBlocks(html: string): Block[] {
  const $ = cheerio.load(html, {}, false);
  const out: Block[] = [];
  let tables = 0;
  const clean = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n ?/gu, '\n')
      .trim();
  const textOf = (node: cheerio.Cheerio<never>): string => {
    const copy = node.clone();
    copy.find('br').replaceWith('\n');
    return clean(copy.text());
  };
  const top = $.root().children().toArray();
  for (const element of top) {
    const node = $(element) as unknown as cheerio.Cheerio<never>;
    if (element.name === 'table') {
      const table = tables++;
      const taken = new Set<string>();
      $(element)
        .find('tr')
        .each((row, tr) => {
          let column = 0;
          $(tr)
            .children('td,th')
            .each((_, td) => {
              while (taken.has(`${row}:${column}`)) column += 1;
              const rowSpan = Number($(td).attr('rowspan') ?? '1');
              const columnSpan = Number($(td).attr('colspan') ?? '1');
              for (let r = 0; r < rowSpan; r += 1)
                for (let c = 0; c < columnSpan; c += 1) taken.add(`${row + r}:${column + c}`);
              const paragraphs = $(td).children().toArray();
              const text = paragraphs
                .map((p) => textOf($(p) as unknown as cheerio.Cheerio<never>))
                .join('\n')
                .trim();
              out.push({ kind: 'cell', text, page: null, cell: { table, row, column, rowSpan, columnSpan } });
            });
        });
      continue;
    }
    const text = textOf(node);
    const kind: BlockKind = /^h\d$/u.test(element.name) ? 'heading' : 'paragraph';
    if (text !== '') out.push({ kind, text, page: null });
  }
  return out;
}
