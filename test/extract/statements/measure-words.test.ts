import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

const measures = (sentence: string): string[] =>
  targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${sentence}`]).map(({ indicator }) => indicator.text);

test.each<[why: string, sentence: string, measures: string[]]>([
  ['a time in the middle is none of it', 'Số hóa trong năm 2026 ít nhất 90% hồ sơ lưu trữ.', ['Số hóa hồ sơ lưu trữ']],
  [
    'a year in the name of a document is',
    '90% nhiệm vụ của Kế hoạch năm 2026 được hoàn thành.',
    ['nhiệm vụ của Kế hoạch năm 2026 được hoàn thành'],
  ],
  ['who aims is not', 'Năm nay, huyện Lâm Thao phấn đấu tỷ lệ gia đình văn hóa đạt 96%.', ['tỷ lệ gia đình văn hóa']],
  ['an age is', 'Tăng tỷ lệ trẻ từ 6 đến dưới 16 tuổi biết bơi lên 65%.', ['tỷ lệ trẻ từ 6 đến dưới 16 tuổi biết bơi']],
  ['a level from which it moves is not', 'Tăng tỷ lệ trẻ biết bơi từ 40% lên 65%.', ['tỷ lệ trẻ biết bơi']],
  [
    'bounds that a figure lies between are not',
    'Kim ngạch xuất khẩu phấn đấu đạt trong khoảng 26 - 27 tỷ USD, tăng 8% so với năm 2022.',
    ['Kim ngạch xuất khẩu', 'Kim ngạch xuất khẩu tăng'],
  ],
  [
    'a share behind a growth has the same subject',
    'Giá trị sản xuất cơ khí tăng bình quân 9%/năm để đến năm 2025 chiếm 10% giá trị toàn ngành.',
    ['Giá trị sản xuất cơ khí tăng bình quân', 'Giá trị sản xuất cơ khí chiếm % giá trị toàn ngành'],
  ],
  [
    'a growth each year too',
    'Doanh số bán hàng qua mạng tăng 23% mỗi năm, chiếm khoảng 30% tổng mức bán lẻ.',
    ['Doanh số bán hàng qua mạng tăng', 'Doanh số bán hàng qua mạng chiếm % tổng mức bán lẻ'],
  ],
  [
    'an aim between is not',
    'Chỉ số sản xuất toàn ngành nhằm đảm bảo mục tiêu tăng 16,5%.',
    ['Chỉ số sản xuất toàn ngành tăng'],
  ],
  [
    'stages of one work share their rate',
    'Tỷ lệ cơ giới khâu trồng trọt 67%; chăn nuôi 85%.',
    ['Tỷ lệ cơ giới khâu trồng trọt', 'Tỷ lệ cơ giới khâu chăn nuôi'],
  ],
  ['a verb alone does not say what is counted', 'Phát triển đạt 20 sản phẩm.', ['Phát triển đạt sản phẩm']],
  [
    'months in which it is done are not',
    'Giá trị sản xuất dịch vụ ước thực hiện trong 6 tháng 955 tỷ đồng.',
    ['Giá trị sản xuất dịch vụ'],
  ],
  ['goods that are sold are no expense', 'Tổng mức bán lẻ hàng hóa đạt 90 tỷ đồng.', ['Tổng mức bán lẻ hàng hóa']],
  ['nor the word before a time', '80% khối lượng công trình vào cuối năm.', ['khối lượng công trình']],
  ['nor a day before a verb', 'Đến 30/6 khởi công 3 dự án.', ['khởi công dự án']],
  [
    'nor another share behind "và"',
    'Cung cấp 100% dịch vụ công mức độ 3 và 100% thủ tục của Sở được giải quyết qua một cửa.',
    ['Cung cấp dịch vụ công mức độ 3', 'thủ tục của Sở được giải quyết qua một cửa'],
  ],
  [
    'nor the document that lays it down',
    'Hình thành ít nhất 03 cụm máy chủ theo quy định tại Nghị quyết số 17/NQ-CP ngày 30/10/2023 của Chính phủ.',
    ['Hình thành cụm máy chủ'],
  ],
  [
    'what goes with it is not',
    'Tăng trưởng kinh tế đạt 8% trở lên gắn với giữ vững ổn định kinh tế vĩ mô.',
    ['Tăng trưởng kinh tế'],
  ],
  [
    'nor what goes on later',
    'Cắt giảm ít nhất 30% điều kiện kinh doanh trong năm 2025 và tiếp tục cắt giảm trong những năm tiếp theo.',
    ['Cắt giảm điều kiện kinh doanh'],
  ],
  [
    'a share behind a bracket has the subject before it',
    'Số gia đình chơi thể thao đạt 28% năm 2020 (tăng bình quân 1,5%/năm) cho đến năm 2025 đạt 35% tổng số hộ.',
    ['Số gia đình chơi thể thao', 'Số gia đình chơi thể thao tăng bình quân', 'Số gia đình chơi thể thao % tổng số hộ'],
  ],
  ['nor whose aim it is', 'Mục tiêu của Chương trình nhằm: Đến năm 2030 có khoảng 160 tổ hợp tác.', ['tổ hợp tác']],
  [
    'an age is no level that it starts from',
    'Giảm tỷ lệ hút thuốc lá ở nam từ 15 tuổi trở lên xuống dưới 39%.',
    ['tỷ lệ hút thuốc lá ở nam từ 15 tuổi trở lên'],
  ],
  [
    'a level that has been reached since is of the same',
    'Tỷ lệ hộ nghèo năm 2015 là 12%, đến năm 2019 đã giảm xuống còn 5%.',
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ nghèo'],
  ],
  ['who has it is not', 'Toàn tỉnh có 120 hợp tác xã kiểu mới.', ['hợp tác xã kiểu mới']],
  [
    'what is done on the way to it is not',
    'Rà soát chế độ của viên chức, đến năm 2027 phấn đấu 95% viên chức có chứng chỉ.',
    ['viên chức có chứng chỉ'],
  ],
  [
    'a measure behind a comma is it',
    'Đẩy mạnh khoanh nuôi tái sinh rừng, nâng độ che phủ rừng đạt 42,5%.',
    ['độ che phủ rừng'],
  ],
  [
    'nor what it is good for',
    '80% xã có điểm phục vụ bưu chính, góp phần phát triển thương mại điện tử.',
    ['xã có điểm phục vụ bưu chính'],
  ],
  [
    'an aside with a figure says more of the figure',
    'Diện tích lúa (đạt 98,4% so với kế hoạch) là 5.210 ha.',
    ['Diện tích lúa % kế hoạch', 'Diện tích lúa'],
  ],
  [
    'an aside without one says which',
    '95% văn bản (kể cả văn bản mật) được ký số.',
    ['văn bản (kể cả văn bản mật) được ký số'],
  ],
  [
    'the figures of others that share a predicate are not in it',
    '90% hồ sơ cấp tỉnh, 70% hồ sơ cấp xã được xử lý trên mạng.',
    ['hồ sơ cấp tỉnh được xử lý trên mạng', 'hồ sơ cấp xã được xử lý trên mạng'],
  ],
  ['the verb of a change by so much stays', 'Cắt giảm 30% thời gian giải quyết.', ['Cắt giảm thời gian giải quyết']],
  ['that of a level reached goes', 'Giảm tỷ lệ hộ nghèo xuống dưới 2%.', ['tỷ lệ hộ nghèo']],
  ['so does where it was before', 'Tỷ lệ đô thị hóa tăng từ 30% năm 2025 lên 38%.', ['Tỷ lệ đô thị hóa']],
  [
    'what a share is of stays',
    'Chi thường xuyên giảm còn 55% tổng chi ngân sách.',
    ['Chi thường xuyên % tổng chi ngân sách'],
  ],
  [
    'nor which ones they are',
    'Phấn đấu công nhận 5 xã đạt chuẩn nông thôn mới, đó là: Hòa Bình, Tân Tiến và Lê Lợi.',
    ['công nhận xã đạt chuẩn nông thôn mới'],
  ],
  [
    'not even before what is said of them',
    'Có 3 thị trấn là Mộc Châu, Nông Trường và Thuận Châu đạt chuẩn đô thị văn minh.',
    ['thị trấn đạt chuẩn đô thị văn minh'],
  ],
  ['nor of what it chiefly is', 'Trồng mới 90 ha rừng, chủ yếu là cây keo và mỡ.', ['Trồng mới rừng']],
  [
    'nor another measure behind "và"',
    'Giảm 30% diện tích rừng bị thiệt hại và hướng tới kim ngạch xuất khẩu đạt 8 tỷ USD.',
    ['Giảm diện tích rừng bị thiệt hại', 'kim ngạch xuất khẩu'],
  ],
  ['nor how large it is', '45 dự án đã khởi công với quy mô 12.600 căn.', ['dự án đã khởi công']],
  ['nor where it mainly is', 'Cây vải đạt 28.000 ha tập trung chủ yếu tại ba huyện.', ['Cây vải']],
  ['nor what there is none of', '90% chi bộ hoàn thành nhiệm vụ, không có chi bộ yếu.', ['chi bộ hoàn thành nhiệm vụ']],
  [
    'nor what it follows',
    'Giảm tỷ lệ hộ nghèo xuống dưới 3% theo Nghị quyết của Hội đồng nhân dân.',
    ['tỷ lệ hộ nghèo'],
  ],
  [
    'nor the next figure with its measure',
    'Cắt giảm 30% thời gian xử lý và 20% chi phí cấp phép.',
    ['Cắt giảm thời gian xử lý', 'Cắt giảm chi phí cấp phép'],
  ],
  [
    'what is reached of several levels is but the measure',
    'Giảm số người mắc bệnh lao xuống dưới mức 70 người; đàn lợn điều chỉnh giảm từ 140 con xuống 90 con.',
    ['số người mắc bệnh lao', 'đàn lợn'],
  ],
  [
    'two nouns that are counted together are both it',
    'Phát triển thêm 2.871 doanh nghiệp và đơn vị phụ thuộc.',
    ['Phát triển thêm doanh nghiệp và đơn vị phụ thuộc'],
  ],
  [
    'the unit of the figures is not',
    'Quy mô dân số đạt 2,5 triệu người năm 2025 và 2,8 triệu người năm 2030.',
    ['Quy mô dân số', 'Quy mô dân số'],
  ],
  ['nor is the noun that the measure names', 'Số cán bộ tại các chi nhánh: 83 người.', ['Số cán bộ tại các chi nhánh']],
  ['a verb alone needs its noun', 'Tuyển sinh đạt 40.000 người.', ['Tuyển sinh đạt người']],
  [
    'parts for whom it is another stand behind their whole',
    '80% người dân (riêng vùng dân tộc thiểu số là 60%) có tài khoản ngân hàng.',
    ['người dân có tài khoản ngân hàng', 'người dân có tài khoản ngân hàng: vùng dân tộc thiểu số'],
  ],
  [
    'a share of all of them is of the measure before',
    'Nâng tổng số xã đạt chuẩn lên 85 xã, chiếm 70% tổng số xã.',
    ['tổng số xã đạt chuẩn', 'tổng số xã đạt chuẩn chiếm % tổng số xã'],
  ],
  [
    'others beside whom a share is told are not in it',
    'Tất cả các trường học, trạm y tế và 85% điểm chợ có nước sạch.',
    ['điểm chợ có nước sạch'],
  ],
  [
    'parts in brackets stand behind their whole',
    'Chuyển đổi 25 trạm 4G sang 5G (trong đó: Bưu chính 10 trạm, Viễn thông 15 trạm).',
    ['Chuyển đổi trạm 4G sang 5G', 'Chuyển đổi trạm 4G sang 5G: Bưu chính', 'Chuyển đổi trạm 4G sang 5G: Viễn thông'],
  ],
  ['nor whose aim it is', 'Mục tiêu của huyện là tỷ lệ hộ nghèo còn 2%.', ['tỷ lệ hộ nghèo']],
  [
    'what was planned is of the same measure',
    'Kim ngạch xuất khẩu đạt 26 triệu USD (kế hoạch là 24 triệu USD).',
    ['Kim ngạch xuất khẩu', 'Kim ngạch xuất khẩu'],
  ],
  [
    'the words of a rank stay without its figure',
    'Chỉ số cải cách hành chính thuộc nhóm 10 tỉnh dẫn đầu cả nước.',
    ['Chỉ số cải cách hành chính thuộc nhóm tỉnh dẫn đầu cả nước'],
  ],
  [
    'nor what is done besides, or above all',
    '85% hộ dân dùng nước sạch, đồng thời bảo đảm vệ sinh; giảm 5% số vụ cháy, nhất là cháy rừng.',
    ['hộ dân dùng nước sạch', 'giảm số vụ cháy'],
  ],
  [
    'nor money in brackets',
    '90% người cao tuổi được tặng quà (tối thiểu 500.000đ/người) dịp Tết.',
    ['người cao tuổi được tặng quà dịp Tết'],
  ],
  [
    'nor the verb before a measure that is kept down',
    'Thực hiện Chiến lược phòng, chống lao, khống chế tỷ lệ mắc lao dưới 2%.',
    ['khống chế tỷ lệ mắc lao'],
  ],
  [
    'nor "đạt" before it',
    'Phấn đấu đến năm 2025 đạt thu nhập bình quân đầu người 90 triệu đồng.',
    ['thu nhập bình quân đầu người'],
  ],
  [
    'an aim right before a share is not',
    'Mở rộng xét nghiệm để phát hiện sớm, góp phần đạt mục tiêu 90% người bệnh được điều trị.',
    ['người bệnh được điều trị'],
  ],
  [
    'the share of what is counted is told',
    'Hiện nay, trên địa bàn huyện có 1.200 hộ nghèo, chiếm tỷ lệ 6,2%.',
    ['hộ nghèo', 'hộ nghèo chiếm tỷ lệ'],
  ],
  [
    'what is done with one is done with the next',
    'Thành lập mới 12 hợp tác xã và 3 liên hiệp; trồng 500 ha rừng phòng hộ, 20 ha cây dược liệu; hỗ trợ 40% hộ nghèo hiện có và 30% hộ cận nghèo.',
    [
      'Thành lập mới hợp tác xã',
      'Thành lập mới liên hiệp',
      'trồng rừng phòng hộ',
      'trồng cây dược liệu',
      'hỗ trợ hộ nghèo hiện có',
      'hỗ trợ hộ cận nghèo',
    ],
  ],
  [
    'what is counted by households is counted by heads',
    'Ổn định tại chỗ 300 hộ với 1.400 khẩu.',
    ['Ổn định tại chỗ hộ', 'Ổn định tại chỗ khẩu'],
  ],
  [
    'what has a part in something is the measure before',
    'Doanh thu du lịch đạt 90 tỷ đồng, tăng bình quân 15%/năm, đóng góp khoảng 8% vào GRDP.',
    ['Doanh thu du lịch', 'Doanh thu du lịch tăng bình quân', 'Doanh thu du lịch đóng góp % GRDP'],
  ],
  [
    'so is what has a share right behind it',
    'Cây hồng xiêm đạt 27 ha, chiếm 15% diện tích.',
    ['Cây hồng xiêm', 'Cây hồng xiêm chiếm % diện tích'],
  ],
  [
    'what is left out is none of it',
    '100% hồ sơ cấp xã được xử lý trên mạng (trừ hồ sơ mật theo quy định).',
    ['hồ sơ cấp xã được xử lý trên mạng'],
  ],
  [
    'nor are names that are listed',
    'Diện tích lúa thơm (ST25, Nếp 97, Bắc thơm số 7…) đạt 500 ha.',
    ['Diện tích lúa thơm'],
  ],
  [
    'but kinds are',
    'Tỷ lệ trường học (Mầm non, Tiểu học, THCS) đạt chuẩn đạt 50%.',
    ['Tỷ lệ trường học (Mầm non, Tiểu học, THCS) đạt chuẩn'],
  ],
  [
    'a purpose is none of it',
    'Có 12 khu du lịch được công nhận nhằm tạo ra các tuyến, điểm mới.',
    ['khu du lịch được công nhận'],
  ],
  [
    'what is aimed at was named before the comma',
    'Tiếp tục mở rộng diện tích cây dược liệu, phấn đấu đạt khoảng 500 ha vào năm 2025.',
    ['Tiếp tục mở rộng diện tích cây dược liệu'],
  ],
  [
    'two counts share what is said behind the second',
    'Toàn tỉnh có 3 huyện, 60 xã đạt chuẩn nông thôn mới.',
    ['huyện đạt chuẩn nông thôn mới', 'xã đạt chuẩn nông thôn mới'],
  ],
  [
    'so do those that a semicolon parts',
    'Phấn đấu 5 huyện, thị xã; 80 xã, phường hoàn thành chuyển đổi số.',
    ['huyện, thị xã hoàn thành chuyển đổi số', 'xã, phường hoàn thành chuyển đổi số'],
  ],
  [
    'floors are a unit of houses',
    'Tổng diện tích nhà ở đạt 4 triệu m2 sàn, tăng thêm 1 triệu m2 sàn.',
    ['Tổng diện tích nhà ở', 'Tổng diện tích nhà ở tăng thêm'],
  ],
  [
    'a comma in a number parts nothing',
    'Tổng sản phẩm của tỉnh tăng từ 6.722,5 tỷ đồng lên 11.523 tỷ đồng.',
    ['Tổng sản phẩm của tỉnh'],
  ],
  [
    'names behind a colon are a list',
    'Xây dựng 3 cụm công nghiệp: Cam Hiếu, Hải Lệ, Đông Ái Tử.',
    ['Xây dựng cụm công nghiệp'],
  ],
  ['so are those of places', 'Toàn tỉnh có 2 đô thị loại III: thị xã Quảng Trị, thị trấn Hồ Xá.', ['đô thị loại III']],
  [
    'what is said of them behind it stays',
    'Hỗ trợ 3 huyện: Hải Lăng, Triệu Phong, Gio Linh đạt chuẩn nông thôn mới.',
    ['Hỗ trợ huyện đạt chuẩn nông thôn mới'],
  ],
  [
    'a share is told of all that is listed',
    '100% hồ sơ thuộc các lĩnh vực: đất đai, xây dựng, hộ tịch được số hóa.',
    ['hồ sơ thuộc các lĩnh vực: đất đai, xây dựng, hộ tịch được số hóa'],
  ],
  [
    'how much it falls is no part of it',
    'Giảm đáng kể tỷ lệ lao động nông nghiệp xuống còn 48%.',
    ['tỷ lệ lao động nông nghiệp'],
  ],
  [
    'an equal is none either',
    'Xây thêm 12 ha nhà kính, tương đương với 340 căn.',
    ['Xây thêm nhà kính', 'Xây thêm nhà kính căn'],
  ],
  ['what it is compared with goes', 'Tăng 12% số hội viên so với năm 2025.', ['Tăng số hội viên']],
])('%s', (_why, sentence, expected) => expect(measures(sentence)).toEqual(expected));
