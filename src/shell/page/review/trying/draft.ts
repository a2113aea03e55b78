import { batch, computed, effect, signal } from '@preact/signals';
import type { Indicator } from '../../../../model/pipeline.ts';
import { folded } from '../../data/ids.ts';
import { readPipelineNamed, readPipelines } from '../api/client.ts';
import type { PipelineRead, PipelineSummary } from '../api/types.ts';

/** An indicator that is being written. */
export interface IndicatorDraft {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly area: string;
  readonly unit: readonly string[];
  readonly better: Indicator['better'];
  readonly all: readonly (readonly string[])[];
  readonly none: readonly string[];
  readonly also: readonly string[];
  /** What else it says, of one that was there: kept as it is. */
  readonly rest: Readonly<Record<string, unknown>>;
}

const EMPTY: IndicatorDraft = {
  ...{ code: '', vi: '', en: '', area: '', unit: ['%'], better: 'higher', all: [[]], none: [], also: [], rest: {} },
};

export const draft = signal<IndicatorDraft>(EMPTY);
export const write = (change: Partial<IndicatorDraft>): void => {
  draft.value = { ...draft.value, ...change };
};

/** Name of the pipeline that it joins; "" for one of its own. */
export const into = signal('');
/** Name under which it is saved; "" takes that of the pipeline. */
export const fileName = signal('');

export const pipelines = signal<readonly PipelineSummary[]>([]);
const chosen = computed(() => pipelines.value.find(({ name }) => name === into.value));
/** Areas that it may belong to: those of the pipeline, or of all. */
export const areasOfDraft = computed(() =>
  chosen.value === undefined ? pipelines.value.flatMap(({ areas }) => areas) : chosen.value.areas,
);

/** While nobody has chosen one, it joins the first of the server's that has areas. */
export async function fetchPipelines(): Promise<void> {
  const { items } = await readPipelines();
  const first = items.find(({ areas, file }) => areas.length > 0 && file === null)?.name ?? '';
  batch(() => {
    if (pipelines.value.length === 0 && into.value === '') into.value = first;
    pipelines.value = items;
  });
}
// An area of another pipeline is none of this one.
effect(() => {
  const areas = areasOfDraft.value;
  const { area } = draft.peek();
  if (areas.length > 0 && !areas.some(({ code }) => code === area)) write({ area: areas[0]?.code ?? '' });
});

/** "Hồ sơ nộp trực tuyến" -> "ho-so-nop-truc-tuyen" */
const slugged = (text: string): string =>
  folded(text)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');

/** As it is, or made of the name that it has. */
export const codeOfDraft = computed(() => {
  const { code, area, vi } = draft.value;
  return code.trim() || `${area || 'own'}.${slugged(vi).slice(0, 60) || 'moi'}`;
});

/** The indicator as a file has it; undefined while no words say what it measures. */
export const indicator = computed(() => {
  const { vi, en, area, unit, better, all, none, also, rest } = draft.value;
  const code = codeOfDraft.value;
  const groups = all.filter((group) => group.length > 0);
  if (groups.length === 0 || unit.length === 0) return undefined;
  const label = { vi: vi.trim() || code, en: en.trim() || vi.trim() || code };
  return {
    ...{ code, label, area, unit: unit.length === 1 ? unit[0] : unit, better, ...rest, all: groups },
    ...(none.length === 0 ? {} : { none }),
    ...(also.length === 0 ? {} : { also }),
  };
});

const known = new Map<string, Promise<PipelineRead>>();
const named = (name: string): Promise<PipelineRead> => {
  const read = known.get(name) ?? readPipelineNamed(name);
  known.set(name, read);
  read.catch(() => known.delete(name));
  return read;
};
export const forgetPipeline = (name: string): boolean => known.delete(name);

/** Begins with an indicator that there is, in the pipeline that has it. */
export async function beginWith(code: string): Promise<void> {
  const names = [into.value, ...pipelines.value.map(({ name }) => name)].filter((name) => name !== '');
  for (const name of new Set(names)) {
    const found = (await named(name)).indicators.find((one) => one.code === code);
    if (found === undefined) continue;
    const { label, area, unit, better, all, none, also, code: _, ...rest } = found;
    into.value = name;
    draft.value = { code, ...label, area, unit: [unit].flat(), better, all, none, also, rest };
    return;
  }
}

export function beginAnew(): void {
  draft.value = { ...EMPTY, area: draft.value.area };
}
