import type { Furniture } from '../../model/block.ts';

/**
 * What portals of Vietnamese authorities print around a text: whole blocks that match are no part of it.
 * Matched on the block's text, case aside; short blocks only, so that a sentence that mentions such a thing stays.
 */
export interface FurnitureRule {
  readonly kind: Furniture;
  readonly pattern: RegExp;
  /** What follows is furniture too, until a paragraph of running text. */
  readonly opensList?: true;
}

const NUMBER = String.raw`[\d.,]+`;
const DATE = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}`;
const TIME = String.raw`\d{1,2}\s*[:hg]\s*\d{2}(?:\s*:\s*\d{2})?(?:\s*(?:AM|PM|SA|CH))?`;

/** "12/11/2019 | 15:57 | View count: 7059", "Thứ tư - 15/12/2021 17:15 331 0", "Ngày cập nhật 17/01/2019", "Đăng ngày: …" */
const DATE_LINE = new RegExp(
  String.raw`^(?:(?:ngày\s+)?(?:cập\s*nhật|đăng(?:\s+bài)?|đăng tải|xuất bản|tạo)(?:\s+(?:lúc|ngày|lần cuối))?\s*:?\s*)?` +
    String.raw`(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s*[,-]?\s*(?:ngày\s+)?)?` +
    String.raw`(?:${TIME}\s*[,|-]?\s*)?(?:ngày\s+)?${DATE}(?:\s*[,|-]?\s*${TIME})?(?:\s*\(?GMT\+?7\)?)?` +
    String.raw`(?:\s*[|•·-]?\s*(?:view count|lượt xem|số lượt xem|đã xem|đọc|xem|views?)?\s*:?\s*${NUMBER}(?:\s*(?:lượt xem|lượt đọc|views?))?)*\s*$`,
  'iu',
);
export const isDateLine = (text: string): boolean => text.length <= 120 && DATE_LINE.test(text);

export const FURNITURE_RULES: readonly FurnitureRule[] = [
  { kind: 'counter', pattern: DATE_LINE },
  {
    kind: 'counter',
    pattern:
      /^(?:thống kê truy cập|(?:tổng )?(?:số )?(?:lượt )?truy cập(?:\s+(?:tổng|hiện tại|hôm nay|hôm qua|trong (?:ngày|tuần|tháng|năm)|tuần này|tháng này|trung bình))?|(?:số )?lượt (?:xem|truy cập|đọc|tải)|số người (?:đang )?truy cập|view count|views?|đã xem|đang (?:online|truy cập|xem)|(?:khách )?trực tuyến|khách viếng thăm|tất cả|tổng (?:số )?(?:lượt )?truy cập)\s*(?:[:|-]?\s*[\d.,]+(?:\s*(?:lượt|người|views?))?)?$/iu,
  },
  {
    kind: 'counter',
    pattern:
      /^(?:hôm nay|hôm qua|tuần này|tuần trước|tháng này|tháng trước|(?:tháng|năm) hiện tại)\s*[:|-]?\s*[\d.,]+$/iu,
  },
  {
    kind: 'counter',
    pattern: /^[\d.,]+\s*(?:lượt xem|lượt truy cập|lượt đọc|người đã xem|bình luận|lượt thích|views?)$/iu,
  },
  {
    kind: 'counter',
    pattern:
      /^(?:tổng số điểm của bài viết là\s*:?.*|(?:click|nhấp|bấm|nhấn)(?: vào đây)? để đánh giá.*|xếp hạng\s*:?\s*[\d.,/\s-]+(?:phiếu bầu|bình chọn|đánh giá)?|đánh giá bài viết.*|[\d.,]+\s*\/\s*\d+\s*(?:bình chọn|đánh giá|phiếu).*)$/iu,
  },
  {
    kind: 'comments',
    opensList: true,
    pattern:
      /^(?:ý kiến (?:bạn đọc|của bạn|độc giả)|bình luận(?: của bạn)?|(?:các )?bình luận khác|phản hồi của bạn đọc|ý kiến phản hồi)\s*(?:\(?\d*\)?)\s*:?$/iu,
  },
  {
    kind: 'comments',
    pattern:
      /^(?:trả lời|hủy trả lời|(?:để lại|viết|gửi|thêm) (?:một )?(?:bình luận|phản hồi|ý kiến|trả lời|câu trả lời).*|email của bạn sẽ không được .*|các trường bắt buộc được đánh dấu.*|lưu tên của tôi.*trình duyệt.*|mã (?:bảo mật|xác nhận|captcha)\s*\*?:?|họ (?:và )?tên\s*\*?\s*:?|nội dung bình luận.*|chưa có (?:bình luận|ý kiến) nào.*|hãy đăng nhập để (?:bình luận|gửi).*|hãy là người đầu tiên bình luận.*)$/iu,
  },
  {
    kind: 'related',
    opensList: true,
    pattern:
      /^(?:(?:các )?(?:tin|bài|bài viết|tin tức|tin bài|văn bản)(?: tức| bài)? (?:khác|liên quan|cùng (?:chuyên mục|thể loại|loại|chủ đề)|(?:mới|cũ) hơn|đã đưa|đã đăng|mới nhất|nổi bật|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?)|những tin (?:mới|cũ) hơn|(?:có thể )?bạn quan tâm|xem thêm|đọc nhiều nhất|xem nhiều nhất|tin nổi bật|chuyên mục khác|xem tin theo ngày(?: tháng)?)\s*:?\s*(?:»|>+)?$/iu,
  },
  {
    kind: 'menu',
    pattern:
      /^(?:trang chủ|giới thiệu(?: chung)?|đăng nhập|đăng ký|đăng xuất|liên hệ|sơ đồ (?:site|trang|cổng|website)|tìm kiếm(?: tin tức| nâng cao)?|tin tức(?: [-–—] sự kiện| sự kiện)?|tin (?:ngành|hoạt động|trong tỉnh|trong nước|địa phương|mới|vắn)|hỏi đáp|rss|english|tiếng việt|thư viện (?:ảnh|video)|in (?:trang|bài viết|bản tin)(?: này)?|bản in|gửi (?:email|mail|bài viết)|(?:lưu|in|gửi|chia sẻ)(?: bài viết| tin này)?(?: (?:qua|lên|với) .{1,20})?|facebook|zalo|twitter|(?:về|lên) đầu trang|quay (?:lại|về)|trở (?:lại|về)|đọc bài viết|nghe bài viết|cỡ chữ|tương phản|ảnh minh họa|tải (?:về|xuống)|file đính kèm|menu|bỏ qua nội dung|chuyển đến nội dung(?: chính)?|thông tin tiện ích|liên kết (?:web(?:site)?|trang|website)|mạng xã hội|kết nối với chúng tôi|danh mục|chuyên mục|đường dây nóng|thời tiết|tỷ giá|lịch (?:công tác|tiếp dân)|xem tin theo ngày(?: tháng)?)\s*(?:[:»>|+-]*)$/iu,
  },
  {
    kind: 'menu',
    pattern:
      /^(?:bạn (?:đã|chưa) (?:không )?(?:sử dụng|đăng nhập).{0,160}|.{0,80}duy trì trạng thái đăng nhập.{0,80}|(?:©|copyright|bản quyền (?:thuộc|©|\(c\))).{0,200}|phát triển bởi.{0,100}|(?:giấy phép|gp)(?: số)?\s*:?.{0,60}(?:ttđt|icp|báo chí|trang thông tin điện tử).{0,100}|ghi rõ nguồn .{0,120}khi (?:phát hành|trích dẫn|sử dụng).{0,100}|trình duyệt của bạn không hỗ trợ.{0,160}|vui lòng bật javascript.{0,120})$/iu,
  },
];
