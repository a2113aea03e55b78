import type { Knowledge } from '../../knowledge/knowledge.ts';
import { labelOfLine } from '../../language/labels.ts';
import { vi } from '../../language/pattern.ts';
import type { Block, Furniture } from '../../model/block.ts';
import { terminated } from '../labels.ts';
import { furnitureRules, isDateLine } from './rules.ts';

/** Longest text of a block that can be furniture by what it says. */
const LONGEST = 240;
/** Of this length, a block is running text and ends a list of links. */
const RUNNING = 160;
/** The line with an article's date stands among the first blocks. */
const FIRST_BLOCKS = 25;
const LETTERHEAD = vi`cộng hòa xã hội chủ nghĩa|^số\s*:\s*\S*\d*\s*/?\s*(KH|QĐ|NQ|BC|CTr)`;

const SIGNED = vi`^(nơi nhận\s*:|(TM|KT|TL|TUQ)\. )`;

/** Marks menus, counters, votes, comments and lists of other articles by what their blocks say; marks that are there already stay. */
export function markFurniture(knowledge: Knowledge, blocks: readonly Block[]): Block[] {
  const kinds: (Furniture | undefined)[] = blocks.map(
    (block) => block.furniture ?? (block.cell === undefined ? ruled(knowledge, block.text) : undefined),
  );
  markAboveTitle(knowledge, blocks, kinds);
  markLists(knowledge, blocks, kinds);
  return blocks.map((block, i) => {
    const furniture = kinds[i];
    return furniture === undefined || block.furniture !== undefined ? block : { ...block, furniture };
  });
}

function ruled(knowledge: Knowledge, text: string): Furniture | undefined {
  if (text.length > LONGEST || text === '') return undefined;
  const bare = text.replace(/^[-•»›]\s+/u, '');
  return furnitureRules(knowledge).find(({ kind, pattern }) => pattern.test(kind === 'counter' ? bare : text))?.kind;
}

/** Of the blocks above the line with an article's date, only the nearest is its title. */
function markAboveTitle(knowledge: Knowledge, blocks: readonly Block[], kinds: (Furniture | undefined)[]): void {
  const line = blocks.findIndex(
    (block, i) => i < FIRST_BLOCKS && block.cell === undefined && isDateLine(knowledge, block.text),
  );
  if (line < 0) return;
  // Views and comments beside the date, as bare figures.
  for (let i = line + 1; /^[-•\s]{0,4}[\d.,]{1,12}$/u.test(blocks[i]?.text ?? ''); i++) kinds[i] ??= 'counter';
  if (line === 0) return;
  const above = blocks.slice(0, line);
  if (above.some((block) => LETTERHEAD.test(block.text) || block.text.length > 400)) return;
  const title = above.findLastIndex((_, i) => kinds[i] === undefined);
  for (let i = 0; i < title; i++) {
    const text = blocks[i]?.text ?? '';
    if (text.length <= 100 && !terminated(text)) kinds[i] ??= 'menu';
  }
}

/** What stands below "Các tin khác" or "Ý kiến bạn đọc" belongs to it, up to the next running text. */
function markLists(knowledge: Knowledge, blocks: readonly Block[], kinds: (Furniture | undefined)[]): void {
  const lists = furnitureRules(knowledge).filter(({ opensList }) => opensList);
  let list: Furniture | undefined;
  let signed = false;
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0);
  let before = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) continue;
    const { text } = block;
    before += text.length;
    signed ||= SIGNED.test(text);
    if (
      block.cell !== undefined ||
      // Below the signature, what a portal says of itself may run on.
      (text.length > RUNNING && !(signed && list === 'menu')) ||
      /^(?:appendix|part|article)$/u.test(labelOfLine(text)?.kind ?? '')
    ) {
      list = undefined;
      continue;
    }
    const opened = text.length > LONGEST ? undefined : lists.find(({ pattern }) => pattern.test(text));
    // Above most of the text such a heading is a link, and what follows can be the title.
    if (opened !== undefined) list = before * 2 >= total || list !== undefined ? opened.kind : undefined;
    else if (list !== undefined) kinds[i] ??= list;
  }
}
