import type { Command } from 'ioredis';
import type { RedisClient, Speech } from './client.ts';

/** Milliseconds between two tries of a write that a full server refused. */
const FIRST = 100;
const AT_MOST = 2000;

export interface Room {
  /** Whether some write waits. */
  readonly full: () => boolean;
  /** What waits is refused at last. */
  readonly close: () => void;
}

/**
 * From now on what a full server refuses is sent again until there is room: workers and submitters make room for each other,
 * and no document is to blame. A server refuses a script as a whole, before it wrote anything. It is done here, beneath
 * BullMQ, because jobs, locks, answers and claims are all written by different hands.
 *
 * Errors are rid of the login, too, and of the command that they were an answer to: AUTH has the password in it.
 */
export function waitForRoom(client: RedisClient, { log, say }: Speech, conceal: (text: string) => string): Room {
  const send: (command: Command) => unknown = client.sendCommand.bind(client);
  const seen = new WeakSet<Command>();
  const waiting = new Map<NodeJS.Timeout, () => void>();
  let refused = 0;
  let closed = false;

  /** Once said, not again before there was room. */
  function begin(): void {
    if (refused++ > 0) return;
    log.warn('redis is full');
    say('Redis is full (maxmemory). Waiting for room.');
  }
  function end(): void {
    if (--refused > 0) return;
    log.info('redis has room again');
    say('Redis has room again.');
  }

  /** @returns what is to be told when the command has been sent for the first time */
  function attend(command: Command): () => void {
    const { reject, resolve } = command;
    let tries = 0;
    let outer = reject;
    command.reject = (error) => {
      strip(error, conceal);
      if (closed || !isFull(error) || command.inTransaction) {
        if (tries > 0) end();
        return reject.call(command, error);
      }
      if (tries++ === 0) begin();
      const wait = Math.min(FIRST * 2 ** Math.min(tries - 1, 10), AT_MOST) * (0.75 + Math.random() / 2);
      const timer = setTimeout(() => {
        waiting.delete(timer);
        // As it was when it had been sent once: each time it is sent something more is hung on it.
        command.reject = outer;
        send(command);
      }, wait);
      waiting.set(timer, () => reject.call(command, error));
    };
    command.resolve = (result) => {
      if (tries > 0) end();
      tries = 0;
      resolve.call(command, result);
    };
    return () => {
      outer = command.reject;
    };
  }

  client.sendCommand = (command: Command, ...rest: unknown[]) => {
    const first = seen.has(command) ? undefined : attend(command);
    seen.add(command);
    const answer: unknown = Reflect.apply(send, client, [command, ...rest]);
    first?.();
    return answer;
  };
  return {
    full: () => refused > 0,
    close() {
      closed = true;
      for (const [timer, refuse] of waiting) {
        clearTimeout(timer);
        refuse();
      }
      waiting.clear();
    },
  };
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && /\bOOM command not allowed\b/u.test(error.message);

function strip(error: unknown, conceal: (text: string) => string): void {
  if (!(error instanceof Error)) return;
  if ('command' in error) delete error.command;
  error.message = conceal(error.message);
  if (error.stack !== undefined) error.stack = conceal(error.stack);
}
