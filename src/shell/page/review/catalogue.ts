import { computed, signal } from '@preact/signals';
import type { Choice } from '../components/combobox.tsx';
import { findAgencies, readAreas, readIndicators, readProvinces } from './api/client.ts';
import type { Indicator, Named, ProvinceNamed } from './api/types.ts';
import { language } from './state.ts';

/** What records may name: fetched once, when it is first wanted. */
export const indicators = signal<readonly Indicator[]>([]);
const areas = signal<readonly Named[]>([]);
const knownProvinces = signal<readonly ProvinceNamed[]>([]);

/** Names of provinces, in the order of the alphabet. */
export const provinces = computed(() =>
  [...new Set(knownProvinces.value.flatMap(({ labels }) => labels.vi ?? []))].sort(new Intl.Collator('vi').compare),
);

/** What it is called in the language of the page. */
export const nameOf = ({ code, labels }: Named): string => labels[language.value] ?? labels.vi ?? code;

export const areaNames = computed<ReadonlyMap<string, string>>(
  () => new Map(areas.value.map((one) => [one.code, nameOf(one)])),
);

/** Provinces of both lists, as records name them. */
export const provinceList = computed(() =>
  knownProvinces.value
    .map(({ code, iso = null, set, labels }) => ({
      ...{ code, iso, set },
      name: labels.vi ?? code,
      basis: 'manifest' as const,
    }))
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

/** Bodies whose names hold what is typed; what is chosen is written in Vietnamese, whatever the page speaks. */
export async function agenciesLike(q: string): Promise<readonly Choice[]> {
  if (q.trim() === '') return [];
  const { items } = await findAgencies(q).catch(() => ({ items: [] }));
  return items.slice(0, MOST).map(({ code, labels: { vi, en } }) => ({
    ...{ value: code, label: vi ?? code },
    ...(language.value === 'en' && en !== null ? { hint: en } : {}),
  }));
}

/** Shown at once. */
const MOST = 12;
