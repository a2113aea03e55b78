import type { Parts } from './container.ts';
import { diagramLines } from './diagram.ts';
import { type Relationship, readPart } from './package.ts';
import { kindOfObject, type Unread } from './unread.ts';
import { attribute, descendants, type Element, elements, isWordElement, make, makeRun, remove } from './xml.ts';

/**
 * Puts the paragraphs of text boxes and diagrams behind the paragraph that they are anchored in, and drops all other drawings.
 *
 * @returns the pictures, charts and embedded objects that were dropped
 */
export function pullOutDrawings(
  root: Element,
  names: ReadonlySet<string>,
  parts: Parts,
  links: readonly Relationship[],
): Unread[] {
  const unread: Unread[] = [];
  const targetOf = (id: string | undefined): string | undefined => links.find((each) => each.id === id)?.target;
  for (const name of ['drawing', 'pict', 'object']) {
    for (const drawing of descendants(root, name, names)) {
      const boxes = outermost(drawing, 'txbxContent');
      unread.push(...unreadIn(drawing, boxes, parts, targetOf));
      let anchor = drawing.parentNode;
      while (anchor !== null && !isWordElement(anchor, 'p')) anchor = anchor.parentNode;
      const place = anchor?.nextSibling ?? null;
      const insert = (block: Element): void => {
        anchor?.parentNode?.insertBefore(block, place);
      };
      for (const box of boxes) for (const block of elements(box)) insert(block);
      for (const diagram of named(drawing, 'relIds')) {
        const data = readPart(parts, targetOf(attribute(diagram, 'dm')));
        for (const line of data === undefined ? [] : diagramLines(data.document)) {
          const paragraph = make(drawing, 'p');
          paragraph.appendChild(makeRun(drawing, line));
          insert(paragraph);
        }
      }
      remove(drawing);
    }
  }
  return unread;
}

const named = (root: Element, name: string): Element[] => Array.from(root.getElementsByTagNameNS('*', name));

function unreadIn(
  drawing: Element,
  boxes: readonly Element[],
  parts: Parts,
  targetOf: (id: string | undefined) => string | undefined,
): Unread[] {
  const found: Unread[] = [];
  for (const object of named(drawing, 'OLEObject')) {
    const part = targetOf(attribute(object, 'id'));
    found.push({ kind: kindOfObject(attribute(object, 'ProgID') ?? '', part ?? ''), part });
  }
  for (const chart of named(drawing, 'chart')) {
    const part = targetOf(attribute(chart, 'id'));
    const title = titleOfChart(parts, part);
    found.push({ kind: 'chart', part, ...(title === undefined ? {} : { title }) });
  }
  // The picture of an object or chart only shows what that is.
  if (found.length > 0) return found;
  for (const name of ['blip', 'imagedata'])
    for (const picture of named(drawing, name)) {
      if (boxes.some((box) => isWithin(picture, box))) continue;
      const id = attribute(picture, 'embed') ?? attribute(picture, 'id') ?? attribute(picture, 'link');
      found.push({ kind: 'picture', part: targetOf(id) });
    }
  return found;
}

function titleOfChart(parts: Parts, path: string | undefined): string | undefined {
  const root = readPart(parts, path)?.document.documentElement;
  const [title] = root === null || root === undefined ? [] : named(root, 'title');
  const text =
    title === undefined
      ? ''
      : named(title, 't')
          .map((each) => each.textContent ?? '')
          .join('');
  return text.trim() === '' ? undefined : text.replace(/\s+/gu, ' ').trim();
}

function isWithin(element: Element, outer: Element): boolean {
  let node: Element['parentNode'] = element;
  while (node !== null && node !== outer) node = node.parentNode;
  return node !== null;
}

function outermost(root: Element, name: string): Element[] {
  return descendants(root, name).filter((each) => {
    let node = each.parentNode;
    while (node !== null && node !== root) {
      if (isWordElement(node, name)) return false;
      node = node.parentNode;
    }
    return true;
  });
}
