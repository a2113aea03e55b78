import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The built program. */
export const CLI = fileURLToPath(new URL('../../dist/shell/cli.js', import.meta.url));

/** A plan with one target. */
export const PLAN =
  'ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\nSố: 12/KH-UBND\nPhú Thọ, ngày 05 tháng 5 năm 2021\n\nKẾ HOẠCH\nCải cách hành chính năm 2021\n\nI. MỤC TIÊU\n1. Tối thiểu 90% hồ sơ được giải quyết đúng hạn.\n';

export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Call {
  readonly cwd?: string;
  /** What stands on its standard input. */
  readonly input?: string | Uint8Array;
  /** File that its standard output goes to. */
  readonly stdout?: string;
  /** Told what stands on stderr so far: whether the signal (SIGKILL unless told) is to be sent now. */
  readonly kill?: (err: string) => boolean;
  readonly signal?: NodeJS.Signals;
}

/** Calls the built program and waits for its end. */
export function kehoach(args: readonly string[], { cwd, input, stdout, kill, signal }: Call = {}): Promise<Ended> {
  const out = stdout === undefined ? 'pipe' : openSync(stdout, 'w');
  const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: ['pipe', out, 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  let killed = false;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
    if (!killed && kill?.(said.err) === true) killed = child.kill(signal ?? 'SIGKILL');
  });
  // A call that is wrong ends before it has read anything.
  child.stdin?.on('error', () => undefined).end(input);
  return new Promise((done) => child.on('close', (code) => done({ code, ...said })));
}
