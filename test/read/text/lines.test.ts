import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { blocksOfText } from '../../../src/read/text/plain-text.ts';

const texts = (text: string): string[] => blocksOfText(loadKnowledge(), text).map((block) => block.text);

/** As pages save: the first line of each paragraph breaks off early, the others at some 80 characters. */
const WRAPPED = `I. MỤC TIÊU
1. Mục tiêu chung
a) Nâng cao chất lượng phục vụ
người dân và doanh nghiệp, xây dựng nền hành chính chuyên nghiệp, công khai và
minh bạch trong giai đoạn 2021 -
2025, bảo đảm tiết kiệm.
b) Rút ngắn thời gian tiếp cận
điện năng so với năm
2020. Duy trì các kết quả đã đạt được của năm trước và của cả giai đoạn từ năm
2015, có so sánh với các tỉnh trong vùng.
2. Sở Nội vụ
Là cơ quan theo dõi chung việc
thực hiện kế hoạch này trên địa bàn tỉnh, định kỳ báo cáo Ủy ban nhân dân tỉnh
và Bộ Nội vụ.
3. Sở Khoa học và Công nghệ
Chủ trì áp dụng hệ thống quản lý
chất lượng tại các cơ quan hành chính nhà nước trên địa bàn tỉnh theo quy định
hiện hành.
II. CÔNG TÁC
CHỈ ĐẠO, ĐIỀU HÀNH
1. Xây dựng chính quyền số
+ 100% hệ thống thông tin của
các cơ quan từ cấp tỉnh đến cấp xã được kết nối vào mạng truyền số liệu chuyên
dùng của tỉnh;
- Hợp tác kinh tế - văn hóa
- xã hội với các tỉnh bạn[1];
đ) Về tài chính công: 80% đơn
vị sự nghiệp tự chủ.
[1] Theo Nghị quyết số
12/NQ-HĐND ngày 05/7/2021 của
Hội đồng nhân dân tỉnh.`;

test('wrapped lines become the paragraphs that were meant', () => {
  expect(texts(WRAPPED)).toEqual([
    'I. MỤC TIÊU',
    '1. Mục tiêu chung',
    'a) Nâng cao chất lượng phục vụ người dân và doanh nghiệp, xây dựng nền hành chính chuyên nghiệp, công khai và minh bạch trong giai đoạn 2021 - 2025, bảo đảm tiết kiệm.',
    'b) Rút ngắn thời gian tiếp cận điện năng so với năm 2020. Duy trì các kết quả đã đạt được của năm trước và của cả giai đoạn từ năm 2015, có so sánh với các tỉnh trong vùng.',
    '2. Sở Nội vụ',
    'Là cơ quan theo dõi chung việc thực hiện kế hoạch này trên địa bàn tỉnh, định kỳ báo cáo Ủy ban nhân dân tỉnh và Bộ Nội vụ.',
    '3. Sở Khoa học và Công nghệ',
    'Chủ trì áp dụng hệ thống quản lý chất lượng tại các cơ quan hành chính nhà nước trên địa bàn tỉnh theo quy định hiện hành.',
    'II. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH',
    '1. Xây dựng chính quyền số',
    '+ 100% hệ thống thông tin của các cơ quan từ cấp tỉnh đến cấp xã được kết nối vào mạng truyền số liệu chuyên dùng của tỉnh;',
    '- Hợp tác kinh tế - văn hóa - xã hội với các tỉnh bạn[1];',
    'đ) Về tài chính công: 80% đơn vị sự nghiệp tự chủ.',
    '[1] Theo Nghị quyết số 12/NQ-HĐND ngày 05/7/2021 của Hội đồng nhân dân tỉnh.',
  ]);
  expect(blocksOfText(loadKnowledge(), WRAPPED).at(-1)?.kind).toBe('footnote');
});

test('a line much longer than the wrapped ones is whole', () => {
  const long = `- Mức độ hài lòng của người dân ${'đối với cơ quan hành chính nhà nước '.repeat(6)}đạt 90%.`;
  const wrapped = [
    '1. Bảo đảm một trăm phần trăm văn bản',
    'đi và đến của các cơ quan hành chính',
    'nhà nước được ký số trong năm tới,',
  ];
  const text = [long, `Với các mục tiêu trên, Giám đốc ${'yêu cầu các phòng '.repeat(8)}:`, ...wrapped, ...wrapped];
  expect(texts(text.join('\n')).slice(0, 2)).toEqual(text.slice(0, 2).map((line) => line.trim()));
});

