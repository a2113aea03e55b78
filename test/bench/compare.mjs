// How long `kehoach compare` takes over many plans: node test/bench/compare.mjs [plans] [formats, by commas]. Needs a build;
// KEHOACH_DIST=… measures another one. The goal is 3 s and 500 MB for 5,000 plans in every format. The plans of the fixtures
// are repeated with other provinces, numbers and years; one in three says its measures in words of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manyPlans } from './many-plans.mjs';
import { CLI, node, print } from './measure.mjs';

const PLANS = Number(process.argv[2] ?? 5000);

const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-'));
try {
  const { targets } = await manyPlans(folder, PLANS);
  const rows = [['format', 'seconds', 'CPU seconds', 'MB', 'exit']];
  for (const format of process.argv[3]?.split(',') ?? ['table', 'json', 'csv', 'xlsx', 'html']) {
    const out = join(folder, `out.${format}`);
    const { wall, cpu, memory, code } = await node([CLI, 'compare', '--in', folder, '--format', format, '--out', out]);
    rows.push([format, wall.toFixed(1), cpu.toFixed(1), Math.round(memory), code]);
  }
  print(`compare: ${PLANS} plans, ${targets} targets`, rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
