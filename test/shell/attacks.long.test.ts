import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/model/errors.ts';
import type { IngestResult } from '../../src/shell/ingest.ts';
import { readManifest } from '../../src/shell/sources/manifest.ts';
import { makePdf } from '../read/pdf/make-pdf.ts';
import { folderWith, ingestWith, linesOf } from './make.ts';
import { PLAN } from './program.ts';
import { openBench } from './queue/make.ts';

const ATTACKS = new URL('../../../shared/attacks/', import.meta.url);
const here = existsSync(ATTACKS);
if (!here) console.warn('skipped: the attacks are not at ../shared/attacks');
const attacks = here ? readdirSync(ATTACKS) : [];

/** The reader of the program, not its double. */
const READER = fileURLToPath(new URL('../../dist/shell/pool/worker.js', import.meta.url));
const CAPS = { seconds: 10, memory: 256 };
/** Files of same-names.zip. */
const IN_ARCHIVES = 6;
/** A manifest whose path no file can have. */
const MANIFEST = 'manifest-nul.csv';

/** A claim of 16 million letters, packed so that only the limits of the process are left to stop it. */
function hiddenClaim(): Uint8Array {
  const plain = Buffer.from(makePdf([{ text: [{ x: 50, y: 700, text: PLAN.replaceAll('\n', ' ') }] }])).toString(
    'latin1',
  );
  const claim = '1 beginbfrange <0000> <00fffffe> <0041> endbfrange endcmap';
  const packed = plain.replace(/<< \/Length \d+ >>\nstream\n(?<map>\/CIDInit.*?)\nendstream/su, (_, map: string) => {
    const hex = Buffer.from(map.replace('endcmap', claim), 'latin1').toString('hex');
    return `<< /Filter /ASCIIHexDecode /Length ${hex.length + 1} >>\nstream\n${hex}>\nendstream`;
  });
  return Buffer.from(packed, 'latin1');
}

/** A folder in which 100 documents are, with one path that no file can have; an archive counts as what it holds. */
async function hundred(): Promise<{ folder: string; given: { path: string }[] }> {
  const plans = 100 - (attacks.length - 1 + IN_ARCHIVES) - 2;
  const files = Object.fromEntries([
    ...attacks.map((name) => [`in/attacks/${name}`, readFileSync(new URL(name, ATTACKS))]),
    ['in/hidden.pdf', hiddenClaim()],
    ...Array.from({ length: plans }, (_, i) => [`in/${i}.txt`, PLAN.replace('12/', `${i + 100}/`)]),
  ]);
  const folder = await folderWith(files);
  await expect(readManifest(`${folder}/in/attacks/${MANIFEST}`, () => true)).rejects.toThrow(/a NUL stands there/u);
  // What such a list would name, given by itself.
  return { folder, given: [{ path: `${folder}/in` }, { path: `${folder}/in/no\0file.txt` }] };
}

async function accounted(result: IngestResult, folder: string): Promise<void> {
  const { sources, outcomes, left, failures, damaged } = result;
  expect({ sources, left, damaged }).toEqual({ sources: 100, left: 0, damaged: [] });
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(100);
  expect(failures.length).toBe(outcomes.failed);
  for (const { code } of failures) expect(ERROR_CODES.filter((one) => one !== 'internal')).toContain(code);
  const documents = await linesOf(`${folder}/out`, 'documents');
  expect(documents.length).toBe(outcomes.new);
  const placed = JSON.stringify(documents);
  // Each attack is a record or a failure; plans are records, whatever lay beside them.
  for (const name of attacks)
    expect([name, placed.includes(name) || failures.some(({ source }) => source.includes(name))]).toEqual([name, true]);
  const [hidden] = failures.filter(({ source }) => source.endsWith('hidden.pdf'));
  expect(['memory-exceeded', 'time-exceeded']).toContain(hidden?.code);
  expect(failures.filter(({ source }) => /in\/\d+\.txt$/u.test(source))).toEqual([]);
  expect(failures.filter(({ source }) => source.includes('\0'))).toHaveLength(1);
}

describe.skipIf(!here)('100 documents among which are all attacks', () => {
  test('in-process', { timeout: 300_000 }, async () => {
    const { folder, given } = await hundred();
    const result = await ingestWith(given, `${folder}/out`, { worker: READER, caps: CAPS });
    await accounted(result, folder);
  });

  test.each([1, 2])('through the queue with %s workers', { timeout: 600_000 }, async (count) => {
    const bench = await openBench();
    const { folder, given } = await hundred();
    for (let i = 0; i < count; i++) await bench.worker({ concurrency: 1, caps: CAPS, reader: READER });
    const result = await bench.submit(given, `${folder}/out`, { ingest: { concurrency: count } });
    await accounted(result, folder);
  });
});
