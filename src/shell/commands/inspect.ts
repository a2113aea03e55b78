import type { Command } from 'commander';
import { askedOf, type OcrOptions, ocrOption, ocrPagesOption } from './option-values.ts';

interface Options extends OcrOptions {
  readonly pipeline: string;
  readonly json?: boolean;
  readonly images?: string;
  readonly image?: string[];
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
    .option('--images <folder>', 'write a picture of each figure that is doubtful, or of what --image names')
    .option('--image <what...>', 'with --images: targets (t3), tasks (k2) or pages (4)')
    .action(async (file: string, options: Options) => {
      const { inspectFile } = await import('../inspect.ts');
      process.exitCode = await inspectFile(file, options.pipeline, { ...askedOf(options), ocr: options.ocr }, options);
    });
}
