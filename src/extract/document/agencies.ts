import type { MentionOf } from '../../model/mention.ts';
import type { Agency } from '../../model/record.ts';
import { readAgencyList } from '../mentions/agencies/list.ts';
import { ofKind, type Plan } from './plan.ts';
import { type LaidBlock, sourceAt } from './text.ts';

/** The agencies of a cell; wording in the cell ("phối hợp:", "chủ trì, phối hợp với …") goes before the column's role. */
export function agenciesIn(plan: Plan, cell: LaidBlock | undefined, role: Agency['role'], header = ''): Agency[] {
  if (cell === undefined || cell.text === '') return [];
  const spoken = /phối\s+hợp\s+(?:với|cùng)(?!\p{L})/iu.test(cell.text);
  const found = namedIn(plan, cell, 0, role, spoken);
  // "Chủ trì/phối hợp" above "Sở A/ Sở B, Sở C": the stroke parts them as it does in the header.
  const stroke = /chủ\s+trì\s*\/.*phối\s+hợp/iu.test(header) ? cell.text.indexOf('/') : -1;
  return stroke < 0 || found.some((agency) => agency.role === 'cooperate')
    ? found
    : found.map((agency) => (agency.source.start > cell.start + stroke ? { ...agency, role: 'cooperate' } : agency));
}

/**
 * The agencies of a text that names who leads, or who helps, from an offset on.
 *
 * @param spoken verbs part the ones from the others, so that it is read as running text; else it holds nothing but names
 */
export function namedIn(plan: Plan, block: LaidBlock, at: number, role: Agency['role'], spoken: boolean): Agency[] {
  const text = block.text.slice(at);
  const mentions = spoken
    ? ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= at)
    : readAgencyList(text, plan.context).map((m) => ({ ...m, start: m.start + at, end: m.end + at }));
  const partner = mentions.findIndex((m) => m.value.role === 'cooperate');
  return mentions.map((mention, i) => {
    const helps = spoken && mention.value.role !== 'lead' && partner >= 0 && i >= partner;
    return toAgency(plan, block, mention, helps ? 'cooperate' : (mention.value.role ?? role), 'explicit');
  });
}

/** The agency of the record that a mention in a block names. */
export function toAgency(
  plan: Plan,
  block: LaidBlock,
  mention: MentionOf<'agency'>,
  role: Agency['role'],
  basis: Agency['basis'],
): Agency {
  const { code, name, text, openEnded } = mention.value;
  return {
    role,
    code,
    name,
    text,
    basis,
    ...(openEnded === undefined ? {} : { openEnded }),
    source: sourceAt(plan.laid, block.start + mention.start, block.start + mention.end),
  };
}
