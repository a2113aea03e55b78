import { Argument, type Command } from 'commander';

/** Registers `kehoach schema`. */
export function registerSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of a plan record, or of a comparison')
    .addArgument(new Argument('[what]', 'what is described').choices(['record', 'comparison']).default('record'))
    .action(async (what: 'record' | 'comparison') => {
      const { comparisonSchema, recordSchema } = await import('../record-schema.ts');
      process.stdout.write(`${JSON.stringify(what === 'record' ? recordSchema() : comparisonSchema(), null, 2)}\n`);
    });
}
