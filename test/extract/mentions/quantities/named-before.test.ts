import { foundQuantities } from './cases.ts';

foundQuantities('named-before', [
  ['Số giường bệnh/vạn dân: 45;', '45', '=', 45, null, 'giường bệnh/vạn dân'],
  ['- Số hợp tác xã: 20', '20', '=', 20, null, 'hợp tác xã'],
  ['Tổng số lao động có việc làm: 1.200 - 1.500.', '1.200 - 1.500', '=', 1200, 1500, 'lao động'],
  ['Đến năm 2030, số doanh nghiệp hoạt động đạt khoảng 3.500.', 'khoảng 3.500', '~', 3500, null, 'doanh nghiệp'],
  ['Chỉ số phát triển con người (HDI) đạt trên 0,78.', 'trên 0,78', '>', 0.78, null, 'point'],
]);
