import type { Language } from '../../formats/comparison-words.ts';

type Both = Readonly<Record<Language, string>>;

const DOUBTS: Readonly<Record<string, Both>> = {
  'nothing-found': {
    vi: 'Không tìm thấy chỉ tiêu hay nhiệm vụ nào.',
    en: 'Neither a target nor a task was found.',
  },
  'no-plan': { vi: 'Có vẻ không phải kế hoạch.', en: 'It seems to be no plan.' },
  'page-unreadable': {
    vi: 'Có trang hoặc phông chữ không đọc được: số liệu gần đó chưa chắc.',
    en: 'A page or font could not be read: figures near it are doubtful.',
  },
  'page-without-text': { vi: 'Có trang không có chữ.', en: 'A page holds no text.' },
  'header-not-legible': {
    vi: 'Số hoặc ngày ban hành không đọc được trên ảnh: xem trang đầu.',
    en: 'Number or date could not be read in the image: look at the first page.',
  },
  'figure-doubtful': {
    vi: 'Có số liệu đọc từ ảnh chưa chắc: xem lại trang đó.',
    en: 'Figures read from an image are doubtful: look at the page.',
  },
  'page-recognised': {
    vi: 'Có trang đọc từ ảnh: chữ và số có thể bị nhầm.',
    en: 'Pages were read from images: letters and figures may be misread.',
  },
  'correction-lost': {
    vi: 'Có sửa đổi không còn tìm thấy chỗ của nó trong văn bản: xem lại.',
    en: 'A correction no longer finds its place in the text: look at it again.',
  },
  'correction-disputed': {
    vi: 'Quy tắc mới đọc khác với sửa đổi của người dùng: đã giữ sửa đổi, xem lại.',
    en: 'The rules read something new where a person corrected: the correction was kept, look at it again.',
  },
  'province-unknown': {
    vi: 'Văn bản không nêu tỉnh nào là của mình.',
    en: 'The text names no province as its own.',
  },
  'figure-unused': {
    vi: 'Có số liệu trong mục tiêu chưa được dùng.',
    en: 'A figure in the objectives became no target.',
  },
  'table-not-read': { vi: 'Có bảng số liệu chưa đọc được.', en: 'A table of figures was not read.' },
  'figures-differ': {
    vi: 'Hai số khác nhau cho cùng một chỉ tiêu, cùng cấp, cùng thời hạn.',
    en: 'Two figures differ for one measure, level and deadline.',
  },
  'deadline-before-issue': {
    vi: 'Có thời hạn trước ngày ban hành.',
    en: 'A deadline lies before the document’s own date.',
  },
  'no-such-day': { vi: 'Có ngày không tồn tại trong lịch.', en: 'A date that no calendar has.' },
  'inner-reference-lost': { vi: 'Có dẫn chiếu nội bộ không tìm thấy.', en: 'An inner reference was not found.' },
  'character-map-repaired': {
    vi: 'Phông chữ ghi sai chữ, đã sửa theo từ.',
    en: 'A font names wrong letters; its words told the right ones.',
  },
  'encoding-converted': { vi: 'Đã đổi từ bảng mã tiếng Việt cũ.', en: 'An old Vietnamese encoding became Unicode.' },
  'hidden-text': { vi: 'Có chữ ẩn không được đọc.', en: 'Text that a reader does not see was left out.' },
  'struck-text': { vi: 'Có chữ bị gạch bỏ, không đọc.', en: 'Text that is struck out was left out.' },
  'text-overlaid': { vi: 'Có chữ nằm chồng lên chữ khác.', en: 'Text lies over other text.' },
  'content-not-read': {
    vi: 'Có hình, biểu đồ hoặc phần nhúng không đọc.',
    en: 'Pictures, charts or embedded parts are not read.',
  },
  'not-vietnamese': { vi: 'Văn bản không có chữ tiếng Việt.', en: 'The text has no Vietnamese letters.' },
  'symbols-lost': { vi: 'Có ký hiệu không đổi được thành chữ.', en: 'Signs of a symbol font have no letter.' },
};

/** A reason to look at a document, in a sentence; the code itself where none is known. */
export const doubtText = (code: string, language: Language): string => DOUBTS[code]?.[language] ?? '';
