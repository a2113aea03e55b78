import { describe, expect, test } from 'vitest';
import { findAgencies } from '../../../../src/extract/mentions/agencies/find.ts';
import type { Context } from '../../../../src/knowledge/context.ts';
import { loadKnowledge } from '../../../../src/knowledge/knowledge.ts';
import { growth, MOST } from '../../../growth.ts';

const CONTEXT: Context = { year: 2022, date: '2022-03-01', singleYear: true, knowledge: loadKnowledge() };
const found = (text: string): string[] =>
  findAgencies(text, CONTEXT).map(({ value }) => `${value.role ?? '-'} ${value.name}`);

const SENTENCES: [text: string, found: string[]][] = [
  // names that no table knows, up to the place that closes them or to what they do
  ['Trung tâm Phát triển cụm công nghiệp huyện lập sổ', ['- Trung tâm Phát triển cụm công nghiệp huyện']],
  ['Trung tâm Phát triển khai mạc hội chợ', ['- Trung tâm Phát triển']],
  ['giao Hội Làm vườn tỉnh xây dựng vườn mẫu', ['lead Hội Làm vườn tỉnh']],
  ['Công ty Cổ phần Cấp thoát nước Bến Tre sửa ống', ['- Công ty Cổ phần Cấp thoát nước Bến Tre']],
  ['phối hợp với Hiệp hội mắc ca Việt Nam rà soát', ['cooperate Hiệp hội mắc ca Việt Nam']],
  ['Hiệp hội họp tại Việt Nam', []],
  ['giao Sở Y tế cấp phát thuốc', ['lead Sở Y tế']],
  ['Hội Nông dân có vườn ở huyện bên', ['- Hội Nông dân']],
  ['Cục Thống kê khu vực Tây Bắc họp', ['- Cục Thống kê khu vực Tây Bắc']],
  ['Cục DTNN khu vực Đông Bắc xuất gạo', ['- Cục Dự trữ Nhà nước khu vực Đông Bắc']],
  ['Xí nghiệp Khai thác công trình thủy lợi trực', ['- Xí nghiệp Khai thác công trình thủy lợi']],
  ['Đội Thanh tra giao thông trực', ['- Đội Thanh tra giao thông']],
  ['đội tuyển bóng đá trực', []],
  ['Phòng Tổ chức, phòng Kỹ thuật trực', ['- Phòng Tổ chức', '- Phòng Kỹ thuật']],
  ['tiêm phòng Dại cho chó', []],
  ['Phòng Y tế quận - huyện trực', ['- Phòng Y tế quận - huyện']],
  ['các đơn vị thuộc Sở Y tế trực', ['- Các đơn vị thuộc Sở Y tế']],
  ['Ban Chỉ huy Quân sự các ngành, các cấp trực', ['- Ban Chỉ huy Quân sự các ngành, các cấp']],
  // a number that is part of the name, and a body of the same kind behind it
  [
    'Văn phòng Ban Chỉ đạo quốc gia 1246, Ban Chỉ đạo 389 quốc gia và Ban Chỉ đạo 35 tỉnh trực',
    ['- Văn phòng Ban Chỉ đạo quốc gia 1246', '- Ban Chỉ đạo 389 quốc gia', '- Ban Chỉ đạo 35 tỉnh'],
  ],
  ['Ban Chỉ đạo quốc gia 2025 trực', ['- Ban Chỉ đạo quốc gia']],
  [
    'Phòng Nội vụ - Lao động - Thương binh và Xã hội, Phòng Nội vụ trực',
    ['- Phòng Nội vụ - Lao động Thương binh và Xã hội', '- Phòng Nội vụ'],
  ],
  ['Tổng Công ty Vận tải Hà Nội trực', ['- Tổng Công ty Vận tải Hà Nội']],
  // bodies by what they look after
  [
    'Sở quản lý ngành, lĩnh vực và các sở, cơ quan quản lý ngành, lĩnh vực trực',
    ['- Sở quản lý ngành, lĩnh vực', '- Các sở, cơ quan quản lý ngành, lĩnh vực'],
  ],
  [
    'giao Cục Nghiệp vụ và cục QLTT các tỉnh, thành phố trực thuộc Trung ương kiểm tra chợ',
    ['lead Cục Nghiệp vụ', 'lead Cục Quản lý thị trường các tỉnh, thành phố trực thuộc Trung ương'],
  ],
  // the next place says itself what it is
  [
    'giao UBND huyện Long Mỹ, TP Vị Thanh và thị xã Ngã Bảy dọn kênh',
    [
      'lead Ủy ban nhân dân huyện Long Mỹ',
      'lead Ủy ban nhân dân thành phố Vị Thanh',
      'lead Ủy ban nhân dân thị xã Ngã Bảy',
    ],
  ],
  ['phối hợp có hiệu quả với các Bộ liên quan', ['cooperate Các bộ liên quan']],
  // those who make up a body, by its name
  ['các thành viên Ban Chỉ đạo 389 trực', ['- Các thành viên Ban Chỉ đạo 389']],
  ['cơ quan thành viên của Ban Chỉ đạo 389 trực', ['- Cơ quan thành viên của Ban Chỉ đạo 389']],
  ['nước thành viên Hiệp hội cà phê', []],
  [
    'các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh giám sát',
    ['- Các Tổ đại biểu Hội đồng nhân dân', '- Đại biểu Hội đồng nhân dân tỉnh'],
  ],
  // units narrowed down, and further places of one kind
  [
    'UBND các tỉnh ven biển từ Quảng Trị đến Quảng Ngãi trực',
    ['- Ủy ban nhân dân các tỉnh ven biển từ Quảng Trị đến Quảng Ngãi'],
  ],
  [
    'UBND quận 2, 9 và Thủ Đức dọn rác',
    ['- Ủy ban nhân dân quận 2', '- Ủy ban nhân dân quận 9', '- Ủy ban nhân dân quận Thủ Đức'],
  ],
  ['UBND huyện Lâm Thao, Phú Thọ dọn rác', ['- Ủy ban nhân dân huyện Lâm Thao']],
  ['UBND huyện Lâm Thao, Chủ tịch xã dọn rác', ['- Ủy ban nhân dân huyện Lâm Thao']],
  ['UBND quận 2, 9 đội viên dọn rác', ['- Ủy ban nhân dân quận 2']],
  // who helps one who leads
  [
    'Công an tỉnh chủ trì cùng các Sở: Y tế, Tài chính rà soát',
    ['lead Công an tỉnh', 'cooperate Sở Y tế', 'cooperate Sở Tài chính'],
  ],
  ['Sở Tư pháp chủ trì, với sự tham gia của Công an tỉnh', ['lead Sở Tư pháp', 'cooperate Công an tỉnh']],
  // called by their place alone, and kinds of bodies where a sentence begins
  ['Bảo tàng tỉnh, Thư viện huyện mở cửa', ['- Bảo tàng tỉnh', '- Thư viện huyện']],
  ['Giám đốc Bệnh viện đa khoa tỉnh trực', ['- Bệnh viện đa khoa tỉnh']],
  ['Riêng ngành giáo dục dọn trường', ['- Ngành giáo dục']],
  ['Các trạm y tế xã, các bệnh viện trực', ['- Các trạm y tế xã', '- Các bệnh viện']],
  ['tại các bệnh viện có nhiều giường', []],
  ['Chủ tịch các xã, phường trực', ['- Ủy ban nhân dân các xã, phường']],
  ['Ban quản lý cảng cá dọn bến', ['- Ban quản lý cảng cá']],
  ['các cơ quan nội chính họp', ['- Các cơ quan nội chính']],
  ['giao cho phòng, bộ phận khác', []],
  ['UBND quận 2 trực', ['- Ủy ban nhân dân quận 2']],
  ['BQL các dự án trọng điểm Bến Tre trực', ['- Ban Quản lý các dự án trọng điểm Bến Tre']],
  ['Đề nghị các bộ ngành, địa phương trực', ['- Các bộ, ngành, địa phương']],
  ['Giao các Tổ đại biểu Hội đồng nhân dân tỉnh trực', ['lead Các Tổ đại biểu Hội đồng nhân dân tỉnh']],
  ['Viện Khảo cổ học trực', ['- Viện Khảo cổ học']],
  // a member that no table knows, between two that are known
  [
    'giao các Bộ: Tài chính, Giaothông vận tải, Y tế rà soát',
    ['lead Bộ Tài chính', 'lead Bộ Giaothông vận tải', 'lead Bộ Y tế'],
  ],
  ['giao Cục Hàng không Việt Nam chủ trì kiểm tra', ['lead Cục Hàng không Việt Nam']],
  ['giao Thanh tra TP chủ trì kiểm tra', ['lead Thanh tra Thành phố']],
  ['Mưa đã tạnh. Các địa phương rà soát.', ['- Các địa phương']],
  ['giao Vụ Pháp chế xây dựng thông tư', ['lead Vụ Pháp chế']],
  ['Các trường THPT trên địa bàn họp.', ['- Các trường trung học phổ thông trên địa bàn']],
  // units counted in words, governments of both kinds, cities written short
  [
    'UBND hai phường Hải Tân và Bắc Sơn dọn bãi biển.',
    ['- Ủy ban nhân dân phường Hải Tân', '- Ủy ban nhân dân phường Bắc Sơn'],
  ],
  // each place by its name, where the tables know it
  [
    'UBND các huyện: Bình Sơn, Trà Bồng và Sở Y tế dọn bãi biển.',
    ['- Ủy ban nhân dân huyện Bình Sơn', '- Ủy ban nhân dân huyện Trà Bồng', '- Sở Y tế'],
  ],
  [
    'UBND các tỉnh, thành phố Hà Tĩnh, Cần Thơ dọn bãi biển.',
    ['- Ủy ban nhân dân tỉnh Hà Tĩnh', '- Ủy ban nhân dân thành phố Cần Thơ'],
  ],
  ['UBND các huyện Trung du dọn bãi biển.', ['- Ủy ban nhân dân các huyện']],
  ['UBND các huyện, Sở Y tế dọn bãi biển.', ['- Ủy ban nhân dân các huyện', '- Sở Y tế']],
  ['UBND các xã Sơn Hải dọn bãi biển.', ['- Ủy ban nhân dân các xã']],
  // heads of kinds of bodies, the first of whom stand alone
  [
    'Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ dọn bãi biển.',
    ['- Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ'],
  ],
  ['Giám đốc Sở, Thủ trưởng các Ban, ngành dọn bãi biển.', ['- Các sở, ban, ngành']],
  ['Bộ trưởng, nói chuyện với dân.', []],
  ['Chủ tịch UBND tỉnh, TP chỉ đạo dọn bãi biển.', ['- Ủy ban nhân dân tỉnh, thành phố']],
  ['UBND tỉnh, thành phố Vinh dọn bãi biển.', ['- Ủy ban nhân dân tỉnh']],
  ['Các sở, ban, ngành TP dọn bãi biển.', ['- Các sở, ban, ngành thành phố']],
  // names of provinces that stand close to their kind; tiers side by side
  ['Sở Y tế TPHCM chủ trì.', ['lead Sở Y tế thành phố Hồ Chí Minh']],
  ['Công an tỉnhQuảng Nam chủ trì.', ['lead Công an tỉnhQuảng Nam']],
  ['Trung tâm Đổi mới sáng tạo Hà Nội.', ['- Trung tâm Đổi mới sáng tạo Hà Nội']],
  ['Hiệu trưởng trường Đại học Vinh xây dựng và tổ chức lớp học.', ['- Trường Đại học Vinh']],
  [
    'Giao Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành và UBND các huyện, thành, thị triển khai Kế hoạch này.',
    ['lead Sở Nội vụ', 'cooperate Các sở, ban, ngành', 'cooperate Ủy ban nhân dân các huyện, thành phố, thị xã'],
  ],
  [
    'Sở Thông tin và Truyền thông tham mưu UBND tỉnh ban hành quy chế.',
    ['lead Sở Thông tin và Truyền thông', '- Ủy ban nhân dân tỉnh'],
  ],
  ['Việc này do Văn phòng UBND tỉnh thực hiện.', ['lead Văn phòng Ủy ban nhân dân tỉnh']],
  [
    'Sở Nội vụ phối hợp với Sở Tài chính, Sở Y tế hướng dẫn các đơn vị.',
    ['lead Sở Nội vụ', 'cooperate Sở Tài chính', 'cooperate Sở Y tế'],
  ],
  ['Sở Nội vụ được Ủy ban nhân dân tỉnh giao chủ trì.', ['lead Sở Nội vụ', '- Ủy ban nhân dân tỉnh']],
  ['Các xã phối với Sở Nội vụ rà soát.', ['cooperate Sở Nội vụ']],
  ['Yêu cầu Chi cục Thống kê Côn Đảo báo cáo.', ['- Chi cục Thống kê Côn Đảo']],
  ['Báo cáo Ban Quản lý Khu kinh tế Đông Nam.', ['- Ban Quản lý Khu kinh tế Đông Nam']],
  ['Báo cáo Ban Quản lý Khu kinh tế tỉnh.', ['- Ban Quản lý Khu kinh tế tỉnh']],
  ['Giao Cục Thương mại điện tử và Kinh tế số rà soát.', ['lead Cục Thương mại điện tử và Kinh tế số']],
  [
    'Giao Trung tâm Xúc tiến đầu tư, thương mại và du lịch rà soát.',
    ['lead Trung tâm Xúc tiến đầu tư, thương mại và du lịch'],
  ],
  [
    'Giao Trung tâm xúc tiến đầu tư thương mại và du lịch rà soát.',
    ['lead Trung tâm xúc tiến đầu tư thương mại và du lịch'],
  ],
  ['Bày bán tại Trung tâm thương mại, siêu thị.', []],
  ['Trưởng phòng Nội vụ chủ trì.', ['lead Phòng Nội vụ']],
  [
    'Giao Văn phòng Điều phối nông thôn mới tỉnh rà soát.',
    ['lead Văn phòng Điều phối Chương trình xây dựng nông thôn mới tỉnh'],
  ],
  [
    'Yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành; các chủ tịch UBND xã báo cáo.',
    ['- Các sở, ban, ngành', '- Ủy ban nhân dân xã'],
  ],
  ['Yêu cầu các giám đốc sở, thủ trưởng các ban, ngành báo cáo.', ['- Các sở, ban, ngành']],
  [
    'Giám đốc các Sở, Trưởng các ban, ngành cấp tỉnh; Chủ tịch UBND các huyện báo cáo.',
    ['- Các sở, ban, ngành cấp tỉnh', '- Ủy ban nhân dân các huyện'],
  ],
  ['Thủ trưởng, các cơ quan, đơn vị; Giám đốc Sở Y tế ký.', ['- Các cơ quan, đơn vị', '- Sở Y tế']],
  ['Giám đốc các Sở: Y tế, Tài chính ký.', ['- Sở Y tế', '- Sở Tài chính']],
  ['Bộ trưởng các Bộ: Y tế, Tài chính ký.', ['- Bộ Y tế', '- Bộ Tài chính']],
  [
    'giao Công an tỉnh, các sở: TN&MT, Xây dựng rà soát',
    ['lead Công an tỉnh', 'lead Sở Tài nguyên và Môi trường', 'lead Sở Xây dựng'],
  ],
  ['Trưởng ban Dân tộc tỉnh ký.', ['- Ban Dân tộc tỉnh']],
  [
    'Tổng Giám đốc Bảo hiểm xã hội Việt Nam, Thống đốc Ngân hàng Nhà nước Việt Nam, Chủ nhiệm Ủy ban Dân tộc ký.',
    ['- Bảo hiểm xã hội Việt Nam', '- Ngân hàng Nhà nước Việt Nam', '- Ủy ban Dân tộc'],
  ],
  ['Giao Thường trực Ban Chỉ đạo 389 tỉnh rà soát.', ['lead Thường trực Ban Chỉ đạo 389 tỉnh']],
  // of several units each
  [
    'UBND và Công an các huyện, thị xã lập chốt.',
    ['- Ủy ban nhân dân các huyện, thị xã', '- Công an các huyện, thị xã'],
  ],
  [
    'UBND, ban an toàn giao thông các huyện, thành phố lập chốt.',
    ['- Ủy ban nhân dân các huyện, thành phố', '- Ban An toàn giao thông các huyện, thành phố'],
  ],
  ['HĐND, UBND các xã, phường họp.', ['- Hội đồng nhân dân các xã, phường', '- Ủy ban nhân dân các xã, phường']],
  ['Phòng Tư pháp các huyện họp.', ['- Phòng Tư pháp các huyện']],
  // governments and schools beside bodies, or where a sentence begins
  ['Các sở, ngành và các huyện, thị xã họp.', ['- Các sở, ngành', '- Các huyện, thị xã']],
  ['Các sở, ngành và huyện, thị xã họp.', ['- Các sở, ngành', '- Huyện, thị xã']],
  ['Chính quyền các địa phương họp.', ['- Chính quyền các địa phương']],
  ['Đê của chính quyền các địa phương bị vỡ.', []],
  ['Công an xã, các trường học và các đoàn thể họp.', ['- Công an xã', '- Các trường học', '- Các đoàn thể']],
  // a name behind a list of kinds
  ['các cơ quan, đoàn thể, Ban Chỉ đạo Chuyển đổi số họp', ['- Các cơ quan, đoàn thể', '- Ban Chỉ đạo Chuyển đổi số']],
  [
    'Công ty Cổ phần Môi trường Hà Đông và Công ty TNHH Thủy lợi Nam Hà',
    ['- Công ty Cổ phần Môi trường Hà Đông', '- Công ty TNHH Thủy lợi Nam Hà'],
  ],
  ['Công ty Cổ phần Hoa Anh đào Trần Lệ họp.', ['- Công ty Cổ phần Hoa Anh đào Trần Lệ']],
  ['Công ty Cổ phần Hoa Anh họp Sở Y tế.', ['- Công ty Cổ phần Hoa Anh', '- Sở Y tế']],
  // whom the one with the duty directs does not lead
  ['Chỉ đạo Thanh tra tỉnh phối hợp với Sở Y tế tuần tra.', ['- Thanh tra tỉnh', 'cooperate Sở Y tế']],
  ['Các cơ quan thông tấn, báo chí tại địa phương họp.', ['- Các cơ quan thông tấn, báo chí tại địa phương']],
  ['Các phòng, ban của huyện họp.', ['- Các phòng, ban của huyện']],
  // as written
  ['Các bộ, ngành và địa phương có liên quan họp.', ['- Các bộ, ngành và địa phương có liên quan']],
  ['UBND thành phố và các huyện họp.', ['- Ủy ban nhân dân thành phố và các huyện']],
  ['Đài truyền thanh huyện phát tin.', ['- Đài Truyền thanh huyện']],
  ['UBND 08 huyện báo cáo.', ['- Ủy ban nhân dân các huyện']],
  ['Ủy quyền cho Sở Nội vụ phê duyệt.', ['lead Sở Nội vụ']],
  ['uỷ quyền cho Sở Nội vụ phê duyệt', ['lead Sở Nội vụ']],
  ['Phân công Sở Nội vụ rà soát.', ['lead Sở Nội vụ']],
  ['Cơ quan chủ trì: Sở Xây dựng.', ['lead Sở Xây dựng']],
  ['Cơ quan phối hợp: Sở Xây dựng.', ['cooperate Sở Xây dựng']],
  ['UBND cấp xã tổ chức thực hiện.', ['implement Ủy ban nhân dân cấp xã']],
  ['giao các Sở: Tài chính, Nội vụ và Xây dựng rà soát', ['lead Sở Tài chính', 'lead Sở Nội vụ', 'lead Sở Xây dựng']],
  ['theo đề nghị của Sở Giao thông vận tải tại Công văn', ['- Sở Giao thông vận tải']],
  ['Giám đốc Sở Nội vụ đã ký', ['- Sở Nội vụ']],
  [
    'Phối hợp với doanh nghiệp, viện nghiên cứu, trường đại học tổ chức đào tạo',
    ['cooperate Doanh nghiệp', 'cooperate Viện nghiên cứu', 'cooperate Trường đại học'],
  ],
  [
    'phối hợp với Sở Công Thương và các doanh nghiệp logistics triển khai kết nối',
    ['cooperate Sở Công Thương', 'cooperate Các doanh nghiệp logistics'],
  ],
  // names of provinces nobody has listed an agency for
  ['Trung tâm Xúc tiến Đầu tư tỉnh Gia Lai chủ trì', ['lead Trung tâm Xúc tiến Đầu tư tỉnh Gia Lai']],
  ['Sở Quy hoạch và Hạ tầng chủ trì', ['lead Sở Quy hoạch và Hạ tầng']],
  // a city of a province is no province, also where both have one name
  [
    'UBND thành phố Lào Cai và UBND huyện Bát Xát',
    ['- Ủy ban nhân dân thành phố Lào Cai', '- Ủy ban nhân dân huyện Bát Xát'],
  ],
  ['giao UBND các huyện, thị xã, thành phố Tiếp tục rà soát', ['lead Ủy ban nhân dân các huyện, thị xã, thành phố']],
  ['Công ty CP Cấp nước', ['- Công ty Cổ phần Cấp nước']],
  ['Trung tâm Y tế huyện Bát Xát báo cáo', ['- Trung tâm Y tế huyện Bát Xát']],
  ['Vườn quốc gia Hoàng Liên hiện có', ['- Vườn quốc gia Hoàng Liên']],
  // whole names
  ['Trung tâm Chuyển đổi số tỉnh thực hiện', ['implement Trung tâm Chuyển đổi số tỉnh']],
  [
    'Trung tâm Kiểm soát bệnh tật và CDC tỉnh',
    ['- Trung tâm Kiểm soát bệnh tật', '- Trung tâm Kiểm soát bệnh tật tỉnh'],
  ],
  [
    'Trung tâm Văn hóa, Thông tin, Thể thao và Du lịch huyện, Trạm Y tế xã',
    ['- Trung tâm Văn hóa, Thông tin, Thể thao và Du lịch huyện', '- Trạm Y tế xã'],
  ],
  [
    'Phòng Trẻ em - Bình đẳng giới và Phòng, chống tệ nạn xã hội chủ trì',
    ['lead Phòng Trẻ em - Bình đẳng giới và Phòng, chống tệ nạn xã hội'],
  ],
  ['Phòng Cảnh sát điều tra tội phạm về ma túy chủ trì', ['lead Phòng Cảnh sát điều tra tội phạm về ma túy']],
  [
    'Văn phòng Ban Chỉ đạo 389 tỉnh, Ban Chỉ đạo 138/CP, Tổ công tác Đề án 06 tỉnh',
    ['- Văn phòng Ban Chỉ đạo 389 tỉnh', '- Ban Chỉ đạo 138/CP', '- Tổ công tác Đề án 06 tỉnh'],
  ],
  ['Cục Khoa học quân sự - Bộ Quốc phòng', ['- Cục Khoa học quân sự', '- Bộ Quốc phòng']],
  ['Vụ trưởng Vụ Công tác thanh niên', ['- Vụ Công tác thanh niên']],
  ['Ban Thường vụ Huyện ủy xây dựng kế hoạch', ['- Ban Thường vụ Huyện ủy']],
  [
    'Ban Pháp chế HĐND tỉnh, Ban Vì sự tiến bộ phụ nữ tỉnh',
    ['- Ban Pháp chế Hội đồng nhân dân tỉnh', '- Ban Vì sự tiến bộ của phụ nữ tỉnh'],
  ],
  [
    'Đảng ủy UBND tỉnh, Đảng ủy các cơ quan Đảng tỉnh',
    ['- Đảng ủy Ủy ban nhân dân tỉnh', '- Đảng ủy các cơ quan Đảng tỉnh'],
  ],
  [
    'Thành ủy Việt Trì, Huyện ủy Lâm Thao, Thành ủy Hải Phòng',
    ['- Thành ủy Việt Trì', '- Huyện ủy Lâm Thao', '- Thành ủy Hải Phòng'],
  ],
  [
    'VNPT Lâm Thao, Viettel Phú Thọ phối hợp với Bưu điện huyện',
    ['lead VNPT Lâm Thao', 'lead Viettel Phú Thọ', 'cooperate Bưu điện huyện'],
  ],
  [
    'các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, UBND các tỉnh, thành phố trực thuộc trung ương',
    [
      '- Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ',
      '- Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương',
    ],
  ],
  ['BỘ TRƯỞNG BỘ TƯ PHÁP', ['- Bộ Tư pháp']],
  ['UBND TỈNH', ['- Ủy ban nhân dân tỉnh']],
  ['Ban Quản lý Khu công nghệ cao TP. HCM', ['- Ban Quản lý Khu công nghệ cao thành phố Hồ Chí Minh']],
  ['Theo đề nghị của Cục trưởng Cục Trồng trọt và Vụ trưởng Vụ Kế hoạch', ['- Cục Trồng trọt', '- Vụ Kế hoạch']],
  ['Ban chỉ đạo chuyển đổi số tỉnh thực hiện', ['implement Ban chỉ đạo chuyển đổi số tỉnh']],
  ['Ban Quản lý Rừng phòng hộ Na Hang', ['- Ban Quản lý Rừng phòng hộ Na Hang']],
  [
    'Ban Chỉ đạo Phòng thủ dân sự quốc gia và Thủ tướng Chính phủ',
    ['- Ban Chỉ đạo Phòng thủ dân sự quốc gia', '- Thủ tướng Chính phủ'],
  ],
  ['UBND thị xã thực hiện', ['implement Ủy ban nhân dân thị xã']],
  ['ỦY BAN NHÂN DÂN THỊ XÃ NGHI SƠN Số', ['- Ủy ban nhân dân thị xã Nghi Sơn']],
  ['Ban Đại diện Hội người cao tuổi các cấp', ['- Ban Đại diện Hội Người cao tuổi các cấp']],
  // must stay silent
  ['BAN HÀNH QUY ĐỊNH CHẾ ĐỘ LÀM VIỆC', []],
  ['BÁO CÁO TÌNH HÌNH KINH TẾ - XÃ HỘI', []],
  ['ông Đoàn Thanh Sơn ký', []],
  ['các xã Trạm Tấu, Hạnh Phúc và tuyến Trạm Tấu - Bắc Yên', []],
  ['Vụ Đông Xuân năm nay', []],
  ['dịch vụ công cấp bộ, cấp tỉnh', []],
  ['tại các cơ sở y tế, trụ sở công nghiệp', []],
  ['cao tốc Hải Phòng - Quảng Ninh', []],
  ['người tham gia bảo hiểm xã hội, bảo hiểm y tế', []],
  ['AN TOÀN GIAO THÔNG ĐƯỜNG BỘ TRONG TÌNH HÌNH MỚI', []],
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', []],
  ['Số: 01/KH-UBND Yên Bái, ngày 06', []],
  ['đội ngũ cán bộ, công chức, viên chức', []],
  ['các tổ chức, cá nhân và người dân', []],
  ['bộ phận một cửa, bộ máy hành chính', []],
  ['xây dựng chính phủ điện tử, chính quyền số', []],
  ['thống kê, báo cáo định kỳ; văn phòng phẩm; hội nghị, hội thảo', []],
  ['ban hành quyết định; cơ sở dữ liệu; báo cáo kết quả', []],
  ['doanh nghiệp và người dân được hỗ trợ', []],
  ['Chính phủ điện tử và Chính phủ số', []],
];

