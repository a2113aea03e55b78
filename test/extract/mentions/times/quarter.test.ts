import { by, during, foundDeadlines, yearly } from './cases.ts';

foundDeadlines('quarter', [
  ['Quý IV năm 2024 và các năm tiếp theo', 'Quý IV năm 2024 và các năm tiếp theo', during('2024-10-01', null)],
  ['Quý I, quý III hằng năm', 'Quý I, quý III hằng năm', yearly('3,9', -1)],
  ['Ban hành Đề án trong quý II/2021', 'trong quý II/2021', during('2021-04-01', '2021-06-30')],
  ['Quí IV/2025', 'Quí IV/2025', during('2025-10-01', '2025-12-31')],
  ['quý 3 năm 2024', 'quý 3 năm 2024', during('2024-07-01', '2024-09-30')],
  ['quý III, IV/2021', 'quý III, IV/2021', during('2021-07-01', '2021-12-31')],
  ['Qúy I/2021', 'Qúy I/2021', during('2021-01-01', '2021-03-31')],
  ['Quý I', 'Quý I', during('2021-01-01', '2021-03-31')],
  ['hoàn thành Q2/2026', 'Q2/2026', during('2026-04-01', '2026-06-30')],
  ['Q.III-Q.IV/2025', 'Q.III-Q.IV/2025', during('2025-07-01', '2025-12-31')],
  ['trong quý ba năm 2026', 'trong quý ba năm 2026', during('2026-07-01', '2026-09-30')],
  ['đến hết quý Tư/2026', 'đến hết quý Tư/2026', by('2026-12-31')],
  ['trong quý hai và quý ba năm 2026', 'trong quý hai và quý ba năm 2026', during('2026-04-01', '2026-09-30')],
  ['quý thứ hai hằng năm', 'quý thứ hai hằng năm', yearly(6, 30)],
  ['quý cuối năm 2026', 'quý cuối năm 2026', during('2026-10-01', '2026-12-31')],
  ['từ quý II đến quý IV năm 2026', 'từ quý II đến quý IV năm 2026', during('2026-04-01', '2026-12-31')],
  ['quý 3.2026', 'quý 3.2026', during('2026-07-01', '2026-09-30')],
  ['Quý II hằng năm', 'Quý II hằng năm', yearly(6, 30)],
]);
