import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { serve } from './world.ts';

/** What comes back for bytes as they are. */
function sent(url: string, bytes: string): Promise<{ status: number; head: string; body: string }> {
  return new Promise((done, refuse) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let said = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    socket.on('error', refuse).on('close', () => {
      const [head = '', ...body] = said.split('\r\n\r\n');
      done({ status: Number(/^HTTP\/1\.1 (?<status>\d+)/u.exec(head)?.groups?.status), head, body: body.join() });
    });
  });
}

test('what never becomes a request is answered by a problem all the same', async () => {
  const { url } = await serve();
  const host = `host: localhost:${new URL(url).port}`;
  const cases: [what: string, bytes: string, status: number][] = [
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a method that is none', `FETCH / HTTP/1.1\r\n${host}\r\n\r\n`, 400],
    ['a header that is none', `GET / HTTP/1.1\r\n${host}\r\nno colon\r\n\r\n`, 400],
    ['two lengths', `POST /documents HTTP/1.1\r\n${host}\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcdef`, 400],
    [
      'a length and chunks',
      `POST /documents HTTP/1.1\r\n${host}\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['headers without end', `GET / HTTP/1.1\r\n${host}\r\ncookie: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
    ['an address without end', `GET /documents?q=${'a'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n\r\n`, 431],
    [
      'chunks that talk',
      `POST /documents HTTP/1.1\r\n${host}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n2;${'a'.repeat(40_000)}\r\n{}\r\n0\r\n\r\n`,
      413,
    ],
    ['no host', 'GET /documents HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    ['an expectation', `GET /documents HTTP/1.1\r\n${host}\r\nexpect: the-moon\r\n\r\n`, 417],
    ['a body of no length', `POST /session HTTP/1.1\r\n${host}\r\nconnection: close\r\n\r\n`, 400],
  ];
  for (const [what, bytes, status] of cases) {
    const answer = await sent(url, bytes);
    expect([what, answer.status, /content-type: (\S+?);/u.exec(answer.head)?.[1]]).toEqual([
      what,
      status,
      'application/problem+json',
    ]);
    expect(JSON.parse(answer.body)).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  }
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

test('who sends a letter now and then is told that it takes too long', async () => {
  const { url } = await serve({ slowest: 400 });
  const head = `POST /documents HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=x\r\n`;
  for (const bytes of ['GET /documents HTT', `${head}content-length: 999\r\n\r\n--x`]) {
    const answer = await sent(url, bytes);
    expect([answer.status, JSON.parse(answer.body)]).toEqual([408, expect.objectContaining({ status: 408 })]);
  }
});

test('what cannot be done there is told with what can', async () => {
  const { url } = await serve();
  const ask = async (path: string, method: string) => {
    const response = await fetch(`${url}${path}`, { method });
    return [response.status, response.headers.get('allow'), response.headers.get('content-type')];
  };
  const problem = 'application/problem+json; charset=utf-8';
  expect(await ask('/documents', 'PUT')).toEqual([405, 'GET, HEAD, POST', problem]);
  expect(await ask('/documents/a-1/pages/1.png', 'DELETE')).toEqual([405, 'GET, HEAD', problem]);
  expect(await ask('/events', 'HEAD')).toEqual([405, 'GET', problem]);
  expect(await ask('/documents/a/b/c', 'PUT')).toEqual([404, null, problem]);
});
