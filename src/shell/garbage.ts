import { setFlagsFromString } from 'node:v8';

/**
 * For a process that only passes on what others read: what it is done with is thrown away at once, in place of 16 MB at a
 * time. A run takes some 70 MB less, and no more of the processor.
 */
export function throwAwayAtOnce(): void {
  if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString('--semi-space-growth-factor=1');
}
