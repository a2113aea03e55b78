import { type IndicatorMatch, indicatorCode } from '../catalogue/indicator-code.ts';
import type { Context } from '../knowledge/context.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { SectionRole } from '../knowledge/word-tables.ts';
import { readLabel } from '../language/labels.ts';
import type { ReadResult } from '../model/block.ts';
import type { Pipeline } from '../model/pipeline.ts';
import {
  type DocumentHeader,
  type PlanRecord,
  SCHEMA_VERSION,
  type Section,
  type Target,
  type Task,
  type Warning,
} from '../model/record.ts';
import type { Told } from '../model/told.ts';
import { readLinks } from './citations/links.ts';
import { readReferences } from './citations/references.ts';
import { areaFinder, headingsOver } from './document/areas.ts';
import { choosePipeline } from './document/choose-pipeline.ts';
import type { RowFacts, TargetDraft, TaskDraft } from './document/drafts.ts';
import { scopeFinder } from './document/inherited-deadlines.ts';
import { isBullet, type OutlineNode, readOutline } from './document/outline.ts';
import { mentionsOnce, ofKind, type Plan } from './document/plan.ts';
import { readLeadIns, roleFinder } from './document/section-roles.ts';
import { blockAt, type LaidBlock, layOut } from './document/text.ts';
import { titleOf } from './document/titles.ts';
import { readHeader } from './header/header.ts';
import { documentId, targetKeys, taskKeys } from './record/keys.ts';
import { readWarnings } from './review/warnings.ts';
import { type Status, statusOf } from './statements/status.ts';
import { readTables } from './tables/grid.ts';
import { withAnswerable } from './targets/answerable-agencies.ts';
import { readTableTargets } from './targets/of-tables.ts';
import { type Place, readTextTargets } from './targets/of-text.ts';
import { withWholes } from './targets/parts-of-wholes.ts';
import { readQualitative } from './targets/without-figure.ts';
import { readDuties } from './tasks/duty-sections.ts';
import { readDutiesElsewhere } from './tasks/duty-sentences.ts';
import { readListedTasks } from './tasks/of-lists.ts';
import { readTableTasks } from './tasks/of-tables.ts';

export interface Origin {
  readonly uri: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly told?: Told;
}

export interface Choice {
  readonly knowledge: Knowledge;
  readonly pipelines: readonly Pipeline[];
  /** Name of one of them, or `auto`. */
  readonly pipeline: string;
}

export interface Extraction {
  readonly record: PlanRecord;
  /** The text into which its offsets point. */
  readonly text: string;
  readonly plan: Plan;
  readonly roleAt: (offset: number, node: OutlineNode) => SectionRole;
}

