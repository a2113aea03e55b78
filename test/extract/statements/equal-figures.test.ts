import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

test.each<[why: string, item: string, measures: [direction: string, measure: string][]]>([
  [
    'a share and the count that it comes to',
    'Tỷ lệ hộ nghèo giảm 5,4%, tương ứng với gần 1.000 hộ.',
    [
      ['decrease-by', 'Tỷ lệ hộ nghèo giảm'],
      ['decrease-by', 'hộ nghèo giảm'],
    ],
  ],
  [
    'a level has no verb',
    'Tỷ lệ hộ cận nghèo còn 5,4%, tương đương 1.000 hộ.',
    [
      ['reach', 'Tỷ lệ hộ cận nghèo'],
      ['reach', 'hộ cận nghèo'],
    ],
  ],
  [
    'a year may stand between',
    'Năng suất lúa đạt 55,3 tạ/ha (tăng 3,9 tạ/ha so với năm 2020, tương đương 7,6%).',
    [
      ['reach', 'Năng suất lúa'],
      ['increase-by', 'Năng suất lúa tăng'],
      ['increase-by', 'Năng suất lúa tăng'],
    ],
  ],
  [
    'a count alone in brackets',
    'Huyện Cam Lộ giảm từ 6,5-7,2% (tương ứng từ 840-930 hộ); huyện Gio Linh giảm 4,5% (1.070 hộ).',
    [
      ['decrease-by', 'Huyện Cam Lộ giảm'],
      ['decrease-by', 'Huyện Cam Lộ giảm hộ'],
      ['decrease-by', 'huyện Gio Linh giảm'],
      ['decrease-by', 'huyện Gio Linh giảm hộ'],
    ],
  ],
  [
    'those of equal rank are counted with it',
    'Bồi dưỡng 500 trưởng phòng và tương đương.',
    [['reach', 'Bồi dưỡng trưởng phòng và tương đương']],
  ],
  [
    'of what a share is stays',
    'Mở lớp học cho 200 học viên (tương đương 10% số hội viên).',
    [
      ['reach', 'Mở lớp học cho học viên'],
      ['reach', 'Mở lớp học cho học viên % số hội viên'],
    ],
  ],
  [
    'money that a growth comes to belongs to its figure',
    'GRDP bình quân đầu người đạt 22,4 triệu đồng, tăng 7,7% tương đương 1,6 triệu đồng.',
    [
      ['reach', 'GRDP bình quân đầu người'],
      ['increase-by', 'GRDP bình quân đầu người tăng'],
    ],
  ],
])('%s', (_why, item, measures) => {
  const targets = targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${item}`]);
  expect(targets.map((t) => [t.direction, t.indicator.text])).toEqual(measures);
});
