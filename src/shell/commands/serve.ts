import { type Command, Option } from 'commander';
import type { Limits } from '../../model/block.ts';
import { throwAwayAtOnce } from '../garbage.ts';
import { PACKAGE } from '../package-root.ts';
import { DEFAULT_CACHE_BYTES, DEFAULT_DELAY, DEFAULT_SECONDS } from '../sources/http/defaults.ts';
import { askedOf, port, positive, wholeNumber } from './option-values.ts';
import { blobsOption, keyPrefix, prefixOption, type QueueOptions, redisOption, secretOf } from './queue-options.ts';
import { addReadingOptions, boundsOf, type ReadingAsked } from './reading-options.ts';

interface Options extends QueueOptions, ReadingAsked {
  readonly out: string;
  readonly port: number;
  readonly host: string;
  readonly tokenFile?: string;
  readonly maxUpload: number;
  readonly rate: number;
  readonly cache?: string;
  readonly allowPrivateNetwork?: boolean;
  readonly watch?: readonly string[];
  readonly webhook?: string;
  readonly webhookSecretFile?: string;
}

const MB = 1024 * 1024;
const DEFAULT_PORT = 8765;

/** Registers `kehoach serve`. */
export function registerServe(program: Command): void {
  const command = program
    .command('serve')
    .description('the same in a browser and over HTTP: upload, follow, review, correct, compare')
    .option('--out <dir>', 'the output folder', 'output')
    .option('--port <port>', 'where it listens; 0 takes any that is free', port, DEFAULT_PORT)
    .option('--host <address>', 'the address on which it listens; others than this machine need a token', '127.0.0.1')
    .option(
      '--token-file <file>',
      'tokens, a line each: "write TOKEN" or "read TOKEN" (or set KEHOACH_TOKEN, KEHOACH_READ_TOKEN)',
    )
    .option('--watch <dir...>', 'folders from which files are taken as they arrive, once they no longer grow');
  addReadingOptions(command)
    .option('--max-upload <mb>', 'size of one file that is uploaded', positive, 200)
    .option('--rate <n>', 'requests a minute from one address', wholeNumber, 3000)
    .option('--cache <dir>', 'where what URLs gave is kept (default: kehoach in the cache folder of the user)')
    .addOption(new Option('--allow-private-network', 'fetch from this machine and private networks too'))
    .option(
      '--webhook <url>',
      'post each job that is done to this address, signed; the secret is in KEHOACH_WEBHOOK_SECRET',
    )
    .option('--webhook-secret-file <file>', 'file of the secret, in place of the variable')
    .addOption(redisOption())
    .addOption(prefixOption())
    .addOption(blobsOption())
    .option('--quiet', 'say nothing but failures')
    .option('--json', 'log to stderr as lines of JSON')
    .action(async (options: Options) => {
      throwAwayAtOnce();
      process.exitCode = await run(options);
    });
}

async function run(options: Options): Promise<number> {
  const [
    { choosePipelines },
    { openSpokenLog },
    { startServer },
    { readTokens },
    { openClient },
    { urlSource },
    { cacheFolder },
  ] = await Promise.all([
    import('../pipelines.ts'),
    import('../terminal/spoken-log.ts'),
    import('../serve/server.ts'),
    import('../serve/guard/tokens.ts'),
    import('../sources/http/client.ts'),
    import('../sources/http/url.ts'),
    import('../cache-folder.ts'),
  ]);
  const { out, host, quiet = false, json = false, redis = '' } = options;
  const tokens = await readTokens(options.tokenFile, process.env);
  const choice = await choosePipelines(options.pipeline);
  const log = openSpokenLog({ quiet, json }, (text) => void process.stderr.write(text));
  const bounds = boundsOf(options);
  const { limits } = bounds;
  const client = await openClient({
    cache: options.cache ?? cacheFolder(process.env),
    cacheBytes: DEFAULT_CACHE_BYTES,
    wireBytes: Math.max(options.maxArchive, options.maxSize) * MB,
    userAgent: `kehoach/${PACKAGE.version}`,
    delay: DEFAULT_DELAY,
    seconds: DEFAULT_SECONDS,
    ...(options.allowPrivateNetwork === true ? { allowed: () => true } : {}),
  });
  const asked = { ...askedOf(options), ocr: options.ocr };
  const scans = redis === '' ? await (await import('../recognition/scans.ts')).scansOf(asked, process.env) : { asked };
  const queue = redis === '' ? undefined : await queueOpener(redis, options, { out, log, limits, choice });
  const ended = new Promise<NodeJS.Signals>((done) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        done(name);
        process.once(name, () => process.exit(1));
      });
    }
  });
  const stopChecking = new AbortController();
  // A queue that is not there shows before the server is.
  if (queue !== undefined) await (await queue(stopChecking.signal)).close();
  const server = await startServer({
    ...{ ...bounds, out, host, port: options.port, tokens, choice, log, scans },
    remote: (uri, declared) => urlSource(uri, client, declared),
    mostBytes: options.maxUpload * MB,
    rate: options.rate,
    watch: options.watch ?? [],
    ...(options.webhook === undefined ? {} : { webhook: await webhookOf(options.webhook, options) }),
    ...(queue === undefined ? {} : { openExecutor: queue }),
  });
  log.info({ url: server.url }, 'server started');
  if (!quiet && !json) process.stderr.write(`Open ${server.url} in a browser. Ctrl-C ends it.\n`);
  const signal = await ended;
  if (!quiet && !json) process.stderr.write('Stopping: what is in hand is finished. Once more to stop at once.\n');
  await server.close();
  await client.close();
  log.info({ signal }, 'server ended');
  return 0;
}

async function webhookOf(address: string, { webhookSecretFile: secretFile, allowPrivateNetwork }: Options) {
  const { webhookAt } = await import('../export/webhook-at.ts');
  const asked = { secretFile, privateNetwork: allowPrivateNetwork === true, environment: process.env };
  return (await webhookAt(address, asked)).webhook;
}

async function queueOpener(
  url: string,
  { prefix, blobs, quiet = false, json = false }: Options,
  {
    choice,
    ...of
  }: {
    readonly out: string;
    readonly log: import('../log.ts').Log;
    readonly limits: Limits;
    readonly choice: import('../pipelines.ts').PipelineChoice;
  },
): Promise<(stop: AbortSignal) => Promise<import('../pool/work.ts').Executor>> {
  const [{ queueExecutor }, { storeAt }, { speechOf }] = await Promise.all([
    import('../queue/submit/submit.ts'),
    import('../queue/exchange/blobs.ts'),
    import('../queue/watch/speech.ts'),
  ]);
  const store = blobs === undefined ? undefined : await storeAt(blobs);
  return (stop) =>
    queueExecutor({
      url,
      prefix: keyPrefix(prefix),
      speech: speechOf(of.log, quiet || json),
      ...{ out: of.out, limits: of.limits, pipelines: choice.pipelines, stop },
      ...secretOf(process.env),
      ...(store === undefined ? {} : { store }),
    });
}
