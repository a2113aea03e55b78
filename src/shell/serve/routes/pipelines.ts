import { z } from 'zod';
import { Pipeline } from '../../../model/pipeline.ts';
import { Problem } from '../problem.ts';
import type { FastifyRequest, Server, Serving } from '../serving.ts';
import { NEAR_CODES, TRY_SHOWS, TryAnswer } from '../trying/ask.ts';
import { PIPELINE_NAME } from '../trying/shelf-of-pipelines.ts';
import { readTried, type TriedPipeline } from '../trying/tried.ts';
import { PROBLEMS } from './schemas.ts';

const TAGS = ['pipelines'];
export const YAML_TYPE = 'application/yaml';
const YAML_TYPES = [YAML_TYPE, 'text/yaml', 'application/x-yaml'];

const Name = z.string().max(60).regex(PIPELINE_NAME);
const Into = z.object({
  into: Name.optional().describe('The pipeline that the indicators join; without it they make one of their own'),
});
const Shelved = z.object({
  name: z.string(),
  version: z.string(),
  topic: z.string().nullable(),
  indicators: z.int().nonnegative(),
  areas: z.array(z.object({ code: z.string(), labels: z.object({ vi: z.string(), en: z.string() }) })),
  file: z.string().nullable().describe('Where it was saved in the folder; null for those that the server has'),
});
const TryBody = TryAnswer.extend({
  pipeline: z.object({ name: z.string(), version: z.string() }),
  codes: z.array(z.string()).describe('Of the indicators that were asked for'),
}).meta({ id: 'Tried' });

/** Registers trying of indicators on the folder, and pipelines that persons save. */
export function addPipelines(server: Server, context: Serving): void {
  // As a text: YAML and JSON are read by the same reader, which tells the line of what is wrong.
  server.removeContentTypeParser('application/json');
  for (const type of ['application/json', ...YAML_TYPES])
    server.addContentTypeParser(type, { parseAs: 'string' }, (_, body, done) => done(null, body));
  const sent = pipelineSent(context);
  addTries(server, context, sent);
  addShelved(server, context);
  addSaving(server, context, sent);
}

/** What came with a request. @throws {Problem} that says on which line what is wrong */
type PipelineSent = (text: string, into: string | undefined) => Promise<TriedPipeline>;

const pipelineSent =
  ({ shelf, pipelines }: Serving): PipelineSent =>
  async (text, into) => {
    const joined = into === undefined ? undefined : await shelf.named(into);
    if (into !== undefined && joined === undefined) throw unknown(into);
    const areas = pipelines.flatMap((one) => one.areas);
    const read = readTried(text, joined, areas);
    if (!('faults' in read)) return read;
    const told = read.faults.map(({ line, field, message }) => `line ${line}: ${field ?? 'not YAML'}: ${message}`);
    throw new Problem(422, told.join('; '), 'pipeline-faulty', undefined, read.faults);
  };

