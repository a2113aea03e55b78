import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { documentKinds } from '../../language/document-kinds.ts';
import { vi, viMeaning, viWords } from '../../language/pattern.ts';
import type { MentionOf } from '../../model/mention.ts';
import type { Deadline, Period } from '../../model/record.ts';
import { findMentions } from '../mentions/find.ts';
import { type LaidPlan, ofKind } from './laid-plan.ts';
import { isBullet, type OutlineNode } from './outline.ts';
import { type LeadIn, type LeadIns, leadInAt } from './section-roles.ts';
import { titleOf } from './titles.ts';

const patternsOf = built(['clauseWords', 'documentKinds', 'statementWords'], (tables) => {
  const aims = viWords(tables.clauseWords.filter(({ plan }) => plan === 'aim'));
  return {
    ISSUES: vi`(ban hành|xây dựng|đề ra) (và triển khai)? ${documentKinds(tables).NAMED_WITH_A_YEAR}`,
    /** A year named by the way, as in "Kế hoạch năm 2019" or "Luật … năm 2015", binds nothing below it. */
    NAMES_A_DOCUMENT: vi`(?<![\p{L}\p{N}]|${aims} )${documentKinds(tables).NAMED_WITH_A_YEAR}(?![\p{L}\p{N}])[^,;:]{0,80}$`,
    /** Right before a time: the time of aims. */
    OF_AIMS: vi`${aims}( ${viMeaning(tables.statementWords, 'of-aim')})*\s*$`,
    /** "Các chỉ tiêu chủ yếu đến năm 2025": a text that is all aims says by when they are to be reached. */
    AIMS_UNTIL: vi`^[\p{P}\s]*([ivx\d]{1,4}[.)]\s+)?(một số|các|những|hệ thống)? ${aims}[^,;:.]{0,80}\s(đến|tới) (hết|cuối)? năm 20\d\d`,
  };
});

/** The time that a heading tells: it holds from its end on, and up to the end of its own paragraph it stands in the item itself. */
interface HeadingTime {
  readonly after: number;
  readonly runsTo: number;
  readonly deadline: Deadline;
  /** The heading is nothing else. */
  readonly alone: boolean;
}

/** "- Giai đoạn 2025-2027:" with nothing below it but further bullets: it dates them, up to the next such. */
function headsAmongBullets(
  nodes: readonly OutlineNode[],
  ofHeading: ReadonlyMap<OutlineNode, HeadingTime>,
): ReadonlyMap<OutlineNode, Deadline> {
  const found = new Map<OutlineNode, Deadline>();
  for (const node of nodes) {
    const heading = ofHeading.get(node);
    if (heading?.alone !== true || !isBullet(node) || node.children.length > 0 || heading.runsTo < node.end) continue;
    // "* Năm 2027:" may head bullets of another kind.
    const first = nodes[node.index + 1];
    if (first === undefined || !isBullet(first)) continue;
    const siblings = first.parent?.children ?? [];
    for (const next of siblings.slice(siblings.indexOf(first))) {
      if (next.kind !== first.kind) break;
      found.set(next, heading.deadline);
    }
  }
  return found;
}

/**
 * Items that a heading has, though they bear labels of its own kind: "2. Các chỉ tiêu đến năm 2025", then "1. …", "2. …", "3. …".
 *
 * @returns none where its items stand below it, or the number behind it goes on
 */
export function itemsBehind(nodes: readonly OutlineNode[], node: OutlineNode): readonly OutlineNode[] {
  if (isBullet(node) || node.children.length > 0 || node.blocks.length > 1) return [];
  const siblings = node.parent?.children ?? [];
  const first = nodes[node.index + 1];
  if (first?.read?.ordinal !== 1 || first.kind !== node.kind || first.parent !== node.parent) return [];
  const items: OutlineNode[] = [];
  for (const next of siblings.slice(siblings.indexOf(first))) {
    if (next.kind !== node.kind || next.read?.ordinal !== items.length + 1) break;
    items.push(next);
  }
  return items;
}

