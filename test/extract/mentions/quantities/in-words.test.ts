import { foundQuantities } from './cases.ts';

foundQuantities('in-words', [
  ['tăng gấp đôi so với năm 2020', 'gấp đôi', '=', 2, null, 'lần'],
  ['tối thiểu gấp đôi năm 2025', 'tối thiểu gấp đôi', '>=', 2, null, 'lần'],
  ['tăng hơn gấp ba', 'hơn gấp ba', '>', 3, null, 'lần'],
  ['cao gấp ba lần', 'gấp ba lần', '=', 3, null, 'lần'],
  ['giảm 1/2 số vụ cháy', '1/2', '=', 50, null, '%'],
  ['ít nhất 2/3 số thôn đạt chuẩn', 'ít nhất 2/3', '>=', 66.67, null, '%'],
  ['ít nhất 2⁄3 số thôn đạt chuẩn', 'ít nhất 2⁄3', '>=', 66.67, null, '%'],
  ['tối thiểu ¾ số hộ', 'tối thiểu ¾', '>=', 75, null, '%'],
  ['cắt giảm ⅓ thời gian giải quyết', '⅓', '=', 33.33, null, '%'],
  ['trên hai phần ba số hộ', 'trên hai phần ba', '>', 66.67, null, '%'],
  ['giảm một phần ba', 'một phần ba', '=', 33.33, null, '%'],
  ['giảm một nửa', 'một nửa', '=', 50, null, '%'],
  ['ít nhất một nửa các xã', 'ít nhất một nửa', '>=', 50, null, '%'],
  ['Đến năm 2030, không còn hộ nghèo', 'không còn hộ nghèo', '=', 0, null, 'hộ nghèo'],
  ['phấn đấu toàn bộ các xã được phủ sóng', 'toàn bộ', '=', 100, null, '%'],
]);
