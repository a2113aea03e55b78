// npm run accuracy: how exact the records are, beside the figures of docs/accuracy.md. Exit code 1 where one is lower than written
// there, or has no place there; 2 where it cannot be measured. With --write the page gets the measured figures.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { ROOT } from '../bench/measure.mjs';
import { measureAll, missing } from './measures.mjs';
import { compare, holds, renew } from './page.mjs';

const PAGE = join(ROOT, 'docs', 'accuracy.md');
const lacks = missing();
if (lacks.length > 0) {
  process.stderr.write(`The annotated documents are no part of this package. Not there: ${lacks.join(', ')}\n`);
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'kehoach-accuracy-'));
try {
  const { figures, left } = measureAll(work, (what) => process.stderr.write(`${what} …\n`));
  if (process.argv.includes('--write')) writeFileSync(PAGE, renew(readFileSync(PAGE, 'utf8'), figures));
  const notHere = ({ key, verdict }) =>
    verdict === 'unmeasured' && left.some(({ table, row }) => key.startsWith(`${table} | ${row} | `));
  const rows = compare(readFileSync(PAGE, 'utf8'), figures).filter((row) => !notHere(row));
  const table = new Table({ head: ['', 'of what', 'figure', 'now', 'docs/accuracy.md', ''], style: { head: [] } });
  for (const { key, now = '', floor = '', verdict } of rows)
    table.push([...key.split(' | '), now, floor, verdict === 'same' ? '' : verdict]);
  process.stdout.write(`${table.toString()}\n`);
  for (const { table: of, row, why } of left) process.stdout.write(`not measured: ${of} ${row} (${why})\n`);
  const bad = rows.filter((row) => !holds([row]));
  process.stdout.write(bad.length === 0 ? 'No figure fell.\n' : `${bad.length} figures do not hold.\n`);
  process.exitCode = bad.length === 0 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
