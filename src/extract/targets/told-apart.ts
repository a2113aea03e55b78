import type { Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import type { TargetDraft } from '../document/drafts.ts';
import type { OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { roleOfTitle } from '../document/section-roles.ts';
import { blockAt } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';
import { findMentions } from '../mentions/find.ts';
import { dimensionOf } from '../statements/left-out.ts';

/** "Tổng số hộ": a sum that does not say of what. */
const SUM = vi`^tổng( số| cộng)?( \p{L}+){0,2}$`;
/** A heading that could head a measure is no longer than this, in UTF-16 units. */
const LONGEST = 110;

/**
 * Figures that would measure the same, but stand under headings that tell them apart: each has the nearest such heading as its head.
 * "a) Hộ vùng biên giới: Tổng số 400 hộ", "b) Hộ vùng thiên tai: Tổng số 900 hộ".
 *
 * @param drafts of running text
 */
export function withHeadsToldApart(plan: Plan, drafts: readonly TargetDraft[]): TargetDraft[] {
  const { knowledge } = plan.context;
  const groups = new Map<string, TargetDraft[]>();
  for (const draft of drafts) {
    const key = keyOf(knowledge, draft);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  }
  const told = new Map<TargetDraft, TargetDraft>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const chains = new Map(group.map((draft) => [draft, chainOf(plan, draft)] as const));
    const all = new Counts();
    const below = new Map<OutlineNode, Counts>();
    for (const [draft, chain] of chains) {
      all.add(figureOf(draft));
      for (const node of chain) {
        const counts = below.get(node) ?? new Counts();
        counts.add(figureOf(draft));
        below.set(node, counts);
      }
    }
    for (const [draft, chain] of chains) {
      const figure = figureOf(draft);
      const subject = all.others(figure) > 0 ? subjectBefore(plan, drafts, draft) : undefined;
      if (subject !== undefined) {
        told.set(draft, { ...draft, indicator: { ...draft.indicator, text: `${subject} ${draft.indicator.text}` } });
        continue;
      }
      for (const [at, node] of chain.entries()) {
        // Another figure stands elsewhere.
        const apart = all.others(figure) > (below.get(node)?.others(figure) ?? 0);
        const head = apart ? headOf(plan, node, draft) : undefined;
        if (head === undefined) continue;
        told.set(draft, under(draft, head, chain.slice(at + 1)));
        break;
      }
    }
  }
  return drafts.map((draft) => told.get(draft) ?? draft);
}

/**
 * "Nhóm sản xuất tiết kiệm 2% điện của nhóm, góp phần tiết kiệm 1% điện toàn tỉnh": who it is that does both is said before the first
 * figure, and in other items it is another.
 */
function subjectBefore({ laid }: Plan, drafts: readonly TargetDraft[], draft: TargetDraft): string | undefined {
  const block = blockAt(laid, draft.source.start);
  if (block === undefined || (draft.indicator.under ?? []).length > 0) return undefined;
  const before = drafts[drafts.indexOf(draft) - 1];
  if (before === undefined || blockAt(laid, before.source.start) !== block) return undefined;
  const between = laid.text.slice(before.source.end, Math.max(before.source.end, draft.source.start + 1));
  if (before.source.start >= draft.source.start || /[.;:]\s/u.test(between)) return undefined;
  const own = draft.indicator.text.split(' ');
  for (let at = 0; at + ALIKE <= own.length; at++) {
    const run = own.slice(at, at + ALIKE).join(' ');
    const found = ` ${before.indicator.text} `.indexOf(` ${run} `);
    const subject = found <= 0 ? '' : before.indicator.text.slice(0, found).replace(/[\s,]+$/u, '');
    if (subject !== '' && draft.indicator.text.startsWith(subject)) return undefined;
    if (subject.includes(' ') && /^\p{Lu}/u.test(subject)) return subject;
  }
  return undefined;
}
/** Syllables of what is done in both. */
const ALIKE = 3;

/** Figures with the same key measure the same: a level to be reached by one time; of a mere sum, at any time. */
function keyOf(knowledge: Knowledge, { quantity, indicator, levels, status, direction, deadline }: TargetDraft) {
  if (quantity === null || indicator.text === '') return undefined;
  const poor = SUM.test(indicator.text) || dimensionOf(knowledge, indicator.text) !== undefined;
  const time = poor ? '' : `${deadline?.start ?? ''}/${deadline?.end ?? ''}`;
  const words = indicator.text
    .toLowerCase()
    .replace(/^tổng (?:số|cộng) /u, 'tổng ')
    .replace(/^góp phần /u, '');
  return [words, quantity.unit, levels.join(), poor ? '' : status, direction, time].join('|');
}

/** How many drafts there are of each figure. */
class Counts {
  readonly #ofFigure = new Map<string, number>();
  #all = 0;

  add(figure: string): void {
    this.#all++;
    this.#ofFigure.set(figure, (this.#ofFigure.get(figure) ?? 0) + 1);
  }

  others(figure: string): number {
    return this.#all - (this.#ofFigure.get(figure) ?? 0);
  }
}

const figureOf = ({ quantity }: TargetDraft): string => `${quantity?.value}/${quantity?.valueMax}`;

/** The nodes in which a figure stands, the innermost first. */
function chainOf({ laid, outline }: Plan, { source }: TargetDraft): OutlineNode[] {
  const block = blockAt(laid, source.start);
  const nodes: OutlineNode[] = [];
  let node = block === undefined ? null : (outline.nodeOf.get(block.index) ?? null);
  for (; node !== null; node = node.parent) if (node.kind !== 'root') nodes.push(node);
  return nodes;
}

/** What a node names that stands before a figure and is no section, no time and no figure itself. */
function headOf({ context }: Plan, node: OutlineNode, draft: TargetDraft): string | undefined {
  const title = titleOf(node);
  const { source, indicator } = draft;
  const figure = source.start + Math.max(0, source.quote.indexOf(draft.quantity?.text ?? ''));
  // Of an item, what it begins with: "- Vùng bảo vệ đền Thượng, diện tích 2 ha".
  const named =
    title.heading && title.end <= figure ? title.text : (/^.*?(?=[,:;](?!\d))/su.exec(title.text)?.[0] ?? '');
  const words = named.trim();
  if (words === '' || words.length > LONGEST || title.start + named.length > figure) return undefined;
  const mentions = findMentions(words, context);
  const saysTime = ofKind(mentions, 'deadline').some(({ text }) => text.length > words.length - ROOM);
  if (saysTime || ofKind(mentions, 'quantity').length > 0) return undefined;
  const opens = words.split(/\s+/u).slice(0, OPENING).join(' ');
  if (roleOfTitle(context.knowledge, opens) !== undefined || indicator.text.includes(words)) return undefined;
  return words;
}
/** Syllables with which a heading says that it is one of a section: "Kết quả đạt được", not "Hộ đặc biệt khó khăn". */
const OPENING = 4;
/** What may stand beside a time in a heading that tells nothing else, in UTF-16 units. */
const ROOM = 12;

/** A draft below a head: behind those heads of it that stand farther out. */
function under(draft: TargetDraft, head: string, outer: readonly OutlineNode[]): TargetDraft {
  const { text, under: above = [] } = draft.indicator;
  const own = above.length === 0 ? text : text.slice(above.join(': ').length + 2);
  const titles = new Set(outer.map((node) => titleOf(node).text));
  const at = above.findLastIndex((one) => titles.has(one)) + 1;
  const heads = [...above.slice(0, at), head, ...above.slice(at)];
  return { ...draft, indicator: { text: [...heads, own].join(': '), under: heads } };
}
