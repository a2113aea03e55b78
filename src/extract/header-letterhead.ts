import type { Form } from '../model/record.ts';
import { bodyAt, type NamedBody, STARTS } from './agency-names.ts';
import { NUMBER, normalNumber } from './document-numbers.ts';
import { isoDate } from './rules/document-number.ts';

/** What the letterhead of Decree 30/2020/NĐ-CP, or of a party document, says, in whatever order and layout. */
export interface Letterhead {
  readonly number: string | null;
  /** "KH" of "…/KH-UBND", also where the serial is left blank. */
  readonly kindSymbol: string | null;
  readonly issuedOn: string | null;
  /** The place before the date: "Việt Trì". */
  readonly place: string | null;
  /** From the superior body down to the one that issues. */
  readonly bodies: readonly NamedBody[];
  /** Offset in the view after number and date. */
  readonly end: number;
}

const MOTTO = /C[ỘỌ]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|Độc\s+lập\s*[-–—]\s*Tự\s+do|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM/iu;
const MOTTO_PARTS =
  /C[ỘỌ]NG\s+H(?:ÒA|OÀ)\s+XÃ(?:\s+HỘI)?|HỘI\s+CHỦ\s+NGHĨA|CHỦ\s+NGHĨA\s+VIỆT\s+NAM|Độc\s+lập\s*[-–—]\s*Tự\s+do(?:\s*[-–—]\s*Hạnh\s+phúc)?|Hạnh\s+phúc|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM/giu;
const OWN_NUMBER = new RegExp(String.raw`(?:Số|SỐ|số)\s*:?\s*${NUMBER}`, 'u');
const BARE_NUMBER = new RegExp(String.raw`(?<![\p{L}\p{N}/])${NUMBER}`, 'u');
const BLANK_NUMBER =
  /(?:Số|SỐ)\s*:?[\s.…]*(?:\/\s*(?:20\d\d\s*\/\s*)?|-\s*)(?<symbol>[\p{Lu}][\p{L}]{1,4})\s*[-–/]\s*\p{Lu}/u;
/** Names of places are written in small letters with capitals, the lines around them in capitals only. "20 23": a page may paint digits apart. */
const PLACE_DATE =
  /(?<place>(?:(?:Thành\s+phố|thành\s+phố|TP\.?|Tp\.?|T\.P\.?|Thị\s+xã|thị\s+xã|Huyện|huyện|Quận|Xã|xã|Phường|phường|Đặc\s+khu)\s{0,2})?(?:\p{Lu}\p{Ll}+(?:[\s–-]{1,3}\p{Lu}\p{Ll}*){0,4}|HCM))\s{0,2},?\s{0,2}ngày\s{1,3}(?<day>\d\s?\d?)\s{0,3}tháng\s{1,3}(?<month>\d\s?\d?)\s{0,3}năm\s{1,3}(?<year>[12]\s?\d\s?\d\s?\d)(?!\d)/u;
const REACH = 1800;

/** Undefined where the text has no letterhead near its beginning. */
export function letterheadOf(text: string): Letterhead | undefined {
  const motto = MOTTO.exec(text.slice(0, 8000));
  const numbered = OWN_NUMBER.exec(text.slice(0, 1500));
  if (motto === null && (numbered === null || PLACE_DATE.exec(text.slice(0, 1500)) === null)) return undefined;
  const from = Math.max(0, (motto?.index ?? numbered?.index ?? 0) - 400);
  const region = text.slice(from, from + REACH);
  const titled = titleAt(region, 0);
  const head = region.slice(0, titled ?? region.length);
  const own = OWN_NUMBER.exec(head) ?? BARE_NUMBER.exec(motto === null ? '' : head);
  const blank = BLANK_NUMBER.exec(head);
  const dated = PLACE_DATE.exec(head);
  const blanked = (text: string, match: RegExpExecArray | null): string =>
    match === null
      ? text
      : `${text.slice(0, match.index)}${' '.repeat(match[0].length)}${text.slice(match.index + match[0].length)}`;
  const { place, day, month, year } = dated?.groups ?? {};
  const number = own === null ? undefined : normalNumber(own.groups ?? {});
  const ends = [own, dated].map((match) => (match === null ? 0 : match.index + match[0].length));
  const firsts = [own ?? blank, dated].flatMap((match) => (match === null ? [] : [match.index]));
  const bare = blanked(blanked(blanked(head, own), own === null ? blank : null), dated);
  const names = bare.slice(0, Math.max(...firsts, 0)).replace(MOTTO_PARTS, (part) => ' '.repeat(part.length));
  return {
    number: number ?? null,
    kindSymbol: own?.groups?.symbol?.split(/[-–./]/u)[0]?.trim() ?? blank?.groups?.symbol ?? null,
    issuedOn:
      day === undefined || month === undefined || year === undefined
        ? null
        : (isoDate(year.replace(/\s/gu, ''), month.replace(/\s/gu, ''), day.replace(/\s/gu, '')) ?? null),
    place: place?.replace(/\s+/gu, ' ') ?? null,
    bodies: bodiesIn(names),
    end: from + Math.max(...ends, motto === null ? 0 : motto.index + motto[0].length - from),
  };
}

