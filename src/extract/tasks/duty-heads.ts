import type { MentionOf } from '../../model/mention.ts';
import type { Agency } from '../../model/record.ts';
import { toAgency } from '../document/agencies.ts';
import type { OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { roleOfTitle } from '../document/section-roles.ts';
import type { LaidBlock } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';
import { readAgencyList } from '../mentions/agencies/list.ts';

/** Who has what follows, and where that begins in the document's text. */
export interface Head {
  readonly agencies: readonly Agency[];
  readonly bodyStart: number;
}

/** Reads who a duty belongs to from what stands before it. */
export interface HeadReader {
  /** The agencies that head an item: "9. Sở Công Thương, … : Tham mưu …", "2. Sở Nội vụ". */
  readonly ofItem: (node: OutlineNode, block: LaidBlock) => Head;
  /** The agencies of a paragraph that is nothing else. */
  readonly ofLine: (block: LaidBlock) => readonly Agency[];
  /** The agency that a paragraph names itself: "UBND cấp xã: …", "Giao Sở Nội vụ chủ trì …"; undefined where it names none. */
  readonly ofParagraph: (block: LaidBlock, from: number, above: readonly Agency[]) => Head | undefined;
}

export function headReader(plan: Plan): HeadReader {
  const sharing = new Map<OutlineNode, boolean>();
  return { ofItem, ofLine: (block) => only(block.text, block.start, block, false), ofParagraph };

  function ofItem(node: OutlineNode, block: LaidBlock): Head {
    // "3. Văn phòng UBND tỉnh Tham mưu giúp …": the name and what it is to do on one line, with nothing between.
    const at = node.bodyStart - block.start;
    const run = leading(mentionsFrom(block, at), block.text, true);
    const last = run.at(-1);
    if (run[0]?.start === at && last !== undefined) {
      const rest = block.text.slice(last.end);
      const space = /^\s+(?=\p{Lu})/u.exec(rest)?.[0].length ?? 0;
      if (space > 0 && ACTS.test(rest.slice(space)))
        return { agencies: run.map((m) => lead(block, m)), bodyStart: block.start + last.end + space };
    }
    const name = nameOf(node);
    if (name !== undefined) {
      const listed = only(name.text, name.start, block, name.heads);
      const agencies = listed.length > 0 ? listed : amongAgencies(node, name.text, name.start, block);
      if (agencies.length > 0) return { agencies, bodyStart: name.bodyStart };
    }
    return { agencies: [], bodyStart: node.bodyStart };
  }

  /** The agencies of a text that is nothing but agencies, else []. `heads`: something stands under it that it is to do. */
  function only(text: string, start: number, block: LaidBlock, heads: boolean): Agency[] {
    if (text.length > 400 || ACTS.test(text)) return [];
    const opening = OPENING.exec(text)?.[0].length ?? 0;
    const at = start - block.start;
    const known = mentionsFrom(block, at).filter((m) => m.end <= at + text.length);
    const covered = known.reduce((sum, m) => sum + (m.end - m.start), 0);
    if (covered < 0.5 * (text.length - opening) && !(heads && text.length <= 150 && !MATTERS.test(text))) return [];
    return listIn(text, at, block);
  }

  function listIn(text: string, at: number, block: LaidBlock): Agency[] {
    return readAgencyList(text, plan.context).map((m) => lead(block, { ...m, start: m.start + at, end: m.end + at }));
  }

  /** A short name that no table knows heads an item where most of those beside it are headed by agencies. */
  function amongAgencies(node: OutlineNode, name: string, start: number, block: LaidBlock): Agency[] {
    if (name.length > 60 || ACTS.test(name) || MATTERS.test(name)) return [];
    if (POST.test(name)) return listIn(name, start - block.start, block);
    if (/^(?:các|những)\s/iu.test(name) || roleOfTitle(plan.context.knowledge, name) !== undefined) return [];
    return node.parent !== null && sharesOut(node.parent) ? listIn(name, start - block.start, block) : [];
  }

  /** Whether agencies head at least half of the items of a section. */
  function sharesOut(section: OutlineNode): boolean {
    const known = sharing.get(section);
    if (known !== undefined) return known;
    const headed = section.children.filter((child) => {
      const first = child.blocks[0];
      const name = nameOf(child);
      return first !== undefined && name !== undefined && only(name.text, name.start, first, false).length > 0;
    });
    const shares = headed.length >= 2 && headed.length >= section.children.length / 2;
    sharing.set(section, shares);
    return shares;
  }

  function ofParagraph(block: LaidBlock, from: number, above: readonly Agency[]): Head | undefined {
    const text = block.text.slice(from - block.start);
    const [colon, named] = beforeColon(text, from, block);
    if (named.length > 0) {
      const start = from + colon + 1;
      return {
        agencies: named,
        bodyStart: start + (/^\s*/u.exec(block.text.slice(start - block.start))?.[0].length ?? 0),
      };
    }
    const at = from - block.start;
    const opening = OPENING.exec(text)?.[0].length ?? 0;
    const mentions = mentionsFrom(block, at);
    const [first] = mentions;
    if (first === undefined || first.start > at + opening) {
      // "Các trường học trên địa bàn lồng ghép …": bodies of a commune that have no name of their own.
      const local = LOCAL.exec(text.slice(opening))?.[0];
      if (local !== undefined) return { agencies: listIn(local, at + opening, block), bodyStart: from };
    }
    if (first === undefined) return undefined;
    // "Định kỳ 6 tháng, hằng năm, các sở, ban, ngành báo cáo …": a time goes before who has the duty.
    const timed = opening === 0 && first.start > at && isTime(block, at, first.start);
    if (!timed && first.start !== at + opening) return undefined;
    if (opening === 0 && above.length > 0 && first.value.role === 'cooperate') return undefined;
    return {
      agencies: leading(mentions, block.text, opening > 0 || timed).map((m) => lead(block, m)),
      bodyStart: from,
    };
  }

  /** The agencies before a colon, and that colon; of "Các Sở: Tư pháp, Tài chính: …" the later one. */
  function beforeColon(text: string, start: number, block: LaidBlock): [colon: number, named: readonly Agency[]] {
    let found: [number, readonly Agency[]] = [-1, []];
    for (const { index } of [...text.slice(0, 300).matchAll(/[:：](?=\s)/gu)].slice(0, 3)) {
      const named = index > 0 ? only(text.slice(0, index), start, block, false) : [];
      if (named.length > found[1].length || (named.length > 0 && index < 160 && found[0] < 0)) found = [index, named];
    }
    return found;
  }

  /** Whether a stretch says but when, or how often. */
  function isTime(block: LaidBlock, from: number, to: number): boolean {
    const times = ofKind(plan.mentionsOf(block), 'deadline').filter((m) => m.start >= from && m.end <= to);
    let rest = '';
    let at = from;
    for (const { start, end } of times) {
      rest += block.text.slice(at, start);
      at = end;
    }
    rest += block.text.slice(at, to);
    return /^(?:[\s,;()]|(?:định kỳ|vào|trước|chậm nhất|hoặc|và|khi có yêu cầu|đột xuất|trong)(?!\p{L}))*$/iu.test(
      rest,
    );
  }

  function mentionsFrom(block: LaidBlock, at: number): MentionOf<'agency'>[] {
    return ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= at);
  }

  function lead(block: LaidBlock, mention: MentionOf<'agency'>): Agency {
    return toAgency(plan, block, mention, 'lead', 'explicit');
  }
}

