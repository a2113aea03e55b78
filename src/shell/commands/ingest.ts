import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { throwAwayAtOnce } from '../garbage.ts';
import type { IngestOptions, IngestResult } from '../ingest.ts';
import { PACKAGE } from '../package-root.ts';
import type { Executor } from '../pool/work.ts';
import type { Scans } from '../recognition/scans.ts';
import type { Remote } from '../sources/find.ts';
import { DEFAULT_CACHE_BYTES, DEFAULT_DELAY, DEFAULT_SECONDS } from '../sources/http/defaults.ts';
import { askedOf, pause, positive, wholeNumber } from './option-values.ts';
import { blobsOption, keyPrefix, prefixOption, type QueueOptions, redisOption, secretOf } from './queue-options.ts';
import { addReadingOptions, boundsOf, type ReadingAsked } from './reading-options.ts';

interface Options extends QueueOptions, ReadingAsked {
  readonly out: string;
  readonly manifest?: string;
  readonly prune?: boolean;
  readonly watch?: boolean;
  readonly all?: boolean;
  readonly cache?: string;
  readonly maxCache: number;
  readonly urlDelay: number;
  readonly urlSeconds: number;
  readonly userAgent: string;
  readonly allowPrivateNetwork?: boolean;
  readonly inFlight?: number;
}

const MB = 1024 * 1024;

/** Registers `kehoach ingest`, the main job. */
export function registerIngest(program: Command): void {
  const command = program
    .command('ingest')
    .description('read documents and write their plan records')
    .argument('[path or URL...]', 'files, folders (with all below them), globs, zip archives, http and https URLs')
    .option('--out <dir>', 'the output folder', 'output')
    .option('--manifest <file>', 'CSV with the columns path or url, province, year, title: what the texts do not tell');
  addReadingOptions(command)
    .option('--watch', 'go on reading what arrives in the given folders, once it no longer grows, until Ctrl-C')
    .option('--prune', 'remove the records of documents that the given folders no longer hold')
    .option('--cache <dir>', 'where what URLs gave is kept (default: kehoach in the cache folder of the user)')
    .option(
      '--max-cache <mb>',
      'size of all that is kept there; the oldest goes first',
      positive,
      DEFAULT_CACHE_BYTES / MB,
    )
    .option('--url-delay <ms>', 'pause between two requests to one host', pause, DEFAULT_DELAY)
    .option('--url-seconds <s>', 'time for one URL', positive, DEFAULT_SECONDS)
    .option('--user-agent <text>', 'what the program calls itself to sites', `kehoach/${PACKAGE.version}`)
    .option('--allow-private-network', 'fetch from this machine and private networks too')
    .addOption(redisOption())
    .addOption(prefixOption())
    .addOption(blobsOption())
    .option('--in-flight <n>', 'documents in the queue at a time', wholeNumber)
    .option('--all', 'at the end, list every document, failure and name, however many')
    .option('--quiet', 'say nothing but failures')
    .option('--json', 'log to stderr as lines of JSON')
    .addHelpText('after', '\nExit codes: 0 every document was written; 1 some failed; 2 the call itself is wrong.')
    .action(async (paths: string[], options: Options) => {
      throwAwayAtOnce();
      process.exitCode = await run(paths, options);
    });
}

