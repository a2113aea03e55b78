import { hostname } from 'node:os';
import { BEAT, workersThere } from '../exchange/registry.ts';
import { sayRun } from '../exchange/run-cards.ts';
import type { Connection } from '../redis/connection.ts';
import type { Hand } from './hand.ts';
import type { SubmitLine } from './line.ts';

/** Documents of this run that need reading, and how many of them have their answer. */
export interface Count {
  expected: number;
  answered: number;
  /** Answers and jobs that were not taken. */
  refused: number;
}

interface Watched {
  readonly me: string;
  readonly hands: ReadonlyMap<string, Hand>;
  readonly count: Count;
  /** Milliseconds between two looks at everything that is under way. */
  readonly sweep: number;
}

/**
 * What a submitter does from time to time while its documents are under way: looks at all of them, says how far it is, and
 * says so when nobody is there to do the work.
 *
 * @returns what ends it
 */
export function keepWatch(line: SubmitLine, connection: Connection, { me, hands, count, sweep }: Watched): () => void {
  const { client, names, seal } = line;
  const sweeper = setInterval(() => {
    if (connection.away()) return;
    for (const hand of hands.values()) hand.nudge();
  }, sweep);
  const watcher = watchWorkers(line, connection, hands);
  const beats = setInterval(() => {
    if (connection.away() || connection.full()) return;
    const { expected, answered, refused } = count;
    const card = { id: me, host: hostname(), pid: process.pid, documents: expected, done: answered, refused };
    sayRun(client, names.runs, seal, card).catch(connection.trouble);
  }, BEAT * 1000);
  return () => {
    for (const timer of [sweeper, watcher, beats]) clearInterval(timer);
  };
}

function watchWorkers(
  { client, names, speech, seal }: SubmitLine,
  connection: Connection,
  hands: ReadonlyMap<string, Hand>,
): NodeJS.Timeout {
  let warned = false;
  return setInterval(() => {
    if (warned || hands.size === 0 || connection.away()) return;
    workersThere(client, names, seal).then((there) => {
      if (there.length > 0 || warned) return;
      warned = true;
      speech.log.warn('no worker is there');
      speech.say('No worker is there yet. Start one, here or elsewhere: kehoach worker --redis …');
    }, connection.trouble);
  }, 5000);
}
