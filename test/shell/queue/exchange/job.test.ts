import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../../src/model/block.ts';
import type { Made } from '../../../../src/shell/output/entry.ts';
import { JobProgress, jobIdOf } from '../../../../src/shell/queue/exchange/job.ts';

const MADE: Made = { rules: 'test', choice: 'auto', pipelines: 'x', told: {} };
const id = (scans?: Made['scans']): string =>
  jobIdOf('0'.repeat(64), { ...MADE, ...(scans === undefined ? {} : { scans }) }, DEFAULT_LIMITS);

test('what is asked for images is another job; what reads them is the affair of the worker', () => {
  const jobs = [id(), id({ ocr: 'auto' }), id({ ocr: 'off' }), id({ ocr: 'auto', pages: 3 })];
  expect(new Set(jobs).size).toBe(4);
  expect(id({ ocr: 'auto', by: 'a', had: true })).toBe(id({ ocr: 'auto' }));
});

test('progress may tell pages, and nothing that is none', () => {
  expect(JobProgress.parse({ stage: 'read', pages: { done: 1, of: 2 } })).toMatchObject({ pages: { done: 1, of: 2 } });
  expect(JobProgress.safeParse({ stage: 'read', pages: { done: '<b>', of: 2 } }).success).toBe(false);
});
