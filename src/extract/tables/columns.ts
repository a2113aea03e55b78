/** What a column of a table holds. */
export type ColumnRole =
  | 'number'
  | 'content'
  | 'product'
  | 'lead'
  | 'cooperate'
  | 'time'
  | 'note'
  | 'indicator'
  | 'unit'
  | 'value'
  | 'funding'
  | 'other';

export interface Column {
  readonly role: ColumnRole;
  /** Header text, the outer header first where it has several rows. */
  readonly header: string;
  /** The lowest row of the header, right above the cells. */
  readonly inner: string;
}

const YEAR = /(?:^|[^\d])(?:19|20)\d\d(?:$|[^\d])/u;
const NUMBER = /^(?:s?tt|sốtt|sốthứtự|thứtự|số|no|#)$/u;
/** Who decides, signs or oversees: a person or a level, not the agency that does the work. */
const ABOVE =
  /^(?:đồng chí )?lãnh đạo|^cấp |thẩm quyền|người ký|hình thức|^căn cứ|^văn bản (?:căn cứ|giao|chỉ đạo)|^(?:cơ quan|đơn vị) (?:ban hành|quyết định|phê duyệt|thẩm định|kiểm tra|giám sát|nhận|thụ hưởng|hưởng)/u;
const LEAD =
  /chủ trì|tham mưu|phụ trách|trách nhiệm|đầu mối|soạn thảo|(?:cơ quan|đơn vị|bộ phận|cá nhân|phân công|người|tổ chức|phòng|ban)\s*(?:,\s*[^,]+)?\s*(?:được giao|được phân công|thực hiện|triển khai|theo dõi|đảm nhận|trình)|^phân công|^(?:các )?(?:cơ quan|bộ phận)(?: ?, ?(?:đơn vị|cá nhân|địa phương|tổ chức))*$|^(?:các )?đơn vị ?, ?(?:cơ quan|địa phương|cá nhân)$/u;
const TIME =
  /thời gian|tiến độ|thời hạn|lộ trình|(?<!(?:kết quả|mức độ|tỷ lệ) )hoàn thành|mốc|thời điểm|^hạn(?!\p{L}| chế)|^(?:ngày|tháng|quý|năm)(?: ?, ?(?:ngày|tháng|quý|năm))* (?:thực hiện|trình|ban hành|triển khai)/u;
const MATTER =
  /nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|^(?:tên|danh mục)(?: các)? (?:đề án|dự án|chương trình|kế hoạch|văn bản|mô hình|công trình|phần việc|việc)|^(?:các )?(?:đề án|chương trình|dự án)(?! năm)|^(?:việc|phần việc|đầu việc)(?!\p{L})/u;

/** The role of a column by the words of its header. */
export function roleOfHeader(header: string): ColumnRole {
  const key = header.normalize('NFC').toLowerCase().replace(/[./]+/gu, ' ').replace(/\s+/gu, ' ').trim();
  if (key === '') return 'other';
  // A narrow column breaks its header anywhere: "ST T".
  if (NUMBER.test(key.replaceAll(' ', ''))) return 'number';
  if (/ghi chú/u.test(key)) return 'note';
  if (/kinh phí|dự toán|nguồn vốn|tổng mức|vốn/u.test(key)) return 'funding';
  if (ABOVE.test(key)) return 'other';
  if (/phối hợp|cùng thực hiện|(?:cơ quan|đơn vị) (?:cùng )?tham gia/u.test(key) && !/chủ trì/u.test(key))
    return 'cooperate';
  if (LEAD.test(key)) return 'lead';
  if (/^(?:đvt|đơn vị tính|đơn vị|đơn vị đo)$/u.test(key) || /đơn vị tính/u.test(key)) return 'unit';
  if (/sản phẩm|đầu ra/u.test(key)) return 'product';
  if (TIME.test(key)) return 'time';
  if (/^(?:nội dung|tên|danh mục)(?: các)? (?:chỉ tiêu|mục tiêu|chỉ số)/u.test(key)) return 'indicator';
  if (MATTER.test(key)) return 'content';
  if (YEAR.test(` ${key} `)) return 'value';
  if (/^(?:các |tên |hệ thống )?(?:chỉ tiêu|tiêu chí|chỉ số|mục tiêu)(?! (?:đến|năm|giai đoạn|\d))/u.test(key))
    return 'indicator';
  if (/kế hoạch|mục tiêu|chỉ tiêu|giai đoạn|thực hiện|ước|giá trị|mức/u.test(key)) return 'value';
  if (/kết quả/u.test(key)) return 'product';
  return 'other';
}

/** What a table is for, by its columns. */
export function kindOf(columns: readonly Column[]): 'task' | 'target' | 'other' {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  if (has('indicator') && (has('value') || has('unit') || has('lead') || has('time') || has('product')))
    return 'target';
  if (has('content') && (has('lead') || has('time') || has('cooperate'))) return 'task';
  if (has('content') && has('unit') && has('value')) return 'target';
  return 'other';
}

/** Roles as the columns beside it leave them: one column leads, one tells by when, and an aim beside a task is no indicator. */
export function settled(columns: readonly Column[]): readonly Column[] {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  const work = has('content') && (has('lead') || has('cooperate')) && !has('unit') && !has('value');
  const content = columns.findIndex((column) => column.role === 'content');
  const lead = only(columns, 'lead', /chủ trì/iu);
  const time = only(columns, 'time', /kết thúc|hoàn thành|đến/iu);
  return columns.map((column, i): Column => {
    if (work && column.role === 'indicator')
      // "Mục tiêu | Nhiệm vụ" says what for, "Nhiệm vụ | Chỉ tiêu, kết quả cần đạt" what comes of it.
      return { ...column, role: i > content && !has('product') ? 'product' : 'other' };
    if (column.role === 'lead' && lead !== undefined && column !== lead) return { ...column, role: 'other' };
    if (column.role === 'time' && time !== undefined && column !== time) return { ...column, role: 'other' };
    return column;
  });
}

/** Of several columns of a role, the one whose header says it in so many words; undefined where none or several do. */
function only(columns: readonly Column[], role: ColumnRole, words: RegExp): Column | undefined {
  const all = columns.filter((column) => column.role === role);
  const named = all.filter((column) => words.test(column.header));
  return all.length > 1 && new Set(named.map((column) => column.header)).size === 1 ? named[0] : undefined;
}
