import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findMentions } from '../../../../src/extract/mentions/find.ts';
import type { Context } from '../../../../src/knowledge/context.ts';
import { loadKnowledge } from '../../../../src/knowledge/knowledge.ts';
import type { Deadline } from '../../../../src/model/record.ts';

export const FIVE_YEARS: Context = { year: 2021, date: null, singleYear: false, knowledge: loadKnowledge() };
export const ONE_YEAR: Context = { ...FIVE_YEARS, singleYear: true };
export const NO_YEAR: Context = { ...FIVE_YEARS, year: null };
export const deadlines = (text: string, context = FIVE_YEARS) =>
  findMentions(text, context).filter((mention) => mention.kind === 'deadline');

export const during = (start: string | null, end: string | null): Partial<Deadline> => ({ type: 'during', start, end });
export const by = (end: string, exclusive = false): Partial<Deadline> => ({ type: 'by', start: null, end, exclusive });
export const yearly = (month: number | string, day: number, more: Partial<Deadline> = {}): Partial<Deadline> => ({
  type: 'recurring',
  start: null,
  end: null,
  rrule: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`,
  ...more,
});
export const monthly: Partial<Deadline> = { type: 'recurring', rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1' };
export const after = (more: Partial<Deadline> = {}): Partial<Deadline> => ({
  type: 'after-event',
  start: null,
  end: null,
  ...more,
});

export type DeadlineCase = [text: string, found: string, expected: Partial<Deadline>, context?: Context];

/** Each text holds one deadline, found by a rule of this file of `times/`. */
export function foundDeadlines(file: string, cases: DeadlineCase[]): void {
  const source = readFileSync(new URL(`../../../../src/extract/mentions/times/${file}.ts`, import.meta.url), 'utf8');
  const ids = [...source.matchAll(/id: '(?<id>[^']+)'/gu)].map(({ groups }) => groups?.id);
  test.each(cases)('deadline: %s', (text, found, expected, context) => {
    const mentions = deadlines(text, context);
    expect(mentions.map((mention) => mention.text)).toEqual([found]);
    expect(mentions[0]?.value).toMatchObject({ ...expected, basis: 'explicit', text: found });
    expect(ids).toContain(mentions[0]?.rule);
  });
}

export function silentDeadlines(cases: readonly string[]): void {
  test.each(cases)('no deadline: %s', (text) => {
    expect(deadlines(text)).toEqual([]);
  });
}
