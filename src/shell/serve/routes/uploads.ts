import type { Multipart, MultipartFile } from '@fastify/multipart';
import { z } from 'zod';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { provinceNamed } from '../../../knowledge/provinces.ts';
import { DocumentNumber, IssueDate } from '../../sources/manifest.ts';
import type { Declarations, Wish } from '../desk/job.ts';
import { tooLarge } from '../desk/originals.ts';
import { uploadName } from '../desk/read-all.ts';
import { Problem } from '../problem.ts';
import type { FastifyRequest, Server, Serving } from '../serving.ts';
import { JobBody, Jobs, PROBLEMS } from './schemas.ts';

const TAGS = ['uploads'];
const MOST_URLS = 500;
/** Milliseconds that an answer waits for what was uploaded, unless `Prefer: respond-async` or `wait=` say otherwise. */
const USUAL_WAIT = 60_000;
const LONGEST_WAIT = 300_000;

const Declared = {
  province: z.string().max(100).optional().describe('Province, where the text does not tell it'),
  year: z.coerce
    .number()
    .int()
    .min(1945)
    .max(2200)
    .optional()
    .describe('Year of issue, where the text does not tell it'),
  title: z.string().max(500).optional().describe('Title, where the text does not tell it'),
  number: DocumentNumber.optional().describe('Number, where the text does not tell it: 310/KH-UBND'),
  issuedOn: IssueDate.optional().describe('Day of issue, where the text does not tell it: 2025-11-20'),
};
const DeclaredFields = z.object(Declared);
const Urls = z.object({
  urls: z
    .array(z.url({ protocol: /^https?$/u }).max(2000))
    .min(1)
    .max(MOST_URLS),
  ...Declared,
});

/** What a form may hold; its parts are looked at one by one as they come. */
export const UploadForm = z.object({
  ...Declared,
  file: z
    .array(z.string().meta({ format: 'binary' }))
    .describe('Documents and zip archives; names may be relative paths'),
});

