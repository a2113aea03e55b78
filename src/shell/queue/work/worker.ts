import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, UnrecoverableError, Worker } from 'bullmq';
import { PlanError } from '../../../model/errors.ts';
import type { Caps } from '../../pool/caps.ts';
import type { Engine } from '../../recognition/engine.ts';
import type { Scans, ScansAsked } from '../../recognition/scans.ts';
import { rulesVersion } from '../../rules-version.ts';
import { openTurns } from '../exchange/gate.ts';
import { isSealed, jobOf, type Returned, readReason } from '../exchange/job.ts';
import { dropOrKeep } from '../exchange/kept.ts';
import { BEAT, sayAlive, sayGone } from '../exchange/registry.ts';
import { sealWith, warnUnsealed } from '../exchange/seal.ts';
import { type BlobStore, redisStore } from '../exchange/store.ts';
import { isUnreadable, weed } from '../exchange/weed.ts';
import type { RedisClient, Speech } from '../redis/client.ts';
import { type Connection, connect } from '../redis/connection.ts';
import { type Names, namesUnder, PREFIX, QUEUE } from '../redis/names.ts';
import { loadTelemetry } from '../redis/telemetry.ts';
import { openPagesOf } from './pages-of.ts';
import { openPools } from './pools.ts';
import { processJob, type Workshop } from './process.ts';
import { startPagesWorker } from './read-pages.ts';

export interface WorkerOptions {
  readonly url: string;
  readonly speech: Speech;
  readonly concurrency: number;
  readonly caps: Caps;
  readonly prefix?: string;
  /** In place of Redis. */
  readonly store?: BlobStore;
  /** That submitters share: jobs without its seal are refused. */
  readonly secret?: string;
  readonly rules?: string;
  /** What reads pages that are images on this machine. */
  readonly engine?: Engine | undefined;
  /** When it does and on how many of them, in place of what submitters ask for. */
  readonly ocr?: Partial<ScansAsked>;
  /** Path of the compiled file that a process which reads documents runs. */
  readonly reader?: string;
  readonly recycleAfter?: number;
  /** Milliseconds after which a worker that says nothing counts as lost, and between two looks for such. */
  readonly lock?: number;
  readonly stalledEvery?: number;
  readonly losses?: number;
  readonly patience?: { readonly times: number; readonly wait: number };
  /** Told of every document that is done or has failed for good. */
  readonly onDone?: (done: Done) => void;
  /** Told of every job that was refused, and why. */
  readonly onRefused?: (what: Refused) => void;
}

/** `form`: no submitter puts such a thing there. `seal`: without the secret's seal. `content`: other bytes than it says. */
export type Refused = 'form' | 'seal' | 'content' | 'unreadable';

/** How one document ended, for those who count. */
export interface Done {
  readonly result: 'done' | 'failed' | 'retried';
  readonly code: string | null;
  readonly stage: string | null;
  /** From the start of the attempt. */
  readonly seconds: number;
  /** Seconds of each stage, for documents that were done. */
  readonly stages: Readonly<Record<string, number>>;
}

/** `finished`: all that was in hand is done. `given-back`: others will do it. `abandoned`: Redis was gone; others will notice. */
export type Ending = 'finished' | 'given-back' | 'abandoned';

export interface RunningWorker {
  readonly id: string;
  readonly inHand: () => number;
  readonly away: () => boolean;
  readonly client: RedisClient;
  readonly prefix: string;
  /** @param grace milliseconds for what is in hand; it ends within that and a few seconds, whatever Redis does */
  readonly close: (grace: number) => Promise<Ending>;
}

/** Milliseconds for handing things back once the grace is over. */
const LAST = 3000;

