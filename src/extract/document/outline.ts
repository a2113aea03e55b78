import { type Label, type LabelKind, readLabel } from '../../language/labels.ts';
import type { Laid, LaidBlock } from './text.ts';

/** One labelled heading or item, with all that stands under it. */
export interface OutlineNode {
  readonly index: number;
  /** Null for the root, which holds what stands before any label. */
  readonly parent: OutlineNode | null;
  readonly kind: LabelKind | 'root';
  /** The label as it was read; none at the root. */
  readonly read?: Label;
  /** Labels from the outermost in: ["I", "2", "b", "+1"]. */
  readonly components: readonly string[];
  /** "I.2.b.+1"; "" for the root. */
  readonly path: string;
  readonly label: string;
  /** Offsets in the text: of the label, and of what follows it. */
  readonly start: number;
  readonly bodyStart: number;
  /** End of the last block under it. */
  end: number;
  /** Own blocks, not those of children; the first is the one that carries the label. */
  readonly blocks: LaidBlock[];
  readonly children: OutlineNode[];
}

export interface Outline {
  readonly root: OutlineNode;
  /** All nodes but the root, in reading order. */
  readonly nodes: readonly OutlineNode[];
  /** The innermost node of each block of the body, by block index. */
  readonly nodeOf: ReadonlyMap<number, OutlineNode>;
}

const RANK: Readonly<Record<LabelKind, number>> = {
  appendix: 0,
  part: 1,
  chapter: 2,
  'letter-capital': 3,
  roman: 4,
  article: 5,
  decimal: 6,
  letter: 7,
  parenthesised: 8,
  dash: 9,
  plus: 10,
  star: 11,
};
const BULLETS: ReadonlySet<string> = new Set(['dash', 'plus', 'star']);
export const isBullet = (node: OutlineNode): boolean => BULLETS.has(node.kind);

/**
 * Reads the outline from printed labels. Table cells belong to the node in which the table stands.
 *
 * @param body blocks that are neither furniture nor letterhead nor signature, in reading order
 */
export function readOutline(laid: Laid, body: readonly LaidBlock[]): Outline {
  const root: OutlineNode = {
    index: -1,
    parent: null,
    kind: 'root',
    components: [],
    path: '',
    label: '',
    start: 0,
    bodyStart: 0,
    end: laid.text.length,
    blocks: [],
    children: [],
  };
  const nodes: OutlineNode[] = [];
  const nodeOf = new Map<number, OutlineNode>();
  const seen = new Map<string, number>();
  let current = root;
  for (const block of body) {
    const label = block.cell === undefined && block.kind !== 'footnote' ? readLabel(block.text) : undefined;
    if (label !== undefined) current = open(block, label);
    // A plain paragraph after a bulleted list goes on with what the list stood in.
    else if (block.kind !== 'footnote')
      while (current.parent !== null && isBullet(current) && !headsParagraphs(current)) current = current.parent;
    current.blocks.push(block);
    nodeOf.set(block.index, current);
    for (let node: OutlineNode | null = current; node !== null && node !== root; node = node.parent)
      node.end = block.end;
  }
  return { root, nodes, nodeOf };

  function open(block: LaidBlock, read: Label): OutlineNode {
    const label = asLetter(read, current);
    const parent = parentOf(label, current);
    const named = label.components.slice(sharedWith(parent, label));
    const own = BULLETS.has(label.kind)
      ? [`${label.components[0] ?? ''}${parent.children.filter((child) => child.kind === label.kind).length + 1}`]
      : named;
    const plain = [...parent.components, ...own].join('.');
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    const shown = times === 1 ? own : [...own.slice(0, -1), `${own.at(-1)}~${times}`];
    const components = [...parent.components, ...shown];
    const node: OutlineNode = {
      index: nodes.length,
      parent,
      kind: label.kind,
      read: label,
      components,
      path: components.join('.'),
      label: BULLETS.has(label.kind) ? own.join('.') : label.components.join('.'),
      start: block.start,
      bodyStart: block.start + label.length,
      end: block.end,
      blocks: [],
      children: [],
    };
    parent.children.push(node);
    nodes.push(node);
    return node;
  }
}

