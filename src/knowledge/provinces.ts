import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Unit = z.object({
  code: z.string(),
  iso: z.string().nullable().default(null),
  name: z.string(),
  kind: z.enum(['province', 'city']),
  validFrom: z.string().optional(),
  validTo: z.string().nullable().optional(),
  /** Of the 63: the code of the unit of the 34 that its land belongs to now. */
  successor: z.string().optional(),
  /** Of the 34: codes of the units of the 63 that it was made of, and whether its land is more than one of them. */
  formedFrom: z.array(z.string()).default([]),
  territoryChanged: z.boolean().default(false),
});
const ProvinceTable = z.object({
  before: z.array(Unit),
  after: z.array(Unit),
  /** Other ways to write some of the names. */
  spellings: z.array(z.string()),
});
const DistrictTable = z.object({
  districts: z.array(z.object({ province: z.string(), code: z.string(), name: z.string() })),
});

/** On this day the 63 provinces became 34 and the districts ended (Resolution 202/2025/QH15). */
export const MERGER = '2025-07-01';
/** On this day Thừa Thiên Huế became the city of Huế, under the same code. */
export const HUE_CITY = '2025-01-01';

const HO_CHI_MINH = '79';

/** A province or centrally governed city in the list that `set` names; the same code can mean another territory in the other list. */
export interface ProvinceUnit {
  readonly code: string;
  readonly iso: string | null;
  readonly name: string;
  readonly kind: 'province' | 'city';
  readonly set: 63 | 34;
  readonly successor?: string;
}

/** A unit of the level that ended on 1 July 2025. */
export interface District {
  /** Code in the list of 63. */
  readonly province: string;
  /** "huyện", "quận", "thị xã", "thành phố". */
  readonly kind: string;
  /** Without the kind word: "Việt Trì". */
  readonly name: string;
}

export interface Provinces {
  readonly units: readonly ProvinceUnit[];
  readonly districts: readonly District[];
  /** Every name of both lists, longest first. */
  readonly names: readonly string[];
  /** Other ways to write some of them: "Đắc Lắc". */
  readonly spellings: readonly string[];
  /** By code in the list of 34, where the land is not that of the one former unit of the same code. */
  readonly formedFrom: ReadonlyMap<string, readonly string[]>;
}

/** The part of what is known that these functions read. */
interface Tables {
  readonly provinces: Provinces;
}

const table = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./tables/${name}.json`, import.meta.url), 'utf8'));

let loaded: Provinces | undefined;

/** The provinces of both lists and the former districts, read once. */
export function loadProvinces(): Provinces {
  if (loaded !== undefined) return loaded;
  const { before, after, spellings } = ProvinceTable.parse(table('provinces'));
  const { districts } = DistrictTable.parse(table('districts'));
  const units: ProvinceUnit[] = [
    ...before.map(({ code, iso, name, kind, successor }) => ({
      code,
      iso,
      name,
      kind,
      set: 63 as const,
      ...(successor === undefined ? {} : { successor }),
    })),
    ...after.map(({ code, iso, name, kind }) => ({ code, iso, name, kind, set: 34 as const })),
  ];
  loaded = {
    units,
    districts: districts.flatMap(({ province, name }) => {
      const [, kind, own] = /^(Huyện|Quận|Thị xã|Thành phố)\s+(.+)$/u.exec(name) ?? [];
      return kind === undefined || own === undefined ? [] : [{ province, kind: kind.toLowerCase(), name: own }];
    }),
    spellings,
    names: [...new Set(units.map(({ name }) => name))].sort((a, b) => b.length - a.length),
    formedFrom: new Map(
      after.filter(({ territoryChanged }) => territoryChanged).map(({ code, formedFrom }) => [code, formedFrom]),
    ),
  };
  return loaded;
}

/** A key under which all spellings of a place are equal: tones, i/y, đ/d in "Đắk/Đắc/Dak", hyphens and spaces aside. */
export function placeKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^dac(?=lac|lak|nong)/u, 'dak')
    .replace(/^daklac$/u, 'daklak')
    .replace(/^(?:tphcm|hcm|tphochiminh|thanhphohochiminh|saigon)$/u, 'hochiminh')
    .replace(/^contum$/u, 'kontum')
    .replace(/^brvt$/u, 'bariavungtau');
}

/**
 * The province of that name as of a date.
 *
 * @param name as written, without "tỉnh" or "thành phố"
 * @param date ISO date or year at which the name was used; null where unknown
 * @returns undefined where no list knows the name; where the date is unknown, the unit of the list that alone has the name,
 *   else of the list of 63, in which the code means the territory of most documents
 */
export function provinceNamed(
  { provinces: { units } }: Tables,
  name: string,
  date: string | null,
): ProvinceUnit | undefined {
  const key = placeKey(name);
  const found = units.filter((unit) => placeKey(unit.name) === key);
  const of = (set: 63 | 34): ProvinceUnit | undefined => found.find((unit) => unit.set === set);
  // The city of Huế stood in the list of 63 for half a year.
  const hue = of(34);
  if (key === 'hue' && hue !== undefined && date !== null && date >= HUE_CITY && date < MERGER) {
    return { ...hue, set: 63 };
  }
  if (date === null) return of(63) ?? of(34);
  // An old name in a new document is still the old unit; a new one in an old document is no province.
  return date >= MERGER ? (of(34) ?? of(63)) : of(63);
}

/** A unit of the 63 as it is called at a date: after the merger, the unit of the 34 that its land belongs to. */
export function provinceAsOf({ provinces: { units } }: Tables, unit: ProvinceUnit, date: string | null): ProvinceUnit {
  if (unit.set === 34 || date === null || date < HUE_CITY) return unit;
  const after = units.find(({ set, code }) => set === 34 && code === unit.successor);
  if (after === undefined) return unit;
  if (date >= MERGER) return after;
  return after.name === 'Huế' ? { ...after, set: 63 } : unit;
}

/** The unit in the list of 34 that a unit of the 63 belongs to since 1 July 2025. */
export function successorOf(knowledge: Tables, code: string): ProvinceUnit | undefined {
  const after = provinceBefore(knowledge, code)?.successor;
  return knowledge.provinces.units.find((unit) => unit.set === 34 && unit.code === after);
}

/** The unit with this code in the list of 63. */
function provinceBefore({ provinces: { units } }: Tables, code: string): ProvinceUnit | undefined {
  return units.find((unit) => unit.set === 63 && unit.code === code);
}

/**
 * The one province of the 63 that has a district of this name.
 *
 * @param kind "huyện", "quận", "thị xã" or "thành phố"; undefined for any
 * @returns undefined where no province or more than one has it ("huyện Châu Thành")
 */
export function provinceOfDistrict(knowledge: Tables, name: string, kind?: string): ProvinceUnit | undefined {
  const key = placeKey(name);
  // Only one city has ever numbered its quarters.
  if (kind === 'quận' && /^\d{1,2}$/u.test(key)) return provinceBefore(knowledge, HO_CHI_MINH);
  const codes = new Set(
    knowledge.provinces.districts
      .filter((district) => placeKey(district.name) === key && (kind === undefined || district.kind === kind))
      .map(({ province }) => province),
  );
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? provinceBefore(knowledge, code) : undefined;
}
