import type { ErrorCode } from '../../../../model/errors.ts';
import type { Language } from '../../../formats/comparison-words.ts';

/** What a person can do about a failure with one click. */
export type Way = 'retry' | 'choose' | 'forget';

interface Advice {
  /** What is wrong; in English the failure says it itself. */
  readonly vi: string;
  readonly advice: Readonly<Record<Language, string>>;
  readonly way: Way;
}

const anotherCopy = {
  vi: 'Tải lại từ nguồn rồi thả vào đây.',
  en: 'Fetch it again from its source, and drop it here.',
};
const later = { vi: 'Thử lại.', en: 'Try again.' };

export const FAILURE_ADVICE: Readonly<Record<ErrorCode, Advice>> = {
  'file-missing': { vi: 'Không còn tệp này.', advice: anotherCopy, way: 'choose' },
  'file-unreadable': {
    vi: 'Không được quyền đọc tệp.',
    advice: { vi: 'Cấp quyền đọc rồi thử lại.', en: 'Give the right to read it, then try again.' },
    way: 'retry',
  },
  'file-empty': { vi: 'Tệp rỗng.', advice: anotherCopy, way: 'choose' },
  'file-too-large': {
    vi: 'Tệp lớn hơn giới hạn.',
    advice: { vi: 'Chia nhỏ tệp rồi thả vào đây.', en: 'Split it, and drop the parts here.' },
    way: 'choose',
  },
  'file-encrypted': {
    vi: 'Tệp đặt mật khẩu.',
    advice: {
      vi: 'Mở bằng Word hoặc trình đọc PDF, bỏ mật khẩu, lưu lại rồi thả vào đây.',
      en: 'Open it, remove the password, save, and drop it here.',
    },
    way: 'choose',
  },
  'file-corrupt': { vi: 'Tệp hỏng hoặc bị cắt.', advice: anotherCopy, way: 'choose' },
  'format-unknown': {
    vi: 'Không phải văn bản.',
    advice: { vi: 'Bỏ khỏi danh sách, hoặc chọn tệp khác.', en: 'Drop it from the list, or choose another file.' },
    way: 'forget',
  },
  'format-unsupported': {
    vi: 'Định dạng chưa đọc được.',
    advice: { vi: 'Lưu thành DOCX hoặc PDF rồi thả vào đây.', en: 'Save it as DOCX or PDF, and drop it here.' },
    way: 'choose',
  },
  'no-text-layer': {
    vi: 'Bản quét, không nhận dạng được chữ.',
    advice: {
      vi: 'Cài tesseract rồi thử lại, hoặc gửi bản gốc DOCX.',
      en: 'Install tesseract and try again, or send the DOCX.',
    },
    way: 'retry',
  },
  'no-content': {
    vi: 'Trang không có nội dung riêng.',
    advice: { vi: 'Tìm đúng trang của văn bản.', en: 'Find the page of the text itself.' },
    way: 'choose',
  },
  'text-unreadable': {
    vi: 'Chữ không giải mã được.',
    advice: { vi: 'Tìm bản khác của văn bản.', en: 'Find another copy of the text.' },
    way: 'choose',
  },
  'archive-refused': {
    vi: 'Tệp nén không an toàn hoặc quá lớn.',
    advice: { vi: 'Tự giải nén rồi thả thư mục vào đây.', en: 'Unpack it, and drop the folder here.' },
    way: 'choose',
  },
  'url-refused': {
    vi: 'Địa chỉ không an toàn, hoặc trang không cho chương trình đọc.',
    advice: { vi: 'Tải tệp về rồi thả vào đây.', en: 'Save the file, and drop it here.' },
    way: 'choose',
  },
  'url-failed': {
    vi: 'Địa chỉ không trả lời.',
    advice: {
      vi: 'Thử lại sau, hoặc tải tệp về rồi thả vào đây.',
      en: 'Try later, or save the file and drop it here.',
    },
    way: 'retry',
  },
  'time-exceeded': { vi: 'Đọc quá lâu.', advice: later, way: 'retry' },
  'memory-exceeded': { vi: 'Cần quá nhiều bộ nhớ.', advice: later, way: 'retry' },
  'worker-lost': { vi: 'Tiến trình đọc bị ngắt.', advice: later, way: 'retry' },
  'version-unknown': {
    vi: 'Do phiên bản khác của chương trình ghi.',
    advice: { vi: 'Đọc lại từ nguồn.', en: 'Read it again from its source.' },
    way: 'retry',
  },
  'pipeline-unknown': { vi: 'Không có quy trình tên này.', advice: later, way: 'retry' },
  'document-unknown': {
    vi: 'Không có văn bản này trong thư mục kết quả.',
    advice: { vi: 'Bỏ khỏi danh sách.', en: 'Drop it from the list.' },
    way: 'forget',
  },
  'correction-refused': {
    vi: 'Sửa đổi không hợp lệ.',
    advice: { vi: 'Xem lại trường và giá trị đã nhập.', en: 'Look at the field and the value again.' },
    way: 'forget',
  },
  'output-unwritable': {
    vi: 'Không ghi được kết quả: đĩa đầy hoặc bị khóa.',
    advice: { vi: 'Dọn đĩa rồi thử lại.', en: 'Make room on the disk, then try again.' },
    way: 'retry',
  },
  internal: {
    vi: 'Lỗi của chương trình.',
    advice: { vi: 'Xin báo lại kèm tệp này.', en: 'Please report it with this file.' },
    way: 'retry',
  },
};
