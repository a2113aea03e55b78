// Runs in a process of the pool's kind: makes inputs, reads them as the program does, says what became of each.
import '../../dist/shell/v8.js';
import '../../dist/shell/pool/no-canvas.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { worker, workerEmit } from 'workerpool';
import { DEFAULT_LIMITS } from '../../dist/model/block.js';
import { openAttachments } from '../../dist/read/pdf/attachments.js';
import { processDocument } from '../../dist/run.js';
import { reasonOf } from '../../dist/shell/failure.js';
import { unpackArchive } from '../../dist/shell/sources/zip/archive.js';
import { DEFAULT_ARCHIVE_CAPS } from '../../dist/shell/sources/zip/caps.js';
import { inputOf } from './mutate.mjs';

/** The documents of an input: an archive's one by one. */
async function documentsOf(format, bytes) {
  if (format === 'portfolio') return [async () => bytes, ...(await attachmentsOf(bytes))];
  if (format !== 'zip') return [async () => bytes];
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-fuzz-'));
  const path = join(folder, 'a.zip');
  writeFileSync(path, bytes);
  try {
    const unpacked = await unpackArchive({ uri: 'a.zip', place: 'a.zip', declared: {} }, path, DEFAULT_ARCHIVE_CAPS);
    if (unpacked === undefined) return [async () => bytes];
    const read = [];
    for (const source of unpacked.sources)
      read.push(
        await source.read(2 ** 26).then(
          (one) => async () => one,
          (error) => () => Promise.reject(error),
        ),
      );
    return read;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is attached to a PDF; where it cannot be opened, why. */
async function attachmentsOf(bytes) {
  return openAttachments(new Uint8Array(bytes), DEFAULT_LIMITS).then(
    ({ documents }) => documents.map((one) => async () => one.bytes),
    (error) => [() => Promise.reject(error)],
  );
}

/** Quotes of a record that are not the words at their place. */
function misquoted(value, text) {
  if (typeof value !== 'object' || value === null) return 0;
  const own = typeof value.quote === 'string' && value.quote !== text.slice(value.start, value.end) ? 1 : 0;
  return Object.values(value).reduce((sum, one) => sum + misquoted(one, text), own);
}

async function readInput(format, seed) {
  const outcome = { seed, code: 'record', misquoted: 0, detail: '' };
  const fail = (error) => {
    // Of several documents of an archive, an error of ours is told before any other.
    if (outcome.code === 'internal') return;
    outcome.code = reasonOf(error, 'read').code;
    outcome.detail = outcome.code === 'internal' ? String(error?.stack ?? error) : '';
  };
  try {
    for (const bytes of await documentsOf(format, inputOf(format, seed))) {
      try {
        const { record, text } = await processDocument(new Uint8Array(await bytes()), { uri: `a.${format}` });
        outcome.misquoted += misquoted(record, text);
      } catch (error) {
        fail(error);
      }
    }
  } catch (error) {
    fail(error);
  }
  return outcome;
}

async function read(format, from, count) {
  for (let seed = from; seed < from + count; seed++) {
    workerEmit({ begun: seed });
    const before = process.cpuUsage();
    const outcome = await readInput(format, seed);
    const { user, system } = process.cpuUsage(before);
    workerEmit({ outcome: { ...outcome, seconds: (user + system) / 1e6, rss: process.memoryUsage.rss() / 2 ** 20 } });
  }
}

worker({ read });
