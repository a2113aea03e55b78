import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Names = z.record(z.string(), z.string().min(1)).transform((names) => new Map(Object.entries(names)));

const English = z.object({
  /** By Vietnamese name, where it is not that name without its marks. */
  provinces: Names,
  /** "so": "Department of", in front of what stands in `fields`. */
  heads: Names,
  fields: Names,
  /** By code, of what is neither ministry, department nor division. */
  bodies: Names,
});
export type English = z.infer<typeof English>;

let loaded: English | undefined;

/** What Vietnamese provinces and agencies are called in English, read once. */
export function loadEnglish(): English {
  loaded ??= English.parse(JSON.parse(readFileSync(new URL('./tables/english.json', import.meta.url), 'utf8')));
  return loaded;
}

/** @returns undefined where no table knows the code: names are not translated by the word */
export function englishAgency({ heads, fields, bodies }: English, code: string): string | undefined {
  const [head = '', ...rest] = code.split('-');
  const [of, field] = [heads.get(head), fields.get(rest.join('-'))];
  return bodies.get(code) ?? (of === undefined || field === undefined ? undefined : `${of} ${field}`);
}

/** "Đắk Lắk" is "Dak Lak". */
export const englishProvince = ({ provinces }: English, name: string): string =>
  provinces.get(name) ?? name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');
