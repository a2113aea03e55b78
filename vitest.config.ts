import { defineConfig } from 'vitest/config';

/** Where the machine-readable report goes beside the one on the terminal, if anyone wants it. */
const report = process.env.TEST_REPORT;

/** Tests of the program around the core: processes, files, Redis, a browser. */
const SHELL = 'test/{shell,deploy,docs}/**';
/** Tests that wait long, or do much: `npm run test:long`. */
const LONG = 'test/**/*.long.test.ts';

export default defineConfig({
  test: {
    // Tests that start the program several times take long on a machine that is busy.
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: [
      {
        extends: true,
        // Two processes for all files: the core keeps nothing that a test could change, and loading it takes as long as
        // testing it.
        test: {
          name: 'core',
          include: ['test/**/*.test.ts'],
          exclude: [SHELL, LONG],
          isolate: false,
          maxWorkers: 2,
          // Before the others, which measure and wait.
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'shell',
          include: [`${SHELL}/*.test.ts`],
          exclude: [LONG],
          // Loading the shell takes as long as most of its tests: what one of them changes, it puts back.
          isolate: false,
          maxWorkers: 2,
          globalSetup: ['test/redis.setup.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        // Most of their time they wait: for Redis, for locks, for processes that end.
        test: {
          name: 'long',
          include: [`${SHELL}/*.long.test.ts`],
          maxWorkers: 2,
          globalSetup: ['test/redis.setup.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        // What they take is what they are about: one at a time.
        test: { name: 'measured', include: [LONG], exclude: [SHELL], maxWorkers: 1, sequence: { groupOrder: 3 } },
      },
    ],
  },
});
