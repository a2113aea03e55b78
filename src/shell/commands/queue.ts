import type { Command } from 'commander';
import type { Admin, QueueStatus } from '../queue/watch/admin.ts';
import { port } from './option-values.ts';
import { blobsOption, keyPrefix, prefixOption, type QueueOptions, redisOption, secretOf } from './queue-options.ts';

/** Registers `kehoach queue …`: what a person asks of the queue and does to it. */
export function registerQueue(program: Command): void {
  const queue = program.command('queue').description('look at the queue of `kehoach worker` and put it right');
  const command = (name: string, description: string): Command =>
    queue
      .command(name)
      .description(description)
      .addOption(redisOption())
      .addOption(prefixOption())
      .option('--json', 'print JSON');

  command('status', 'documents by state and stage, workers, documents a second, time left').action(
    (options: QueueOptions) => withAdmin(options, (admin) => status(admin, options)),
  );
  command('failed', 'documents that failed: source, stage, code, message, attempts')
    .option('--code <code>', 'only those that failed with it')
    .action((options: QueueOptions & Coded) => withAdmin(options, (admin) => failed(admin, options)));
  command('retry', 'give failed documents another try; the next `kehoach ingest` collects what comes of it')
    .option('--code <code>', 'only those that failed with it')
    .addOption(blobsOption())
    .action((options: QueueOptions & Coded) => withAdmin(options, (admin) => retry(admin, options)));
  command('drain', 'throw away what waits; what workers have in hand is finished')
    .addOption(blobsOption())
    .action((options: QueueOptions) => withAdmin(options, (admin) => drain(admin, options)));
  command('board', 'Bull Board, for a browser on this machine')
    .option('--port <port>', 'where it is served', port, 3010)
    .option('--host <host>', 'the address; others than loopback let everybody in', '127.0.0.1')
    .option('--write', 'let it retry, remove and empty, too')
    .action((options: QueueOptions & BoardCall) => withAdmin(options, (admin) => board(admin, options)));
}

interface Coded {
  readonly code?: string;
}

interface BoardCall {
  readonly port: number;
  readonly host: string;
  readonly write?: boolean;
}

async function withAdmin(options: QueueOptions, work: (admin: Admin) => Promise<void>): Promise<void> {
  const [{ CallError }, { openLog }, { openAdmin }, { speechOf }, { storeAt }] = await Promise.all([
    import('../call-error.ts'),
    import('../log.ts'),
    import('../queue/watch/admin.ts'),
    import('../queue/watch/speech.ts'),
    import('../queue/exchange/blobs.ts'),
  ]);
  const { redis = '', prefix, blobs, json = false } = options;
  if (redis === '') throw new CallError('Which queue? Give --redis URL or set REDIS_URL.');
  const speech = speechOf(openLog({ quiet: json, json }), false);
  const store = blobs === undefined ? {} : { store: await storeAt(blobs) };
  const admin = await openAdmin(redis, keyPrefix(prefix), speech, { ...store, ...secretOf(process.env) });
  try {
    await work(admin);
  } finally {
    await admin.close();
  }
}

async function status(admin: Admin, { json = false }: QueueOptions): Promise<void> {
  const now = await admin.status();
  print(json ? JSON.stringify(now) : describe(now));
}

/** "3 waiting, 2 active (2 extract), …" */
function describe({ states, stages, pages, codes, workers, runs, perSecond, left, secondsLeft }: QueueStatus): string {
  const within = (counts: Readonly<Record<string, number>>): string => {
    const parts = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  };
  const refused = runs.reduce((sum, run) => sum + run.refused, 0);
  const room = workers.reduce((sum, { concurrency }) => sum + concurrency, 0);
  const rss = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
  const time = secondsLeft === null ? 'unknown' : secondsLeft < 60 ? '< 1 min' : `${Math.ceil(secondsLeft / 60)} min`;
  return [
    `documents: ${states.waiting} waiting, ${states.active} active${within(stages.active)}, ${states.delayed} delayed, ${states.completed} to be collected, ${states.failed} failed${within(stages.failed)}`,
    ...(pages.of === 0 ? [] : [`pages:     ${pages.done} of ${pages.of} read from their images`]),
    ...Object.entries(codes).map(([code, count]) => `  failed: ${count} ${code}`),
    `runs:      ${runs.length}, ${left} documents left, ${perSecond.toFixed(1)} a second, time left ${left === 0 ? 'none' : time}`,
    ...(refused === 0 ? [] : [`refused:   ${refused} jobs and answers that were not what they said, or bore no seal`]),
    `workers:   ${workers.length} with room for ${room} documents`,
    ...workers.map(
      ({ id, concurrency, documents, rss: bytes, rules }) =>
        `  ${id}: ${concurrency} at a time, ${documents} documents, ${rss(bytes)}, rules ${rules}`,
    ),
  ].join('\n');
}

async function failed(admin: Admin, { code, json = false }: QueueOptions & Coded): Promise<void> {
  const list = await admin.failed(code);
  if (json) return print(list.map((one) => JSON.stringify(one)).join('\n'));
  if (list.length === 0) return print('No document failed.');
  const [{ drawTable }, { printable }] = await Promise.all([
    import('../terminal/table.ts'),
    import('../terminal/printable.ts'),
  ]);
  const columns = [
    { title: 'source', flexible: true },
    { title: 'stage' },
    { title: 'code' },
    { title: 'message', flexible: true },
    { title: 'attempts', align: 'right' as const },
  ];
  const rows = list.map(({ source, stage, code: own, message, attempts }) => [
    ...[printable(source), stage, own, printable(message), String(attempts)],
  ]);
  print(drawTable(columns, rows, process.stdout.columns ?? 120));
}

async function retry(admin: Admin, { code, json = false }: QueueOptions & Coded): Promise<void> {
  const { back, gone } = await admin.retry(code);
  if (json) return print(JSON.stringify({ back, gone }));
  print(
    `${back} documents are back in the queue. Run the same \`kehoach ingest\` again to collect what comes of them.`,
  );
  if (gone > 0) print(`${gone} are not: their bytes are no longer here. \`kehoach ingest\` puts them again.`);
}

async function drain(admin: Admin, { json = false }: QueueOptions): Promise<void> {
  const drained = await admin.drain();
  if (json) return print(JSON.stringify({ drained }));
  print(`${drained} documents were thrown away. A \`kehoach ingest\` that is still running puts its own again.`);
}

async function board(admin: Admin, { port: at, host, write = false }: QueueOptions & BoardCall): Promise<void> {
  const { openBoard } = await import('../queue/watch/board.ts');
  const open = await openBoard(admin.queue, { port: at, host, write });
  process.stderr.write(
    `Bull Board: ${open.url} (${write ? 'it may change the queue' : 'read-only'}). Ctrl-C ends it.\n`,
  );
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await open.close();
}

function print(text: string): void {
  if (text !== '') process.stdout.write(`${text}\n`);
}
