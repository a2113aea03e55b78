import { codeAmong, type IndicatorMatch } from '../../catalogue/indicator-code.ts';
import type { ReadResult } from '../../model/block.ts';
import type { Declared } from '../../model/declared.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import {
  type DocumentHeader,
  type PlanRecord,
  SCHEMA_VERSION,
  type Section,
  type Target,
  type Task,
} from '../../model/record.ts';
import type { TargetDraft, TaskDraft } from '../document/drafts.ts';
import type { OutlineNode } from '../document/outline.ts';
import type { Plan } from '../document/plan.ts';
import { titleOf } from '../document/titles.ts';
import { isDamaged, ofFigure } from './confidence.ts';
import { readCoverage } from './coverage.ts';
import { documentId, targetKeys, taskKeys } from './keys.ts';

/** Where a document came from. */
export interface Origin {
  readonly uri: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly declared?: Declared;
}

/** What a header says of its document, before the document has an id. */
export type HeaderFacts = Pick<
  DocumentHeader,
  'form' | 'number' | 'title' | 'issuer' | 'province' | 'level' | 'issuedOn' | 'period' | 'signers'
>;

/** All that was read, in the order of the document. */
export interface Findings {
  readonly head: HeaderFacts;
  readonly links: Pick<DocumentHeader, 'replaces' | 'reportsOn'>;
  readonly targets: readonly TargetDraft[];
  readonly tasks: readonly TaskDraft[];
  readonly references: PlanRecord['references'];
  readonly warnings: PlanRecord['warnings'];
}

/**
 * The record: findings with their ids, keys and codes.
 *
 * @param pipelines whose catalogues are looked up behind that of the plan's own
 */
export function recordOf(
  read: ReadResult,
  origin: Origin,
  plan: Plan,
  findings: Findings,
  pipelines: readonly Pipeline[],
): PlanRecord {
  const { knowledge } = plan.context;
  const { recognised } = read;
  const damaged = isDamaged(read.issues);
  const { head, links, targets, tasks, references, warnings } = findings;
  const id = documentId(head, origin.uri, origin.sha256);
  const keysOfTargets = targetKeys(head, targets);
  const keysOfTasks = taskKeys(head, tasks);
  const catalogues = [plan.pipeline, ...pipelines.filter((one) => one !== plan.pipeline)];
  return {
    schemaVersion: SCHEMA_VERSION,
    document: {
      id,
      sha256: origin.sha256,
      source: {
        ...{ uri: origin.uri, mediaType: read.mediaType, bytes: origin.bytes, pages: read.pages },
        ...(recognised === undefined ? {} : { recognised: { ...recognised, pages: [...recognised.pages] } }),
      },
      ...head,
      topic: plan.pipeline.topic,
      ...links,
    },
    sections: plan.outline.nodes.map((node) => section(node, plan.areas.ofNode(node))),
    targets: targets.map(({ worth = 1, ofPart = false, ...target }, i): Target => {
      const match = coded(ofPart ? null : codeAmong(knowledge, catalogues, target));
      const part = ofPart ? { part: true as const } : {};
      const indicator = { ...target.indicator, under: [...(target.indicator.under ?? [])], ...match, ...part };
      const told = target.confidence ?? ofFigure(knowledge, { ...target, indicator }, damaged);
      const confidence = Math.round(told * worth * 100) / 100;
      return { ...target, id: `${id}#t${i + 1}`, key: keysOfTargets[i] ?? '', indicator, confidence };
    }),
    tasks: tasks.map((task, i): Task => ({ ...task, id: `${id}#k${i + 1}`, key: keysOfTasks[i] ?? '' })),
    references,
    warnings,
    coverage: readCoverage(read),
    pipeline: { name: plan.pipeline.name, version: plan.pipeline.version },
  };
}

const coded = (match: IndicatorMatch | null): Omit<Target['indicator'], 'text'> =>
  match === null ? { code: null } : { code: match.code, match: { words: [...match.words], sure: match.sure } };

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
