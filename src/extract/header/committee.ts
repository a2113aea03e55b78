import type { Knowledge } from '../../knowledge/knowledge.ts';
import { provinceNamed } from '../../knowledge/provinces.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { bodyAt } from '../mentions/agencies/names.ts';

/** The two committees that every unit has, and how they stand in numbers. */
const COMMITTEES = [
  { code: 'ubnd', name: 'Ủy ban nhân dân', symbol: 'UBND' },
  { code: 'hdnd', name: 'Hội đồng nhân dân', symbol: 'HĐND' },
] as const;

/** By what it is known that a committee issues: by its bare code, or by the number of what it issues ("188/KH-UBND", "846/UBND-TH"). */
interface CommitteeSigns {
  readonly code?: string | undefined;
  readonly number?: string | null;
}

/**
 * The committee or council of a place: what a letterhead without its second line, or the sheet of a site, tells in two pieces.
 *
 * @param place "Bắc Ninh", "Tỉnh Bắc Ninh", "huyện Lâm Thao"; a bare name is a province's, for a province dates its papers from one of
 * its towns
 */
export function committeeOf(
  knowledge: Knowledge,
  { code, number }: CommitteeSigns,
  place: string | null,
  date: string | null,
): NamedBody | undefined {
  const symbols = number?.split('/').at(-1)?.trim().split(/[-–.]/u) ?? [];
  const committee =
    COMMITTEES.find((one) => one.code === code) ?? COMMITTEES.find(({ symbol }) => symbols.includes(symbol));
  if (committee === undefined || place === null) return undefined;
  const words = place.replace(/\s+/gu, ' ').trim();
  const unit = provinceNamed(knowledge, words.replace(/^(?:Tỉnh|Thành\s+phố|TP\.?)\s*/iu, ''), date);
  const whole = unit === undefined ? words : `${unit.kind === 'city' ? 'thành phố' : 'tỉnh'} ${unit.name}`;
  const body = bodyAt(knowledge, `${committee.name} ${whole}`, 0, date);
  return body?.place === undefined ? undefined : body;
}
