import { loadProvinces, MERGER, successorOf } from '../knowledge/provinces.ts';
import type { Comparison } from '../model/comparison.ts';
import type { Province } from '../model/record.ts';
import type { ComparedPlan, Counted } from './plans.ts';

/** The plan under the province that its land belongs to since 1 July 2025. */
export function underSuccessor(plan: ComparedPlan): ComparedPlan {
  const { province } = plan.header;
  if (province === null || province.set === 34) return plan;
  const after = successorOf(province.code);
  if (after === undefined) return plan;
  const { code, iso, name, set } = after;
  return { ...plan, header: { ...plan.header, province: { ...province, code, iso, name, set } }, formerly: province };
}

/** What a reader must know before holding figures from before and after 1 July 2025 against each other. */
export function territoryWarnings(plans: readonly Counted[]): Comparison['warnings'] {
  return [...mergedProvinces(plans), ...endedLevels(plans)];
}

function mergedProvinces(plans: readonly Counted[]): Comparison['warnings'] {
  const { units, formedFrom } = loadProvinces();
  const warnings: { code: string; message: string }[] = [];
  for (const [code, parts] of formedFrom) {
    const now = units.find((unit) => unit.set === 34 && unit.code === code);
    const before = plans.flatMap((plan) => partOf(plan, parts));
    const after = plans.filter(
      ({ header: { province }, formerly }) => formerly === undefined && is(province, 34, code),
    );
    const together = plans.some(({ formerly }) => formerly !== undefined && parts.includes(formerly.code));
    if (now === undefined || before.length === 0 || (after.length === 0 && !together)) continue;
    const names = parts.map((part) => units.find((unit) => unit.set === 63 && unit.code === part)?.name ?? part);
    warnings.push({
      code: 'territory-changed',
      message:
        `${now.name} since 1 July 2025 is ${listed(names)} together: figures of ${listed([...new Set(before)])} before that day ` +
        `are of ${new Set(before).size > 1 ? 'parts' : 'a part'} of it.`,
    });
  }
  return warnings;
}

/** Name of the former province that a plan is of, where it is one of these. */
function partOf({ header: { province }, formerly }: Counted, parts: readonly string[]): string[] {
  const own = formerly ?? province;
  return own !== null && own.set === 63 && parts.includes(own.code) ? [own.name] : [];
}

/** Districts ended on the same day. */
function endedLevels(plans: readonly Counted[]): Comparison['warnings'] {
  return plans.flatMap(({ header, targets }) => {
    const late = targets.filter(
      ({ levels, deadline }) => levels.includes('district') && (deadline?.end ?? header.period?.end ?? '') >= MERGER,
    );
    return late.length === 0
      ? []
      : [
          {
            code: 'level-ended',
            message: `${header.id}: ${late.length} of its targets ${late.length === 1 ? 'is' : 'are'} for districts and due after they ended on 1 July 2025.`,
          },
        ];
  });
}

const is = (province: Pick<Province, 'code' | 'set'> | null, set: number, code: string): boolean =>
  province !== null && province.set === set && province.code === code;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
