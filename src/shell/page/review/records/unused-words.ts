import { language } from '../state.ts';

/** Why a figure is in no target: how the account of figures says it, and how it is said in Vietnamese. */
const REASONS: readonly (readonly [said: RegExp, vi: string])[] = [
  [/^no part of the document/u, 'không thuộc văn bản (đầu trang, chân trang)'],
  [/^a time/u, 'một mốc thời gian'],
  [/^a document's number or date/u, 'số hoặc ngày của văn bản khác'],
  [/^a place in the text/u, 'dẫn chiếu một chỗ trong văn bản'],
  [/^part of an agency's name/u, 'một phần tên cơ quan'],
  [/^stands in the letterhead/u, 'ở đầu văn bản hoặc phần ký'],
  [/^no rule reads it as a measure/u, 'không quy tắc nào đọc là số đo (nhãn, ngày, tuổi, mã)'],
  [/^stands in a footnote/u, 'ở chú thích cuối trang'],
  [/^stands outside any sentence/u, 'không nằm trong câu nào'],
  [/^the state from which a change starts/u, 'mức ban đầu, hoặc một phần của số khác'],
  [/^money that is to be spent/u, 'tiền sẽ chi, hoặc không nêu để làm gì'],
  [/^stands in a section on funding/u, 'ở mục kinh phí'],
  [/^a bound, a rate or a requirement/u, 'mức giới hạn hoặc yêu cầu do văn bản đặt ra'],
  [/^a measurement of what is to be built/u, 'kích thước của công trình, hồ sơ'],
  [/^bounds what is called so/u, 'tiêu chí để được gọi như vậy'],
  [/^a term for doing something/u, 'thời hạn làm việc, không phải thời gian được đo'],
  [/^only says whom a measure covers/u, 'chỉ nói chỉ tiêu áp dụng cho ai'],
  [/^earns or costs points/u, 'điểm thi đua'],
  [/^counts things that are there already/u, 'đếm những gì đã có'],
  [/^a property of what is measured/u, 'tính chất của đối tượng được đo'],
  [/^what another figure is held against/u, 'mức để so sánh'],
  [/^counts parts of the text/u, 'đếm phần của văn bản hoặc công việc'],
  [/^part of a name/u, 'một phần tên riêng trong ngoặc kép'],
  [/^tells how a vote went/u, 'kết quả bỏ phiếu'],
  [/^stands in a question/u, 'ở trong câu hỏi'],
  [/^a year that ran/u, 'một năm dính vào chữ sau'],
  [/^how often/u, 'số lần'],
  [/^the figure before it once more/u, 'số trước đó viết lại bằng chữ'],
  [/^a factor of a sum/u, 'thừa số của một tổng'],
  [/^a number that nothing says/u, 'không nói đếm gì'],
  [/^stands in a row of a table that is longer/u, 'ở hàng dài hơn đầu bảng'],
  [/^stands in the heads of a table/u, 'ở đầu bảng'],
  [/^stands in a table that is not read/u, 'ở bảng chưa đọc được'],
  [/^stands in a table of which nothing says/u, 'ở bảng không nói là chỉ tiêu'],
  [/^part of what a row of a table measures/u, 'một phần tên chỉ tiêu trong bảng'],
  [/^stands in the words of a row/u, 'ở phần chữ của bảng'],
  [/^part of a unit in a table/u, 'một phần đơn vị trong bảng'],
  [/^stands in a cell of a table whose figure/u, 'ô không đọc được theo một cách, hoặc không nói đo gì'],
  [/^stands in a column that holds figures against/u, 'ở cột so sánh hoặc của kế hoạch cũ'],
  [/^stands in a column of a table that sets no targets/u, 'ở cột không đặt chỉ tiêu'],
];

/** In English the account says it itself. */
export const reasonText = (reason: string): string =>
  language.value === 'en' ? reason : (REASONS.find(([said]) => said.test(reason))?.[1] ?? reason);
