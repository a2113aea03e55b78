import { deadline } from '../../../language/calendar.ts';
import type { MentionRule } from '../engine/rule.ts';
import { type TimeTables, timeSources } from './time-sources.ts';

/** "theo lộ trình của Đề án" · "Theo Kế hoạch hằng năm của Bộ Nội vụ": someone else's plan sets the time */
export const schedule = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of } = timeSources(tables);
  return {
    id: 'deadline.schedule',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:(?<=^(?:${of('does')}\s)?)theo\s(?:đúng\s)?${of('schedule')}|^theo\s${of('schedule-alone')})(?:\s[^.;%]{1,90})?(?=[.;]?$)`,
      'giu',
    ),
    read: () => ({ value: deadline('per-schedule') }),
  };
};

/** A cell or an aside that says "Thường xuyên": no end is set. In a sentence the word only describes. */
export const ongoing = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of, EACH, YEAR } = timeSources(tables);
  return {
    id: 'deadline.ongoing',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?<=(?:^|[:(;–-]\s?)(?:${of('label')}(?:\sthực\shiện)?:?\s)?)(?:làm\s)?thường\sxuyên(?:\s?,\s?liên\stục)?(?:\s?,?\s?(?:${EACH}|trong)\s${YEAR})?(?=\s?(?:[.;)]|$))`,
      'giu',
    ),
    read: () => ({ value: deadline('ongoing') }),
  };
};
