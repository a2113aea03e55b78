import type { Server as HttpServer, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { detailsOf, PROBLEM_TYPE, Problem } from './problem.ts';

/** Milliseconds in which one who is refused may take his answer. */
const PARTING = 2000;

/** By what the parser says of a request that never became one. */
const SAID: Readonly<Record<string, readonly [status: number, detail: string, code: string]>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    'Address and headers are longer than the 16 KB that this server takes. Ask for less at a time.',
    'headers-too-large',
  ],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'What the chunks of this request say of themselves is too long.', 'too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not come in whole in time. Send it again.', 'request-too-slow'],
};
const MALFORMED = [400, 'This is no HTTP request that can be read.', 'request-malformed'] as const;

/** Answers what is no request, or no whole one, with a problem, as all that goes wrong. */
export function refuseUnread(error: Error & { readonly code?: string }, socket: Socket): void {
  // Node keeps the answer that is under way there: words in the middle of it would be taken for its own.
  const { _httpMessage: answer } = socket as Socket & { readonly _httpMessage?: ServerResponse | null };
  if (error.code === 'ECONNRESET' || !socket.writable || answer?.headersSent === true) {
    socket.destroy();
    return;
  }
  const [status, detail, code] = SAID[error.code ?? ''] ?? MALFORMED;
  const { title, body, headers } = answerOf(new Problem(status, detail, code));
  const head = [`HTTP/1.1 ${status} ${title}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), PARTING).unref();
}

/** Refuses those who wait until something is fulfilled that nobody here knows. */
export function refuseExpectations(server: HttpServer): void {
  server.on('checkExpectation', (_, response: ServerResponse) => {
    const { body, headers } = answerOf(new Problem(417, 'Of "Expect", only 100-continue is known.', 'expects-unknown'));
    response.writeHead(417, headers).end(body);
  });
}

function answerOf(problem: Problem): { title: string; body: string; headers: Record<string, string | number> } {
  const details = detailsOf(problem);
  const body = JSON.stringify(details);
  const headers = {
    'content-type': `${PROBLEM_TYPE}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    connection: 'close',
  };
  return { title: details.title, body, headers };
}
