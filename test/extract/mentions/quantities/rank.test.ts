import { foundQuantities } from './cases.ts';

foundQuantities('rank', [
  ['PAR INDEX xếp 9/63 tỉnh, thành phố', '9/63 tỉnh, thành phố', '<=', 9, null, 'rank'],
  ['PAPI xếp hạng 12/63 tỉnh thành phố', '12/63 tỉnh thành phố', '<=', 12, null, 'rank'],
  ['xếp hạng chỉ số chuyển đổi số (DTI): 17/63', '17/63', '<=', 17, null, 'rank'],
  ['thứ hạng PAR INDEX của tỉnh: 8', '8', '<=', 8, null, 'rank'],
  ['xếp hạng từ 25 trở lên', 'xếp hạng từ 25 trở lên', '<=', 25, null, 'rank'],
  ['thuộc nhóm 10 địa phương dẫn đầu cả nước', 'thuộc nhóm 10 địa phương dẫn đầu', '<=', 10, null, 'rank'],
  ['nằm trong 15 tỉnh, thành phố đứng đầu', 'nằm trong 15 tỉnh, thành phố đứng đầu', '<=', 15, null, 'rank'],
  [
    'trong nhóm 20 tỉnh, thành phố có chỉ số cao nhất cả nước',
    'trong nhóm 20 tỉnh, thành phố có chỉ số cao nhất',
    '<=',
    20,
    null,
    'rank',
  ],
  ['vào top 10 cả nước', 'vào top 10', '<=', 10, null, 'rank'],
  ['xếp thứ 5 toàn quốc', 'xếp thứ 5', '<=', 5, null, 'rank'],
  ['xếp hạng 12/63', 'xếp hạng 12/63', '<=', 12, null, 'rank'],
  [
    'nằm trong nhóm 20 tỉnh, thành phố có chất lượng điều hành khá',
    'nằm trong nhóm 20 tỉnh, thành phố',
    '<=',
    20,
    null,
    'rank',
  ],
  ['vào nhóm 15 cả nước', 'vào nhóm 15', '<=', 15, null, 'rank'],
  ['duy trì vị trí thứ 10', 'duy trì vị trí thứ 10', '<=', 10, null, 'rank'],
  ['xếp vị trí từ thứ 15 trở lên', 'xếp vị trí từ thứ 15 trở lên', '<=', 15, null, 'rank'],
]);
