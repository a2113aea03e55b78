import { foundDeadlines } from './cases.ts';

foundDeadlines('schedule', [
  ['Thường xuyên', 'Thường xuyên', { type: 'ongoing', start: null, end: null, rrule: null }],
  ['Nhiệm vụ thường xuyên', 'thường xuyên', { type: 'ongoing' }],
  ['Theo lộ trình của Đề án', 'Theo lộ trình của Đề án', { type: 'per-schedule', start: null, end: null }],
  ['Theo Kế hoạch hằng năm của Bộ Nội vụ', 'Theo Kế hoạch hằng năm của Bộ Nội vụ', { type: 'per-schedule' }],
]);
