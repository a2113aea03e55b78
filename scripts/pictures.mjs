// Takes the pictures of the comparison page that the READMEs show: docs/images/compare.png and compare.vi.png.
// Needs a Chromium (CHROMIUM names it where it is not at a usual place) and what is in dist/: npm run pictures
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { browserPath } from './browser.mjs';

const FOLDER = 'docs/images';
/** A measure with its detail, in both languages. */
const STATE = 'm=digital-government.files-online';
const PICTURES = [
  { file: 'compare.png', state: `#${STATE}&lang=en` },
  { file: 'compare.vi.png', state: `#${STATE}` },
];

const executablePath = browserPath();
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
  const page = await browser.newPage({ viewport: { width: 1240, height: 780 } });
  mkdirSync(FOLDER, { recursive: true });
  for (const { file, state } of PICTURES) {
    await page.goto('about:blank');
    await page.goto(`${pathToFileURL(join(work, 'page.html')).href}${state}`);
    await page.waitForSelector('.sheet blockquote');
    // The head is part of the picture.
    await page.evaluate('new Promise((done) => setTimeout(() => { scrollTo(0, 0); done(); }, 300))');
    const path = join(FOLDER, file);
    await page.screenshot({ path });
    process.stdout.write(`${path}: ${Math.round(statSync(path).size / 1024)} KB\n`);
  }
  await browser.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}
