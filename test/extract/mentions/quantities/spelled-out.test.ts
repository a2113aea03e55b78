import { foundQuantities } from './cases.ts';

foundQuantities('spelled-out', [
  ['mười hai (12) xã đạt chuẩn', 'mười hai (12) xã', '=', 12, null, 'xã'],
  ['chín mươi (90)% hồ sơ', 'chín mươi (90)%', '=', 90, null, '%'],
  ['ba trăm nghìn đồng', 'ba trăm nghìn đồng', '=', 300000, null, 'VND'],
  ['mười hai xã', 'mười hai xã', '=', 12, null, 'xã'],
  ['xây từ một đến hai công trình', 'từ một đến hai công trình', '=', 1, 2, 'công trình'],
  ['mở hai tới ba lớp tập huấn', 'hai tới ba lớp tập huấn', '=', 2, 3, 'lớp tập huấn'],
  ['có một hoặc hai mô hình', 'một hoặc hai mô hình', '=', 1, 2, 'mô hình'],
  ['có ít nhất một cơ sở y tế cung cấp dịch vụ', 'ít nhất một cơ sở y tế', '>=', 1, null, 'cơ sở y tế'],
  ['Mỗi học sinh có một hồ sơ học tập số', 'một hồ sơ học tập số', '=', 1, null, 'hồ sơ học tập số'],
]);
