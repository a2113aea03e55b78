import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/shell/pool/task.ts';
import type { Executor } from '../../src/shell/pool/work.ts';
import type { Given } from '../../src/shell/sources/find.ts';
import { urlSource } from '../../src/shell/sources/http/url.ts';
import { folderWith, ingestWith, linesOf, snapshot } from './make.ts';
import { client, type Handler, says, site } from './sources/http/make.ts';

/** A run over URLs, with a word to whoever waits when so many documents were done. */
async function ingestUrls(
  given: readonly (string | Given)[],
  out: string,
  options: Parameters<typeof ingestWith>[2] & {
    readonly onStep?: () => void;
    readonly at?: (name: string) => void;
  } = {},
) {
  const { onStep = () => undefined, at = () => undefined, ...rest } = options;
  const { opened } = await client();
  return ingestWith(given, out, {
    remote: (uri, declared) => urlSource(uri, opened, declared),
    progress: { start() {}, more() {}, at, step: onStep, stop() {} },
    ...rest,
  });
}

/** A promise, and what fulfils it. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((done) => {
    give = done;
  });
  return { given, give };
}

/** Answers once it may. */
const later =
  (may: Promise<unknown>, text: string): Handler =>
  (_, response) =>
    void may.then(() => response.end(text));

test('the first record is done before the last URL has answered', async () => {
  const first = signal();
  const { at } = await site({ '/a': says('- Đạt 1%'), '/b': later(first.given, '- Đạt 2%') });
  const folder = await folderWith();
  const result = await ingestUrls([at('/a'), at('/b')], `${folder}/out`, { onStep: first.give });
  expect(result.outcomes).toMatchObject({ new: 2, failed: 0 });
});

test('little is fetched long before it is read', async () => {
  const paths = Array.from({ length: 100 }, (_, i) => `/${i}`);
  const { at, asked } = await site(Object.fromEntries(paths.map((path) => [path, says(`- Đạt ${path.slice(1)}%`)])));
  const folder = await folderWith();
  const may = signal();
  let [taken, expected] = [0, 0];
  const executor: Executor = {
    width: 2,
    expect(documents) {
      expected += documents;
    },
    run: async () => {
      taken++;
      await may.given;
      return { failed: { stage: 'read', code: 'file-corrupt', message: 'x' } } satisfies Answer;
    },
    settled: async () => undefined,
    close: async () => undefined,
  };
  const running = ingestUrls(paths.map(at), `${folder}/out`, { executor });
  for (let before = -1; asked.length > before || taken < 2; await sleep(300)) before = asked.length;
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.length).toBeLessThan(60);
  may.give();
  expect((await running).outcomes).toMatchObject({ failed: 100 });
  expect([taken, expected]).toEqual([100, 100]);
});

/** Two hosts, the first of them by name slower or faster than the second. */
async function twoHosts(first: Handler, second: Handler): Promise<readonly [string, string]> {
  const sites = await Promise.all([site({ '/plan': first }), site({ '/plan': second })]);
  const [a = '', b = ''] = sites.map(({ at }) => at('/plan')).sort();
  return sites[0]?.at('/plan') === a ? [a, b] : twoHosts(first, second);
}
/** The names of the hosts, which are others each time. */
const named = async (folder: string, [a, b]: readonly [string, string]): Promise<unknown> => {
  const lines = await Promise.all(['documents', 'targets', 'failures'].map((table) => linesOf(folder, table)));
  return JSON.parse(JSON.stringify(lines).replaceAll(a, 'A').replaceAll(b, 'B'));
};

const TEXT = 'Issued: 2021-05-05\n- Đạt 90%';
const DECLARED: [what: string, a: object, b: object][] = [
  ['nothing is declared', {}, {}],
  ['one place declares what the other does not', {}, { province: 'Huế' }],
  ['the other does', { province: 'Huế' }, {}],
  ['both do', { province: 'Huế' }, { province: 'Phú Thọ', title: 'Kế hoạch' }],
];
test.each(DECLARED)('which of two places answers first tells nothing of the document: %s', async (_, a, b) => {
  const outcomes: unknown[] = [];
  for (const slow of [0, 1]) {
    const first = signal();
    const handlers = [says(TEXT), says(TEXT)] as [Handler, Handler];
    handlers[slow] = later(first.given, TEXT);
    const hosts = await twoHosts(...handlers);
    const folder = await folderWith({ 'c/plan': TEXT.replace('90', '80') });
    const given = [{ path: hosts[0], declared: a }, { path: hosts[1], declared: b }, `${folder}/c`];
    let done = 0;
    const result = await ingestUrls(given, `${folder}/out`, { onStep: () => ++done === 2 && first.give() });
    outcomes.push([
      result.outcomes,
      result.copies.map((uri) => (uri === hosts[1] ? 'B' : uri)),
      JSON.parse(JSON.stringify(await named(`${folder}/out`, hosts)).replaceAll(folder, '')),
    ]);
    // All at once from the start, as far as the folder can tell.
    const again = await ingestUrls(given, `${folder}/out`, { worker: '/no/process/may/start.js' });
    expect(again.outcomes).toMatchObject({ same: 3 });
  }
  expect(outcomes[0]).toMatchObject([{ new: 2, same: 1 }, ['B'], expect.anything()]);
  expect(outcomes[1]).toEqual(outcomes[0]);
});

