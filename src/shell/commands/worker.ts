import type { Command } from 'commander';
import { DEFAULT_CAPS } from '../pool/caps.ts';
import {
  askedOf,
  type OcrOptions,
  ocrOption,
  ocrPagesOption,
  pause,
  port,
  positive,
  wholeNumber,
} from './option-values.ts';
import { blobsOption, keyPrefix, prefixOption, type QueueOptions, redisOption, secretOf } from './queue-options.ts';

interface Options extends QueueOptions, Partial<OcrOptions> {
  readonly concurrency?: number;
  readonly maxSeconds: number;
  readonly maxMemory: number;
  readonly grace: number;
  readonly metricsPort?: number;
  readonly metricsHost: string;
}

/** Registers `kehoach worker`. */
export function registerWorker(program: Command): void {
  program
    .command('worker')
    .description('read documents that `kehoach ingest --redis` puts into the queue')
    .addOption(redisOption())
    .addOption(prefixOption())
    .addOption(blobsOption())
    .option('--concurrency <documents>', 'documents at a time (default: the number of cores)', wholeNumber)
    .option('--max-seconds <s>', 'time for one document', positive, DEFAULT_CAPS.seconds)
    .option('--max-memory <mb>', 'memory for one document', wholeNumber, DEFAULT_CAPS.memory)
    .addOption(ocrOption('what submitters ask for'))
    .addOption(ocrPagesOption('as many as submitters ask for'))
    .option('--grace <s>', 'time for what is in hand when the worker is told to stop', pause, 25)
    .option('--metrics-port <port>', 'serve /metrics (Prometheus) and /health', port)
    .option('--metrics-host <host>', 'address on which they are served', '127.0.0.1')
    .option('--quiet', 'say nothing but failures')
    .option('--json', 'log to stderr as lines of JSON')
    .action(async (options: Options) => {
      process.exitCode = await run(options);
    });
}

async function run(options: Options): Promise<number> {
  const [
    { availableParallelism },
    { CallError },
    { openLog },
    { startWorker },
    { storeAt },
    { speechOf },
    { findEngine },
  ] = await Promise.all([
    import('node:os'),
    import('../call-error.ts'),
    import('../log.ts'),
    import('../queue/work/worker.ts'),
    import('../queue/exchange/blobs.ts'),
    import('../queue/watch/speech.ts'),
    import('../recognition/engine.ts'),
  ]);
  const { redis = '', prefix, blobs, quiet = false, json = false, metricsPort } = options;
  if (redis === '') throw new CallError('Which queue? Give --redis URL or set REDIS_URL.');
  const speech = speechOf(openLog({ quiet, json }), quiet || json);
  const concurrency = options.concurrency ?? availableParallelism();
  const metrics = metricsPort === undefined ? undefined : (await import('../queue/watch/metrics.ts')).openMetrics();
  // Heard from the first moment on: a worker that has just taken a document must not drop it.
  const asked = new Promise<NodeJS.Signals>((done) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        done(name);
        // Whoever asks twice is in a hurry.
        process.once(name, () => process.exit(1));
      });
    }
  });
  const worker = await startWorker({
    url: redis,
    prefix: keyPrefix(prefix),
    speech,
    concurrency,
    caps: { seconds: options.maxSeconds, memory: options.maxMemory },
    ...(blobs === undefined ? {} : { store: await storeAt(blobs) }),
    ...secretOf(process.env),
    engine: await findEngine(process.env),
    ocr: askedOf(options),
    ...(metrics === undefined ? {} : { onDone: metrics.count, onRefused: metrics.refuse }),
  });
  const server = await metrics?.serve(worker, options.metricsHost, metricsPort ?? 0);
  speech.log.info({ worker: worker.id, concurrency, metrics: server?.port }, 'worker started');
  speech.say(`Worker ${worker.id} is ready: ${concurrency} documents at a time. Ctrl-C ends it.`);

  const signal = await asked;
  speech.say(`Stopping: ${worker.inHand()} documents in hand, at most ${options.grace} seconds for them.`);
  const ending = await worker.close(options.grace * 1000);
  await server?.close();
  speech.log.info({ worker: worker.id, signal, ending }, 'worker ended');
  if (ending === 'given-back') speech.say('What was not done was given back to the queue.');
  if (ending === 'abandoned') speech.say('Redis did not answer: other workers will notice and do the rest.');
  // Connections that wait for a Redis that is gone would keep the process for ever.
  process.exit(0);
}
