import { createServer, type IncomingMessage } from 'node:http';

/** An S3-compatible bucket that speaks HTTP, as far as single objects go. */
export interface Bucket {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** "PUT /bucket/key", in order; whatever is not signed is refused. */
  readonly asked: string[];
  /** Answers with 503 so many times. */
  failNext: (times: number) => void;
  readonly close: () => Promise<void>;
}

export async function openBucket(): Promise<Bucket> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  let failing = 0;
  const server = createServer((request, response) => {
    bodyOf(request).then((body) => {
      const path = decodeURIComponent(request.url?.split('?')[0] ?? '');
      asked.push(`${request.method} ${path}`);
      const signed = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-test\/s3\/aws4_request/u;
      if (!signed.test(request.headers.authorization ?? '')) return response.writeHead(403).end();
      if (failing > 0) {
        failing--;
        return response.writeHead(503).end();
      }
      const found = objects.get(path);
      if (request.method === 'PUT') {
        objects.set(path, body);
        return response.writeHead(200, { etag: '"x"' }).end();
      }
      if (request.method === 'DELETE') {
        objects.delete(path);
        return response.writeHead(204).end();
      }
      if (found === undefined) {
        const error = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>no</Message></Error>';
        return response.writeHead(404, { 'content-type': 'application/xml' }).end(error);
      }
      response.writeHead(200, { 'content-length': found.length, etag: '"x"' });
      return response.end(request.method === 'HEAD' ? undefined : found);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    asked,
    failNext: (times) => {
      failing = times;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}
