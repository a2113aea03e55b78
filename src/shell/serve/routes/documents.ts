import { join } from 'node:path';
import { z } from 'zod';
import { PlanRecord } from '../../../model/record.ts';
import { reasonOf, systemCode } from '../../failure.ts';
import { jsonOf } from '../../json.ts';
import { rankOf } from '../../output/doubts.ts';
import { readOwn } from '../../output/own-file.ts';
import { sha256Of } from '../../output/replace-file.ts';
import { folded } from '../../page/data/ids.ts';
import { removeFrom } from '../../remove.ts';
import { seenBy } from '../conditions.ts';
import { originalOf } from '../desk/original-of.ts';
import { uploadedAs } from '../desk/read-all.ts';
import { DocumentsAsked, documentTest } from '../look/asked.ts';
import { comparePlaces, pageOf, type RowPlace } from '../look/page-of.ts';
import type { DocumentEntry } from '../look/tables-index.ts';
import { Problem } from '../problem.ts';
import type { Server, Serving } from '../serving.ts';
import { DocumentPage, type DocumentSummary, JobBody, PROBLEMS, WithId } from './schemas.ts';

const TAGS = ['documents'];

/** Registers what is asked of documents that were read. */
export function addDocuments(server: Server, context: Serving): void {
  addChanges(server, context);
  const { out, tables, originals } = context;

  server.get(
    '/documents',
    {
      schema: {
        ...{ summary: 'The documents of the folder', tags: TAGS, querystring: DocumentsAsked },
        response: { 200: DocumentPage, ...PROBLEMS },
      },
    },
    async ({ query }) => {
      const { documents, version } = await tables.now();
      const place = PLACES[query.sort];
      const rows = [...documents.values()].filter(documentTest(query));
      if (query.sort !== 'id') rows.sort((a, b) => comparePlaces(place(a), place(b)));
      const { rows: items, total, next } = pageOf(rows, place, query);
      return { items: items.map(summary), total, next, version };
    },
  );

  server.get(
    '/documents/:id',
    {
      schema: {
        summary: 'A plan record',
        tags: TAGS,
        params: WithId,
        response: { 200: PlanRecord.meta({ id: 'PlanRecord' }), ...PROBLEMS },
      },
    },
    async ({ params: { id } }, reply) => {
      const bytes = await documentFile(out, id, 'json');
      return reply.type('application/json; charset=utf-8').send(bytes as never);
    },
  );

  server.get(
    '/documents/:id/text',
    {
      schema: {
        summary: 'The normalised text, into which the offsets of the record point',
        ...{ tags: TAGS, params: WithId, produces: ['text/plain'] },
        response: { 200: z.string(), ...PROBLEMS },
      },
    },
    async ({ params: { id } }, reply) =>
      reply.type('text/plain; charset=utf-8').send((await documentFile(out, id, 'txt')) as never),
  );

  server.get(
    '/documents/:id/original',
    {
      schema: {
        summary: 'The file as it came in, as a download',
        ...{ tags: TAGS, params: WithId, produces: ['application/octet-stream'] },
        response: { 200: z.string().meta({ format: 'binary' }), ...PROBLEMS },
      },
    },
    async ({ params: { id } }, reply) => {
      const record = await recordNamed(out, id);
      const bytes = await originalOf(record.document, originals);
      // Names of files that a command line was given may hold halves of letters.
      const name = bytes.name.replace(/\p{Cs}/gu, '\uFFFD');
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename="document"; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('content-security-policy', "sandbox; default-src 'none'")
        .send(Buffer.from(bytes.bytes) as never);
    },
  );
}

/** Reads it again, or takes it out. */
function addChanges(server: Server, { out, tables, desk, holder, originals, events }: Serving): void {
  server.post(
    '/documents/:id/read',
    {
      schema: {
        summary: 'Reads the document anew, by the rules of now',
        ...{ tags: TAGS, params: WithId, response: { 202: JobBody, ...PROBLEMS } },
      },
    },
    async ({ params: { id } }, reply) => {
      const { source, sha256 } = (await recordNamed(out, id)).document;
      const isUpload = uploadedAs(source.uri) !== undefined;
      const job = await desk.accept([{ source: source.uri, sha256: isUpload ? sha256 : null, said: {} }]);
      return reply.code(202).header('location', `/jobs/${job.id}`).send(job);
    },
  );

  server.delete(
    '/documents/:id',
    {
      schema: {
        summary: 'Removes a document from the folder, and its original if it was uploaded',
        ...{ tags: TAGS, params: WithId, response: { 204: z.null(), ...PROBLEMS } },
      },
    },
    async ({ params: { id }, headers }, reply) => {
      const { sha256 } = (await recordNamed(out, id)).document;
      const again = await holder.use(async (store) => {
        if (!store.entries().some((one) => one.id === id)) throw gone(id);
        seenBy(headers['if-match'])(sha256Of(await documentFile(out, id, 'json')));
        await removeFrom(store, [id]);
        // Somebody may have uploaded it anew meanwhile.
        return desk.wants(sha256) || store.bySha(sha256) !== undefined;
      });
      if (!again) await originals.remove(sha256);
      events.tell('documents', { version: (await tables.fresh()).version });
      return reply.code(204).send(null);
    },
  );
}

const summary = ({ line, unsure, reviewed, why }: DocumentEntry): DocumentSummary => ({
  ...line,
  headerReviewed: line.reviewed !== undefined,
  unsure,
  reviewed,
  why: [...why],
});

/** Orders of a list: each ends with the id, so that no two places are the same. */
const PLACES: Readonly<Record<DocumentsAsked['sort'], (entry: DocumentEntry) => RowPlace>> = {
  id: ({ line }) => [line.id],
  doubt: ({ line, why, unsure }) => [why[0] === undefined ? 99 : rankOf(why[0]), -unsure, line.id],
  newest: ({ line }) => [-Number((line.issuedOn ?? '0000-00-00').replaceAll('-', '')), line.id],
  title: ({ line }) => [folded(line.title ?? line.id), line.id],
};

const gone = (id: string): Problem => new Problem(404, `No document has the id ${id}.`, 'document-unknown');

/** @throws {Problem} 404 */
export async function documentFile(out: string, id: string, kind: 'json' | 'txt'): Promise<Buffer> {
  try {
    return await readOwn(join(out, 'documents', `${id}.${kind}`));
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENAMETOOLONG') throw gone(id);
    throw new Problem(500, reasonOf(error, 'read').message);
  }
}

/** @throws {Problem} 404, or 500 for what is no record */
export async function recordNamed(out: string, id: string): Promise<PlanRecord> {
  const record = PlanRecord.safeParse(jsonOf(String(await documentFile(out, id, 'json'))));
  if (record.success) return record.data;
  throw new Problem(500, `${id}: its record is damaged. Ingest its source again.`, 'record-damaged');
}
