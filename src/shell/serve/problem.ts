import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type ErrorCode, PlanError } from '../../model/errors.ts';
import { CallError, FolderError } from '../call-error.ts';
import { ChangedMeanwhile } from '../corrections/changed.ts';
import { reasonOf, systemCode } from '../failure.ts';
import type { PipelineFault } from '../pipeline-yaml.ts';
import { isBusy } from './busy.ts';

/** Problem details (RFC 9457). */
export const ProblemDetails = z
  .object({
    type: z.string().describe('about:blank: the status says what kind it is'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong, and what to do about it'),
    code: z.string().optional().describe('Code of the command line, such as file-too-large, or of the server'),
    faults: z
      .array(
        z.object({
          line: z.int().positive().describe('From 1'),
          field: z.string().nullable().describe('As indicators[3].area; null where it is no YAML'),
          message: z.string(),
        }),
      )
      .optional()
      .describe('What is wrong with the pipeline that was sent, and where'),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' });
export type ProblemDetails = z.infer<typeof ProblemDetails>;

export const PROBLEM_TYPE = 'application/problem+json';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  417: 'Expectation Failed',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
};

/** An answer that is no success, thrown from wherever it is found out. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string | undefined;
  /** Seconds after which another try may help. */
  readonly retryAfter: number | undefined;
  /** What is wrong with a pipeline, and where. */
  readonly faults: readonly PipelineFault[] | undefined;

  constructor(status: number, detail: string, code?: string, retryAfter?: number, faults?: readonly PipelineFault[]) {
    super(detail);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
    this.faults = faults;
  }
}

const STATUS_OF: Readonly<Partial<Record<ErrorCode, number>>> = {
  'file-missing': 404,
  'document-unknown': 404,
  'file-too-large': 413,
  'file-empty': 422,
  'output-unwritable': 507,
  'url-refused': 422,
};

/** Any error as a problem. Of what nobody foresaw, only that it happened is told. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isBusy(error)) {
    const detail = 'Another program is writing to the output folder. Try again when it has finished.';
    return new Problem(503, detail, 'folder-busy', 2);
  }
  if (error instanceof ChangedMeanwhile) return new Problem(412, error.message, 'changed-meanwhile');
  if (error instanceof PlanError) return new Problem(STATUS_OF[error.code] ?? 422, error.message, error.code);
  if (error instanceof FolderError || systemCode(error) !== undefined) {
    const { code, message: said } = reasonOf(error, 'write');
    return new Problem(507, said, code);
  }
  if (error instanceof CallError) return new Problem(400, error.lines.join(' '));
  if (hasZodFastifySchemaValidationErrors(error)) {
    const said = error.validation.map(({ instancePath, message }) => `${instancePath.replace(/^\//u, '')}: ${message}`);
    return new Problem(400, said.join('; '));
  }
  const { statusCode, message, code } = error as Partial<FastifyError>;
  if (statusCode === 413 && code?.endsWith('S_LIMIT') === true)
    return new Problem(413, 'Too many parts came with one request. Send them in several requests.', 'too-many-parts');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500 && typeof message === 'string')
    return new Problem(statusCode, message, code?.toLowerCase().replaceAll('_', '-'));
  return new Problem(500, 'The server failed on this request. Its log tells why.', 'internal');
}

export const detailsOf = ({ status, message, code, faults }: Problem): ProblemDetails => ({
  type: 'about:blank',
  title: TITLES[status] ?? 'Error',
  status,
  detail: message,
  ...(code === undefined ? {} : { code }),
  ...(faults === undefined ? {} : { faults: [...faults] }),
});
