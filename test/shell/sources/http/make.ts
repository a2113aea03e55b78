import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { type ClientOptions, openClient } from '../../../../src/shell/sources/http/client.ts';
import { folderWith } from '../../make.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Site {
  readonly at: (path: string) => string;
  /** Every request, with its condition where it has one. */
  readonly asked: string[];
}

/** A site on this machine; without a robots.txt of its own it has none. */
export async function site(handlers: Readonly<Record<string, Handler>>, host = '127.0.0.1'): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const condition = request.headers['if-none-match'] ?? request.headers['if-modified-since'];
    asked.push(`${request.url}${condition === undefined ? '' : ` if ${condition}`}`);
    const handler = handlers[request.url ?? ''];
    if (handler === undefined) response.writeHead(404).end('không có');
    else handler(request, response);
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { at: (path) => `http://${host}:${port}${path}`, asked };
}

export const says =
  (text: string | Buffer, headers: Record<string, string> = {}, status = 200): Handler =>
  (_, response) =>
    response.writeHead(status, headers).end(text);

/** Here 127.0.0.1 stands for the public internet and everything else for a private network. */
export async function client(options: Partial<ClientOptions> = {}) {
  const cache = options.cache ?? (await folderWith());
  const opened = await openClient({
    cache,
    userAgent: 'kehoach-test/1',
    delay: 0,
    seconds: 5,
    backoff: 1,
    allowed: (address) => address === '127.0.0.1',
    ...options,
  });
  onTestFinished(() => opened.close());
  const get = async (url: string, maxBytes = 10_000): Promise<string> =>
    readFile(await opened.fetch(url, { document: maxBytes, archive: 10 * maxBytes }), 'utf8');
  return { get, opened, cache };
}
