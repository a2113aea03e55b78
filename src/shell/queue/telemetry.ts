import type { QueueOptions } from 'bullmq';

type Telemetry = NonNullable<QueueOptions['telemetry']>;

/** Optional: a package that the user installs beside this one. */
const PACKAGE = 'bullmq-otel';

/** OpenTelemetry for jobs, where bullmq-otel is installed. */
export async function loadTelemetry(): Promise<{ readonly telemetry?: Telemetry }> {
  try {
    const { BullMQOtel } = await import(PACKAGE);
    return { telemetry: new BullMQOtel('kehoach') };
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (absent) return {};
    throw error;
  }
}
