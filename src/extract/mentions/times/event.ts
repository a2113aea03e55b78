import { deadline } from '../../../language/calendar.ts';
import { vi } from '../../../language/pattern.ts';
import { keyOf } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { type TimeTables, timeSources } from './time-sources.ts';

/** "Ngay sau khi Chỉ số PCI của tỉnh được công bố" · "Sau khi có hướng dẫn của Trung ương" · "Thực hiện ngay sau khi …" */
export const event = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of } = timeSources(tables);
  const VERB = String.raw`${of('does')}\s`;
  const WHOLE = new RegExp(`^(?:${VERB})?$`, 'iu');
  const OPENS = new RegExp(String.raw`(?:^|[.;:]\s|${VERB})$`, 'iu');
  return {
    id: 'deadline.event',
    kind: 'deadline',
    pattern: /(?<![\p{L}\p{N}])(?<lead>(?<soon>ngay\s)?(?:sau\s)?khi)\s(?<what>[^\n]{2,160})/giu,
    read({ lead = '', soon, what = '', before = '', after = '' }, _context, text) {
      // A cell that is all of it may hold a list; elsewhere the clause ends at the first stop.
      const sentence = what.replace(/\.$/u, '');
      const whole = WHOLE.test(before) && after === '' && !sentence.includes('.') && !GOES_ON.test(sentence);
      if (whole && (lead.length > 3 || STATED.test(what))) {
        return { value: deadline('after-event'), to: text.length - (what.length - sentence.length) };
      }
      if (lead.length === 3) return undefined;
      const clause = /^[^.,;:]+/u.exec(what)?.[0].trimEnd() ?? '';
      const stop = what.slice(clause.length, clause.length + 1);
      const bound = OPENS.test(before) && STATED.test(what) && !/[,:]/u.test(stop);
      if (clause === '' || (soon === undefined && !bound)) return undefined;
      return { value: deadline('after-event'), to: text.length - what.length + clause.length };
    },
  };
};

/** "Sau khi phương án được thông qua, Bộ Tài chính khẩn trương …": a sentence goes on behind the clause. */
const GOES_ON = /,\s\p{Lu}[^,]{30,}/u;
const STATED = vi`^(có|được)\s`;

/** "trong vòng 05 ngày làm việc" · "trong 10 ngày kể từ ngày ký" · "chậm nhất 03 ngày sau khi kết thúc" */
export const term = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of, UNIT, spans } = timeSources(tables);
  return {
    id: 'deadline.term',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?<lead>${of('term')}(?:\s(?<within>${of('within')}))?(?:\s${of('term-goes-on')})?)\s(?<n>\d{1,3})\s(?:\([^)\n]{1,20}\)\s)?(?<unit>${UNIT})(?<working>\slàm\sviệc)?(?!\s${of('no-term')}(?!\p{L})|[\p{L}\p{N}])(?<since>,?\s(?:kể\s|tính\s)?(?:từ|sau)\s${of('event')}\s[^.,;:()\n]{1,120}(?<!\s))?`,
      'giu',
    ),
    read({ lead = '', within, n, unit = '', working, since }) {
      const duration = spans.get(keyOf(unit))?.duration;
      if (duration === undefined) return undefined;
      // "trong 3 năm qua" and "không quá 15 ngày" are no terms: nothing says that they run from an event.
      const runs = since !== undefined || within !== undefined;
      const short = /^trong$/iu.test(lead) && /^PT|D$/u.test(duration);
      if (!runs && !short) return undefined;
      return {
        value: deadline('after-event', {
          duration: duration.replace('#', String(Number(n))),
          workingDays: working !== undefined,
        }),
      };
    },
  };
};

/** "kể từ ngày ký" · "từ ngày ban hành" */
export const sinceSigning = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of, DAY } = timeSources(tables);
  return {
    id: 'deadline.since-signing',
    kind: 'deadline',
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])kể\stừ\s${DAY}\s${of('in-force')}(?![\p{L}\p{N}])`, 'giu'),
    read: () => ({ value: deadline('after-event') }),
  };
};
