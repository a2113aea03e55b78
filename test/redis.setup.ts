import type { TestProject } from 'vitest/node';
import { provideRedis, startRedis } from './shell/queue/redis-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a server for all tests, each under a prefix of its own; empty where there is none. */
    redisUrl: string;
    /** Why there is none. */
    redisMissing: string;
  }
}

/** One Redis for the tests that do not stop it: that of REDIS_URL, else a private one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.REDIS_URL ?? process.env.TEST_REDIS_URL;
  // Tests that start the program mean the in-process way unless they say otherwise. The next project is told all the same.
  delete process.env.REDIS_URL;
  if (given !== undefined) process.env.TEST_REDIS_URL = given;
  const missing = provideRedis();
  project.provide('redisMissing', missing ?? '');
  if (given !== undefined && given !== '') {
    project.provide('redisUrl', given);
    return async () => undefined;
  }
  const server = missing === undefined ? await startRedis() : undefined;
  project.provide('redisUrl', server?.url ?? '');
  return async () => server?.end();
}
