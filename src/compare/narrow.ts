import type { Comparison } from '../model/comparison.ts';
import type { Indicator, Pipeline } from '../model/pipeline.ts';
import { type Level, NO_PLAN_FORMS, type Province } from '../model/record.ts';
import { dueYears } from './due.ts';
import type { HeldRow } from './held.ts';
import type { ComparedTarget, Counted } from './plans.ts';

/** What of the plans is compared; what is left out is not narrowed. */
export interface CompareOptions {
  /** Areas and indicators are labelled and ordered as in these. */
  readonly pipelines: readonly Pipeline[];
  /**
   * The territories of the province that the others are held against; those of the first with a province where it is left out.
   * Its plans are never narrowed by province or year.
   */
  readonly base?: readonly Unit[];
  /** Only these beside the base. */
  readonly provinces?: readonly Unit[];
  readonly areas?: readonly string[];
  /** Years in which a target of the others is due. */
  readonly years?: readonly number[];
  readonly topics?: readonly string[];
  /** Levels of the plans' issuers. */
  readonly levels?: readonly Level[];
  readonly kinds?: readonly ComparedTarget['kind'][];
  /** 2025: former provinces are shown as parts of the province that they belong to since 1 July 2025. */
  readonly territory?: '2025';
  /** Also documents that are no plans: directives, dispatches, notices. */
  readonly all?: boolean;
  /** Also what is reported as reached already, as figures of their own. */
  readonly results?: boolean;
}

type Unit = Pick<Province, 'code' | 'set'>;

/** Who is held against the others where nobody is named. */
export function firstBase(plans: readonly Counted[]): readonly Unit[] {
  const province = plans.find(({ header }) => header.province !== null)?.header.province;
  return province == null ? [] : [province];
}

/** What a person may miss: it is there, and was not asked for. */
export function leftOut(
  plans: readonly Counted[],
  rows: readonly HeldRow[],
  options: CompareOptions,
): Comparison['warnings'] {
  const parts: string[] = [];
  const none = options.all === true ? 0 : plans.filter(({ header }) => NO_PLAN_FORMS.has(header.form)).length;
  if (none > 0)
    parts.push(`${none} ${none === 1 ? 'document that is no plan' : 'documents that are no plans'} (--all)`);
  const results =
    options.results === true
      ? 0
      : rows.reduce((sum, { figures }) => sum + figures.filter(({ cell }) => cell.status === 'result').length, 0);
  if (results > 0) parts.push(`${results} ${results === 1 ? 'result' : 'results'} (--results)`);
  const about = { documents: none, results };
  return parts.length === 0 ? [] : [{ code: 'left-out', message: `Not compared: ${parts.join(' and ')}.`, about }];
}

/** Whether both are one unit of one list. */
export const isOfProvince = (province: Unit, unit: Unit): boolean =>
  province.code === unit.code && province.set === unit.set;

/** Whether a plan is compared. */
export function wanted({ header }: Counted, options: CompareOptions, ofBase = false): boolean {
  const { province, topic, level, form } = header;
  const { provinces, topics, levels } = options;
  if (options.all !== true && NO_PLAN_FORMS.has(form)) return false;
  if (topics !== undefined && (topic === null || !topics.includes(topic))) return false;
  if (levels !== undefined && (level === null || !levels.includes(level))) return false;
  if (provinces === undefined || ofBase) return true;
  return province !== null && provinces.some((unit) => isOfProvince(province, unit));
}

/** Whether a target of a plan that is compared is. */
export function targetWanted(
  target: ComparedTarget,
  plan: Counted,
  { areas, years, kinds = ['quantified'] }: CompareOptions,
  catalogue: ReadonlyMap<string, Indicator>,
  ofBase: boolean,
): boolean {
  if (!kinds.includes(target.kind)) return false;
  // What a plan allots to a part of its territory or to a body is no figure of its own.
  if (target.allottedTo !== undefined) return false;
  // As its row has it: the catalogue tells where a measure belongs, whatever section a plan states it in.
  const area = catalogue.get(target.indicator.code ?? '')?.area ?? target.area;
  if (areas !== undefined && (area === null || !areas.includes(area))) return false;
  if (years === undefined || ofBase) return true;
  const due = dueYears(target, plan);
  return due !== null && years.some((year) => due.from <= year && year <= due.to);
}