/** Blocks to a record. */
export function extractRecord(read: ReadResult, origin: Origin, choice: Choice): Extraction {
  const laid = layOut(read.blocks);
  const { headerEnd, signature, ...head } = readHeader(laid, {
    knowledge: choice.knowledge,
    ...(origin.told === undefined ? {} : { told: origin.told }),
    ...(read.title === undefined ? {} : { title: read.title }),
  });
  const own = laid.blocks.filter((block) => block.furniture === undefined);
  const pipeline =
    choice.pipeline === 'auto'
      ? choosePipeline(choice.pipelines, head.title, own.map((block) => block.text).join('\n'))
      : choice.pipelines.find((candidate) => candidate.name === choice.pipeline);
  if (pipeline === undefined) throw new Error(`no pipeline "${choice.pipeline}", and none called general`);

  // An appendix that is a file of its own begins with its label, which belongs to the outline.
  const appendix = laid.blocks.findIndex((block) => readLabel(block.text)?.kind === 'appendix');
  const bodyStart = appendix < 0 ? headerEnd : Math.min(headerEnd, appendix);
  const body = own.filter(
    (block) =>
      block.index >= bodyStart && (signature === null || block.index < signature.start || block.index >= signature.end),
  );
  const context: Context = {
    knowledge: choice.knowledge,
    year: Number((head.period?.start ?? head.issuedOn)?.slice(0, 4) ?? Number.NaN) || null,
    date: head.issuedOn,
    singleYear:
      head.period?.start != null &&
      head.period.end != null &&
      head.period.start.slice(0, 4) === head.period.end.slice(0, 4),
  };
  const outline = readOutline(laid, body);
  const plan: Plan = { laid, body, outline, context, pipeline, mentionsOf: mentionsOnce(context) };
  const areas = areaFinder(pipeline, headingsOver(body, outline));
  const leadIns = readLeadIns(choice.knowledge, body, outline);
  const roleAt = roleFinder(choice.knowledge, leadIns);
  const scopeAt = scopeFinder(plan, leadIns);
  const period = periodDeadline(head.period);
  const inheritedAt = (offset: number, node: OutlineNode): Place['inherited'] => scopeAt(offset, node) ?? period;
  const nodeAt = (offset: number): OutlineNode =>
    outline.nodeOf.get(blockAt(laid, offset)?.index ?? -1) ?? outline.root;

  const tables = readTables(body, outline);
  const inTables = tables.filter((table) => table.kind === 'task').map((table) => readTableTasks(plan, table, areas));
  const ofTargets = tables
    .filter((table) => table.kind === 'target')
    .map((table) => readTableTargets(plan, table, areas, inheritedAt(table.start, table.node)));
  const facts = new Map<number, RowFacts>([...inTables, ...ofTargets].flatMap((table) => [...table.facts]));
  const listed = readListedTasks(plan, areas);
  const duties = readDuties(plan, areas, listed.told);
  const shared: TaskDraft[] = [
    ...inTables.flatMap((table) => table.tasks),
    ...listed.tasks,
    ...duties.map((duty) => duty.task),
  ];
  const tasks = [...shared, ...readDutiesElsewhere(plan, roleAt, areas, shared, listed.told)];

  const inText: TargetDraft[] = [];
  // Paragraphs of an article go on with what the one before them did: report, or aim.
  const article = head.form === 'news' || head.form === 'other';
  let told: Status = 'target';
  for (const block of body) {
    const row = facts.get(block.index);
    const node = outline.nodeOf.get(block.index);
    if (node === undefined || block.kind === 'footnote' || (block.cell !== undefined && row === undefined)) continue;
    const role = roleAt(block.start, node);
    const place: Place = {
      node,
      role,
      from:
        block.start === node.start
          ? Math.max(0, Math.min(block.text.length, textStart(plan, block, node) - block.start))
          : 0,
      ...(row === undefined ? {} : { row }),
      inherited: inheritedAt(block.start, node),
      status:
        role === 'situation' ||
        (head.form === 'report' && role !== 'indicators' && role !== 'objectives' && role !== 'tasks')
          ? 'result'
          : article && node.kind === 'root'
            ? told
            : 'target',
    };
    const drafts = readTextTargets(plan, block, place, areas);
    if (node.kind === 'root') told = drafts.at(-1)?.status ?? statusOf(block.text, told, false);
    inText.push(...drafts);
  }
  const found = [...ofTargets.flatMap((table) => table.targets), ...withWholes(plan, inText)];
  found.push(...readQualitative(plan, roleAt, inheritedAt, areas, found));
  const targets = withAnswerable(found, duties, nodeAt).sort(
    (a, b) => a.source.start - b.source.start || a.source.end - b.source.end,
  );
  tasks.sort((a, b) => a.source.start - b.source.start);

  const id = documentId(head, origin.uri, origin.sha256);
  const references = readReferences(plan, own, head.number);
  const header: DocumentHeader = {
    id,
    sha256: origin.sha256,
    source: { uri: origin.uri, mediaType: read.mediaType, bytes: origin.bytes, pages: read.pages },
    ...head,
    topic: pipeline.topic,
    ...readLinks(plan, own, head, references),
  };
  const keysOfTargets = targetKeys(head, targets);
  const keysOfTasks = taskKeys(head, tasks);
  const record: PlanRecord = {
    schemaVersion: SCHEMA_VERSION,
    document: header,
    sections: outline.nodes.map((node) => section(node, areas.ofNode(node))),
    targets: targets.map(
      (target, i): Target => ({
        ...target,
        id: `${id}#t${i + 1}`,
        key: keysOfTargets[i] ?? '',
        indicator: { ...target.indicator, ...coded(indicatorCode(pipeline, target)) },
      }),
    ),
    tasks: tasks.map((task, i): Task => ({ ...task, id: `${id}#k${i + 1}`, key: keysOfTasks[i] ?? '' })),
    references,
    warnings: [...issueWarnings(read), ...formWarnings(header), ...readWarnings(plan, targets, tasks, duties, roleAt)],
    pipeline: { name: pipeline.name, version: pipeline.version },
  };
  return { record, text: laid.text, plan, roleAt };
}

const coded = (match: IndicatorMatch | null): Omit<Target['indicator'], 'text'> =>
  match === null ? { code: null } : { code: match.code, match: { words: [...match.words], sure: match.sure } };

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
  const runsIn = title.heading && !isBullet(node) && title.bodyStart < (node.blocks[0]?.end ?? 0);
  return runsIn ? title.bodyStart : node.bodyStart;
}

function section(node: OutlineNode, area: string | null): Section {
  return {
    path: node.path,
    label: node.label,
    title: shortTitle(
      titleOf(node).text || (node.blocks.find((block, i) => i > 0 && block.cell === undefined)?.text ?? ''),
    ),
    area,
    start: node.start,
    end: node.end,
  };
}

/** Longest title of a section, in UTF-16 units: an item's first sentence may be a paragraph. */
const LONGEST_TITLE = 200;

function shortTitle(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, line.lastIndexOf(' ', LONGEST_TITLE))}…`;
}

function periodDeadline(period: DocumentHeader['period']): Place['inherited'] {
  if (period === null || (period.start === null && period.end === null)) return null;
  const [from, to] = [period.start?.slice(0, 4), period.end?.slice(0, 4)];
  const text = from === to ? `năm ${from}` : `giai đoạn ${from ?? '…'} - ${to ?? '…'}`;
  return {
    text,
    type: 'during',
    start: period.start,
    end: period.end,
    rrule: null,
    planYearOffset: 0,
    exclusive: false,
    basis: 'plan-period',
  };
}

const issueWarnings = (read: ReadResult): Warning[] =>
  read.issues.map(({ code, message, page }) => ({
    code,
    message: page === undefined ? message : `Page ${page}: ${message}`,
  }));

function formWarnings(header: DocumentHeader): Warning[] {
  const warnings: Warning[] = [];
  if (header.form === 'other')
    warnings.push({
      code: 'no-plan',
      message:
        'Neither title nor text says that this is a plan, or reports on one; look before you use what was found in it.',
    });
  if (header.province === null && header.level !== 'central')
    warnings.push({
      code: 'province-unknown',
      message: 'The text names no province as its own; tell it with a manifest (--manifest).',
    });
  return warnings;
}
