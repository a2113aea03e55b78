import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pipeline } from '../../../model/pipeline.ts';
import { systemCode } from '../../failure.ts';
import { openOwn, readOwn, refuseLink } from '../../output/own-file.ts';
import { replaceFile } from '../../output/replace-file.ts';
import { PACKAGE_ROOT } from '../../package-root.ts';
import { readPipeline } from '../../pipeline-yaml.ts';
import { Problem } from '../problem.ts';
import { type PipelineText, yamlOf } from './tried.ts';

/** A pipeline that there is: one that the server reads documents by, or one that was saved in the folder. */
export interface ShelvedPipeline extends PipelineText {
  /** Path of its file, where it was saved in the folder. */
  readonly file: string | null;
}

/** The pipelines that indicators may join, and the place where those of persons are saved. */
export interface PipelineShelf {
  /** Those of the folder stand before those of the same name that the server has. */
  readonly list: () => Promise<readonly ShelvedPipeline[]>;
  readonly named: (name: string) => Promise<ShelvedPipeline | undefined>;
  /** @returns the path of the file */
  readonly save: (name: string, yaml: string) => Promise<string>;
  /** @returns whether there was one */
  readonly remove: (name: string) => Promise<boolean>;
}

/** Names that a system keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul)$/u;
/** As pipelines are called; never a path. */
export const PIPELINE_NAME = /^[a-z]+(?:-[a-z]+)*$/u;
/** Bytes of one that is saved: five times what any has. */
const MOST_BYTES = 1 << 20;
const MOST_SAVED = 200;

/** @param folder the output folder */
export function openPipelineShelf(folder: string, pipelines: readonly Pipeline[]): PipelineShelf {
  const place = join(folder, 'pipelines');
  const texts = new Map<string, Promise<PipelineText>>();
  const ours = (pipeline: Pipeline): Promise<PipelineText> => {
    const text = texts.get(pipeline.name) ?? asWritten(pipeline);
    texts.set(pipeline.name, text);
    return text;
  };

  async function saved(): Promise<ShelvedPipeline[]> {
    const names = (await readdir(place).catch(() => [])).filter((name) => /^[a-z-]+\.yaml$/u.test(name)).sort();
    const found = await Promise.all(names.slice(0, MOST_SAVED).map((name) => readSaved(name)));
    return found.flatMap((one) => one ?? []);
  }

  /** @returns undefined for what is no pipeline, or is called otherwise than its file */
  async function readSaved(name: string): Promise<ShelvedPipeline | undefined> {
    const path = join(place, name);
    const yaml = await readSmall(path).catch(() => undefined);
    const read = yaml === undefined ? undefined : readPipeline(yaml);
    if (yaml === undefined || read === undefined || 'faults' in read || `${read.pipeline.name}.yaml` !== name)
      return undefined;
    return { pipeline: read.pipeline, yaml, file: path };
  }

  return {
    async list() {
      const own = await saved();
      const names = new Set(own.map(({ pipeline }) => pipeline.name));
      const others = await Promise.all(pipelines.filter(({ name }) => !names.has(name)).map(ours));
      return [...own, ...others.map((one) => ({ ...one, file: null }))];
    },
    async named(name) {
      const own = PIPELINE_NAME.test(name) ? await readSaved(`${name}.yaml`) : undefined;
      if (own !== undefined) return own;
      const known = pipelines.find((one) => one.name === name);
      return known === undefined ? undefined : { ...(await ours(known)), file: null };
    },
    async save(name, yaml) {
      if (!PIPELINE_NAME.test(name) || RESERVED.test(name) || name.length > 60)
        throw new Problem(400, `name: "${name}" is no name of a file. Take words of small letters, joined by hyphens.`);
      if (Buffer.byteLength(yaml) > MOST_BYTES) throw new Problem(413, 'A pipeline is at most 1 MB.', 'file-too-large');
      await mkdir(place, { recursive: true });
      await refuseLink(place);
      const there = await readdir(place);
      if (!there.includes(`${name}.yaml`) && there.length >= MOST_SAVED)
        throw new Problem(507, `${MOST_SAVED} pipelines are saved already. Remove some first.`, 'too-many');
      const path = join(place, `${name}.yaml`);
      await replaceFile(path, yaml);
      return path;
    },
    async remove(name) {
      if (!PIPELINE_NAME.test(name)) return false;
      try {
        await refuseLink(place);
        await rm(join(place, `${name}.yaml`));
        return true;
      } catch (error) {
        if (systemCode(error) === 'ENOENT') return false;
        throw error;
      }
    },
  };
}

async function readSmall(path: string): Promise<string> {
  const file = await openOwn(path);
  const { size } = await file.stat().finally(() => file.close());
  if (size > MOST_BYTES) throw new Error('too large');
  return String(await readOwn(path));
}

/** The file that it was read from, with what is said beside its lines, where that is known; else as its data make it. */
async function asWritten(pipeline: Pipeline): Promise<PipelineText> {
  const yaml = await readFile(join(PACKAGE_ROOT, 'pipelines', `${pipeline.name}.yaml`), 'utf8').catch(() => '');
  const read = readPipeline(yaml, false);
  const isIt = 'pipeline' in read && JSON.stringify(read.pipeline) === JSON.stringify(pipeline);
  return { pipeline, yaml: isIt ? yaml : yamlOf(pipeline) };
}