test('where every line is a paragraph, none are joined', () => {
  const lines = [
    'Sở đề ra các chỉ tiêu sau',
    '- Đạt 100% hồ sơ trực tuyến',
    '- Hài lòng tối thiểu 90%',
    'tiếp tục rà soát quy trình',
    'Thanh Mai',
  ];
  expect(texts(lines.join('\n'))).toEqual(lines);
});

describe('a dash or plus below a line that ends with a figure', () => {
  const wrapped = [
    'Các đơn vị tiếp tục đẩy mạnh công tác cải cách thủ tục hành chính và ứng dụng',
    'công nghệ thông tin trong hoạt động của mình, bảo đảm công khai, minh bạch và',
    'thuận lợi cho người dân, doanh nghiệp khi thực hiện thủ tục hành chính tại các',
    'bộ phận một cửa trên địa bàn tỉnh, nhất là những thủ tục được thực hiện nhiều.',
  ];
  const last = (...lines: readonly string[]): readonly string[] => {
    const read = texts([...wrapped, ...wrapped, 'II. CHỈ TIÊU', ...lines].join('\n'));
    return read.slice(read.indexOf('II. CHỈ TIÊU') + 1);
  };
  test.each([
    [['- Giai đoạn 2026-2028', '+ 90% hồ sơ được ký số.'], 2],
    [['- Giai đoạn 2026 - 2028', '- 100% hồ sơ được ký số.'], 2],
    [['- Đến năm 2030', '- 100% hồ sơ được ký số.'], 2],
    [
      [
        '- Phát triển hạ tầng số của tỉnh, từng bước nâng cao chất lượng trong giai đoạn 2026',
        '- 2030 theo quy hoạch.',
      ],
      1,
    ],
    [
      ['- Rút ngắn thời gian giải quyết thủ tục hành chính của các cơ quan xuống còn từ 35', '- 40% so với năm 2020.'],
      1,
    ],
  ])('%j are %i', (lines, count) => expect(last(...lines)).toHaveLength(count));
});

test('a word that a hyphen parts at the end of a line is whole again', () => {
  const lines = [
    'Nâng cao chất lượng phục vụ người dân và doanh nghiệp trên địa bàn tỉ-',
    'nh, xây dựng nền hành chính hiện đại; phát triển kinh tế-',
    'xã hội nhanh và bền vững, bảo đảm an sinh và đời sống của ngườ-',
    'i dân ở mọi vùng.',
  ];
  expect(texts(lines.join('\n'))).toEqual([
    'Nâng cao chất lượng phục vụ người dân và doanh nghiệp trên địa bàn tỉnh, xây dựng nền hành chính hiện đại; phát triển kinh tế- xã hội nhanh và bền vững, bảo đảm an sinh và đời sống của người dân ở mọi vùng.',
  ]);
});

test('the dash in the name of a body begins no item', () => {
  const lines = [
    'Các trường phổ thông gửi số liệu về tai nạn của học sinh đến Sở Lao động',
    '- Thương binh và Xã hội và đến cơ quan quản lý trước ngày 30 hằng tháng',
    'để tổng hợp, báo cáo cấp trên theo quy định hiện hành của tỉnh và của bộ,',
    'ngành trung ương; các trường trung học phổ thông chuyên biệt của tỉnh thì',
    'gửi số liệu của mình qua phần mềm dùng chung của ngành mỗi quý một lần.',
  ];
  expect(texts(lines.join('\n'))).toEqual([lines.join(' ')]);
});

/** Broken where the next word does not fit 47 characters. */
const AT_47 = `Thời gian qua, việc giải quyết hồ sơ ở nhiều
nơi còn chậm, người dân phải đi lại nhiều lần
mới xong.
Để khắc phục, các đơn vị rà soát toàn bộ hồ sơ,
công khai kết quả trên trang tin của mình, gửi
thư xin lỗi đến người dân và bố trí người làm
thay khi có việc; hoàn thành trong quý II.
Các phòng nghiêm túc thực hiện những việc trên,
và báo cáo hằng tháng về tiến độ, khó khăn cùng
những đề xuất của mình để cùng nhau tháo gỡ, vì
công việc chung của cả cơ quan và của từng
người trong cơ quan.`;
test('where all lines are as full as they can be, a shorter one ends its paragraph', () => {
  expect(texts(AT_47).map((text) => text.split(' ', 2).join(' '))).toEqual(['Thời gian', 'Để khắc', 'Các phòng']);
});

