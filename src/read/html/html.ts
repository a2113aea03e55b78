import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Block, ReadResult } from '../../model/block.ts';
import { paragraph, tidyText } from '../blocks.ts';
import { markFurniture } from '../furniture/furniture.ts';
import { splitAtLabels } from '../text/inline-items.ts';
import { type HtmlNode, parseHtml } from './dom.ts';
import { toUnicode } from './legacy-letters.ts';
import { blocksOfTree } from './tree.ts';

/**
 * Reads an HTML page, or a piece of one, into blocks.
 *
 * @param html decoded
 * @throws {PlanError} `file-corrupt` when elements nest deeper than any document
 */
export function readHtml(knowledge: Knowledge, html: string): ReadResult {
  const root = parseHtml(html);
  const issues = toUnicode(knowledge, root);
  const title = titleOf(root);
  return {
    mediaType: 'text/html',
    blocks: markFurniture(knowledge, parted(knowledge, blocksOfTree(knowledge, root))),
    pages: null,
    ...(title === '' ? {} : { title }),
    issues,
  };
}

/** The blocks of HTML that another reader made; tables are numbered from `firstTable`. */
export function blocksOfHtml(knowledge: Knowledge, html: string, firstTable = 0): Block[] {
  return blocksOfTree(knowledge, parseHtml(html), firstTable);
}

/** A plan that was run together into one paragraph of its page is parted at its labels. */
function parted(knowledge: Knowledge, blocks: readonly Block[]): Block[] {
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  return blocks.flatMap((block) => {
    const most = block.cell === undefined && block.furniture === undefined && block.text.length * 2 > length;
    const parts = most ? splitAtLabels(knowledge, block.text) : [];
    return parts.length > 1 ? parts.map((text) => paragraph(text)) : [block];
  });
}

function titleOf(root: HtmlNode): string {
  const pending: HtmlNode[] = [root];
  for (let i = 0; i < pending.length && i < 5000; i++) {
    const node = pending[i];
    if (node?.name === 'title') return tidyText((node.children ?? []).map(({ data }) => data ?? '').join(''));
    if (node?.name !== 'body') pending.push(...(node?.children ?? []).slice(0, 200));
  }
  return '';
}
