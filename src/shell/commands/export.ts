import { type Command, Option } from 'commander';
import type { ExportFormat } from '../export/export.ts';
import { freshened } from './freshened.ts';

interface Options {
  readonly in: string;
  readonly format?: ExportFormat;
  readonly out?: string;
  readonly since?: string;
  readonly pipeline?: string;
  readonly webhook?: string;
  readonly webhookSecretFile?: string;
  readonly allowPrivateNetwork?: boolean;
}

/** Registers `kehoach export`. */
export function registerExport(program: Command): void {
  program
    .command('export')
    .description('write an output folder as tables for other programs, or post it to one')
    .option('--in <dir>', 'the output folder of an ingest', 'output')
    .addOption(
      new Option('--format <format>', 'what to write: a folder of files, or one file of xlsx and sqlite').choices([
        'parquet',
        'csv',
        'xlsx',
        'jsonl',
        'sqlite',
      ]),
    )
    .option('--out <file or dir>', 'where to write it (default: kehoach-<format>, kehoach.xlsx, kehoach.sqlite)')
    .option('--since <run>', 'only what changed since this run in runs/ (its beginning is enough; or: previous)')
    .option('--pipeline <file>', 'a pipeline of your own, whose codes are told with their labels too')
    .option('--webhook <url>', 'post it to this address in signed batches; the secret is in KEHOACH_WEBHOOK_SECRET')
    .option('--webhook-secret-file <file>', 'file of the secret, in place of the variable')
    .option('--allow-private-network', 'post to this machine and private networks too')
    .addHelpText(
      'after',
      '\nExit codes: 0 all of it was written; 1 some records or batches failed; 2 the call itself is wrong.',
    )
    .action(async (options: Options) => {
      process.exitCode = await run(options);
    });
}

async function run(options: Options): Promise<number> {
  const [{ CallError }, { exportFolder }, { choosePipelines }, { printable }] = await Promise.all([
    import('../call-error.ts'),
    import('../export/export.ts'),
    import('../pipelines.ts'),
    import('../terminal/printable.ts'),
  ]);
  const { in: folder, format, since, webhook } = options;
  if (format === undefined && webhook === undefined) throw new CallError('Nothing to do: give --format or --webhook.');
  if (format === undefined && options.out !== undefined) throw new CallError('--out needs --format.');
  const { pipelines } = await choosePipelines(options.pipeline);
  await freshened(folder);
  const out = options.out ?? (format === undefined ? undefined : defaultOut(format));
  const posting = webhook === undefined ? undefined : await openPosting(webhook, options);
  try {
    const { rows, skipped, untold, first } = await exportFolder({
      folder,
      pipelines,
      ...(since === undefined ? {} : { since }),
      ...(format === undefined ? {} : { format }),
      ...(out === undefined ? {} : { out }),
      ...(posting === undefined ? {} : { tell: posting.deliveries.add }),
    });
    for (const reason of skipped) process.stderr.write(`${printable(reason)}: left out\n`);
    if (first) process.stderr.write(`--since ${since}: no run came before the last; everything is given as added\n`);
    for (const id of untold) {
      process.stderr.write(`${printable(id)}: what that run held of it was not noted; all of it is given as changed\n`);
    }
    const counts = Object.entries(rows).map(([table, count]) => `${count} ${table}`);
    const written = counts.length === 0 ? 'nothing changed' : counts.join(', ');
    if (out !== undefined) process.stdout.write(`${printable(out)}: ${written}\n`);
    const delivered = await posting?.deliveries.end();
    if (delivered !== undefined) {
      process.stdout.write(`webhook: ${delivered.events} events in ${delivered.batches} batches\n`);
      if (delivered.kept > 0) {
        process.stderr.write(
          `webhook: ${delivered.kept} batches were not taken (${delivered.reasons.join('; ')}). They are kept in ${delivered.folder} and go first the next time.\n`,
        );
      }
    }
    return skipped.length > 0 || (delivered?.kept ?? 0) > 0 ? 1 : 0;
  } finally {
    await posting?.close();
  }
}

const defaultOut = (format: ExportFormat): string =>
  format === 'xlsx' || format === 'sqlite' ? `kehoach.${format}` : `kehoach-${format}`;

async function openPosting(address: string, options: Options) {
  const [{ webhookAt }, { openDeliveries }] = await Promise.all([
    import('../export/webhook-at.ts'),
    import('../export/deliveries.ts'),
  ]);
  const { url, webhook } = await webhookAt(address, {
    secretFile: options.webhookSecretFile,
    privateNetwork: options.allowPrivateNetwork === true,
    environment: process.env,
  });
  return {
    deliveries: openDeliveries(options.in, url, options.since ?? null, webhook),
    close: webhook.close,
  };
}
