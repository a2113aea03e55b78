import type { MentionOf } from '../model/mention.ts';
import type { AreaFinder } from './areas.ts';
import { OF_DUTY_ELSEWHERE } from './confidence.ts';
import { coverageOf } from './coverage.ts';
import type { TaskDraft } from './draft.ts';
import { type LaidBlock, sourceAt } from './laid.ts';
import type { OutlineNode } from './outline.ts';
import { ofKind, type Plan } from './plan.ts';
import type { Role } from './roles.ts';
import { sentences } from './sentences.ts';
import { toAgency } from './table-tasks.ts';
import { titleOf } from './titles.ts';

/** "Cơ quan thực hiện: Sở Nội vụ chủ trì, …": an item that says who does what the items beside it describe. */
const WHO =
  /^(?:(?:cơ quan|đơn vị)(?:,\s*đơn vị)?\s+(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm)(?:\s+thực hiện)?|phân công(?:\s+thực hiện)?|chủ trì(?:\s+thực hiện)?)\s*:/iu;
const WHAT = /^(?:nội dung|nhiệm vụ|hoạt động|công việc)/iu;
const WHEN = /^(?:thời gian|thời hạn|tiến độ|thời điểm)/iu;
const REPORTS = /(?<![\p{L}])(?:gửi|nộp|có)?\s*báo cáo(?![\p{L}])/iu;

/** Duties of named agencies outside task tables and the sections that share duties out. */
export function readDutiesElsewhere(
  plan: Plan,
  roleAt: (offset: number, node: OutlineNode) => Role,
  areas: AreaFinder,
  covered: readonly TaskDraft[],
): TaskDraft[] {
  const tasks: TaskDraft[] = [];
  const taken = coverageOf(covered.map(({ source }) => source));
  for (const block of plan.body) {
    const node = plan.outline.nodeOf.get(block.index);
    if (node === undefined || block.cell !== undefined || block.kind === 'footnote') continue;
    const role = roleAt(block.start, node);
    if (role === 'implementation' || role === 'situation') continue;
    if (taken.touches(block.start, block.end)) continue;
    const agencies = ofKind(plan.mentionsOf(block), 'agency');
    if (agencies.length === 0) continue;
    const from = block.start === node.start ? node.bodyStart - block.start : 0;
    const body = block.text.slice(from);
    if (WHO.test(body)) {
      const task = ofItem(plan, block, node, agencies, areas);
      if (task !== undefined) tasks.push(task);
    } else tasks.push(...ofSentences(plan, block, node, from, agencies, areas));
  }
  return tasks.filter((task) => task.leads.some((lead) => !NOBODY.test(lead.name)));
}

/** Bodies in general, of which none is named. */
const NOBODY =
  /^(?:các\s+)?(?:cơ quan|đơn vị|tổ chức|địa phương|doanh nghiệp)(?:\s*,?\s*(?:và\s+)?(?:nhà nước|đơn vị|tổ chức|địa phương|có liên quan|liên quan|chức năng|chuyên môn|cá nhân))*$/iu;

/** A duty whose agency, matter and time stand in items side by side. */
function ofItem(
  plan: Plan,
  block: LaidBlock,
  node: OutlineNode,
  agencies: readonly MentionOf<'agency'>[],
  areas: AreaFinder,
): TaskDraft | undefined {
  // A paragraph of an item speaks of that item; an item of its own, of the one that it stands under.
  const under = block.start === node.start ? node.parent : node;
  const beside = under?.children ?? [];
  const named = (pattern: RegExp): OutlineNode | undefined =>
    beside.find((other) => other !== node && pattern.test(titleOf(other).text));
  const what = named(WHAT);
  const matter = what?.blocks[0] ?? under?.blocks[0];
  if (matter === undefined) return undefined;
  const title = what === undefined ? undefined : titleOf(what);
  // "Nội dung:" above a list: the list is the matter.
  const listed = what !== undefined && title !== undefined && title.bodyStart >= matter.end;
  const start = listed
    ? (what.children[0]?.bodyStart ?? matter.start)
    : (title?.bodyStart ?? under?.bodyStart ?? matter.start);
  const text = plan.laid.text.slice(start, listed ? what.end : matter.end);
  const when = named(WHEN)?.blocks[0];
  const deadline = ofKind(plan.mentionsOf(when ?? block), 'deadline')[0]?.value ?? null;
  return draft(plan, node, block, agencies, { text, start: block.start, end: block.end, deadline }, areas);
}

