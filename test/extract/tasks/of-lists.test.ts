import { expect, test } from 'vitest';
import type { Task } from '../../../src/model/record.ts';
import { extracted } from '../make.ts';

const said = (tasks: readonly Task[]) =>
  tasks.map((task) => [
    task.text,
    task.leads.map((a) => a.code).join(),
    task.cooperating.map((a) => a.code).join(),
    task.deadline?.end ?? task.deadline?.type ?? null,
  ]);

const LISTS: [name: string, lines: readonly string[], tasks: readonly (string | null)[][]][] = [
  [
    'items under the matter',
    [
      'II. NHIỆM VỤ',
      '1. Trồng rừng ven biển',
      '- Đơn vị chủ trì: Sở Tài chính.',
      '- Đơn vị phối hợp: Sở Y tế, Công an tỉnh.',
      '- Thời gian hoàn thành: Quý III/2022.',
      '2. Nhiệm vụ: Lắp camera tại các cảng cá.',
      'Cơ quan, đơn vị chủ trì: Sở Xây dựng.',
      'Cơ quan, đơn vị phối hợp: Công an tỉnh.',
      'Thời hạn: 30/6/2022.',
    ],
    [
      ['Trồng rừng ven biển', 'so-tai-chinh', 'so-y-te,cong-an', '2022-09-30'],
      ['Lắp camera tại các cảng cá.', 'so-xay-dung', 'cong-an', '2022-06-30'],
    ],
  ],
  [
    'all in one line below the matter',
    [
      'II. NHIỆM VỤ',
      'a) Tập huấn cho ngư dân.',
      'Chủ trì: Hội Nông dân tỉnh; phối hợp: Sở Y tế; thời gian: quý IV/2022.',
      'b) Khám sức khỏe cho ngư dân.',
      'Chủ trì: Sở Y tế. Phối hợp: Hội Nông dân tỉnh. Thời gian: Hằng năm.',
    ],
    [
      ['Tập huấn cho ngư dân.', 'hoi-nong-dan', 'so-y-te', '2022-12-31'],
      ['Khám sức khỏe cho ngư dân.', 'so-y-te', 'hoi-nong-dan', 'recurring'],
    ],
  ],
  [
    'all of a task in its item, in any order',
    [
      'II. NHIỆM VỤ',
      '1. Giữ gìn trật tự.',
      '2. Cơ quan chủ trì: Sở Y tế. Cơ quan phối hợp: Công an tỉnh, Sở Nội vụ. Nội dung: lập sổ sức khỏe cho ngư dân. Thời gian: quý III/2022.',
      '3. Nội dung: trồng rừng ven biển; đơn vị chủ trì: Sở Xây dựng; thời hạn: 30/9/2022.',
    ],
    [
      ['lập sổ sức khỏe cho ngư dân.', 'so-y-te', 'cong-an,so-noi-vu', '2022-09-30'],
      ['trồng rừng ven biển;', 'so-xay-dung', '', '2022-09-30'],
    ],
  ],
  [
    'several matters of one section, each with who and when behind it',
    [
      'II. NHIỆM VỤ',
      '- Xây dựng phóng sự về biển.',
      '- Cơ quan chủ trì: Sở Tài chính',
      '- Thời gian: Tháng 5/2022',
      '- Tổ chức cuộc thi viết về biển.',
      '- Cơ quan chủ trì: Sở Y tế',
      '- Thời gian: Tháng 8/2022',
    ],
    [
      ['Xây dựng phóng sự về biển.', 'so-tai-chinh', '', '2022-05-31'],
      ['Tổ chức cuộc thi viết về biển.', 'so-y-te', '', '2022-08-31'],
    ],
  ],
  [
    'who leads and who helps as items of an item, with lists of their own',
    [
      'I. KHẢO SÁT LUỒNG LẠCH',
      '1. Nội dung, biện pháp',
      'a) Đo độ sâu của các cửa lạch;',
      'b) Lập bản đồ luồng.',
      '2. Cơ quan chủ trì, phối hợp',
      'a) Cơ quan chủ trì',
      '- Sở Xây dựng.',
      '- Sở Tài chính; Sở Y tế.',
      '(Sở Xây dựng là đầu mối, giúp Sở Nội vụ theo dõi).',
      'b) Cơ quan phối hợp',
      '- Công an tỉnh.',
      '3. Thời gian thực hiện: Từ tháng 3/2022 đến tháng 6/2022.',
    ],
    [['Đo độ sâu của các cửa lạch; b) Lập bản đồ luồng.', 'so-xay-dung,so-tai-chinh,so-y-te', 'cong-an', '2022-06-30']],
  ],
];
test.each(LISTS)('a task as a list: %s', (_, lines, tasks) => {
  expect(said(extracted(lines).record.tasks)).toEqual(tasks);
});

