import { expect, test } from 'vitest';
import { findAgencies } from '../../../src/extract/mentions/agencies/find.ts';
import { kindsIn } from '../../../src/extract/tasks/kinds-of-bodies.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { extracted } from '../make.ts';

const knowledge = loadKnowledge();

const KINDS: [text: string, ...found: string[]][] = [
  ['Đề nghị các đơn vị quản lý bến phà, cảng cá chủ động điều tiết khách.', 'Các đơn vị quản lý bến phà, cảng cá'],
  ['Tỉnh yêu cầu các đơn vị khai thác đá dừng nổ mìn trong mùa mưa.', 'Các đơn vị'],
  ['Giao các lực lượng tuần tra chặt chẽ tuyến biên giới.', 'Các lực lượng'],
  ['Các ngành Du lịch, Văn hóa sẵn sàng đón khách.', 'Các ngành Du lịch, Văn hóa'],
  [
    'Giao Sở Y tế, các học viện tư nhân và các trường dạy nghề rà soát thuốc.',
    'Các học viện tư nhân',
    'Các trường dạy nghề',
  ],
  ['Căn cứ dự báo, lực lượng Bộ đội Biên phòng chuẩn bị tàu.', 'Bộ đội Biên phòng'],
  ['Sở Y tế phối hợp với các trường có ký túc xá rà soát phòng ở.', 'Các trường có ký túc xá'],
  ['Tỉnh yêu cầu các đơn vị (có danh sách kèm theo) khẩn trương báo cáo.', 'Các đơn vị'],
  ['Yêu cầu các cơ quan chức trách để ý giá cả, báo cáo hằng tuần.', 'Các cơ quan chức trách'],
  ['Tỉnh giao Ban chỉ đạo diệt chuột đồng phối hợp với Sở Y tế rải bả.', 'Ban chỉ đạo diệt chuột đồng'],
  ['UBND xã yêu cầu các ông (bà) trưởng thôn thực hiện các việc sau:', 'Các ông (bà) trưởng thôn'],
  ['UBND xã đề nghị các ông xóm trưởng khẩn trương dọn kênh.', 'Các ông xóm trưởng'],
  ['Hạt Kiểm lâm huyện và các chủ rừng tổ chức trực.', 'Các chủ rừng'],
  // Must stay silent.
  ['Các cơ quan gửi báo cáo hằng quý về Sở Tài chính.'],
  ['Nhà của các trưởng thôn đều có loa.'],
  ['Ban tổ chức lễ hội đã trao giải cho các đội.'],
  ['Giao các Sở: Y tế, Tài chính rà soát thuốc.'],
  ['Các đơn vị tiếp tục giữ gìn vệ sinh.'],
  ['Năm qua các lực lượng cứu hộ tìm được hai người.'],
  ['Tỉnh đề nghị các trường hợp chưa kê khai chủ động liên hệ với xã.'],
  ['Chủ trương của các ngành hàng xuất khẩu là giữ giá.'],
];
test.each(KINDS)('bodies by their kind: %s', (text, ...found) => {
  const kinds = kindsIn(knowledge, text, findAgencies(text, { knowledge, year: null, date: null, singleYear: false }));
  expect(kinds.map(({ value }) => value.name)).toEqual(found);
});

const dutiesOf = (...lines: string[]): unknown[] =>
  extracted(lines).record.tasks.map((t) => [
    t.leads.map((a) => a.name).join(),
    t.cooperating.map((a) => a.name).join(),
  ]);

test('bodies of one list have one part in a duty, whatever names them', () => {
  expect(
    dutiesOf(
      'II. NỘI DUNG',
      'Giao các đại học, các trường cao đẳng có khoa y phối hợp với các viện tư nhân tổ chức thực tập.',
    ),
  ).toEqual([['Các đại học,Các trường cao đẳng', 'Các viện tư nhân']]);
});

test('what an order to them leads up to is theirs, item by item', () => {
  const leads = 'Các sở, ban, ngành,Các đơn vị quản lý hồ chứa';
  expect(
    dutiesOf(
      'UBND tỉnh yêu cầu các sở, ban, ngành và các đơn vị quản lý hồ chứa chủ động ứng phó với bão số 4:',
      '1. Khẩn trương kiểm tra đập tràn.',
      '2. Theo dõi chặt chẽ mực nước.',
    ),
  ).toEqual([
    [leads, ''],
    [leads, ''],
  ]);
});

test('where no orders are given, bodies of a kind are but told of', () => {
  const told = 'Các tỉnh miền Trung chủ động ứng phó với bão số 5 từ nhiều ngày nay.';
  expect(dutiesOf('II. PHẦN CHUNG', told)).toEqual([]);
  expect(dutiesOf('II. PHẦN CHUNG', 'Tỉnh giao Sở Y tế trữ thuốc.', told)).toHaveLength(2);
});
