// Stands in for a process that reads documents, so that the shell is tested without extraction. What the document says decides what
// happens to it: "HANG", "GROW", "EXIT" ("EXIT ONCE <file>" the first time only), "KILL", "THROW", "FAIL"; anything else gives a record with one target for each
// line that begins with "- " (a result where it says "RESULT"). "PAGES 3 200" reads three pages from their images, 200 ms each; "SCANNED" says so in the end.
// "WARN code" gives a warning, "Province: X" and "Issued: 2021-05-05" fill the header.
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

export async function answerTo(
  { bytes, uri, alsoAt, pipeline, declared, shown },
  onRead = () => undefined,
  onPages = () => undefined,
) {
  const text = shown ?? Buffer.from(bytes).toString('utf8').normalize('NFC');
  if (text.includes('HANG')) for (;;);
  if (text.includes('GROW')) for (const kept = []; ; ) kept.push(Array.from({ length: 1e5 }, Math.random));
  const mark = /EXIT ONCE (\S+)/.exec(text)?.[1];
  if (mark === undefined ? text.includes('EXIT') : !existsSync(mark)) {
    if (mark !== undefined) writeFileSync(mark, '');
    process.exit(7);
  }
  if (text.includes('KILL WORKER')) process.kill(process.ppid, 'SIGKILL');
  if (text.includes('KILL')) process.kill(process.pid, 'SIGKILL');
  if (text.includes('ABORT')) process.abort();
  if (text.includes('PRINT')) console.log('a library speaks');
  if (text.includes('PRINT MUCH')) for (let i = 0; i < 5000; i++) console.warn('a library complains');
  if (text.includes('OUTSIDE')) for (const kept = []; ; ) kept.push(Buffer.alloc(2 ** 26, 1));
  if (text.includes('THROW')) throw new Error('thrown while reading');
  if (text.includes('FAIL'))
    return { failed: { stage: 'read', code: 'file-corrupt', message: 'Broken. Fetch it again.' } };
  const [, of, pause] = /PAGES (\d+) (\d+)/.exec(text)?.map(Number) ?? [];
  for (let done = 0; done <= of; done++) {
    onPages({ done, of });
    await new Promise((go) => setTimeout(go, pause));
  }
  if (text.includes('HALT')) for (;;);
  onRead();
  if (text.includes('SLOW')) await new Promise((done) => setTimeout(done, Number(/SLOW (\d+)/.exec(text)?.[1] ?? 100)));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = declared.province ?? /Province: (.+)/.exec(text)?.[1] ?? null;
  const stem = text.includes('SAME-ID') ? 'same-id' : `${basename(uri).replace(/\.[^.]*$/, '')}-${sha256.slice(0, 8)}`;
  const id = name === null || text.includes('SAME-ID') ? stem : `${name.toLowerCase().replaceAll(' ', '-')}-${stem}`;
  const targets = [...text.matchAll(/^- .*$/gmu)].map((match, i) => ({
    id: `${id}#t${i + 1}`,
    key: `k${i + 1}`,
    kind: 'qualitative',
    status: match[0].includes('RESULT') ? 'result' : 'target',
    path: null,
    area: null,
    indicator: { text: match[0].slice(2), code: null },
    quantity: null,
    direction: 'reach',
    baseline: null,
    condition: null,
    levels: [],
    deadline: null,
    agencies: [],
    source: { quote: match[0], start: match.index, end: match.index + match[0].length, page: null },
    confidence: text.includes('UNSURE') ? 0.2 : 0.9,
  }));
  const record = {
    schemaVersion: '1.0.0',
    document: {
      id,
      sha256,
      source: {
        uri,
        mediaType: 'text/plain',
        bytes: bytes.byteLength,
        pages: null,
        ...(alsoAt.length > 0 ? { alsoAt } : {}),
      },
      form: 'plan',
      number: null,
      title: declared.title ?? null,
      issuer: null,
      province:
        name === null
          ? null
          : { code: '25', iso: 'VN-68', name, set: 63, basis: declared.province ? 'manifest' : 'header' },
      level: null,
      issuedOn: /Issued: (\S+)/.exec(text)?.[1] ?? null,
      period: null,
      topic: null,
      signers: [],
    },
    sections: [],
    targets: text.includes('BACKWARDS') ? targets.reverse() : targets,
    tasks: [],
    references: [],
    warnings: [...text.matchAll(/WARN (\S+)/gu)].map(([, code]) => ({ code, message: 'x' })),
    pipeline: { name: pipeline === 'auto' ? 'general' : pipeline, version: '1.0.0' },
  };
  const scans = { had: text.includes('SCANNED') };
  return { done: { id, record: `${JSON.stringify(record, null, 2)}\n`, text, pipeline: record.pipeline, scans } };
}
