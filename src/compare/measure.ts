import type { Knowledge } from '../knowledge/knowledge.ts';
import { type CountedLevel, levelCounted } from '../language/levels.ts';
import { isMoney } from '../language/money.ts';
import type { Indicator } from '../model/pipeline.ts';
import type { MeasureLevel } from '../model/record.ts';
import type { ComparedTarget } from './plans.ts';

/** What two targets must have alike to be held against each other at all. */
export interface ComparedMeasure {
  /** Whoever has another one measures something else. */
  readonly frame: string;
  /** Set where it is measured at one level below the province. */
  readonly level: MeasureLevel | null;
  /** Of what land it is, where that is not the plan's own. */
  readonly place: string | null;
  /** The day and month that a part of a year ends on ("06-30"), where a growth a year or a sum is measured over no more. */
  readonly until: string | null;
  readonly unit: string | null;
  /** One for all spellings of a unit; where it differs, figures of one frame stand side by side and are not subtracted. */
  readonly unitKey: string;
}

/**
 * The frame of a target: its unit, whether it is reached or changed by, the one level below the province it is for, its place, and the part of a year it is of.
 * A province's plan means its own level unless it says so; "cấp tỉnh, cấp huyện, cấp xã" together is no single level.
 *
 * @param indicator of the catalogue, where the target has its code: it says what else is said by other words only
 * @param place of what land it is, where that is not the plan's own
 * @param counted the level that its words name or whose units they count, where the target tells none
 */
export function measureOf(
  knowledge: Pick<Knowledge, 'figures' | 'levels'>,
  { quantity, levels, direction, kind, deadline }: ComparedTarget,
  indicator?: Indicator,
  place: string | null = null,
  counted: CountedLevel | null = null,
): ComparedMeasure {
  const [only = counted?.level] = levels;
  const named = levels.length <= 1 && only !== undefined && only !== 'province' ? only : null;
  // "Số xã đạt chuẩn" is "xã đạt chuẩn": what the measure itself is of goes without saying.
  const saysNothing =
    named !== null && indicator !== undefined && levelCounted(knowledge, indicator.label.vi)?.level === named;
  const level = saysNothing ? null : named;
  const unit = quantity?.unit ?? null;
  const change =
    indicator?.change === undefined && (direction === 'increase-by' || direction === 'decrease-by') ? direction : '';
  const unitKey = indicator === undefined ? (unit ?? '') : commonUnit(knowledge, unit ?? '', indicator, direction);
  // An income a month and one a year are one measure; a count and what comes of it each year are two.
  const framed = isMoney(knowledge, unitKey.split('/')[0] ?? '') ? unitKey.replace(/\/tháng$/u, '') : unitKey;
  const until = indicator?.change === 'yearly' || isSum(unit) ? partOfYear(deadline) : null;
  // "Cấp huyện, cấp xã" together is no single level, and not the province's.
  const below = levels.length > 1 && levels.every((one) => one === 'district' || one === 'commune');
  const frame = [kind, framed, level ?? (below ? levels.join('+') : ''), change, place ?? '', until ?? ''].join('|');
  return { frame, level, place, until, unit, unitKey };
}

/** What comes together over a time: money, guests, firms; a share or a rank stands at a day. */
const isSum = (unit: string | null): boolean => unit !== null && !NAMED.test(unit.split('/')[0] ?? '');

/** "Trong 6 tháng đầu năm", "quý I": a growth or a sum until then is not that of the year. */
const partOfYear = (deadline: ComparedTarget['deadline']): string | null =>
  deadline?.type !== 'during' || deadline.basis !== 'explicit' || deadline.end?.endsWith('-12-31') !== false
    ? null
    : deadline.end.slice(5);

/** "VND/người/năm" and "VND", "bác sỹ/1 vạn dân" and "bác sĩ" are one under a code that says the rest; a time is not. */
function commonUnit(
  knowledge: Pick<Knowledge, 'figures'>,
  unit: string,
  { change, unit: own }: Pick<Indicator, 'change' | 'unit'>,
  direction: ComparedTarget['direction'],
): string {
  // All units that a code is given in say the same.
  const [first, ...more] = [own].flat();
  if (first !== undefined && more.includes(unit))
    return commonUnit(knowledge, first, { change, unit: first }, direction);
  // What a share is raised or cut by is points of it, whichever of the two a plan writes.
  if (unit === 'pp' && [own].flat().includes('%') && /-by$/u.test(direction)) return '%';
  const [counted = '', ...per] = unit.split('/').map((part) => part.trim());
  if (change === 'yearly' && unit === '%/năm') return '%';
  const bodies = per.some((part) => BODY.test(part));
  const kept = per.filter((part) => !BODY.test(part) && !(bodies && part === 'năm'));
  // The code's own unit stands for whatever the counted thing is called.
  return [NAMED.test(counted) || isMoney(knowledge, counted) ? counted : '', ...kept].join('/');
}
/** Of whom or what: "người", "1 vạn dân", "10.000 dân", "lượt". */
const BODY = /^(?:[\d.]*\s*(?:đầu\s+)?người|[\d.]*\s*(?:vạn\s+|nghìn\s+)?dân|lượt|100 bé gái)$/u;
const NAMED = /^(?:%|rank|point|pp|hour|day|month|year)$/u;
