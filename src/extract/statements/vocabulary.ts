import { anyOf, edged } from '../../language/words.ts';

/** Verbs that make a clause of a noun phrase: what follows "100% …" is a statement once one of them stands there. */
const PREDICATES = [
  'được',
  'có',
  'đạt',
  'phải',
  'thực hiện',
  'hoàn thành',
  'triển khai',
  'sử dụng',
  'áp dụng',
  'ban hành',
  'xây dựng',
  'tham gia',
  'đảm bảo',
  'bảo đảm',
  'bố trí',
  'cung cấp',
  'kết nối',
  'hoàn thiện',
  'tiến hành',
  'duy trì',
  'biết',
  'là',
  'không còn',
  'không',
  'thường xuyên',
  'tiếp cận',
  'kịp thời',
  'hưởng',
  'cập nhật',
  'chuyển',
  'đăng ký',
  'thành lập',
  'đi vào',
  'trở thành',
  'đáp ứng',
];
export const PREDICATE = new RegExp(edged(anyOf(PREDICATES)), 'iu');

/** Words that only open a statement; the measure begins after them. */
const OPENERS = [
  'phấn đấu',
  'đảm bảo',
  'bảo đảm',
  'cụ thể',
  'cụ thể là',
  'cụ thể như sau',
  'trong đó',
  'trong đó có',
  'và',
  'đồng thời',
  'để',
  'nhằm',
  'hướng tới',
  'ước',
  'ước đạt',
  'dự kiến',
  'quyết tâm',
  'nỗ lực',
  'riêng',
  'gồm',
  'bao gồm',
  'như',
  'thì',
  'còn',
  'theo đó',
  'mục tiêu',
  'chỉ tiêu',
  'mục tiêu là',
  'yêu cầu',
  'cơ bản',
  'tiến tới',
  'đến hết',
  'từng bước',
  'tối thiểu có',
  'ít nhất có',
  'cố gắng',
  'thực hiện',
];
export const OPENER = new RegExp(
  String.raw`^(?:${edged(anyOf(OPENERS))}|(?:chỉ tiêu|mục tiêu|nhiệm vụ)\s+(?:số\s+)?\d+(?:\.\d+)*\s*[:.]?)[\s,:–-]*`,
  'iu',
);

/** A clause that only says by what or whence. */
export const REFERS = new RegExp(
  `^\\s*${edged(anyOf(['theo', 'căn cứ', 'thực hiện', 'qua', 'trên cơ sở', 'tính đến', 'triển khai']))}`,
  'iu',
);
/** After a comma, these begin what is really aimed at. */
export const AIMS_AT = new RegExp(
  String.raw`,\s*(?:từng bước\s+)?${edged(anyOf(['phấn đấu', 'góp phần', 'bảo đảm đạt', 'đảm bảo đạt', 'góp phần đạt', 'tiến tới', 'hướng tới', 'mục tiêu']))}`,
  'giu',
);

/** "Kế hoạch đặt ra các mục tiêu …", "triển khai với mục tiêu là …": the measure comes after. */
export const SETS_AIMS =
  /^[^,;:]*?(?<!\p{L})(?:với|đặt|đặt\s+ra|đề\s+ra|xác\s+định)\s+(?:(?:các|những|một\s+số)\s+)?(?:mục\s+tiêu|chỉ\s+tiêu)(?:\s+(?:là|cụ\s+thể|cơ\s+bản|chủ\s+yếu|như))*\s+/iu;

/** A verb that stands right before its figure belongs to the statement: "giảm 2%", "duy trì 100%". */
export const GOVERNS = new RegExp(
  `${edged(anyOf(['duy trì', 'duy trì đạt', 'giữ vững', 'hoàn thành', 'giảm', 'tăng', 'cắt giảm', 'tăng thêm', 'giảm thêm', 'kéo giảm', 'tiết kiệm', 'rút ngắn']))}\\s*$`,
  'iu',
);

/** Words between a measure and its figure; alone they are no measure. */
export const LINKS = new RegExp(
  String.raw`^(?:\s|,|:|${edged(
    anyOf([
      'đạt',
      'có',
      'là',
      'còn',
      'xuống',
      'lên',
      'đến',
      'tới',
      'với',
      'chiếm',
      'đạt tỷ lệ',
      'đạt mức',
      'ở mức',
      'tỷ lệ',
      'tỉ lệ',
      'mức',
      'đạt được',
      'hoàn thành',
      'duy trì',
      'ít nhất',
      'tối thiểu',
      'từ',
      'bằng',
      'vào',
      'số lượng',
      'tăng',
      'giảm',
      'khoảng',
      'trên',
      'đều',
    ]),
  )})*$`,
  'iu',
);