test('the closing words of a plan open a paragraph, however full the line before them is', () => {
  const lines = [
    'Công an tỉnh rà soát các nội dung, nhiệm vụ của Kế hoạch này để',
    'tham mưu điều chỉnh cho phù hợp, đồng bộ và hiệu quả, kể cả khi',
    'luật được Quốc hội thông qua và có hiệu lực thi hành trên nước.',
    'Trong quá trình thực hiện, nếu có khó khăn, các đơn vị báo cáo',
    'về Công an tỉnh.',
  ];
  expect(texts(lines.join('\n'))).toEqual([lines.slice(0, 3).join(' '), lines.slice(3).join(' ')]);
});

test('where empty lines part items, a number in the middle of a sentence counts none', () => {
  const lines = [
    '1. Chuẩn bị',
    'Sẵn sàng phương tiện, lực lượng và nhu yếu phẩm cho những nơi có rủi ro cấp độ\n2. Chuyển ngay thuốc men đến các thôn, bản bị nước lũ chia cắt trong đêm, ưu\ntiên người già và trẻ em.',
    '2. Thực hiện',
    'Kiểm tra các hồ chứa, đê điều và công trình thủy lợi đang xây dựng trước mùa mưa,\nbáo cáo kết quả về Văn phòng để tổng hợp, trình lãnh đạo xem xét, quyết định các\nviệc cần làm ngay.',
    '3. Kiểm tra',
    'Tổ chức đoàn kiểm tra liên ngành tại các địa bàn trọng điểm, nhắc nhở những nơi còn\nchủ quan, lơ là.',
  ];
  expect(texts(lines.join('\n\n'))).toEqual(lines.map((line) => line.replaceAll('\n', ' ')));
});

test('a label alone on its line is of the line below it', () => {
  expect(
    texts(
      'A.\nNhững việc phải làm\n1.\nSở Xây dựng:\n- Dọn sạch các bến tàu.\n2.\nSở Y tế trữ thuốc.\nSTT 3.\nb) Khác.',
    ),
  ).toEqual([
    'A. Những việc phải làm',
    '1. Sở Xây dựng:',
    '- Dọn sạch các bến tàu.',
    '2. Sở Y tế trữ thuốc.',
    'STT 3.',
    'b) Khác.',
  ]);
});

const BROKEN = 'Các xã ven biển rà soát nhà ở không kiên cố, lập danh sách hộ cần di dời đến';
test.each([
  ['a sentence that goes on below', `${BROKEN}\nnơi an toàn trước mùa bão.`, [`${BROKEN} nơi an toàn trước mùa bão.`]],
  [
    'over the end of a page',
    `${BROKEN}\n\fnơi an toàn.\nSở Y tế trữ thuốc.`,
    [`${BROKEN} nơi an toàn.`, 'Sở Y tế trữ thuốc.'],
  ],
  ['items of a list without marks', 'Các xã\nphường ven biển\nthị trấn', ['Các xã', 'phường ven biển', 'thị trấn']],
  ['an item with a letter', `${BROKEN}\na) nơi an toàn`, [BROKEN, 'a) nơi an toàn']],
  ['a sentence that has ended', `${BROKEN}.\nnơi an toàn`, [`${BROKEN}.`, 'nơi an toàn']],
])('without wrapping: %s', (_, text, expected) => {
  expect(texts(text)).toEqual(expected);
});

test('a dash at the beginning of a line that stands in brackets opens no item', () => {
  const lines =
    'Các phòng phối hợp với Sở Nội vụ (Ban Thi đua\n- Khen thưởng) họp xét, đề nghị\nkhen thưởng những tập thể có\nthành tích trong việc dọn sạch\nbến tàu và kè đá ven sông của\nhuyện.\n- Các xã báo cáo kết quả hằng\ntháng về tiến độ, khó khăn cùng\nnhững đề xuất của mình.';
  expect(texts(lines)).toEqual([
    'Các phòng phối hợp với Sở Nội vụ (Ban Thi đua - Khen thưởng) họp xét, đề nghị khen thưởng những tập thể có thành tích trong việc dọn sạch bến tàu và kè đá ven sông của huyện.',
    '- Các xã báo cáo kết quả hằng tháng về tiến độ, khó khăn cùng những đề xuất của mình.',
  ]);
});
