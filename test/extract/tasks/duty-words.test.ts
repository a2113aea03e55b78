import { expect, test } from 'vitest';
import { type DutyPatterns, dutyPatterns } from '../../../src/extract/tasks/duty-words.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const words = dutyPatterns(loadKnowledge());

const WORDS: [name: keyof DutyPatterns, text: string, found: string | null][] = [
  ['hands', 'UBND tỉnh yêu  cầu: ', ' yêu  cầu: '],
  ['hands', 'giao nhiệm vụ cho ', 'giao nhiệm vụ cho '],
  ['hands', 'theo yêu cầu của ', null],
  ['opening', 'Trong đó, giao Sở Y tế', 'Trong đó, giao '],
  ['opening', 'Trách nhiệm của Sở Y tế', 'Trách nhiệm của '],
  ['answers', ', (sau đây gọi là Sở) có trách nhiệm tuần tra', ', (sau đây gọi là Sở) có trách nhiệm'],
  ['answers', ' có trách nhiệp', null],
  ['acts', 'Tổ chức thi chạy', 'Tổ chức'],
  ['acts', 'Tổ chức chính trị - xã hội', null],
  ['acts', 'Trồng rừng', null],
  ['charges', ' và chủ trì tuần tra', ' và chủ trì'],
  ['closes', 'Quyết định này có hiệu lực', 'Quyết định này'],
  ['enforces', 'Sở Y tế chịu trách nhiệm thi hành./.', 'trách nhiệm thi hành./.'],
  ['enforces', 'Sở Y tế chịu trách nhiệm thi hành Quyết định này', 'trách nhiệm thi hành Quyết định này'],
  ['enforces', 'Sở Y tế chịu trách nhiệm thi hành án', null],
  ['enforcesBy', 'Sở Y tế căn cứ Quyết định thi hành.', 'căn cứ Quyết định thi hành.'],
  ['enforcesBy', 'Sở Y tế căn cứ Quyết định thực hiện chi trả.', null],
  ['addressees', 'Kính gửi: Sở Y tế', 'Kính gửi'],
  ['entreats', 'Kính đề nghị Sở Y tế', 'Kính đề nghị'],
  ['handsItems', 'Hội đồng nhân dân tỉnh giao:', 'giao:'],
  [
    'handsItems',
    'Chủ tịch UBND tỉnh yêu cầu các sở, ngành tập trung thực hiện các nhiệm vụ sau:',
    'yêu cầu các sở, ngành tập trung thực hiện các nhiệm vụ sau:',
  ],
  ['handsItems', 'Các chỉ tiêu được giao:', null],
  ['narrows', ' có rừng tăng cường tuần tra', ' có rừng '],
  ['narrows', ' có công văn chỉ đạo dọn bến', null],
  ['matter', 'Khen thưởng thuyền trưởng', 'Khen thưởng'],
  ['post', 'Các đồng chí Phó Bí thư', 'Các đồng chí Phó Bí thư'],
  ['post', 'Ủy viên ban', 'Ủy viên'],
  ['post', 'Uỷ viên ban', 'Uỷ viên'],
  ['local', 'Các thôn, bản và khu phố trên địa bàn xã tuần tra', 'Các thôn, bản và khu phố trên địa bàn xã'],
  ['local', 'Thôn tuần tra', null],
  ['besideTimes', 'Định kỳ, chậm nhất vào ', 'Định kỳ, chậm nhất vào '],
  ['besideTimes', 'Sau ', null],
  ['within', 'quý II', 'quý'],
  ['within', 'trong năm', null],
  ['within', 'trong năm 2025', 'trong'],
  ['done', 'hoàn thành trong ', 'hoàn thành trong '],
  ['done', 'hoàn thành sau ', null],
  ['delivers', 'Trình UBND tỉnh', 'Trình'],
  ['nobody', 'Các cơ quan, đơn vị và tổ chức có liên quan', 'Các cơ quan, đơn vị và tổ chức có liên quan'],
  ['nobody', 'Cơ quan Kiểm lâm', null],
  ['listed', ', các hội và ', ', các hội và '],
  ['listed', ', các doanh nghiệp và ', ', các doanh nghiệp và '],
  ['listed', ', báo cáo ', null],
  ['noAct', 'cho biết sóng to', 'cho'],
  ['noAct', 'vớt rác', null],
  ['reach', ' từ tỉnh đến cơ sở vớt rác', ' từ tỉnh đến cơ sở'],
  ['narrows', ' thuộc đảo kiểm tra', ' thuộc đảo '],
  ['narrows', ' ven biển, kiểm tra', null],
  ['commander', 'Ủy ban nhân dân tỉnh', 'Ủy ban nhân dân tỉnh'],
  ['commander', 'Ủy ban nhân dân các huyện', null],
  ['commands', ' đã chỉ đạo các sở: ', ' chỉ đạo các sở: '],
  ['commands', ' đã chỉ đạo quyết liệt ', null],
  ['ofPlans', 'kế hoạch phát triển kinh tế - xã hội ', 'kế hoạch phát triển kinh tế - xã hội '],
  ['ofPlans', 'kiểm tra ', null],
  ['namesOnly', 'Đơn vị chủ trì: Sở Y tế', 'Đơn vị chủ trì:'],
];
test.each(WORDS)('%s: %s', (name, text, found) => {
  expect(words[name].exec(text)?.[0] ?? null).toBe(found);
});

const BETWEEN: [text: string, joined: boolean][] = [
  [', ', true],
  ['; và các ', true],
  [' cùng ', true],
  [' hoặc ', false],
  [' phối hợp với ', false],
];
test.each(BETWEEN)('between two names of one enumeration: "%s"', (text, joined) => {
  expect(words.joined.test(text)).toBe(joined);
});
