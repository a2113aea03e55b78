// A submitter in a process of its own, so that it can be killed: `{ given, out, ...}` as JSON.
import { pino } from 'pino';
import { ingest } from '../../../../dist/shell/ingest.js';
import { queueExecutor } from '../../../../dist/shell/queue/submit/submit.js';
import { findSources } from '../../../../dist/shell/sources/find.js';

const { given, out, choice, ...options } = JSON.parse(process.argv[2] ?? '{}');
const log = pino({ level: 'silent' });
const { pipelines } = choice;
const executor = await queueExecutor({ ...options, out, pipelines, speech: { log, say() {} } });
const found = await findSources(
  given.map((path) => ({ path })),
  [out],
);
const progress = { start() {}, more() {}, at() {}, stop() {}, step: (outcome) => process.stdout.write(`${outcome}\n`) };
await ingest({ out, found, choice, log, progress, rules: 'test', executor });
