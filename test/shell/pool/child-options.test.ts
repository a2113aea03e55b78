import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { childOptions } from '../../../src/shell/pool/child-options.ts';
import type { Engine } from '../../../src/shell/recognition/engine.ts';
import type { Scans } from '../../../src/shell/recognition/scans.ts';

const WASM: Engine = { kind: 'wasm', name: 'x', path: 'x' };
const PROGRAM: Engine = { kind: 'program', name: 'x', path: 'x' };

/** Seconds of processor time, and MB of memory beside what it takes without scans. */
function limitsOf(scans?: Scans): { readonly seconds: number; readonly more: number } {
  const of = (given?: Scans) => {
    const setup = { limits: DEFAULT_LIMITS, ...(given === undefined ? {} : { scans: given }) };
    return childOptions({ seconds: 120, memory: 1024 }, 200, setup).forkOpts.execArgv?.join(' ') ?? '';
  };
  const number = (name: string, text: string) =>
    Number(new RegExp(`ulimit (?:-S )?-${name} (\\d+)`, 'u').exec(text)?.[1]);
  return { seconds: number('t', of(scans)), more: (number('d', of(scans)) - number('d', of())) / 1024 };
}

const LIMITS: [what: string, scans: Scans | undefined, seconds: number, more: number][] = [
  ['nothing is said of scans', undefined, 720, 0],
  ['nothing recognises', { asked: { ocr: 'auto' } }, 720, 0],
  ['nothing is to be recognised', { asked: { ocr: 'off' }, engine: WASM }, 720, 0],
  ['each page may be one', { asked: { ocr: 'auto' }, engine: WASM }, 720 + 3000 * 15, 320],
  ['some pages may be', { asked: { ocr: 'force', pages: 10 }, engine: WASM }, 720 + 150, 320],
  ['a program reads them', { asked: { ocr: 'auto', pages: 10 }, engine: PROGRAM }, 720 + 40, 320],
];
test.skipIf(process.platform === 'win32').each(LIMITS)(
  'the limits of a process where %s',
  (_, scans, seconds, more) => {
    expect(limitsOf(scans)).toEqual({ seconds, more });
  },
);

test.skipIf(process.platform === 'win32')('a process that took all its processor time says so', () => {
  const setup = { limits: DEFAULT_LIMITS };
  const { execPath = '', execArgv = [] } = childOptions({ seconds: 1, memory: 64 }, 0, setup).forkOpts;
  const { signal } = spawnSync(execPath, [...execArgv, '-e', 'for (;;);']);
  expect(signal).toBe('SIGXCPU');
});
