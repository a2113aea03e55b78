import type { Parts } from './container.ts';
import { attribute, type Document, elements, parsePart } from './xml.ts';

/** One part of a package and what it points to inside the package. */
export interface PackagePart {
  readonly path: string;
  readonly document: Document;
}

export interface Relationship {
  readonly id: string;
  /** The last step of the type's address: "footnotes", "header". */
  readonly type: string;
  /** Path inside the package. */
  readonly target: string;
}

/** Relationships of a part ("" for the package itself). Those that point out of the package are left out: nothing outside is ever read. */
export function relationships(parts: Parts, path: string): Relationship[] {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const bytes = parts.get(`${folder}_rels/${path.slice(slash + 1)}.rels`);
  if (bytes === undefined) return [];
  const root = parsePart(bytes, `${path}.rels`).documentElement;
  if (root === null) return [];
  return elements(root)
    .filter((each) => attribute(each, 'TargetMode') !== 'External')
    .map((each) => ({
      id: attribute(each, 'Id') ?? '',
      type: (attribute(each, 'Type') ?? '').split('/').at(-1) ?? '',
      target: resolve(folder, attribute(each, 'Target') ?? ''),
    }));
}

/** Reads the part of that path, if it is there. */
export function readPart(parts: Parts, path: string | undefined): PackagePart | undefined {
  const bytes = path === undefined ? undefined : parts.get(path);
  return path === undefined || bytes === undefined ? undefined : { path, document: parsePart(bytes, path) };
}

/** Reads the part that a relationship of that type points to, if there is one. */
export function related(parts: Parts, links: readonly Relationship[], type: string): PackagePart | undefined {
  return readPart(parts, links.find((each) => each.type === type)?.target);
}

function resolve(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
