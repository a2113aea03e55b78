// All of extraction beside chrono-node finding dates alone, on one text of 1.3 million characters and on the same ten times
// over, in one run: node test/bench/extract.mjs [rounds]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as chrono from 'chrono-node';
import { cpuOf, DIST, print, SHARED } from './measure.mjs';

const ROUNDS = Number(process.argv[2] ?? 3);
const FILE = join(SHARED, 'real', 'txt-quy-hoach-tinh-lao-cai-2026-thuyet-minh.txt');
if (!existsSync(FILE)) console.log('extraction: ../shared/real is not there, skipped');
else await run();

async function run() {
  // As the program runs, and chrono beside it.
  await import(join(DIST, 'shell/v8.js'));
  const { readBlocks } = await import(join(DIST, 'read/read.js'));
  const { extractRecord } = await import(join(DIST, 'extract/extract.js'));
  const { GENERAL } = await import(join(DIST, 'model/pipeline.js'));
  const { loadKnowledge } = await import(join(DIST, 'knowledge/knowledge.js'));
  const knowledge = loadKnowledge();
  const limits = { maxBytes: 1e9, maxPages: 1e4, maxUnpackedBytes: 1e9, maxCharacters: 1e9 };
  const origin = { uri: 'text.txt', sha256: '0'.repeat(64), bytes: 1 };
  const text = readFileSync(FILE, 'utf8').normalize('NFC');
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  const rows = [['', 'characters', 'reading', 'extraction', 'chrono-node vi', 'extraction / chrono']];
  const times = [];
  for (const [name, size, rounds] of [
    ['first time', 1, 1],
    ['once', 1, ROUNDS],
    ['ten times over', 10, 1],
  ]) {
    const whole = text.repeat(size);
    const bytes = new TextEncoder().encode(whole);
    const [reading, extraction, dates] = [[], [], []];
    for (let i = 0; i < rounds; i++) {
      // chrono first: V8 compiles the patterns of a process the better the fewer there are.
      dates.push((await cpuOf(() => chrono.vi.parse(whole))).ms);
      const read = await cpuOf(() => readBlocks(bytes, limits, knowledge));
      reading.push(read.ms);
      extraction.push(
        (await cpuOf(() => extractRecord(read.value, origin, { knowledge, pipelines: [GENERAL], pipeline: 'auto' })))
          .ms,
      );
    }
    const [r, e, c] = [reading, extraction, dates].map(median);
    times.push(e);
    const speed = (ms) => `${(whole.length / ms / 1000).toFixed(2)} M/s`;
    rows.push([name, whole.length, speed(r), speed(e), speed(c), `1 / ${(e / c).toFixed(1)}`]);
  }
  print('Extraction, characters a CPU second', rows);
  console.log(`ten times the text takes ${(times[2] / times[1]).toFixed(1)} times the time`);
}
