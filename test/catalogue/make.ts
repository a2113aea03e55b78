import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { codeAmong } from '../../src/catalogue/indicator-code.ts';
import type { Measured } from '../../src/catalogue/measure-read.ts';
import { type Knowledge, loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { Pipeline } from '../../src/model/pipeline.ts';

const FOLDER = new URL('../../pipelines/', import.meta.url);

/** The pipelines that come with the program and have indicators. */
export const PIPELINES: readonly Pipeline[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => Pipeline.parse(parse(readFileSync(new URL(name, FOLDER), 'utf8'))))
  .filter(({ indicators }) => indicators.length > 0);

/** A target as it is asked for its code: what is measured, its unit, and what else a test is about. */
export const measured = (text: string, unit = '%', more: Partial<Measured> = {}): Measured => ({
  indicator: { text },
  area: null,
  quantity: { unit },
  source: { quote: text },
  kind: 'quantified',
  ...more,
});

/** The code in a document that no pipeline with indicators is for. */
export const codeOf = (
  text: string,
  unit = '%',
  more: Partial<Measured> = {},
  knowledge: Knowledge = loadKnowledge(),
): string | null => codeAmong(knowledge, PIPELINES, measured(text, unit, more))?.code ?? null;
