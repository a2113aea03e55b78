import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { anyOf, edged, keyOf } from '../language/words.ts';
import { Pipeline } from '../model/pipeline.ts';
import { CallError } from './call-error.ts';
import { reasonOf } from './failure.ts';
import { PACKAGE_ROOT } from './package-root.ts';

const BUILT_IN = join(PACKAGE_ROOT, 'pipelines');
const YAML = new Set(['.yaml', '.yml']);

/** The pipelines that a run may choose from, and which one it was told to use. */
export interface PipelineChoice {
  /** `auto`, or the name of one of `pipelines`. */
  readonly name: string;
  readonly pipelines: readonly Pipeline[];
}

/**
 * Loads the pipelines that come with the program and the one that `--pipeline` names.
 *
 * @param wanted `auto`, the name of a pipeline, or the path of a YAML file, which joins the others and is used
 * @throws {CallError} one line for each fault: file, line, field, what is wrong
 */
export async function choosePipelines(wanted = 'auto', folder = BUILT_IN): Promise<PipelineChoice> {
  const names = (await readdir(folder)).filter((name) => YAML.has(extname(name))).sort();
  // Those that come with the program are checked by its tests, which takes longer than to read them.
  const builtIn = await Promise.all(names.map((name) => loadPipeline(join(folder, name), folder !== BUILT_IN)));
  const twice = builtIn.find((one, index) => builtIn.findIndex((other) => other.name === one.name) !== index);
  if (twice !== undefined) throw new CallError(`${folder}: two pipelines are called "${twice.name}"`);
  if (wanted === 'auto' || builtIn.some(({ name }) => name === wanted)) return { name: wanted, pipelines: builtIn };
  if (!YAML.has(extname(wanted))) {
    const known = ['auto', ...builtIn.map(({ name }) => name)].join(', ');
    throw new CallError(`--pipeline: no pipeline is called "${wanted}" (there are ${known}; a file ends with .yaml)`);
  }
  const own = await loadPipeline(wanted);
  return { name: own.name, pipelines: [...builtIn.filter(({ name }) => name !== own.name), own] };
}

/** Reads one pipeline file. */
async function loadPipeline(path: string, checked = true): Promise<Pipeline> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new CallError(`${path}: the pipeline cannot be read. ${reasonOf(error, 'read').message}`);
  }
  return parsePipeline(text, path, checked);
}

/**
 * @param file named in the errors
 * @param checked also for what its schema cannot say
 * @throws {CallError} `file:line: field: what is wrong`, one line for each fault
 */
export function parsePipeline(text: string, file: string, checked = true): Pipeline {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new CallError(
      ...document.errors.map(({ pos, message }) => `${file}:${lines.linePos(pos[0]).line}: not YAML: ${message}`),
    );
  }
  const at = (path: readonly PropertyKey[], what: string): string =>
    `${file}:${lineOf(document, lines, path)}: ${fieldOf(path)}: ${what}`;
  const parsed = Pipeline.safeParse(plain(document, file));
  if (!parsed.success) throw new CallError(...parsed.error.issues.flatMap((issue) => faultsOf(issue, at)));
  const faults = (checked ? inconsistencies(parsed.data) : []).map(([path, what]) => at(path, what));
  if (faults.length > 0) throw new CallError(...faults);
  return parsed.data;
}

/** @throws {CallError} where aliases would make more of it than any pipeline is */
function plain(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const [first = '', ...more] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CallError(`${file}:1: not YAML: ${first}`, ...more);
  }
}

/** Whether documents can be read by it: what a file is checked for, for pipelines that come from elsewhere. */
export const isSound = (pipeline: Pipeline): boolean => inconsistencies(pipeline).length === 0;

/** Equal for pipelines that read documents alike: what a record was made with. */
export function fingerprint({ name, pipelines }: PipelineChoice): string {
  const used = pipelines.filter((one) => name === 'auto' || one.name === name);
  const ordered = used.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex').slice(0, 16);
}

type Fault = readonly [path: readonly PropertyKey[], what: string];

/**
 * What a schema cannot say: nothing stands twice, every indicator belongs to an area of this pipeline, and all phrases can
 * be looked for.
 */
function inconsistencies({ name, areas, indicators, match }: Pipeline): Fault[] {
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
    ...indicators.flatMap(({ area }, i): Fault[] =>
      known.has(area) ? [] : [[['indicators', i, 'area'], `no area of this pipeline has the code "${area}"`]],
    ),
  ];
}

function repeated(values: readonly (readonly [text: string, path: readonly PropertyKey[]])[]): Fault[] {
  const seen = new Set<string>();
  return values.flatMap(([text, path]): Fault[] => {
    const key = text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
    if (seen.has(key)) return [[path, `"${text}" stands twice`]];
    seen.add(key);
    return [];
  });
}

/** Phrases without a letter or digit stand everywhere; others make no pattern, alone or all together. */
function useless(phrases: readonly string[], path: readonly PropertyKey[]): Fault[] {
  // What can be looked for together can be so one by one, which takes as much time again for each phrase.
  const together = canBeLookedFor(phrases);
  const faults = phrases.flatMap((text, i): Fault[] => {
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

function faultsOf(issue: z.core.$ZodIssue, at: (path: readonly PropertyKey[], what: string) => string): string[] {
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
