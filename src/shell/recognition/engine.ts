import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { z } from 'zod';

/** What recognises text on this machine. Plain values: a process is told of it by another. */
export interface Engine {
  /** `program`: Tesseract as the system has it. `wasm`: its build in WebAssembly, which comes as a package. */
  readonly kind: 'program' | 'wasm';
  /** Name and version, as records have it: a repair of the same version reads the same. */
  readonly name: string;
  /** Of the program, or of the compiled module. */
  readonly path: string;
}

/** Data of the engine: packed files of a package, and their name in records. */
export const DATA = { language: 'vie', package: '@tesseract.js-data/vie', folder: '4.0.0_best_int' } as const;
/** Name and version: "vie best_int 4.0.0". */
export const DATA_NAME = `${DATA.language} ${DATA.folder.split('_').slice(1).join('_')} ${DATA.folder.split('_')[0]}`;

const CORE = 'tesseract.js-core';
/** The build for processors that Node 20 knows. A faster one rounds as the processor does: the same page would be read otherwise elsewhere. */
const BUILD = `${CORE}/tesseract-core-simd-lstm`;

/** What to do where nothing recognises text. */
export const INSTALL = `Install what reads images of text: npm install ${CORE} ${DATA.package}.`;

const here = createRequire(import.meta.url);

/** Path of a file of a package, where the package is installed. */
function installed(file: string): string | undefined {
  try {
    return here.resolve(file);
  } catch {
    return undefined;
  }
}

/** Path of the packed data, where it is installed. */
export const packedData = (): string | undefined =>
  installed(`${DATA.package}/${DATA.folder}/${DATA.language}.traineddata.gz`);

/**
 * The engine of this machine: Tesseract where the system has it in version 4 or later, since it takes half the time; else
 * the package. None without the data, which is always the program's own: others read other letters.
 *
 * @param env `KEHOACH_TESSERACT`: path of the program, or `off` to take the package
 */
export async function findEngine(env: NodeJS.ProcessEnv): Promise<Engine | undefined> {
  if (packedData() === undefined) return undefined;
  const asked = env.KEHOACH_TESSERACT ?? '';
  return (asked === 'off' ? undefined : await programAt(asked === '' ? 'tesseract' : asked)) ?? wasmEngine();
}

/** Milliseconds in which a program says its version. */
const SAYS = 10_000;

async function programAt(path: string): Promise<Engine | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(path, ['--version'], { timeout: SAYS });
    const { major = '', minor = '' } =
      /^tesseract v?(?<major>\d+)\.(?<minor>\d+)/mu.exec(stdout + stderr)?.groups ?? {};
    // Versions before 4 do not know data of this kind.
    return Number(major) >= 4 ? { kind: 'program', name: `tesseract ${major}.${minor}`, path } : undefined;
  } catch {
    return undefined;
  }
}

const Manifest = z.object({ version: z.string() });

function wasmEngine(): Engine | undefined {
  const [path, manifest] = [installed(BUILD), installed(`${CORE}/package.json`)];
  if (path === undefined || manifest === undefined) return undefined;
  const { version } = Manifest.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return { kind: 'wasm', name: `tesseract.js ${version.split('.').slice(0, 2).join('.')}`, path };
}
