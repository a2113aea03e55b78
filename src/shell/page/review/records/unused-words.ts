import type { Language } from '../../../formats/comparison-words.ts';

/** Why a figure is in no target, by the codes of the account of figures. */
export const UNUSED: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  furniture: {
    vi: 'không thuộc văn bản (đầu trang, chân trang)',
    en: 'no part of the document: the head or foot of a page',
  },
  time: { vi: 'một mốc thời gian', en: 'a time' },
  reference: { vi: 'số hoặc ngày của văn bản khác', en: 'the number or date of a document' },
  place: { vi: 'dẫn chiếu một chỗ trong văn bản', en: 'a place in the text' },
  agency: { vi: 'một phần tên cơ quan', en: 'part of an agency’s name' },
  letterhead: { vi: 'ở đầu văn bản hoặc phần ký', en: 'in the letterhead or at the signature' },
  unread: {
    vi: 'không quy tắc nào đọc là số đo (nhãn, ngày, tuổi, mã)',
    en: 'no rule reads it as a measure: a label, a date, an age, a code',
  },
  footnote: { vi: 'ở chú thích cuối trang', en: 'in a footnote' },
  'no-sentence': { vi: 'không nằm trong câu nào', en: 'outside any sentence' },
  change: {
    vi: 'mức ban đầu, hoặc một phần của số khác',
    en: 'the state from which a change starts, or part of another figure',
  },
  spent: { vi: 'tiền sẽ chi, hoặc không nêu để làm gì', en: 'money that is to be spent, or whose use is not said' },
  funding: { vi: 'ở mục kinh phí', en: 'in a section on funding' },
  rule: {
    vi: 'mức giới hạn hoặc yêu cầu do văn bản đặt ra',
    en: 'a bound, a rate or a requirement that the document lays down',
  },
  works: { vi: 'kích thước của công trình, hồ sơ', en: 'a measurement of what is to be built or drawn up' },
  criterion: { vi: 'tiêu chí để được gọi như vậy', en: 'a criterion for being called so, or being entitled' },
  term: {
    vi: 'thời hạn làm việc, không phải thời gian được đo',
    en: 'a term for doing something, not a time that is measured',
  },
  covers: { vi: 'chỉ nói chỉ tiêu áp dụng cho ai', en: 'only says whom a measure covers' },
  scored: { vi: 'điểm thi đua', en: 'points of a competition' },
  known: { vi: 'đếm những gì đã có', en: 'counts what is there already' },
  attribute: { vi: 'tính chất của đối tượng được đo', en: 'a property of what is measured, not the measure' },
  base: { vi: 'mức để so sánh', en: 'what another figure is held against' },
  text: { vi: 'đếm phần của văn bản hoặc công việc', en: 'counts parts of the text or of the work' },
  named: { vi: 'một phần tên riêng trong ngoặc kép', en: 'part of a name in quotation marks' },
  voted: { vi: 'kết quả bỏ phiếu', en: 'how a vote went' },
  asked: { vi: 'ở trong câu hỏi', en: 'in a question' },
  year: { vi: 'một năm dính vào chữ sau', en: 'a year that ran into the next words' },
  times: { vi: 'số lần', en: 'how often, with no verb of change' },
  spelled: { vi: 'số trước đó viết lại bằng chữ', en: 'the figure before it once more, in words' },
  factor: { vi: 'thừa số của một tổng', en: 'a factor of a sum' },
  unitless: { vi: 'không nói đếm gì', en: 'nothing says what it counts' },
  'table-row': { vi: 'ở hàng dài hơn đầu bảng', en: 'in a row that is longer than the heads of its table' },
  'table-head': { vi: 'ở đầu bảng', en: 'in the heads of a table' },
  'table-not-read': { vi: 'ở bảng chưa đọc được', en: 'in a table that is not read: its heads are not known' },
  'table-not-aimed': {
    vi: 'ở bảng không nói là chỉ tiêu',
    en: 'in a table of which nothing says that it sets targets',
  },
  'table-measure': { vi: 'một phần tên chỉ tiêu trong bảng', en: 'part of what a row of a table measures' },
  'table-words': { vi: 'ở phần chữ của bảng', en: 'in the words of a row of a table' },
  'table-unit': { vi: 'một phần đơn vị trong bảng', en: 'part of a unit in a table' },
  'table-cell': {
    vi: 'ô không đọc được theo một cách, hoặc không nói đo gì',
    en: 'the cell cannot be read in one way, or nothing says what it measures',
  },
  'table-against': { vi: 'ở cột so sánh hoặc của kế hoạch cũ', en: 'in a column that compares, or of an older plan' },
  'table-column': { vi: 'ở cột không đặt chỉ tiêu', en: 'in a column that sets no targets' },
};

/** @param said what the account says itself, for a code that is not known here */
export const unusedText = (code: string, said: string, language: Language): string => UNUSED[code]?.[language] ?? said;
