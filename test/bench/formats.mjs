// A whole ingest of DOCX and of HTML: node test/bench/formats.mjs [copies]
import { readdirSync } from 'node:fs';
import { copies, filesOf, ingest, print } from './measure.mjs';

const TIMES = Number(process.argv[2] ?? 10);
const rows = [['', 'documents', 'CPU s', 'documents/CPU s', 'peak MB']];
// A zip archive may end with bytes of no meaning; so may a page.
for (const [name, folder, extension, tail] of [
  ['DOCX', 'forms/docx-numbered', '.docx', (i) => ' '.repeat(i)],
  ['HTML', 'forms/html', '.html', (i) => `<!-- ${i} -->`],
]) {
  const made = copies(filesOf(folder, extension), TIMES, tail);
  try {
    const { cpu, memory, code } = await ingest(made.folder, 1);
    if (code !== 0) console.log(`${name}: some document failed`);
    const count = readdirSync(made.folder).length;
    rows.push([name, count, cpu.toFixed(2), (count / cpu).toFixed(1), memory.toFixed(0)]);
  } finally {
    made.remove();
  }
}
print('DOCX and HTML, one process', rows);
