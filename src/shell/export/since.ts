import { join } from 'node:path';
import { CallError } from '../call-error.ts';
import type { Entry } from '../output/entry.ts';
import { type Item, readItems } from '../output/items.ts';
import { readRun, runNames } from '../output/runs.ts';
import type { ChangeRow, ExportChange } from './tables.ts';

/** What a folder held at the end of a run. */
export interface Past {
  /** Null: none came before, and nothing was there. */
  readonly run: string | null;
  readonly documents: readonly Pick<Entry, 'id' | 'record'>[];
  /** By the hash of the record; nothing for records of runs before items were noted. */
  readonly items: ReadonlyMap<string, readonly Item[]>;
}

/** What a folder holds now, no more of each record than is compared. */
export interface Present {
  readonly id: string;
  readonly record: string;
  readonly items: readonly Item[];
}

export interface Changes {
  readonly rows: readonly ChangeRow[];
  /** Of what is there now, by id of the document, target or task; what is not in it is as it was. */
  readonly byId: ReadonlyMap<string, ExportChange>;
  /** Documents whose items the run did not note: what it held of them cannot be told any more. */
  readonly untold: readonly string[];
}

/**
 * Finds a run by its name, the beginning of it, or `previous` for the one before the last; before the first there was nothing.
 *
 * @throws {CallError} where none or several are meant
 */
export async function readPast(folder: string, asked: string): Promise<Past> {
  const runs = join(folder, 'runs');
  const names = await runNames(runs);
  if (asked === 'previous' && names.length < 2) return { run: null, documents: [], items: new Map() };
  const wanted = asked.replace(/\.json$/u, '').replaceAll(':', '-');
  const found = asked === 'previous' ? names.slice(-2, -1) : names.filter((name) => name.startsWith(wanted));
  const name = found.find((one) => one === wanted) ?? found[0];
  if (name === undefined || wanted === '' || (found.length > 1 && name !== wanted)) {
    const said = found.length > 1 ? `means ${found.length} runs` : 'is no run of this folder';
    const known = names.length === 0 ? 'it keeps none' : `it keeps ${names.slice(-20).join(', ')}`;
    throw new CallError(`--since ${asked}: ${said}; ${known}.`);
  }
  const run = await readRun(runs, name);
  if (run === undefined) throw new CallError(`--since ${asked}: ${join(runs, `${name}.json`)} is damaged.`);
  return {
    run: name,
    documents: run.documents,
    items: await readItems(runs, new Set(run.documents.map(({ record }) => record))),
  };
}

type Placed = Item & { readonly document: string };

/** Holds what is there now against what was there: documents by id, targets and tasks by key. */
export function changesSince(past: Past, present: readonly Present[]): Changes {
  const before = new Map(past.documents.map(({ id, record }) => [id, record]));
  const now = new Map(present.map(({ id, record }) => [id, record]));
  const rows: ChangeRow[] = [];
  const untold = new Set<string>();
  for (const { id, record } of present) {
    const old = before.get(id);
    if (old === record) continue;
    rows.push({ change: old === undefined ? 'added' : 'changed', kind: 'document', key: id, id, document: id });
    if (old !== undefined && !past.items.has(old)) untold.add(id);
  }
  for (const { id, record } of past.documents) {
    if (now.has(id)) continue;
    rows.push({ change: 'removed', kind: 'document', key: id, id, document: id });
    if (!past.items.has(record)) untold.add(id);
  }
  const same = (id: string): boolean => before.get(id) === now.get(id);
  const oldItems = byKey(
    past.documents.flatMap(({ id, record }) => (same(id) ? [] : placed(id, past.items.get(record) ?? []))),
  );
  const newItems = byKey(present.flatMap(({ id, items }) => (same(id) ? [] : placed(id, items))));
  for (const [key, items] of newItems) {
    const left = [...(oldItems.get(key) ?? [])];
    oldItems.delete(key);
    for (const { item, change } of paired(items, left)) {
      const unknown = change === 'added' && untold.has(item.document);
      if (change !== undefined) rows.push(rowOf(unknown ? 'changed' : change, item));
    }
    for (const gone of left) rows.push(rowOf('removed', gone));
  }
  for (const items of oldItems.values()) for (const gone of items) rows.push(rowOf('removed', gone));
  const byId = new Map(rows.flatMap(({ change, id }) => (change === 'removed' ? [] : [[id, change] as const])));
  return { rows, byId, untold: [...untold].sort() };
}

/** What an item that is there now was, the likest old one first; old ones that were found are taken out of `left`. */
function paired(
  items: readonly Placed[],
  left: Placed[],
): readonly { readonly item: Placed; readonly change: ExportChange | undefined }[] {
  const take = (fits: (old: Placed) => boolean): Placed | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const found = new Map<Placed, Placed>();
  const ways: readonly ((item: Placed, old: Placed) => boolean)[] = [
    (item, old) => item.whole === old.whole,
    (item, old) => item.document === old.document && item.said === old.said,
    (item, old) => item.said === old.said,
    (item, old) => item.document === old.document,
    () => true,
  ];
  for (const way of ways) {
    for (const item of items) {
      if (found.has(item)) continue;
      const old = take((one) => way(item, one));
      if (old !== undefined) found.set(item, old);
    }
  }
  return items.map((item) => {
    const old = found.get(item);
    if (old === undefined) return { item, change: 'added' };
    if (old.whole === item.whole) return { item, change: undefined };
    return { item, change: old.said === item.said ? 'moved' : 'changed' };
  });
}

const placed = (document: string, items: readonly Item[]): Placed[] => items.map((item) => ({ ...item, document }));

function byKey(items: readonly Placed[]): Map<string, Placed[]> {
  const found = new Map<string, Placed[]>();
  for (const item of items) {
    const name = `${item.kind} ${item.key}`;
    const own = found.get(name);
    if (own === undefined) found.set(name, [item]);
    else own.push(item);
  }
  return found;
}

const rowOf = (change: ExportChange, { kind, key, id, document }: Placed): ChangeRow => ({
  change,
  kind,
  key,
  id,
  document,
});
