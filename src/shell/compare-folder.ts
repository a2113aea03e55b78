import { comparePlans } from '../compare/compare.ts';
import type { CompareOptions } from '../compare/narrow.ts';
import { type Knowledge, loadKnowledge } from '../knowledge/knowledge.ts';
import { placeKey, provinceNamed, successorOf } from '../knowledge/provinces.ts';
import type { Comparison } from '../model/comparison.ts';
import type { Province } from '../model/record.ts';
import { CallError } from './call-error.ts';
import { type PlansRead, readPlans } from './output/plans.ts';

/** Options as a person gives them: names of provinces, years as written. */
export interface FolderOptions extends Omit<CompareOptions, 'base' | 'provinces' | 'years'> {
  readonly base?: string;
  readonly provinces?: readonly string[];
  readonly years?: readonly string[];
  /** Whether a page will be made of it. */
  readonly page?: boolean;
}

/** Whoever names no base most often wants this one, where it is there. */
const USUAL_BASE = 'Phú Thọ';

/**
 * Compares the plans of an output folder.
 *
 * @throws {CallError} where the folder cannot be read, or a name, area or year says nothing
 */
export async function compareFolder(
  folder: string,
  options: FolderOptions,
): Promise<Omit<PlansRead, 'plans'> & { readonly comparison: Comparison }> {
  const { plans, ...read } = await readPlans(folder, options.page);
  const present = plans
    .toSorted((a, b) => ((a.header.issuedOn ?? '9') < (b.header.issuedOn ?? '9') ? -1 : 1))
    .flatMap(({ header }) => (header.province === null ? [] : [header.province]));
  const knowledge = loadKnowledge();
  const { base: named, provinces, years, page: _, ...rest } = options;
  const find = (name: string): Unit[] => known(knowledge, name, present, options.territory !== undefined);
  const base = named === undefined ? unitsOf(USUAL_BASE, present) : find(named);
  const beside = provinces?.flatMap((name) => name.split(',')).flatMap((name) => find(name.trim()));
  checkTopics(options, plans);
  checkAreas(options, plans);
  return {
    comparison: comparePlans(knowledge, plans, {
      ...rest,
      ...(base.length === 0
        ? {}
        : { base: options.territory === undefined ? base : base.map((unit) => today(knowledge, unit)) }),
      ...(beside === undefined ? {} : { provinces: beside }),
      ...(years === undefined ? {} : { years: years.flatMap((text) => text.split(',')).map(yearOf) }),
    }),
    ...read,
  };
}

type Unit = Pick<Province, 'code' | 'set'>;

const today = (knowledge: Knowledge, unit: Unit): Unit =>
  unit.set === 34 ? unit : (successorOf(knowledge, unit.code) ?? unit);

/** The territories of that name in the folder, the older first. */
function unitsOf(name: string, present: readonly Province[]): Province[] {
  const key = placeKey(name);
  const found = present.filter((province) => placeKey(province.name) === key);
  return found.filter((one, i) => found.findIndex(({ set }) => set === one.set) === i);
}

/** @param asToday former provinces stand under their successors, and are found by either name */
function known(knowledge: Knowledge, name: string, present: readonly Province[], asToday: boolean): Unit[] {
  const found = unitsOf(name, present);
  const real = provinceNamed(knowledge, name, null);
  const now = real === undefined ? undefined : today(knowledge, real);
  const land = now === undefined ? [] : present.filter((one) => isUnit(today(knowledge, one), now));
  if (asToday && now !== undefined && land.length > 0) return [now];
  if (found.length > 0) return found;
  const names = [...new Set(present.map((province) => province.name))].sort((a, b) => a.localeCompare(b, 'vi'));
  const near = nearest(name, names);
  const listed = names.length === 0 ? 'none of its documents names a province' : `it has ${names.join(', ')}`;
  if (real === undefined && near !== undefined)
    throw new CallError(`"${name}" is no province of this folder. Did you mean ${near}? (${listed})`);
  const [one] = land;
  const merged =
    one === undefined ? '' : ` With --territory 2025 it stands with ${one.name}, with which it is one province now.`;
  throw new CallError(
    `"${name}" ${real === undefined ? 'is no province' : 'has no plan in this folder'}: ${listed}.${merged}`,
  );
}

const isUnit = (a: Unit, b: Unit): boolean => a.code === b.code && a.set === b.set;

/** The name that differs by the fewest letters, if it is few. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const key = placeKey(name);
  const [best] = names
    .map((one) => ({ one, apart: distance(key, placeKey(one)) }))
    .filter(({ apart }) => apart <= Math.max(1, Math.floor(key.length / 3)))
    .sort((a, b) => a.apart - b.apart);
  return best?.one;
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function checkTopics({ topics }: FolderOptions, plans: PlansRead['plans']): void {
  const present = [...new Set(plans.flatMap(({ header }) => header.topic ?? []))].sort();
  const wrong = topics?.find((topic) => !present.includes(topic));
  if (wrong !== undefined)
    throw new CallError(
      `--topic: no plan here is about "${wrong}" (${present.length === 0 ? 'none has a topic' : `there are ${present.join(', ')}`})`,
    );
}

/** Areas of the pipelines, and those of pipelines of one's own that the folder was read with. */
function checkAreas({ areas, pipelines }: FolderOptions, plans: PlansRead['plans']): void {
  if (areas === undefined) return;
  const known = pipelines.flatMap((pipeline) => pipeline.areas.map(({ code }) => code));
  const own = plans.flatMap(({ targets }) => targets.flatMap(({ area }) => area ?? []));
  const codes = new Set([...known, ...own]);
  const wrong = areas.find((area) => !codes.has(area));
  if (wrong !== undefined)
    throw new CallError(`--area: no area is called "${wrong}" (there are ${[...codes].join(', ')})`);
}

function yearOf(text: string): number {
  if (!/^\d{4}$/u.test(text.trim())) throw new CallError(`--year: "${text}" is no year`);
  return Number(text);
}
