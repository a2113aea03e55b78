import type { Form } from '../../model/record.ts';
import { bodyAt } from '../mentions/agencies/names.ts';

const KINDS: readonly (readonly [word: string, form: Form])[] = [
  ['KẾ HOẠCH', 'plan'],
  ['QUYẾT ĐỊNH', 'decision'],
  ['NGHỊ QUYẾT', 'resolution'],
  ['CHƯƠNG TRÌNH', 'programme'],
  ['BÁO CÁO', 'report'],
  ...[
    'CHỈ THỊ',
    'THÔNG BÁO',
    'THÔNG TRI',
    'TỜ TRÌNH',
    'HƯỚNG DẪN',
    'ĐỀ ÁN',
    'PHƯƠNG ÁN',
    'QUY CHẾ',
    'QUY ĐỊNH',
    'CÔNG ĐIỆN',
    'KẾT LUẬN',
    'NGHỊ ĐỊNH',
    'THÔNG TƯ',
    'LUẬT',
    'GIẤY MỜI',
    'GIẤY PHÉP',
    'BIÊN BẢN',
    'PHỤ LỤC',
    'DỰ ÁN',
    'CHIẾN LƯỢC',
    'HỢP ĐỒNG',
  ].map((word) => [word, 'other'] as const),
];
/** Source of the words for kinds of documents, in small letters. */
export const KIND_WORDS = KINDS.map(([word]) => word.toLowerCase().replaceAll(' ', String.raw`\s+`)).join('|');
/** "VỀ VIỆC BAN HÀNH KẾ HOẠCH", "VỀ KẾ HOẠCH": what a document is about; "QUYẾT ĐỊNH:" opens its articles. */
const ABOUT = String.raw`(?<!(?<![\p{L}])(?:VỀ|VIỆC|HÀNH|DUYỆT|HIỆN|KHAI|DỰNG|LẬP|QUA|GIAO|CỦA|THEO|CÁC|ĐỔI|SUNG|CHỈNH)\s{1,3})`;
const KIND = new RegExp(
  String.raw`(?<=^|[\s"“|])${ABOUT}(?:${KINDS.map(([word]) => word.replaceAll(' ', String.raw`\s+`)).join('|')})(?![\p{L}])(?!(?<=ĐỊNH)\s{0,2}:)`,
  'gu',
);
/** Words that go on with a kind word and still say only what kind of document it is. */
const MODIFIER = String.raw`(?:\s+(?:HÀNH\s+ĐỘNG|CÔNG\s+TÁC|LIÊN\s+(?:NGÀNH|TỊCH)|PHỐI\s+HỢP|TỔNG\s+THỂ|CHUYÊN\s+ĐỀ|TÓM\s+TẮT))?`;
const KIND_ONLY = new RegExp(`^(?:BẢN\\s+)?(?:${KINDS.map(([word]) => word).join('|')})${MODIFIER}$`, 'u');
const KIND_LINE = new RegExp(String.raw`(?<=^|\n)\s*(?:Bản\s+)?(?:${KIND_WORDS})\s*(?=\n)`, 'giu');

/** Offset of the kind word that opens the title, from an offset on. */
export function titleAt(text: string, from: number): number | undefined {
  KIND.lastIndex = from;
  const capitals = KIND.exec(text)?.index;
  KIND_LINE.lastIndex = from;
  const line = KIND_LINE.exec(text);
  const alone = line === null ? undefined : line.index + (/^\s*/u.exec(line[0])?.[0].length ?? 0);
  if (capitals === undefined || alone === undefined) return capitals ?? alone;
  return Math.min(capitals, alone);
}

/** What kind of document a title says it is; undefined where it opens with no word for one. */
export function kindOf(title: string): Form | undefined {
  const words = title.replace(/\s+/gu, ' ').toUpperCase();
  return KINDS.find(([word]) => words.startsWith(word) || words.startsWith(`BẢN ${word}`))?.[1];
}
export const formOf = (title: string): Form => kindOf(title) ?? 'other';

