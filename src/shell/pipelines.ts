import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { Pipeline } from '../model/pipeline.ts';
import { CallError } from './call-error.ts';
import { reasonOf } from './failure.ts';
import { jsonOf } from './json.ts';
import { sha256Of } from './output/replace-file.ts';
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
export async function choosePipelines(
  wanted = 'auto',
  folder = BUILT_IN,
  readAtBuild = AT_BUILD,
): Promise<PipelineChoice> {
  const names = (await readdir(folder)).filter((name) => YAML.has(extname(name))).sort();
  // Those that come with the program are checked by its tests, which takes longer than to read them.
  const checked = folder !== BUILT_IN;
  const known = await pipelinesRead(readAtBuild);
  const builtIn = await Promise.all(names.map((name) => loadPipeline(join(folder, name), checked, known?.[name])));
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

/**
 * Reads one pipeline file.
 *
 * @param known what was read of it before, if that text was the same
 */
async function loadPipeline(path: string, checked = true, known?: ReadBefore): Promise<Pipeline> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new CallError(`${path}: the pipeline cannot be read. ${reasonOf(error, 'read').message}`);
  }
  if (known?.sha256 === sha256Of(text)) return known.pipeline;
  return (await import('./pipeline-yaml.ts')).parsePipeline(text, path, checked);
}

/** A pipeline, and the text that it was read from. */
const ReadBefore = z.object({ sha256: z.string(), pipeline: z.custom<Pipeline>() });
type ReadBefore = z.infer<typeof ReadBefore>;
const AtBuild = z.record(z.string(), ReadBefore);

/** Beside the compiled program alone: what an older build has read says nothing of the schema in the source. */
const AT_BUILD = new URL('pipelines-at-build.json', import.meta.url);

/** Where there are none, as in the source, all are read from YAML. */
async function pipelinesRead(file: URL): Promise<z.infer<typeof AtBuild> | undefined> {
  return AtBuild.safeParse(jsonOf(await readFile(file, 'utf8').catch(() => ''))).data;
}

/**
 * The pipelines that come with the program, by name of file, as JSON that the build puts beside it: YAML takes a short
 * command half of its time. A file that has been changed since is read anew.
 */
export async function pipelinesAtBuild(folder = BUILT_IN): Promise<string> {
  const { parsePipeline } = await import('./pipeline-yaml.ts');
  const made: z.infer<typeof AtBuild> = {};
  for (const name of (await readdir(folder)).filter((one) => YAML.has(extname(one))).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    made[name] = { sha256: sha256Of(text), pipeline: parsePipeline(text, join(folder, name)) };
  }
  return JSON.stringify(made);
}

/** Equal for pipelines that read documents alike: what a record was made with. */
export function fingerprint({ name, pipelines }: PipelineChoice): string {
  const used = pipelines.filter((one) => name === 'auto' || one.name === name);
  const ordered = used.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex').slice(0, 16);
}
