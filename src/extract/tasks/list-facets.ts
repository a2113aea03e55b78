import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { ColumnRole } from '../../knowledge/word-tables.ts';
import { vi, viPart, viWords } from '../../language/pattern.ts';
import type { OutlineNode } from '../document/outline.ts';
import type { LaidBlock } from '../document/text.ts';

/** What an item or a paragraph tells of a task that is written down as a list, in the words of a column of a table. */
export type Facet = ColumnRole;

const FACETS: readonly Facet[] = ['lead', 'cooperate', 'time', 'product', 'funding', 'other', 'content'];

const patternsOf = built(['columns'], ({ columns }) => {
  const opening = columns.filter(({ part }) => part === 'opens');
  const anyWho = viWords(columns.filter(({ part }) => part === 'who'));
  const who = viPart`(các)? ${anyWho}(\s*[,/]\s*${anyWho})?`;
  const does = viWords(columns.filter(({ part }) => part === 'does'));
  const openers = (role: Facet) => viWords(opening.filter(({ holds = 'other' }) => holds === role));
  const more = viPart`((\s*[,/]\s*|\s+và\s+|\s+)(${viWords(opening)}|${does}|${viWords(columns.filter(({ part }) => part === 'follows'))}|\d{1,2}))*`;
  const lead = openers('lead');
  return {
    // One pattern for all labels: of two that fit, the first counts. "Cơ quan chủ trì, phối hợp" is who leads.
    label: vi`^((?<lead>${who}\s+(${lead}|${does})|${lead})|(?<cooperate>${who}? ${openers('cooperate')})|(tên|dự kiến)? ((?<time>${openers('time')})|(?<product>${openers('product')})|(?<funding>${openers('funding')})|(?<other>${openers('other')})|(?<content>${openers('content')})))${more}$`,
    headsNames: vi`^(${who}|${viWords(columns.filter(({ holds, decides }) => holds === 'lead' && decides))})`,
  };
});

/** A part of a section: a paragraph, or an item with all that stands under it. */
export interface ListPart {
  readonly node: OutlineNode | null;
  readonly blocks: readonly LaidBlock[];
  readonly start: number;
  readonly end: number;
  readonly facet: Facet | null;
  /** Where what it tells begins, in its first block. */
  readonly from: number;
}

/** The paragraphs and the items of a section, in order of place. */
export function listPartsOf(knowledge: Knowledge, under: OutlineNode): ListPart[] {
  const own = under.kind === 'root' ? under.blocks : under.blocks.slice(1);
  const paragraphs = own
    .filter((block) => block.cell === undefined && block.kind !== 'footnote')
    .map(
      (block): ListPart => ({
        node: null,
        blocks: [block],
        start: block.start,
        end: block.end,
        ...facetOf(knowledge, block.text, false),
      }),
    );
  const items = under.children.map((child) => listPartOf(knowledge, child, under));
  return [...paragraphs, ...items].sort((a, b) => a.start - b.start);
}

/** An item as a part of the section that it stands in; by itself a section is no part. */
export function listPartOf(knowledge: Knowledge, node: OutlineNode, within: OutlineNode | null): ListPart {
  const first = node.blocks[0];
  const place = { node, start: node.start, end: node.end };
  if (first === undefined || node === within) return { ...place, blocks: [], facet: null, from: 0 };
  const at = node.bodyStart - first.start;
  const heads = node.blocks.length > 1 || node.children.length > 0;
  const text = first.text.slice(at);
  // Sections below a heading make it one of a section, with a colon at its end too: "2. Phân công nhiệm vụ:" above "2.1. Sở Y tế", "a) …".
  const sections = node.children.some(({ children, blocks }) => children.length > 0 || blocks.length > 1);
  const { facet, from } = facetOf(knowledge, sections ? text.replace(/[:：]\s*$/u, '') : text, heads);
  return { ...place, blocks: facet === null ? [first] : allBlocks(node), facet, from: from + at };
}

const allBlocks = (node: OutlineNode): LaidBlock[] => [
  ...node.blocks.filter((block) => block.cell === undefined && block.kind !== 'footnote'),
  ...node.children.flatMap(allBlocks),
];

/** The facet that the words before a colon name; of a heading over more, all its words. */
export function facetOf(
  knowledge: Knowledge,
  text: string,
  heads: boolean,
): { readonly facet: Facet | null; readonly from: number } {
  const colon = text.slice(0, 90).search(/[:：]/u);
  const name = (colon < 0 ? text : text.slice(0, colon)).trim().replace(/\.$/u, '');
  if (colon < 0 && (!heads || name.length > 60)) return { facet: null, from: 0 };
  const { label, headsNames } = patternsOf(knowledge);
  const named = Object.entries(label.exec(name)?.groups ?? {}).find(([, words]) => words !== undefined)?.[0];
  const facet = FACETS.find((role) => role === named) ?? null;
  // "III. PHÂN CÔNG NHIỆM VỤ", "IV. THỜI GIAN" head sections of their own; "Cơ quan chủ trì" stands above the names.
  if (colon < 0 && facet !== 'content' && !headsNames.test(name)) return { facet: null, from: 0 };
  const after = colon < 0 ? text.length : colon + 1;
  return { facet, from: after + (/^\s*/u.exec(text.slice(after))?.[0].length ?? 0) };
}
