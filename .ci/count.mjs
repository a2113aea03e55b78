// Sums the tests of vitest's JSON reports, one for each run: the last line is "N passed, N failed" alone, skipped ones stand on
// the line before. A file that could not be run counts as one failure, and so does a run that left no report.
import { readFileSync } from 'node:fs';

/** What one report says; `ok` is vitest's own word for it. */
function counted(path) {
  let report;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, ok: false };
  }
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const having = (status) => tests.filter((test) => test.status === status).length;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const passed = having('passed');
  return {
    passed,
    failed: having('failed') + broken,
    skipped: tests.length - passed - having('failed'),
    ok: report.success === true && passed > 0,
  };
}

const runs = process.argv.slice(2).map(counted);
const sum = (what) => runs.reduce((total, run) => total + run[what], 0);
if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(runs.length > 0 && sum('failed') === 0 && runs.every(({ ok }) => ok) ? 0 : 1);
