// Compiles src/ to dist/, bundles the pages and puts tables and pipelines beside the compiled loaders. The new dist/ takes the place of the old one whole:
// a program that is running meanwhile, or a build that fails, never sees half of it.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { bundlePages } from './bundle-page.mjs';

const draft = `dist.${process.pid}`;
const TSC = 'node_modules/typescript/bin/tsc';

/** Ends the build where it fails. */
function tsc(...args) {
  const { status } = spawnSync(process.execPath, [TSC, ...args], { stdio: 'inherit' });
  if (status === 0) return;
  rmSync(draft, { recursive: true, force: true });
  process.exit(status ?? 1);
}

tsc('-p', 'tsconfig.build.json', '--outDir', draft);
tsc('-p', 'src/shell/page');
cpSync('src/knowledge/tables', `${draft}/knowledge/tables`, { recursive: true });
try {
  await bundlePages(`${draft}/shell/page`);
  const { pipelinesAtBuild } = await import(new URL(`../${draft}/shell/pipelines.js`, import.meta.url).href);
  writeFileSync(`${draft}/shell/pipelines-at-build.json`, await pipelinesAtBuild());
} catch (error) {
  rmSync(draft, { recursive: true, force: true });
  throw error;
}
chmodSync(`${draft}/shell/cli.js`, 0o755);
if (existsSync('dist')) renameSync('dist', `${draft}.old`);
renameSync(draft, 'dist');
rmSync(`${draft}.old`, { recursive: true, force: true });
