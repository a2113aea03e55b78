import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { anyOf, edged, keyOf } from '../language/words.ts';
import { Pipeline } from '../model/pipeline.ts';
import { CallError } from './call-error.ts';

/** What is wrong with a pipeline, and where it stands. */
export interface PipelineFault {
  /** From 1. */
  readonly line: number;
  /** `indicators[3].area`, counted from 0 as in the file's own order; null where it is no YAML at all. */
  readonly field: string | null;
  readonly message: string;
}

/**
 * @param file named in the errors
 * @param checked also for what its schema cannot say
 * @throws {CallError} `file:line: field: what is wrong`, one line for each fault
 */
export function parsePipeline(text: string, file: string, checked = true): Pipeline {
  const read = readPipeline(text, checked);
  if ('pipeline' in read) return read.pipeline;
  throw new CallError(
    ...read.faults.map(({ line, field, message }) => `${file}:${line}: ${field ?? 'not YAML'}: ${message}`),
  );
}

/** The same, with its faults as data. */
export function readPipeline(
  text: string,
  checked = true,
): { readonly pipeline: Pipeline } | { readonly faults: readonly PipelineFault[] } {
  const opened = openYaml(text);
  if ('faults' in opened) return opened;
  const parsed = Pipeline.safeParse(opened.value);
  if (!parsed.success) return { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, opened.at)) };
  const faults = (checked ? inconsistencies(parsed.data) : []).map(([path, what]) => opened.at(path, what));
  return faults.length > 0 ? { faults } : { pipeline: parsed.data };
}

/** A text of YAML, and where in it something stands. */
export interface OpenYaml {
  readonly value: unknown;
  readonly document: Document;
  readonly at: (path: readonly PropertyKey[], message: string) => PipelineFault;
}

/** JSON is YAML too. */
export function openYaml(text: string): OpenYaml | { readonly faults: readonly PipelineFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map(({ pos, message }) => ({ line: lines.linePos(pos[0]).line, field: null, message })),
    };
  }
  const at = (path: readonly PropertyKey[], message: string): PipelineFault => ({
    ...{ line: lineOf(document, lines, path), field: fieldOf(path), message },
  });
  try {
    return { value: document.toJS(), document, at };
  } catch (error) {
    // Aliases would make more of it than any pipeline is.
    return { faults: [{ line: 1, field: null, message: error instanceof Error ? error.message : String(error) }] };
  }
}

/** Whether documents can be read by it: what a file is checked for, for pipelines that come from elsewhere. */
export const isSound = (pipeline: Pipeline): boolean => inconsistencies(pipeline).length === 0;

type Inconsistency = readonly [path: readonly PropertyKey[], what: string];

/**
 * What a schema cannot say: nothing stands twice, every indicator belongs to an area of this pipeline, and all phrases can
 * be looked for.
 */
export function inconsistencies({ name, areas, indicators, match }: Pipeline): Inconsistency[] {
  const known = new Set(areas.map(({ code }) => code));
  const headings = areas.flatMap((area, i) =>
    area.headings.map((text, j) => [text, ['areas', i, 'headings', j]] as const),
  );
  return [
    ...(name === 'auto' ? ([[['name'], '"auto" means that the program chooses; take another name']] as const) : []),
    ...repeated(areas.map(({ code }, i) => [code, ['areas', i, 'code']])),
    ...repeated(headings),
    ...repeated(indicators.map(({ code }, i) => [code, ['indicators', i, 'code']])),
    ...repeated(match.title.map((text, i) => [text, ['match', 'title', i]])),
    ...repeated(match.text.map((text, i) => [text, ['match', 'text', i]])),
    ...useless(match.title, ['match', 'title']),
    ...useless(match.text, ['match', 'text']),
    ...areas.flatMap((area, i) => useless(area.headings, ['areas', i, 'headings'])),
    ...areas.flatMap((area, i) => useless(area.words, ['areas', i, 'words'])),
    ...indicators.flatMap(({ all, none }, i) => [
      ...all.flatMap((group, j) => useless(group, ['indicators', i, 'all', j])),
      ...useless(none, ['indicators', i, 'none']),
    ]),
    ...indicators.flatMap(({ area }, i): Inconsistency[] =>
      known.has(area) ? [] : [[['indicators', i, 'area'], `no area of this pipeline has the code "${area}"`]],
    ),
  ];
}

function repeated(values: readonly (readonly [text: string, path: readonly PropertyKey[]])[]): Inconsistency[] {
  const seen = new Set<string>();
  return values.flatMap(([text, path]): Inconsistency[] => {
    const key = text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
    if (seen.has(key)) return [[path, `"${text}" stands twice`]];
    seen.add(key);
    return [];
  });
}

/** Phrases without a letter or digit stand everywhere; others make no pattern, alone or all together. */
function useless(phrases: readonly string[], path: readonly PropertyKey[]): Inconsistency[] {
  // What can be looked for together can be so one by one, which takes as much time again for each phrase.
  const together = canBeLookedFor(phrases);
  const faults = phrases.flatMap((text, i): Inconsistency[] => {
    if (!/[\p{L}\p{N}]/u.test(keyOf(text))) return [[[...path, i], `"${text}" has no letter or digit to look for`]];
    if (together || canBeLookedFor([text])) return [];
    return [[[...path, i], `"${text.slice(0, 40)}…" cannot be looked for: it is too long (${text.length} characters)`]];
  });
  if (together || faults.length > 0) return faults;
  return [[path, `these ${phrases.length} phrases cannot be looked for: together they are too long`]];
}

/** UTF-16 units of a phrase: no title is as long, and how long a pattern may be depends on the stack of the moment. */
const LONGEST_PHRASE = 1000;
/** Of all phrases of one list: ten times what any has. V8 takes minutes over much longer ones. */
const LONGEST_LIST = 20_000;

/** In the way of the steps that look for them. A pattern that is too large shows when it is first used. */
function canBeLookedFor(phrases: readonly string[]): boolean {
  if (phrases.some(({ length }) => length > LONGEST_PHRASE)) return false;
  if (phrases.reduce((sum, { length }) => sum + length, 0) > LONGEST_LIST) return false;
  try {
    return phrases.length === 0 || typeof new RegExp(edged(anyOf(phrases)), 'giu').test('kế hoạch') === 'boolean';
  } catch {
    return false;
  }
}

export function faultsOf(issue: z.core.$ZodIssue, at: OpenYaml['at']): PipelineFault[] {
  if (issue.code !== 'unrecognized_keys') return [at(issue.path, issue.message)];
  return issue.keys.map((key) => at([...issue.path, key], 'no field of a pipeline has this name'));
}

/** The line of the node itself, or of the nearest one around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

/** `indicators[3].area`, counted from 0 as in the file's own order. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`)).join('') ||
  'pipeline';
