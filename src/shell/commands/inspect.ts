import type { Command } from 'commander';
import { askedOf, type OcrOptions, ocrOption, ocrPagesOption } from './option-values.ts';

interface Options extends OcrOptions {
  readonly pipeline: string;
  readonly json?: boolean;
}

/** Registers `kehoach inspect`. */
export function registerInspect(program: Command): void {
  program
    .command('inspect')
    .description('print what is seen in one document, step by step')
    .argument('<file>', 'the document')
    .option('--pipeline <name or file>', 'the pipeline to use; auto chooses by title and text', 'auto')
    .addOption(ocrOption())
    .addOption(ocrPagesOption())
    .option('--json', 'print the plan record itself')
    .action(async (file: string, options: Options) => {
      const { inspectFile } = await import('../inspect.ts');
      process.exitCode = await inspectFile(
        file,
        options.pipeline,
        { ...askedOf(options), ocr: options.ocr },
        options.json === true,
      );
    });
}
