import type { ComparedDocument } from '../model/comparison.ts';
import type { Province } from '../model/record.ts';
import type { Standing } from './held.ts';
import type { PlanLinks } from './links.ts';
import { ownName } from './own-name.ts';
import type { Counted } from './plans.ts';

/** Whoever has no province is known by who issued it, else by the text. */
export function nameOf(header: Counted['header']): string {
  const { id, province, level, issuer } = header;
  const body = province === null || level !== 'province' ? issuer?.name : undefined;
  return [province?.name, body].filter(Boolean).join(', ') || ownName(header) || id;
}

/** What all figures of one plan have alike. */
export interface Side {
  readonly standing: Standing;
  readonly province: ComparedDocument['province'];
}

/** @param turn where it stands among the plans of its body */
export function sideOf(plan: Counted, base: boolean, turn: Standing['turn']): Side {
  const { id, province, level, issuer, issuedOn } = plan.header;
  const own = plan.formerly ?? province;
  // A province before and after 2025 is one owner; its departments are others.
  const name = level === 'province' ? own?.name : [own?.name, issuer?.name].filter(Boolean).join(', ');
  const standing: Standing = { base, owner: base ? 'base' : name || id, units: own?.set ?? null, issuedOn, turn };
  return { standing, province: territoryOf(province) };
}

/** What is written of a plan. */
export function documentOf({ header, formerly, others }: Counted, base: boolean, links: PlanLinks): ComparedDocument {
  const { id, issuer, level, form, number, title, issuedOn, period } = header;
  return {
    document: id,
    province: territoryOf(header.province),
    ...(formerly === undefined ? {} : { formerly: territoryOf(formerly) }),
    issuer: issuer?.name ?? null,
    level,
    form,
    number,
    title,
    issuedOn,
    period,
    base,
    others: [...others],
    ...some('replacedBy', idsOf(links.replaced, id, 'replaces')),
    ...some('amendedBy', idsOf(links.replaced, id, 'amends')),
    ...some(
      'reportsOn',
      links.reported.filter(({ from }) => from === id).map(({ to }) => to),
    ),
  };
}

const idsOf = (replaced: PlanLinks['replaced'], id: string, how: PlanLinks['replaced'][number]['kind']): string[] =>
  replaced.filter(({ to, kind }) => to === id && kind === how).map(({ from }) => from);

const some = <K extends string>(name: K, ids: string[]): { [name in K]?: string[] } =>
  ids.length === 0 ? {} : ({ [name]: ids } as { [name in K]: string[] });

const territoryOf = (province: Province | null): ComparedDocument['province'] =>
  province === null ? null : { code: province.code, name: province.name, set: province.set };
