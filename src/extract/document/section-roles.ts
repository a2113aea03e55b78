import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { SectionRole } from '../../knowledge/word-tables.ts';
import { vi, viAll, viWords } from '../../language/pattern.ts';
import { keyOf } from '../../language/words.ts';
import { isBullet, type Outline, type OutlineNode } from './outline.ts';
import type { LaidBlock } from './text.ts';
import { titleOf } from './titles.ts';

const patternsOf = built(['headings', 'duties'], ({ headings, duties }) => {
  const roles = [...new Set(headings.map(({ role }) => role))];
  const wordsOf = (role: SectionRole) => viWords(headings.filter((row) => row.role === role));
  const orders = viWords(duties.filter(({ means }) => means.includes('orders')));
  return {
    /** "… tình hình giải ngân, UBND tỉnh có ý kiến chỉ đạo như sau:" announces orders, whatever they are about. */
    orders: vi`${orders}[^.;:]{0,60}[:：]?\s*$`,
    first: roles.map((role) => [role, vi`${wordsOf(role)}`] as const),
    all: roles.map((role) => [role, viAll`${wordsOf(role)}`] as const),
  };
});

/** All that may stand before the words of criteria; "xã miền núi là xã …" says of what they are. */
const CRITERIA_LEAD = vi`^[\s\p{P}\d]*((các|những|về|một số|quy định) )*$|\slà\s`;
/** What is to be met so is aimed at. */
const SETS_TASK = vi`phấn đấu|(bảo|đảm) (đảm|bảo)|hoàn thành|hỗ trợ|mục tiêu|chỉ tiêu|phải|xây dựng`;
const opensCriteria = (title: string, { index, 0: words }: RegExpExecArray): boolean =>
  CRITERIA_LEAD.test(title.slice(0, index)) ||
  (/(?:sau|dưới)(?: đây)?$/iu.test(words) && !SETS_TASK.test(title.slice(0, index)));

/** "MỤC TIÊU, CHỈ TIÊU": what stands below is both. */
const AIMS_AND_INDICATORS = vi`^(các)? mục tiêu(\s*,| và)\s*(các)? chỉ tiêu`;

/** The role that a heading names by its first telling words, or undefined. */
export function roleOfTitle(knowledge: Knowledge, title: string): SectionRole | undefined {
  if (AIMS_AND_INDICATORS.test(title)) return 'indicators';
  let best: { readonly role: SectionRole; readonly at: number; readonly length: number } | undefined;
  for (const [role, pattern] of patternsOf(knowledge).first) {
    const match = pattern.exec(title);
    if (match === null || match.index > 60) continue;
    // "Rút ngắn thời hạn giải quyết", "Tạo điều kiện hỗ trợ doanh nghiệp" set aims; a share in a title is one.
    if (role === 'criteria' && (!opensCriteria(title, match) || /\d\s?%/u.test(title))) continue;
    if (best === undefined || match.index < best.at || (match.index === best.at && match[0].length > best.length))
      best = { role, at: match.index, length: match[0].length };
  }
  return best?.role;
}

/** An unlabelled paragraph that announces what follows it: "Các chỉ tiêu cụ thể:", "Đến năm 2025, … như sau:". */
export interface LeadIn {
  readonly block: LaidBlock;
  readonly node: OutlineNode;
  readonly role: SectionRole | undefined;
  /** What it announces stands in this range of the text. */
  readonly start: number;
  readonly end: number;
}

/** Lead-ins by the section in which they stand, in order. */
export type LeadIns = ReadonlyMap<OutlineNode, readonly LeadIn[]>;

/** The lead-ins of a document. One holds to the end of its section, to the next one, or to a paragraph after the list that it announced. */
export function readLeadIns(knowledge: Knowledge, body: readonly LaidBlock[], outline: Outline): LeadIns {
  const leadIns = new Map<OutlineNode, LeadIn[]>();
  for (const [i, block] of body.entries()) {
    const node = announcedIn(knowledge, body, i, outline);
    if (node === undefined) continue;
    const role = leadInRole(
      knowledge,
      block.text.slice(Math.max(0, block.text.slice(0, -1).search(/[.;]\s[^.;]*$/u) + 1)),
    );
    const own = leadIns.get(node) ?? [];
    own.push({ block, node, role, start: block.end, end: endOf(knowledge, body, outline, i, node) });
    leadIns.set(node, own);
  }
  return leadIns;
}

/** The lead-in of a section that announces what stands at a place. */
export const leadInAt = (leadIns: LeadIns, node: OutlineNode, offset: number): LeadIn | undefined =>
  leadIns.get(node)?.find((leadIn) => leadIn.start <= offset && offset < leadIn.end);

/** A heading without label or mark: "Định hướng đến năm 2030", "Chỉ tiêu cụ thể". */
const BARE = /^\p{Lu}[^.;:,!?…%]{5,90}$/u;
const isBareHeading = (knowledge: Knowledge, block: LaidBlock, node: OutlineNode): boolean =>
  node.kind !== 'root' &&
  node.kind !== 'appendix' &&
  !isBullet(node) &&
  BARE.test(block.text) &&
  !/\d/u.test(block.text.replace(/(?:19|20)\d\d/gu, '')) &&
  (/(?<!\p{L})(?:năm|giai đoạn)\s+20\d\d/iu.test(block.text) ||
    patternsOf(knowledge).first.some(([, pattern]) => pattern.exec(block.text)?.index === 0));

