import { type ChildProcess, spawn } from 'node:child_process';
import { linesOfHocr } from '../../read/scan/hocr.ts';
import { dataFolder } from './data-folder.ts';
import { DATA, DATA_NAME, type Engine } from './engine.ts';
import { engineLost, PAGE_CLOCK, PAGE_SECONDS, tooLong } from './failing.ts';
import { dotsOf, pgmOf, SEGMENTATION } from './image.ts';
import type { OpenRecogniser } from './recogniser.ts';

/**
 * Runs "$@" with a limit of processor time, and ends it when the other end of pipe 3 is closed: as this process closes it,
 * or as the system does when this process is no more.
 */
const guard = (seconds: number): string => `ulimit -S -t ${seconds} 2>/dev/null
exec 4<&0
"$0" "$@" <&4 3<&- &
run=$!
exec 4<&-
{ cat <&3; kill -9 $run; } >/dev/null 2>&1 &
guard=$!
wait $run
status=$?
kill $guard 2>/dev/null
exit $status`;
/** What a shell says of a process that the kernel ended for its limit: 128 and SIGXCPU. */
const OUT_OF_TIME = 128 + 24;
/** More than a page has, in UTF-16 units. */
const MOST_SAID = 64 * 1024 * 1024;

/** Tesseract as a program, started for each image. */
export function programRecogniser(
  engine: Engine,
  packed: string,
  env: NodeJS.ProcessEnv,
  pageSeconds = PAGE_SECONDS,
): OpenRecogniser {
  let folder: Promise<string> | undefined;
  return {
    engine: engine.name,
    data: DATA_NAME,
    async recognise(image, { layout }) {
      folder ??= dataFolder(packed, env).catch((error: unknown) => {
        throw engineLost(`its data could not be unpacked: ${String(error)}`, error);
      });
      const asked = ['stdin', 'stdout', '--tessdata-dir', await folder, '-l', DATA.language, '--oem', '1'];
      const how = ['--psm', `${SEGMENTATION[layout]}`, '--dpi', `${dotsOf(image)}`, '-c', 'tessedit_create_hocr=1'];
      return linesOfHocr(await run(start(engine.path, [...asked, ...how], env, pageSeconds), pgmOf(image)));
    },
    // It ends with its image.
    close: async () => undefined,
  };
}

/** One thread: more of them wait for one another, and a page then takes ten times as long. */
const start = (path: string, args: readonly string[], env: NodeJS.ProcessEnv, seconds: number): ChildProcess =>
  process.platform === 'win32'
    ? spawn(path, args, { env: { ...env, OMP_THREAD_LIMIT: '1' }, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
    : spawn('/bin/sh', ['-c', guard(seconds), path, ...args], {
        env: { ...env, OMP_THREAD_LIMIT: '1' },
        stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      });

function run(child: ChildProcess, input: Uint8Array): Promise<string> {
  return new Promise((done, refuse) => {
    const [said, complained]: [string[], string[]] = [[], []];
    let length = 0;
    let late = false;
    const end = (): void => {
      child.stdio[3]?.destroy();
      child.kill('SIGKILL');
    };
    const clock = setTimeout(() => {
      late = true;
      end();
    }, PAGE_CLOCK * 1000);
    // What ends before it has read all says so by its status.
    child.stdin?.on('error', () => undefined).end(input);
    child.stdio[3]?.on('error', () => undefined);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      length += text.length;
      if (length > MOST_SAID) end();
      else said.push(text);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (complained.length < 100) complained.push(text);
    });
    child.once('error', (error) => {
      clearTimeout(clock);
      refuse(engineLost(error.message, error));
    });
    // The guard lets go of the pipe when it is closed here; until then the pipe counts as open.
    child.once('exit', () => child.stdio[3]?.destroy());
    child.once('close', (status, signal) => {
      clearTimeout(clock);
      if (status === 0) done(said.join(''));
      else if (late || status === OUT_OF_TIME || signal === 'SIGXCPU') refuse(tooLong());
      else refuse(engineLost(`${complained.join('')}\n${signal ?? `exit code ${status}`}`));
    });
  });
}
