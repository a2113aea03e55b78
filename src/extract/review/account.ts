import { type Range, sentences } from '../../language/sentences.ts';
import type { Mention } from '../../model/mention.ts';
import type { PlanRecord, Target } from '../../model/record.ts';
import type { OutlineNode } from '../document/outline.ts';
import type { Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { noMeasure } from '../statements/no-measure.ts';
import type { PlanTable } from '../tables/grid.ts';
import { cellReasons } from './unused-cells.ts';
import { sentenceOf, type UnusedCode, type UnusedReason } from './unused-figures.ts';

/** A mention in its place in the document. */
export interface PlacedMention {
  readonly path: string | null;
  /** Offset in the document's text. */
  readonly start: number;
  readonly mention: Mention;
}

/** A figure of the text and what became of it. */
export interface FigureAccount {
  readonly path: string | null;
  readonly start: number;
  /** Where the figure itself ends. */
  readonly end: number;
  /** The figure with some words around it. */
  readonly text: string;
  /** Ids of the targets that hold it; [] where none does. */
  readonly targets: readonly string[];
  /** Why it is in none; null where it is in one. */
  readonly code: UnusedCode | null;
  /** The same in a sentence. */
  readonly reason: string | null;
}

/** A document as it was read, and what came of it. */
export interface Accounted {
  readonly record: PlanRecord;
  readonly plan: Plan;
  readonly tables: readonly PlanTable[];
}

export interface Account {
  readonly mentions: readonly PlacedMention[];
  readonly figures: readonly FigureAccount[];
  /** What stands in the text but is no part of the document: headers of pages, menus. */
  readonly furniture: readonly Range[];
}

/** A number that a unit or a counted noun follows, or a per cent. */
const FIGURE = /(?<![\p{L}\p{N}.,/:-])\d{1,15}(?:[.,]\d{1,9}){0,5}(?=\s?%|\s+\p{Ll})/gu;

/** The same in a cell of a table, where the unit stands elsewhere. */
const FIGURE_OF_CELL = /(?<![\p{L}\p{N}.,/:-])\d{1,15}(?:[.,]\d{1,9}){0,5}(?![\p{L}\p{N}/])/gu;

/** Every mention with its rule, and every figure with what became of it, but numbers of rows and times in the heads of tables. */
export function accountOf({ record, plan, tables }: Accounted): Account {
  const mentions: PlacedMention[] = [];
  const figures: FigureAccount[] = [];
  const inBody = new Set(plan.body.map((block) => block.index));
  const targetsAt = openAt(record.targets, ({ source }) => source);
  const ofCell = cellReasons(plan, tables);
  for (const block of plan.laid.blocks) {
    const found = plan.mentionsOf(block);
    const accountedFor = new Set<Mention>();
    const mentionsAt = openAt(found, (mention) => mention);
    const node = plan.outline.nodeOf.get(block.index);
    const path = node?.path || null;
    for (const mention of found) mentions.push({ path, start: block.start + mention.start, mention });
    const pattern = block.cell === undefined || !inBody.has(block.index) ? FIGURE : FIGURE_OF_CELL;
    for (const match of block.text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const targets = targetsAt(block.start + start)
        .filter((target) => holds(target, block.start + start, block.start + end))
        .map(({ id }) => id);
      const mention = mentionsAt(start).find((one) => end <= one.end);
      // A date has several numbers, and is accounted for once.
      if (mention !== undefined && mention.kind !== 'quantity' && targets.length === 0) {
        if (accountedFor.has(mention)) continue;
        accountedFor.add(mention);
      }
      const reason = targets.length > 0 ? null : reasonOf(block, node, mention, start, end);
      if (reason === undefined) continue;
      figures.push({
        path,
        start: block.start + start,
        end: block.start + end,
        text: around(block.text, start, end),
        targets,
        code: reason?.code ?? null,
        reason: reason === null ? null : sentenceOf(reason),
      });
    }
  }
  return { mentions, figures, furniture: furnitureOf(plan) };

  function reasonOf(
    block: LaidBlock,
    node: OutlineNode | undefined,
    mention: Mention | undefined,
    start: number,
    end: number,
  ): UnusedReason | undefined {
    if (block.furniture !== undefined) return { code: 'furniture', by: block.furniture };
    if (mention?.kind === 'deadline') return { code: 'time', by: mention.rule };
    if (mention?.kind === 'reference') return { code: 'reference', by: mention.rule };
    if (mention?.kind === 'inner') return { code: 'place', by: mention.rule };
    if (mention?.kind === 'agency') return { code: 'agency', by: mention.rule };
    if (!inBody.has(block.index)) return { code: 'letterhead' };
    if (block.cell !== undefined) return ofCell(block);
    if (mention === undefined) return { code: 'unread' };
    if (block.kind === 'footnote') return { code: 'footnote' };
    const from = node?.start === block.start ? Math.min(start, node.bodyStart - block.start) : 0;
    const sentence = sentences(block.text, from).find((s) => s.start <= start && end <= s.end);
    if (node === undefined || sentence === undefined) return { code: 'no-sentence' };
    const why = noMeasure(plan.context.knowledge, block.text, sentence, mention, {
      role: plan.roleAt(block.start, node),
      matter: plan.matter,
    });
    return { code: why ?? 'change' };
  }
}

const furnitureOf = ({ laid }: Plan): Range[] =>
  laid.blocks
    .filter(({ furniture }) => furniture !== undefined)
    .map(({ start, text }) => ({ start, end: start + text.length }));

const holds = ({ quantity, source }: Target, start: number, end: number): boolean =>
  quantity !== null &&
  source.start <= start &&
  end <= source.end &&
  quantity.text.includes(source.quote.slice(start - source.start, end - source.start));

/** Tells for one place after another, each behind the one before, what reaches over it. */
function openAt<T>(items: readonly T[], rangeOf: (item: T) => Range): (place: number) => readonly T[] {
  const rest = items.toSorted((a, b) => rangeOf(a).start - rangeOf(b).start);
  let next = 0;
  let open: T[] = [];
  return (place) => {
    for (let item = rest[next]; item !== undefined && rangeOf(item).start <= place; item = rest[next]) {
      open.push(item);
      next++;
    }
    open = open.filter((item) => rangeOf(item).end > place);
    return open;
  };
}

const around = (text: string, start: number, end: number): string => {
  const from = Math.max(0, start - 30);
  const to = Math.min(text.length, end + 30);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/gu, ' ')}${to < text.length ? '…' : ''}`;
};
