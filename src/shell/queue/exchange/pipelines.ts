import { z } from 'zod';
import { PlanError } from '../../../model/errors.ts';
import { Pipeline } from '../../../model/pipeline.ts';
import { jsonOf } from '../../json.ts';
import { isSound } from '../../pipeline-yaml.ts';
import type { RedisClient } from '../redis/client.ts';
import type { Names } from '../redis/names.ts';
import { pipelinesKey } from './job.ts';

/** Bytes; those that come with the program take a hundredth of it. */
const MOST = 16 * 1024 * 1024;

/**
 * The pipelines of a fingerprint, as a submitter left them.
 *
 * @returns nothing where they are gone, or others lie in their place, which are thrown away
 * @throws {PlanError} `version-unknown` where they are none of this version
 */
export async function pipelinesUnder(
  client: RedisClient,
  names: Names,
  fingerprint: string,
): Promise<readonly Pipeline[] | undefined> {
  const key = names.pipelines(fingerprint);
  const text = await client.getrange(key, 0, MOST);
  if (text === '') return undefined;
  if (pipelinesKey(text) !== fingerprint) {
    await client.del(key);
    return undefined;
  }
  const pipelines = z.array(Pipeline).safeParse(jsonOf(text));
  if (pipelines.success && pipelines.data.every(isSound)) return pipelines.data;
  throw new PlanError(
    'version-unknown',
    'fetch',
    'The pipelines that this document is to be read by are none of this version of kehoach.',
  );
}
