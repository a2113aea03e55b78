import { createServer } from 'node:http';
import { Queue } from 'bullmq';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { CallError } from '../../call-error.ts';
import { QUEUE } from '../redis/names.ts';
import type { Done, Refused, RunningWorker } from '../work/worker.ts';
import { STATES } from './admin.ts';

export interface Metrics {
  readonly count: (done: Done) => void;
  readonly refuse: (what: Refused) => void;
  /** @throws {CallError} when the port is taken */
  readonly serve: (worker: RunningWorker, host: string, port: number) => Promise<MetricsServer>;
}

export interface MetricsServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** What a worker counts for Prometheus. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return { ...countersOf(registry), serve: serverOf(registry) };
}

function countersOf(registry: Registry): Omit<Metrics, 'serve'> {
  const registers = [registry];
  const documents = new Counter({
    name: 'kehoach_documents_total',
    help: 'Documents by result (done, failed, retried), and where they failed by stage and code',
    labelNames: ['result', 'stage', 'code'],
    registers,
  });
  const refused = new Counter({
    name: 'kehoach_jobs_refused_total',
    help: 'Jobs that were not taken: no job of this program, without the seal of the secret, or with other bytes',
    labelNames: ['what'],
    registers,
  });
  const duration = new Histogram({
    name: 'kehoach_document_seconds',
    help: 'Seconds that a worker had a document in hand, by result',
    labelNames: ['result'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    registers,
  });
  const stages = new Histogram({
    name: 'kehoach_stage_seconds',
    help: 'Seconds of documents that were done, by stage',
    labelNames: ['stage'],
    buckets: [0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    registers,
  });

  return {
    count({ result, stage, code, seconds, stages: of }) {
      documents.inc({ result, stage: stage ?? '', code: code ?? '' });
      duration.observe({ result }, seconds);
      for (const [name, taken] of Object.entries(of)) stages.observe({ stage: name }, taken);
    },
    refuse: (what) => refused.inc({ what }),
  };
}

const serverOf =
  (registry: Registry): Metrics['serve'] =>
  async (worker, host, port) => {
    const queue = new Queue(QUEUE, { connection: worker.client, prefix: worker.prefix });
    queue.on('error', () => undefined);
    addGauges(worker, queue, [registry]);
    const server = createServer((request, response) => {
      const path = request.url?.split('?')[0];
      if (path === '/health') {
        const well = !worker.away();
        response.writeHead(well ? 200 : 503, { 'content-type': 'application/json' });
        response.end(
          `${JSON.stringify({ status: well ? 'ok' : 'redis-away', worker: worker.id, inHand: worker.inHand() })}\n`,
        );
      } else if (path === '/metrics') {
        registry.metrics().then(
          (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
          () => response.writeHead(500).end(),
        );
      } else response.writeHead(404).end();
    });
    await new Promise<void>((done, refuse) => {
      server.once('error', (error) =>
        refuse(new CallError(`--metrics-port ${port}: it cannot be used (${error.message})`)),
      );
      server.listen(port, host, done);
    });
    const address = server.address();
    return {
      port: typeof address === 'object' && address !== null ? address.port : port,
      close: () =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    };
  };

/** What is looked up whenever somebody asks. */
function addGauges(worker: RunningWorker, queue: Queue, registers: Registry[]): void {
  new Gauge({
    name: 'kehoach_queue_jobs',
    help: 'Jobs of the whole queue by state',
    labelNames: ['state'],
    registers,
    async collect() {
      // A server that is away must not hold up those who ask how the worker is.
      if (worker.away()) return this.reset();
      const counts = await queue.getJobCounts(...STATES);
      for (const state of STATES) this.set({ state }, counts[state] ?? 0);
    },
  });
  new Gauge({
    name: 'kehoach_in_hand',
    help: 'Documents that this worker has in hand',
    registers,
    collect() {
      this.set(worker.inHand());
    },
  });
  new Gauge({
    name: 'kehoach_redis_up',
    help: '1 while Redis answers',
    registers,
    collect() {
      this.set(worker.away() ? 0 : 1);
    },
  });
}
