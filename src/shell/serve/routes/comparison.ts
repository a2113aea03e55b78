import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { Comparison } from '../../../model/comparison.ts';
import { Level } from '../../../model/record.ts';
import type { ComparisonFormat } from '../look/comparisons.ts';
import { Problem } from '../problem.ts';
import type { FastifyRequest, Server, Serving } from '../serving.ts';
import { PROBLEMS } from './schemas.ts';

/** A command line holds no NUL. */
const word = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/u, 'a name has no such character');
const some = z
  .union([word, z.array(word).max(100)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

const CompareAsked = z.object({
  base: word.optional().describe('The province the others are held against'),
  with: some.describe('Only these provinces beside the base'),
  area: some.describe('Only these areas'),
  year: some.describe('Only targets of the others that are due in these years'),
  topic: some.describe('Only plans of these topics'),
  level: z
    .union([Level, z.array(Level)])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat())),
  kind: z.enum(['quantified', 'qualitative', 'all']).optional(),
  territory: z.enum(['2025']).optional(),
  all: z.stringbool().optional().describe('Also documents that are no plans'),
  results: z.stringbool().optional().describe('Also what is reported as reached'),
  lang: z.enum(['vi', 'en']).optional(),
});
type CompareAsked = z.infer<typeof CompareAsked>;

/** The same as on a command line. What begins with a dash is a value all the same. */
function optionsOf(asked: CompareAsked): string[] {
  const one = (name: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`--${name}=${value}`];
  const many = (name: string, values: readonly string[]): string[] => values.map((value) => `--${name}=${value}`);
  return [
    ...one('base', asked.base),
    ...many('with', asked.with),
    ...many('area', asked.area),
    ...many('year', asked.year),
    ...many('topic', asked.topic),
    ...many('level', asked.level),
    ...one('kind', asked.kind),
    ...one('territory', asked.territory),
    ...one('lang', asked.lang),
    ...(asked.all === true ? ['--all'] : []),
    ...(asked.results === true ? ['--results'] : []),
  ];
}

const TYPES: Readonly<Record<ComparisonFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html',
};

/** Registers the comparison, as data and as a page. */
export function addComparison(server: Server, { comparisons, tables }: Serving): void {
  server.get(
    '/compare',
    {
      schema: {
        summary: 'Indicators across provinces and years, as `kehoach compare` tells them',
        description: 'JSON, CSV or XLSX by Accept; the page is /compare.html.',
        ...{ tags: ['comparison'], querystring: CompareAsked, produces: Object.values(TYPES).slice(0, 3) },
        response: { 200: Comparison.meta({ id: 'Comparison' }), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const format = formatOf(request);
      const file = await comparisons.make(optionsOf(request.query), format, await versionOf(tables));
      const type = format === 'xlsx' ? TYPES.xlsx : `${TYPES[format]}; charset=utf-8`;
      return reply.type(type).send(createReadStream(file) as never);
    },
  );

  server.get('/compare.html', { schema: { hide: true, querystring: CompareAsked } }, async ({ query }, reply) => {
    const file = await comparisons.make(optionsOf(query), 'html', await versionOf(tables));
    return reply.redirect(`/comparisons/${basename(dirname(file))}/compare.html`);
  });

  server.get(
    '/comparisons/:name/*',
    {
      schema: { hide: true, params: z.object({ name: z.string().regex(/^[0-9a-f]{24}$/u), '*': z.string().max(200) }) },
    },
    async ({ params }, reply) => {
      const path = params['*'];
      // A page and the files beside it; a name that leads elsewhere is none of them.
      if (!/^compare(?:\.html|_files\/[\w-]+\.js)$/u.test(path)) throw new Problem(404, 'There is no such file.');
      const bytes = await readFile(join(comparisons.place, params.name, path)).catch(() => undefined);
      if (bytes === undefined) throw new Problem(404, 'This comparison is no longer kept. Ask for it again.');
      if (path.endsWith('.js')) return reply.type('text/javascript; charset=utf-8').send(bytes as never);
      return reply
        .header('content-security-policy', policyFor(bytes.toString('utf8')))
        .type('text/html; charset=utf-8')
        .send(bytes as never);
    },
  );
}

/** @throws {Problem} where there is nothing to compare */
async function versionOf(tables: Serving['tables']): Promise<string> {
  const { documents, version } = await tables.now();
  if (documents.size > 0) return version;
  throw new Problem(404, 'There is nothing to compare yet. Upload plans first.', 'nothing-to-compare');
}

/** @throws {Problem} 406 */
function formatOf(request: FastifyRequest): ComparisonFormat {
  const type = request.accepts().type([TYPES.json, TYPES.csv, TYPES.xlsx]);
  const format = (['json', 'csv', 'xlsx'] as const).find((one) => TYPES[one] === type);
  if (format === undefined)
    throw new Problem(406, 'A comparison comes as JSON, CSV or XLSX; the page is /compare.html.');
  return format;
}

/** The page of a comparison holds its own scripts: those run, told by their hashes, and no others. */
function policyFor(html: string): string {
  const hashes = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>(?<code>[\s\S]*?)<\/script>/gu)].map(
    ({ groups }) =>
      `'sha256-${createHash('sha256')
        .update(groups?.code ?? '')
        .digest('base64')}'`,
  );
  return `default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; script-src 'self' ${hashes.join(' ')}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
