import { anyOf, edged } from '../../language/words.ts';
import { lastPlaces } from '../mentions/engine/candidates.ts';

/** "hiện cả nước có", "đang là": not the "hiện" of "thực hiện" or "hiện đại". */
const NOW = String.raw`(?<!(?:thực|thể|phát|xuất|biểu|tái|hiển)\s+)hiện(?!\s+(?:đại|hành|vật|trường|thực|tượng|diện|hữu|hình|có\s+hiệu))|đang\s+(?:là|có|ở)`;

/** Words that report: what they govern is reached already. They stand before the figure. */
const REPORTS = new RegExp(
  `${edged(
    `đã(?!\\s+(?:được\\s+)?(?:đề\\s+ra|giao|phê\\s+duyệt(?!\\s+(?:mở|đầu\\s+tư|hỗ\\s+trợ|cấp))|ban\\s+hành\\s+(?:tại|kèm|theo)))|${anyOf(
      [
        'đến nay',
        'tính đến',
        'trong năm qua',
        'kết quả đạt',
        'đều đạt',
        'đều vượt',
        'đạt và vượt',
        'theo số liệu',
        'theo thống kê',
        'so với cùng kỳ',
        'cùng kỳ',
        'lũy kế',
        'ước thực hiện',
        'vừa qua',
        'hiện trạng',
        'năm trước',
      ],
    )}|${NOW}|trong\\s+\\d{1,2}\\s+năm\\s+(?:qua|triển\\s+khai|thực\\s+hiện)|qua\\s+\\d{1,2}\\s+năm`,
  )}`,
  'giu',
);
/** Words that report even among aims. */
const REPORTS_NOW = new RegExp(
  edged(`${anyOf(['đến nay', 'tính đến', 'lũy kế', 'hiện trạng', 'cùng kỳ'])}|${NOW}`),
  'giu',
);
/** "đạt và vượt các chỉ tiêu", "so với mục tiêu": what was aimed at once is only what is compared with. */
const REACHED = String.raw`(?:đạt|vượt|hoàn\s+thành|so\s+với|hầu\s+hết|phần\s+lớn)(?:\s+(?:và|các|mức|vượt|hầu|hết|phần|lớn|xong|toàn|bộ|[\d.,/]+(?:\s?%)?)){0,5}\s+`;

/** Words that aim: what follows them is still to be done. */
const AIMS = new RegExp(
  `(?<!${REACHED})${edged(anyOf(['mục tiêu', 'chỉ tiêu', 'kế hoạch đề ra']))}|(?<!(?:kế\\s+hoạch|chỉ\\s+tiêu|mục\\s+tiêu|nghị\\s+quyết)\\s+(?:đã\\s+)?)${edged('đề\\s+ra')}|${edged(
    anyOf([
      'phấn đấu',
      'đặt ra',
      'hướng tới',
      'tiếp tục',
      'phải',
      'cần',
      'dự kiến',
      'nhằm',
      'bảo đảm',
      'đảm bảo',
      'trong thời gian tới',
      'quyết tâm',
      'sẽ',
    ]),
  )}`,
  'giu',
);
/** A sentence about the whole stretch of time that has passed makes the rest of its paragraph a report. */
const REPORTS_ON = new RegExp(
  edged(anyOf(['theo báo cáo', 'qua triển khai', 'sau thời gian', 'trong năm qua', 'thời gian qua', 'những năm qua'])),
  'giu',
);

/** Held against a plan or the year before, a figure is one that was reached. */
const HELD_AGAINST =
  /(?:đạt|bằng|vượt|,\s*hoàn\s+thành)\s+(?:(?:hơn|gần|trên|khoảng|xấp\s+xỉ)\s+)?[\d.,]+\s?%\s+(?:so\s+(?:với\s+)?)?(?:kế\s+hoạch|KH|dự\s+toán|nghị\s+quyết|chỉ\s+tiêu)(?!\p{L})|(?<!\p{L})cùng\s+kỳ(?!\p{L})/iu;

/** Whether a sentence that aims at nothing tells by what it compares with that its figures were reached. */
export const heldAgainst = (sentence: string): boolean =>
  HELD_AGAINST.test(sentence) &&
  // What is disbursed is always a share of what was planned: "giải ngân đạt trên 95% kế hoạch được giao" is an aim too.
  !/(?<!\p{L})giải\s+ngân(?!\p{L})/iu.test(sentence) &&
  (places(sentence)[2] ?? -1) < 0;

export type Status = 'target' | 'result';

/**
 * Whether a figure is reported as reached or still to be reached.
 *
 * @param before the sentence up to the figure
 * @param aimed the section sets aims: there, "đã" only tells how a thing came about
 * @param inherited what the sentence before in the same paragraph was, or what the section makes likely
 */
export function statusOf(before: string, inherited: Status, aimed: boolean): Status {
  const [any = -1, now = -1, aims = -1, on = -1, estimates = -1] = places(before);
  const reports = aimed ? now : any;
  if (reports < 0 && aims < 0) return on >= 0 || (estimates >= 0 && !aimed) ? 'result' : inherited;
  return reports > aims ? 'result' : 'target';
}

/** "năm nay ước đón 2 triệu lượt" reports; "đặt mục tiêu … ước đạt" aims. */
const ESTIMATES = new RegExp(
  String.raw`(?<!(?:mơ|quy|hương|công|thỏa|ao|giao|điều|khế|nguyện)\s+)${edged('ước')}(?!\s+(?:mơ|muốn|vọng|nguyện|lệ|định|thúc))`,
  'giu',
);

const places = lastPlaces([REPORTS, REPORTS_NOW, AIMS, REPORTS_ON, ESTIMATES]);
