import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { AnyRule } from './engine/rule.ts';
import { bare } from './quantities/bare.ts';
import { billions } from './quantities/billions.ts';
import { count, ofTotal } from './quantities/count.ts';
import { all, fraction, half, multiple, none } from './quantities/in-words.ts';
import { measure } from './quantities/measure.ts';
import { namedBefore } from './quantities/named-before.ts';
import { ofPlan } from './quantities/of-plan.ts';
import { percent } from './quantities/percent.ts';
import { rankAfterColon, rankGroup, rankPlace } from './quantities/rank.ts';
import { ratio } from './quantities/ratio.ts';
import { written } from './quantities/spelled-out.ts';
import { documentNumber } from './references/document-number.ts';
import { inner } from './references/inner.ts';
import { dayInDigits, dayInWords, daysOfEachYear, daysOfMonth } from './times/day.ts';
import { event, sinceSigning, term } from './times/event.ts';
import { month, monthInDigits, monthInWords, monthsOfEachYear, partOfYear } from './times/month.ts';
import { quarter, quarterInWords } from './times/quarter.ts';
import { dayOfEach, each, every, frequency, planYear, thisYear, wholeYear } from './times/recurring.ts';
import { ongoing, schedule } from './times/schedule.ts';
import {
  cropSeason,
  period,
  plannedYear,
  schoolYear,
  year,
  yearsAlone,
  yearsUnnamed,
  yearUnnamed,
} from './times/year.ts';

/** Every rule; of two that find the same span, the earlier one counts. */
export const rules = (
  tables: Pick<
    Knowledge,
    'documentSymbols' | 'figures' | 'figureWords' | 'ranks' | 'statementWords' | 'timeWords' | 'verbs'
  >,
): readonly AnyRule[] => [
  percent(tables),
  measure(tables),
  ofPlan(tables),
  billions(tables),
  ratio,
  rankGroup(tables),
  rankAfterColon,
  rankPlace(tables),
  count(tables),
  ofTotal,
  written(tables),
  bare,
  namedBefore,
  multiple(tables),
  half,
  fraction(tables),
  none,
  all,
  dayInWords,
  daysOfMonth,
  dayInDigits(tables),
  daysOfEachYear(tables),
  month(tables),
  monthInWords(tables),
  monthsOfEachYear(tables),
  monthInDigits,
  partOfYear(tables),
  quarter(tables),
  quarterInWords(tables),
  year(tables),
  schoolYear,
  cropSeason,
  plannedYear,
  period(tables),
  yearsAlone(tables),
  yearsUnnamed(tables),
  yearUnnamed(tables),
  each(tables),
  every(tables),
  frequency(tables),
  dayOfEach(tables),
  planYear(tables),
  thisYear(tables),
  wholeYear(tables),
  event(tables),
  term(tables),
  sinceSigning(tables),
  schedule(tables),
  ongoing(tables),
  inner,
  documentNumber(tables),
];
