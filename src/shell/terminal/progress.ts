import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../ingest.ts';

/** Where progress is shown: stderr, so that stdout holds results alone. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** A screen on which a line can be written over. */
type Terminal = NodeJS.WritableStream & Screen & { readonly columns: number };

const SILENT: Progress = { start() {}, more() {}, step() {}, stop() {} };

/** A bar on a terminal, a plain line now and then elsewhere, nothing when the run is to be quiet. */
export function openProgress(silent: boolean, screen: Terminal | Screen = process.stderr): Progress {
  if (silent) return SILENT;
  return screen.isTTY === true && 'columns' in screen ? bar(screen) : plainLines(screen);
}

/** Columns that the figures beside the bar take, those of long runs too. */
const FIGURES = 60;

function bar(stream: Terminal): Progress {
  const line = new SingleBar(
    {
      stream,
      // What tells most comes first: at the edge of the terminal the line is cut.
      format: '{value}/{total} documents · {failed} failed · {rate}/s · {left} left {bar}',
      barsize: Math.max(5, Math.min(40, stream.columns - FIGURES)),
      hideCursor: true,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  );
  const count = counter();
  return {
    start(total) {
      count.start(total);
      line.start(total, 0, count.payload());
    },
    more(documents) {
      count.more(documents);
      line.setTotal(count.total());
    },
    step(outcome) {
      count.step(outcome === 'failed');
      line.increment(1, count.payload());
    },
    stop: () => line.stop(),
  };
}

/** Milliseconds between two plain lines. */
const PAUSE = 5000;

function plainLines(screen: Screen, clock: () => number = Date.now): Progress {
  const count = counter(clock);
  let last = 0;
  let said = true;
  const say = (): void => {
    const { failed, rate, left } = count.payload();
    screen.write(`${count.done()}/${count.total()} documents, ${failed} failed, ${rate}/s, ${left} left\n`);
    last = clock();
    said = true;
  };
  return {
    start(total) {
      count.start(total);
      last = clock();
      said = total === 0;
    },
    more: count.more,
    step(outcome) {
      count.step(outcome === 'failed');
      said = false;
      if (clock() - last >= PAUSE) say();
    },
    stop() {
      if (!said) say();
    },
  };
}

function counter(clock: () => number = Date.now) {
  let total = 0;
  let done = 0;
  let failed = 0;
  let started = 0;
  return {
    total: () => total,
    done: () => done,
    start(documents: number) {
      total = documents;
      started = clock();
    },
    more(documents: number) {
      total += documents;
    },
    step(failure: boolean) {
      done++;
      if (failure) failed++;
    },
    payload() {
      const seconds = Math.max(clock() - started, 1) / 1000;
      const rate = done / seconds;
      return { failed, rate: rate.toFixed(1), left: done === 0 ? '?' : duration((total - done) / rate) };
    },
  };
}

/** "3 min 5 s" */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