/** What may be the name of who has an item: its heading, or all of its first line where more stands below. */
function nameOf(
  node: OutlineNode,
): { readonly text: string; readonly start: number; readonly bodyStart: number; readonly heads: boolean } | undefined {
  const title = titleOf(node);
  const below = node.children.length > 0 || node.blocks.length > 1;
  // A name that ends with a full stop heads what stands below it all the same.
  const line = below && title.end >= (node.blocks[0]?.end ?? 0) - 1;
  if (!title.heading && !line) return undefined;
  const text = title.text.replace(/\s*\([^()]*\)\s*$/u, '');
  return {
    text,
    start: title.start,
    bodyStart: title.heading ? title.bodyStart : (node.blocks[0]?.end ?? title.end),
    heads: below && title.heading,
  };
}

/** Words that hand a duty to the agency that they stand before. */
const OPENING = /^(?:(?:trong đó|đồng thời|riêng)[\s,]+)?(?:giao(?:\s+cho)?|đề nghị|yêu cầu|trách nhiệm của)\s+/iu;
/** A text that begins with an action is a duty, not the name of who has it. */
export const ACTS =
  /^(?:rà soát|xây dựng|triển khai|thực hiện|tăng cường|tổ chức\s+(?!chính trị|đoàn thể|thành viên|xã hội)|đẩy mạnh|chủ trì|chủ động|phối hợp|hướng dẫn|căn cứ|tham mưu|theo dõi|đôn đốc|kiểm tra|bố trí|cung cấp|nghiên cứu|đề xuất|tiếp tục|trong|trên cơ sở|định kỳ|hằng năm|phát huy|duy trì|chỉ đạo|quan tâm|nâng cao|mở rộng|tuyên truyền|vận động|bảo đảm|đảm bảo|báo cáo|tổng hợp|ban hành|lồng ghép|huy động|ưu tiên|là\s)/iu;
