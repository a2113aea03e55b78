// Lists the licence of every package in package-lock.json, and fails where one is not permissive: npm run licences
// What is only used to build and test (marked "dev") may also be under the MPL, which asks something only of those who change
// its files. The licence is what the package says where it is installed, else what the lock says.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'Zlib',
]);
const IN_DEVELOPMENT = new Set([...PERMISSIVE, 'MPL-2.0']);
/** What packages mean that do not say it in the words of SPDX; read in their licence files. */
const MEANT = { 'duck BSD': 'BSD-2-Clause' };

const folder = process.argv[2] ?? '.';
const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));

function saidBy(place, { license: inLock }) {
  const file = join(folder, place, 'package.json');
  const { license, licenses } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const said = license ?? licenses ?? inLock;
  return [said]
    .flat()
    .map((one) => one?.type ?? one ?? 'none')
    .join(' OR ');
}

/** "MIT OR GPL-3.0" is MIT for those who choose it; of "MIT AND Zlib" both must do. */
const allows = (known, said) =>
  said
    .replace(/[()]/gu, '')
    .split(/ OR /u)
    .some((choice) => choice.split(/ AND /u).every((licence) => known.has(licence.trim())));

const rows = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, entry]) => {
    const name = place.replace(/^.*node_modules\//u, '');
    const said = saidBy(place, entry);
    const licence = MEANT[`${name} ${said}`] ?? said;
    const dev = entry.dev === true;
    return { name, version: entry.version, licence, dev, fine: allows(dev ? IN_DEVELOPMENT : PERMISSIVE, licence) };
  });
for (const { name, version, licence, dev } of rows) console.log([name, version, licence, dev ? 'dev' : ''].join('\t'));
const wrong = rows.filter(({ fine }) => !fine);
for (const { name, version, licence } of wrong) console.error(`${name} ${version}: "${licence}" is not permissive`);
process.exitCode = wrong.length > 0 ? 1 : 0;
