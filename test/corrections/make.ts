import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applyCorrections, type LaidRecord } from '../../src/corrections/lay.ts';
import { correctionOf } from '../../src/corrections/make.ts';
import type { Correction, CorrectionDraft } from '../../src/model/correction.ts';
import type { PlanRecord, Target } from '../../src/model/record.ts';
import { type Extracted, processDocument } from '../../src/run.ts';

const PLAN = fileURLToPath(new URL('../../fixtures/phu-tho-1782-kh-ubnd-2021.html', import.meta.url));

/** A plan of the fixtures as the rules read it, after a change of its text. */
export const readPlan = (change: (html: string) => string = (html) => html): Promise<Extracted> =>
  processDocument(new TextEncoder().encode(change(readFileSync(PLAN, 'utf8'))), { uri: 'plan.html' });

/** Corrections of these drafts, made one after the other. */
export function corrections({ record, text }: Extracted, ...drafts: readonly CorrectionDraft[]): Correction[] {
  const entries: Correction[] = [];
  for (const [i, draft] of drafts.entries()) {
    const made = { id: `0000000${i + 1}`.slice(-8), at: `2026-11-30T08:00:0${i % 10}Z`, by: 'Lan', rules: 'r1' };
    entries.push(correctionOf({ record, text, entries }, draft, made));
  }
  return entries;
}

export const lay = ({ record, text }: Extracted, entries: readonly Correction[]): LaidRecord =>
  applyCorrections(record, text, entries);

/** The record with one target changed, as other rules might read it. */
export const withTarget = (
  read: Extracted,
  key: string,
  change: (target: Target) => Target | undefined,
): Extracted => ({
  ...read,
  record: {
    ...read.record,
    targets: read.record.targets.flatMap((one) => (one.key === key ? (change(one) ?? []) : [one])),
  },
});

export const targetOf = ({ targets }: PlanRecord, key: string): Target => {
  const found = targets.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no target ${key}`);
  return found;
};
