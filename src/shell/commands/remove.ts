import type { Command } from 'commander';

/** Registers `kehoach remove`. */
export function registerRemove(program: Command): void {
  program
    .command('remove')
    .description('take documents out of an output folder')
    .argument('<id...>', 'ids of documents, as in documents/<id>.json')
    .option('--in <dir>', 'the output folder', 'output')
    .action(async (ids: string[], options: { in: string }) => {
      const { removeDocuments } = await import('../remove.ts');
      const removed = await removeDocuments(options.in, ids);
      process.stdout.write(`${removed.map((id) => `removed ${id}`).join('\n')}\n`);
    });
}
