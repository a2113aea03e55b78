import { vi } from '../../language/pattern.ts';
import type { OutlineNode } from './outline.ts';

/** Longest heading that is taken for one, in UTF-16 units. */
const LONGEST = 300;

export interface Title {
  readonly text: string;
  /** Offsets in the document's text. */
  readonly start: number;
  readonly end: number;
  /** The heading runs in: "a) Về cải cách thể chế: 100% …". What follows begins here. */
  readonly bodyStart: number;
  /** False for an item whose first sentence merely serves as its name. */
  readonly heading: boolean;
}

const KNOWN = new WeakMap<OutlineNode, Title>();

/** The title of a labelled heading or item, without its label. */
export function titleOf(node: OutlineNode): Title {
  const known = KNOWN.get(node) ?? readTitle(node);
  KNOWN.set(node, known);
  return known;
}

function readTitle(node: OutlineNode): Title {
  const block = node.blocks[0];
  const next = node.blocks[1];
  // An appendix and its like carry their title on the line below the label, in capitals.
  if (
    block !== undefined &&
    block.text.length <= node.bodyStart - block.start &&
    next !== undefined &&
    next.cell === undefined &&
    !/\p{Ll}/u.test(next.text)
  ) {
    return { text: next.text, start: next.start, end: next.end, bodyStart: next.end, heading: true };
  }
  if (block === undefined)
    return { text: '', start: node.bodyStart, end: node.bodyStart, bodyStart: node.bodyStart, heading: false };
  const text = block.text.slice(node.bodyStart - block.start);
  const colon = runIn(text);
  if (colon !== undefined) return at(text.slice(0, colon), colon + 1, true);
  const line = text.split('\n', 1)[0] ?? text;
  if (/[:：]\s*$/u.test(text) && text.length <= LONGEST) return at(text.replace(/[:：\s]+$/u, ''), text.length, true);
  const sentence = /^.*?[.;](?=\s|$)/su.exec(line)?.[0] ?? line;
  // A heading may list names with semicolons, but it ends without a mark and holds no full sentence.
  const heading = line.length <= LONGEST && !/[.;,]$/u.test(line) && !/\.\s/u.test(line.slice(0, -1));
  return heading ? at(line, line.length, true) : at(sentence.replace(/[.;]$/u, ''), 0, false);

  function at(title: string, after: number, heading: boolean): Title {
    const trimmed = title.trim();
    const start = node.bodyStart + (title.length - title.trimStart().length);
    const rest = text.slice(after);
    return {
      text: trimmed,
      start,
      end: start + trimmed.length,
      bodyStart: node.bodyStart + after + (rest.length - rest.trimStart().length),
      heading,
    };
  }
}

const PERIOD_AND_ITEM = vi`^(đến|trong|từ|vào|giai đoạn|thời kỳ|năm)\s[^:;,.%+]{0,40}20\d\d\)?\s?[:;,]?\s+(\+(?=\s)|•)`;

/** Offset of the colon that parts a run-in heading from its text, or undefined. */
function runIn(text: string): number | undefined {
  // A flattened page runs a period and the first of its items together: "- Giai đoạn 2025-2027 + 100% …".
  const mark = PERIOD_AND_ITEM.exec(text)?.[0].length;
  if (mark !== undefined) return mark - 1;
  const colon = text.search(/[:：](?=\s+\S)/u);
  if (colon < 0 || colon > 160) return undefined;
  const before = text.slice(0, colon);
  // A sentence that merely holds a colon ("đảm bảo nguyên tắc: Đơn giản") has said something before it.
  // So has one whose figure is parted behind it: "nâng cấp 60 km đường, trong đó: xã A 20 km".
  // In an open bracket, what is named is told behind the colon: "cây trồng chính (Lúa: diện tích 90 ha".
  if (/\d\s*%|[.;]\s|\([^()]*$/u.test(before) || /\d\s\p{Ll}.*(?<!\p{L})trong\sđó$/iu.test(before)) return undefined;
  return /^\p{Lu}/u.test(before) ? colon : undefined;
}
