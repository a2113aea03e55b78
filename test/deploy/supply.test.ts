import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { folderWith } from '../shell/make.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const Lock = z.object({
  packages: z.record(z.string(), z.object({ integrity: z.string().optional(), resolved: z.string().optional() })),
});

test('every package of the lock is known by its integrity, and from no registry of its own', () => {
  const { packages } = Lock.parse(JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8')));
  const entries = Object.entries(packages).filter(([place]) => place !== '');
  expect(entries.length).toBeGreaterThan(200);
  expect(entries.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))).toEqual([]);
  expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

const licences = (folder: string) =>
  spawnSync(process.execPath, [`${ROOT}/scripts/licences.mjs`, folder], { encoding: 'utf8' });

test('all licences are permissive', () => {
  const { status, stdout, stderr } = licences(ROOT);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('zod\t');
});

const LICENCES: [licence: string, dev: boolean, fine: boolean][] = [
  ['MIT', false, true],
  ['(MIT OR GPL-3.0-or-later)', false, true],
  ['(MIT AND Zlib)', false, true],
  ['GPL-3.0-only', false, false],
  ['GPL-3.0-only', true, false],
  ['MIT AND GPL-2.0', false, false],
  ['MPL-2.0', true, true],
  ['MPL-2.0', false, false],
  ['SEE LICENSE IN x', false, false],
  ['', false, false],
];
test.each(LICENCES)('%s (in development alone: %s) is permissive: %s', async (license, dev, fine) => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0', ...(dev ? { dev } : {}) } } };
  const folder = await folderWith({
    'package-lock.json': JSON.stringify(lock),
    'node_modules/a/package.json': JSON.stringify({ name: 'a', ...(license === '' ? {} : { license }) }),
  });
  const { status, stderr } = licences(folder);
  expect([status, stderr !== '']).toEqual([fine ? 0 : 1, !fine]);
});