async function run(paths: readonly string[], options: Options): Promise<number> {
  const { CallError } = await import('../call-error.ts');
  const { manifest, out, quiet = false, json = false } = options;
  if (paths.length === 0 && manifest === undefined)
    throw new CallError('Nothing to ingest: give a path or --manifest.');
  if (options.watch === true) refuseBesideWatch(paths, options, (why) => new CallError(why));
  const [{ choosePipelines }, { openLog }, { openProgress }, { coverage, documentsTable, totals }, { failureLine }] =
    await Promise.all([
      import('../pipelines.ts'),
      import('../log.ts'),
      import('../terminal/progress.ts'),
      import('../terminal/summary.ts'),
      import('../terminal/failures.ts'),
    ]);
  const choice = await choosePipelines(options.pipeline);
  const stop = new AbortController();
  const interrupted = (signal: NodeJS.Signals): void => {
    if (stop.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143);
    stop.abort(signal);
    if (!json) process.stderr.write('\nStopping: what is in hand is finished. Once more to stop at once.\n');
  };
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  endWithParent(stop);
  const common: Common = {
    ...{ out, choice, log: openLog({ quiet, json }), progress: openProgress(quiet || json), stop: stop.signal },
    ...boundsOf(options),
  };
  const result = await (options.watch === true ? watched : once)(paths, options, common);
  process.off('SIGINT', interrupted).off('SIGTERM', interrupted);

  common.log.info({ ...totals(result) }, 'run ended');
  if (!json && !quiet) {
    const view = { width: process.stdout.columns ?? 120, all: options.all === true };
    const table = documentsTable(result.rows, view);
    process.stdout.write(`${table === '' ? '' : `${table}\n`}${coverage(result, out, view)}\n`);
  } else if (!json && options.watch !== true) {
    for (const failure of result.failures) process.stderr.write(`${failureLine(failure)}\n`);
  }
  if (result.unfinished !== undefined) throw result.unfinished;
  // What watches folders ends by a signal, and in no other way.
  if (stop.signal.aborted && (options.watch !== true || result.left > 0))
    return stop.signal.reason === 'SIGINT' ? 130 : 143;
  return result.failures.length + result.damaged.length > 0 ? 1 : 0;
}

/** What a run is given however its documents come. */
type Common = Omit<IngestOptions, 'found' | 'stop' | 'limits'> &
  Required<Pick<IngestOptions, 'stop' | 'limits' | 'caps'>>;

/** Reads what is there. */
async function once(paths: readonly string[], options: Options, common: Common): Promise<IngestResult> {
  const [{ ingest }, { findSources }] = await Promise.all([import('../ingest.ts'), import('../sources/find.ts')]);
  const { manifest, out } = options;
  const listed = manifest === undefined ? [] : await readListed(manifest);
  const given = [...paths.map((path) => ({ path })), ...listed];
  const client = given.some(({ path }) => /^https?:/iu.test(path)) ? await openClientOf(options) : undefined;
  const found = await findSources(given, manifest === undefined ? [out] : [out, manifest], client?.remote);
  const executor = await openQueue(options, common);
  const result = await ingest({
    ...{ ...common, found, scans: await scansFor(options) },
    ...(options.prune === true ? { prune: true } : {}),
    ...(executor === undefined ? {} : { executor }),
  }).finally(() => executor?.close());
  await client?.close();
  return result;
}

/** Reads what is there, and what arrives until it is stopped. */
async function watched(folders: readonly string[], options: Options, common: Common): Promise<IngestResult> {
  const [{ ingestWatched }, { poolExecutor }, { QueueAway }, { failureLine }, { totals }] = await Promise.all([
    import('../ingest-watch.ts'),
    import('../pool/executor.ts'),
    import('../serve/busy.ts'),
    import('../terminal/failures.ts'),
    import('../terminal/summary.ts'),
  ]);
  const { quiet = false, json = false } = options;
  const { choice, limits, caps, log, concurrency = availableParallelism() } = common;
  const scans = await scansFor(options);
  const say = (text: string): void => {
    if (!quiet && !json) process.stderr.write(`${text}\n`);
  };
  const pool = poolExecutor({
    ...{ processes: concurrency, caps, setup: { pipelines: choice.pipelines, limits, scans } },
    printed: (source, text) => log.info({ source, text }, 'printed while it was read'),
  });
  // A queue that is not there shows before anything waits for it.
  await (await openQueue(options, common))?.close();
  say(`Watching ${folders.join(', ')}. Ctrl-C ends it.`);
  return ingestWatched({
    ...{ ...common, folders, scans },
    async openExecutor() {
      const away = (error: unknown): never => {
        throw new QueueAway(error instanceof Error ? error.message : String(error));
      };
      return (await openQueue(options, common).catch(away)) ?? { ...pool, close: async () => undefined };
    },
    told(result) {
      const { new: made, replaced, failed, in: came } = totals(result);
      log.info({ ...totals(result) }, 'files read');
      // At once: who watches for weeks does not wait for the end.
      if (!json) for (const failure of result.failures) process.stderr.write(`${failureLine(failure)}\n`);
      say(`${came} came in: ${made} new, ${replaced} replaced, ${failed} failed. Waiting for more.`);
    },
    waits: (why) => say(`${why} What arrived waits.`),
  }).finally(pool.close);
}

