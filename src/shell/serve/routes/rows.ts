import { Readable } from 'node:stream';
import type { z } from 'zod';
import { TABLES, targetRow, taskRow } from '../../export/tables.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../formats/csv.ts';
import type { TargetLine, TaskLine } from '../../output/lines.ts';
import { TargetsAsked, TasksAsked, targetTest, taskTest } from '../look/asked.ts';
import { pageOf, type RowPlace } from '../look/page-of.ts';
import type { RowEntry, Tables, TargetEntry } from '../look/tables-index.ts';
import { Problem } from '../problem.ts';
import type { FastifyRequest, Server, Serving } from '../serving.ts';
import { PROBLEMS, TargetPage, TaskPage } from './schemas.ts';

const TAGS = ['targets and tasks'];
const DESCRIPTION =
  'A page as application/json; all rows, whatever the page, as application/x-ndjson or text/csv by Accept.';
const PRODUCES = ['application/json', 'application/x-ndjson', 'text/csv'];

/** Registers what is asked of targets and tasks of all documents. */
export function addRows(server: Server, { tables }: Serving): void {
  server.get(
    '/targets',
    {
      schema: {
        ...{ summary: 'Targets of the folder', description: DESCRIPTION, tags: TAGS, produces: PRODUCES },
        ...{ querystring: TargetsAsked, response: { 200: TargetPage, ...PROBLEMS } },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const now = await tables.now();
      const rows = rowsOf(now, 'targets', query.document).filter(targetTest(query));
      const format = formatOf(request);
      if (format === 'json') {
        const page = pageOf(rows, placeOf, query);
        const items = await Promise.all(page.rows.map(now.target));
        return { items, total: page.total, next: page.next, version: now.version };
      }
      const line = (target: z.infer<typeof TargetLine>, entry: TargetEntry) => targetRow(entry.document.line, target);
      return sent(reply, format, rows, now.target, line, Object.keys(TABLES.targets.row.shape));
    },
  );

  server.get(
    '/tasks',
    {
      schema: {
        ...{ summary: 'Tasks of the folder', description: DESCRIPTION, tags: TAGS, produces: PRODUCES },
        ...{ querystring: TasksAsked, response: { 200: TaskPage, ...PROBLEMS } },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const now = await tables.now();
      const rows = rowsOf(now, 'tasks', query.document).filter(taskTest(query));
      const format = formatOf(request);
      if (format === 'json') {
        const page = pageOf(rows, placeOf, query);
        const items = await Promise.all(page.rows.map(now.task));
        return { items, total: page.total, next: page.next, version: now.version };
      }
      const line = (task: z.infer<typeof TaskLine>, entry: RowEntry) => taskRow(entry.document.line, task);
      return sent(reply, format, rows, now.task, line, Object.keys(TABLES.tasks.row.shape));
    },
  );
}

/** Those of one document are found without looking at the others. */
const rowsOf = <K extends 'targets' | 'tasks'>(tables: Tables, name: K, document: string | undefined): Tables[K] =>
  document === undefined ? tables[name] : ((tables.blocks.get(document)?.[name] ?? []) as Tables[K]);

/** Rows stand by document, then by place; the number in its id tells those of one place apart. */
const placeOf = ({ document, at, id }: RowEntry): RowPlace => [
  document.line.id,
  at,
  Number(/\d+$/u.exec(id)?.[0] ?? 0),
];

type LineFormat = 'ndjson' | 'csv';

/** @throws {Problem} 406 */
function formatOf(request: FastifyRequest): 'json' | LineFormat {
  const type = request.accepts().type(['application/json', 'application/x-ndjson', 'application/ndjson', 'text/csv']);
  if (type === 'text/csv') return 'csv';
  if (type === 'application/x-ndjson' || type === 'application/ndjson') return 'ndjson';
  if (type === 'application/json') return 'json';
  throw new Problem(406, 'Rows come as application/json, application/x-ndjson or text/csv.');
}

const TYPES = { ndjson: 'application/x-ndjson; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

/** All rows one by one: a folder of thousands is never in memory twice. */
function sent<T, E>(
  reply: { type: (type: string) => { send: (stream: never) => unknown } },
  format: LineFormat,
  rows: readonly E[],
  read: (entry: E) => Promise<T>,
  flat: (item: T, entry: E) => Readonly<Record<string, string | number | boolean | null>>,
  columns: readonly string[],
): never {
  async function* lines(): AsyncGenerator<string> {
    if (format === 'csv') yield `${BYTE_ORDER_MARK}${csvLine(columns)}`;
    for (const entry of rows) {
      const item = await read(entry);
      if (format === 'ndjson') yield `${JSON.stringify(item)}\n`;
      else {
        const row = flat(item, entry);
        yield csvLine(columns.map((column) => row[column] ?? null));
      }
    }
  }
  return reply.type(TYPES[format]).send(Readable.from(lines()) as never) as never;
}