test.each(SENTENCES)('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('each mention quotes its place', () => {
  for (const [text] of SENTENCES) {
    for (const mention of findAgencies(text, CONTEXT))
      expect(text.slice(mention.start, mention.end)).toBe(mention.text);
  }
});

describe('hostile input takes time in proportion', () => {
  test.each([
    'Sở, ',
    'Sở Sở ',
    'UBND, ',
    'UBND các huyện, ',
    'các sở, ban, ngành, ',
    'Trung tâm A và ',
    'phối hợp với Sở Y tế, ',
    'Ban Quản lý dự án ',
    'của các ',
    'Giám đốc ',
    'Trang Thông tin điện tử của ',
    'A',
    ' ',
  ])('%s', (piece) => expect(growth((text) => findAgencies(text, CONTEXT), piece)).toBeLessThan(MOST));
});

test.each([
  ['Công an các tỉnh, thành phố', 'cong-an-cap-tinh'],
  ['Công an các huyện, thành phố', 'cong-an-cap-huyen'],
  ['Công an các phường, thị trấn', 'cong-an-cap-xa'],
  ['Công an các huyện, xã', 'cong-an-cap-huyen-cap-xa'],
  ['UBND các huyện, xã', 'ubnd-cap-huyen-cap-xa'],
])('the tiers of %s', (text, code) => {
  expect(findAgencies(`${text} kiểm tra.`, CONTEXT).map(({ value }) => value.code)).toEqual([code]);
});

test('the two national universities are two', () => {
  const codes = (text: string) => findAgencies(text, CONTEXT).map(({ value }) => value.code);
  expect(codes('Đại học Quốc gia Hà Nội, ĐHQG TP. Hồ Chí Minh mở phòng thí nghiệm.')).toEqual([
    'dai-hoc-quoc-gia-ha-noi',
    'dai-hoc-quoc-gia-thanh-pho-ho-chi-minh',
  ]);
});
