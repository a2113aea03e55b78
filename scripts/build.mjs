// Compiles src/ to dist/ and puts the tables beside the compiled loader.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (tsc.status !== 0) process.exit(tsc.status ?? 1);
cpSync('src/knowledge/tables', 'dist/knowledge/tables', { recursive: true });
chmodSync('dist/shell/cli.js', 0o755);
