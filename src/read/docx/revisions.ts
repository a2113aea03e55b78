import { type LeftOutText, textBelow } from './left-out.ts';
import { child, children, descendants, type Element, elements, isWordElement, remove, unwrap } from './xml.ts';

/** Accepts all tracked changes: what was deleted or moved away goes and is told, what was inserted stays. */
export function acceptRevisions(root: Element, names: ReadonlySet<string>, leftOut: LeftOutText): void {
  for (const [name, by] of [
    ['del', 'change'],
    ['moveFrom', 'move'],
  ] as const) {
    for (const change of descendants(root, name, names)) {
      // In run properties the element marks the paragraph's end or a row, which are handled below.
      if (isWordElement(change.parentNode, 'rPr') || isWordElement(change.parentNode, 'trPr')) continue;
      leftOut.tell(by, textBelow(change));
      remove(change);
    }
  }
  for (const name of ['ins', 'moveTo']) {
    for (const change of descendants(root, name, names)) {
      if (!isWordElement(change.parentNode, 'rPr') && !isWordElement(change.parentNode, 'trPr')) unwrap(change);
    }
  }
  const removeTold = (part: Element): void => {
    leftOut.tell('change', textBelow(part));
    remove(part);
  };
  for (const row of descendants(root, 'tr', names)) if (child(child(row, 'trPr'), 'del') !== undefined) removeTold(row);
  for (const cell of descendants(root, 'tc', names))
    if (child(child(cell, 'tcPr'), 'cellDel') !== undefined) removeTold(cell);
  for (const table of descendants(root, 'tbl', names)) if (children(table, 'tr').length === 0) remove(table);
  joinParagraphs(root, names);
}
/** A paragraph whose end was deleted runs on into the next one, which keeps its own properties. */
function joinParagraphs(root: Element, names: ReadonlySet<string>): void {
  if (!names.has('del') && !names.has('moveFrom')) return;
  for (const paragraph of descendants(root, 'p')) {
    const mark = child(child(paragraph, 'pPr'), 'rPr');
    if (child(mark, 'del') === undefined && child(mark, 'moveFrom') === undefined) continue;
    let next = paragraph.nextSibling;
    while (next !== null && !isWordElement(next, 'p') && !isWordElement(next, 'tbl')) next = next.nextSibling;
    const content = elements(paragraph).filter((each) => !isWordElement(each, 'pPr'));
    if (!isWordElement(next, 'p')) {
      if (content.length === 0 && paragraph.parentNode !== null && children(paragraph.parentNode, 'p').length > 1)
        remove(paragraph);
      continue;
    }
    const properties = child(next, 'pPr');
    const before = properties === undefined ? next.firstChild : properties.nextSibling;
    for (const each of content) next.insertBefore(each, before);
    remove(paragraph);
  }
}
