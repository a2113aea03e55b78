import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { applyCorrections } from '../../../../src/corrections/lay.ts';
import { correctionOf } from '../../../../src/corrections/make.ts';
import { UNUSED_FIGURES, type UnusedCode } from '../../../../src/extract/review/unused-figures.ts';
import { type Correction, CorrectionDraft } from '../../../../src/model/correction.ts';
import { folded } from '../../../../src/shell/page/data/ids.ts';
import type {
  Corrected,
  CorrectionRead,
  Failure,
  Item,
  Job,
  RecordRead,
  Summary,
} from '../../../../src/shell/page/review/api/types.ts';

/**
 * A server in memory that speaks as `kehoach serve` does, with records that were made before: it lets the tests of the page
 * decide what happens when, which a server that really reads documents cannot.
 */
export interface Double {
  readonly url: string;
  readonly asked: string[];
  /** What was uploaded: names of the files, or addresses. */
  readonly uploads: string[];
  /** What was told with the last upload. */
  readonly told: Map<string, string>;
  readonly records: Map<string, RecordRead>;
  readonly texts: Map<string, string>;
  readonly corrections: Map<string, Correction[]>;
  /** What is to be said of corrections, by document and correction, whatever became of them. */
  readonly states: Map<string, Map<string, Partial<CorrectionRead['now']>>>;
  readonly failures: Failure[];
  readonly jobs: Job[];
  readonly set: (change: Partial<{ token: string | null; role: 'read' | 'write'; refuse: number }>) => void;
  readonly say: (event: string, data: unknown) => void;
  /** Breaks the lines of those who listen. */
  readonly drop: () => void;
  /** A further document. */
  readonly put: (record: RecordRead, text: string) => void;
  /** As if nobody had said anything. */
  readonly reset: () => void;
  readonly end: () => Promise<void>;
}

const ASSETS = fileURLToPath(new URL('../../../../dist/shell/page', import.meta.url));
const Asked = z.object({ by: z.string().min(1), corrections: z.array(CorrectionDraft).min(1) });
/** As the server says it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; base-uri 'none'";
/** As the server's: all that it does is in its bundle. */
const PAGE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>kehoach</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/review.css"></head><body><div id="page"></div><script src="/assets/review.js" defer></script></body></html>`;
const NOW = '2026-11-29T08:30:00.000Z';

