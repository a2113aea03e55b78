import type { Knowledge } from '../../knowledge/knowledge.ts';
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
import { type HeadReader, headReader } from './duty-heads.ts';
import { dutyPatterns } from './duty-words.ts';

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
  const heads = plan.outline.nodes.filter((node) => {
    if (isBullet(node)) return false;
    const title = titleOf(node);
    return title.heading && roleOfTitle(plan.context.knowledge, title.text) === 'implementation';
  });
  const within = (head: OutlineNode, other: OutlineNode): boolean =>
    other !== head && other.start <= head.start && head.end <= other.end && other.index < head.index;
  const reader = headReader(plan);
  return heads
    .filter((head) => !heads.some((other) => within(head, other)))
    .flatMap((head) => dutiesUnder({ plan, detailBlocks, reader, head }));
}

/** A section that shares duties out, as it is read. */
interface DutySection {
  readonly plan: Plan;
  readonly detailBlocks: ReadonlySet<number>;
  readonly reader: HeadReader;
  readonly head: OutlineNode;
}

/** Paragraphs and items right below the heading, in reading order: an agency on a line of its own heads those that follow. */
function dutiesUnder(section: DutySection): Duty[] {
  const { head, reader } = section;
  const duties: Duty[] = [];
  let above: readonly Agency[] = [];
  const parts = [...head.blocks.slice(1), ...head.children].sort((a, b) => a.start - b.start);
  for (const part of parts) {
    if ('children' in part) {
      if (!isBullet(part)) above = [];
      duties.push(...dutiesOfItem(section, part, above));
      continue;
    }
    const alone = /[.;,:]\s*$/u.test(part.text) ? [] : reader.ofLine(part);
    if (alone.length > 0) above = alone;
    else duties.push(...dutyOfParagraph(section, part, part.start, above, null));
  }
  return duties;
}

/** The duties of an item and of what stands below it. @param above who has them unless it names others */
function dutiesOfItem(section: DutySection, node: OutlineNode, above: readonly Agency[]): Duty[] {
  const duties: Duty[] = [];
  const number = numberUnder(node, section.head);
  const [first, ...rest] = node.blocks;
  if (first === undefined) return [];
  const { agencies, bodyStart } = section.reader.ofItem(node, first);
  const leads = agencies.length > 0 ? agencies : above;
  const body = first.text.slice(bodyStart - first.start).trim();
  const announces = /[:：]\s*$/u.test(first.text) && (node.children.length > 0 || rest.length > 0);
  if (body !== '' && !(announces && agencies.length > 0) && !(announces && node.children.length > 0))
    duties.push(...dutyOfParagraph(section, first, bodyStart, leads, number));
  let who = leads;
  for (const block of rest) {
    // "Trong đó giao Giám đốc Công an tỉnh chỉ đạo thực hiện:" above items: they are what is to be done.
    if (/[:：]\s*$/u.test(block.text) && node.children.some((child) => child.start > block.start))
      who = handedTo(section.reader, block) ?? who;
    else duties.push(...dutyOfParagraph(section, block, block.start, who, number));
  }
  for (const child of node.children) duties.push(...dutiesOfItem(section, child, who));
  return duties;
}

/** Who a paragraph that announces items hands them to; undefined where it names nobody. */
function handedTo(reader: HeadReader, block: LaidBlock): readonly Agency[] | undefined {
  const own = reader.ofParagraph(block, block.start, []);
  return own === undefined || own.agencies.length === 0 ? undefined : own.agencies;
}

/** The duty that a paragraph tells from an offset on; none where nobody has it. */
function dutyOfParagraph(
  { plan, detailBlocks, reader, head }: DutySection,
  block: LaidBlock,
  from: number,
  above: readonly Agency[],
  number: string | null,
): Duty[] {
  if (block.cell !== undefined || block.kind === 'footnote' || detailBlocks.has(block.index)) return [];
  const { agencies: leads, bodyStart: start } = reader.ofParagraph(block, from, above) ?? {
    agencies: above,
    bodyStart: from,
  };
  const words = dutyPatterns(plan.context.knowledge);
  const body = block.text.slice(start - block.start).trimEnd();
  if (leads.length === 0 || body.length < 15 || (leads === above && words.closes.test(body))) return [];
  const mentions = ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= from - block.start);
  const { names, lost, areas, area } = spokenOf(plan, block, start, body);
  const partners = onceEach(mentions.filter((m) => m.value.role === 'cooperate'));
  const task: TaskDraft = {
    number,
    group: head.label,
    path: number === null ? head.path : `${head.path}.${number}`,
    area,
    text: body.replace(/\s+/gu, ' '),
    product: null,
    leads: [...leads],
    cooperating: partners.map((m) => toAgency(plan, block, m, 'cooperate', 'explicit')),
    deadline: dueIn(plan, block, start - block.start, block.text.length),
    note: null,
    basis: 'section',
    source: sourceAt(plan.laid, start, block.start + block.text.trimEnd().length),
    confidence: ofDuty(leads.some((agency) => agency.source.start >= block.start)),
  };
  return [{ block, names, areas, lost, task }];
}

/** The parts and areas of the plan that a duty speaks of, and the one area that it belongs to. */
function spokenOf(
  plan: Plan,
  block: LaidBlock,
  start: number,
  body: string,
): Pick<Duty, 'names' | 'lost' | 'areas'> & { readonly area: string | null } {
  const inner = ofKind(plan.mentionsOf(block), 'inner').filter((m) => m.start >= start - block.start);
  const resolved = inner.map((m) => [m, resolveInner(m.value, plan.outline)] as const);
  const names = resolved.flatMap(([, node]) => (node === undefined ? [] : [node]));
  const lost = resolved.filter(([, node]) => node === undefined).map(([m]) => m);
  const areas = plan.areas.named(charge(plan.context.knowledge, body));
  const referred = names.map((node) => plan.areas.ofNode(node)).find((area) => area !== null);
  const titled = areas.length > 1 ? null : (areas[0] ?? plan.areas.ofWords(body));
  return { names, lost, areas, area: referred ?? titled };
}

/** Each agency once, however often it is named. */
const onceEach = (mentions: readonly MentionOf<'agency'>[]): readonly MentionOf<'agency'>[] =>
  mentions.filter((m, i) => mentions.findIndex((other) => other.value.code === m.value.code) === i);

/** The clauses of a duty that charge the agency with something. */
export const charge = (knowledge: Knowledge, text: string): string =>
  text
    .split(/;/u)
    .filter((clause) => dutyPatterns(knowledge).charges.test(clause))
    .join(';');

/** The labels of an item below the section that holds the duties: "1.a". */
function numberUnder(node: OutlineNode, head: OutlineNode): string {
  return node.components.slice(head.components.length).join('.');
}
