import { spawn } from 'node:child_process';
import { type Command, InvalidArgumentError } from 'commander';
import type { Schedule, When } from '../queue/submit/schedule.ts';
import { pause } from './option-values.ts';
import { blobsOption, keyPrefix, prefixOption, type QueueOptions, redisOption, secretOf } from './queue-options.ts';

interface Options extends QueueOptions {
  readonly manifest?: string;
  readonly out: string;
  readonly every?: string;
  readonly cron?: string;
  readonly tz?: string;
  readonly list?: boolean;
  readonly remove?: string;
  readonly grace: number;
}

/** Registers `kehoach schedule`. */
export function registerSchedule(program: Command): void {
  program
    .command('schedule')
    .description('ingest a manifest through the queue again and again; each URL is asked only for what has changed')
    .argument('[options of ingest...]', 'after "--": further options of `kehoach ingest`')
    .addOption(redisOption())
    .addOption(prefixOption())
    .addOption(blobsOption())
    .option('--manifest <file>', 'what is ingested')
    .option('--out <dir>', 'the output folder', 'output')
    .option('--every <time>', 'how often: 30m, 12h, 7d')
    .option('--cron <pattern>', 'when: minute, hour, day, month, weekday ("0 3 * * *")', pattern)
    .option('--tz <zone>', 'the time zone of --cron', 'Asia/Ho_Chi_Minh')
    .option('--list', 'show what is scheduled')
    .option('--remove <id>', 'end a schedule')
    .option('--grace <s>', 'time for a run that is under way when the command is told to stop', pause, 20)
    .option('--quiet', 'say nothing but failures')
    .option('--json', 'log to stderr as lines of JSON')
    .addHelpText('after', '\nIt stays and runs what is due; Ctrl-C ends it, --remove ends the schedule itself.')
    .action(async (rest: string[], options: Options) => {
      process.exitCode = await run(rest, options);
    });
}

async function run(rest: readonly string[], options: Options): Promise<number> {
  const [{ CallError }, { openLog }, { speechOf }, queue] = await Promise.all([
    import('../call-error.ts'),
    import('../log.ts'),
    import('../queue/watch/speech.ts'),
    import('../queue/submit/schedule.ts'),
  ]);
  const { redis = '', manifest, out, quiet = false, json = false, blobs } = options;
  if (redis === '') throw new CallError('Which queue? Give --redis URL or set REDIS_URL.');
  const prefix = keyPrefix(options.prefix);
  const speech = speechOf(openLog({ quiet, json }), quiet || json);

  if (options.list === true) {
    for (const one of await queue.listSchedules(redis, prefix, speech)) {
      const { when } = one;
      const often = 'every' in when ? `every ${when.every / 1000} s` : `${when.pattern} ${when.tz ?? ''}`;
      process.stdout.write(
        json
          ? `${JSON.stringify(one)}\n`
          : `${one.id}  ${often}  next ${one.next ?? 'unknown'}  ${one.manifest} -> ${one.out} (${one.host})\n`,
      );
    }
    return 0;
  }
  if (options.remove !== undefined) {
    if (await queue.removeSchedule(redis, prefix, speech, options.remove)) return 0;
    throw new CallError(`--remove ${options.remove}: there is no such schedule (--list shows them)`);
  }
  if (manifest === undefined) throw new CallError('What is to be ingested? Give --manifest FILE.');
  const when = whenOf(options, queue.readEvery);
  if (when === undefined) throw new CallError('When? Give --every (30m, 12h, 7d) or --cron "0 3 * * *".');

  const ended = new AbortController();
  const further = [...rest, '--prefix', options.prefix, ...(blobs === undefined ? [] : ['--blobs', blobs])];
  const schedule = queue.scheduleOf(manifest, out, further, when);
  const asked = new Promise<void>((done) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => done());
  });
  const keeper = await queue.keepSchedule(
    ...([redis, prefix, speech, schedule] as const),
    (due) => ingestOnce(due, redis, ended.signal),
    secretOf(process.env).secret,
  );
  speech.log.info({ schedule: schedule.id }, 'schedule kept');
  speech.say(`Schedule ${schedule.id} is kept here: ${schedule.manifest} -> ${schedule.out}. Ctrl-C ends it.`);
  await asked;
  ended.abort();
  await keeper.close(options.grace * 1000);
  process.exit(0);
}

function whenOf({ every, cron, tz }: Options, readEvery: (text: string) => number | undefined): When | undefined {
  if (cron !== undefined) return { pattern: cron, ...(tz === undefined ? {} : { tz }) };
  const milliseconds = every === undefined ? undefined : readEvery(every);
  return milliseconds === undefined ? undefined : { every: milliseconds };
}

/** A run in a process of its own: what one run leaves behind, the next does not find. The URL goes by the environment, where `ps` does not show it. */
function ingestOnce(
  { manifest, out, options }: Schedule,
  redis: string,
  stop: AbortSignal,
): Promise<{ code: number; said: string }> {
  const args = [process.argv[1] ?? '', 'ingest', '--manifest', manifest, '--out', out, '--quiet', ...options];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, REDIS_URL: redis },
    // By the channel it hears that this process has gone, however that ends.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const end = (): void => void child.kill('SIGTERM');
  stop.addEventListener('abort', end, { once: true });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  return new Promise((done, refuse) => {
    child.once('error', refuse);
    child.once('close', (code) => {
      stop.removeEventListener('abort', end);
      done({ code: code ?? 1, said: said.trim().split('\n').at(-1) ?? '' });
    });
  });
}

function pattern(value: string): string {
  if (value.trim().split(/\s+/u).length === 5) return value.trim();
  throw new InvalidArgumentError('It must have five parts: minute, hour, day, month, weekday.');
}
