import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SectionRole } from '../../knowledge/word-tables.ts';
import { coverageOf } from '../../language/coverage.ts';
import { vi } from '../../language/pattern.ts';
import { type Range, sentences } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import type { Agency } from '../../model/record.ts';
import { toAgency } from '../document/agencies.ts';
import type { TaskDraft } from '../document/drafts.ts';
import type { OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { isInformed } from '../mentions/agencies/roles.ts';
import { OF_DUTY_ELSEWHERE } from '../record/confidence.ts';
import { dueIn } from './due.ts';
import { type DutyPatterns, dutyPatterns, JOINED } from './duty-words.ts';

const REPORTS = vi`báo cáo`;

/** Duties of named agencies outside task tables and the sections that share duties out. */
export function readDutiesElsewhere(
  plan: Plan,
  covered: readonly TaskDraft[],
  detailBlocks: ReadonlySet<number>,
): TaskDraft[] {
  const words = dutyPatterns(plan.context.knowledge);
  const tasks: TaskDraft[] = [];
  const taken = coverageOf(covered.map(({ source }) => source));
  for (const block of plan.body) {
    const node = plan.outline.nodeOf.get(block.index);
    if (node === undefined || block.cell !== undefined || block.kind === 'footnote') continue;
    const role = plan.roleAt(block.start, node);
    if (role === 'implementation' || role === 'situation') continue;
    if (detailBlocks.has(block.index) || taken.touches(block.start, block.end)) continue;
    const agencies = ofKind(plan.mentionsOf(block), 'agency');
    if (agencies.length === 0) continue;
    const from = block.start === node.start ? node.bodyStart - block.start : 0;
    const heading = announced(words, block, from, agencies);
    if (heading.length > 0) tasks.push(...ofItems(plan, block, node, heading, detailBlocks));
    else tasks.push(...ofSentences(plan, block, node, from, agencies, role));
  }
  return tasks.filter((task) => task.leads.some((lead) => !words.nobody.test(lead.name)));
}

/** Whom a paragraph that ends with a colon hands what follows: "UBND tỉnh yêu cầu các sở, ban, ngành:". */
function announced(
  words: DutyPatterns,
  block: LaidBlock,
  from: number,
  agencies: readonly MentionOf<'agency'>[],
): readonly MentionOf<'agency'>[] {
  const text = block.text.trimEnd();
  if (!/[:：]$/u.test(text)) return [];
  const start = sentences(text, from).at(-1)?.start ?? from;
  const first = agencies.find((m) => m.start >= start && hands(words, text, start, m.start));
  if (first === undefined) return [];
  const doers = enumerated(agencies.slice(agencies.indexOf(first)), text);
  const rest = text.length - (doers.at(-1)?.end ?? 0);
  return rest <= LONGEST_ANNOUNCEMENT ? doers : [];
}
/** Longest words between whom a lead-in names and its colon, in UTF-16 units: "tập trung thực hiện một số nhiệm vụ sau". */
const LONGEST_ANNOUNCEMENT = 90;

/** The items that follow a lead-in, each a duty of whom it names unless the item has its own. */
function ofItems(
  plan: Plan,
  block: LaidBlock,
  node: OutlineNode,
  heading: readonly MentionOf<'agency'>[],
  detailBlocks: ReadonlySet<number>,
): TaskDraft[] {
  // The list ends where the section of the lead-in speaks on by itself.
  const next = node.blocks.find((other) => other.start > block.start && other.cell === undefined)?.start;
  const items = node.children.filter(({ start }) => start > block.start && start < (next ?? Number.POSITIVE_INFINITY));
  return items.flatMap((item): TaskDraft[] => {
    const first = item.blocks[0];
    if (first === undefined || detailBlocks.has(first.index)) return [];
    const at = item.bodyStart - first.start;
    const agencies = ofKind(plan.mentionsOf(first), 'agency').filter((m) => m.start >= at);
    if (agencies.some((m) => m.value.role === 'lead') || agencies[0]?.start === at) return [];
    const found = {
      text: first.text.slice(at),
      start: item.bodyStart,
      end: first.end,
      deadline: dueIn(plan, first, at, first.text.length),
    };
    return [
      draftDuty(
        plan,
        item,
        first,
        [],
        agencies,
        found,
        heading.map((m) => toAgency(plan, block, m, 'lead', 'explicit')),
      ),
    ];
  });
}

/** Sentences that hand a duty to an agency, or say by when it is to report. */
function ofSentences(
  plan: Plan,
  block: LaidBlock,
  node: OutlineNode,
  from: number,
  agencies: readonly MentionOf<'agency'>[],
  role: SectionRole,
): TaskDraft[] {
  const words = dutyPatterns(plan.context.knowledge);
  const tasks: TaskDraft[] = [];
  for (const { start, end } of sentences(block.text, from)) {
    if (ENFORCES.test(block.text.slice(start, end))) continue;
    const within = agencies.filter((m) => m.start >= start && m.end <= end);
    const deadline = dueIn(plan, block, start, end);
    const found = { text: block.text.slice(start, end), start: block.start + start, end: block.start + end, deadline };
    const last = tasks.at(-1);
    const led = within.some((m) => m.value.role === 'lead');
    // "… Trình UBND tỉnh trước ngày 10/8/2018.": by when what the sentence before hands out is to be done.
    if (!led && last !== undefined && last.deadline === null && deadline !== null && words.delivers.test(found.text)) {
      tasks[tasks.length - 1] = { ...last, deadline };
      continue;
    }
    const doers = led
      ? within
      : doersNamed(
          plan.context.knowledge,
          words,
          block.text,
          { start, end },
          within,
          deadline !== null,
          role === 'tasks' && block.start === node.start && start <= from + 1,
        );
    if (doers.length > 0) tasks.push(draftDuty(plan, node, block, doers, within, found));
  }
  return tasks;
}

/** The article of a decision that tells who is to carry it out. */
const ENFORCES = vi`trách nhiệm thi hành (quyết định|nghị quyết|chỉ thị) này`;
/** Whether words that hand duties over stand right before a place; no farther back than they are long. */
const hands = (words: DutyPatterns, text: string, from: number, at: number): boolean =>
  words.hands.test(text.slice(Math.max(from, at - 40), at));
/** Who hands duties over: "Theo đó, UBND tỉnh yêu cầu …". */
const ABOVE = /^(?:ubnd-(?:tinh|thanh-pho)|chinh-phu|thu-tuong)/u;
/** The agencies that a sentence gives a duty without saying that they lead. */
function doersNamed(
  knowledge: Knowledge,
  words: DutyPatterns,
  text: string,
  { start, end }: Range,
  within: readonly MentionOf<'agency'>[],
  due: boolean,
  amongTasks: boolean,
): readonly MentionOf<'agency'>[] {
  const first = within.find(
    (m, i) => hands(words, text, start, m.start) && within.slice(0, i).every((other) => ABOVE.test(other.value.code)),
  );
  if (first !== undefined && first.start - start <= LONGEST_ORDER)
    return enumerated(within.slice(within.indexOf(first)), text);
  const opener = within[0];
  if (
    opener === undefined ||
    text.slice(start, opener.start).trim().length > 8 ||
    isInformed(knowledge, text, opener.start)
  )
    return [];
  const doers = enumerated(within, text);
  const after = text.slice(doers.at(-1)?.end ?? opener.end, end);
  const colon = /^[^.;:]{0,120}:\s+(?=\p{L})/u.exec(after)?.[0].length ?? 0;
  if (amongTasks && words.acts.test(after.trimStart())) return doers;
  return words.answers.test(after) ||
    (colon > 0 && words.acts.test(after.slice(colon))) ||
    (due && REPORTS.test(text.slice(start, end)))
    ? doers
    : [];
}
/** Longest words before whom an order names, in UTF-16 units: "Sau khi xem xét, Chủ tịch UBND tỉnh yêu cầu". */
const LONGEST_ORDER = 90;

/** The agencies that stand together at the start. */
function enumerated(agencies: readonly MentionOf<'agency'>[], text: string): readonly MentionOf<'agency'>[] {
  const apart = agencies.findIndex((m, i) => i > 0 && !JOINED.test(text.slice(agencies[i - 1]?.end ?? 0, m.start)));
  return apart < 0 ? agencies : agencies.slice(0, apart);
}

interface FoundDuty {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly deadline: TaskDraft['deadline'];
}

/** @param doers who has the duty, and where the words tell roles, who helps  @param within all agencies of the sentence */
function draftDuty(
  plan: Plan,
  node: OutlineNode,
  block: LaidBlock,
  doers: readonly MentionOf<'agency'>[],
  within: readonly MentionOf<'agency'>[],
  found: FoundDuty,
  above: readonly Agency[] = [],
): TaskDraft {
  const led = doers.filter((m) => m.value.role === 'lead');
  const leads = led.length > 0 ? led : doers;
  const partners = partnersOf(plan, within, block.text).filter((m) => !leads.includes(m));
  return {
    number: node.components.slice(1).join('.') || null,
    group: node.components[0] ?? null,
    path: node.path || null,
    area: plan.areas.ofNode(node) ?? plan.areas.ofWords(found.text),
    text: found.text.replace(/\s+/gu, ' ').trim(),
    product: null,
    leads: above.length > 0 ? [...above] : leads.map((m) => toAgency(plan, block, m, 'lead', 'explicit')),
    cooperating: partners.map((m) => toAgency(plan, block, m, 'cooperate', 'explicit')),
    deadline: found.deadline,
    note: null,
    basis: 'section',
    source: sourceAt(plan.laid, found.start, found.end),
    confidence: OF_DUTY_ELSEWHERE,
  };
}

/** Those whom the words make partners, and those that go on the same list: "phối hợp với Sở A, các hội và Sở B". */
function partnersOf(
  plan: Plan,
  agencies: readonly MentionOf<'agency'>[],
  text: string,
): readonly MentionOf<'agency'>[] {
  const { listed } = dutyPatterns(plan.context.knowledge);
  const partners: MentionOf<'agency'>[] = [];
  for (const [i, mention] of agencies.entries()) {
    const before = agencies[i - 1];
    const goesOn =
      before !== undefined &&
      partners.at(-1) === before &&
      mention.value.role === null &&
      listed.test(text.slice(before.end, mention.start));
    if (mention.value.role === 'cooperate' || goesOn) partners.push(mention);
  }
  return partners.filter((m, i) => partners.findIndex((other) => other.value.code === m.value.code) === i);
}
