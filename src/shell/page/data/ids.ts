import type { ComparedIndicator } from '../../../model/comparison.ts';

/** Letters without their marks, for searching and for addresses: "Đạt chuẩn" is "dat chuan". */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();

const LONGEST = 60;

/**
 * Names of measures for addresses: their code, else their words; level and unit where two would be called alike. The same
 * measure has the same name in every comparison, as long as it is the only one of it there.
 */
export function idsOf(
  indicators: readonly Pick<ComparedIndicator, 'code' | 'label' | 'level' | 'unit'>[],
): readonly string[] {
  const taken = new Set<string>();
  return indicators.map(({ code, label, level, unit }) => {
    const words = code ?? slug(label).slice(0, LONGEST);
    const tries = [words, level === null ? words : `${words}~${level}`, `${words}~${level ?? ''}~${slug(unit ?? '')}`];
    let id = tries.slice(level === null ? 0 : 1).find((one) => !taken.has(one));
    for (let n = 2; id === undefined; n++) if (!taken.has(`${words}~${n}`)) id = `${words}~${n}`;
    taken.add(id);
    return id;
  });
}

const slug = (text: string): string =>
  folded(text)
    .replace(/%/gu, 'pc')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
