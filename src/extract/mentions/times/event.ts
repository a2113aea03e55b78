import { deadline } from '../../../language/calendar.ts';
import { vi } from '../../../language/pattern.ts';
import type { MentionRule } from '../engine/rule.ts';

const VERB = String.raw`(?:thực hiện|triển khai|hoàn thành|ban hành|xây dựng|trình|tổ chức|báo cáo)\s`;
const WHOLE = new RegExp(`^(?:${VERB})?$`, 'iu');
const OPENS = new RegExp(String.raw`(?:^|[.;:]\s|${VERB})$`, 'iu');

/** "Ngay sau khi Chỉ số PCI của tỉnh được công bố" · "Sau khi có hướng dẫn của Trung ương" · "Thực hiện ngay sau khi …" */
export const event: MentionRule<'deadline'> = {
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

/** "Sau khi phương án được thông qua, Bộ Tài chính khẩn trương …": a sentence goes on behind the clause. */
const GOES_ON = /,\s\p{Lu}[^,]{30,}/u;
const STATED = vi`^(có|được)\s`;

const CODES: Readonly<Record<string, readonly [prefix: string, letter: string]>> = {
  ngày: ['P', 'D'],
  tuần: ['P', 'W'],
  tháng: ['P', 'M'],
  năm: ['P', 'Y'],
  giờ: ['PT', 'H'],
};

/** "trong vòng 05 ngày làm việc" · "trong 10 ngày kể từ ngày ký" · "chậm nhất 03 ngày sau khi kết thúc" */
export const term: MentionRule<'deadline'> = {
  id: 'deadline.term',
  kind: 'deadline',
  pattern:
    /(?<![\p{L}\p{N}])(?<lead>(?:trong|sau|chậm\snhất|muộn\snhất|không\squá|tối\sđa)(?:\s(?<within>vòng|thời\shạn|thời\sgian))?(?:\s(?:là|không\squá|tối\sđa|sau))?)\s(?<n>\d{1,3})\s(?:\([^)\n]{1,20}\)\s)?(?<unit>ngày|giờ|tuần|tháng|năm)(?<working>\slàm\sviệc)?(?!\s(?:tới|qua|gần|đầu)(?!\p{L})|[\p{L}\p{N}])(?<since>,?\s(?:kể\s|tính\s)?(?:từ|sau)\s(?:khi|ngày|thời\sđiểm|lúc)\s[^.,;:()\n]{1,120}(?<!\s))?/giu,
  read({ lead = '', within, n, unit = '', working, since }) {
    const code = CODES[unit.toLowerCase()];
    if (code === undefined) return undefined;
    // "trong 3 năm qua" and "không quá 15 ngày" are no terms: nothing says that they run from an event.
    const runs = since !== undefined || within !== undefined;
    const short = /^trong$/iu.test(lead) && /^(?:ngày|giờ)$/iu.test(unit);
    if (!runs && !short) return undefined;
    return {
      value: deadline('after-event', {
        duration: `${code[0]}${Number(n)}${code[1]}`,
        workingDays: working !== undefined,
      }),
    };
  },
};

/** "kể từ ngày ký" · "từ ngày ban hành" */
export const sinceSigning: MentionRule<'deadline'> = {
  id: 'deadline.since-signing',
  kind: 'deadline',
  pattern: /(?<![\p{L}\p{N}])kể\stừ\sngày\s(?:ký|ban\shành|được\sban\shành|có\shiệu\slực)(?![\p{L}\p{N}])/giu,
  read: () => ({ value: deadline('after-event') }),
};
