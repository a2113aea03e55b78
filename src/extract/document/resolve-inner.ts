import type { LabelKind } from '../../language/labels.ts';
import type { InnerReference, InnerStep } from '../../model/mention.ts';
import { isBullet, type Outline, type OutlineNode } from './outline.ts';

/** The kinds of labels that each word of an inner reference can mean. */
const KINDS: Readonly<Record<InnerStep['word'], readonly LabelKind[]>> = {
  'phụ lục': ['appendix'],
  phần: ['part', 'letter-capital', 'roman'],
  chương: ['chapter'],
  mục: ['roman', 'decimal', 'letter-capital', 'article'],
  khoản: ['decimal'],
  điểm: ['letter', 'decimal', 'parenthesised'],
  tiết: ['letter', 'parenthesised', 'decimal', 'dash'],
  ý: ['dash', 'plus', 'star'],
};

/**
 * The section or item that an inner reference names.
 *
 * @returns the node, or undefined where the reference leads nowhere
 */
export function resolveInner(reference: InnerReference, outline: Outline): OutlineNode | undefined {
  let within: readonly OutlineNode[] = [outline.root];
  for (const step of reference.steps) {
    within = within.flatMap((node) => find(node, step));
    if (within.length === 0) return undefined;
  }
  return within[0];
}

/** All nodes below that the step can mean, the shallowest first. */
function find(under: OutlineNode, step: InnerStep): OutlineNode[] {
  const found: OutlineNode[] = [];
  let layer = under.children;
  while (layer.length > 0 && found.length === 0) {
    if (step.word === 'ý') {
      const nth = layer.filter(isBullet)[Number(step.label) - 1];
      if (nth !== undefined) found.push(nth);
    } else
      found.push(
        ...layer.filter(
          (node) => node.kind !== 'root' && KINDS[step.word].includes(node.kind) && sameLabel(node, step.label),
        ),
      );
    layer = layer.flatMap((node) => node.children);
  }
  return found;
}

/** "6.1" names the node 6.1; a plain label names the last part of a compound one. */
function sameLabel(node: OutlineNode, label: string): boolean {
  const wanted = label.toLowerCase();
  const own = node.label.toLowerCase();
  return own === wanted || own.replace(/^phụ lục\s*/u, '') === wanted;
}
