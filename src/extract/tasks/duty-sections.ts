import type { MentionOf } from '../../model/mention.ts';
import type { Agency } from '../../model/record.ts';
import { toAgency } from '../document/agencies.ts';
import type { TaskDraft } from '../document/drafts.ts';
import { isBullet, type OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { resolveInner } from '../document/resolve-inner.ts';
import { roleOfTitle } from '../document/section-roles.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';
import { ofDuty } from '../record/confidence.ts';
import { dueIn } from './due.ts';
import { headReader } from './duty-heads.ts';

/** A duty that a section gives to an agency, and the parts of the plan that it speaks of. */
export interface Duty {
  readonly task: TaskDraft;
  /** Sections that an inner reference in it names. */
  readonly names: readonly OutlineNode[];
  /** Areas whose headings it repeats. */
  readonly areas: readonly string[];
  /** Inner references that lead nowhere, as written. */
  readonly lost: readonly MentionOf<'inner'>[];
  readonly block: LaidBlock;
}

/**
 * The duties under "Tổ chức thực hiện" and its like.
 *
 * @param detailBlocks blocks that belong to tasks written down as lists, by index
 */
export function readDuties(plan: Plan, detailBlocks: ReadonlySet<number>): Duty[] {
  const duties: Duty[] = [];
  const headed = headReader(plan);
  const heads = plan.outline.nodes.filter((node) => {
    if (isBullet(node)) return false;
    const title = titleOf(node);
    return title.heading && roleOfTitle(plan.context.knowledge, title.text) === 'implementation';
  });
  for (const head of heads) {
    if (
      heads.some(
        (other) => other !== head && other.start <= head.start && head.end <= other.end && other.index < head.index,
      )
    )
      continue;
    unlabelled(head);
  }
  return duties;

  /** Paragraphs and items right below the heading, in reading order: an agency on a line of its own heads those that follow. */
  function unlabelled(head: OutlineNode): void {
    let above: readonly Agency[] = [];
    const parts = [...head.blocks.slice(1), ...head.children].sort((a, b) => a.start - b.start);
    for (const part of parts) {
      if ('children' in part) {
        if (!isBullet(part)) above = [];
        walk(part, head, above);
        continue;
      }
      const alone = /[.;,:]\s*$/u.test(part.text) ? [] : headed.ofLine(part);
      if (alone.length > 0) above = alone;
      else paragraph(part, part.start, above, head, null);
    }
  }

  function walk(node: OutlineNode, head: OutlineNode, above: readonly Agency[]): void {
    const number = numberUnder(node, head);
    const [first, ...rest] = node.blocks;
    if (first === undefined) return;
    const { agencies, bodyStart } = headed.ofItem(node, first);
    const leads = agencies.length > 0 ? agencies : above;
    const body = first.text.slice(bodyStart - first.start).trim();
    const announces = /[:：]\s*$/u.test(first.text) && (node.children.length > 0 || rest.length > 0);
    if (body !== '' && !(announces && agencies.length > 0) && !(announces && node.children.length > 0))
      paragraph(first, bodyStart, leads, head, number);
    let who = leads;
    for (const block of rest) {
      // "Trong đó giao Giám đốc Công an tỉnh chỉ đạo thực hiện:" above items: they are what is to be done.
      if (/[:：]\s*$/u.test(block.text) && node.children.some((child) => child.start > block.start))
        who = handedTo(block) ?? who;
      else paragraph(block, block.start, who, head, number);
    }
    for (const child of node.children) walk(child, head, who);
  }

  /** Who a paragraph that announces items hands them to; undefined where it names nobody. */
  function handedTo(block: LaidBlock): readonly Agency[] | undefined {
    const own = headed.ofParagraph(block, block.start, []);
    return own === undefined || own.agencies.length === 0 ? undefined : own.agencies;
  }

  function paragraph(
    block: LaidBlock,
    from: number,
    above: readonly Agency[],
    head: OutlineNode,
    number: string | null,
  ): void {
    if (block.cell !== undefined || block.kind === 'footnote' || detailBlocks.has(block.index)) return;
    const own = headed.ofParagraph(block, from, above);
    const { agencies: leads, bodyStart: start } = own ?? { agencies: above, bodyStart: from };
    const mentions = ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= from - block.start);
    const body = block.text.slice(start - block.start).trimEnd();
    if (leads.length === 0 || body.length < 15 || (leads === above && CLOSING.test(body))) return;
    const inner = ofKind(plan.mentionsOf(block), 'inner').filter((m) => m.start >= start - block.start);
    const resolved = inner.map((m) => [m, resolveInner(m.value, plan.outline)] as const);
    const names = resolved.flatMap(([, node]) => (node === undefined ? [] : [node]));
    const titled = plan.areas.named(charge(body));
    const referred = names.map((node) => plan.areas.ofNode(node)).find((area) => area !== null);
    const area =
      referred ?? (titled.length === 1 ? (titled[0] ?? null) : titled.length > 1 ? null : plan.areas.ofWords(body));
    const cooperating = onceEach(mentions.filter((m) => m.value.role === 'cooperate')).map((m) =>
      toAgency(plan, block, m, 'cooperate', 'explicit'),
    );
    const deadline = dueIn(plan, block, start - block.start, block.text.length);
    duties.push({
      block,
      names,
      areas: titled,
      lost: resolved.filter(([, node]) => node === undefined).map(([m]) => m),
      task: {
        number,
        group: head.label,
        path: number === null ? head.path : `${head.path}.${number}`,
        area,
        text: body.replace(/\s+/gu, ' '),
        product: null,
        leads: [...leads],
        cooperating,
        deadline,
        note: null,
        basis: 'section',
        source: sourceAt(plan.laid, start, block.start + block.text.trimEnd().length),
        confidence: ofDuty(leads.some((agency) => agency.source.start >= block.start)),
      },
    });
  }
}

/** Each agency once, however often it is named. */
const onceEach = (mentions: readonly MentionOf<'agency'>[]): readonly MentionOf<'agency'>[] =>
  mentions.filter((m, i) => mentions.findIndex((other) => other.value.code === m.value.code) === i);

/** What closes a section of duties speaks to everyone, not to the agency named last. */
const CLOSING =
  /^(?:trong quá trình|trên đây là|kế hoạch này|quyết định này|yêu cầu (?:các|thủ trưởng)|căn cứ kế hoạch này)(?![\p{L}])/iu;
/** A clause that makes the agency answerable for a field, not one that merely touches it. */
const CHARGES =
  /^(?:\s*(?:và|đồng thời)\s+)?\s*(?:là\s|chủ trì|tham mưu|chịu trách nhiệm|theo dõi|hướng dẫn|tổ chức\s|đôn đốc|triển khai|phụ trách|làm đầu mối|giúp)/iu;

/** The clauses of a duty that charge the agency with something. */
const charge = (text: string): string =>
  text
    .split(/;/u)
    .filter((clause) => CHARGES.test(clause))
    .join(';');

/** The labels of an item below the section that holds the duties: "1.a". */
function numberUnder(node: OutlineNode, head: OutlineNode): string {
  return node.components.slice(head.components.length).join('.');
}