function addTries(server: Server, { tries }: Serving, sent: PipelineSent): void {
  server.post(
    '/pipelines/try',
    {
      schema: {
        summary: 'Which targets of the folder a pipeline, or an indicator, would take: by the same code as a run',
        description:
          'The body is a pipeline, one indicator or a list of them, as YAML or JSON in the form of pipelines/*.yaml. What a run that is told to use it (`kehoach ingest --pipeline FILE`) gives a code is taken.',
        tags: TAGS,
        body: z.string().min(1),
        querystring: Into.extend({
          show: z
            .enum(TRY_SHOWS)
            .default('taken')
            .describe(
              'taken: would have the code; moved: of them, those that have another code now; lost: have a code of the pipeline now and would not; near: miss it by one thing',
            ),
          why: z.enum(NEAR_CODES).optional().describe('Of those that are near, only these'),
          limit: z.coerce.number().int().min(1).max(500).default(50).describe('Targets of one page'),
          cursor: z.string().max(500).optional().describe('next of the page before'),
        }),
        response: { 200: TryBody, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { into, ...asked } = request.query;
      const { pipeline, codes } = await sent(request.body, into);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const answer = await tries.ask({ ...asked, pipeline, codes: [...codes] }, gone.signal);
      return { ...answer, pipeline: { name: pipeline.name, version: pipeline.version }, codes: [...codes] };
    },
  );

  server.post(
    '/pipelines/yaml',
    {
      schema: {
        summary: 'The same as a file that `--pipeline` takes',
        ...{ tags: TAGS, body: z.string().min(1), querystring: Into, produces: [YAML_TYPE] },
        response: { 200: z.string(), ...PROBLEMS },
      },
    },
    async ({ body, query: { into } }, reply) => {
      const { yaml, pipeline } = await sent(body, into);
      return sendYaml(reply, pipeline.name, yaml) as never;
    },
  );
}

function addShelved(server: Server, { shelf, tries }: Serving): void {
  server.get(
    '/pipelines',
    {
      schema: {
        summary: 'The pipelines that the server has, and those that were saved in the folder',
        ...{
          tags: TAGS,
          response: { 200: z.object({ items: z.array(Shelved) }).meta({ id: 'Pipelines' }), ...PROBLEMS },
        },
      },
    },
    async () => {
      // Who asks for them is about to try one.
      tries.warm();
      return { items: (await shelf.list()).map(shelved) };
    },
  );

  server.get(
    '/pipelines/:name',
    {
      schema: {
        summary: 'A pipeline, as JSON or as its file by Accept',
        ...{ tags: TAGS, params: z.object({ name: Name }), produces: ['application/json', YAML_TYPE] },
        response: { 200: Pipeline.meta({ id: 'Pipeline' }), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      const found = await shelf.named(name);
      if (found === undefined) throw unknown(name);
      if (formatOf(request) === 'yaml') return sendYaml(reply, name, found.yaml) as never;
      return found.pipeline;
    },
  );
}

function addSaving(server: Server, { shelf }: Serving, sent: PipelineSent): void {
  server.put(
    '/pipelines/:name',
    {
      schema: {
        summary:
          'Saves a pipeline in the folder (pipelines/NAME.yaml), for `kehoach ingest --pipeline` and the next try',
        ...{ tags: TAGS, params: z.object({ name: Name }), querystring: Into, body: z.string().min(1) },
        response: { 200: Shelved, 201: Shelved, ...PROBLEMS },
      },
    },
    async ({ params: { name }, query: { into }, body }, reply) => {
      const { yaml, pipeline } = await sent(body, into);
      const text = pipeline.name === name ? yaml : renamed(yaml, name);
      const isNew = (await shelf.named(name))?.file == null;
      const file = await shelf.save(name, text);
      return reply.code(isNew ? 201 : 200).send(shelved({ pipeline: { ...pipeline, name }, file }));
    },
  );

  server.delete(
    '/pipelines/:name',
    {
      schema: {
        summary: 'Removes a pipeline that was saved in the folder',
        ...{ tags: TAGS, params: z.object({ name: Name }), response: { 204: z.null(), ...PROBLEMS } },
      },
    },
    async ({ params: { name } }, reply) => {
      if (!(await shelf.remove(name))) throw unknown(name);
      return reply.code(204).send(null);
    },
  );
}

const unknown = (name: string): Problem => new Problem(404, `No pipeline is called ${name}.`, 'pipeline-unknown');

const shelved = ({
  pipeline: { name, version, topic, indicators, areas },
  file,
}: {
  readonly pipeline: Pipeline;
  readonly file: string | null;
}): z.infer<typeof Shelved> => ({
  ...{ name, version, topic, file, indicators: indicators.length },
  areas: areas.map(({ code, label }) => ({ code, labels: { vi: label.vi, en: label.en } })),
});

/** Under the name that it is saved by; the rest of its text stays. */
function renamed(yaml: string, name: string): string {
  const text = yaml.replace(/^name:.*$/mu, `name: ${name}`);
  if (text === yaml) throw new Problem(400, `name: the pipeline in it is not called ${name}.`);
  return text;
}

const sendYaml = (
  reply: { type: (type: string) => { header: (name: string, value: string) => { send: (text: never) => unknown } } },
  name: string,
  yaml: string,
): unknown =>
  reply
    .type(`${YAML_TYPE}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}.yaml"`)
    .send(yaml as never);

/** @throws {Problem} 406 */
function formatOf(request: FastifyRequest): 'json' | 'yaml' {
  const type = request.accepts().type(['application/json', ...YAML_TYPES]);
  if (type === 'application/json') return 'json';
  if (typeof type === 'string') return 'yaml';
  throw new Problem(406, `A pipeline comes as application/json or ${YAML_TYPE}.`);
}
