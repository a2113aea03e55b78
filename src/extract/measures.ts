import type { MentionOf } from '../model/mention.ts';
import type { Role } from './roles.ts';
import type { Range } from './sentences.ts';
import { anyOf, edged } from './words.ts';

/** Money that is spent is no target; money that is raised, earned or produced is. */
const RAISED = new RegExp(
  edged(
    anyOf([
      'thu',
      'thu nhập',
      'thu ngân sách',
      'doanh thu',
      'GRDP',
      'giá trị',
      'kim ngạch',
      'thu hút',
      'huy động',
      'quy mô',
      'năng suất',
      'doanh số',
      'tổng vốn',
      'vốn đầu tư',
      'bình quân',
      'tiết kiệm',
      'tăng thu',
      'dư nợ',
      'xuất khẩu',
    ]),
  ),
  'iu',
);
/** "Đối với đơn vị có tỷ lệ … dưới 30% thì …": the figure tells whom a measure covers. */
const COVERS = new RegExp(
  `^${edged(anyOf(['đối với', 'trường hợp', 'nếu', 'khi', 'riêng đối với', 'những nơi']))}`,
  'iu',
);
const TIME_UNITS: ReadonlySet<string> = new Set(['day', 'hour', 'month', 'year']);
const DURATION_MEASURED = new RegExp(
  edged(anyOf(['thời gian', 'thời hạn', 'số ngày', 'số giờ', 'tuổi thọ', 'rút ngắn', 'giảm'])),
  'iu',
);
/** Counts that speak of the text or of its making, not of the world. */
const OF_THE_TEXT = new RegExp(
  `^${edged(anyOf(['nội dung', 'nhiệm vụ', 'mục tiêu', 'chỉ tiêu', 'nhóm', 'tiêu chí', 'chương', 'điều', 'phần', 'giải pháp', 'bước', 'giai đoạn', 'lĩnh vực', 'khâu', 'nguyên tắc', 'quan điểm', 'loại', 'cấp', 'trụ cột', 'hình thức', 'phụ lục', 'mức', 'bản', 'trang', 'khoản', 'lần', 'vấn đề', 'yêu cầu', 'yếu tố', 'bên', 'trong', 'đột phá', 'định hướng', 'chữ']))}`,
  'iu',
);

/** Whether a figure measures something that is to be, or was, reached. */
export function measures(text: string, sentence: Range, quantity: MentionOf<'quantity'>, role: Role): boolean {
  const { unit } = quantity.value;
  const before = text.slice(sentence.start, quantity.start);
  const after = text.slice(quantity.end, sentence.end);
  if (unit.startsWith('VND') || unit.startsWith('USD'))
    return (
      role !== 'funding' &&
      RAISED.test(before) &&
      !/kinh phí|dự toán|hỗ trợ|mức chi|ngân sách\s+(?:nhà nước\s+)?(?:cấp|hỗ trợ|chi)/iu.test(before)
    );
  if (role === 'funding') return false;
  if (TIME_UNITS.has(unit)) return DURATION_MEASURED.test(before);
  if (COVERS.test(before.trimStart()) && /(?:thì|có thể|phải|cần|được)\s/u.test(after) && !/[,;]/u.test(before))
    return false;
  if (OF_THE_TEXT.test(unit)) return false;
  return true;
}