/** @throws {CallError} */
function refuseBesideWatch(
  paths: readonly string[],
  { manifest, prune }: Options,
  refuse: (why: string) => Error,
): void {
  if (manifest !== undefined) throw refuse('--watch: a manifest lists documents that are there; give folders alone.');
  if (prune === true) throw refuse('--watch: --prune belongs to a run that looks through its folders; leave one out.');
  const url = paths.find((path) => /^https?:/iu.test(path));
  if (url !== undefined) throw refuse(`--watch ${url}: this is no folder.`);
}

async function scansFor(options: Options): Promise<Scans> {
  const asked = { ...askedOf(options), ocr: options.ocr };
  // Workers elsewhere have engines of their own.
  if ((options.redis ?? '') !== '') return { asked };
  return (await import('../recognition/scans.ts')).scansOf(asked, process.env);
}

/** Milliseconds for what is in hand when the process that started this one has gone. */
const ORPHANED = 5000;

/** A run of `kehoach schedule` hangs on a channel to it, and does not outlive it, however that ends. */
function endWithParent(stop: AbortController): void {
  if (!process.connected) return;
  process.once('disconnect', () => {
    // Nobody reads what it says any more.
    process.stderr.on('error', () => undefined);
    if (!stop.signal.aborted) stop.abort('SIGTERM');
    setTimeout(() => process.exit(143), ORPHANED).unref();
  });
  process.channel?.unref();
}

async function openClientOf(options: Options): Promise<{ remote: Remote; close: () => Promise<void> }> {
  const [{ openClient }, { urlSource }, { cacheFolder }] = await Promise.all([
    import('../sources/http/client.ts'),
    import('../sources/http/url.ts'),
    import('../cache-folder.ts'),
  ]);
  const client = await openClient({
    cache: options.cache ?? cacheFolder(process.env),
    cacheBytes: options.maxCache * MB,
    wireBytes: Math.max(options.maxArchive, options.maxSize) * MB,
    userAgent: options.userAgent,
    delay: options.urlDelay,
    seconds: options.urlSeconds,
    ...(options.allowPrivateNetwork === true ? { allowed: () => true } : {}),
  });
  return { remote: (uri, declared) => urlSource(uri, client, declared), close: client.close };
}

/** The way through the queue in place of processes of this run's own, where one is named. */
async function openQueue(
  { redis: url = '', prefix, blobs, inFlight, quiet = false, json = false }: Options,
  { log, out, limits, stop, choice: { pipelines } }: Common,
): Promise<Executor | undefined> {
  if (url === '') return undefined;
  const [{ queueExecutor }, { storeAt }, { speechOf }] = await Promise.all([
    import('../queue/submit/submit.ts'),
    import('../queue/exchange/blobs.ts'),
    import('../queue/watch/speech.ts'),
  ]);
  return queueExecutor({
    url,
    prefix: keyPrefix(prefix),
    speech: speechOf(log, quiet || json),
    ...{ out, limits, stop, pipelines },
    ...secretOf(process.env),
    ...(blobs === undefined ? {} : { store: await storeAt(blobs) }),
    ...(inFlight === undefined ? {} : { inFlight }),
  });
}

async function readListed(manifest: string) {
  const [{ readManifest }, { isProvince }] = await Promise.all([
    import('../sources/manifest.ts'),
    import('../sources/province-check.ts'),
  ]);
  return readManifest(manifest, isProvince);
}
