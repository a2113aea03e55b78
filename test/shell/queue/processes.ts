import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import type { SubmitOptions } from '../../../src/shell/queue/submit/submit.ts';
import type { WorkerOptions } from '../../../src/shell/queue/work/worker.ts';
import { DOUBLE, GENERAL } from '../make.ts';
import { type Bench, QUICK } from './make.ts';

export { CLI } from '../program.ts';

/** A process of the test, and what it printed so far. */
export interface Process {
  readonly lines: readonly string[];
  readonly errors: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Process {
  const child: ChildProcess = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter((line) => line !== ''));
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return {
    lines,
    errors: () => errors,
    kill: (signal) => void child.kill(signal),
    ended: new Promise((done) => child.once('close', done)),
  };
}

/** A worker of the built program, with the double in place of the extraction. */
export function workerProcess(
  { url, prefix }: Bench,
  options: Partial<WorkerOptions> & { grace?: number } = {},
): Process {
  const caps = { seconds: 20, memory: 256 };
  const all = { url, prefix, concurrency: 2, caps, rules: 'test', reader: DOUBLE, ...QUICK, ...options };
  return run(at('./doubles/worker-process.mjs'), [JSON.stringify(all)]);
}

export function submitProcess(
  { url, prefix }: Bench,
  given: readonly string[],
  out: string,
  options: Partial<SubmitOptions> = {},
): Process {
  const all = { url, prefix, given, out, choice: GENERAL, limits: DEFAULT_LIMITS, backoff: 50, sweep: 200, ...options };
  return run(at('./doubles/submit-process.mjs'), [JSON.stringify(all)]);
}
