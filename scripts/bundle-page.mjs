// Bundles the pages of src/shell/page into one script and one style sheet each. esbuild as WebAssembly: the same file on every
// platform, and nothing is downloaded when it is installed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, stop } from 'esbuild-wasm';

/** What lies in the script, with the licence that asks to be named. */
const INSIDE = [
  'preact',
  '@preact/signals',
  '@preact/signals-core',
  'd3-scale',
  'd3-shape',
  'd3-array',
  'd3-interpolate',
];

/** Where each page begins. */
const PAGES = [
  { name: 'review', script: 'src/shell/page/review/index.tsx', style: 'src/shell/page/review/index.css' },
  { name: 'compare', script: 'src/shell/page/compare/index.tsx', style: 'src/shell/page/compare/index.css' },
];

const named = INSIDE.map((name) => {
  const { version, license } = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})`;
});

/** @param {string} folder where the bundles go */
export async function bundlePages(folder) {
  const usual = {
    bundle: true,
    minify: true,
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.2'],
    charset: 'utf8',
  };
  for (const { name, script, style } of PAGES) {
    await build({
      ...usual,
      entryPoints: [script],
      outfile: join(folder, `${name}.js`),
      format: 'iife',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      legalComments: 'none',
      // A text of the bundle must not end the element that holds it.
      supported: { 'inline-script': false },
      banner: { js: `/* With ${named.join(', ')}. */` },
    });
    await build({ ...usual, entryPoints: [style], outfile: join(folder, `${name}.css`) });
  }
  await stop();
}
