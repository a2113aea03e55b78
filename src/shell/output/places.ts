import { type Entry, placesOf } from './entry.ts';
import { placed } from './placed.ts';

import type { Store } from './store.ts';

/** A record that left the output folder in a run. */
export interface Removed {
  readonly id: string;
  /** Where its document was. */
  readonly source: string;
  /** `new-version`: other bytes stand there now. `gone`: nothing stands there any more. */
  readonly why: 'new-version' | 'gone';
}

/**
 * Takes places from the records that no longer have them. A record that is left without a place is removed; one that
 * keeps another is written with what is left.
 *
 * @param lost what became of a place of a record; undefined where it is still the record's
 */
export async function releasePlaces(
  store: Store,
  lost: (place: string, entry: Entry) => Removed['why'] | undefined,
): Promise<readonly Removed[]> {
  const removed: Removed[] = [];
  for (const entry of store.entries()) {
    const places = placesOf(entry);
    const held = places.filter((place) => lost(place, entry) === undefined);
    if (held.length === places.length) continue;
    const [uri, ...alsoAt] = held;
    if (uri !== undefined) {
      const place = { uri, alsoAt };
      await store.put(placed(await store.read(entry), entry, place), { sha256: entry.sha256, ...place }, entry.made);
      continue;
    }
    const why = lost(entry.uri, entry) ?? 'gone';
    await store.remove(entry.id);
    removed.push({ id: entry.id, source: entry.uri, why });
  }
  return removed;
}