test('a copy on this machine names the document, however late the site is', async () => {
  const { at } = await site({ '/plan': says(TEXT) });
  const folder = await folderWith({ 'a/plan': TEXT });
  const result = await ingestUrls([at('/plan'), `${folder}/a`], `${folder}/out`);
  expect(result.outcomes).toMatchObject({ new: 1, same: 1 });
  expect(await linesOf(`${folder}/out`, 'documents')).toMatchObject([
    { source: { uri: `${folder}/a/plan`, alsoAt: [at('/plan')] } },
  ]);
});

test.each([0, 1])(
  'a place that has other bytes now is known before its old record is looked at (slow: %d)',
  async (slow) => {
    let text = TEXT;
    const changes: Handler = (_, response) => void sleep(slow === 0 ? 300 : 0).then(() => response.end(text));
    const stays: Handler = (_, response) => void sleep(slow === 1 ? 300 : 0).then(() => response.end(TEXT));
    const hosts = await twoHosts(changes, stays);
    const folder = await folderWith();
    expect((await ingestUrls(hosts, `${folder}/out`)).outcomes).toMatchObject({ new: 1, same: 1 });
    text = '- Đạt 1%';
    expect((await ingestUrls(hosts, `${folder}/out`)).outcomes).toMatchObject({ new: 1, moved: 1, same: 0 });
    expect(await named(`${folder}/out`, hosts)).toMatchObject([
      expect.arrayContaining([
        expect.objectContaining({ source: expect.objectContaining({ uri: 'A' }) }),
        expect.objectContaining({ source: expect.objectContaining({ uri: 'B' }) }),
      ]),
      expect.anything(),
      [],
    ]);
  },
);

test('what fails is told of every place, also of one that comes later', async () => {
  const first = signal();
  const hosts = await twoHosts(later(first.given, 'FAIL'), says('FAIL'));
  const folder = await folderWith();
  const result = await ingestUrls(hosts, `${folder}/out`, { onStep: first.give });
  expect(result.outcomes).toMatchObject({ failed: 2, same: 0, new: 0 });
  expect(result.failures.map(({ source, code }) => [source, code])).toEqual(
    hosts.map((host) => [host, 'file-corrupt']),
  );
});

test('a host that is given up fails its own, while what others gave is read', async () => {
  const { at } = await site({ '/a': says('- Đạt 1%') });
  const gone = await site({ '/robots.txt': (request) => request.socket.destroy() });
  const paths = Array.from({ length: 30 }, (_, i) => gone.at(`/${i}`));
  const folder = await folderWith();
  const result = await ingestUrls([...paths, at('/a')], `${folder}/out`);
  expect(result.outcomes).toMatchObject({ new: 1, failed: 30 });
  expect(result.failures.filter(({ message }) => message.includes('not asked again')).length).toBeGreaterThan(25);
});

test('a run that is stopped while URLs are fetched keeps what was read and counts what is left', async () => {
  const paths = Array.from({ length: 50 }, (_, i) => `/${i}`);
  const { at } = await site(Object.fromEntries(paths.map((path) => [path, says(`- Đạt ${path.slice(1)}%`)])));
  const folder = await folderWith();
  const stop = new AbortController();
  const result = await ingestUrls(paths.map(at), `${folder}/out`, { stop: stop.signal, onStep: () => stop.abort() });
  expect(result.outcomes.new).toBeGreaterThan(0);
  expect(result.left).toBe(50 - result.outcomes.new);
  expect((await ingestUrls(paths.map(at), `${folder}/out`)).outcomes).toMatchObject({
    new: 50 - result.outcomes.new,
    same: result.outcomes.new,
  });
});

test('an archive from a URL is counted as what it holds, and its copies are found', async () => {
  const { zipSync, strToU8 } = await import('fflate');
  const zip = zipSync({ 'x.txt': strToU8(TEXT), 'y.txt': strToU8('- Đạt 5%'), 'z.txt': strToU8('') });
  const { at } = await site({ '/a.zip': says(Buffer.from(zip)), '/b': says(TEXT) });
  const folder = await folderWith();
  const result = await ingestUrls([at('/a.zip'), at('/b')], `${folder}/out`);
  expect(result).toMatchObject({ sources: 4, outcomes: { new: 2, same: 1, failed: 1 }, copies: [at('/b')] });
  const before = await snapshot(`${folder}/out`);
  await ingestUrls([at('/b'), at('/a.zip')], `${folder}/out`);
  expect(await snapshot(`${folder}/out`)).toEqual(before);
});

test('a record with a place in an archive waits until that was opened', async () => {
  const { zipSync, strToU8 } = await import('fflate');
  let held = TEXT;
  const archive: Handler = (_, response) =>
    void sleep(200).then(() => response.end(Buffer.from(zipSync({ 'x.txt': strToU8(held) }))));
  const [zip, other] = await twoHosts(archive, says(TEXT));
  const folder = await folderWith();
  await ingestUrls([zip, other], `${folder}/out`);
  held = '- Đạt 7%';
  expect((await ingestUrls([zip, other], `${folder}/out`)).outcomes).toMatchObject({ new: 1, moved: 1 });
});
