// How long `kehoach compare` takes over many plans: node test/bench/compare.mjs [plans] [formats, by commas]. Needs a build;
// KEHOACH_DIST=… measures another one. The goal is 3 s and 500 MB for 5,000 plans in every format. The plans of the fixtures
// are repeated with other provinces, numbers and years; one in three says its measures in words of its own.
import { copyFileSync, createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { CLI, node, print } from './measure.mjs';

const PLANS = Number(process.argv[2] ?? 5000);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { before } = JSON.parse(readFileSync(join(ROOT, 'src/knowledge/tables/provinces.json'), 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-'));
try {
  const fixtures = join(ROOT, 'fixtures');
  await node([
    CLI,
    'ingest',
    fixtures,
    '--manifest',
    join(fixtures, 'manifest.csv'),
    '--out',
    join(folder, 'fixtures'),
  ]);
  const table = (name) =>
    readFileSync(join(folder, 'fixtures', `${name}.ndjson`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const documents = table('documents');
  const [targetsOf, tasksOf] = ['targets', 'tasks'].map((name) => {
    const found = new Map(documents.map(({ id }) => [id, []]));
    for (const item of table(name)) found.get(item.document)?.push(item);
    return found;
  });

  const written = { documents: [], targets: [], tasks: [], failures: [] };
  mkdirSync(join(folder, 'documents'));
  for (let i = 0; i < PLANS; i++) {
    const document = documents[i % documents.length];
    const { code, name } = before[i % before.length];
    const id = `${document.id}-${i}`;
    const province = { code, iso: null, name, set: 63, basis: 'header' };
    const year = 2010 + (i % 15);
    written.documents.push({ ...document, id, province, number: `${i}/KH-UBND`, issuedOn: `${year}-01-01` });
    for (const [j, target] of targetsOf.get(document.id).entries()) {
      const { code: measure, text } = target.indicator;
      const own = i % 3 === 0 ? `${text} tại ${name} lần ${i % 40}` : text;
      const indicator = { code: measure, text: own };
      written.targets.push({ ...target, document: id, id: `${id}#t${j}`, province, indicator });
    }
    for (const [j, task] of tasksOf.get(document.id).entries())
      written.tasks.push({ ...task, document: id, id: `${id}#k${j}`, province });
    // The page shows the text around a quote.
    copyFileSync(join(folder, 'fixtures', 'documents', `${document.id}.txt`), join(folder, 'documents', `${id}.txt`));
  }
  for (const [name, list] of Object.entries(written)) {
    const file = createWriteStream(join(folder, `${name}.ndjson`));
    for (const line of list) file.write(`${JSON.stringify(line)}\n`);
    file.end();
    await finished(file);
  }
  const rows = [['format', 'seconds', 'CPU seconds', 'MB', 'exit']];
  for (const format of process.argv[3]?.split(',') ?? ['table', 'json', 'csv', 'xlsx', 'html']) {
    const out = join(folder, `out.${format}`);
    const { wall, cpu, memory, code } = await node([CLI, 'compare', '--in', folder, '--format', format, '--out', out]);
    rows.push([format, wall.toFixed(1), cpu.toFixed(1), Math.round(memory), code]);
  }
  print(`compare: ${PLANS} plans, ${written.targets.length} targets`, rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
