import { levelsOf } from '../../language/levels.ts';
import type { TargetDraft } from '../document/drafts.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { findMentions } from '../mentions/find.ts';
import type { Statement } from '../statements/statement.ts';

/** What one of several figures in a row measures: a level of government, or a year. */
interface Share {
  readonly levels: string | null;
  readonly year: string | null;
}

const MARK = /(?<!\p{L})lần\s+lượt(?!\p{L})/iu;
const LEVEL = /(?:cấp\s+(?:tỉnh|huyện|xã)|cấp\s+trung\s+ương)/giu;
const YEAR = /(?<by>đến\s+(?:hết\s+)?)?(?:năm\s+)?(?<!\d)(?<year>20\d\d)(?!\d)/giu;

/** "cấp tỉnh, cấp xã lần lượt đạt 95%, 85%", "năm 2026, 2027 lần lượt đạt 60% và 70%": each figure has what stands at its place in the row before. */
export function inOrder(text: string, statements: readonly Statement[]): ReadonlyMap<Statement, Share> {
  const shares = new Map<Statement, Share>();
  const first = statements[0];
  if (first === undefined) return shares;
  const mark = MARK.exec(text.slice(first.sentence.start, first.sentence.end));
  if (mark === null) return shares;
  const at = first.sentence.start + mark.index;
  const row = statements.filter((statement) => statement.quantity.start > at);
  const opening =
    statements.findLast((statement) => statement.quantity.end <= at)?.quantity.end ?? first.sentence.start;
  const before = text.slice(opening, at);
  // What is told apart may stand on either side: "lần lượt đạt 95%, 85% ở cấp tỉnh, cấp xã".
  const after = text.slice(row.at(-1)?.quantity.end ?? at, first.sentence.end);
  const levels = [before, after].map((part) => [...part.matchAll(LEVEL)].map(([level]) => level)).find(fits);
  const years = [before, after]
    .map((part) => {
      const found = [...part.matchAll(YEAR)];
      const by = found[0]?.groups?.by !== undefined;
      return found.map(({ groups }) => `${by ? 'đến ' : ''}năm ${groups?.year ?? ''}`);
    })
    .find(fits);
  if (levels === undefined && years === undefined) return shares;
  for (const [i, statement] of row.entries())
    shares.set(statement, { levels: levels?.[i] ?? null, year: years?.[i] ?? null });
  return shares;

  function fits(parts: readonly string[]): boolean {
    return parts.length > 1 && parts.length === row.length;
  }
}

/** A target with what its place in the row tells. */
export function withShare(target: TargetDraft, share: Share | undefined, plan: Plan): TargetDraft {
  if (share === undefined) return target;
  const deadline =
    share.year === null ? undefined : ofKind(findMentions(share.year, plan.context), 'deadline')[0]?.value;
  return {
    ...target,
    ...(share.levels === null ? {} : { levels: levelsOf(plan.context.knowledge, share.levels, '', plan.context.date) }),
    ...(deadline === undefined ? {} : { deadline }),
  };
}
