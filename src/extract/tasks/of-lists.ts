import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viWords } from '../../language/pattern.ts';
import type { Agency } from '../../model/record.ts';
import { namedIn, toAgency } from '../document/agencies.ts';
import type { TaskDraft } from '../document/drafts.ts';
import type { OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { blockAt, type LaidBlock, sourceAt } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';
import { OF_DUTY_ELSEWHERE } from '../record/confidence.ts';
import { dueIn } from './due.ts';
import { dutyPatterns } from './duty-words.ts';
import { facetOf, type ListPart, listPartOf, listPartsOf } from './list-facets.ts';
import { taskOfItem } from './of-one-item.ts';

export interface ListedTasks {
  readonly tasks: readonly TaskDraft[];
  /** Blocks that but tell who, when and what comes of it, by index. */
  readonly detailBlocks: ReadonlySet<number>;
}

/**
 * Tasks written down as lists in place of a table: the matter, then who does it, with whom, by when, each in an item or a
 * paragraph of its own. "Cơ quan chủ trì: Sở Nội vụ" · "2. Cơ quan chủ trì, phối hợp" above "a) Cơ quan chủ trì" and "b) …"
 */
export function readListedTasks(plan: Plan): ListedTasks {
  const tasks: TaskDraft[] = [];
  const { knowledge } = plan.context;
  const detailBlocks = new Set<number>();
  for (const under of [plan.outline.root, ...plan.outline.nodes]) {
    if (under.children.length > 0 && listPartOf(knowledge, under, plan.outline.root).facet === 'lead') continue;
    const parts = listPartsOf(knowledge, under)
      .filter((part) => !isWhole(part))
      .flatMap((part) => opened(part));
    for (const { matter, facts } of listedTasksOf(knowledge, parts, under)) {
      const task = taskOf(plan, under, matter, facts);
      if (task === undefined) continue;
      tasks.push(task, ...ownDuties(plan, task, facts));
      for (const { blocks, facet } of facts)
        if (facet !== 'content') for (const { index } of blocks) detailBlocks.add(index);
    }
  }
  return { tasks, detailBlocks };

  /** An item that tells all of its task itself. */
  function isWhole({ node, blocks: [block] }: ListPart): boolean {
    if (node === null || block === undefined || node.children.length > 0) return false;
    const task = taskOfItem(plan, node, block, node.bodyStart - block.start);
    if (task === undefined) return false;
    tasks.push(task);
    detailBlocks.add(block.index);
    return true;
  }

  /** "Cơ quan chủ trì, phối hợp" above items that part the two. */
  function opened(part: ListPart): readonly ListPart[] {
    if (part.facet !== 'lead' || part.node === null) return [part];
    const inner = part.node.children.map((child) => listPartOf(knowledge, child, part.node));
    return inner.some(({ facet }) => facet === 'lead') ? inner : [part];
  }
}

/** The heading of a section of tasks, not of one. */
const patternsOf = built(['headings'], ({ headings }) => ({
  tasksHeading: vi`^(các|một số)? ${viWords(headings.filter(({ role }) => role === 'tasks' || role === 'implementation'))}.{0,50}$`,
}));

interface ListedTask {
  /** The part that says what is to be done; null where the section above does. */
  readonly matter: ListPart | null;
  readonly facts: readonly ListPart[];
}

/** Who, when and what comes of it, with the part that they speak of. */
function listedTasksOf(knowledge: Knowledge, parts: readonly ListPart[], under: OutlineNode): readonly ListedTask[] {
  const leading = parts.filter(({ facet }) => facet === 'lead').length;
  if (leading === 0) return [];
  const groups: { matter: ListPart | null; facts: ListPart[] }[] = [];
  let matter: ListPart | null = null;
  for (const part of parts) {
    if (part.facet === null || part.facet === 'content') {
      matter = part;
      groups.push({ matter, facts: part.facet === null ? [] : [part] });
    } else if (groups.length === 0) groups.push({ matter: null, facts: [part] });
    else groups.at(-1)?.facts.push(part);
  }
  const full = groups.filter(({ facts }) => facts.some(({ facet }) => facet === 'lead'));
  if (leading > 1 || under.kind === 'root') return full;
  // One who for a section: what stands beside it, in whatever order, speaks of the section as a whole.
  const title = titleOf(under);
  const facts = parts.filter(({ facet }) => facet !== null);
  const what = facts.find(({ facet }) => facet === 'content');
  const broad = title.heading && patternsOf(knowledge).tasksHeading.test(title.text);
  return [{ matter: what ?? (broad ? (full[0]?.matter ?? null) : null), facts }];
}

function taskOf(
  plan: Plan,
  under: OutlineNode,
  matter: ListPart | null,
  facts: readonly ListPart[],
): TaskDraft | undefined {
  const found = facts.flatMap((fact) =>
    agenciesOf(
      plan,
      fact,
      fact.blocks.filter((b, i) => i === 0 || !isDuty(plan, b)),
    ),
  );
  const leads = found.filter(({ role }) => role === 'lead');
  const place = facts.find(({ facet }) => facet === 'lead');
  const block = place?.blocks[0];
  const said = matterOf(plan, under, matter);
  if (leads.length === 0 || block === undefined || said === undefined) return undefined;
  const { text, start, end } = said;
  const node = plan.outline.nodeOf.get(block.index) ?? under;
  const when = facts.find(({ facet }) => facet === 'time');
  const product = facts.find(({ facet }) => facet === 'product');
  const spoken = [...(when?.blocks ?? []), ...(place?.blocks ?? [])];
  const stated = spoken.flatMap((b) => ofKind(plan.mentionsOf(b), 'deadline'))[0]?.value;
  const first = blockAt(plan.laid, start);
  return {
    number: node.components.slice(1).join('.') || null,
    group: node.components[0] ?? null,
    path: node.path || null,
    area: plan.areas.ofNode(node) ?? plan.areas.ofWords(text),
    text: text.replace(/\s+/gu, ' ').trim(),
    product: product === undefined ? null : wordsOf(product) || null,
    leads,
    cooperating: found.filter(({ role }) => role === 'cooperate'),
    deadline: stated ?? (first === undefined ? null : dueIn(plan, first, start - first.start, end - first.start)),
    note: null,
    basis: 'section',
    source: sourceAt(plan.laid, block.start, block.end),
    confidence: OF_DUTY_ELSEWHERE,
  };
}

/** What is to be done, in the words of the part or the section that says it. */
function matterOf(
  plan: Plan,
  under: OutlineNode,
  matter: ListPart | null,
): { readonly text: string; readonly start: number; readonly end: number } | undefined {
  const said = (start: number, end: number) => ({ text: plan.laid.text.slice(start, end), start, end });
  if (matter !== null) {
    const first = matter.blocks[0];
    if (first === undefined) return undefined;
    // "Nội dung:" above a list: the list is the matter.
    const start =
      first.start + (matter.facet === null ? (matter.node?.bodyStart ?? first.start) - first.start : matter.from);
    return start >= first.end
      ? said(matter.node?.children[0]?.bodyStart ?? matter.blocks[1]?.start ?? start, matter.end)
      : said(start, matter.facet === null ? first.end : matter.end);
  }
  const first = under.blocks[0];
  if (first === undefined) return undefined;
  // "2. Nhiệm vụ: Lắp camera …": the word says only what kind of item it is.
  const { facet, from } = facetOf(plan.context.knowledge, first.text.slice(under.bodyStart - first.start), false);
  return said(facet === 'content' ? under.bodyStart + from : under.bodyStart, first.end);
}

const wordsOf = ({ blocks, from }: ListPart): string =>
  blocks
    .map((block, i) => (i === 0 ? block.text.slice(from) : block.text))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .replace(/[.;]\s*$/u, '')
    .trim();

/** Whether an item of a list of agencies says what the agency does: "+ Sở Xây dựng đăng tải thông điệp trên …". */
function isDuty(plan: Plan, block: LaidBlock): boolean {
  const agencies = ofKind(plan.mentionsOf(block), 'agency');
  const named = agencies.reduce((sum, m) => sum + m.end - m.start, 0);
  return agencies.length > 0 && block.text.length - named > LONGEST_REST && named < block.text.length * 0.5;
}
/** Words beside the names in an item that but names who leads and who helps, in UTF-16 units. */
const LONGEST_REST = 50;

/** What items below "Cơ quan thực hiện:" give to one agency each. */
function ownDuties(plan: Plan, task: TaskDraft, facts: readonly ListPart[]): TaskDraft[] {
  const items = facts.flatMap(({ facet, blocks, node }) =>
    facet === 'lead' ? blocks.slice(1).flatMap((block) => (isDuty(plan, block) ? [{ block, node }] : [])) : [],
  );
  return items.flatMap(({ block, node }): TaskDraft[] => {
    const at = labelEnd(plan, block, node);
    const agencies = ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= at);
    const partner = agencies.findIndex((m) => m.value.role === 'cooperate');
    const [first] = agencies;
    if (first === undefined || first.start > at || partner === 0) return [];
    return [
      {
        ...task,
        text: block.text.slice(at).replace(/\s+/gu, ' ').trim(),
        leads: [toAgency(plan, block, first, 'lead', 'explicit')],
        cooperating: agencies
          .filter((m) => m.value.role === 'cooperate')
          .map((m) => toAgency(plan, block, m, 'cooperate', 'explicit')),
        deadline: dueIn(plan, block, at, block.text.length) ?? task.deadline,
        source: sourceAt(plan.laid, block.start + at, block.end),
      },
    ];
  });
}

/** The agencies that an item names, in its own words and in the list below it. */
function agenciesOf(plan: Plan, { facet, blocks, from, node }: ListPart, read: readonly LaidBlock[]): Agency[] {
  if (facet !== 'lead' && facet !== 'cooperate') return [];
  const { saysRole } = dutyPatterns(plan.context.knowledge);
  return read.flatMap((block) => {
    const at = block === blocks[0] ? from : labelEnd(plan, block, node);
    const text = block.text.slice(at);
    // A remark in brackets names nobody more.
    if (/^\s*\(/u.test(text)) return [];
    const named = namedIn(plan, block, at, facet, saysRole.test(text));
    return named.map((agency) => ({
      ...agency,
      role: facet === 'cooperate' || agency.role === 'cooperate' ? 'cooperate' : 'lead',
    }));
  });
}

/** Where the words of a block begin, after a label of its own. */
function labelEnd(plan: Plan, block: LaidBlock, within: OutlineNode | null): number {
  const node = plan.outline.nodeOf.get(block.index);
  return node !== undefined && node !== within && node.start === block.start ? node.bodyStart - block.start : 0;
}