const BODY_START =
  /^(?:Căn\s+cứ|Thực\s+hiện\s|Để\s|Nhằm\s|Theo\s|Trên\s+cơ\s+sở|Triển\s+khai\s+(?:thực\s+hiện\s+)?(?:Nghị|Quyết|Kế|Chỉ|Chương)|Tiếp\s+tục\s|Xét\s|Ủy\s+ban|Uỷ\s+ban|UBND|Trong\s|Thời\s+gian\s|Năm\s+\d{4},|Sau\s+khi|Kính\s+gửi|Phần\s|Chương\s|PHẦN\s|CHƯƠNG\s|[IVX]{1,4}\s*[.-]|\d{1,2}[.)]\s|[A-D]\s*[.-]\s|MỤC\s+LỤC|Điều\s+\d)/u;
/** No title begins so. */
const STRICT_START =
  /^(?:Căn\s+cứ|Kính\s+gửi|\(|[IVX]{1,4}\s*[.-]|\d{1,2}[.)]\s|[A-D]\s*[.-]\s|MỤC\s+LỤC|Điều\s+\d|CHỦ\s+TỊCH|ỦY\s+BAN|UỶ\s+BAN)/u;
const ASIDE = /^\(\s*(?:Kèm|Ban\s+hành|Đã\s+cập|Trình|Dự\s+thảo)/iu;
const OFFICES =
  /^(?:CHỦ\s+TỊCH|ỦY\s+BAN|UỶ\s+BAN|GIÁM\s+ĐỐC|BỘ\s+TRƯỞNG|THỦ\s+TƯỚNG|HỘI\s+ĐỒNG\s+NHÂN|CHÍNH\s+PHỦ$|QUỐC\s+HỘI$|BAN\s+CHẤP\s+HÀNH|TRƯỞNG\s+BAN)/u;

/** A title from its kind word on: lines in capitals, or the lines up to the first that begins the body. */
export function titleFrom(text: string, from: number): { readonly title: string; readonly end: number } {
  let end = from;
  let title = '';
  let line = from;
  let small = false;
  for (let count = 0; count < 14 && line < text.length; count++) {
    const stop = text.indexOf('\n', line);
    const to = stop < 0 ? text.length : stop;
    const raw = text.slice(line, to);
    const words = raw.trim();
    if (words !== '' && !/^[-–_*.\s]+$/u.test(words)) {
      // Right after the kind word alone, "Thực hiện …" in small letters is the title, unless it is a sentence.
      const first = count > 0 && isKindOnly(title) && !STRICT_START.test(words) && !/[;:.]$|như sau/u.test(words);
      if (count > 0 && !first && (BODY_START.test(words) || ASIDE.test(words))) break;
      if (title.includes(' ') && count > 0 && OFFICES.test(words) && words.length < 80) break;
      const capitals = capitalsEnd(raw);
      const alone = kindOf(title) !== undefined || count <= 1;
      if (capitals < raw.trimEnd().length) {
        // A line with small letters goes with the kind word alone above it, and with the small line before it.
        const opening = !small && isKindOnly(title) && capitals < 12;
        const next = small && /^[\p{Ll}\d“"(]/u.test(words) && !/[.;:]$/u.test(title);
        if (!alone || (!opening && !next) || words.length > 400) {
          const part = raw.slice(0, capitals).trimEnd();
          if (part.trim() !== '' && !small) {
            title = `${title} ${part}`.trim();
            end = line + part.length;
          }
          break;
        }
        small = true;
      } else if (small) break;
      title = `${title} ${words}`.trim();
      end = line + raw.trimEnd().length;
      if (title.length > 600) break;
    }
    line = to + 1;
  }
  const trimmed = title
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?:[IVX]+\.?|A\.|[“"(-])$/u, '')
    .trim();
  const own = withoutOffice(trimmed);
  return own === trimmed ? { title: trimmed, end } : { title: own, end: endOf(text.slice(from, end), own) + from };
}

/** Who enacts is written between a title and the first "Căn cứ": "… NĂM 2026 ỦY BAN NHÂN DÂN TỈNH …", "… HỘI ĐỒNG NHÂN DÂN … KHÓA X, KỲ HỌP THỨ 5". */
function withoutOffice(title: string): string {
  for (const { index } of title.matchAll(OFFICE_WITHIN)) {
    const body = bodyAt(title, index + 1, null);
    if (body !== undefined && /^(?:,?\s*KH(?:ÓA|OÁ)\s.*)?$/u.test(title.slice(body.end).trim()))
      return title.slice(0, index);
  }
  return title;
}
const OFFICE_WITHIN =
  /(?<!(?<![\p{L}])(?:CỦA|THUỘC|CHO|DO|VÀ|TẠI|TỪ|VỚI|BỞI|GIỮA|QUYỀN)|[,;:–-])\s(?=(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|UBND|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|TỔNG GIÁM ĐỐC|HỘI ĐỒNG NHÂN|BAN CHẤP HÀNH|TRƯỞNG BAN)\s)/gu;

/** End in a text of the last word of a title that was cut from it. */
function endOf(text: string, title: string): number {
  let at = 0;
  for (const word of title.split(' ')) at = text.indexOf(word, at) + word.length;
  return at;
}

const isKindOnly = (title: string): boolean =>
  title === '' || KIND_ONLY.test(title.replace(/\s+/gu, ' ').toUpperCase());

/** What stands first where the word for the kind is lost: "VỀ VIỆC …", "BAN HÀNH …". */
const HEADLESS =
  /^(?:VỀ|V\/V|BAN HÀNH|PHÊ DUYỆT|QUY ĐỊNH|CÔNG BỐ|GIAO|SỬA ĐỔI|THÔNG QUA|TRIỂN KHAI|THỰC HIỆN|TỔ CHỨC|ĐIỀU CHỈNH)(?![\p{L}])/u;

/**
 * Where the title opens in a letterhead's text: at its kind word, or, where that is lost, at the first line in capitals after the
 * letterhead that is not the name of who enacts.
 *
 * @param start where the letterhead begins
 * @param end where number and date end; a kind word far below opens a heading of the body
 */
export function titleStart(text: string, start: number, end: number): number | undefined {
  const named = titleAt(text, start);
  const near = named !== undefined && named < end + 400 ? named : undefined;
  const [, gap = '', line = ''] = /^(\s*)([^\n]*)/u.exec(text.slice(end, end + 600)) ?? [];
  const first = end + gap.length;
  if (HEADLESS.test(line) && first < (near ?? Number.POSITIVE_INFINITY)) return first;
  const capitals = /^\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line) && line.length > 12 && !OFFICES.test(line);
  return near ?? (capitals ? first : undefined);
}

/** End of the words in capitals that a line opens with; numbers of documents among them may have small letters. */
function capitalsEnd(line: string): number {
  let end = 0;
  let quoted = false;
  for (const token of line.matchAll(/\S+/gu)) {
    const word = token[0];
    const numbered = /^\(?\d+[\p{L}]?[/-]/u.test(word);
    if (/\p{Ll}/u.test(word) && !numbered && !quoted) {
      // The first letter of "Thực hiện …" is one of the body's.
      return bodyWord(line, end);
    }
    if (/^(?:[IVX]{1,4}\.|[A-D]\.|PHẦN$)/u.test(word) && end > 8) return end;
    if (/“/u.test(word)) quoted = !/”/u.test(word);
    else if (/”/u.test(word)) quoted = false;
    end = token.index + word.length;
  }
  return end;
}

/** "… NĂM 2024 UBND tỉnh ban hành": the body's first word may itself be in capitals. */
const bodyWord = (line: string, end: number): number => {
  const own = /\s(?:UBND|HĐND|TP\.?|Đ|Ủ)$/u.exec(line.slice(0, end));
  return own === null ? end : own.index;
};
