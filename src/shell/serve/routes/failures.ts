import { basename } from 'node:path';
import { z } from 'zod';
import { CallError, FolderError } from '../../call-error.ts';
import { removeFrom } from '../../remove.ts';
import type { Wish } from '../desk/job.ts';
import { failureId } from '../desk/lines.ts';
import { uploadedAs } from '../desk/read-all.ts';
import { Problem } from '../problem.ts';
import type { Server, Serving } from '../serving.ts';
import { Failures, JobBody, PROBLEMS } from './schemas.ts';

/** Registers what failed, and what can be done about it. */
export function addFailures(server: Server, context: Serving): void {
  const { tables, desk, holder, originals, events } = context;

  server.get(
    '/failures',
    { schema: { summary: 'What could not be read', tags: ['failures'], response: { 200: Failures, ...PROBLEMS } } },
    async () => {
      const { failures } = await tables.now();
      return { items: failures.map((failure) => ({ id: failureId(failure.source), ...failure })) };
    },
  );

  const WithFailure = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/u) });
  async function failureOf(id: string): Promise<string> {
    const { failures } = await tables.fresh();
    const found = failures.find(({ source }) => failureId(source) === id);
    if (found === undefined) throw unknown(id);
    return found.source;
  }

  server.post(
    '/failures/:id/retry',
    {
      schema: {
        summary: 'Tries again',
        ...{ tags: ['failures'], params: WithFailure, response: { 202: JobBody, ...PROBLEMS } },
      },
    },
    async ({ params: { id } }, reply) => {
      const source = await failureOf(id);
      const job = await desk.accept([await wishFor(source, context)]);
      return reply.code(202).header('location', `/jobs/${job.id}`).send(job);
    },
  );

  server.delete(
    '/failures/:id',
    {
      schema: {
        summary: 'Forgets a failure that nobody is going to put right, and the file if it was uploaded',
        ...{ tags: ['failures'], params: WithFailure, response: { 204: z.null(), ...PROBLEMS } },
      },
    },
    async ({ params: { id } }, reply) => {
      const source = await failureOf(id);
      const upload = uploadedAs(source);
      const path = upload === undefined ? undefined : await originals.starting(upload);
      const sha256 = path === undefined ? undefined : basename(path);
      const wanted = await holder.use(async (store) => {
        await removeFrom(store, [source]).catch((error: unknown) => {
          throw error instanceof CallError && !(error instanceof FolderError) ? unknown(id) : error;
        });
        // Also where an earlier reading of it went well, or somebody tries again at this moment.
        return sha256 === undefined || desk.wants(sha256) || store.bySha(sha256) !== undefined;
      });
      if (sha256 !== undefined && !wanted) await originals.remove(sha256);
      events.tell('documents', { version: (await tables.fresh()).version });
      return reply.code(204).send(null);
    },
  );
}

const unknown = (id: string): Problem => new Problem(404, `No failure has the id ${id}.`, 'failure-unknown');

/** What is tried again: an upload from where it is kept, also where what failed lay in it. */
async function wishFor(source: string, { originals }: Serving): Promise<Wish> {
  const upload = uploadedAs(source);
  if (upload === undefined) return { source, sha256: null, said: {} };
  const path = await originals.starting(upload);
  const note = path === undefined ? undefined : await originals.noted(basename(path));
  if (path === undefined || note === undefined)
    throw new Problem(404, 'The file that was uploaded is no longer kept. Upload it again.', 'original-gone');
  return { ...note, sha256: basename(path) };
}
