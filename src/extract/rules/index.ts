import type { AnyRule } from '../rule.ts';
import { bare } from './bare.ts';
import { count, ofTotal } from './count.ts';
import { dayInDigits, dayInWords, daysOfMonth } from './day.ts';
import { documentNumber } from './document-number.ts';
import { event, sinceSigning, term } from './event.ts';
import { inner } from './inner.ts';
import { measure } from './measure.ts';
import { billions } from './money.ts';
import { month, monthInDigits, partOfYear } from './month.ts';
import { percent } from './percent.ts';
import { quarter } from './quarter.ts';
import { rankAfterColon, rankGroup, rankPlace } from './rank.ts';
import { ratio } from './ratio.ts';
import { dayOfEach, each, every, frequency, planYear } from './recurring.ts';
import { ongoing, schedule } from './schedule.ts';
import { all, fraction, half, multiple, none } from './told.ts';
import { written } from './written.ts';
import { period, year, yearsAlone, yearsUnnamed, yearUnnamed } from './year.ts';

/** Every rule; of two that find the same span, the earlier one counts. */
export const RULES: readonly AnyRule[] = [
  percent,
  measure,
  billions,
  ratio,
  rankGroup,
  rankAfterColon,
  rankPlace,
  count,
  ofTotal,
  written,
  bare,
  multiple,
  half,
  fraction,
  none,
  all,
  dayInWords,
  daysOfMonth,
  dayInDigits,
  month,
  monthInDigits,
  partOfYear,
  quarter,
  year,
  period,
  yearsAlone,
  yearsUnnamed,
  yearUnnamed,
  each,
  every,
  frequency,
  dayOfEach,
  planYear,
  event,
  term,
  sinceSigning,
  schedule,
  ongoing,
  inner,
  documentNumber,
];
