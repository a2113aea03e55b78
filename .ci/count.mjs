// Counts the tests in vitest's JSON report: the last line is "N passed, N failed" alone, skipped ones stand on the line before.
// A file that could not be run counts as one failure.
import { readFileSync } from 'node:fs';

let report;
try {
  report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
} catch {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
const having = (status) => tests.filter((test) => test.status === status).length;
const broken = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
).length;
const passed = having('passed');
const failed = having('failed') + broken;
const skipped = tests.length - passed - having('failed');
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 || report.success !== true ? 1 : 0);
