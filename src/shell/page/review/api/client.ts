import { signal } from '@preact/signals';
import type { CorrectionDraft } from '../../../../model/correction.ts';
import type {
  Corrected,
  Failure,
  Fault,
  Figures,
  Indicator,
  Job,
  Listed,
  Named,
  Paged,
  PageSize,
  PipelineRead,
  PipelineSummary,
  Problem,
  ProvinceNamed,
  RecordRead,
  Role,
  Session,
  Summary,
  TargetRead,
  TriedRead,
} from './types.ts';

/** What the server said instead of an answer. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly faults: readonly Fault[];
  constructor({ title, detail, status, code, faults = [] }: Problem) {
    super(detail ?? title);
    this.faults = faults;
    this.status = status;
    this.code = code;
  }
}

/** What this visitor may do; null until it is known, or where a token is asked for. */
export const role = signal<Role | null>(null);
export const needsToken = signal(false);
/** Whether a token was given, and may be taken back. */
export const mayLeave = signal(false);

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (!headers.has('accept')) headers.set('accept', 'application/json');
  if (typeof init.body === 'string') headers.set('content-type', 'application/json');
  const response = await fetch(path, { ...init, headers, credentials: 'same-origin', cache: 'no-cache' });
  if (response.ok) return response;
  if (response.status === 401) {
    needsToken.value = true;
    role.value = null;
  }
  throw new Refused(await problemOf(response));
}

async function problemOf(response: Response): Promise<Problem> {
  const { status, statusText } = response;
  const said: unknown = await response.json().catch(() => undefined);
  const own = typeof said === 'object' && said !== null ? said : {};
  return { title: statusText || String(status), ...own, status };
}

const read = async <T>(path: string, init?: RequestInit): Promise<T> => (await ask(path, init)).json();
const post = <T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> =>
  read(path, { method: 'POST', body: JSON.stringify(body), headers });

const LATER = { prefer: 'respond-async' };
const at = (document: string): string => `/documents/${encodeURIComponent(document)}`;

function took({ needsToken: needs = false, role: own }: Partial<Session>): void {
  role.value = own ?? null;
  needsToken.value = needs && role.value === null;
  mayLeave.value = needs && role.value !== null;
}

export const readSession = async (): Promise<void> => took(await read<Session>('/session'));
export const login = async (token: string): Promise<void> =>
  took({ ...(await post<Session>('/session', { token })), needsToken: true });

export async function leave(): Promise<void> {
  await ask('/session', { method: 'DELETE' });
  took({ needsToken: true });
}

export interface Told {
  readonly province?: string;
  readonly year?: string;
}

export function sendFiles(files: readonly { readonly file: Blob; readonly path: string }[], told: Told): Promise<Job> {
  const form = new FormData();
  for (const [name, value] of Object.entries(told)) if (value !== '') form.append(name, value);
  for (const { file, path } of files) form.append('file', file, path);
  return read('/documents', { method: 'POST', body: form, headers: LATER });
}

export const sendUrls = (urls: readonly string[], { province = '', year = '' }: Told): Promise<Job> =>
  post(
    '/documents',
    { urls, ...(province === '' ? {} : { province }), ...(year === '' ? {} : { year: Number(year) }) },
    LATER,
  );

export const readJobs = (): Promise<Listed<Job>> => read('/jobs');
export const readFailures = (): Promise<Listed<Failure>> => read('/failures');
export const retryFailure = (id: string): Promise<Job> => post(`/failures/${encodeURIComponent(id)}/retry`, {}, LATER);
export const dropFailure = async (id: string): Promise<void> =>
  void (await ask(`/failures/${encodeURIComponent(id)}`, { method: 'DELETE' }));

export const readDocuments = (asked: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Paged<Summary>> =>
  read(
    `/documents?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))}`,
    signal === undefined ? {} : { signal },
  );

export const readRecord = (id: string): Promise<RecordRead> => read(at(id));
export const readText = async (id: string): Promise<string> =>
  (await ask(`${at(id)}/text`, { headers: { accept: 'text/plain' } })).text();
export const readFigures = (id: string): Promise<Figures> => read(`${at(id)}/figures`);
export const readPages = (id: string): Promise<Listed<PageSize>> => read(`${at(id)}/pages`);
export const readCorrections = (id: string): Promise<Corrected> => read(`${at(id)}/corrections`);
export const original = (id: string): string => `${at(id)}/original`;
export const pageImage = (id: string, page: number, record: string | undefined): string =>
  `${at(id)}/pages/${page}.png${record === undefined ? '' : `?record=${encodeURIComponent(record)}`}`;
export const readAgain = (id: string): Promise<Job> => post(`${at(id)}/read`, {}, LATER);
export const removeDocument = async (id: string): Promise<void> => void (await ask(at(id), { method: 'DELETE' }));

/** Says something of a document: all of it is taken, or none. */
export const correct = (id: string, corrections: readonly CorrectionDraft[], by: string): Promise<Corrected> =>
  post(`${at(id)}/corrections`, { by, corrections });
export const takeBack = (id: string, entry: string, by: string): Promise<Corrected> =>
  read(`${at(id)}/corrections/${encodeURIComponent(entry)}?${new URLSearchParams({ by })}`, { method: 'DELETE' });

export const readIndicators = (): Promise<Listed<Indicator>> => read('/indicators');
export const readAreas = (): Promise<Listed<Named>> => read('/areas');
export const readProvinces = (): Promise<Listed<ProvinceNamed>> => read('/provinces');
export const findAgencies = (q: string): Promise<Listed<Named>> => read(`/agencies?${new URLSearchParams({ q })}`);

/** What the rules read in some words, as if they stood in a plan of that year. */
export const recogniseWords = (
  text: string,
  year: number | undefined,
): Promise<{ readonly targets: readonly TargetRead[] }> =>
  post('/recognise', { text, ...(year === undefined ? {} : { year }) });

const asQuery = (asked: Readonly<Record<string, string>>): string =>
  `${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))}`;

export const readPipelines = (): Promise<Listed<PipelineSummary>> => read('/pipelines');
export const readPipelineNamed = (name: string): Promise<PipelineRead> =>
  read(`/pipelines/${encodeURIComponent(name)}`);
export const tryIndicator = (
  indicator: unknown,
  asked: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<TriedRead> =>
  read(`/pipelines/try?${asQuery(asked)}`, { method: 'POST', body: JSON.stringify(indicator), signal });
/** The whole as a file that `--pipeline` takes. */
export const yamlOfIndicator = async (indicator: unknown, into: string): Promise<string> =>
  (
    await ask(`/pipelines/yaml?${asQuery({ into })}`, {
      method: 'POST',
      body: JSON.stringify(indicator),
      headers: { accept: 'application/yaml' },
    })
  ).text();
export const savePipeline = (name: string, indicator: unknown, into: string): Promise<PipelineSummary> =>
  read(`/pipelines/${encodeURIComponent(name)}?${asQuery({ into })}`, {
    method: 'PUT',
    body: JSON.stringify(indicator),
  });
export const removePipeline = async (name: string): Promise<void> =>
  void (await ask(`/pipelines/${encodeURIComponent(name)}`, { method: 'DELETE' }));
