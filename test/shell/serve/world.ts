import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { PlanError } from '../../../src/model/errors.ts';
import { choosePipelines } from '../../../src/shell/pipelines.ts';
import { readTokens } from '../../../src/shell/serve/guard/tokens.ts';
import { type ServerOptions, startServer } from '../../../src/shell/serve/server.ts';
import { folderWith } from '../make.ts';
import { readHere } from './read-here.ts';

/** A server that listens, and what was asked of it. */
export interface World {
  readonly url: string;
  readonly out: string;
  /** Asks; what comes back is held against the description of the API. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** What an answer says as JSON. */
  readonly json: <T>(path: string, init?: RequestInit) => Promise<T>;
  readonly upload: (files: Readonly<Record<string, string | Uint8Array>>, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export const TOKEN = 'a-token-that-nobody-guesses';

/**
 * A server of a folder of its own, closed at the end of the test.
 *
 * @param options `apart`: documents are read in a process of their own, as people's are
 */
export async function serve(
  options: Partial<ServerOptions> & { readonly env?: NodeJS.ProcessEnv; readonly apart?: boolean } = {},
): Promise<World> {
  const { env = {}, apart = false, ...rest } = options;
  const choice = await choosePipelines();
  const out = rest.out ?? `${await folderWith()}/output`;
  const server = await startServer({
    ...{ out, host: '127.0.0.1', port: 0, concurrency: 1, log: pino({ level: 'silent' }) },
    tokens: await readTokens(undefined, env),
    choice,
    ...(apart ? {} : { openExecutor: async () => readHere(choice) }),
    remote: (uri) => {
      throw new PlanError('url-refused', 'fetch', `${uri} is not fetched in this test.`);
    },
    ...rest,
  });
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= server.close();
    return closed;
  };
  onTestFinished(close);
  const check = await described(server.url, env);
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(`${server.url}${path}`, { redirect: 'manual', ...init });
    await check(init.method ?? 'GET', path, response);
    return response;
  };
  return {
    ...{ url: server.url, out, ask, close },
    json: async (path, init) => (await ask(path, init)).json() as never,
    upload: (files, init = {}) => {
      const body = new FormData();
      for (const [name, content] of Object.entries(files)) body.append('file', new Blob([content as string]), name);
      return ask('/documents', { method: 'POST', body, ...init });
    },
  };
}

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
}
interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Holds every answer against what the description of the API says of it. */
async function described(
  url: string,
  env: NodeJS.ProcessEnv,
): Promise<(method: string, path: string, response: Response) => Promise<void>> {
  const headers: Record<string, string> =
    env.KEHOACH_TOKEN === undefined ? {} : { authorization: `Bearer ${env.KEHOACH_TOKEN}` };
  const api = (await (await fetch(`${url}/openapi.json`, { headers })).json()) as OpenApi;
  expect(api.openapi).toBe('3.1.0');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', components: api.components });
  const routes = Object.keys(api.paths).map((path) => ({
    path,
    fits: new RegExp(`^${path.replace(/\{\w+\}/gu, '[^/]+')}$`, 'u'),
  }));
  return async (method, path, response) => {
    const bare = path.split('?')[0] ?? '';
    const route = routes.find(({ fits }) => fits.test(bare));
    if (route === undefined) return;
    const responses = api.paths[route.path]?.[method.toLowerCase()]?.responses ?? {};
    const own =
      responses[response.status] ??
      responses[`${String(response.status)[0]}XX`] ??
      responses[`${String(response.status)[0]}xx`];
    expect(own, `${method} ${route.path} ${response.status} is not described`).toBeDefined();
    const type = response.headers.get('content-type') ?? '';
    if (!/json(?:;|$)/u.test(type) || /ndjson/u.test(type)) return;
    const schema = Object.values(own?.content ?? {})[0]?.schema;
    if (schema === undefined) return;
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/');
    const valid = ajv.compile(JSON.parse(text) as object);
    const body = (await response.clone().json()) as unknown;
    expect(valid(body) ? [] : [route.path, valid.errors?.slice(0, 3)]).toEqual([]);
  };
}
