import type { ComparisonWarning } from '../../../model/comparison.ts';
import type { ErrorCode } from '../../../model/errors.ts';
import { words } from './state.ts';
import type { Language } from './words.ts';

type Both = Readonly<Record<Language, string>>;

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
  'no-text-layer': 'Bản quét, không có lớp chữ. Nhận dạng chữ (OCR) trước, hoặc tìm bản DOCX.',
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
  'output-unwritable': 'Không ghi được kết quả: đĩa đầy hoặc bị khóa.',
  internal: 'Lỗi của chương trình: xin báo lại.',
};

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

interface Names {
  readonly planName: (document: string) => string;
  readonly listed: (names: readonly string[]) => string;
}

type Given = NonNullable<ComparisonWarning['about']>;
/** With nothing for what a warning does not speak of. */
type About = { readonly [K in keyof Given]-?: NonNullable<Given[K]> };
type Telling = (about: About, names: Names) => string;

const WARNINGS: Readonly<Record<string, Readonly<Record<Language, Telling>>>> = {
  'territory-changed': {
    vi: ({ province, formedFrom, formerly }, { listed }) =>
      `${province} từ ngày 01/7/2025 gồm ${listed(formedFrom)}: số liệu trước ngày đó của ${listed(formerly)} chỉ là của một phần.`,
    en: ({ province, formedFrom, formerly }, { listed }) =>
      `${province} since 1 July 2025 is ${listed(formedFrom)} together: figures of ${listed(formerly)} before that day are of a part of it.`,
  },
  'level-ended': {
    vi: ({ targets }) =>
      `${targets} chỉ tiêu của cấp huyện có thời hạn sau ngày 01/7/2025, khi không còn cấp huyện. Không so với chỉ tiêu cấp xã.`,
    en: ({ targets }) =>
      `${targets} of its targets are for districts and due after districts ended on 1 July 2025. Do not hold them against targets of communes.`,
  },
  'counted-once': {
    vi: ({ others }) => `Còn có trong ${others.length} tệp khác: chỉ tính một lần.`,
    en: ({ others }) => `In ${others.length} other files too: it is counted once.`,
  },
  superseded: {
    vi: ({ others }, { planName, listed }) =>
      `Đã được thay thế bởi ${listed(others.map(planName))}: chỉ tiêu cũ không tính bên cạnh chỉ tiêu mới.`,
    en: ({ others }, { planName, listed }) =>
      `Replaced by ${listed(others.map(planName))}: its targets are not counted beside the newer ones.`,
  },
  amended: {
    vi: ({ others }, { planName, listed }) =>
      `Đã được sửa đổi bởi ${listed(others.map(planName))}: chỉ tiêu nêu lại ở đó không tính ở đây.`,
    en: ({ others }, { planName, listed }) =>
      `Amended by ${listed(others.map(planName))}: targets that stand there again are not counted here.`,
  },
  'left-out': {
    vi: ({ documents, results }) =>
      `Không đưa vào: ${[documents > 0 ? `${documents} văn bản không phải kế hoạch (chạy với --all)` : '', results > 0 ? `${results} kết quả đã đạt (chạy với --results)` : ''].filter(Boolean).join(', ')}.`,
    en: ({ documents, results }) =>
      `Left out: ${[documents > 0 ? `${documents} documents that are no plans (run with --all)` : '', results > 0 ? `${results} results (run with --results)` : ''].filter(Boolean).join(', ')}.`,
  },
};

const NOTHING: About = {
  document: '',
  others: [],
  targets: 0,
  documents: 0,
  results: 0,
  province: '',
  formedFrom: [],
  formerly: [],
};

/** A warning of the comparison in the language of the page, with plans by their names. */
export function warningText(
  { code, message, about }: ComparisonWarning,
  language: Language,
  planName: Names['planName'],
): string {
  const telling = WARNINGS[code]?.[language];
  if (telling === undefined || about === undefined) return message;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const full: About = { ...NOTHING, ...withoutNothing(about) };
  return telling(full, { planName, listed: (names) => list.format(names) });
}

const withoutNothing = (about: Given): Partial<About> =>
  Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));

/** Whom a warning is about. */
export const warningWho = ({ about }: ComparisonWarning, planName: Names['planName']): string =>
  about?.document === undefined ? (about?.province ?? '') : planName(about.document);

export const failureText = (code: string, message: string, language: Language): string =>
  language === 'vi' ? ((FAILURES as Readonly<Record<string, string>>)[code] ?? message) : message;

export const unsureText = (unsure: number): string => words.value.unsure(String(unsure));
