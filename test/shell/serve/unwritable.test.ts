import fs from 'node:fs';
import { readdir } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { expect, onTestFinished, test } from 'vitest';
import type { PlanRecord } from '../../../src/model/record.ts';
import type { Job } from '../../../src/shell/serve/desk/job.ts';
import { folderWith, snapshot } from '../make.ts';
import { PLAN } from '../program.ts';
import { serve, type World } from './world.ts';

/**
 * Lets nothing be written below a folder, as a disk that is full or may only be read does: who runs the tests may write
 * everywhere.
 *
 * @param code EROFS: nothing changes at all; ENOSPC: what is there may still be removed and renamed
 * @returns ends it
 */
function forbidWriting(folder: string, code: 'EROFS' | 'ENOSPC'): () => void {
  const { mkdir: callbackMkdir, promises } = fs;
  const { open, mkdir, rename, rm, utimes } = promises;
  const refuse = (syscall: string): never => {
    throw Object.assign(new Error(`${code}: ${syscall}`), { code, syscall });
  };
  const within = (path: unknown): boolean => String(path).startsWith(folder);
  const readsOnly = (flags: unknown): boolean =>
    flags === undefined || flags === 'r' || (typeof flags === 'number' && (flags & 3) === 0);
  const changed =
    <T extends unknown[], R>(syscall: string, change: (...args: T) => R) =>
    (...args: T): R =>
      within(args[0]) && fs.existsSync(folder) ? refuse(syscall) : change(...args);
  const guarded = {
    open: async (...args: Parameters<typeof open>) =>
      within(args[0]) && !readsOnly(args[1]) ? refuse('open') : open(...args),
    mkdir: async (...args: Parameters<typeof mkdir>) =>
      within(args[0]) && !fs.existsSync(String(args[0])) ? refuse('mkdir') : mkdir(...args),
  };
  const readOnly = {
    rename: async (...args: Parameters<typeof rename>) => changed('rename', rename)(...args),
    rm: async (...args: Parameters<typeof rm>) =>
      within(args[0]) && fs.existsSync(String(args[0])) ? refuse('rm') : rm(...args),
    utimes: async (...args: Parameters<typeof utimes>) => changed('utimes', utimes)(...args),
  };
  Object.assign(promises, guarded, code === 'EROFS' ? readOnly : {});
  // The lock of a folder is made by callbacks.
  fs.mkdir = ((path: string, ...more: unknown[]) => {
    const done = more.at(-1) as (error: Error | null) => void;
    if (code === 'EROFS' && within(path)) done(Object.assign(new Error(code), { code, syscall: 'mkdir' }));
    else (callbackMkdir as (...args: unknown[]) => void)(path, ...more);
  }) as typeof fs.mkdir;
  syncBuiltinESMExports();
  const end = (): void => {
    fs.mkdir = callbackMkdir;
    Object.assign(promises, { open, mkdir, rename, rm, utimes });
    syncBuiltinESMExports();
  };
  onTestFinished(end);
  return end;
}

async function read(world: World): Promise<PlanRecord> {
  const { items } = (await (await world.upload({ 'a.txt': PLAN })).json()) as Job;
  return world.json(`/documents/${items[0]?.document}`);
}

const json = { 'content-type': 'application/json' };
const correcting = ({ targets }: PlanRecord): RequestInit => {
  const corrections = [{ act: 'correct', key: targets[0]?.key, field: 'quantity.value', value: 95 }];
  return { method: 'POST', headers: json, body: JSON.stringify({ by: 'Lan', corrections }) };
};

/** Everything that shows something. */
async function shows(world: World, id: string): Promise<void> {
  for (const path of ['/documents', `/documents/${id}`, `/documents/${id}/text`, `/documents/${id}/original`])
    expect([path, (await world.ask(path)).status]).toEqual([path, 200]);
  for (const path of ['/targets', '/failures', '/jobs', `/documents/${id}/figures`, '/ready', '/'])
    expect([path, (await world.ask(path)).status]).toEqual([path, 200]);
}

async function refused(response: Response): Promise<string> {
  const { status, code, detail } = (await response.json()) as { status: number; code: string; detail: string };
  expect([status, code]).toEqual([507, 'output-unwritable']);
  return detail;
}

test('a folder that may only be read is shown, and what would change it is refused with the reason', async () => {
  const out = `${await folderWith()}/output`;
  const first = await serve({ out });
  const record = await read(first);
  const { id } = record.document;
  await first.close();
  const before = await snapshot(out);
  const end = forbidWriting(out, 'EROFS');
  const world = await serve({ out });
  await shows(world, id);
  expect((await world.ask('/compare')).status).toBe(200);
  for (const change of [
    () => world.upload({ 'b.txt': PLAN.replace('90%', '91%') }),
    () => world.ask(`/documents/${id}/corrections`, correcting(record)),
    () => world.ask(`/documents/${id}`, { method: 'DELETE' }),
    () => world.ask(`/documents/${id}/read`, { method: 'POST' }),
    () => world.ask('/documents', { method: 'POST', headers: json, body: '{"urls":["https://example.org/a"]}' }),
  ])
    expect(await refused(await change())).toContain('may only be read');
  await shows(world, id);
  await world.close();
  end();
  expect(await snapshot(out)).toEqual(before);
});

test('on a disk that is full nothing is half done, and all goes on when there is room', async () => {
  const world = await serve();
  const record = await read(world);
  const { id } = record.document;
  const before = await snapshot(world.out);
  const end = forbidWriting(world.out, 'ENOSPC');
  expect(await refused(await world.upload({ 'b.txt': PLAN.replace('90%', '91%') }))).toContain('Make room');
  expect(await refused(await world.ask(`/documents/${id}/corrections`, correcting(record)))).toContain('Make room');
  // What is compared is written first.
  expect(await refused(await world.ask('/compare'))).toContain('Make room');
  await shows(world, id);
  end();
  const { 'server/pages': _, ...after } = await snapshot(world.out);
  expect(after).toEqual(before);
  expect((await world.ask(`/documents/${id}/corrections`, correcting(record))).status).toBe(200);
  expect((await world.upload({ 'b.txt': PLAN.replace('90%', '91%') })).status).toBe(200);
  await world.close();
  expect(await readdir(`${world.out}/corrections`)).toEqual([`${id}.json`, `${id}.rules.json`]);
});
