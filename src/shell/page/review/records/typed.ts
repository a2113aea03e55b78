import type { CorrectionDraft } from '../../../../model/correction.ts';

/** What somebody has typed of one record and not yet saved. */
export interface Typed {
  /** By field: what would be saved. */
  readonly values: Readonly<Record<string, unknown>>;
  /** By field: why what stands there cannot be saved. */
  readonly faults: Readonly<Record<string, string>>;
}

/** A field as it is saved: "indicator.text". */
export const savedOf = (of: object, field: string): unknown =>
  field.split('.').reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), of) ?? null;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Fields that would be saved otherwise than they are. */
export const changedOf = (of: object, { values }: Typed): string[] =>
  Object.keys(values).filter((field) => !same(values[field], savedOf(of, field)));

const PARTS = ['comparator', 'value', 'valueMax', 'unit'] as const;

/** What was typed, as corrections of single fields. */
export function draftsOf(key: string, of: object, typed: Typed, why: string): CorrectionDraft[] {
  const one = (field: string, value: unknown): CorrectionDraft => ({
    ...{ act: 'correct', key, field, value },
    ...(why.trim() === '' ? {} : { why: why.trim() }),
  });
  return changedOf(of, typed).flatMap((field) => {
    const value = typed.values[field];
    const before = savedOf(of, field);
    if (field !== 'quantity' || !isObject(value) || !isObject(before)) return [one(field, value)];
    return PARTS.filter((part) => !same(value[part], before[part])).map((part) => one(`quantity.${part}`, value[part]));
  });
}
