import { defineConfig } from 'vitest/config';

/** Where the machine-readable report goes beside the one on the terminal, if anyone wants it. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/redis.setup.ts'],
    // Tests that start the program several times take long on a machine that is busy.
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
});
