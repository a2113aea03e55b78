import { type AgencyTable, loadAgencies } from '../../knowledge/agencies.ts';
import { englishAgency, englishProvince, loadEnglish } from '../../knowledge/english.ts';
import { loadProvinces } from '../../knowledge/provinces.ts';
import { slugOf } from '../../language/words.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { PlanRecord } from '../../model/record.ts';
import type { AgencyRow, AreaRow, ExportRow, IndicatorRow, ProvinceRow, TableName } from './tables.ts';

/** The tables that say what codes mean. */
export interface References {
  /** What a record names stands in them, also where no list knows it. */
  readonly add: (record: PlanRecord) => void;
  readonly rows: () => Iterable<readonly [table: TableName, row: ExportRow]>;
}

/** All provinces, areas and indicators that are known, and what else records name: so every code leads somewhere. */
export function gatherReferences(pipelines: readonly Pipeline[]): References {
  const provinces = knownProvinces();
  const areas = knownAreas(pipelines);
  const indicators = knownIndicators(pipelines);
  return {
    add({ document: { province }, targets, tasks }) {
      if (province !== null) {
        const { code, set, name, iso } = province;
        const label = { label_vi: name, label_en: englishProvince(loadEnglish(), name) };
        fill(provinces, `${set} ${code}`, () => ({ code, set, ...label, kind: null, iso, successor: null }));
      }
      for (const { area } of [...targets, ...tasks]) if (area !== null) fill(areas, area, () => unknownArea(area));
      for (const { indicator, area } of targets) {
        const { code } = indicator;
        if (code === null || indicators.has(code)) continue;
        indicators.set(code, { ...UNKNOWN, code, area });
      }
    },
    *rows() {
      for (const row of provinces.values()) yield ['provinces', row];
      for (const row of inOrder(areas)) yield ['areas', row];
      for (const row of inOrder(indicators)) yield ['indicators', row];
    },
  };
}

const fill = <T>(rows: Map<string, T>, key: string, make: () => T): unknown => rows.has(key) || rows.set(key, make());

const inOrder = <T extends { readonly code: string }>(rows: ReadonlyMap<string, T>): T[] =>
  [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1));

function knownProvinces(): Map<string, ProvinceRow> {
  return new Map(
    loadProvinces().units.map(({ code, set, name, kind, iso, successor }) => [
      `${set} ${code}`,
      {
        code,
        set,
        label_vi: name,
        label_en: englishProvince(loadEnglish(), name),
        kind,
        iso,
        successor: successor ?? null,
      },
    ]),
  );
}

const unknownArea = (code: string): AreaRow => ({ code, label_vi: null, label_en: null, pipelines: null });

/** Of an area that several pipelines have, the first names it. */
function knownAreas(pipelines: readonly Pipeline[]): Map<string, AreaRow> {
  const rows = new Map<string, AreaRow>();
  for (const { name, areas } of pipelines) {
    for (const { code, label } of areas) {
      const known = rows.get(code);
      rows.set(
        code,
        known === undefined
          ? { code, label_vi: label.vi, label_en: label.en, pipelines: name }
          : { ...known, pipelines: `${known.pipelines}; ${name}` },
      );
    }
  }
  return rows;
}

const UNKNOWN = {
  code: '',
  area: null,
  label_vi: null,
  label_en: null,
  unit: null,
  better: null,
  change: null,
  sources: null,
  pipelines: null,
};

function knownIndicators(pipelines: readonly Pipeline[]): Map<string, IndicatorRow> {
  const rows = new Map<string, IndicatorRow>();
  for (const { name, indicators } of pipelines) {
    for (const { code, area, label, unit, better, change, source = [] } of indicators) {
      const known = rows.get(code);
      const sources = [source].flat();
      rows.set(
        code,
        known === undefined
          ? {
              code,
              area,
              label_vi: label.vi,
              label_en: label.en,
              unit: [unit].flat().join('; '),
              better,
              change: change ?? null,
              sources: sources.length === 0 ? null : sources.join('; '),
              pipelines: name,
            }
          : { ...known, pipelines: `${known.pipelines}; ${name}` },
      );
    }
  }
  return rows;
}

/** @param name the wording that stands most often for it, which names what no list knows */
export function agencyRow(code: string, name: string): AgencyRow {
  const label = namesOf(loadAgencies()).get(code) ?? name;
  return { code, name, label_vi: label, label_en: englishAgency(loadEnglish(), code, label) ?? null };
}

/** Agencies that are known, by code. */
export const knownAgencies = (): ReadonlyMap<string, string> => namesOf(loadAgencies());

let named: ReadonlyMap<string, string> | undefined;

/** By code; of several names of one body the first. */
function namesOf({ fields, bodies }: AgencyTable): ReadonlyMap<string, string> {
  if (named !== undefined) return named;
  const names = new Map<string, string>();
  for (const { of, name } of fields) {
    for (const head of of) {
      const whole = `${head[0]?.toUpperCase() ?? ''}${head.slice(1)} ${name}`;
      names.set(slugOf(whole), whole);
    }
  }
  for (const { code, name } of bodies) fill(names, code ?? slugOf(name), () => name);
  named = names;
  return names;
}
