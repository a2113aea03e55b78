import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { findEngine, packedData } from '../../../src/shell/recognition/engine.ts';
import { openRecogniser } from '../../../src/shell/recognition/open.ts';
import { programRecogniser } from '../../../src/shell/recognition/program.ts';
import { folderWith } from '../make.ts';
import { plain, TITLE, titleImage } from './make.ts';

const HOCR = `<span class='ocr_line' title="bbox 0 0 40 20"><span class='ocrx_word' title='bbox 0 0 40 20; x_wconf 90'>xong</span></span>`;

/** A program in the place of Tesseract, and the recogniser that runs it; `$OUT` is a folder of its own. */
async function running(script: string, seconds?: number) {
  const folder = await folderWith({ program: `#!/bin/sh\nOUT="${'$'}{0%/*}"\n${script}\n`, 'cache/.keep': '' });
  const path = join(folder, 'program');
  await chmod(path, 0o755);
  const engine = { kind: 'program', name: 'double 1.0', path } as const;
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };
  return { folder, path, env, recogniser: programRecogniser(engine, packedData() ?? '', env, seconds) };
}

describe.skipIf(process.platform === 'win32')('a program', () => {
  test('is given the picture, our data, one thread, and how the page is laid out', async () => {
    const { folder, recogniser } = await running(
      `cat > "$OUT/image"; echo "$OMP_THREAD_LIMIT" "$@" > "$OUT/asked"; cp "$4"/* "$OUT"; cat <<'END'\n${HOCR}\nEND`,
    );
    const [line] = await recogniser.recognise(plain(3, 2, 7), { layout: 'line' });
    expect(line?.words[0]?.text).toBe('xong');
    expect((await readFile(join(folder, 'image'))).toString('latin1')).toBe(`P5\n3 2\n255\n${'\x07'.repeat(6)}`);
    expect(await readFile(join(folder, 'asked'), 'utf8')).toMatch(
      /^1 stdin stdout --tessdata-dir \S+ -l vie --oem 1 --psm 7 --dpi 200 -c tessedit_create_hocr=1\n$/u,
    );
    expect((await readFile(join(folder, 'vie.traineddata'))).length).toBeGreaterThan(1e6);
    await recogniser.recognise(plain(3, 2), { layout: 'page' });
    expect(await readFile(join(folder, 'asked'), 'utf8')).toContain('--psm 3 ');
  });

  test('that fails says why', async () => {
    const { recogniser } = await running('cat > /dev/null; echo "Error: no memory" >&2; exit 3');
    await expect(recogniser.recognise(plain(3, 2), { layout: 'page' })).rejects.toMatchObject({
      code: 'worker-lost',
      message: expect.stringMatching(/exit code 3/u),
    });
  });

  test('that does not read what it is given, or is not there, fails by itself', async () => {
    const { recogniser } = await running('exit 1');
    await expect(recogniser.recognise(plain(3000, 2000), { layout: 'page' })).rejects.toMatchObject({
      code: 'worker-lost',
    });
    const gone = programRecogniser({ kind: 'program', name: 'x', path: '/no/such' }, packedData() ?? '', process.env);
    await expect(gone.recognise(plain(3, 2), { layout: 'page' })).rejects.toMatchObject({ code: 'worker-lost' });
  });

  test('is ended after its time', async () => {
    const { recogniser } = await running('while :; do :; done', 1);
    await expect(recogniser.recognise(plain(3, 2), { layout: 'page' })).rejects.toMatchObject({
      code: 'time-exceeded',
    });
  });

  test('ends with the process that started it', async () => {
    const { folder, path, env } = await running('echo $$ > "$OUT/pid"; exec sleep 60');
    const code = `
      import { openRecogniser } from ${JSON.stringify(fileURLToPath(new URL('../../../dist/shell/recognition/open.js', import.meta.url)))};
      const engine = { kind: 'program', name: 'double', path: ${JSON.stringify(path)} };
      await openRecogniser(engine).recognise({ width: 1, height: 1, data: new Uint8Array(1), dpi: 200 }, { layout: 'page' });`;
    await writeFile(join(folder, 'run.mjs'), code);
    const child = spawn(process.execPath, [join(folder, 'run.mjs')], { env, stdio: 'ignore' });
    await vi.waitFor(() => expect(existsSync(join(folder, 'pid'))).toBe(true), 20_000);
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
    expect(() => process.kill(pid, 0)).not.toThrow();
    child.kill('SIGKILL');
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), 10_000);
  });

  test('finds its data in a folder of its own where none can be kept', async () => {
    const { path } = await running(`cat > /dev/null; ls "$4" >&2; test -f "$4/vie.traineddata" && echo "${HOCR}"`);
    const engine = { kind: 'program', name: 'double', path } as const;
    const recogniser = programRecogniser(engine, packedData() ?? '', { ...process.env, XDG_CACHE_HOME: '/dev/null' });
    expect(await recogniser.recognise(plain(3, 2), { layout: 'block' })).toHaveLength(1);
  });

  test('data that was cut off is unpacked again, and no draft stays', async () => {
    const { folder, recogniser } = await running(`cat > /dev/null; echo "${HOCR}"`);
    await recogniser.recognise(plain(3, 2), { layout: 'block' });
    const [version = ''] = await readdir(join(folder, 'cache/kehoach/tessdata'));
    const kept = join(folder, 'cache/kehoach/tessdata', version);
    await writeFile(join(kept, 'vie.traineddata'), 'cut off');
    const { programRecogniser: again } = await import('../../../src/shell/recognition/program.ts');
    const engine = { kind: 'program', name: 'double', path: join(folder, 'program') } as const;
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };
    await again(engine, packedData() ?? '', env).recognise(plain(3, 2), { layout: 'block' });
    expect((await readFile(join(kept, 'vie.traineddata'))).length).toBeGreaterThan(1e6);
    expect(await readdir(kept)).toEqual(['vie.traineddata']);
  });
});

const system = await findEngine(process.env);
const engine = system?.kind === 'program' ? system : undefined;
test.skipIf(engine === undefined)('Tesseract of this system reads a title', async () => {
  if (engine === undefined) return;
  const recogniser = openRecogniser(engine);
  const lines = await recogniser.recognise(titleImage(), { layout: 'block' });
  expect(lines.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual(TITLE);
});
if (engine === undefined) console.warn('Tesseract is not installed on this system: not tested with it.');
