// Compiles src/ to dist/ and puts the tables beside the compiled loader. The new dist/ takes the place of the old one whole:
// a program that is running meanwhile, or a build that fails, never sees half of it.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, renameSync, rmSync } from 'node:fs';

const draft = `dist.${process.pid}`;
const args = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', draft];
const tsc = spawnSync(process.execPath, args, { stdio: 'inherit' });
if (tsc.status !== 0) {
  rmSync(draft, { recursive: true, force: true });
  process.exit(tsc.status ?? 1);
}
cpSync('src/knowledge/tables', `${draft}/knowledge/tables`, { recursive: true });
cpSync('src/shell/page', `${draft}/shell/page`, { recursive: true });
chmodSync(`${draft}/shell/cli.js`, 0o755);
if (existsSync('dist')) renameSync('dist', `${draft}.old`);
renameSync(draft, 'dist');
rmSync(`${draft}.old`, { recursive: true, force: true });
