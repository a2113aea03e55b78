import { type Command, Option } from 'commander';
import { Level } from '../../model/record.ts';

interface Options {
  readonly in: string;
  readonly base?: string;
  readonly with?: readonly string[];
  readonly area?: readonly string[];
  readonly year?: readonly string[];
  readonly topic?: readonly string[];
  readonly level?: readonly Level[];
  readonly kind?: 'quantified' | 'qualitative' | 'all';
  readonly format: 'table' | 'json';
  readonly out?: string;
}

/** Registers `kehoach compare`. */
export function registerCompare(program: Command): void {
  program
    .command('compare')
    .description('indicators across provinces and years, from an output folder')
    .option('--in <dir>', 'the output folder of an ingest', 'output')
    .option('--base <province>', 'the province the others are held against (default: Phú Thọ, else the first)')
    .option('--with <province...>', 'only these provinces beside the base')
    .option('--area <code...>', 'only these areas')
    .option('--year <year...>', 'only targets due in these years')
    .option('--topic <topic...>', 'only plans of these topics')
    .addOption(new Option('--level <level...>', 'only plans of these levels').choices(Level.options))
    .addOption(
      new Option('--kind <kind>', 'kind of targets')
        .choices(['quantified', 'qualitative', 'all'])
        .default('quantified'),
    )
    .addOption(new Option('--format <format>', 'what to write').choices(['table', 'json']).default('table'))
    .option('--out <file>', 'write to this file')
    .action(async (options: Options) => {
      await run(options);
    });
}

async function run(options: Options): Promise<void> {
  const [{ compareFolder }, { comparisonTables }, { choosePipelines }, { replaceFile }] = await Promise.all([
    import('../compare-folder.ts'),
    import('../terminal/comparison.ts'),
    import('../pipelines.ts'),
    import('../output/replace-file.ts'),
  ]);
  const { pipelines } = await choosePipelines();
  const { comparison, damaged } = await compareFolder(options.in, {
    pipelines,
    kinds: options.kind === 'all' ? ['quantified', 'qualitative'] : [options.kind ?? 'quantified'],
    ...(options.base === undefined ? {} : { base: options.base }),
    ...(options.with === undefined ? {} : { provinces: options.with }),
    ...(options.area === undefined ? {} : { areas: options.area }),
    ...(options.year === undefined ? {} : { years: options.year }),
    ...(options.topic === undefined ? {} : { topics: options.topic }),
    ...(options.level === undefined ? {} : { levels: options.level }),
  });
  for (const line of damaged) process.stderr.write(`${line}: left out\n`);
  const text =
    options.format === 'json'
      ? `${JSON.stringify(comparison, null, 2)}\n`
      : `${comparisonTables(comparison, pipelines, options.out === undefined ? (process.stdout.columns ?? 120) : 160)}\n`;
  if (options.out === undefined) process.stdout.write(text);
  else await replaceFile(options.out, text);
}
