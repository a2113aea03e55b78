import type { OutlineNode } from '../document/outline.ts';
import type { LaidBlock } from '../document/text.ts';

/** What an item or a paragraph tells of a task that is written down as a list. */
export type Facet = 'what' | 'lead' | 'cooperate' | 'when' | 'product' | 'aside';

const WHO = String.raw`(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|địa phương|lực lượng)(?:\s*[,/]\s*(?:cơ quan|đơn vị|cá nhân|địa phương))?\s+)`;
const FACETS: readonly (readonly [Facet, RegExp])[] = [
  [
    'lead',
    new RegExp(
      String.raw`^(?:${WHO}(?:được\s+(?:giao|phân công)\s+)?(?:chủ trì|thực hiện|triển khai|phụ trách|chịu trách nhiệm|đầu mối|tham mưu)|chủ trì|phân công|trách nhiệm)(?:(?:\s*[,/]\s*|\s+và\s+|\s+)(?:chủ trì|thực hiện|triển khai|phối hợp|tham mưu|phụ trách|theo dõi|nhiệm vụ|trách nhiệm|chính))*$`,
      'iu',
    ),
  ],
  ['cooperate', new RegExp(String.raw`^${WHO}?phối hợp(?:\s+(?:thực hiện|triển khai|chính))?$`, 'iu')],
  [
    'when',
    /^(?:thời gian|thời hạn|tiến độ|thời điểm|lộ trình|hạn)(?:\s*[,/]?\s*(?:thực hiện|hoàn thành|triển khai|trình|tổ chức|ban hành|dự kiến|bắt đầu|kết thúc))*$/iu,
  ],
  [
    'product',
    /^(?:dự kiến\s+)?(?:sản phẩm|kết quả|đầu ra)(?:\s*[,/]?\s*(?:sản phẩm|kết quả|dự kiến|đầu ra|hoàn thành|đạt được|cần đạt|thực hiện|chính))*$/iu,
  ],
  [
    'aside',
    /^(?:(?:đồng chí\s+)?(?:lãnh đạo|người|cán bộ|chuyên viên|thành viên)(?:\s+\p{L}+){0,4}\s+(?:phụ trách|chỉ đạo|theo dõi)|(?:nguồn\s+)?kinh phí|địa điểm|đối tượng|thành phần|hình thức|quy mô|phương thức)(?:\s+(?:thực hiện|tổ chức|tham gia|tham dự|triển khai))?$/iu,
  ],
  [
    'what',
    /^(?:tên\s+)?(?:nội dung|nhiệm vụ|hoạt động|công việc)(?:\s+\d{1,2})?(?:\s*(?:,|và|\/)?\s*(?:biện pháp|giải pháp|nhiệm vụ|công việc|thực hiện|triển khai|cụ thể|chính|chủ yếu))*$/iu,
  ],
];

/** Who, as a heading of its own: "Cơ quan chủ trì" above the names. */
const ALONE = new RegExp(`^(?:${WHO}|chủ trì)`, 'iu');

/** A part of a section: a paragraph, or an item with all that stands under it. */
export interface Part {
  readonly node: OutlineNode | null;
  readonly blocks: readonly LaidBlock[];
  readonly start: number;
  readonly end: number;
  readonly facet: Facet | null;
  /** Where what it tells begins, in its first block. */
  readonly from: number;
}

export function partsOf(under: OutlineNode): Part[] {
  const own = under.kind === 'root' ? under.blocks : under.blocks.slice(1);
  const paragraphs = own
    .filter((block) => block.cell === undefined && block.kind !== 'footnote')
    .map(
      (block): Part => ({
        node: null,
        blocks: [block],
        start: block.start,
        end: block.end,
        ...facetOf(block.text, false),
      }),
    );
  return [...paragraphs, ...under.children.map((child) => partOf(child, under))].sort((a, b) => a.start - b.start);
}

export function partOf(node: OutlineNode, within: OutlineNode | null): Part {
  const first = node.blocks[0];
  const place = { node, start: node.start, end: node.end };
  if (first === undefined || node === within) return { ...place, blocks: [], facet: null, from: 0 };
  const at = node.bodyStart - first.start;
  const { facet, from } = facetOf(first.text.slice(at), node.blocks.length > 1 || node.children.length > 0);
  return { ...place, blocks: facet === null ? [first] : allBlocks(node), facet, from: from + at };
}

const allBlocks = (node: OutlineNode): LaidBlock[] => [
  ...node.blocks.filter((block) => block.cell === undefined && block.kind !== 'footnote'),
  ...node.children.flatMap(allBlocks),
];

/** The facet that the words before a colon name; of a heading over more, all its words. */
export function facetOf(text: string, heads: boolean): { readonly facet: Facet | null; readonly from: number } {
  const colon = text.slice(0, 90).search(/[:：]/u);
  const name = (colon < 0 ? text : text.slice(0, colon)).trim().replace(/\.$/u, '');
  if (colon < 0 && (!heads || name.length > 60)) return { facet: null, from: 0 };
  const facet = FACETS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
  // "III. PHÂN CÔNG NHIỆM VỤ", "IV. THỜI GIAN" head sections of their own.
  if (colon < 0 && facet !== 'what' && !ALONE.test(name)) return { facet: null, from: 0 };
  const after = colon < 0 ? text.length : colon + 1;
  return { facet, from: after + (/^\s*/u.exec(text.slice(after))?.[0].length ?? 0) };
}
