// Counts the tests in vitest's JSON report: "N passed, N failed", and how many were skipped if any were. A file that could not
// be run counts as one failure.
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
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 || report.success !== true ? 1 : 0);
