import { sentences } from '../../language/sentences.ts';
import { toAgency } from '../document/agencies.ts';
import type { TaskDraft } from '../document/drafts.ts';
import type { OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { OF_DUTY_ELSEWHERE } from '../record/confidence.ts';
import { type Facet, facetOf } from './list-facets.ts';

interface Told {
  readonly facet: Facet;
  readonly start: number;
  readonly end: number;
}

/**
 * The task of an item that tells all of it under labels of its own: "Cơ quan chủ trì: Sở Y tế. Nội dung: lập hồ sơ sức khỏe. Thời gian:
 * quý III/2026."
 *
 * @returns undefined where it does not say both who leads and what is to be done so
 */
export function taskOfItem(plan: Plan, node: OutlineNode, block: LaidBlock, from: number): TaskDraft | undefined {
  const told = toldIn(plan, block, from);
  const all = (facet: Facet): Told[] => told.filter((one) => one.facet === facet);
  const [what, when, product] = [all('content')[0], all('time')[0], all('product')[0]];
  const named = (role: 'lead' | 'cooperate') =>
    all(role).flatMap(({ start, end }) =>
      ofKind(plan.mentionsOf(block), 'agency')
        .filter((m) => m.start >= start && m.end <= end)
        .map((m) => toAgency(plan, block, m, role, 'explicit')),
    );
  const leads = named('lead');
  if (what === undefined || leads.length === 0) return undefined;
  const text = wordsOf(block, what);
  return {
    number: node.components.slice(1).join('.') || null,
    group: node.components[0] ?? null,
    path: node.path || null,
    area: plan.areas.ofNode(node) ?? plan.areas.ofWords(text),
    text,
    product: product === undefined ? null : wordsOf(block, product).replace(/[.;]$/u, '') || null,
    leads,
    cooperating: named('cooperate'),
    deadline:
      ofKind(plan.mentionsOf(block), 'deadline').find(
        (m) => when !== undefined && m.start >= when.start && m.end <= when.end,
      )?.value ?? null,
    note: null,
    basis: 'section',
    source: sourceAt(plan.laid, block.start + from, block.end),
    confidence: OF_DUTY_ELSEWHERE,
  };
}

const wordsOf = (block: LaidBlock, { start, end }: Told): string =>
  block.text.slice(start, end).replace(/\s+/gu, ' ').trim();

/** What the sentences of an item tell under a label; one without goes on with the one before it. */
function toldIn(plan: Plan, block: LaidBlock, from: number): readonly Told[] {
  const told: Told[] = [];
  const clauses = sentences(block.text, from).flatMap(({ start, end }) => {
    const cuts = [...block.text.slice(start, end).matchAll(/;\s+/gu)].map((mark) => start + mark.index + 1);
    return [start, ...cuts].map((at, i) => ({ start: at, end: cuts[i] ?? end }));
  });
  for (const { start, end } of clauses) {
    const at = start + (/^\s*/u.exec(block.text.slice(start, end))?.[0].length ?? 0);
    const { facet, from: label } = facetOf(plan.context.knowledge, block.text.slice(at, end), false);
    const before = told.at(-1);
    if (facet !== null) told.push({ facet, start: at + label, end });
    else if (before !== undefined) told[told.length - 1] = { ...before, end };
  }
  return told;
}