/** Takes documents from the queue until it is closed. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { url, speech, concurrency, prefix = PREFIX, lock = 30_000 } = options;
  const { rules = rulesVersion() } = options;
  // What is wrong in the call shows before a connection is open.
  sealWith(options.secret);
  const connection = await connect(url, speech);
  const { client } = connection;
  const names = namesUnder(prefix);
  const id = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const pools = poolsFor(options);
  const giveBack = new AbortController();
  const common = {
    ...{ client, prefix, names, rules, giveBack: giveBack.signal },
    store: options.store ?? redisStore(client, names),
    seal: sealWith(options.secret),
  };
  const pages = openPagesOf(common);
  const shop = shopOf(connection, { ...common, poolFor: pools.poolFor, pagesOf: pages.pagesOf }, options);
  let inHand = 0;
  async function work(job: Job, token?: string): Promise<Returned> {
    inHand++;
    try {
      return await processJob(job, token ?? '', shop);
    } finally {
      inHand--;
    }
  }
  const worker: QueueWorker = new Worker(QUEUE, work, {
    connection: client,
    prefix,
    name: id,
    concurrency,
    lockDuration: lock,
    stalledInterval: options.stalledEvery ?? lock / 2,
    // How often a document was lost is counted here, where it can be told from bad luck.
    maxStalledCount: 1000,
    runRetryDelay: 1000,
    ...(await loadTelemetry()),
  });
  const pagesWorker = pagesWorkerOf(shop, connection, { ...options, prefix, lock });
  const tally: Tally = { documents: 0, lately: [] };
  attend(worker, shop, tally, connection, options);
  // What no worker can even take in hand would come back to each of them for ever.
  worker.on('error', (error) => {
    if (isUnreadable(error)) weed(client, prefix, (job) => shop.refused(job, 'unreadable')).catch(connection.trouble);
  });
  await worker.waitUntilReady();
  const beats = beat({ id, rules, concurrency }, shop, tally, connection);

  return {
    id,
    client,
    prefix,
    inHand: () => inHand,
    away: connection.away,
    close(grace) {
      clearInterval(beats);
      return shutDown({ ...{ worker, pagesWorker, pages, pools, giveBack, connection }, names, id }, grace);
    },
  };
}

/** Nothing where no image is read here. */
function pagesWorkerOf(
  shop: Workshop,
  { trouble }: Connection,
  { engine, ocr, concurrency, prefix, lock, stalledEvery = lock / 2 }: WorkerOptions & PrefixAndLock,
): ReturnType<typeof startPagesWorker> | undefined {
  if (engine === undefined || ocr?.ocr === 'off') return undefined;
  return startPagesWorker(shop, { engine, prefix, concurrency, lock, stalledEvery, trouble });
}

type PrefixAndLock = Required<Pick<WorkerOptions, 'prefix' | 'lock'>>;

interface Running {
  readonly worker: QueueWorker;
  readonly pagesWorker: ReturnType<typeof startPagesWorker> | undefined;
  readonly pages: ReturnType<typeof openPagesOf>;
  readonly pools: ReturnType<typeof openPools>;
  readonly giveBack: AbortController;
  readonly connection: Connection;
  readonly names: Names;
  readonly id: string;
}

/** Ends a worker: what it has in hand is finished, else given back. */
async function shutDown(
  { worker, pagesWorker, pages, pools, giveBack, connection, names, id }: Running,
  grace: number,
): Promise<Ending> {
  let ending: Ending = 'finished';
  // Its own documents may wait for pages that it reads itself.
  const closed = worker
    .close()
    .then(() => pagesWorker?.close(false))
    .then(() => true);
  const within = (ms: number): Promise<boolean> =>
    Promise.race([closed, sleep(ms, false, { ref: false })]).catch(() => false);
  if (!(await within(grace))) {
    ending = 'given-back';
    giveBack.abort();
    pagesWorker?.close(true).catch(() => undefined);
    if (!(await within(LAST))) ending = 'abandoned';
  }
  const gone = ending === 'abandoned' ? undefined : sayGone(connection.client, names, id).catch(() => undefined);
  await Promise.race([Promise.all([gone, pages.close()]), sleep(1000)]);
  connection.close();
  await Promise.race([pools.close(), sleep(LAST)]);
  return ending;
}

/** What all jobs of a worker share. */
function shopOf(
  connection: Connection,
  hands: Pick<Workshop, 'client' | 'names' | 'rules' | 'store' | 'seal' | 'giveBack' | 'poolFor' | 'pagesOf'>,
  { speech, caps, onRefused, ...options }: WorkerOptions,
): Workshop {
  const { losses = 3, patience = { times: 12, wait: 5000 } } = options;
  warnUnsealed(connection, hands.seal, speech);
  return {
    ...{ losses, patience },
    ...hands,
    scansOf: (asked) => scansHere(asked, options),
    memory: caps.memory,
    refused(job, what) {
      speech.log.warn({ job, what }, 'job refused');
      onRefused?.(what);
    },
    turns: openTurns(),
    times: new Map(),
  };
}

