import multipart from '@fastify/multipart';
import fastify from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { CallError } from '../call-error.ts';
import { addGuard, isLoopback } from './guard/guard.ts';
import type { Tokens } from './guard/tokens.ts';
import { describe, protect, sendProblem, tellProblems } from './http.ts';
import { type MeansOptions, openMeans } from './means.ts';
import { openServerMetrics } from './metrics.ts';
import { problemOf } from './problem.ts';
import { refuseExpectations, refuseUnread } from './refused.ts';
import { addComparison } from './routes/comparison.ts';
import { addCorrections } from './routes/corrections.ts';
import { addDocuments } from './routes/documents.ts';
import { addFailures } from './routes/failures.ts';
import { addLooks } from './routes/looks.ts';
import { addNames } from './routes/names.ts';
import { addOperation } from './routes/operation.ts';
import { addPages } from './routes/pages.ts';
import { addPipelines } from './routes/pipelines.ts';
import { addRecognise } from './routes/recognise.ts';
import { addRows } from './routes/rows.ts';
import { addSession } from './routes/session.ts';
import { addUploads } from './routes/uploads.ts';
import type { Server } from './serving.ts';

export interface ServerOptions extends MeansOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly tokens: Tokens;
  /** Requests a minute from one address. */
  readonly rate?: number;
  /** Milliseconds in which a request must have come in whole. */
  readonly slowest?: number;
  /** Files that come with one request. */
  readonly mostFiles?: number;
}

export interface RunningServer {
  readonly url: string;
  /** Finishes what is in hand and lists what was done. */
  readonly close: () => Promise<void>;
}

const MB = 1024 * 1024;
export const DEFAULT_RATE = 3000;
const MOST_FILES = 2000;
/** Of one request, beside its files. */
const MOST_FIELDS = 20;
/** An upload over a slow line takes minutes. */
const SLOWEST = 10 * 60_000;
/** Of those the headers. */
const SLOWEST_HEADERS = 60_000;
/** Connections at a time: each takes one of the files that a process may have open. */
const MOST_CONNECTIONS = 1000;

/**
 * Serves an output folder: the same functions, the same way of a document as the command line.
 *
 * @throws {CallError} where it may not listen there, or the folder cannot be made
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, tokens, log, rate = DEFAULT_RATE, slowest = SLOWEST, mostFiles = MOST_FILES } = options;
  if (!isLoopback(host) && !tokens.needed)
    throw new CallError(
      `--host ${host}: a server that others can reach needs a token. Set KEHOACH_TOKEN, or name a file by --token-file.`,
    );
  const server = openHttp(slowest);
  const metrics = openServerMetrics(server);
  const means = await openMeans(options, metrics.count);
  metrics.look(means);
  // Before anything is registered: what is inside has what is outside at that moment.
  tellProblems(server, log);
  await protect(server, rate);
  const context = { ...means, guard: addGuard(server, host, tokens) };
  await describe(server);
  const limits = {
    ...{ fileSize: means.mostBytes, files: mostFiles, fields: MOST_FIELDS, fieldSize: 2000 },
    parts: mostFiles + MOST_FIELDS,
  };
  await server.register(multipart, { limits });
  // As a plugin, so that what describes and guards is there before.
  await server.register(async (inner) => {
    const routes = inner.withTypeProvider<ZodTypeProvider>();
    for (const add of [
      addUploads,
      addDocuments,
      addRows,
      addComparison,
      addCorrections,
      addLooks,
      addNames,
      addRecognise,
      addFailures,
      addSession,
      addPages,
    ])
      add(routes, context);
    addOperation(routes, context, metrics.registry);
  });
  // By itself: what it takes is read in another way.
  await server.register(async (inner) => addPipelines(inner.withTypeProvider<ZodTypeProvider>(), context));
  try {
    const url = await server.listen({ host, port });
    await means.start();
    return {
      url,
      async close() {
        // Those who listen to events would keep it open.
        means.events.close();
        await server.close();
        await means.close();
      },
    };
  } catch (error) {
    await Promise.all([means.close(), server.close()]);
    if (error instanceof CallError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new CallError(`--port ${port}: it cannot be used (${detail})`);
  }
}

function openHttp(slowest: number): Server {
  const server: Server = fastify({
    requestTimeout: slowest,
    bodyLimit: MB,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: true,
    clientErrorHandler: refuseUnread,
    http: {
      // Node refuses without a word; the guard says what is missing.
      requireHostHeader: false,
      headersTimeout: Math.min(slowest, SLOWEST_HEADERS),
      requestTimeout: slowest,
      connectionsCheckingInterval: Math.min(slowest, SLOWEST_HEADERS) / 2,
    },
    // What is refused before there is a route.
    frameworkErrors: (error, _, reply) => void sendProblem(reply, problemOf(error)),
  }).withTypeProvider<ZodTypeProvider>();
  server.server.maxConnections = MOST_CONNECTIONS;
  refuseExpectations(server.server);
  // Whoever sends a document as bare text means to send a form.
  server.removeContentTypeParser('text/plain');
  return server;
}