/** Nouns with which a measure begins: after a comma, they begin a statement of their own. */
const HEADS = anyOf([
  'tỷ lệ',
  'tỉ lệ',
  'mức',
  'số',
  'tổng',
  'tỷ trọng',
  'tỉ trọng',
  'tốc độ',
  'chỉ số',
  'thu nhập',
  'diện tích',
  'sản lượng',
  'giá trị',
  'quy mô',
  'tuổi thọ',
  'năng suất',
  'mật độ',
  'tỷ số',
  'tỷ suất',
  'thời gian',
  'kim ngạch',
  'doanh thu',
  'thu ngân sách',
  'hệ số',
  'vốn',
  'các',
]);
export const HEAD = new RegExp(`^${edged(HEADS)}`, 'iu');

/** Verbs of change: an amount that no verb governs takes one from the clause before. */
export const CHANGE = new RegExp(
  `^${edged(anyOf(['rút ngắn', 'cắt giảm', 'giảm', 'giảm thiểu', 'tăng', 'nâng', 'nâng cao', 'hạ', 'tiết kiệm', 'mở rộng']))}`,
  'iu',
);
export const CHANGE_ANYWHERE = new RegExp(
  edged(anyOf(['rút ngắn', 'cắt giảm', 'giảm', 'tăng', 'nâng', 'hạ', 'đạt', 'còn', 'chiếm', 'là', 'ở mức'])),
  'iu',
);

/** A clause that begins so goes on with the one before. */
export const CONTINUES = new RegExp(
  `^${edged(anyOf(['giữa', 'của', 'tại', 'với', 'bằng', 'cho', 'từ', 'theo', 'bởi']))}`,
  'iu',
);

/** "từ 23% xuống còn dưới 18%": what stands between the two figures of a change. */
export const MOVES =
  /^\s*(?:\([^)]*\)\s*)?(?:vào\s+)?(?:năm\s+\d{4}\s*)?,?\s*(?:xuống|lên|giảm|tăng)?\s*(?:xuống|lên|còn|đến|tới)\s*(?:còn|dưới|trên|mức|khoảng)?\s*$/iu;

/** A comma after which another subject has its own say: ", hội nghị đã đề ra …", ", các văn bản … được …". */
export const NEW_CLAUSE =
  /,\s+(?:(?:\p{L}+\s+){1,4}(?:đã|đều|sẽ)\s|(?:các|những|mọi)\s+[^,;]{3,80}?\s(?:đều|được|phải|trao đổi)\s)/iu;

/** "92% kế hoạch, giảm 8%", "60% cấp tỉnh, 50% cấp huyện": right behind a figure, and nothing more is said. */
const OF_PLAN = String.raw`(?:so\s+với\s+)?kế\s+hoạch(?:\s+(?:năm|đề\s+ra|được\s+giao|giao))?`;
const AT_LEVEL = String.raw`(?:(?:ở|tại|đối\s+với)\s+)?cấp\s+(?:tỉnh|huyện|xã|thành\s+phố)`;
const ALONE = String.raw`(?:${OF_PLAN}|${AT_LEVEL})(?=\s*(?:$|[,.;)]|và\s))`;

/** "so năm 2020", "so cùng kỳ": "với" is left out. */
const SO_YEAR = String.raw`so\s+(?:năm|cùng\s+kỳ|kế\s+hoạch|đầu\s+năm|cuối\s+năm)(?!\p{L})`;

/** What may follow a figure at the end of its statement and belongs to it. */
export const SHARE_OF = new RegExp(
  String.raw`^\s*(?:${ALONE}|${edged(anyOf(['so với', 'tổng', 'trên tổng', 'trong tổng', 'trên tổng số', 'tổng số', 'của tổng', 'GRDP', 'GDP', 'dân số', 'mỗi năm', 'hằng năm', 'hàng năm', 'bình quân', 'trở lên', 'trở xuống', 'theo chuẩn', 'sinh ra sống', 'được']))}|${SO_YEAR})`,
  'iu',
);

/** What follows a figure and only says what it is measured against, or how often. */
export const COMPARES = new RegExp(
  String.raw`^\s*(?:${ALONE}|${edged(anyOf(['so với', 'mỗi năm', 'hằng năm', 'hàng năm', 'trở lên', 'trở xuống', 'sinh ra sống']))}|${SO_YEAR})`,
  'iu',
);

/** A figure after one of these says by how much, not how much of what. */
export const OF_CHANGE = new RegExp(edged(anyOf(['giảm', 'tăng', 'rút ngắn', 'tiết kiệm', 'xuống', 'lên'])), 'iu');
