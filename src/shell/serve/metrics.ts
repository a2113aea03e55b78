import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Happened } from '../tally.ts';
import type { Serving } from './serving.ts';

export interface ServerMetrics {
  readonly registry: Registry;
  readonly count: (told: Happened) => void;
  /** Adds what is looked up whenever somebody asks. */
  readonly look: (at: Pick<Serving, 'desk' | 'events'>) => void;
}

/** What a server counts for Prometheus. */
export function openServerMetrics(server: FastifyInstance): ServerMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'kehoach_http_request_seconds',
    help: 'Seconds of requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.3, 1, 5, 30],
    registers,
  });
  const documents = new Counter({
    name: 'kehoach_documents_total',
    help: 'Documents by outcome (new, replaced, moved, same, failed), and why they failed',
    labelNames: ['outcome', 'code'],
    registers,
  });
  server.addHook('onResponse', async (request, reply) => {
    // By route, not by address: addresses are without number.
    const route = request.routeOptions.url ?? 'none';
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  return {
    registry,
    look({ desk, events }) {
      new Gauge({
        name: 'kehoach_documents_open',
        help: 'Documents that wait or are being read',
        registers,
        collect() {
          this.set(desk.open());
        },
      });
      new Gauge({
        name: 'kehoach_event_listeners',
        help: 'Pages that listen to events',
        registers,
        collect() {
          this.set(events.listeners());
        },
      });
    },
    count(told) {
      if ('outcome' in told) documents.inc({ outcome: told.outcome, code: '' });
      else if ('failure' in told) documents.inc({ outcome: 'failed', code: told.failure.code });
    },
  };
}
