import { type CoveredRanges, coverageOf } from '../../language/coverage.ts';
import { levelsOf } from '../../language/levels.ts';
import { vi } from '../../language/pattern.ts';
import { type Range, sentences } from '../../language/sentences.ts';
import type { TargetDraft } from '../document/drafts.ts';
import { itemsBehind } from '../document/inherited-deadlines.ts';
import type { OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';
import { OF_WORDS } from '../record/confidence.ts';

const PREFIX = /^(?:chỉ tiêu|mục tiêu)\s+\d+(?:\.\d+)*\s*[:.]\s*/iu;

/** One target for each labelled item of the objectives that holds no figure. */
export function readQualitative(plan: Plan, quantified: readonly TargetDraft[]): TargetDraft[] {
  // "Chỉ tiêu sử dụng đất: …" of a drawing is no aim in words.
  if (plan.matter === 'works') return [];
  const drafts: TargetDraft[] = [];
  const figures = coverageOf(quantified.map(({ source }) => source));
  for (const node of plan.outline.nodes) {
    const block = node.blocks[0];
    if (block === undefined || node.children.length > 0 || node.kind === 'appendix') continue;
    const role = plan.roleAt(node.start, node);
    if (role !== 'indicators' && !(role === 'objectives' && isAmongDatedAims(node, figures))) continue;
    if (figures.touches(node.start, node.end) || itemsBehind(plan.outline.nodes, node).length > 0) continue;
    if (isBesideIndicators(node)) continue;
    const title = titleOf(node);
    // "… các bệnh phổ biến như: tăng huyết áp, …": what the colon leads up to is but a list.
    const runsIn = title.heading && title.bodyStart < block.end && !LEADS_UP.test(title.text);
    let start = runsIn ? title.bodyStart : node.bodyStart;
    start += PREFIX.exec(plan.laid.text.slice(start, block.end))?.[0].length ?? 0;
    // A heading with its paragraphs below it: the first of them is the item.
    let source = block;
    const next = node.blocks[1];
    if (title.heading && title.bodyStart >= block.end) {
      if (next === undefined || next.cell !== undefined) {
        if (next !== undefined && NAMES_AIMS.test(title.text)) continue;
        if (title.text.split(/\s+/u).length < 8) continue;
        start = title.start;
      } else {
        source = next;
        start = next.start;
      }
    }
    const [first] = sentences(source.text, start - source.start);
    if (first === undefined || first.end - first.start < 20) continue;
    // What only announces the items behind it aims at nothing itself.
    if (/:\s*$/u.test(source.text.slice(first.start, first.end))) continue;
    const end =
      source.start + first.end - (/\s*[.;,:]$/u.exec(source.text.slice(first.start, first.end))?.[0].length ?? 0);
    const from = source.start + first.start;
    const words = plan.laid.text.slice(from, end);
    // "Chi thường xuyên: 7.040.025 triệu đồng": an amount that is spent is no aim, nor are its words.
    if (isAmount(plan, source, first)) continue;
    const stated = ofKind(plan.mentionsOf(source), 'deadline').find(
      (m) =>
        source.start + m.start >= from &&
        source.start + m.end <= end &&
        ['by', 'during', 'recurring'].includes(m.value.type),
    );
    drafts.push({
      kind: 'qualitative',
      status: 'target',
      path: node.path,
      area: plan.areas.ofNode(node) ?? plan.areas.ofWords(words),
      indicator: { text: words.replace(/\s+/gu, ' ') },
      quantity: null,
      direction: 'reach',
      baseline: null,
      condition: null,
      levels: levelsOf(plan.context.knowledge, words, '', plan.context.date),
      deadline: stated?.value ?? plan.inheritedAt(from, node),
      agencies: [],
      source: sourceAt(plan.laid, from, end),
      confidence: OF_WORDS,
    });
  }
  return drafts;
}

const LEADS_UP = vi`\s(như|gồm|bao gồm)$`;

/** "1. Mục tiêu" beside "2. Chỉ tiêu": the aims that the indicators are of, in general. */
function isBesideIndicators(node: OutlineNode): boolean {
  for (let at: OutlineNode | null = node; at !== null; at = at.parent) {
    if (!/^mục tiêu$/iu.test(titleOf(at).text)) continue;
    return at.parent?.children.some((beside) => NAMES_INDICATORS.test(titleOf(beside).text)) ?? false;
  }
  return false;
}
const NAMES_INDICATORS = vi`^(các|một số)? chỉ tiêu(?!\p{L})`;

/** "2. Mục tiêu đến năm 2030" over items most of which set figures, or half of them and several: those without one are aims like them. */
function isAmongDatedAims(node: OutlineNode, figures: CoveredRanges): boolean {
  const { parent } = node;
  if (parent === null || parent.kind === 'root' || !NAMES_TIME.test(titleOf(parent).text)) return false;
  const beside = parent.children.filter(({ kind }) => kind === node.kind);
  const set = beside.filter(({ start, end }) => figures.touches(start, end));
  return set.length >= LEAST_SET && set.length * 2 >= beside.length;
}
const NAMES_TIME = vi`^mục tiêu (cụ thể)? (đến|tới|trong|giai đoạn|năm|vào)(?!\p{L})[^;:]{0,30}20\d\d`;
const LEAST_SET = 2;

/** "Chỉ tiêu năm 2026 của các phòng" over a table names it, and aims at nothing itself. */
const NAMES_AIMS = vi`^chỉ tiêu(?!\p{L})`;

/** Whether nothing but a figure and its unit stands there. */
const isAmount = (plan: Plan, block: LaidBlock, { start, end }: Range): boolean =>
  ofKind(plan.mentionsOf(block), 'quantity').some(
    (m) => m.start >= start && m.end <= end && m.end - m.start >= MOST * (end - start),
  );
const MOST = 0.8;