/** The bodies that a few lines name one under the other. */
export function bodiesIn(lines: string): readonly NamedBody[] {
  const text = lines.replace(/\s+/gu, ' ');
  const bodies: NamedBody[] = [];
  let free = 0;
  for (const start of text.matchAll(new RegExp(STARTS, 'giu'))) {
    if (start.index < free) continue;
    const body = bodyAt(text, start.index, null);
    if (body === undefined || body.collective) continue;
    bodies.push(body);
    free = body.end;
  }
  return bodies;
}

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
const KIND = new RegExp(
  String.raw`(?<=^|[\s"“|])(?:${KINDS.map(([word]) => word.replaceAll(' ', String.raw`\s+`)).join('|')})(?![\p{L}])`,
  'gu',
);
const KIND_LINE = new RegExp(
  String.raw`(?<=^|\n)\s*(?:Bản\s+)?(?:${KINDS.map(([word]) => word.toLowerCase().replaceAll(' ', String.raw`\s+`)).join('|')})\s*(?=\n)`,
  'giu',
);

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

/** What kind of document a title says it is. */
export function formOf(title: string): Form {
  const words = title.replace(/\s+/gu, ' ').toUpperCase();
  return KINDS.find(([word]) => words.startsWith(word) || words.startsWith(`BẢN ${word}`))?.[1] ?? 'other';
}

const BODY_START =
  /^(?:Căn\s+cứ|Thực\s+hiện\s|Để\s|Nhằm\s|Theo\s|Trên\s+cơ\s+sở|Triển\s+khai\s+(?:thực\s+hiện\s+)?(?:Nghị|Quyết|Kế|Chỉ|Chương)|Tiếp\s+tục\s|Xét\s|Ủy\s+ban|Uỷ\s+ban|UBND|Trong\s|Thời\s+gian\s|Năm\s+\d{4},|Sau\s+khi|Kính\s+gửi|Phần\s|Chương\s|PHẦN\s|CHƯƠNG\s|[IVX]{1,4}\s*[.-]|\d{1,2}[.)]\s|[A-D]\s*[.-]\s|MỤC\s+LỤC|Điều\s+\d)/u;
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
      if (count > 0 && (BODY_START.test(words) || ASIDE.test(words))) break;
      if (title.includes(' ') && count > 0 && OFFICES.test(words) && words.length < 80) break;
      const capitals = capitalsEnd(raw);
      const alone = formOf(title) !== 'other' || count <= 1;
      if (capitals < raw.trimEnd().length) {
        // A line with small letters goes with the kind word alone above it, and with the small line before it.
        const first = !small && isKindOnly(title) && capitals < 12;
        const next = small && /^[\p{Ll}\d“"(]/u.test(words) && !/[.;:]$/u.test(title);
        if (!alone || (!first && !next) || words.length > 400) {
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
  return { title: trimmed, end };
}

const isKindOnly = (title: string): boolean =>
  KINDS.some(([word]) => word === title.replace(/\s+/gu, ' ').toUpperCase()) || title === '';

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
