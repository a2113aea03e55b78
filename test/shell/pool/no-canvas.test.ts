import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const built = (path: string): string => new URL(`../../../dist/${path}`, import.meta.url).href;

/** What of native code a process has loaded that imports this and then pdf.js; a process of its own, since no other test may have. */
async function nativeBehind(first: string): Promise<string> {
  const script = `
    import { createRequire } from 'node:module';
    await import(${JSON.stringify(built(first))});
    await import(${JSON.stringify(built('read/pdf/engine.js'))});
    const loaded = Object.keys(createRequire(${JSON.stringify(built('shell/cli.js'))}).cache);
    console.log(loaded.filter((path) => /@napi-rs.canvas.*\\.node$/u.test(path)).length);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return stdout.trim();
}

test('no native code for drawing is loaded with pdf.js', async () => {
  expect(await nativeBehind('shell/pool/no-canvas.js')).toBe('0');
});
