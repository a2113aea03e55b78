import type { Context } from '../../knowledge/context.ts';
import type { Mention, MentionKind, MentionOf } from '../../model/mention.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { findMentions } from '../mentions/find.ts';
import type { Matter } from './matter.ts';
import type { Outline } from './outline.ts';
import type { Laid, LaidBlock } from './text.ts';

/** A document laid out: its text, its outline, and what its rules may know. */
export interface LaidPlan {
  readonly laid: Laid;
  /** Blocks that are neither furniture nor letterhead nor signature. */
  readonly body: readonly LaidBlock[];
  readonly outline: Outline;
  /** What its figures are, by what its title says that it does. */
  readonly matter: Matter;
  readonly context: Context;
  /** The year of the plan, else that in which an article was posted: what was over before it can only be told of. */
  readonly toldIn: number | null;
  readonly pipeline: Pipeline;
  /** The mentions of a block, offsets in the block's text; found once. */
  readonly mentionsOf: (block: LaidBlock) => readonly Mention[];
}

/** Finds the mentions of each block when they are first asked for. */
export function mentionsOnce(context: Context): (block: LaidBlock) => readonly Mention[] {
  const found = new Map<number, readonly Mention[]>();
  return (block) => {
    const known = found.get(block.index);
    if (known !== undefined) return known;
    const mentions = findMentions(block.text, context);
    found.set(block.index, mentions);
    return mentions;
  };
}

/** Those of one kind. */
export function ofKind<K extends MentionKind>(mentions: readonly Mention[], kind: K): MentionOf<K>[] {
  return mentions.filter((mention): mention is MentionOf<K> => mention.kind === kind);
}
