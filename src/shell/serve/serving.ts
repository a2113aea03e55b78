import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Pool } from '../pool/pool.ts';
import type { Desk } from './desk/desk.ts';
import type { Editing } from './desk/editing.ts';
import type { Holder } from './desk/holder.ts';
import type { Originals } from './desk/originals.ts';
import type { Events } from './events.ts';
import type { Guard } from './guard/guard.ts';
import type { Comparisons } from './look/comparisons.ts';
import type { OriginalLooks } from './look/looks.ts';
import type { KeptTables } from './look/tables-kept.ts';
import type { PipelineShelf } from './trying/shelf-of-pipelines.ts';
import type { Trials } from './trying/trials.ts';

/** What the routes of a server work with. */
export interface Serving {
  /** The output folder. */
  readonly out: string;
  readonly holder: Holder;
  readonly originals: Originals;
  readonly desk: Desk;
  readonly editing: Editing;
  readonly tables: KeptTables;
  readonly comparisons: Comparisons;
  readonly looks: OriginalLooks;
  readonly shelf: PipelineShelf;
  readonly tries: Trials;
  readonly events: Events;
  readonly guard: Guard;
  readonly pipelines: readonly Pipeline[];
  /** Bytes of one file that is uploaded. */
  readonly mostBytes: number;
}

/** A server whose routes are told by zod schemas. */
export type Server = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
export type { FastifyRequest, Pool };
