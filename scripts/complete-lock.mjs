// Adds to package-lock.json what npm leaves out when a registry does not carry the builds of a package for other platforms:
// the optional packages of an entry that have no entry of their own. Without them `npm ci` ends with "Missing: … from lock
// file" on every machine. Also gives each entry the integrity by which npm knows its package, and makes sure that the lock
// names no registry. Run after `npm install`; `--check` only looks.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const { packages } = lock;

/** Where Node would look for a package from the place of another, nearest first. */
function* places(from, name) {
  for (let folder = from; ; ) {
    yield `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (folder === '') return;
    const parent = folder.lastIndexOf('/node_modules/');
    folder = parent < 0 ? '' : folder.slice(0, parent);
  }
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32'];

/** "@biomejs/cli-linux-arm64-musl" tells its platform; used where the registry does not. */
function platformOf(name) {
  const parts = name.split(/[/-]/u);
  const os = SYSTEMS.find((system) => parts.includes(system));
  const cpu = PROCESSORS.find((processor) => parts.includes(processor));
  const libc = parts.includes('musl') ? 'musl' : parts.includes('gnu') ? 'glibc' : undefined;
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
}

/** What the registry says of one version, or nothing where it does not carry it. */
function metadata(name, range) {
  try {
    const answer = JSON.parse(
      execFileSync('npm', ['view', `${name}@${range}`, '--json'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    return Array.isArray(answer) ? answer.at(-1) : answer;
  } catch {
    return undefined;
  }
}

const missing = Object.entries(packages).flatMap(([from, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => ![...places(from, name)].some((place) => place in packages))
    .map(([name, range]) => ({ from, name, range, dev: entry.dev === true || entry.devOptional === true })),
);
const unsure = Object.entries(packages).filter(([place, entry]) => place !== '' && !entry.link && !entry.integrity);
const resolved = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined && entry.link !== true);

if (process.argv.includes('--check')) {
  for (const { from, name } of missing) console.log(`missing: ${name} (of ${from})`);
  for (const [place] of unsure) console.log(`no integrity: ${place}`);
  for (const [place] of resolved) console.log(`names a registry: ${place}`);
  process.exit(missing.length + unsure.length + resolved.length > 0 ? 1 : 0);
}

for (const { name, range, dev } of missing) {
  const known = metadata(name, range);
  const version = known?.version ?? range.replace(/^[\^~=v]+/u, '');
  if (!/^\d+\.\d+\.\d+/u.test(version)) throw new Error(`${name}: no version fits ${range}`);
  packages[`node_modules/${name}`] = {
    version,
    ...(known?.dist?.integrity && { integrity: known.dist.integrity }),
    ...platformOf(name),
    ...(known?.cpu && { cpu: [known.cpu].flat() }),
    ...(known?.os && { os: [known.os].flat() }),
    ...(known?.libc && { libc: [known.libc].flat() }),
    ...(dev && { dev: true }),
    ...(known?.license && { license: known.license }),
    optional: true,
    ...(known?.engines && { engines: known.engines }),
  };
}
for (const [place, entry] of unsure) {
  const known = metadata(place.replace(/^.*node_modules\//u, ''), entry.version);
  if (known?.dist?.integrity) entry.integrity = known.dist.integrity;
  if (known?.license) entry.license ??= known.license;
}
for (const [place] of resolved) delete packages[place].resolved;

const ordered = Object.fromEntries(
  Object.entries(packages).sort(([a], [b]) => (a === '' ? -1 : b === '' ? 1 : a.localeCompare(b, 'en'))),
);
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: ordered }, null, 2)}\n`);
console.log(`added ${missing.length} optional packages${missing.map(({ name }) => `\n  ${name}`).join('')}`);
