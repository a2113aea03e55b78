import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Runs "$@" with limits of processor time and memory, and ends it when the other end of pipe 3 is closed: as this process closes it,
 * or as the system does when this process is no more.
 */
const guard = ({ seconds, memory }: GuardedCaps): string => `ulimit -S -t ${seconds} 2>/dev/null
${memory === undefined ? '' : `ulimit -S -d ${memory * 1024} 2>/dev/null`}
exec 4<&0
"$0" "$@" <&4 3<&- &
run=$!
exec 4<&-
{ cat <&3; kill -9 $run; } >/dev/null 2>&1 &
guard=$!
wait $run
status=$?
kill $guard 2>/dev/null
exit $status`;
/** What a shell says of a process that the kernel ended for its limit: 128 and SIGXCPU. */
const OUT_OF_TIME = 128 + 24;

/** What a program may take and say. */
export interface GuardedCaps {
  /** Seconds of processor time. */
  readonly seconds: number;
  /** Seconds by the clock, for what waits and takes no time. */
  readonly clock: number;
  /** Bytes that it says. */
  readonly most: number;
  /** MB; what this process may take unless told. */
  readonly memory?: number;
}

export type Ended =
  | { readonly said: Buffer }
  /** It took more time than it may. */
  | { readonly late: true }
  /** What it complained of, and how it ended. */
  | { readonly failed: string };

/**
 * Runs another program on what is given to it, and ends it with this one.
 *
 * @throws where it cannot be started
 */
export function runGuarded(
  path: string,
  args: readonly string[],
  input: Uint8Array,
  env: NodeJS.ProcessEnv,
  caps: GuardedCaps,
): Promise<Ended> {
  const { clock, most } = caps;
  const child = start(path, args, env, caps);
  return new Promise((done, refuse) => {
    const [said, complained]: [Buffer[], string[]] = [[], []];
    let length = 0;
    let late = false;
    const end = (): void => {
      child.stdio[3]?.destroy();
      child.kill('SIGKILL');
    };
    const patience = setTimeout(() => {
      late = true;
      end();
    }, clock * 1000);
    // What ends before it has read all says so by its status.
    child.stdin?.on('error', () => undefined).end(input);
    child.stdio[3]?.on('error', () => undefined);
    child.stdout?.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length > most) end();
      else said.push(piece);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (complained.length < 100) complained.push(text);
    });
    child.once('error', (error) => {
      clearTimeout(patience);
      refuse(error);
    });
    // The guard lets go of the pipe when it is closed here; until then the pipe counts as open.
    child.once('exit', () => child.stdio[3]?.destroy());
    child.once('close', (status, signal) => {
      clearTimeout(patience);
      if (status === 0) done({ said: Buffer.concat(said) });
      else if (late || status === OUT_OF_TIME || signal === 'SIGXCPU') done({ late: true });
      else done({ failed: `${complained.join('')}\n${signal ?? `exit code ${status}`}` });
    });
  });
}

const start = (path: string, args: readonly string[], env: NodeJS.ProcessEnv, caps: GuardedCaps): ChildProcess =>
  process.platform === 'win32'
    ? spawn(path, args, { env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
    : spawn('/bin/sh', ['-c', guard(caps), path, ...args], { env, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
