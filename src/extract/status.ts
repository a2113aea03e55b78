import { lastPlaces } from './candidates.ts';
import { anyOf, edged } from './words.ts';

/** Words that report: what they govern is reached already. They stand before the figure. */
const REPORTS = new RegExp(
  `${edged(
    `đã(?!\\s+(?:được\\s+)?(?:đề\\s+ra|giao|phê\\s+duyệt|ban\\s+hành\\s+(?:tại|kèm|theo)))|${anyOf([
      'hiện có',
      'hiện nay',
      'hiện đang',
      'đến nay',
      'tính đến',
      'trong năm qua',
      'qua 3 năm',

      'kết quả đạt',
      'so với cùng kỳ',
      'cùng kỳ',
      'lũy kế',
      'ước thực hiện',
      'vừa qua',
      'hiện trạng',
      'năm trước',
    ])}|(?:trong|qua)\\s+\\d{1,2}\\s+năm(?:\\s+(?:qua|triển\\s+khai|thực\\s+hiện))`,
  )}`,
  'giu',
);
/** Words that report even among aims. */
const REPORTS_NOW = new RegExp(
  edged(anyOf(['hiện có', 'hiện nay', 'hiện đang', 'đến nay', 'tính đến', 'lũy kế', 'hiện trạng', 'cùng kỳ'])),
  'giu',
);
/** Words that aim: what follows them is still to be done. */
const AIMS = new RegExp(
  edged(
    anyOf([
      'phấn đấu',
      'mục tiêu',
      'chỉ tiêu',
      'đặt ra',
      'đề ra',
      'hướng tới',
      'tiếp tục',
      'phải',
      'cần',
      'dự kiến',
      'nhằm',
      'bảo đảm',
      'đảm bảo',
      'trong thời gian tới',
      'kế hoạch đề ra',
      'quyết tâm',
      'sẽ',
    ]),
  ),
  'giu',
);
/** A sentence about the whole stretch of time that has passed makes the rest of its paragraph a report. */
const REPORTS_ON = new RegExp(
  edged(anyOf(['theo báo cáo', 'qua triển khai', 'sau thời gian', 'trong năm qua', 'thời gian qua', 'những năm qua'])),
  'giu',
);

export type Status = 'target' | 'result';

/**
 * Whether a figure is reported as reached or still to be reached.
 *
 * @param before the sentence up to the figure
 * @param aimed the section sets aims: there, "đã" only tells how a thing came about
 * @param inherited what the sentence before in the same paragraph was, or what the section makes likely
 */
export function statusOf(before: string, inherited: Status, aimed: boolean): Status {
  const [any = -1, now = -1, aims = -1, on = -1] = places(before);
  const reports = aimed ? now : any;
  if (reports < 0 && aims < 0) return on >= 0 ? 'result' : inherited;
  return reports > aims ? 'result' : 'target';
}

const places = lastPlaces([REPORTS, REPORTS_NOW, AIMS, REPORTS_ON]);
