// A worker in a process of its own, so that it can be killed: the options of `startWorker` as JSON.
import { pino } from 'pino';
import { startWorker } from '../../../../dist/shell/queue/work/worker.js';

const options = JSON.parse(process.argv[2] ?? '{}');
const say = (sentence) => process.stderr.write(`${sentence}\n`);
const worker = await startWorker({
  ...options,
  speech: { log: pino({ level: 'silent' }), say },
  onDone: ({ result }) => process.stdout.write(`${result}\n`),
});
process.stdout.write('ready\n');
process.on('SIGTERM', async () => {
  process.stdout.write(`${await worker.close(options.grace ?? 5000)}\n`);
  process.exit(0);
});
