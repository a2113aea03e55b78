import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the page of indicator codes is what the pipelines say', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/indicators.mjs', '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
