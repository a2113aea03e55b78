import type { QueueOptions } from 'bullmq';
import { PACKAGE } from '../../package-root.ts';

type Telemetry = NonNullable<QueueOptions['telemetry']>;

/** OpenTelemetry for jobs, where the user has installed bullmq-otel beside this package. */
export async function loadTelemetry(name = 'bullmq-otel'): Promise<{ readonly telemetry?: Telemetry }> {
  try {
    const { BullMQOtel } = await import(name);
    const called = { tracerName: 'kehoach', meterName: 'kehoach', version: PACKAGE.version };
    return { telemetry: new BullMQOtel({ ...called, enableMetrics: true }) };
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (absent && error.message.includes(`'${name}'`)) return {};
    throw error;
  }
}