test('what comes of it is the product', () => {
  const { record } = extracted([
    'II. NHIỆM VỤ',
    '1. Trồng rừng ven biển theo yêu cầu của ngư dân',
    '- Lãnh đạo phụ trách: Phó Chủ tịch UBND tỉnh.',
    '- Kinh phí: Ngân sách tỉnh.',
    '- Phân công: Sở Tài chính chủ trì, phối hợp với Sở Y tế.',
    '- Sản phẩm dự kiến: Báo cáo khảo sát.',
  ]);
  expect(record.tasks.map((task) => [task.leads.length, task.cooperating.length, task.product, task.text])).toEqual([
    [1, 1, 'Báo cáo khảo sát', 'Trồng rừng ven biển theo yêu cầu của ngư dân'],
  ]);
});

test('an item below who does it that says what one of them does is a duty of its own', () => {
  const { record } = extracted([
    'III. HOẠT ĐỘNG',
    '1. Truyền thông',
    '- Nội dung: Phát động tuần lễ biển.',
    '- Cơ quan thực hiện:',
    '+ Sở Y tế chủ trì, phối hợp với Công an tỉnh.',
    '+ Sở Xây dựng đăng tải thông điệp của tuần lễ trên các bảng quang báo dọc những tuyến đường ven biển.',
    '- Thời gian: Quý III/2022.',
  ]);
  expect(said(record.tasks)).toEqual([
    ['Phát động tuần lễ biển.', 'so-y-te', 'cong-an', '2022-09-30'],
    [
      'Sở Xây dựng đăng tải thông điệp của tuần lễ trên các bảng quang báo dọc những tuyến đường ven biển.',
      'so-xay-dung',
      '',
      '2022-09-30',
    ],
  ]);
});

test('who does it, in a paragraph under an item: the item is the matter', () => {
  const { record } = extracted([
    'III. NHIỆM VỤ TRỌNG TÂM',
    '1. Tái cơ cấu ngành chế biến gỗ',
    'Đơn vị thực hiện: Sở Công Thương chủ trì, phối hợp với Sở Tài chính.',
    '2. Thu hút đầu tư vào cụm công nghiệp',
    'Đơn vị thực hiện: Ban Quản lý khu kinh tế.',
  ]);
  expect(record.tasks.map((t) => [t.path, t.text, t.leads.length])).toEqual([
    ['III.1', 'Tái cơ cấu ngành chế biến gỗ', 1],
    ['III.2', 'Thu hút đầu tư vào cụm công nghiệp', 1],
  ]);
});

const SILENT: readonly (readonly string[])[] = [
  ['II. NHIỆM VỤ', 'Thời gian: Quý II/2022.', 'Kết quả: Báo cáo.'],
  ['II. NHIỆM VỤ', 'Cơ quan chủ trì:'],
  ['III. PHÂN CÔNG NHIỆM VỤ', '1. Trồng rừng ven biển', '2. Lắp camera tại các cảng cá'],
];
test.each(SILENT.map((lines) => [lines.join(' / '), lines] as const))('no task: %s', (_, lines) => {
  expect(extracted(lines).record.tasks).toEqual([]);
});
