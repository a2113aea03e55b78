import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadTelemetry } from '../../../../src/shell/queue/redis/telemetry.ts';

test('without the package there is none, and nobody minds', async () => {
  expect(await loadTelemetry()).toEqual({});
});

test('with the package, jobs are traced and counted under the name of the program', async () => {
  const { telemetry } = await loadTelemetry(fileURLToPath(new URL('../doubles/otel.mjs', import.meta.url)));
  expect(telemetry).toMatchObject({ options: { tracerName: 'kehoach', enableMetrics: true } });
});
