import accepts from '@fastify/accepts';
import cookie from '@fastify/cookie';
import etag from '@fastify/etag';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyReply } from 'fastify';
import {
  createJsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Indicator, Pipeline } from '../../model/pipeline.ts';
import type { Log } from '../log.ts';
import { PACKAGE } from '../package-root.ts';
import { ETAG_BY } from './conditions.ts';
import { detailsOf, PROBLEM_TYPE, Problem, problemOf } from './problem.ts';
import { YAML_TYPE } from './routes/pipelines.ts';
import { UploadForm } from './routes/uploads.ts';
import type { Server } from './serving.ts';

/** What every answer says, and how much one sender may ask. */
export async function protect(server: Server, rate: number): Promise<void> {
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  await server.register(cookie);
  await server.register(accepts);
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Whether it is reached by https is decided by what stands before it.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  await server.register(rateLimit, {
    max: rate,
    timeWindow: 60_000,
    errorResponseBuilder: (_, { after }) => new Problem(429, `Too many requests. Try again in ${after}.`, 'too-many'),
  });
  await server.register(etag, { algorithm: ETAG_BY });
}

const fromZod = createJsonSchemaTransform({});

const schemaOf = (of: z.ZodType): object => {
  const { $schema: _, ...schema } = z.toJSONSchema(of, { io: 'input' });
  return schema;
};

/** As the schemas say it; a route that takes JSON and forms says of both what they hold. */
const transform: typeof fromZod = (input) => {
  const made = fromZod(input);
  if (input.url.startsWith('/pipelines') && made.schema.body !== undefined) {
    const any = { anyOf: [schemaOf(Pipeline), schemaOf(Indicator), { type: 'array', items: schemaOf(Indicator) }] };
    const content = { 'application/json': { schema: any }, [YAML_TYPE]: { schema: made.schema.body } };
    return { ...made, schema: { ...made.schema, body: { content } } };
  }
  if (input.url !== '/documents' || made.schema.body === undefined) return made;
  const form = schemaOf(UploadForm);
  const content = { 'multipart/form-data': { schema: form }, 'application/json': { schema: made.schema.body } };
  return { ...made, schema: { ...made.schema, body: { content } } };
};

/** Of the page that shows the API: it writes styles of its own into itself, and shows nothing that came from elsewhere. */
const DOCS_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** The description of the API, made from the schemas of its routes, and a page that shows it. */
export async function describe(server: Server): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'kehoach',
        description: 'Reads Vietnamese public plans and serves their targets, tasks, agencies and deadlines.',
        version: PACKAGE.version,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'kehoach' },
        },
      },
      security: [{ bearer: [] }, { session: [] }, {}],
    },
    transform,
    transformObject: jsonSchemaTransformObject,
  });
  await server.register(swaggerUi, { routePrefix: '/docs', staticCSP: DOCS_POLICY });
}

/** What went wrong is told as a problem, and what nobody foresaw is logged. */
export function tellProblems(server: Server, log: Log): void {
  const methodsOf = rememberMethods(server);
  server.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const methods = methodsOf(path);
    if (methods.length === 0) throw new Problem(404, `There is nothing at ${path}. GET /docs tells what there is.`);
    reply.header('allow', methods.join(', '));
    throw new Problem(405, `${path} takes ${methods.join(', ')} and no ${request.method}.`, 'method-unknown');
  });
  server.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error);
    const { url } = request;
    if (problem.code === 'internal')
      log.error({ url, error: error instanceof Error ? error.stack : String(error) }, 'request failed');
    // Those who wait are told so themselves, and there may be many of them.
    else if (problem.status >= 500) log.info({ url, why: problem.message }, 'request not served');
    if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    return sendProblem(reply, problem);
  });
}

/** @returns tells by which methods something can be asked at a path */
function rememberMethods(server: Server): (path: string) => string[] {
  const routes: { readonly fits: RegExp; readonly methods: readonly string[] }[] = [];
  server.addHook('onRoute', ({ url, method }) => {
    const parts = url.split('/').map((part) => {
      if (part === '*') return '.*';
      return part.startsWith(':') ? '[^/]+' : part.replace(/[^\w-]/gu, String.raw`\$&`);
    });
    routes.push({ fits: new RegExp(`^${parts.join('/')}$`, 'u'), methods: [method].flat() });
  });
  return (path) => [...new Set(routes.filter(({ fits }) => fits.test(path)).flatMap(({ methods }) => methods))].sort();
}

export const sendProblem = (reply: Pick<FastifyReply, 'code'>, problem: Problem): FastifyReply =>
  reply
    .code(problem.status)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(detailsOf(problem)));
