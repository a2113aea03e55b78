import type { Command } from 'commander';

/** Registers `kehoach inspect`. */
export function registerInspect(program: Command): void {
  program
    .command('inspect')
    .description('print what is seen in one document, step by step')
    .argument('<file>', 'the document')
    .option('--pipeline <name or file>', 'the pipeline to use; auto chooses by title and text', 'auto')
    .option('--json', 'print the plan record itself')
    .action(async (file: string, options: { pipeline: string; json?: boolean }) => {
      const { inspectFile } = await import('../inspect.ts');
      process.exitCode = await inspectFile(file, options.pipeline, options.json === true);
    });
}
