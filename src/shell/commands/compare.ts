import { dirname, join } from 'node:path';
import { type Command, Option } from 'commander';
import type { Comparison } from '../../model/comparison.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { Level } from '../../model/record.ts';
import type { PagePlace } from '../formats/comparison-html.ts';
import type { Told } from '../output/told.ts';
import { freshened } from './freshened.ts';

interface Options {
  readonly in: string;
  readonly base?: string;
  readonly with?: readonly string[];
  readonly area?: readonly string[];
  readonly year?: readonly string[];
  readonly topic?: readonly string[];
  readonly level?: readonly Level[];
  readonly kind?: 'quantified' | 'qualitative' | 'all';
  readonly territory?: '2025';
  readonly all?: boolean;
  readonly results?: boolean;
  readonly lang?: 'vi' | 'en';
  readonly pipeline?: string;
  readonly format: 'table' | 'json' | 'csv' | 'xlsx' | 'html';
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
    .option('--year <year...>', 'only targets of the others that are due in these years')
    .option('--topic <topic...>', 'only plans of these topics')
    .addOption(new Option('--level <level...>', 'only plans of these levels').choices(Level.options))
    .addOption(
      new Option('--kind <kind>', 'kind of targets')
        .choices(['quantified', 'qualitative', 'all'])
        .default('quantified'),
    )
    .addOption(
      new Option('--territory <year>', 'show former provinces under the one they belong to since 1 July 2025').choices([
        '2025',
      ]),
    )
    .option('--all', 'also documents that are no plans, and every row')
    .option('--results', 'also what is reported as reached, as figures of their own')
    .addOption(
      new Option('--format <format>', 'what to write; xlsx needs --out')
        .choices(['table', 'json', 'csv', 'xlsx', 'html'])
        .default('table'),
    )
    .addOption(
      new Option(
        '--lang <language>',
        'words of table, csv and xlsx (default: labels in vi and notes in en in the table, names for programs in csv, vi in xlsx)',
      ).choices(['vi', 'en']),
    )
    .option('--pipeline <file>', 'a pipeline of your own, whose codes and areas are told with their labels too')
    .option('--out <file>', 'write to this file')
    .action(async (options: Options) => {
      await run(options);
    });
}

async function run(options: Options): Promise<void> {
  const [{ compareFolder }, { choosePipelines }, { CallError }, { replaceFile }, { printable }] = await Promise.all([
    import('../compare-folder.ts'),
    import('../pipelines.ts'),
    import('../call-error.ts'),
    import('../output/replace-file.ts'),
    import('../terminal/printable.ts'),
  ]);
  if (options.format === 'xlsx' && options.out === undefined)
    throw new CallError('--format xlsx needs --out FILE.xlsx');
  const { pipelines } = await choosePipelines(options.pipeline);
  await freshened(options.in);
  const { comparison, damaged, told } = await compareFolder(options.in, {
    pipelines,
    kinds: options.kind === 'all' ? ['quantified', 'qualitative'] : [options.kind ?? 'quantified'],
    ...(options.base === undefined ? {} : { base: options.base }),
    ...(options.with === undefined ? {} : { provinces: options.with }),
    ...(options.area === undefined ? {} : { areas: options.area }),
    ...(options.year === undefined ? {} : { years: options.year }),
    ...(options.topic === undefined ? {} : { topics: options.topic }),
    ...(options.level === undefined ? {} : { levels: options.level }),
    ...(options.territory === undefined ? {} : { territory: options.territory }),
    all: options.all === true,
    results: options.results === true,
    page: options.format === 'html',
  });
  for (const line of damaged) process.stderr.write(`${printable(line)}: left out\n`);
  const written = await write(options, comparison, pipelines, told);
  const pieces = typeof written === 'string' || written instanceof Uint8Array ? [written] : written;
  if (options.out !== undefined) await replaceFile(options.out, pieces);
  else for (const piece of pieces) process.stdout.write(piece);
}

async function write(
  { in: folder, format, out, all, lang }: Options,
  comparison: Comparison,
  pipelines: readonly Pipeline[],
  told: Told | undefined,
): Promise<string | Uint8Array | Iterable<string>> {
  switch (format) {
    case 'json':
      return (await import('../formats/comparison-json.ts')).comparisonJson(comparison);
    case 'csv':
      return (await import('../formats/comparison-csv.ts')).comparisonCsv(comparison, lang);
    case 'xlsx':
      return (await import('../formats/comparison-xlsx.ts')).comparisonXlsx(comparison, pipelines, lang);
    case 'html':
      return writePage(comparison, pipelines, { folder, out, told });
    default: {
      const width = out === undefined ? (process.stdout.columns ?? 120) : 160;
      return `${(await import('../terminal/comparison.ts')).comparisonTables(comparison, pipelines, { width, all: all === true, language: lang })}\n`;
    }
  }
}

/** Writes what lies beside the page first: a page never names a file that is not there. */
async function writePage(comparison: Comparison, pipelines: readonly Pipeline[], place: PagePlace): Promise<string> {
  const [{ comparisonHtml }, { replacePageFiles }] = await Promise.all([
    import('../formats/comparison-html.ts'),
    import('../output/page-files.ts'),
  ]);
  const { page, folder: beside, files } = await comparisonHtml(comparison, pipelines, place);
  if (place.out !== undefined) await replacePageFiles(join(dirname(place.out), beside), files);
  return page;
}
