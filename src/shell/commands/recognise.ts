import { type Command, Option } from 'commander';
import { CallError } from '../call-error.ts';
import { yearValue } from './option-values.ts';

interface Options {
  readonly year?: number;
  readonly pipeline: string;
  readonly format: 'text' | 'json';
}

/** Registers `kehoach recognise`. */
export function registerRecognise(program: Command): void {
  program
    .command('recognise')
    .description('print what the rules find in a sentence: mentions, targets, figures not used, and by which rule')
    .argument('<text...>', 'the sentence, or several; - reads them from standard input')
    .option('--year <year>', 'year of the document that it stands in: completes "ngày 30/6", "quý II"', yearValue)
    .option('--pipeline <name or file>', 'the pipeline to use; auto chooses by the text', 'auto')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .action(async (given: readonly string[], options: Options) => {
      await run(given, options);
    });
}

async function run(given: readonly string[], options: Options): Promise<void> {
  const [{ recogniseText }, { recognition }, { printableLines }, { choosePipelines }] = await Promise.all([
    import('../recognise.ts'),
    import('../terminal/recognition.ts'),
    import('../terminal/printable.ts'),
    import('../pipelines.ts'),
  ]);
  const text = given.length === 1 && given[0] === '-' ? await fromStdin() : given.join(' ');
  if (text.trim() === '')
    throw new CallError('recognise: there is no text. Give a sentence, or - and one on standard input.');
  const { name: pipeline, pipelines } = await choosePipelines(options.pipeline);
  const seen = recogniseText(text, options.year ?? null, { pipelines, pipeline });
  const said =
    options.format === 'json'
      ? JSON.stringify(seen, null, 2)
      : printableLines(recognition(seen, process.stdout.columns ?? 120));
  process.stdout.write(`${said}\n`);
}

async function fromStdin(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new CallError('recognise: standard input is no text in UTF-8.');
  }
}
