import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { browserPath } from '../../../../scripts/browser.mjs';
import { CLI } from '../../program.ts';
import { type Double, serveDouble } from './double.ts';

/** A browser of the system's; the tests of the page are left out where there is none. */
export const BROWSER = browserPath();

const FIXTURES = fileURLToPath(new URL('../../../../fixtures', import.meta.url));

/** The page in a browser before a server, with all that went wrong in it. */
export interface Shown {
  readonly server: Double;
  readonly page: Page;
  /** Of errors and of requests that leave the server. */
  readonly faults: string[];
  /** Opens the page anew, as somebody who follows a link with that state. */
  readonly go: (hash: string) => Promise<void>;
  readonly hash: () => Promise<string>;
  readonly end: () => Promise<void>;
}

let records: Promise<string> | undefined;

/** A folder of their records, made once for all tests: nobody writes into it. */
function recordsOfFixtures(): Promise<string> {
  records ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kehoach-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    await promisify(execFile)(process.execPath, [CLI, 'ingest', FIXTURES, '--out', folder, '--quiet']);
    return folder;
  })();
  return records;
}

/** Id of the plan of Phú Thọ as a PDF, which has pages. */
export const PLAN = 'phu-tho-1782-kh-ubnd-2021-96ec4731';

export async function show(options: BrowserContextOptions & { readonly who?: string } = {}): Promise<Shown> {
  const { who = 'Lan', ...context } = options;
  const server = await serveDouble(await recordsOfFixtures());
  const browser = await chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox'] });
  const opened = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...context });
  const page = await opened.newPage();
  if (who !== '')
    await page.addInitScript(
      `if (location.protocol === 'http:') localStorage.setItem('kehoach-reviewer', ${JSON.stringify(who)})`,
    );
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(?:data|about):/u.test(request.url())) faults.push(request.url());
  });
  return {
    server,
    page,
    faults,
    go: async (hash) => {
      await page.goto('about:blank');
      await page.goto(`${server.url}${hash}`);
      await page.waitForSelector('main:not(:has(.loading))');
    },
    hash: () => page.evaluate<string>('decodeURIComponent(location.hash)'),
    end: async () => {
      await browser.close();
      await server.end();
    },
  };
}
