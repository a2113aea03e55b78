import { DOMParser, type Document, type Element, type Node, onErrorStopParsing } from '@xmldom/xmldom';
import { PlanError } from '../../model/errors.ts';

export type { Document, Element, Node };

/** WordprocessingML as Word writes it, and as "Strict Open XML" names the same. */
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WORD_STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** Word nests a few dozen levels deep; far more is meant to exhaust the stack of whoever walks the tree. */
const MAX_DEPTH = 400;

/** Word numbers its sessions of editing on every run; a third of all attributes, and nothing is printed of them. */
const REVISION_MARKS = / w:rsid[A-Za-z]{0,12}="[0-9A-F]{8}"/gu;

/**
 * Parses one part of a package.
 *
 * A document type is refused outright: no Word file has one, and entities that expand are its only use here.
 *
 * @throws {PlanError} `file-corrupt`
 */
export function parsePart(bytes: Uint8Array, path: string): Document {
  const text = decode(bytes).replace(REVISION_MARKS, '');
  if (/<!DOCTYPE/iu.test(text))
    throw new PlanError('file-corrupt', 'read', `A part of the Word file (${path}) declares entities: it is refused.`);
  try {
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
    checkDepth(document, path);
    return document;
  } catch (cause) {
    if (cause instanceof PlanError) throw cause;
    throw new PlanError(
      'file-corrupt',
      'read',
      `A part of the Word file (${path}) is no well-formed XML: save the file anew in Word.`,
      cause,
    );
  }
}

/** The tree is built by a loop, but everything that reads it recurses. */
function checkDepth(root: Node, path: string): void {
  let depth = 0;
  let node: Node | null = root;
  while (node !== null) {
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      if (depth > MAX_DEPTH)
        throw new PlanError('file-corrupt', 'read', `A part of the Word file (${path}) is nested too deep to be read.`);
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node === root ? null : node.parentNode;
      depth -= 1;
    }
    node = node?.nextSibling ?? null;
  }
}

function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1;
}

/** The name of a WordprocessingML element; undefined for elements of other kinds. */
export function wordName(element: Element): string | undefined {
  const { namespaceURI, localName } = element;
  return namespaceURI === WORD || namespaceURI === WORD_STRICT ? (localName ?? undefined) : undefined;
}

/** Whether the node is the WordprocessingML element of that name. */
export function isWordElement(node: Node | null | undefined, name: string): node is Element {
  return (
    isElement(node) && node.localName === name && (node.namespaceURI === WORD || node.namespaceURI === WORD_STRICT)
  );
}

export function elements(parent: Node): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) found.push(node);
  return found;
}

/** The first child element of that WordprocessingML name. */
export function child(parent: Node | undefined, name: string): Element | undefined {
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling)
    if (isWordElement(node, name)) return node;
  return undefined;
}

export function children(parent: Node, name: string): Element[] {
  return elements(parent).filter((element) => isWordElement(element, name));
}

/** The local names of all elements below a node. */
export function namesIn(root: Node): Set<string> {
  const names = new Set<string>();
  forEachElement(root, ({ localName }) => names.add(localName ?? ''));
  return names;
}

/**
 * All descendants of that WordprocessingML name, in document order, as a list that later changes leave alone.
 *
 * @param names the names that there are at all, where they are known: most of what Word can write no document has
 */
export function descendants(root: Node, name: string, names?: ReadonlySet<string>): Element[] {
  if (names?.has(name) === false) return [];
  const found: Element[] = [];
  forEachElement(root, (element) => {
    if (isWordElement(element, name)) found.push(element);
  });
  return found;
}

/** Visits all elements below a node, in document order. */
export function forEachElement(root: Node, visit: (element: Element) => void): void {
  let node: Node | null = root.firstChild;
  while (node !== null) {
    if (isElement(node)) visit(node);
    let next: Node | null = node.firstChild;
    while (next === null && node !== null && node !== root) {
      next = node.nextSibling;
      if (next === null) node = node.parentNode;
    }
    node = next;
  }
}

/** An attribute by its local name, whatever prefix the file gives the namespace. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (element === undefined) return undefined;
  const { attributes } = element;
  for (let index = 0; index < attributes.length; index += 1) {
    const each = attributes.item(index);
    if (each?.localName === name) return each.value;
  }
  return undefined;
}

/** `w:val` of the child of that name: `value(pPr, 'pStyle')`. */
export function value(parent: Node | undefined, name: string): string | undefined {
  return attribute(child(parent, name), 'val');
}

/** An on/off property: undefined where it is not stated. */
export function flag(parent: Node | undefined, name: string): boolean | undefined {
  const element = child(parent, name);
  if (element === undefined) return undefined;
  return !['0', 'false', 'off', 'none'].includes(attribute(element, 'val') ?? 'true');
}

/** A new WordprocessingML element that belongs to the same document, with attributes by local name. */
export function make(beside: Element, name: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const namespace = beside.namespaceURI === WORD_STRICT ? WORD_STRICT : WORD;
  const owner = beside.ownerDocument;
  if (owner === null) throw new PlanError('internal', 'read', 'An element stands outside any document.');
  const element = owner.createElementNS(namespace, `w:${name}`);
  for (const [key, content] of Object.entries(attributes)) element.setAttributeNS(namespace, `w:${key}`, content);
  return element;
}

/** A run of plain text, with white space kept. */
export function makeRun(beside: Element, text: string): Element {
  const run = make(beside, 'r');
  const content = make(beside, 't');
  content.setAttribute('xml:space', 'preserve');
  content.textContent = text;
  run.appendChild(content);
  return run;
}

export function remove(node: Node): void {
  node.parentNode?.removeChild(node);
}

/** Puts the children of an element in its place. */
export function unwrap(element: Element): void {
  const parent = element.parentNode;
  if (parent === null) return;
  while (element.firstChild !== null) parent.insertBefore(element.firstChild, element);
  parent.removeChild(element);
}