/** The section that an unlabelled paragraph ending with a colon, or an unlabelled heading, speaks to; undefined for any other block. */
function announcedIn(
  knowledge: Knowledge,
  body: readonly LaidBlock[],
  at: number,
  outline: Outline,
): OutlineNode | undefined {
  const block = body[at];
  const node = outline.nodeOf.get(block?.index ?? -1);
  if (block === undefined || node === undefined || block.cell !== undefined || block.kind === 'footnote')
    return undefined;
  if (node.start === block.start && node.kind !== 'root') return undefined;
  // "Phần thứ hai" above "CHỈ TIÊU VÀ NHIỆM VỤ": the title of the part itself.
  if (node.kind !== 'root' && titleOf(node).start === block.start) return undefined;
  if (/[:：]\s*$/u.test(block.text)) return node;
  if (!isBareHeading(knowledge, block, node)) return undefined;
  // "10. …" above "Phương hướng quý IV" above "1. …": no heading of the item before, but of those that are counted anew.
  const next = outline.nodeOf.get(body[at + 1]?.index ?? -1);
  return next?.parent === node.parent && COUNTED_ANEW.test(next?.path ?? '') ? (node.parent ?? node) : node;
}
const COUNTED_ANEW = /~\d+$/u;

/** What may stand before "yêu cầu" where that is a noun: "Mục đích, yêu cầu:". */
const DEMANDS = vi`^[\s\p{P}\d]*(các|một số|mục đích)?[\s,]*(và\s+)?$`;

/** What makes of how things stand when something else is so. */
const WITHIN = /\p{L}\s(?:trong|trước|theo)\s+$/u;

/** A lead-in that announces targets says so, wherever in its sentence the words stand. */
function leadInRole(knowledge: Knowledge, sentence: string): SectionRole | undefined {
  // What is announced stands last: "để đạt các chỉ tiêu trên, thực hiện các giải pháp sau:" announces solutions.
  if (patternsOf(knowledge).orders.test(sentence)) return undefined;
  const key = keyOf(sentence);
  let last: { readonly role: SectionRole; readonly end: number } | undefined;
  for (const [role, pattern] of patternsOf(knowledge).all) {
    for (const match of key.matchAll(pattern)) {
      const end = match.index + match[0].length;
      // "Chủ tịch UBND tỉnh yêu cầu:" gives orders; it heads no demands.
      if (match[0] === 'yêu cầu' && !DEMANDS.test(key.slice(0, match.index))) continue;
      if (role === 'criteria' && (!opensCriteria(key, match) || /\p{L}/u.test(key.slice(end)))) continue;
      // "… việc này rất cấp thiết trong bối cảnh hiện nay:" announces not how things stand.
      if (role === 'situation' && WITHIN.test(key.slice(0, match.index))) continue;
      if (last === undefined || end > last.end) last = { role, end };
    }
  }
  return last?.role;
}

function endOf(
  knowledge: Knowledge,
  body: readonly LaidBlock[],
  outline: Outline,
  at: number,
  node: OutlineNode,
): number {
  const limit = node.kind === 'root' ? Number.POSITIVE_INFINITY : node.end;
  let end = body[at]?.end ?? 0;
  const bare = !/[:：]\s*$/u.test(body[at]?.text ?? '');
  let listed = false;
  for (let i = at + 1; i < body.length; i++) {
    const block = body[i];
    if (block === undefined || block.start >= limit || announcedIn(knowledge, body, i, outline) === node) break;
    const within = outline.nodeOf.get(block.index);
    // A plain paragraph of the same section after the announced list: the list is over, unless it heads more of it.
    const bulletBehind = isBullet(outline.nodeOf.get(body[i + 1]?.index ?? -1) ?? node);
    const bulletBefore = isBullet(outline.nodeOf.get(body[i - 1]?.index ?? -1) ?? node);
    // An item between two bullets that lost its own.
    const heads = bulletBehind && (BARE.test(block.text) || (bulletBefore && /\d/u.test(block.text)));
    if (within === node && listed && block.cell === undefined && !bare && !heads) break;
    if (within !== node) listed = true;
    end = block.end;
  }
  return end;
}

/** Tells the role of any place in the document: the nearest lead-in, else the nearest heading that names one. */
export function roleFinder(knowledge: Knowledge, leadIns: LeadIns): (offset: number, node: OutlineNode) => SectionRole {
  const own = new Map<OutlineNode, SectionRole | undefined>();
  const roleOf = (node: OutlineNode): SectionRole | undefined => {
    if (node.kind === 'root') return undefined;
    if (!own.has(node)) {
      const title = titleOf(node);
      own.set(node, title.heading ? roleOfTitle(knowledge, title.text) : undefined);
    }
    return own.get(node);
  };
  return (offset, node) => {
    let inner: SectionRole | undefined;
    for (let at: OutlineNode | null = node; at !== null; at = at.parent) {
      const role = leadInAt(leadIns, at, offset)?.role ?? roleOf(at);
      if (role === undefined) continue;
      // "Mục tiêu 1" under "các chỉ tiêu sau" names one of the indicators' groups; so does "nội dung" under a section on funding.
      if (role === 'indicators' && (inner === undefined || inner === 'objectives' || inner === 'tasks'))
        return 'indicators';
      // Among aims, what an item is to meet is aimed at.
      if (inner === 'criteria' && (role === 'objectives' || role === 'indicators')) return role;
      inner ??= role;
      if (inner !== 'objectives' && inner !== 'criteria') return inner;
    }
    return inner ?? 'other';
  };
}