/** Registers what takes documents in, and what follows them until they are read. */
export function addUploads(server: Server, context: Serving): void {
  addJobs(server, context);
  const { desk, originals, mostBytes } = context;

  /** @param held told of each file that is received, to be released at the end */
  async function uploaded(request: FastifyRequest, held: string[]): Promise<Wish[]> {
    const wishes: { readonly source: string; readonly sha256: string }[] = [];
    const fields: Record<string, unknown> = {};
    for await (const part of partsOf(request)) {
      if (part.type === 'field') fields[part.fieldname] = part.value === '' ? undefined : part.value;
      else wishes.push(await received(part, held));
    }
    if (wishes.length === 0) throw new Problem(400, 'No file came. Send parts called "file" as multipart/form-data.');
    const said = saidIn(declaredBy(fields));
    for (const { source, sha256 } of wishes) await originals.note(sha256, { source, said });
    return wishes.map((wish) => ({ ...wish, said }));
  }

  async function received(
    part: MultipartFile,
    held: string[],
  ): Promise<{ readonly source: string; readonly sha256: string }> {
    const { sha256 } = await originals.receive(part.file, mostBytes);
    held.push(sha256);
    if (part.file.truncated) throw tooLarge(mostBytes);
    return { source: uploadName(part.filename, sha256), sha256 };
  }

  /** All that came with a request is taken in, or nothing of it stays. @returns the id of the job */
  async function accepted(request: FastifyRequest, body: z.infer<typeof Urls> | undefined): Promise<string> {
    const held: string[] = [];
    let taken = false;
    try {
      const wishes = request.isMultipart() ? await uploaded(request, held) : wishesOf(body);
      const { id } = await desk.accept(wishes);
      taken = true;
      return id;
    } finally {
      for (const sha256 of held) await originals.release(sha256, taken);
    }
  }

  server.post(
    '/documents',
    {
      schema: {
        summary:
          'Takes documents in: files as multipart/form-data (parts "file"; fields province, year, title, number, issuedOn before them), or addresses as JSON',
        description:
          'Answers when they are read, after a minute at most; with "Prefer: respond-async" at once. The same bytes again change nothing.',
        tags: TAGS,
        body: Urls.nullish(),
        response: { 200: JobBody, 202: JobBody, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const id = await accepted(request, request.body ?? undefined);
      const wait = patienceOf(request.headers.prefer);
      await desk.wait(id, wait);
      const job = desk.job(id);
      if (job === undefined) throw new Problem(500, 'The job is lost.');
      if (wait === 0) reply.header('preference-applied', 'respond-async');
      return reply
        .code(job.state === 'done' ? 200 : 202)
        .header('location', `/jobs/${id}`)
        .send(job);
    },
  );
}

/** How far what was taken in is. */
function addJobs(server: Server, { desk, events }: Serving): void {
  server.get(
    '/jobs',
    {
      schema: {
        summary: 'What was taken in: what is under way first',
        tags: TAGS,
        response: { 200: Jobs, ...PROBLEMS },
      },
    },
    async () => ({ items: desk.jobs().slice(0, 200) }),
  );

  server.get(
    '/jobs/:id',
    {
      schema: {
        summary: 'How far something is that was taken in',
        ...{ tags: TAGS, params: z.object({ id: z.string().max(100) }), response: { 200: JobBody, ...PROBLEMS } },
      },
    },
    async ({ params: { id } }) => {
      const job = desk.job(id);
      if (job === undefined) throw new Problem(404, `No job has the id ${id}.`, 'job-unknown');
      return job;
    },
  );

  server.get(
    '/events',
    {
      // Who asks for the head alone would wait for an end that does not come.
      exposeHeadRoute: false,
      schema: {
        summary: 'What happens, as server-sent events',
        description:
          'event: job (data: the job), documents (the tables say something else now), document (one record says something else now).',
        ...{ tags: TAGS, produces: ['text/event-stream'], response: { 200: z.string(), ...PROBLEMS } },
      },
    },
    async (_, reply) => {
      events.listen(reply);
    },
  );
}

/** @throws {Problem} where nothing came at all */
function wishesOf(body: z.infer<typeof Urls> | undefined): Wish[] {
  if (body === undefined)
    throw new Problem(415, 'Send files as multipart/form-data, or {"urls": [...]} as application/json.');
  const { urls, ...declared } = body;
  const said = saidIn(declared);
  return [...new Set(urls)].map((source) => ({ source, sha256: null, said }));
}

/** @throws {Problem} for what is no year, no day, or too long */
function declaredBy(fields: Readonly<Record<string, unknown>>): z.infer<typeof DeclaredFields> {
  const { success, data, error } = DeclaredFields.safeParse(fields);
  if (success) return data;
  throw new Problem(400, error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}

/** @throws {Problem} for a province that is none */
function saidIn({ province, year, title, number, issuedOn }: z.infer<typeof DeclaredFields>): Declarations {
  if (province !== undefined && provinceNamed(loadKnowledge(), province, null) === undefined)
    throw new Problem(400, `province: "${province}" is no province of Vietnam.`);
  return {
    ...(province === undefined ? {} : { province }),
    ...(year === undefined ? {} : { year }),
    ...(title === undefined ? {} : { title }),
    ...(number === undefined ? {} : { number }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
  };
}

/** RFC 7240: `respond-async`, `wait=10`. */
function patienceOf(prefer: string | string[] | undefined): number {
  const said = [prefer ?? ''].flat().join(',').toLowerCase();
  const wait = /(?:^|[,;\s])wait\s*=\s*(?<seconds>\d{1,4})/u.exec(said)?.groups?.seconds;
  if (wait !== undefined) return Math.min(LONGEST_WAIT, Number(wait) * 1000);
  return /(?:^|[,;\s])respond-async/u.test(said) ? 0 : USUAL_WAIT;
}

/** The parts of a form. @throws {Problem} for what is no form */
async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ preservePath: true });
  } catch (error) {
    // Its parser throws bare errors; ours, and those of the system, are of other kinds.
    const isParsers = error instanceof Error && error.constructor === Error && !('code' in error);
    if (!isParsers) throw error;
    const detail = `The form cannot be read (${error.message}). Send parts called "file" as multipart/form-data.`;
    throw new Problem(400, detail, 'form-damaged');
  }
}
