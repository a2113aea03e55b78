import type { Block } from '../../model/block.ts';
import { bodyBlocks, cellBlocks, paragraphBlock } from './blocks.ts';
import type { PagePart } from './layout.ts';
import { joinedParagraph } from './page-break.ts';
import { continued } from './tables.ts';

/** One page as it is added to the pages before it. */
export interface Leaf {
  readonly parts: readonly PagePart[];
  /** Furniture above and below the text. */
  readonly head: readonly Block[];
  readonly foot: readonly Block[];
  /** Nothing goes on over the break before this page. */
  readonly apart: boolean;
}

/** Puts pages one after another: a paragraph or a table that a page break cut is put together again. */
export function storyOf(leaves: readonly Leaf[]): Block[] {
  const story: (PagePart | Block)[] = [];
  for (const { parts, head, foot, apart } of leaves) {
    const made = [...parts];
    const at = story.findLastIndex(isPart);
    const last = story[at];
    const first = made[0];
    const more = apart || last === undefined || !isPart(last) || first === undefined ? undefined : goingOn(last, first);
    if (more !== undefined) {
      story[at] = more.part;
      made.shift();
    }
    story.push(...(more?.repeated ?? []), ...head, ...made, ...foot);
  }
  let tables = 0;
  return story.flatMap((part) => {
    if (!isPart(part)) return [part];
    return part.kind === 'table' ? cellBlocks(part, tables++) : bodyBlocks(part.lines);
  });
}

const isPart = (part: PagePart | Block): part is PagePart => part.kind === 'text' || part.kind === 'table';

function goingOn(last: PagePart, first: PagePart): { part: PagePart; repeated: Block[] } | undefined {
  if (last.kind === 'table' && first.kind === 'table') {
    const more = continued(last, first);
    if (more === undefined) return undefined;
    const repeated = more.repeated.map((row) =>
      paragraphBlock(
        row.cells.flatMap((c) => c.lines),
        'page-header',
      ),
    );
    return { part: more.table, repeated };
  }
  if (last.kind === 'text' && first.kind === 'text') {
    const part = joinedParagraph(last, first);
    return part === undefined ? undefined : { part, repeated: [] };
  }
  return undefined;
}