export async function serveDouble(folder: string): Promise<Double> {
  const records = new Map<string, RecordRead>();
  const texts = new Map<string, string>();
  for (const name of await readdir(join(folder, 'documents'))) {
    const content = await readFile(join(folder, 'documents', name), 'utf8');
    const id = name.replace(/\.(?:json|txt)$/u, '');
    if (name.endsWith('.json')) records.set(id, JSON.parse(content));
    else texts.set(id, content);
  }
  const first = structuredClone(records);
  const corrections = new Map<string, Correction[]>();
  const states: Double['states'] = new Map();
  const failures: Failure[] = [];
  const jobs: Job[] = [];
  const asked: string[] = [];
  const uploads: string[] = [];
  const told = new Map<string, string>();
  const streams = new Set<ServerResponse>();
  const is = { token: null as string | null, role: 'write' as 'read' | 'write', refuse: 0 };
  let entered = false;
  let count = 0;

  const say = (event: string, data: unknown): void => {
    for (const stream of streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };

  function summaries(query: URLSearchParams): Summary[] {
    const q = folded(query.get('q') ?? '');
    return [...records.values()].map(summaryOf).filter((one) => {
      const doubt = query.get('doubt');
      return (
        (q === '' || folded(JSON.stringify(one)).includes(q)) &&
        (doubt === null || one.unsure > 0 === (doubt === 'true')) &&
        (query.get('province') ?? one.province?.name ?? '') === (one.province?.name ?? '') &&
        (query.get('form') ?? one.form) === one.form &&
        (query.get('year') ?? String(one.year)) === String(one.year)
      );
    });
  }

  function summaryOf(record: RecordRead): Summary {
    const { document, targets, tasks, warnings } = record;
    const all = [...targets, ...tasks];
    const own = corrections.get(document.id) ?? [];
    return {
      ...document,
      year: document.issuedOn === null ? null : Number(document.issuedOn.slice(0, 4)),
      targets: targets.length,
      tasks: tasks.length,
      warnings: [...new Set(warnings.map(({ code }) => code))],
      unsure: all.filter(({ confidence, reviewed }) => confidence < 0.8 && reviewed === undefined).length,
      reviewed: all.filter(({ reviewed }) => reviewed !== undefined).length,
      why: [],
      corrections: own.length,
      lost: [...(states.get(document.id)?.values() ?? [])].filter(({ state }) => state === 'lost').length,
    };
  }

  /** What was said of a document, laid over what was read. */
  function corrected(id: string): Corrected {
    const [record, text] = [first.get(id), texts.get(id)];
    if (record === undefined || text === undefined) throw new Error(id);
    const own = corrections.get(id) ?? [];
    const laid = applyCorrections(record, text, own);
    records.set(id, laid.record);
    const scripted = states.get(id);
    return {
      record: laid.record,
      items: own.map((correction, i) => {
        const { id: _, ...now } = laid.states[i] ?? { id: '', state: 'lost', record: null, superseded: false };
        return { correction, now: { ...now, ...scripted?.get(correction.id) } };
      }),
    };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    const { method = 'GET' } = request;
    asked.push(`${method} ${path}${url.search}`);
    response.setHeader('content-security-policy', POLICY);
    const json = (value: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    const problem = (status: number, title: string): void => json({ type: 'about:blank', title, status }, status);
    const [, root = '', id = '', rest = '', entry = ''] = path.split('/');
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(PAGE);
      return;
    }
    if (root === 'assets') {
      response.writeHead(200, { 'content-type': id.endsWith('.css') ? 'text/css' : 'text/javascript; charset=utf-8' });
      response.end(await readFile(join(ASSETS, id)));
      return;
    }
    const open = is.token === null || entered;
    if (root === 'session') {
      if (method === 'DELETE') entered = false;
      if (method === 'POST') {
        entered = JSON.parse(await bodyOf(request)).token === is.token;
        if (!entered) return problem(401, 'Wrong token');
        return json({ role: is.role });
      }
      return json({ needsToken: is.token !== null, role: open ? is.role : null });
    }
    if (!open) return problem(401, 'No token');
    if (is.refuse > 0 && method !== 'GET') return problem(is.refuse, 'Refused');
    if (root === 'events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': here\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    if (root === 'jobs') return json({ items: jobs });
    if (root === 'failures') {
      const at = failures.findIndex((one) => one.id === id);
      if (method === 'GET') return json({ items: failures });
      const [failure] = failures.splice(at, 1);
      if (method === 'DELETE') return json({});
      return json(newJob([failure?.source ?? '']), 202);
    }
    if (root === 'provinces')
      return json({
        items: [...new Set([...records.values()].flatMap(({ document }) => document.province?.name ?? []))].map(
          (vi) => ({ code: vi, labels: { vi, en: null }, set: 63 }),
        ),
      });
    if (root === 'areas')
      return json({ items: [{ code: 'procedures', labels: { vi: 'Thủ tục hành chính', en: 'Procedures' } }] });
    if (root === 'indicators')
      return json({
        items: [
          [
            'procedures.investment-time-cut',
            'Cắt giảm thời gian giải quyết thủ tục đầu tư',
            'Time for investment procedures cut',
          ],
          ['digital-government.files-online', 'Hồ sơ nộp trực tuyến', 'Files sent online'],
          ['digital-government.work-files-online', 'Hồ sơ công việc trên môi trường mạng', 'Work files online'],
        ].map(([code, vi, en]) => ({ code, labels: { vi, en }, area: 'procedures', unit: '%' })),
      });
    // What the rules read is tried before the server itself.
    if (root === 'recognise') return json({ targets: [] });
    if (root === 'pipelines') return pipelinesAnswer(id, [...records.values()], json);
    if (root === 'agencies')
      return json({
        items: [
          { code: 'so-noi-vu', labels: { vi: 'Sở Nội vụ', en: null } },
          { code: 'so-cong-thuong', labels: { vi: 'Sở Công Thương', en: null } },
          { code: 'so-tu-phap', labels: { vi: 'Sở Tư pháp', en: null } },
        ].filter(({ labels }) => folded(labels.vi).includes(folded(url.searchParams.get('q') ?? ''))),
      });
    if (root !== 'documents') return problem(404, 'Not found');
    if (id === '') {
      if (method === 'GET') return json(pageOf(summaries(url.searchParams), url.searchParams));
      const names = await namesOf(request, told);
      uploads.push(...names);
      return json(newJob(names), 202);
    }
    const record = records.get(id);
    const text = texts.get(id) ?? '';
    if (record === undefined) return problem(404, 'No such document');
    if (rest === '') return json(record);
    if (rest === 'text') {
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(text);
      return;
    }
    if (rest === 'figures') return json({ items: figuresOf(text, record), furniture: furnitureOf(text) });
    if (rest === 'pages' && entry === '')
      return json({
        items: Array.from({ length: record.document.source.pages ?? 0 }, () => ({ width: 595, height: 842 })),
      });
    if (rest === 'pages') {
      response.writeHead(200, { 'content-type': 'image/svg+xml' });
      response.end(
        '<svg xmlns="http://www.w3.org/2000/svg" width="595" height="842"><rect width="595" height="842" fill="#fff"/></svg>',
      );
      return;
    }
    if (rest !== 'corrections') return problem(404, 'Not found');
    const own = corrections.get(id) ?? [];
    if (method === 'GET') return json(corrected(id));
    if (method === 'DELETE')
      corrections.set(
        id,
        own.filter((one) => one.id !== entry),
      );
    else {
      const { by, corrections: drafts } = Asked.parse(JSON.parse(await bodyOf(request)));
      const base = first.get(id) ?? record;
      for (const draft of drafts) {
        const entries = corrections.get(id) ?? [];
        const made = { id: `c0ffee${String(++count).padStart(4, '0')}`, at: NOW, by, rules: '1' };
        corrections.set(id, [...entries, correctionOf({ record: base, text, entries }, draft, made)]);
      }
    }
    json(corrected(id));
    say('document', { id });
  }

  function newJob(sources: readonly string[]): Job {
    const items: Item[] = sources.map((source) => ({
      source,
      state: 'waiting',
      pages: null,
      outcome: null,
      document: null,
      failure: null,
    }));
    const job: Job = { id: `j${jobs.length + 1}`, created: NOW, state: 'waiting', ahead: 0, secondsLeft: null, items };
    jobs.push(job);
    return job;
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    uploads,
    told,
    records,
    texts,
    corrections,
    states,
    failures,
    jobs,
    set: (change) => {
      Object.assign(is, change);
      entered = false;
    },
    say,
    put: (record, text) => {
      first.set(record.document.id, record);
      records.set(record.document.id, structuredClone(record));
      texts.set(record.document.id, text);
    },
    reset: () => {
      corrections.clear();
      states.clear();
      for (const [id, record] of first) records.set(id, structuredClone(record));
    },
    drop: () => {
      for (const stream of streams) stream.destroy();
    },
    end: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function pageOf<T>(all: readonly T[], query: URLSearchParams): { items: T[]; total: number; next: string | null } {
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit') ?? 50);
  return { items: all.slice(from, to), total: all.length, next: to < all.length ? String(to) : null };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function namesOf(request: IncomingMessage, told: Map<string, string>): Promise<string[]> {
  const body = await bodyOf(request);
  told.clear();
  if (request.headers['content-type'] === 'application/json') {
    const { urls, ...fields } = JSON.parse(body);
    for (const [name, value] of Object.entries(fields)) told.set(name, String(value));
    return urls;
  }
  for (const { groups } of body.matchAll(/name="(?<name>[^"]*)"\r\n\r\n(?<value>[^\r]*)/gu))
    told.set(groups?.name ?? '', groups?.value ?? '');
  return [...body.matchAll(/filename="(?<name>[^"]*)"/gu)].map(({ groups }) => groups?.name ?? '');
}

const PIPELINES = ['administrative-reform', 'own-indicators'].map((name, i) => ({
  ...{ name, version: '1.0.0', topic: null, indicators: 3, file: i === 0 ? null : `output/pipelines/${name}.yaml` },
  areas: [{ code: 'procedures', labels: { vi: 'Thủ tục hành chính', en: 'Procedures' } }],
}));

/** What an indicator takes, as far as the page shows it: the first targets, whatever its words. */
function pipelinesAnswer(name: string, records: readonly RecordRead[], json: (value: unknown) => void): void {
  if (name !== 'try') {
    json({ items: PIPELINES });
    return;
  }
  const targets = records.flatMap(({ document, targets }) =>
    targets.map((target) => ({ ...target, document: document.id, province: document.province, year: 2021 })),
  );
  const near = { why: 'words', words: ['đúng hạn'], code: null };
  const items = targets.slice(0, 4).map((target) => ({
    target,
    was: 'procedures.other',
    now: { code: 'procedures.moi', words: ['hồ sơ'], sure: 0.7 },
    near,
  }));
  const counts = {
    targets: targets.length,
    documents: records.length,
    taken: 4,
    takenDocuments: 1,
    fresh: 0,
    kept: 0,
    moved: 4,
    lost: 0,
  };
  json({
    counts: { ...counts, near: 4, nearBy: [{ why: 'words', count: 4 }] },
    items,
    total: 4,
    next: null,
    version: '1',
  });
}

/** Figures that no target holds, with a reason that the account gives. */
function figuresOf(text: string, { targets }: RecordRead) {
  return [...text.matchAll(/(?<![\p{L}\p{N}.,/:-])\d+(?:,\d+)?(?=\s?%|\s+\p{Ll})/gu)].map(({ 0: found, index }) => {
    const [start, end] = [index, index + found.length];
    const used = targets.some(({ source }) => source.start <= start && end <= source.end);
    const lone = /^\d+$/u.test(text.slice(text.lastIndexOf('\n', start) + 1).split('\n', 1)[0] ?? '');
    const code: UnusedCode | null = used ? null : lone ? 'furniture' : 'unread';
    return { start, end, text: found, path: null, code, reason: code === null ? null : UNUSED_FIGURES[code] };
  });
}

/** Numbers of pages stand alone in their lines. */
const furnitureOf = (text: string): [number, number][] =>
  [...text.matchAll(/^\d+$/gmu)].map(({ 0: found, index }) => [index, index + found.length]);
