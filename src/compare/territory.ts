import type { Knowledge } from '../knowledge/knowledge.ts';
import { MERGER, successorOf } from '../knowledge/provinces.ts';
import type { ComparisonWarning } from '../model/comparison.ts';
import type { ComparedPlan, Counted } from './plans.ts';

/** The plan under the province that its land belongs to since 1 July 2025. */
export function underSuccessor(knowledge: Knowledge, plan: ComparedPlan): ComparedPlan {
  const { province } = plan.header;
  if (province === null || province.set === 34) return plan;
  const after = successorOf(knowledge, province.code);
  if (after === undefined) return plan;
  const { code, iso, name, set } = after;
  return { ...plan, header: { ...plan.header, province: { ...province, code, iso, name, set } }, formerly: province };
}

/** Provinces that were formed of several, where figures from before and after stand beside each other. */
export function mergedProvinces(
  { provinces: { units, formedFrom } }: Knowledge,
  plans: readonly Counted[],
): ComparisonWarning[] {
  const nameOf = (set: number, code: string): string =>
    units.find((unit) => unit.set === set && unit.code === code)?.name ?? code;
  const before = new Map<string, string>();
  const after = new Set<string>();
  const together = new Set<string>();
  for (const { header, formerly } of plans) {
    const own = formerly ?? header.province;
    if (own?.set === 63) before.set(own.code, own.name);
    else if (own !== null) after.add(own.code);
    if (formerly !== undefined) together.add(formerly.code);
  }
  return [...formedFrom].flatMap(([code, parts]) => {
    const formerly = parts.flatMap((part) => before.get(part) ?? []);
    if (formerly.length === 0 || !(after.has(code) || parts.some((part) => together.has(part)))) return [];
    const province = nameOf(34, code);
    const names = parts.map((part) => nameOf(63, part));
    const message =
      `${province} since 1 July 2025 is ${listed(names)} together: figures of ${listed(formerly)} before that day ` +
      `are of ${formerly.length > 1 ? 'parts' : 'a part'} of it.`;
    return [{ code: 'territory-changed', message, about: { province, formedFrom: names, formerly } }];
  });
}

/** Districts ended on the same day. */
export function endedLevels(plans: readonly Counted[]): ComparisonWarning[] {
  return plans.flatMap(({ header, targets }) => {
    const late = targets.filter(
      ({ levels, deadline }) => levels.includes('district') && (deadline?.end ?? header.period?.end ?? '') >= MERGER,
    ).length;
    if (late === 0) return [];
    const message = `${header.id}: ${late} of its targets ${late === 1 ? 'is' : 'are'} for districts and due after they ended on 1 July 2025.`;
    return [{ code: 'level-ended', message, about: { document: header.id, targets: late } }];
  });
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
