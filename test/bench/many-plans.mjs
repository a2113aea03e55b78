// An output folder of many plans for benchmarks: the plans of the fixtures, repeated with other provinces, numbers and years; one
// in three says its measures in words of its own.
import { copyFileSync, createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { CLI, node } from './measure.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { before } = JSON.parse(readFileSync(join(ROOT, 'src/knowledge/tables/provinces.json'), 'utf8'));
const by = (a, b) => (a.id < b.id ? -1 : 1);

/**
 * @param {string} folder where it is made
 * @param {number} plans
 * @param {boolean} records whether documents/ holds records too, or their texts alone
 * @returns {Promise<{ targets: number }>}
 */
export async function manyPlans(folder, plans, records = false) {
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

  const record = (id) => JSON.parse(readFileSync(join(folder, 'fixtures', 'documents', `${id}.json`), 'utf8'));
  const written = { documents: [], targets: [], tasks: [], failures: [] };
  mkdirSync(join(folder, 'documents'));
  for (let i = 0; i < plans; i++) {
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
    if (records) {
      const own = record(document.id);
      const rename = (item) => ({ ...item, id: item.id.replace(document.id, id) });
      const sha256 = `${i.toString(16).padStart(8, '0')}${own.document.sha256.slice(8)}`;
      const header = { ...own.document, id, sha256, province, number: `${i}/KH-UBND`, issuedOn: `${year}-01-01` };
      header.source = { ...header.source, uri: `plans/${id}.html` };
      const whole = { ...own, document: header, targets: own.targets.map(rename), tasks: own.tasks.map(rename) };
      writeFileSync(join(folder, 'documents', `${id}.json`), `${JSON.stringify(whole, null, 2)}\n`);
    }
    copyFileSync(join(folder, 'fixtures', 'documents', `${document.id}.txt`), join(folder, 'documents', `${id}.txt`));
  }
  for (const [name, list] of Object.entries(written)) {
    const file = createWriteStream(join(folder, `${name}.ndjson`));
    const ordered =
      name === 'documents'
        ? list.sort(by)
        : list.sort((a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : 0));
    for (const line of ordered) file.write(`${JSON.stringify(line)}\n`);
    file.end();
    await finished(file);
  }
  return { targets: written.targets.length };
}
