// A whole ingest of some 200 pages of PDF beside pdf.js and pdftotext on the same files, one after the other, three times
// over, the middle of each: node test/bench/pdf.mjs [copies] [rounds]. Both processes are counted from their start.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copies, filesOf, ingest, node, print, program } from './measure.mjs';

const TIMES = Number(process.argv[2] ?? 4);
const ROUNDS = Number(process.argv[3] ?? 3);
const BARE = fileURLToPath(new URL('bare-pdfjs.mjs', import.meta.url));
const { folder, remove } = copies(filesOf('forms/pdf-word', '.pdf'), TIMES, (i) => `\n% ${i}\n`);
try {
  const runs = [];
  for (let i = 0; i < ROUNDS; i++) runs.push([await node([BARE, folder]), await ingest(folder, 1)]);
  const [bare, whole] = [0, 1].map((which) => runs.map((run) => run[which]).sort((a, b) => a.cpu - b.cpu)[ROUNDS >> 1]);
  let text = 0;
  for (const name of readdirSync(folder)) {
    const seconds = await program('pdftotext', '-layout', join(folder, name), '-');
    if (seconds === undefined) {
      console.log('pdftotext is not installed (poppler-utils): left out');
      text = undefined;
      break;
    }
    text += seconds;
  }
  const pages = Number(bare.out);
  const row = (name, cpu, memory) => [
    name,
    cpu.toFixed(2),
    (pages / cpu).toFixed(0),
    (cpu / bare.cpu).toFixed(2),
    memory?.toFixed(0) ?? '',
  ];
  print(`PDF, ${pages} pages`, [
    ['', 'CPU s', 'pages/CPU s', 'x pdf.js', 'peak MB'],
    row('kehoach ingest', whole.cpu, whole.memory),
    row('pdf.js, text alone', bare.cpu, bare.memory),
    ...(text === undefined ? [] : [row('pdftotext -layout', text)]),
  ]);
} finally {
  remove();
}
