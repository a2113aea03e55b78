import type { ForkOptions } from 'node:child_process';
import type { Caps } from './caps.ts';

/** MB that a process takes beside the memory of a document: the program, its tables, the stacks of its threads. */
const BESIDE = 256;
/** MB of addresses that V8 keeps for code as if it wrote to them all; from Node 24 on they count as memory that can be written. */
const CODE = Number(process.versions.node.split('.')[0]) >= 24 ? 512 : 0;
/** Seconds of processor time for a document of usual size, many times over. */
const USUAL = 3;

/**
 * How a process that reads documents is started: in a shell that first lowers its limits, where there is such a shell. The
 * kernel then holds memory that is not on V8's heap too, and ends what loops on after its parent died.
 */
export function childOptions(
  { seconds, memory }: Caps,
  documents: number,
): { readonly forkArgs: string[]; readonly forkOpts: ForkOptions } {
  const flags = [`--max-old-space-size=${memory}`, '--max-semi-space-size=8'];
  const fork: ForkOptions = {
    // Typed arrays pass as they are.
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  };
  if (process.platform === 'win32') return { forkArgs: [], forkOpts: { ...fork, execArgv: flags } };
  const limits = [
    // Of memory that can be written, in KB.
    `ulimit -d ${(memory + BESIDE + CODE) * 1024}`,
    `ulimit -t ${Math.ceil(seconds + documents * USUAL)}`,
    'ulimit -c 0',
  ];
  // Where a limit cannot be lowered, or is lower already, the process runs under what there is.
  const script = `${limits.map((limit) => `${limit} 2>/dev/null`).join('; ')}; exec "$0" "$@"`;
  return {
    forkArgs: [],
    forkOpts: { ...fork, execPath: '/bin/sh', execArgv: ['-c', script, process.execPath, ...flags] },
  };
}
