// Inputs that are almost documents, what became of them, and what was a fault: node test/bench/fuzz.mjs [inputs of a format]
// [format] [first seed]. 10,000 of each format take about half an hour. One input alone is written to a file besides.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '../fuzz/bases.mjs';
import { faultOf, fuzz } from '../fuzz/fuzz.mjs';
import { inputOf } from '../fuzz/mutate.mjs';
import { print } from './measure.mjs';

const COUNT = Number(process.argv[2] ?? 10_000);
const ONLY = process.argv[3];
const FROM = Number(process.argv[4] ?? 0);
const rows = [['', 'inputs', 'records', 'refused', 'internal', 'lost', 'misquoted', 'CPU s', 'longest s', 'most MB']];
for (const format of FORMATS.filter((name) => ONLY === undefined || name === ONLY)) {
  if (COUNT === 1) {
    const path = join(tmpdir(), `fuzz-${FROM}.${format}`);
    writeFileSync(path, inputOf(format, FROM));
    console.log(path);
  }
  const codes = new Map();
  const outcomes = await fuzz(format, FROM, COUNT, (outcome) => {
    const fault = faultOf(format, outcome);
    codes.set(outcome.code, (codes.get(outcome.code) ?? 0) + 1);
    if (fault === undefined) return;
    console.log(fault);
    process.exitCode = 1;
  });
  console.log(
    `${format}: ${[...codes]
      .sort((a, b) => b[1] - a[1])
      .map(([code, count]) => `${code} ${count}`)
      .join(', ')}`,
  );
  const count = (code) => codes.get(code) ?? 0;
  const most = (of) => outcomes.reduce((max, one) => Math.max(max, of(one)), 0);
  const [slowest] = outcomes.toSorted((a, b) => b.seconds - a.seconds);
  console.log(`  longest: seed ${slowest?.seed}`);
  rows.push([
    format,
    outcomes.length,
    count('record'),
    outcomes.length - count('record') - count('internal') - count('lost'),
    count('internal'),
    count('lost'),
    outcomes.reduce((sum, { misquoted }) => sum + misquoted, 0),
    outcomes.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1),
    most(({ seconds }) => seconds).toFixed(2),
    most(({ rss }) => rss).toFixed(0),
  ]);
}
print('Inputs that are almost documents', rows);
