// Takes the pictures of the comparison page that the READMEs show: docs/images/compare.png and compare.vi.png.
// Needs a Chromium (CHROMIUM names it where it is not at a usual place) and what is in dist/: npm run pictures
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const FOLDER = 'docs/images';
const PICTURES = [
  { file: 'compare.png', english: true },
  { file: 'compare.vi.png', english: false },
];
const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const executablePath = [process.env.CHROMIUM ?? '', ...USUAL].find((path) => path !== '' && existsSync(path));
if (executablePath === undefined) {
  process.stderr.write('No Chromium was found. Install one, or name it in CHROMIUM.\n');
  process.exit(1);
}
const work = mkdtempSync(join(tmpdir(), 'kehoach-pictures-'));
try {
  const kehoach = (...args) => execFileSync(process.execPath, ['dist/shell/cli.js', ...args], { stdio: 'inherit' });
  kehoach('ingest', 'fixtures', '--manifest', 'fixtures/manifest.csv', '--out', work, '--quiet');
  kehoach('compare', '--in', work, '--format', 'html', '--out', join(work, 'page.html'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(pathToFileURL(join(work, 'page.html')).href);
  await page.check('#shared');
  await page.click('#warnings-title');
  mkdirSync(FOLDER, { recursive: true });
  let shown = 'vi';
  for (const { file, english } of PICTURES) {
    if (english !== (shown === 'en')) await page.click('#language');
    shown = english ? 'en' : 'vi';
    const path = join(FOLDER, file);
    await page.screenshot({ path });
    process.stdout.write(`${path}: ${Math.round(statSync(path).size / 1024)} KB\n`);
  }
  await browser.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}
