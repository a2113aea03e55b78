import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PlanError, type Stage } from '../../src/model/errors.ts';
import { reasonOf } from '../../src/shell/failure.ts';

const system = (code: string): Error => Object.assign(new Error(`${code}: it failed`), { code, syscall: 'open' });

const REASONS: [error: unknown, stage: Stage, code: string, says: RegExp][] = [
  [
    new PlanError('file-encrypted', 'read', 'Take the password off.'),
    'extract',
    'file-encrypted',
    /^Take the password off\.$/u,
  ],
  [system('ENOENT'), 'read', 'file-missing', /Check the path/u],
  [system('EACCES'), 'read', 'file-unreadable', /right to read/u],
  [system('ENXIO'), 'read', 'file-unreadable', /socket/u],
  [system('EIO'), 'read', 'file-unreadable', /EIO/u],
  [system('ENOSPC'), 'write', 'output-unwritable', /Make room/u],
  [system('EACCES'), 'write', 'output-unwritable', /right to write/u],
  [system('EIO'), 'write', 'output-unwritable', /EIO/u],
  [
    new TypeError('x is not a function\nat y'),
    'extract',
    'internal',
    /TypeError: x is not a function\)\. Please report/u,
  ],
  ['a string', 'extract', 'internal', /a string/u],
];
test.each(REASONS)('%s while %s is %s', (error, stage, code, says) => {
  expect(reasonOf(error, stage)).toMatchObject({ code, message: expect.stringMatching(says) });
});

test('errors as the system really raises them are known', async () => {
  const error: unknown = await readFile('/no/such/file').catch((cause: unknown) => cause);
  expect(reasonOf(error, 'read').code).toBe('file-missing');
});
