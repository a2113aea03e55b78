import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

const measures = (sentence: string): string[] =>
  targetsOf(['I. MỤC TIÊU CỤ THỂ', sentence]).map(({ indicator }) => indicator.text);

test.each<[why: string, sentence: string, measures: string[]]>([
  [
    'who says it is no word of it',
    'Lãnh đạo Sở Y tế cho biết, năm 2025 toàn ngành phấn đấu tiêm chủng cho 12.000 trẻ em.',
    ['tiêm chủng cho trẻ em'],
  ],
  [
    'nor what is done at once with it',
    'Nâng cao chất lượng các xã đã đạt chuẩn, đồng thời nâng số tiêu chí bình quân lên 15 tiêu chí/xã.',
    ['số tiêu chí bình quân'],
  ],
  [
    'nor a time behind brackets',
    'Tỷ lệ hộ thiếu nước giảm còn 14% (vùng cao 24%) vào năm 2025 và 9% (vùng cao 19%) vào năm 2030.',
    ['Tỷ lệ hộ thiếu nước', 'Tỷ lệ hộ thiếu nước', 'Tỷ lệ hộ thiếu nước: vùng cao', 'Tỷ lệ hộ thiếu nước: vùng cao'],
  ],
  [
    'nor how a count stands to a plan',
    'Có 12.400 lượt khách quốc tế đạt 82% kế hoạch năm 2026.',
    ['lượt khách quốc tế', 'lượt khách quốc tế % kế hoạch năm 2026'],
  ],
  [
    'nor what is bettered by it',
    'Cải thiện sức khỏe của học sinh, trong đó giảm tỷ lệ học sinh béo phì xuống 9%.',
    ['tỷ lệ học sinh béo phì'],
  ],
  [
    'a level below a bound is of no plural noun before it',
    'Giảm số người mắc bệnh lao các thể xuống dưới 32/100.000 dân.',
    ['số người mắc bệnh lao các thể'],
  ],
  [
    'nor whoever says it without a comma',
    'Anh Hoàng Văn Nam cho biết gia đình sẽ nuôi 500 con gà đồi.',
    ['nuôi con gà đồi'],
  ],
  [
    'nor who sets about it',
    'Năm 2025, huyện Văn Chấn chủ động xây dựng 15 mô hình kinh tế tập thể.',
    ['xây dựng mô hình kinh tế tập thể'],
  ],
  [
    'nor whoever does it behind a comma',
    'Cùng với các địa phương khác, hội viên nông dân xã Tân Lập sẽ trồng 25 ha chè.',
    ['trồng chè'],
  ],
  [
    'nor who gives it others to do',
    'Ban Chỉ đạo giao các huyện trồng mới 500 ha rừng sản xuất.',
    ['trồng mới rừng sản xuất'],
  ],
  ['nor the aim that is given', 'Xã được giao chỉ tiêu vận động 120 người hiến máu.', ['vận động người hiến máu']],
  [
    'nor when that is, told without a date',
    'Tính đến thời điểm này toàn huyện phấn đấu có 6.620 hộ dân được sử dụng nước sạch.',
    ['hộ dân được sử dụng nước sạch'],
  ],
  [
    'nor what is done before an aim is reached',
    'Giảm tỷ lệ mắc và chết do sốt rét, tiến tới loại trừ bệnh, đạt mục tiêu giảm tỷ lệ mắc sốt rét xuống dưới 9%.',
    ['tỷ lệ mắc sốt rét'],
  ],
  [
    'nor what else is done, before "và" and a verb',
    'Tăng cường phổ biến pháp luật về đất đai và tổ chức ít nhất 10 lớp tập huấn.',
    ['tổ chức lớp tập huấn'],
  ],
  [
    'but verbs that stand together',
    'Đầu tư xây dựng, cải tạo và nâng cấp 10 trạm y tế.',
    ['Đầu tư xây dựng, cải tạo và nâng cấp trạm y tế'],
  ],
  [
    'nor what helps growth',
    'Cơ cấu lại đàn bò, nâng cao giá trị sản phẩm góp phần tăng trưởng ngành chăn nuôi đạt trên 4%.',
    ['tăng trưởng ngành chăn nuôi'],
  ],
  [
    'nor works before what they can do is raised',
    'Huy động nguồn lực, nâng cấp các trạm bơm, nâng công suất tưới toàn tỉnh đạt 5.000 m3/ngày đêm.',
    ['công suất tưới toàn tỉnh'],
  ],
  ['nor what joins it to the sentence before', 'Song song với đó trồng mới 90 ha rừng.', ['trồng mới rừng']],
  [
    'nor several clauses that are said before',
    'Nhờ làm tốt công tác tuyên truyền, bằng nhiều nguồn lực, xã phấn đấu làm mới 7 km đường bê tông.',
    ['làm mới đường bê tông'],
  ],
  [
    'nor the aim that something else is done for',
    'Để đạt được mục tiêu đề ra, huyện sẽ hỗ trợ 200 hộ nghèo vay vốn.',
    ['hỗ trợ hộ nghèo vay vốn'],
  ],
  [
    'what all the rest is done for is it',
    'Đẩy mạnh tuyên truyền, vận động nhân dân bảo vệ môi trường nhằm nâng tỷ lệ thu gom rác thải lên 95%.',
    ['tỷ lệ thu gom rác thải'],
  ],
  [
    'of several things that are done, the last is',
    'Phát triển mạnh du lịch sinh thái, gắn với bảo tồn văn hóa, tạo việc làm cho 3.000 lao động.',
    ['tạo việc làm cho lao động'],
  ],
  ['but verbs side by side stay', 'Xây dựng mới, sửa chữa 20 căn nhà.', ['Xây dựng mới, sửa chữa căn nhà']],
  [
    'a list of what is measured is not who aims',
    'Tỷ lệ hộ nghèo, hộ cận nghèo phấn đấu giảm còn 3%.',
    ['Tỷ lệ hộ nghèo, hộ cận nghèo'],
  ],
  [
    'the name of the paper is none of it',
    'Laocaitv.vn - Theo kế hoạch, toàn tỉnh sẽ trồng mới 800 nghìn cây xanh.',
    ['trồng mới cây xanh'],
  ],
  [
    'nor what all is told by, though it holds commas itself',
    'Theo kế hoạch, tỉnh phấn đấu đạt tỷ lệ rác thải được thu gom, xử lý 95%.',
    ['tỷ lệ rác thải được thu gom, xử lý'],
  ],
  [
    'nor what is told of another measure',
    'Số trang trại tăng nhanh, số hộ nuôi nhỏ lẻ còn 1.200 hộ.',
    ['số hộ nuôi nhỏ lẻ'],
  ],
  [
    'nor what is said by the way',
    'Đáng chú ý, là năm đầu tiên doanh thu du lịch vượt 900 tỷ đồng.',
    ['doanh thu du lịch'],
  ],
  [
    'nor who has done it, told in the clause before',
    'Công tác y tế được quan tâm, đã khám cho 2.500 trẻ em.',
    ['khám cho trẻ em'],
  ],
  [
    'what is kept is it, how it is kept is not',
    'Bảo vệ tốt rừng hiện có, duy trì ổn định độ che phủ rừng 54%.',
    ['độ che phủ rừng'],
  ],
  [
    'what is reached is it',
    'Tỉnh phấn đấu đạt tỷ lệ rác thải được thu gom, xử lý 95%.',
    ['tỷ lệ rác thải được thu gom, xử lý'],
  ],
  [
    'a measure that is brought to its level',
    'Phấn đấu đưa tổng sản lượng lúa đạt 225.000 tấn.',
    ['tổng sản lượng lúa'],
  ],
  [
    'the whole place that does what is counted is none of it',
    'Năm 2023, toàn huyện trồng mới 500 ha rừng.',
    ['trồng mới rừng'],
  ],
  ['but one by its name is', 'Xã Y Tý trồng 50 ha dược liệu.', ['Xã Y Tý trồng dược liệu']],
  ['and so is the whole country', 'Cả nước xuất khẩu 9 triệu tấn gạo.', ['Cả nước xuất khẩu gạo']],
  ['a name that begins like a verb is none', 'Toàn xã Cấp Tiến nuôi 500 con bò.', ['Toàn xã Cấp Tiến nuôi con bò']],
  [
    'but what is told of it in percent is',
    'Huyện Lâm Thao xây dựng nông thôn mới đạt 90% kế hoạch.',
    ['Huyện Lâm Thao xây dựng nông thôn mới % kế hoạch'],
  ],
  [
    'nor what has a figure of its own, though it is no target',
    'Đất ở: Có diện tích khoảng 47 ha, mật độ xây dựng gộp tối đa 70%.',
    ['mật độ xây dựng gộp'],
  ],
  [
    'nor to whom it is given',
    'Giao chỉ tiêu cho Trung tâm Cai nghiện tỉnh, Công an huyện Kim Bảng tiếp nhận học viên tự nguyện là 300 người.',
    ['tiếp nhận học viên tự nguyện'],
  ],
  [
    'nor what the aims are about',
    'Kỳ họp thông qua các chỉ tiêu phát triển chủ yếu với tốc độ tăng trưởng kinh tế đạt 8%.',
    ['tốc độ tăng trưởng kinh tế'],
  ],
  ['nor that it is planned', 'Năm 2025, toàn tỉnh có kế hoạch trồng 10.500 ha rừng.', ['trồng rừng']],
  [
    'nor that it was finished',
    'Trong năm, xã đã hoàn thành việc xây mới nhà cho 53 hộ nghèo.',
    ['xây mới nhà cho hộ nghèo'],
  ],
  [
    'nor what is conceded before it',
    'Mặc dù được đầu tư mạnh nhưng toàn tỉnh chỉ có 4 hợp tác xã có sản phẩm đạt chứng nhận.',
    ['hợp tác xã có sản phẩm đạt chứng nhận'],
  ],
  [
    'but of what has something, that is said',
    'Toàn tỉnh đón tổng lượt khách du lịch có lưu trú đạt 5.500.000 lượt.',
    ['đón tổng lượt khách du lịch có lưu trú'],
  ],
  ['nor who does it', 'Đảng bộ thành lập mới 3 chi bộ.', ['thành lập mới chi bộ']],
  ['nor when it was', 'Giá trị sản xuất 5 năm qua đạt 3.720 tỷ đồng.', ['Giá trị sản xuất']],
  [
    'nor by when of a term',
    'Thu nhập bình quân đầu người đến cuối nhiệm kỳ đạt 63 triệu đồng.',
    ['Thu nhập bình quân đầu người'],
  ],
  [
    'nor what went with it',
    'Khu vực xây dựng đóng góp 1,79 điểm phần trăm với nhiều công trình được đẩy nhanh tiến độ.',
    ['Khu vực xây dựng đóng góp'],
  ],
])('%s', (_why, sentence, expected) => {
  expect(measures(sentence)).toEqual(expected);
});
