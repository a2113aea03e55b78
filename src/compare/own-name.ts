import type { ComparedPlan } from './plans.ts';

const LONGEST = 48;

/** What a text is called whose issuer is not told: by its number, else by its first words; "" where it has neither. */
export function ownName({ number, title }: Pick<ComparedPlan['header'], 'number' | 'title'>): string {
  const words = title?.replace(/\s+/gu, ' ').trim() ?? '';
  return number ?? (words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s\S*$/u, '')} …` : words);
}
