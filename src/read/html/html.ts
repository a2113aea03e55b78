import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Block, ReadResult } from '../../model/block.ts';
import { paragraph, tidyText } from '../blocks.ts';
import { markFurniture } from '../furniture/furniture.ts';
import { allCapitals } from '../labels.ts';
import { isKindLine } from '../line-words.ts';
import { splitAtLabels } from '../text/inline-items.ts';
import { type HtmlNode, loadPage, measureNodes, nameClassTables, nameTables, parseHtml, rootOf } from './dom.ts';
import { furnitureOf } from './furniture.ts';
import { toUnicode } from './legacy-letters.ts';
import { looksOf, nameShownTables } from './looks.ts';
import { placeParts } from './parts.ts';
import { blocksOfTree } from './tree.ts';
import { cutUnseen } from './unseen.ts';

/**
 * Reads an HTML page, or a piece of one, into blocks.
 *
 * @param html decoded
 * @throws {PlanError} `file-corrupt` when elements nest deeper than any document
 */
export function readHtml(knowledge: Knowledge, html: string): ReadResult {
  const page = loadPage(html);
  const root = rootOf(page);
  const parts = placeParts(page);
  const letters = toUnicode(knowledge, root);
  const looks = looksOf(page);
  nameShownTables(looks);
  nameTables(page);
  nameClassTables(page);
  const title = titleOf(root);
  const unseen = cutUnseen(root, looks, furnitureTest(knowledge, root), (texts) => isDocument(knowledge, texts));
  return {
    mediaType: 'text/html',
    blocks: markFurniture(knowledge, parted(knowledge, blocksOfTree(knowledge, root))),
    pages: null,
    ...(title === '' ? {} : { title }),
    issues: [...letters, ...parts.issues, ...unseen.issues],
    setAside: [...parts.setAside, ...unseen.setAside],
  };
}

/** Whether texts are a document by themselves: it has its number, and its kind on a line. */
const isDocument = (knowledge: Knowledge, texts: readonly string[]): boolean =>
  texts.some((text) => isKindLine(knowledge, tidyText(text)) && allCapitals(text)) &&
  texts.some((text) => NUMBERED.test(text));

/** "12/KH-UBND". */
const NUMBERED = /\d+\/(?:\d{4}\/)?\p{Lu}[\p{Lu}\d]*-\p{Lu}/u;

/** Whether an element, or one around it, is a menu or the like. */
function furnitureTest(knowledge: Knowledge, root: HtmlNode): (element: HtmlNode) => boolean {
  let measured: ReturnType<typeof measureNodes> | undefined;
  return (element) => {
    measured ??= measureNodes(root);
    const whole = measured.get(root);
    const running = (whole?.characters ?? 0) - (whole?.linkCharacters ?? 0);
    for (let node: HtmlNode | null | undefined = element; node != null; node = node.parent)
      if (furnitureOf(knowledge, node, measured, running) !== undefined) return true;
    return false;
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
