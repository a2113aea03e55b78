import type { Command } from 'commander';

/** Registers `kehoach compare`. */
export function registerCompare(_program: Command): void {}
