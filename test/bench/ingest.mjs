// In-process ingest with one and two processes, and its memory over few and many documents: node test/bench/ingest.mjs [copies]
import { readdirSync } from 'node:fs';
import { copies, filesOf, ingest, print } from './measure.mjs';

const TIMES = Number(process.argv[2] ?? 10);
const files = filesOf('forms/pdf-word', '.pdf');
const rows = [['documents', 'processes', 'wall s', 'CPU s', 'documents/s', 'peak MB']];
for (const [times, processes] of [
  [TIMES, 1],
  [TIMES, 2],
  [TIMES * 4, 2],
]) {
  const made = copies(files, times, (i) => `\n% ${i}\n`);
  try {
    const { wall, cpu, memory } = await ingest(made.folder, processes);
    const count = readdirSync(made.folder).length;
    rows.push([count, processes, wall.toFixed(1), cpu.toFixed(1), (count / wall).toFixed(1), memory.toFixed(0)]);
  } finally {
    made.remove();
  }
}
print('In-process ingest of PDF', rows);
