import { attribute, type Document, type Element } from './xml.ts';

/** Points that only draw the lines between others. */
const DRAWN = ['pres', 'parTrans', 'sibTrans'];

/**
 * The texts of a diagram (SmartArt), each shape's behind that of the one above it.
 *
 * @param data its part word/diagrams/data*.xml
 */
export function diagramLines(data: Document): string[] {
  const points = new Map<string, Element>();
  let top = '';
  for (const point of named(data, 'pt')) {
    const id = attribute(point, 'modelId') ?? '';
    const type = attribute(point, 'type') ?? 'node';
    if (type === 'doc') top = id;
    if (!DRAWN.includes(type)) points.set(id, point);
  }
  const below = new Map<string, { id: string; order: number }[]>();
  for (const link of named(data, 'cxn')) {
    if ((attribute(link, 'type') ?? 'parOf') !== 'parOf') continue;
    const from = attribute(link, 'srcId') ?? '';
    const own = below.get(from) ?? [];
    own.push({ id: attribute(link, 'destId') ?? '', order: Number(attribute(link, 'srcOrd') ?? '0') });
    below.set(from, own);
  }
  const lines: string[] = [];
  const seen = new Set<string>();
  /** Points still to be read, the next one last. */
  const pending = [...[...points.keys()].reverse(), top];
  while (pending.length > 0) {
    const id = pending.pop() ?? '';
    if (seen.has(id)) continue;
    seen.add(id);
    const point = points.get(id);
    if (point !== undefined) lines.push(textOf(point));
    const next = (below.get(id) ?? []).toSorted((a, b) => b.order - a.order);
    for (const each of next) pending.push(each.id);
  }
  return lines.filter((line) => line !== '');
}

const named = (root: Document | Element, name: string): Element[] => Array.from(root.getElementsByTagNameNS('*', name));

/** Paragraphs of a shape are parted by a space; a word that was edited stands in several runs. */
const textOf = (point: Element): string =>
  named(point, 'p')
    .map((paragraph) =>
      named(paragraph, 't')
        .map((text) => text.textContent ?? '')
        .join(''),
    )
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
