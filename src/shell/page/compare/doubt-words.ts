import type { ComparisonWarning } from '../../../model/comparison.ts';
import type { ErrorCode } from '../../../model/errors.ts';
import type { Language } from '../../formats/comparison-words.ts';
import { words } from './state.ts';

/** What failed and what to do about it. In English the failure says it itself. */
export const FAILURES: Readonly<Record<ErrorCode, string>> = {
  'file-missing': 'Không có tệp này. Kiểm tra lại đường dẫn.',
  'file-unreadable': 'Không được quyền đọc tệp. Cấp quyền đọc rồi chạy lại.',
  'file-empty': 'Tệp rỗng. Tải lại từ nguồn.',
  'file-too-large': 'Tệp lớn hơn giới hạn. Tăng giới hạn hoặc chia tệp.',
  'file-encrypted': 'Tệp có mật khẩu. Lưu một bản không đặt mật khẩu.',
  'file-corrupt': 'Tệp hỏng hoặc bị cắt. Tải lại từ nguồn.',
  'format-unknown': 'Không phải văn bản.',
  'format-unsupported': 'Định dạng chưa đọc được. Lưu thành DOCX hoặc PDF.',
  'no-text-layer': 'Bản quét, không nhận dạng được chữ. Cài tesseract hoặc tìm bản DOCX.',
  'no-content': 'Trang không có nội dung riêng. Tìm đúng trang của văn bản.',
  'text-unreadable': 'Chữ không giải mã được. Tìm bản khác của văn bản.',
  'archive-refused': 'Tệp nén không an toàn hoặc quá lớn. Tự giải nén rồi đưa các tệp vào.',
  'url-refused': 'Địa chỉ không an toàn, hoặc trang không cho chương trình đọc. Tải tệp về rồi đưa vào.',
  'url-failed': 'Địa chỉ không trả lời. Thử lại sau, hoặc tải tệp về rồi đưa vào.',
  'time-exceeded': 'Đọc quá lâu. Tăng --max-seconds rồi chạy lại.',
  'memory-exceeded': 'Cần quá nhiều bộ nhớ. Tăng --max-memory rồi chạy lại.',
  'worker-lost': 'Tiến trình đọc bị ngắt. Chạy lại.',
  'version-unknown': 'Do phiên bản khác của chương trình ghi. Đọc lại từ nguồn.',
  'pipeline-unknown': 'Không có quy trình tên này.',
  'document-unknown': 'Không có văn bản này trong thư mục kết quả.',
  'correction-refused': 'Sửa đổi không hợp lệ: không có trường này, hoặc giá trị không dùng được.',
  'output-unwritable': 'Không ghi được kết quả: đĩa đầy hoặc bị khóa.',
  internal: 'Lỗi của chương trình: xin báo lại.',
};

/** Whom a warning is about. */
export const warningWho = ({ about }: ComparisonWarning, planName: (document: string) => string): string =>
  about?.document === undefined ? (about?.province ?? '') : planName(about.document);

export const failureText = (code: string, message: string, language: Language): string =>
  language === 'vi' ? ((FAILURES as Readonly<Record<string, string>>)[code] ?? message) : message;

export const unsureText = (unsure: number): string => words.value.unsure(String(unsure));
