import { fileURLToPath } from 'node:url';
import { pool } from 'workerpool';
import { DEFAULT_LIMITS } from '../../dist/model/block.js';
import { DEFAULT_CAPS } from '../../dist/shell/pool/caps.js';
import { childOptions } from '../../dist/shell/pool/child-options.js';

const READER = fileURLToPath(new URL('reader.mjs', import.meta.url));
/** Inputs that one process reads. */
const BATCH = 250;
/** Seconds of the processor that an input may take. */
export const SECONDS = 20;
/** The same by the clock, on a machine that does much else. */
const CLOCK = SECONDS * 6;

/** What became of the inputs of a format with these seeds, in their order. What a process died of is `lost`. */
export async function fuzz(format, from, count, told = () => undefined) {
  const outcomes = [];
  const end = from + count;
  for (let next = from; next < end; next = from + outcomes.length) {
    for (const outcome of await batchOf(format, next, Math.min(BATCH, end - next))) {
      outcomes.push(outcome);
      told(outcome);
    }
  }
  return outcomes;
}

async function batchOf(format, from, count) {
  const outcomes = [];
  let said = '';
  let stop = () => undefined;
  let clock;
  const readers = pool(READER, {
    workerType: 'process',
    maxWorkers: 1,
    emitStdStreams: true,
    ...childOptions({ ...DEFAULT_CAPS, seconds: SECONDS }, BATCH, { limits: DEFAULT_LIMITS }),
  });
  const listen = ({ begun, outcome, stdout = '', stderr = '' }) => {
    said = (said + stdout + stderr).slice(-2000);
    if (outcome !== undefined) outcomes.push(outcome);
    if (begun === undefined) return;
    clearTimeout(clock);
    clock = setTimeout(() => stop(), CLOCK * 1000);
  };
  try {
    const reading = readers.exec('read', [format, from, count], { on: listen });
    stop = () => reading.cancel();
    await reading;
  } catch (error) {
    const detail = `${String(error).slice(0, 500)}\n${said}`;
    outcomes.push({ seed: from + outcomes.length, code: 'lost', misquoted: 0, detail, seconds: 0, rss: 0 });
  } finally {
    clearTimeout(clock);
    await readers.terminate(true);
  }
  return outcomes;
}

/** Why an outcome is a fault of the program; undefined where it is none. */
export function faultOf(format, { seed, code, misquoted, seconds, detail }) {
  const what =
    code === 'internal' || code === 'lost'
      ? `${code}: ${detail}`
      : misquoted > 0
        ? `${misquoted} quotes are not the words at their place`
        : seconds > SECONDS
          ? `took ${seconds.toFixed(1)} s`
          : undefined;
  return what === undefined
    ? undefined
    : `${format}, seed ${seed} (node test/bench/fuzz.mjs 1 ${format} ${seed}): ${what}`;
}
