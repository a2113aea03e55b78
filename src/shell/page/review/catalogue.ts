import { computed, signal } from '@preact/signals';
import { findAgencies, readAreas, readIndicators, readProvinces } from './api/client.ts';
import type { Indicator, Named } from './api/types.ts';
import { language } from './state.ts';

/** What records may name: fetched once, when it is first wanted. */
export const indicators = signal<readonly Indicator[]>([]);
const areas = signal<readonly Named[]>([]);
const knownProvinces = signal<readonly Named[]>([]);

/** Names of provinces, in the order of the alphabet. */
export const provinces = computed(() =>
  [...new Set(knownProvinces.value.flatMap((one) => one.name ?? one.labels?.vi ?? []))].sort(
    new Intl.Collator('vi').compare,
  ),
);

export const nameOf = (one: Named): string => one.labels?.[language.value] ?? one.labels?.vi ?? one.name ?? one.code;

export const areaNames = computed<ReadonlyMap<string, string>>(
  () => new Map(areas.value.map((one) => [one.code, nameOf(one)])),
);

/** Provinces of both lists, as records name them. */
export const provinceList = computed(() =>
  knownProvinces.value
    .flatMap(({ code, iso = null, set, name }) =>
      set === undefined || name === undefined ? [] : [{ code, iso, name, set, basis: 'manifest' as const }],
    )
    .sort((a, b) => a.set - b.set || new Intl.Collator('vi').compare(a.name, b.name)),
);

const wanted = new Set<string>();

/** Fetches something once; tried again the next time where it failed. */
function once(name: string, fetch: () => Promise<void>): void {
  if (wanted.has(name)) return;
  wanted.add(name);
  fetch().catch(() => wanted.delete(name));
}

export const wantProvinces = (): void =>
  once('provinces', async () => {
    knownProvinces.value = (await readProvinces()).items;
  });

/** Codes and areas, for the editor. */
export const wantCatalogue = (): void => {
  once('indicators', async () => {
    indicators.value = (await readIndicators()).items;
  });
  once('areas', async () => {
    areas.value = (await readAreas()).items;
  });
};

export const agenciesLike = async (q: string): Promise<readonly Named[]> =>
  q.trim() === '' ? [] : (await findAgencies(q)).items;