/** Sentences that hand a duty to an agency, or say by when it is to report. */
function ofSentences(
  plan: Plan,
  block: LaidBlock,
  node: OutlineNode,
  from: number,
  agencies: readonly MentionOf<'agency'>[],
  areas: AreaFinder,
): TaskDraft[] {
  return sentences(block.text, from).flatMap(({ start, end }) => {
    const within = agencies.filter((m) => m.start >= start && m.end <= end);
    const lead = within.find((m) => m.value.role === 'lead');
    const times = ofKind(plan.mentionsOf(block), 'deadline').filter((m) => m.start >= start && m.end <= end);
    const due = times.find(
      (m) =>
        m.value.exclusive ||
        m.value.type === 'by' ||
        m.value.type === 'recurring' ||
        (m.value.type === 'during' && /hoàn thành\s*$/iu.test(block.text.slice(start, m.start))),
    );
    const opens = within[0] !== undefined && block.text.slice(start, within[0].start).trim().length <= 8;
    const reports = due !== undefined && opens && REPORTS.test(block.text.slice(start, end));
    if (lead === undefined && !reports) return [];
    const doers = lead === undefined ? within.slice(0, firstRun(within, block.text)) : within;
    return [
      draft(
        plan,
        node,
        block,
        doers,
        {
          text: block.text.slice(start, end),
          start: block.start + start,
          end: block.start + end,
          deadline: due?.value ?? null,
        },
        areas,
      ),
    ];
  });
}

/** How many agencies stand together at the start of a sentence. */
function firstRun(agencies: readonly MentionOf<'agency'>[], text: string): number {
  let n = 1;
  while (
    n < agencies.length &&
    /^[\s,;]*(?:và)?[\s,;]*(?:các\s*)?$/iu.test(text.slice(agencies[n - 1]?.end ?? 0, agencies[n]?.start ?? 0))
  )
    n++;
  return n;
}

interface Found {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly deadline: TaskDraft['deadline'];
}

function draft(
  plan: Plan,
  node: OutlineNode,
  block: LaidBlock,
  agencies: readonly MentionOf<'agency'>[],
  found: Found,
  areas: AreaFinder,
): TaskDraft {
  const firstPartner = agencies.findIndex((m) => m.value.role === 'cooperate');
  const isLead = (m: MentionOf<'agency'>, i: number): boolean =>
    m.value.role === 'lead' ||
    (m.value.role !== 'cooperate' &&
      !agencies.some((other) => other.value.role === 'lead') &&
      (firstPartner < 0 || i < firstPartner));
  const leads = agencies.filter(isLead).map((m) => toAgency(plan, block, m, 'lead', 'explicit'));
  // Whoever is named after the first partner, and does not lead, is one too.
  const partners = agencies.filter((m, i) => !isLead(m, i) && firstPartner >= 0 && i >= firstPartner);
  const top = node.components[0] ?? null;
  return {
    number: node.components.slice(1).join('.') || null,
    group: top,
    path: node.path || null,
    area: areas.ofNode(node) ?? areas.ofWords(found.text),
    text: found.text.replace(/\s+/gu, ' ').trim(),
    product: null,
    leads,
    cooperating: partners.map((m) => toAgency(plan, block, m, 'cooperate', 'explicit')),
    deadline: found.deadline,
    note: null,
    basis: 'section',
    source: sourceAt(plan.laid, found.start, found.end),
    confidence: OF_DUTY_ELSEWHERE,
  };
}