/** What a submitter asks for, as it is done here. */
const scansHere = (asked: ScansAsked, { ocr, engine }: Pick<WorkerOptions, 'ocr' | 'engine'>): Scans => ({
  asked: { ...asked, ...ocr },
  ...(engine === undefined ? {} : { engine }),
});

/** The processes of a worker. A document whose process died is tried again by the queue, not by them. */
const poolsFor = ({ concurrency, caps, reader, recycleAfter, speech }: WorkerOptions): ReturnType<typeof openPools> =>
  openPools({
    processes: concurrency,
    caps,
    again: false,
    printed: (source, text) => speech.log.info({ source, text }, 'printed while it was read'),
    ...(reader === undefined ? {} : { worker: reader }),
    ...(recycleAfter === undefined ? {} : { recycleAfter }),
  });

type QueueWorker = Worker<unknown, Returned>;

/** Documents that this worker has done, failed ones too. */
interface Tally {
  documents: number;
  /** Of them, the times at which those of the last minute were done. */
  lately: number[];
}

/** Logs, counts and tells of every document, and clears away what it leaves in the store. */
function attend(
  worker: QueueWorker,
  shop: Workshop,
  tally: Tally,
  { trouble }: Connection,
  { speech: { log }, onDone }: WorkerOptions,
): void {
  const { client, names, store, times, seal } = shop;
  const counted = (): void => {
    tally.documents++;
    tally.lately.push(Date.now());
  };
  worker.on('error', trouble);
  worker.on('active', (job) =>
    log.info({ job: job.id, attempt: job.attemptsStarted, ...sourceOf(job) }, 'document begun'),
  );
  worker.on('stalled', (job) => log.warn({ job }, 'worker lost, document back in the queue'));
  worker.on('completed', (job) => {
    counted();
    const seconds = secondsOf(job);
    log.info({ job: job.id, seconds, ...sourceOf(job) }, 'document done');
    onDone?.({ result: 'done', code: null, stage: null, seconds, stages: times.get(job.id ?? '') ?? {} });
    times.delete(job.id ?? '');
    const data = jobOf(job.id, job.data);
    if (data !== undefined) store.drop(names.bytes(job.id ?? ''), data.bytes).catch(trouble);
  });
  worker.on('failed', (job, error) => {
    if (job === undefined) return;
    const reason = readReason(error.message);
    const final = error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1);
    const seconds = secondsOf(job);
    const { code, stage } = reason;
    log.warn({ job: job.id, attempt: job.attemptsMade, ...sourceOf(job), ...reason, final }, 'document failed');
    onDone?.({ result: final ? 'failed' : 'retried', code, stage, seconds, stages: {} });
    if (!final) return;
    counted();
    const data = jobOf(job.id, job.data);
    // Bytes of a job that somebody else put in the place of a submitter's are the submitter's all the same.
    if (data === undefined || !isSealed(seal, job.id, job.data)) return;
    const again = new PlanError(code, stage, '').retryable;
    dropOrKeep({ client, names, store }, job.id ?? '', data.bytes, again).catch(trouble);
  });
}

/** Says at once, and then every few seconds, that this worker is there. */
function beat(
  own: { readonly id: string; readonly rules: string; readonly concurrency: number },
  { client, names, seal }: Workshop,
  tally: Tally,
  { away, full, trouble }: Connection,
): NodeJS.Timeout {
  const started = Date.now();
  const say = (): void => {
    if (away() || full()) return;
    const rss = process.memoryUsage.rss();
    tally.lately = tally.lately.filter((at) => at > Date.now() - 60_000);
    const so = { documents: tally.documents, lately: tally.lately.length, rss, started };
    sayAlive(client, names, seal, { ...own, host: hostname(), pid: process.pid, ...so }).catch(trouble);
  };
  say();
  return setInterval(say, BEAT * 1000);
}

const secondsOf = (job: Job): number =>
  Math.max(0, (job.finishedOn ?? Date.now()) - (job.processedOn ?? Date.now())) / 1000;

function sourceOf(job: Job): { readonly document?: string; readonly source?: string } {
  const data = jobOf(job.id, job.data);
  return data === undefined ? {} : { document: data.sha256, source: data.uri };
}
