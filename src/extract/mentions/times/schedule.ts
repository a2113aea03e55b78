import { deadline } from '../../../language/calendar.ts';
import type { MentionRule } from '../engine/rule.ts';

/** "theo lộ trình của Đề án" · "Theo Kế hoạch hằng năm của Bộ Nội vụ": someone else's plan sets the time */
export const schedule: MentionRule<'deadline'> = {
  id: 'deadline.schedule',
  kind: 'deadline',
  pattern:
    /(?<![\p{L}\p{N}])(?:(?<=^(?:(?:thực|triển|hoàn|ban|tổ)\s(?:hiện|khai|thành|hành|chức)\s)?)theo\s(?:đúng\s)?(?:lộ\strình|kế\shoạch|tiến\sđộ)|^theo\s(?:chương\strình|hướng\sdẫn|thời\sgian|thời\shạn|yêu\scầu|chỉ\sđạo|quy\sđịnh))(?:\s[^.;%]{1,90})?(?=[.;]?$)/giu,
  read: () => ({ value: deadline('per-schedule') }),
};

/** A cell or an aside that says "Thường xuyên": no end is set. In a sentence the word only describes. */
export const ongoing: MentionRule<'deadline'> = {
  id: 'deadline.ongoing',
  kind: 'deadline',
  pattern:
    /(?<![\p{L}\p{N}])(?<=(?:^|[:(;–-]\s?)(?:(?:nhiệm\svụ|thực\shiện|triển\skhai|thời\sgian|tiến\sđộ|công\sviệc)(?:\sthực\shiện)?:?\s)?)(?:làm\s)?thường\sxuyên(?:\s?,\s?liên\stục)?(?:\s?,?\s?(?:hằng|hàng|trong)\snăm)?(?=\s?(?:[.;)]|$))/giu,
  read: () => ({ value: deadline('ongoing') }),
};