/** What a section of duties speaks of beside who has them. */
const MATTERS =
  /^(?:chế độ|kinh phí|nguồn|thời gian|địa điểm|thông tin|báo cáo|khen thưởng|kiểm tra|giám sát|sơ kết|tổng kết|lưu ý)(?!\p{L})/iu;

const KINDS = String.raw`thôn|bản|ấp|xóm|buôn|khu\s+phố|tổ\s+dân\s+phố|nhà\s+trường|trường\s+học|trường|trạm\s+y\s+tế|chi\s+bộ|chi\s+hội|chi\s+đoàn|hợp\s+tác\s+xã`;
/** A person by the post: "Trưởng các thôn", "Công chức tư pháp - hộ tịch". */
const POST =
  /^(?:(?:các\s+)?(?:đồng\s+chí|ông|bà)\s+)?(?:phó\s+)?(?:bí\s+thư|chủ\s+tịch|tổ\s+trưởng|trưởng\s+(?:các\s+)?(?:thôn|bản|ấp|xóm|khu|ban|phòng|trạm)|thư\s+ký|(?:các\s+)?(?:công\s+chức|cán\s+bộ|thành\s+viên|ủy\s+viên)|hiệu\s+trưởng|kế\s+toán|chuyên\s+viên)(?!\p{L})/iu;
/** What a commune shares duties out to. */
const LOCAL = new RegExp(
  String.raw`^(?:(?:các|mỗi|toàn\s+thể)\s+)(?:${KINDS})(?:(?:\s*,\s*|\s+và\s+)(?:các\s+)?(?:${KINDS}))*(?:\s+trên\s+địa\s+bàn(?:\s+(?:xã|phường|thị\s+trấn))?)?(?=\s+\p{Ll})`,
  'iu',
);

/** The agencies that stand together at the start: up to the first that the wording makes a partner, or that other words part from them. */
function leading(mentions: readonly MentionOf<'agency'>[], text: string, handed: boolean): MentionOf<'agency'>[] {
  const found: MentionOf<'agency'>[] = [];
  for (const mention of mentions) {
    const before = found.at(-1);
    // "Đề nghị Hội A, Hội B phối hợp …": the duty is theirs, whatever it is.
    if (mention.value.role === 'cooperate' && !handed) break;
    if (before !== undefined && !JOINED.test(text.slice(before.end, mention.start))) break;
    found.push(mention);
  }
  return found;
}

/** Between two names of one enumeration. */
export const JOINED = /^[\s,;]*(?:và|cùng)?[\s,;]*(?:các\s*)?$/iu;
