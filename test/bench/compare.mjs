// How long `kehoach compare` takes over many plans: node test/bench/compare.mjs [plans]. Needs a build, and output/ of a run
// over the fixtures (npm start), whose plans are repeated with other provinces, years and figures.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PLANS = Number(process.argv[2] ?? 5000);
const IN = process.argv[3] ?? 'output';
const CLI = process.argv[4] ?? 'dist/shell/cli.js';
const table = (name) =>
  readFileSync(join(IN, `${name}.ndjson`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const documents = table('documents');
const targets = new Map(documents.map(({ id }) => [id, []]));
for (const target of table('targets')) targets.get(target.document)?.push(target);
const { before } = JSON.parse(readFileSync('src/knowledge/tables/provinces.json', 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-'));
try {
  const lines = { documents: [], targets: [] };
  for (let i = 0; i < PLANS; i++) {
    const document = documents[i % documents.length];
    const { code, name } = before[i % before.length];
    const id = `${document.id}-${i}`;
    const province = { code, iso: null, name, set: 63, basis: 'header' };
    lines.documents.push({ ...document, id, province, number: `${i}/KH-UBND`, issuedOn: `20${10 + (i % 15)}-01-01` });
    for (const [j, target] of targets.get(document.id).entries()) {
      const { code: measure, text } = target.indicator;
      // One in three says it in words of its own.
      const own = i % 3 === 0 ? `${text} tại ${name} lần ${i % 40}` : text;
      lines.targets.push({
        ...target,
        document: id,
        id: `${id}#t${j}`,
        province,
        indicator: { code: measure, text: own },
      });
    }
  }
  for (const [name, list] of Object.entries(lines)) {
    writeFileSync(join(folder, `${name}.ndjson`), `${list.map((line) => JSON.stringify(line)).join('\n')}\n`);
  }
  for (const format of ['table', 'json', 'csv', 'xlsx']) {
    const script = `process.on('exit', () => { const { maxRSS } = process.resourceUsage(); process.stderr.write('\\nRSS ' + Math.round(maxRSS / 1024)); });`;
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(script)}`,
        CLI,
        'compare',
        '--in',
        folder,
        '--format',
        format,
        '--out',
        join(folder, `out.${format}`),
      ],
      { encoding: 'utf8' },
    );
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const memory = /RSS (?<mb>\d+)/u.exec(stderr)?.groups?.mb ?? '?';
    process.stdout.write(
      `${PLANS} plans, ${lines.targets.length} targets, ${format}: ${seconds} s, ${memory} MB, exit ${status}\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
