import { deadline } from '../dates.ts';
import type { Rule } from '../rule.ts';

const VERB = String.raw`(?:thực\shiện|triển\skhai|hoàn\sthành|ban\shành|xây\sdựng|trình|tổ\schức|báo\scáo)`;

/** "Ngay sau khi Chỉ số PCI của tỉnh được công bố" · "Sau khi có hướng dẫn của Trung ương" · "Thực hiện ngay sau khi …" */
export const event: Rule<'deadline'> = {
  id: 'deadline.event',
  kind: 'deadline',
  pattern: new RegExp(
    // A cell that is all of it may hold a list; elsewhere the clause ends at the first stop.
    String.raw`(?<=^(?:${VERB}\s)?)(?:ngay\s)?sau\skhi\s[^.\n]{2,160}(?=\.?$)|(?<![\p{L}\p{N}])ngay\ssau\skhi\s[^.,;:\n]{2,120}|(?<=(?:^|[.;:]\s)(?:${VERB}\s)?|(?:${VERB}\s))sau\skhi\s(?:có|được)\s[^.,;:\n]{2,120}(?=[.;\n]|$)|(?<=^)khi\s(?:có|được)\s[^.\n]{2,120}(?=\.?$)`,
    'giu',
  ),
  read(_groups, _context, text) {
    return { value: deadline('after-event'), to: text.trimEnd().length };
  },
};

const CODES: Readonly<Record<string, readonly [prefix: string, letter: string]>> = {
  ngày: ['P', 'D'],
  tuần: ['P', 'W'],
  tháng: ['P', 'M'],
  năm: ['P', 'Y'],
  giờ: ['PT', 'H'],
};

/** "trong vòng 05 ngày làm việc" · "trong 10 ngày kể từ ngày ký" · "chậm nhất 03 ngày sau khi kết thúc" */
export const term: Rule<'deadline'> = {
  id: 'deadline.term',
  kind: 'deadline',
  pattern:
    /(?<![\p{L}\p{N}])(?<lead>(?:trong|sau|chậm\snhất|muộn\snhất|không\squá|tối\sđa)(?:\s(?<within>vòng|thời\shạn|thời\sgian))?(?:\s(?:là|không\squá|tối\sđa|sau))?)\s(?<n>\d{1,3})\s(?:\([^)\n]{1,20}\)\s)?(?<unit>ngày|giờ|tuần|tháng|năm)(?<working>\slàm\sviệc)?(?![\p{L}\p{N}])(?<since>,?\s(?:kể\s|tính\s)?(?:từ|sau)\s(?:khi|ngày|thời\sđiểm|lúc)\s[^.,;:\n]{1,120})?/giu,
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
export const sinceSigning: Rule<'deadline'> = {
  id: 'deadline.since-signing',
  kind: 'deadline',
  pattern: /(?<![\p{L}\p{N}])kể\stừ\sngày\s(?:ký|ban\shành|được\sban\shành|có\shiệu\slực)(?![\p{L}\p{N}])/giu,
  read: () => ({ value: deadline('after-event') }),
};
