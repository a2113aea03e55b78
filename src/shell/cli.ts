#!/usr/bin/env node
import './v8.ts';
import { Command, CommanderError } from 'commander';
import { PlanError } from '../model/errors.ts';
import { CallError } from './call-error.ts';
import { registerCompare } from './commands/compare.ts';
import { registerCorrections } from './commands/corrections.ts';
import { registerDemo } from './commands/demo.ts';
import { registerExport } from './commands/export.ts';
import { registerIngest } from './commands/ingest.ts';
import { registerInspect } from './commands/inspect.ts';
import { registerQueue } from './commands/queue.ts';
import { registerRecognise } from './commands/recognise.ts';
import { registerRemove } from './commands/remove.ts';
import { registerSchedule } from './commands/schedule.ts';
import { registerSchema } from './commands/schema.ts';
import { registerServe } from './commands/serve.ts';
import { registerStatus } from './commands/status.ts';
import { registerWorker } from './commands/worker.ts';
import { PACKAGE } from './package-root.ts';
import { printable, printableLines } from './terminal/printable.ts';

const program = new Command('kehoach')
  .description(
    'Reads Vietnamese public plans (PDF, DOCX, HTML) and writes their targets, agencies and deadlines as JSON.',
  )
  .version(PACKAGE.version)
  // What a person typed stands in what it complains of.
  .configureOutput({ outputError: (text, write) => write(printableLines(text)) })
  .showHelpAfterError('(kehoach --help tells more)')
  .exitOverride();
registerIngest(program);
registerWorker(program);
registerQueue(program);
registerSchedule(program);
registerCompare(program);
registerStatus(program);
registerServe(program);
registerCorrections(program);
registerExport(program);
registerInspect(program);
registerRecognise(program);
registerSchema(program);
registerDemo(program);
registerRemove(program);

// A reader that has seen enough (`kehoach schema | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`What was to be printed could not be written (${error.code ?? error.message}).\n`);
  process.exit(1);
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof CallError) {
    process.stderr.write(`${error.lines.map(printable).join('\n')}\n`);
    process.exitCode = 2;
  } else if (error instanceof PlanError) {
    process.stderr.write(`${error.code}: ${printable(error.message)}\n`);
    process.exitCode = 1;
  } else throw error;
}
