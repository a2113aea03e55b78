import { Presets, SingleBar } from 'cli-progress';
import stringWidth from 'string-width';
import type { Progress } from '../tally.ts';
import { printable } from './printable.ts';

/** Where progress is shown: stderr, so that stdout holds results alone. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** A screen on which a line can be written over. */
type Terminal = NodeJS.WritableStream & Screen & { readonly columns: number };

const SILENT: Progress = { start() {}, more() {}, at() {}, step() {}, stop() {} };

/** A bar on a terminal, a plain line now and then elsewhere, nothing when the run is to be quiet. */
export function openProgress(silent: boolean, screen: Terminal | Screen = process.stderr): Progress {
  if (silent) return SILENT;
  return screen.isTTY === true && 'columns' in screen ? bar(screen) : plainLines(screen);
}

/** Columns of the bar. */
const BAR = 10;
/** Milliseconds after which the figures are counted anew, whether a document was done or not. */
const REFRESH = 1000;

function bar(stream: Terminal): Progress {
  const line = new SingleBar(
    {
      stream,
      // What tells most comes first: at the edge of the terminal the line is cut.
      format: '{figures} {bar} {source}',
      barsize: BAR,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  const count = counter();
  let source = '';
  let clock: NodeJS.Timeout | undefined;
  const payload = (): { figures: string; source: string } => {
    const { failed, rate, left } = count.payload();
    const figures = `${count.done()}/${count.total()} documents · ${failed} failed · ${rate}/s · ${left} left`;
    return { figures, source: endOf(source, stream.columns - stringWidth(figures) - BAR - 3) };
  };
  return {
    start(total) {
      count.start(total);
      line.start(total, 0, payload());
      clock = setInterval(() => line.update(payload()), REFRESH).unref();
    },
    more(documents) {
      count.more(documents);
      line.setTotal(count.total());
    },
    at(next) {
      source = printable(next);
      line.update(payload());
    },
    step(outcome) {
      count.step(outcome === 'failed');
      line.increment(1, payload());
    },
    stop() {
      clearInterval(clock);
      source = '';
      line.update(payload());
      line.stop();
    },
  };
}

/** The end of a path, which tells more than its beginning; empty where there is hardly room for one. */
function endOf(path: string, columns: number): string {
  if (stringWidth(path) <= columns) return path;
  if (columns < 8) return '';
  const letters = [...new Intl.Segmenter('vi').segment(path)].map(({ segment }) => segment);
  while (stringWidth(letters.join('')) >= columns) letters.shift();
  return `…${letters.join('')}`;
}

/** Milliseconds between two plain lines. */
const PAUSE = 5000;

function plainLines(screen: Screen, clock: () => number = Date.now): Progress {
  const count = counter(clock);
  let last = 0;
  let said = true;
  let source = '';
  const say = (): void => {
    const { failed, rate, left } = count.payload();
    const hand = source === '' || count.done() === count.total() ? '' : `, at ${source}`;
    screen.write(`${count.done()}/${count.total()} documents, ${failed} failed, ${rate}/s, ${left} left${hand}\n`);
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
    at(next) {
      source = printable(next);
      if (clock() - last >= PAUSE) say();
    },
    step(outcome) {
      count.step(outcome === 'failed');
      said = false;
      if (clock() - last >= PAUSE) say();
    },
    stop() {
      source = '';
      if (!said) say();
    },
  };
}

/** Documents by whose times the pace is told: what was done long ago, or had nothing to do, tells little of what comes. */
const LATELY = 50;

function counter(clock: () => number = Date.now) {
  let total = 0;
  let done = 0;
  let failed = 0;
  let lately: number[] = [];
  return {
    total: () => total,
    done: () => done,
    start(documents: number) {
      total = documents;
      lately = [clock()];
    },
    more(documents: number) {
      total += documents;
    },
    step(failure: boolean) {
      done++;
      if (failure) failed++;
      lately.push(clock());
      if (lately.length > LATELY + 1) lately.shift();
    },
    /** `left` grows while nothing is done, and is never nothing while documents are left. */
    payload() {
      const now = clock();
      const seconds = Math.max(now - (lately[0] ?? now), 1) / 1000;
      const rate = (lately.length - 1) / seconds;
      const rest = total - done;
      const left = rest <= 0 ? '0 s' : done === 0 ? '?' : duration(Math.max(rest / rate, 1));
      return { failed, rate: rate.toFixed(1), left };
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