/** Finds the deadline that a place inherits from the nearest lead-in or heading above it. */
export function scopeFinder(plan: LaidPlan, leadIns: LeadIns): (offset: number, node: OutlineNode) => Deadline | null {
  const { knowledge } = plan.context;
  const ofHeading = new Map<OutlineNode, HeadingTime>();
  const ofItem = new Map<OutlineNode, Deadline>();
  for (const node of plan.outline.nodes) {
    const title = titleOf(node);
    const block = node.blocks.find((own) => own.start <= title.start && title.start <= own.end);
    const items = title.heading ? itemsBehind(plan.outline.nodes, node) : [];
    if (!title.heading || block === undefined || (node.end <= title.end && items.length === 0)) continue;
    const inTitle = ofKind(plan.mentionsOf(block), 'deadline').filter(
      (m) => block.start + m.start >= title.start && block.start + m.end <= title.end,
    );
    const deadline = chosen(knowledge, inTitle, block.text) ?? ofOutlook(plan, title.text);
    if (deadline === undefined) continue;
    ofHeading.set(node, { after: title.end, runsTo: block.end, deadline, alone: title.text === deadline.text });
    for (const item of items) ofItem.set(item, deadline);
  }
  const ofHeadBefore = new Map([...ofItem, ...headsAmongBullets(plan.outline.nodes, ofHeading)]);
  const ofLeadIn = new Map<LeadIn, Deadline>();
  for (const leadIn of [...leadIns.values()].flat()) {
    const { block } = leadIn;
    // What leads up to the whole plan cites other documents and their years; the plan's own period stands in its title. Only what is
    // said of its aims binds: "mục tiêu cụ thể giai đoạn 2026-2030 … như sau:".
    const cites = leadIn.node.kind === 'root' && ofKind(plan.mentionsOf(block), 'reference').length > 0;
    // What a plan is issued to carry out has its own times: "Thực hiện Chiến lược … từ nay đến năm 2020, UBND tỉnh ban hành Kế hoạch …".
    const issues = leadIn.node.kind === 'root' ? issuedAt(knowledge, block.text) : 0;
    const times = ofKind(plan.mentionsOf(block), 'deadline').filter(
      ({ start }) => start >= issues && (!cites || patternsOf(knowledge).OF_AIMS.test(block.text.slice(0, start))),
    );
    const deadline = chosen(knowledge, times, block.text) ?? (cites ? undefined : ofOutlook(plan, block.text));
    if (deadline !== undefined) ofLeadIn.set(leadIn, deadline);
  }
  return (offset, node) => {
    for (let at: OutlineNode | null = node; at !== null; at = at.parent) {
      const leadIn = leadInAt(leadIns, at, offset);
      const heading = ofHeading.get(at);
      const told = leadIn === undefined ? undefined : ofLeadIn.get(leadIn);
      if (told !== undefined) return { ...told, basis: 'inherited' };
      // "a) Đến hết năm 2025: Có ≥ 30% …": a heading that runs in stands in the item itself.
      if (heading !== undefined && heading.after <= offset)
        return { ...heading.deadline, basis: at === node && offset < heading.runsTo ? 'explicit' : 'inherited' };
      const above = ofHeadBefore.get(at);
      if (above !== undefined) return { ...above, basis: 'inherited' };
    }
    return null;
  };
}

/** Where a preamble comes to the plan that it issues; 0 where it issues none. */
const issuedAt = (knowledge: Knowledge, preamble: string): number =>
  patternsOf(knowledge).ISSUES.exec(preamble)?.index ?? 0;

/** "Định hướng đến năm 2030": an outlook in a title is by the way; as a heading of its own it dates what stands below it. */
function ofOutlook(plan: LaidPlan, heading: string): Deadline | undefined {
  const { knowledge } = plan.context;
  const rest = /^(?:mục tiêu\s+)?(?:định hướng|tầm nhìn)\s+(?<rest>(?:đến|giai đoạn|năm)\s.*)$/iu.exec(heading.trim())
    ?.groups?.rest;
  return rest === undefined ? undefined : chosen(knowledge, ofKind(findMentions(rest, plan.context), 'deadline'), rest);
}

/** The last deadline of the announcing sentence that no document's name holds. */
function chosen(knowledge: Knowledge, mentions: readonly MentionOf<'deadline'>[], text: string): Deadline | undefined {
  const binding = mentions.filter((m) => {
    if (m.value.type === 'per-schedule' || m.value.type === 'after-event' || m.value.type === 'ongoing') return false;
    // "trong đời sống hằng ngày" is how things are, not when aims are due.
    if (m.value.rrule === 'FREQ=DAILY') return false;
    return !patternsOf(knowledge).NAMES_A_DOCUMENT.test(text.slice(0, m.start)) || /^(?:đến|trong|từ)/iu.test(m.text);
  });
  return binding.at(-1)?.value;
}

/**
 * The plan's own year or period as the deadline of what names none; null where the text tells no period.
 *
 * @param title of the text
 */
export function periodDeadline(
  knowledge: Knowledge,
  period: Period | null,
  title: string | null = null,
): Deadline | null {
  if (period === null || (period.start === null && period.end === null)) return null;
  const [from, to] = [period.start?.slice(0, 4), period.end?.slice(0, 4)];
  // An end alone is when it is due, no stretch of time.
  const until =
    period.end !== null && (period.start === null || (title !== null && patternsOf(knowledge).AIMS_UNTIL.test(title)));
  const text = until ? `đến năm ${to}` : from === to ? `năm ${from}` : `giai đoạn ${from ?? '…'} - ${to ?? '…'}`;
  return {
    text,
    type: until ? 'by' : 'during',
    start: until ? null : period.start,
    end: period.end,
    rrule: null,
    planYearOffset: 0,
    exclusive: false,
    basis: 'plan-period',
  };
}
