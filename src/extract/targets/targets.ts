import { built } from '../../knowledge/knowledge.ts';
import { vi, viMeaning, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import type { Deadline, DocumentHeader } from '../../model/record.ts';
import type { RowFacts, TargetDraft } from '../document/drafts.ts';
import { isBullet, type OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';
import { type Status, statusSaid } from '../statements/status.ts';
import type { PlanTable } from '../tables/grid.ts';
import { isOfPlan } from '../tables/of-plan.ts';
import type { PlanTasks } from '../tasks/tasks.ts';
import { withAllotments } from './allotments.ts';
import { withAnswerable } from './answerable-agencies.ts';
import { readTableTargets } from './of-tables.ts';
import { readTextTargets } from './of-text.ts';
import { withWholes } from './parts-of-wholes.ts';
import type { Place } from './text-place.ts';
import { withHeadsToldApart } from './told-apart.ts';
import { readQualitative } from './without-figure.ts';

type Form = DocumentHeader['form'];

/**
 * The targets of a plan, in order of place: of tables, of running text, and items without a figure.
 *
 * @param head what its header says: the headline of news holds figures itself
 * @param tasks rows of their tables say something of the figures in them, and their duties make agencies answerable
 */
export function readTargets(
  plan: Plan,
  head: Pick<DocumentHeader, 'form' | 'title'>,
  tables: readonly PlanTable[],
  tasks: Pick<PlanTasks, 'facts' | 'duties'>,
): readonly TargetDraft[] {
  const ofTables = tables
    .filter((table) => table.kind === 'target' && isOfPlan(plan, table))
    .map((table) => readTableTargets(plan, table, plan.inheritedAt(table.start, table.node)));
  const ofRows = new Map([...tasks.facts, ...ofTables.flatMap((table) => [...table.facts])]);
  const told = withAllotments(plan, withHeadsToldApart(plan, withWholes(plan, inText(plan, head, ofRows))));
  const found = [
    ...inHeadline(plan, head).map((draft) => asTold(draft, told, saysStatus(plan, head.title ?? '', draft))),
    ...ofTables.flatMap((table) => table.targets),
    ...told,
  ];
  found.push(...readQualitative(plan, found));
  return withAnswerable(found, tasks.duties, plan).sort(
    (a, b) => a.source.start - b.source.start || a.source.end - b.source.end,
  );
}

/** "Phấn đấu 95% hộ dân dùng nước sạch": what the headline of news says stands above the body. */
function inHeadline(plan: Plan, { form, title }: Pick<DocumentHeader, 'form' | 'title'>): TargetDraft[] {
  if (title === null || !ARTICLE.has(form)) return [];
  const { laid, outline } = plan;
  const first = plan.body[0]?.index ?? laid.blocks.length;
  const block = laid.blocks.findLast(({ index, text }) => index < first && text.replace(/\s+/gu, ' ').trim() === title);
  if (block === undefined) return [];
  const place: Place = {
    node: outline.root,
    role: 'other',
    from: 0,
    inherited: plan.inheritedAt(block.start, outline.root),
    frame: null,
    before: '',
    past: false,
    story: true,
    unaimed: false,
    next: false,
    status: DECLARES.test(title)
      ? 'result'
      : usualStatus(form, 'other', opensWithAims(plan, title) ? 'target' : 'result'),
  };
  return readTextTargets(plan, block, place).drafts;
}
/** "381 xã được công nhận đạt chuẩn": a headline with a subject tells, one without orders. */
const DECLARES = vi`(?<=\p{L}\s)(được|đã)`;

const saysStatus = ({ context }: Plan, title: string, { deadline }: TargetDraft): boolean =>
  DECLARES.test(title) ||
  (deadline?.basis === 'explicit' && deadline.type === 'by') ||
  statusSaid(context.knowledge, title, false) !== undefined;

/** The status of all of some figures; undefined where they differ, or there are none. */
const onlyStatus = ([first, ...others]: readonly TargetDraft[]): Status | undefined =>
  others.every(({ status }) => status === first?.status) ? first?.status : undefined;

/**
 * A headline leaves out by when, and whether it was reached: what the article says of the same figure holds for it.
 *
 * @param saysItself the headline tells whether its figures were reached
 */
function asTold(headline: TargetDraft, told: readonly TargetDraft[], saysItself: boolean): TargetDraft {
  const { quantity } = headline;
  if (quantity === null) return headline;
  const alike = told.filter(
    (other) =>
      other.quantity?.value === quantity.value &&
      other.quantity.valueMax === quantity.valueMax &&
      other.quantity.unit === quantity.unit,
  );
  // A headline that says nothing itself is as all of its article.
  const as = (saysItself ? undefined : (onlyStatus(alike) ?? onlyStatus(told))) ?? headline.status;
  const draft = as === 'result' ? reported(headline) : { ...headline, status: as };
  const { deadline, status } = draft;
  if (status === 'result' || (deadline !== null && deadline.basis !== 'plan-period')) return draft;
  const same = alike.filter((other) => other.status === status);
  const [first] = same;
  if (
    first?.deadline == null ||
    first.deadline.basis === 'plan-period' ||
    same.some((other) => other.deadline?.end !== first.deadline?.end)
  )
    return draft;
  return { ...draft, deadline: { ...first.deadline, basis: 'inherited' } };
}

/** A figure that was reached is due at no time but one that is written at it. */
const reported = (draft: TargetDraft): TargetDraft => ({
  ...draft,
  status: 'result',
  deadline: draft.deadline?.basis === 'explicit' ? draft.deadline : null,
});

const ARTICLE: ReadonlySet<Form> = new Set(['news', 'other']);

/** Block by block; paragraphs of an article go on with what the one before them did: report, or aim. */
function inText(
  plan: Plan,
  { form, title }: Pick<DocumentHeader, 'form' | 'title'>,
  facts: ReadonlyMap<number, RowFacts>,
): TargetDraft[] {
  const drafts: TargetDraft[] = [];
  let frame: Deadline | null = null;
  let words = '';
  let past = false;
  let before: Status = opensWithAims(plan, title) ? 'target' : 'result';
  for (const block of plan.body) {
    const row = facts.get(block.index);
    const node = plan.outline.nodeOf.get(block.index);
    if (node === undefined || block.kind === 'footnote' || (block.cell !== undefined && row === undefined)) continue;
    const place = placeOf(plan, block, node, form, row, before);
    const goesOn = node.kind === 'root' && ARTICLE.has(form);
    // A first line that no header took for its title.
    const heads = title === null && goesOn && block === plan.body[0] && !/[.;:]\s*$/u.test(block.text);
    const found = readTextTargets(plan, block, {
      ...place,
      status: row?.states ? 'target' : heads && DECLARES.test(block.text) ? 'result' : place.status,
      frame: goesOn && !row?.states ? frame : null,
      before: goesOn ? words : '',
      past: goesOn && past,
    });
    words = found.drafts.length === 0 ? block.text : '';
    if (node.kind === 'root' && !heads) before = found.status;
    if (!row?.states) frame = goesOn ? found.frame : null;
    past = found.past;
    const whole = sourceAt(plan.laid, block.start, block.end);
    drafts.push(...(row?.states ? found.drafts.map((draft) => ({ ...draft, source: whole })) : found.drafts));
  }
  return drafts;
}

/** Whether the title or the beginning of a text speaks of what is planned: what news tell otherwise was reached. */
function opensWithAims(plan: Plan, title: string | null): boolean {
  const { PLANNED, LOOKS_BACK } = patternsOf(plan.context.knowledge);
  if (title !== null && PLANNED.test(title) && !LOOKS_BACK.test(title)) return true;
  return plan.body.slice(0, OPENING_BLOCKS).some(({ text }) => PLANNED.test(text.slice(0, 600)));
}
const OPENING_BLOCKS = 3;
/** Titles of texts that report on a plan. */
const patternsOf = built(['issueWords', 'documentKinds', 'verbs'], (tables) => {
  return {
    LOOKS_BACK: vi`${viMeaning(tables.issueWords, 'looks-back')}|nhìn lại|đạt|đã|sau (một|hai|ba|\d+) năm`,
    PLANNED: vi`(${viWords(tables.documentKinds.filter(({ plans }) => plans))}|${viMeaning(tables.issueWords, 'aims')}|${verbs(tables).AIMS_ALWAYS}|sẽ|giao)`,
  };
});

function placeOf(
  plan: Plan,
  block: LaidBlock,
  node: OutlineNode,
  form: Form,
  row: RowFacts | undefined,
  before: Status,
): Omit<Place, 'frame' | 'before' | 'past'> {
  const role = plan.roleAt(block.start, node);
  // What a text without a label begins with is said in its first sentence: "Theo đó, mục tiêu đến năm 2030, phấn đấu: …".
  const labelled = block.start === node.start && node.kind !== 'root';
  const start = labelled ? textStart(plan, block, node) : block.start;
  return {
    node,
    role,
    from: Math.max(0, Math.min(block.text.length, start - block.start)),
    ...(row === undefined ? {} : { row }),
    inherited: plan.inheritedAt(start, node),
    story: node.kind === 'root' && TOLD.has(form),
    // Where no heading says that aims follow, the items of a list may be the aims themselves.
    unaimed: role === 'other' && block.start < aimsStart(plan) && !(isBullet(node) && aimsStart(plan) === NOWHERE),
    next: form === 'report' && role === 'tasks',
    status: usualStatus(form, role, isOfStory(node, form) ? before : 'target'),
  };
}

const AIMS_START = new WeakMap<Plan, number>();
const NOWHERE = Number.POSITIVE_INFINITY;

/** Where the first section begins that sets aims or tasks; `NOWHERE` without one. */
function aimsStart(plan: Plan): number {
  const known = AIMS_START.get(plan);
  if (known !== undefined) return known;
  const start = plan.outline.nodes.find((node) => SETS.has(plan.roleAt(node.start, node)))?.start ?? NOWHERE;
  AIMS_START.set(plan, start);
  return start;
}
const SETS: ReadonlySet<Place['role']> = new Set(['aims', 'objectives', 'indicators', 'tasks', 'implementation']);

/** Whether a place goes on with the story before it: not in a section, but that bullets of an article go on even there. */
function isOfStory(node: OutlineNode, form: Form): boolean {
  if (node.kind === 'root') return true;
  return isBullet(node) && (ARTICLE.has(form) || (node.parent !== null && isOfStory(node.parent, form)));
}

/** What a figure of a section is unless its sentence says otherwise. */
function usualStatus(form: Form, role: Place['role'], before: Status): Status {
  if (role === 'situation') return 'result';
  if (role === 'indicators' || role === 'objectives') return 'target';
  if (form === 'report') return role === 'tasks' ? 'target' : 'result';
  return TOLD.has(form) ? before : 'target';
}
/** Texts that tell what was reached and what is aimed at in turn. */
const TOLD: ReadonlySet<Form> = new Set(['news', 'directive', 'official-dispatch', 'notice', 'other']);

/** Where the text of a labelled block begins; "(10) Số giường bệnh trên vạn dân: 30 giường" begins with its measure. */
function textStart(plan: Plan, block: LaidBlock, node: OutlineNode): number {
  const start = runInStart(node);
  const first = ofKind(plan.mentionsOf(block), 'quantity').find((m) => block.start + m.start >= start);
  if (first === undefined || start === node.bodyStart) return start;
  const alone =
    /^\s*(?:(?:đạt|là|khoảng)\s+)?$/iu.test(block.text.slice(start - block.start, first.start)) &&
    /^\s*(?:[.;,(]|$)/u.test(block.text.slice(first.end));
  return alone ? node.bodyStart : start;
}

/** Where the text of a labelled block begins: after a run-in heading that names a section, else after the label. */
function runInStart(node: OutlineNode): number {
  const title = titleOf(node);
  // A heading that fills its line may hold a figure itself: an item that just lacks its full stop.
  const block = node.blocks[0];
  const bullet = isBullet(node) && !/[+•]\s*$/u.test(block?.text.slice(0, title.bodyStart - block.start) ?? '');
  const runsIn = title.heading && !bullet && title.bodyStart < (block?.end ?? 0);
  return runsIn ? title.bodyStart : node.bodyStart;
}
