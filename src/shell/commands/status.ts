import { type Command, Option } from 'commander';
import type { StatusPart } from '../formats/status-rows.ts';
import { freshened } from './freshened.ts';

interface Options {
  readonly in: string;
  readonly failures?: boolean;
  readonly doubts?: boolean;
  /** False under `--no-plan`. */
  readonly plan: boolean;
  readonly format: 'table' | 'csv' | 'json';
}

/** Registers `kehoach status`. */
export function registerStatus(program: Command): void {
  const part = (flag: string, says: string, ...others: string[]): Option => new Option(flag, says).conflicts(others);
  program
    .command('status')
    .description('what an output folder holds, what failed, and what a person should look at')
    .option('--in <dir>', 'the output folder of an ingest', 'output')
    .addOption(part('--failures', 'what failed, with what to do about it', 'doubts', 'plan'))
    .addOption(part('--doubts', 'the documents to look at, and why', 'failures', 'plan'))
    .addOption(part('--no-plan', 'the documents that are neither plans nor report on one', 'failures', 'doubts'))
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'csv', 'json']).default('table'))
    .action(async (options: Options) => {
      process.stdout.write(await run(options));
    });
}

async function run({ in: folder, format, ...asked }: Options): Promise<string> {
  const { readStatus } = await import('../status.ts');
  await freshened(folder);
  const status = await readStatus(folder);
  const part = partAsked(asked);
  switch (format) {
    case 'json':
      return (await import('../formats/status-json.ts')).statusJson(status, part);
    case 'csv':
      return (await import('../formats/status-csv.ts')).statusCsv(status, part);
    default: {
      const { statusText } = await import('../terminal/status.ts');
      return `${statusText(status, part, folder, process.stdout.columns ?? 120)}\n`;
    }
  }
}

const partAsked = ({ failures, doubts, plan }: Pick<Options, 'failures' | 'doubts' | 'plan'>): StatusPart =>
  failures === true ? 'failures' : doubts === true ? 'doubts' : plan ? 'all' : 'no-plan';
