import { after, foundDeadlines } from './cases.ts';

foundDeadlines('event', [
  ['Ngay khi có hướng dẫn', 'Ngay khi có hướng dẫn', after()],
  [
    'Ngay sau khi các Chỉ số PAR- INDEX; PAPI của tỉnh được công bố',
    'Ngay sau khi các Chỉ số PAR- INDEX; PAPI của tỉnh được công bố',
    after(),
  ],
  ['Cập nhật ngay sau khi Quyết định được ban hành, tạo thuận lợi', 'ngay sau khi Quyết định được ban hành', after()],
  ['Sau khi có hướng dẫn của Trung ương', 'Sau khi có hướng dẫn của Trung ương', after()],
  ['trong vòng 05 ngày làm việc', 'trong vòng 05 ngày làm việc', after({ duration: 'P5D', workingDays: true })],
  [
    'trong 10 ngày kể từ ngày ký, các sở',
    'trong 10 ngày kể từ ngày ký',
    after({ duration: 'P10D', workingDays: false }),
  ],
  ['trong 24 giờ kể từ khi nhận', 'trong 24 giờ kể từ khi nhận', after({ duration: 'PT24H' })],
  ['có hiệu lực kể từ ngày ký', 'kể từ ngày ký', after()],
]);
