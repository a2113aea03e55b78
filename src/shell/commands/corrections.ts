import { type Command, Option } from 'commander';
import type { Checked } from '../corrections/check.ts';
import { askedOf, type OcrOptions, ocrOption, ocrPagesOption } from './option-values.ts';

interface Folder {
  readonly in: string;
}
interface List extends Folder {
  readonly format: 'table' | 'csv' | 'json';
}
interface Export extends Folder {
  readonly format: 'gold' | 'csv';
  readonly out?: string;
}
interface Check extends Folder, OcrOptions {
  readonly sources?: readonly string[];
  readonly pipeline: string;
}

/** Registers `kehoach corrections …`: what persons said of records, and what the rules make of it. */
export function registerCorrections(program: Command): void {
  const corrections = program
    .command('corrections')
    .description('what persons corrected and confirmed: listed, exported, held against the present rules');
  const command = (name: string, description: string): Command =>
    corrections.command(name).description(description).option('--in <dir>', 'the output folder', 'output');

  command('list', 'every correction, and what became of it')
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'csv', 'json']).default('table'))
    .action(list);
  command('export', 'documents that were reviewed whole as annotated plans, or where the rules were corrected most')
    .addOption(new Option('--format <format>', 'what to write').choices(['gold', 'csv']).makeOptionMandatory())
    .option('--out <file or dir>', 'where to write it (default: kehoach-gold; csv goes to stdout)')
    .action(exported);
  command('check', 'read the sources anew with the present rules; exit code 1 where they are against a correction')
    .option('--sources <path...>', 'where the sources lie now, found by their bytes (default: where they were)')
    .option(
      '--pipeline <name or file>',
      'the pipeline to use; auto takes the one that each record was made with',
      'auto',
    )
    .addOption(ocrOption())
    .addOption(ocrPagesOption())
    .action(async (options: Check) => {
      process.exitCode = await check(options);
    });
}

async function list({ in: folder, format }: List): Promise<void> {
  const { listCorrections } = await import('../corrections/list.ts');
  const { rows, damaged } = await listCorrections(folder);
  await tellDamaged(damaged);
  if (format === 'json') process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else if (format === 'csv') process.stdout.write((await import('../formats/corrections-csv.ts')).correctionsCsv(rows));
  else {
    const { correctionsTable } = await import('../terminal/corrections.ts');
    process.stdout.write(`${correctionsTable(rows, process.stdout.columns ?? 120)}\n`);
  }
}

async function exported({ in: folder, format, out }: Export): Promise<void> {
  const { printable } = await import('../terminal/printable.ts');
  if (format === 'csv') {
    await exportWays(folder, out);
    return;
  }
  const { writeGold } = await import('../corrections/gold.ts');
  const place = out ?? 'kehoach-gold';
  const { written, left, damaged } = await writeGold(folder, place);
  await tellDamaged(damaged);
  for (const { document, why } of left) process.stderr.write(`${printable(document)}: left out: ${why.join('; ')}\n`);
  process.stdout.write(`${printable(place)}: ${written.length} annotated plans, ${left.length} left out\n`);
}

async function exportWays(folder: string, out: string | undefined): Promise<void> {
  const [{ correctedIn, requireOutputFolder, toldOf }, { waysCorrected }, { waysCsv }, { replaceFile }] =
    await Promise.all([
      import('../corrections/folder.ts'),
      import('../../corrections/ways.ts'),
      import('../formats/corrections-csv.ts'),
      import('../output/replace-file.ts'),
    ]);
  await requireOutputFolder(folder);
  const damaged: string[] = [];
  const told = [];
  for await (const one of correctedIn(folder, (name) => void damaged.push(name))) told.push(...toldOf(one));
  await tellDamaged(damaged);
  const table = waysCsv(waysCorrected(told));
  if (out === undefined) process.stdout.write(table);
  else await replaceFile(out, table);
}

async function check({ in: folder, sources = [], pipeline, ...ocr }: Check): Promise<number> {
  const [{ checkCorrections }, { choosePipelines }, { scansOf }, { recognitionOf }, { printable }] = await Promise.all([
    import('../corrections/check.ts'),
    import('../pipelines.ts'),
    import('../recognition/scans.ts'),
    import('../recognition/recognition.ts'),
    import('../terminal/printable.ts'),
  ]);
  const choice = await choosePipelines(pipeline);
  const scans = await scansOf({ ...askedOf(ocr), ocr: ocr.ocr }, process.env);
  const recognition = await recognitionOf(scans, () => undefined);
  try {
    const { checked, left, damaged } = await checkCorrections({
      ...{ folder, sources, choice },
      ...(recognition === undefined ? {} : { recognition }),
    });
    await tellDamaged(damaged);
    for (const { document, why } of left) process.stderr.write(`${printable(document)}: not read: ${printable(why)}\n`);
    process.stdout.write(await checkedText(checked));
    return checked.some(({ against }) => against) ? 1 : 0;
  } finally {
    await recognition?.close();
  }
}

async function checkedText(all: readonly Checked[]): Promise<string> {
  const [{ correctionRow }, { correctionsTable }] = await Promise.all([
    import('../corrections/list.ts'),
    import('../terminal/corrections.ts'),
  ]);
  const held = all.filter(({ now }) => !now.superseded);
  const against = held.filter((one) => one.against);
  const width = process.stdout.columns ?? 120;
  const agreeing = held.filter(
    ({ now, correction }) => now.state === 'agrees' || (correction.act === 'confirm' && now.state === 'laid'),
  );
  const known = held.length - against.length - agreeing.length;
  const sum = `${held.length} corrections: the rules agree with ${agreeing.length}, are against ${against.length}, and are as wrong as they were in ${known}.\n`;
  return against.length === 0 ? sum : `${correctionsTable(against.map(correctionRow), width)}\n${sum}`;
}

async function tellDamaged(names: readonly string[]): Promise<void> {
  const { printable } = await import('../terminal/printable.ts');
  for (const name of names) process.stderr.write(`${printable(name)}: is no file of corrections, left out\n`);
}