/** A bullet that is but a name ("- Thủy sản") or ends with a colon heads the paragraphs below it. */
function headsParagraphs(node: OutlineNode): boolean {
  const block = node.blocks[0];
  const text = block === undefined ? '' : block.text.slice(node.bodyStart - block.start);
  return /[:：]$/u.test(text) || (text.length <= 100 && !/[.;,!?]$/u.test(text) && !/\d\s*%/u.test(text));
}

/** "I." after "H." goes on with the letters; alone it is the Roman one. */
function asLetter(label: Label, current: OutlineNode): Label {
  if (label.kind !== 'roman' || label.components[0]?.length !== 1) return label;
  for (let node: OutlineNode | null = current; node !== null; node = node.parent) {
    if (node.read === undefined || node.kind !== 'letter-capital') continue;
    const letter: Label = { ...label, kind: 'letter-capital' };
    return follows(node.read, letter) ? letter : label;
  }
  return label;
}

/** How many leading components of a compound label ("6.1") the parent ("6") stands for. */
function sharedWith(parent: OutlineNode, label: Label): number {
  const outer = parent.read;
  if (outer === undefined || outer.kind !== label.kind || outer.components.length >= label.components.length) return 0;
  return outer.components.every((part, i) => part === label.components[i]) ? outer.components.length : 0;
}

/** The open node under which a label stands. */
function parentOf(label: Label, current: OutlineNode): OutlineNode {
  const open: OutlineNode[] = [];
  for (let node: OutlineNode | null = current; node !== null; node = node.parent) open.push(node);
  for (const node of open) if (sharedWith(node, label) > 0) return node;
  // What counts on from an open label is its sibling, wherever that stands.
  for (const node of open)
    if (node.read !== undefined && node.parent !== null && follows(node.read, label)) return node.parent;
  // A list that begins anew inside a lettered item belongs to it, if the numbers around it go on elsewhere.
  const inner = open[0];
  if (inner?.kind === 'letter' && label.kind === 'decimal' && label.ordinal === 1 && label.components.length === 1) {
    if (open.some((node) => node.kind === 'decimal')) return inner;
  }
  if (BULLETS.has(label.kind) && inner !== undefined && isBullet(inner)) {
    const beside = open.find((node) => isBullet(node) && node.read?.sign === label.sign);
    if (beside?.parent != null) return beside.parent;
    // "-" and "+" have their order; any other sign that is new here, or that one of these stands under, begins a list within.
    if (label.kind === 'star' || inner.kind === 'star') return inner;
  }
  return open.find((node) => node.read === undefined || RANK[node.read.kind] < RANK[label.kind]) ?? current;
}

const ALPHABETS = ['abcdđeghiklmnopqrstuvxy', 'abcdefghijklmnopqrstuvwxyz', 'aăâbcdđeêghiklmnoôơpqrstuưvxy'];

/** True where `next` is the label that comes after `label` in the same list; bullets count nothing. */
function follows(label: Label, next: Label): boolean {
  if (label.kind !== next.kind || label.components.length !== next.components.length) return false;
  if (label.components.slice(0, -1).some((part, i) => part !== next.components[i])) return false;
  const [a = '', b = ''] = [label.components.at(-1)?.toLowerCase(), next.components.at(-1)?.toLowerCase()];
  if (/^\p{L}$/u.test(a) && /^\p{L}$/u.test(b) && label.kind.startsWith('letter')) {
    return ALPHABETS.some((letters) => letters.includes(a) && letters.indexOf(b) === letters.indexOf(a) + 1);
  }
  return next.ordinal === label.ordinal + 1;
}
