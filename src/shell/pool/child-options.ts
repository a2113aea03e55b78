import type { ForkOptions } from 'node:child_process';
import type { Caps } from './caps.ts';
import type { WorkerSetup } from './task.ts';

/** MB that a process takes beside the memory of a document: the program, its tables, the stacks of its threads. */
const BESIDE = 256;
/** MB of addresses that V8 keeps for code as if it wrote to them all; from Node 24 on they count as memory that can be written. */
const CODE = Number(process.versions.node.split('.')[0]) >= 24 ? 512 : 0;
/** Seconds of processor time for a document of usual size, many times over. */
export const USUAL = 3;
/** Seconds of processor time between being told that it is over and being killed. */
const SPARE = 10;
/** Seconds of processor time for a page that is read from its image: with what is done to it before, and where another program reads it. */
const PAGE = { wasm: 15, program: 4 };
/** MB that reading it takes, beside what the program does. */
const PICTURES = 320;

/**
 * How a process that reads documents is started: in a shell that first lowers its limits, where there is such a shell. The
 * kernel then holds memory that is not on V8's heap too, and ends what loops on after its parent died.
 */
export function childOptions(
  { seconds, memory }: Caps,
  documents: number,
  { limits: { maxPages }, scans }: Pick<WorkerSetup, 'limits' | 'scans'>,
): { readonly forkArgs: string[]; readonly forkOpts: ForkOptions } {
  const { engine, asked } = scans ?? {};
  const recognises = engine !== undefined && asked?.ocr !== 'off';
  const pages = recognises ? (asked?.pages ?? maxPages) * PAGE[engine.kind] : 0;
  const flags = [`--max-old-space-size=${memory}`, '--max-semi-space-size=8'];
  const fork: ForkOptions = {
    // Typed arrays pass as they are.
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  };
  if (process.platform === 'win32') return { forkArgs: [], forkOpts: { ...fork, execArgv: flags } };
  const processor = Math.ceil(seconds + documents * USUAL + pages);
  const limits = [
    // Of memory that can be written, in KB.
    `ulimit -d ${(memory + BESIDE + CODE + (recognises ? PICTURES : 0)) * 1024}`,
    // A process that took as long as its documents may is not given another one: its pages are those of one document.
    `ulimit -S -t ${processor}`,
    // Above the other one: where both are the same, the kernel kills at once and does not say why (SIGXCPU).
    `ulimit -H -t ${processor + SPARE}`,
    'ulimit -c 0',
  ];
  // Where a limit cannot be lowered, or is lower already, the process runs under what there is.
  const script = `${limits.map((limit) => `${limit} 2>/dev/null`).join('; ')}; exec "$0" "$@"`;
  return {
    forkArgs: [],
    forkOpts: { ...fork, execPath: '/bin/sh', execArgv: ['-c', script, process.execPath, ...flags] },
  };
}
