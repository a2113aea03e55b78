import type { Command } from 'commander';

/** Registers `kehoach demo`: what `npm start` runs. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('ingest the fixtures that come with the program, and compare them')
    .option('--out <dir>', 'the output folder', 'output')
    .action(async ({ out }: { readonly out: string }) => {
      const [{ join, relative }, { PACKAGE_ROOT }] = await Promise.all([
        import('node:path'),
        import('../package-root.ts'),
      ]);
      const fixtures = relative('.', join(PACKAGE_ROOT, 'fixtures'));
      const call = (...words: string[]) => program.parseAsync(words, { from: 'user' });
      await call('ingest', fixtures, '--manifest', join(fixtures, 'manifest.csv'), '--out', out);
      process.stdout.write('\n');
      await call('compare', '--in', out, '--base', 'Phú Thọ');
    });
}
