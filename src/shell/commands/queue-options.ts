import { InvalidArgumentError, Option } from 'commander';

/** What every command that speaks to the queue may be told. */
export interface QueueOptions {
  readonly redis?: string;
  readonly prefix: string;
  readonly blobs?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** What submitters and workers share, so that they take nothing from others: by the environment only, where `ps` does not show it. */
export const secretOf = ({ KEHOACH_QUEUE_SECRET: secret }: NodeJS.ProcessEnv): { readonly secret?: string } =>
  secret === undefined || secret === '' ? {} : { secret };

export const redisOption = (): Option =>
  new Option('--redis <url>', 'the Redis or Valkey of the queue: redis://user:password@host:6379/0, rediss://…').env(
    'REDIS_URL',
  );

export const prefixOption = (): Option =>
  new Option('--prefix <name>', 'before every key: several queues on one Redis').default('kehoach').argParser(name);

export const blobsOption = (): Option =>
  new Option('--blobs <dir or s3://bucket/path>', 'where documents and records are exchanged, in place of Redis');

function name(value: string): string {
  if (/^[\w.-]+$/u.test(value)) return value;
  throw new InvalidArgumentError('It may have letters a to z, digits, ".", "-" and "_".');
}

/** One hash tag for all keys: a Cluster keeps them together. */
export const keyPrefix = (prefix: string): string => `{${prefix}}`;
