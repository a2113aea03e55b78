import type { Command } from 'commander';

/** Registers `kehoach remove`. */
export function registerRemove(program: Command): void {
  program
    .command('remove')
    .description('take documents, or failures that are settled, out of an output folder')
    .argument('<id...>', 'ids of documents, as in documents/<id>.json; sources of failures, as in failures.ndjson')
    .option('--in <dir>', 'the output folder', 'output')
    .action(async (ids: string[], options: { in: string }) => {
      const [{ removeDocuments }, { printable }] = await Promise.all([
        import('../remove.ts'),
        import('../terminal/printable.ts'),
      ]);
      const removed = await removeDocuments(options.in, ids);
      process.stdout.write(`${removed.map((id) => `removed ${printable(id)}`).join('\n')}\n`);
    });
}
