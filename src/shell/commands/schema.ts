import type { Command } from 'commander';

/** Registers `kehoach schema`. */
export function registerSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of a plan record')
    .action(async () => {
      const { recordSchema } = await import('../record-schema.ts');
      process.stdout.write(`${JSON.stringify(recordSchema(), null, 2)}\n`);
    });
}
