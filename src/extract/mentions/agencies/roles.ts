import type { Agency } from '../../../model/record.ts';

type Role = Agency['role'];

/** What stands right before a name or an enumeration of names. The last alternatives only open a part and say nothing more. */
const BEFORE: readonly (readonly [RegExp, Role])[] = [
  [
    /(?:phối\s+hợp|phối\s+kết\s+hợp|liên\s+kết|thống\s+nhất)(?:\s+(?:chặt\s+chẽ|thường\s+xuyên|chặt\s+chẽ,\s+hiệu\s+quả))?\s*(?:với|cùng(?:\s+với)?|của|:)\s*$/iu,
    'cooperate',
  ],
  // "phối hợp các sở, ngành": without "với", but not the noun ("công tác phối hợp", "quy chế phối hợp").
  [/(?<!(?:công\s+tác|quy\s+chế|cơ\s+chế|sự|tổ|đơn\s+vị|cơ\s+quan)\s+)phối\s+hợp\s+$/iu, 'cooperate'],
  [
    /(?:cùng\s+với|sự\s+phối\s+hợp\s+của|(?:cơ\s+quan|đơn\s+vị)\s+phối\s+hợp(?:\s+thực\s+hiện)?\s*(?:là|:))\s*$/iu,
    'cooperate',
  ],
  [
    /(?:(?:cơ\s+quan|đơn\s+vị)\s+(?:chủ\s+trì|đầu\s+mối|thường\s+trực|tham\s+mưu)(?:[^.;:]{0,30})?\s*(?:là|:)|chủ\s+trì\s*:)\s*$/iu,
    'lead',
  ],
  [/(?:^|[\s,;.:(])(?:giao|giao\s+cho|giao\s+nhiệm\s+vụ\s+cho|ủy\s+quyền\s+cho|phân\s+công)\s*:?\s*$/iu, 'lead'],
  [/(?:cơ\s+quan|đơn\s+vị)\s+(?:tổ\s+chức\s+)?(?:thực\s+hiện|triển\s+khai)\s*(?:là|:)\s*$/iu, 'implement'],
];
const BY = /(?:^|[\s,;.:(])do\s*$/iu;
/** Words that say that it must, not what. */
const MUST = String.raw`^[\s,]*(?:\([^()]{0,60}\)\s*)?(?:(?:có\s+(?:trách\s+nhiệm|nhiệm\s+vụ)|được\s+(?:giao|phân\s+công)|là\s+(?:cơ\s+quan|đơn\s+vị)(?:\s+(?:thường\s+trực|đầu\s+mối))?|tiếp\s+tục|chịu\s+trách\s+nhiệm|chủ\s+động|thường\s+xuyên|khẩn\s+trương|sẽ|cần|phải)\s*[,:]?\s*){0,3}`;
const LEADS = new RegExp(
  String.raw`${MUST}(?:chủ\s+trì|tham\s+mưu|làm\s+đầu\s+mối|đầu\s+mối|theo\s+dõi|chịu\s+trách\s+nhiệm|thường\s+trực|thúc\s+đẩy)(?![\p{L}])`,
  'iu',
);
const CARRIES_OUT =
  /^[\s,]*(?:có\s+trách\s+nhiệm\s*[,:]?\s*)?(?:tổ\s+chức\s+|triển\s+khai\s+)?(?:thực\s+hiện|triển\s+khai)(?![\p{L}])/iu;
const COOPERATES = new RegExp(String.raw`${MUST}phối\s+hợp(?![\p{L}])`, 'iu');
const LEADS_WITH = new RegExp(
  String.raw`${MUST}phối\s+hợp\s+(?:chặt\s+chẽ\s+)?(?:với|cùng|các|sở|ubnd|ủy\s+ban|công\s+an|phòng|ban|hội)(?!\p{L})`,
  'iu',
);
/** Who is told, asked or advised does not lead, whatever it does with it: "báo cáo UBND tỉnh theo dõi, chỉ đạo". */
const TOLD = /(?:báo\s+cáo|gửi|trình|tham\s+mưu|giúp|kiến\s+nghị|đề\s+xuất)(?:\s+(?:cho|về|với|đến))?\s*$/iu;

/** Role that the words before a name, or before the enumeration it stands in, give it; null where they say nothing. */
export function roleBefore(text: string, at: number): Role | null {
  const before = text.slice(Math.max(0, at - 60), at);
  return BEFORE.find(([pattern]) => pattern.test(before))?.[1] ?? null;
}

/**
 * Role that the words after a name, or after the enumeration it stands in, give it; null where they say nothing.
 *
 * @param broad the names are kinds of bodies ("các sở, ban, ngành phối hợp với Sở Nội vụ"): those help, a single one leads
 */
export function roleAfter(text: string, at: number, broad = false): Role | null {
  const after = text.slice(at, at + 120);
  if (LEADS.test(after)) return 'lead';
  if (COOPERATES.test(after)) return !broad && LEADS_WITH.test(after) ? 'lead' : 'cooperate';
  return CARRIES_OUT.test(after) ? 'implement' : null;
}

/** Whether the words before a name say that it is told of something. */
export const isTold = (text: string, at: number): boolean => TOLD.test(text.slice(Math.max(0, at - 30), at));

/** "do Sở Nội vụ …": answerable for what the sentence tells. */
export function roleOfDoer(text: string, from: number, to: number): Role | null {
  if (!BY.test(text.slice(Math.max(0, from - 12), from))) return null;
  return /^[\s,]*(?:chủ\s+trì|thực\s+hiện|tham\s+mưu|làm\s+đầu\s+mối|phụ\s+trách|chịu\s+trách\s+nhiệm|tổ\s+chức|triển\s+khai|quản\s+lý|theo\s+dõi|xây\s+dựng|phối\s+hợp)/iu.test(
    text.slice(to, to + 40),
  )
    ? 'lead'
    : null;
}
