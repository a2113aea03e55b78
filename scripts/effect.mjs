// What a change of the rules does to real plans:  node scripts/effect.mjs BASE [REV] [FOLDER]
// Builds both revisions (REV: "." is the working tree, the default), ingests FOLDER (default ../shared/corpus) with each,
// and prints the records gained (+), lost (-) and changed (~), with the fields that changed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const [base, revision = '.', folder = '../shared/corpus'] = process.argv.slice(2);
if (base === undefined) {
  process.stderr.write('usage: node scripts/effect.mjs BASE [REV] [FOLDER]\n');
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'kehoach-effect-'));
try {
  const before = records(base);
  const after = records(revision);
  const counts = { '+': 0, '-': 0, '~': 0 };
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(key), after.get(key)];
    if (a === undefined) print('+', key, b);
    else if (b === undefined) print('-', key, a);
    else {
      const fields = Object.keys(b).filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
      if (fields.length > 0) {
        print('~', key, Object.fromEntries(fields.map((field) => [field, [a[field], b[field]]])));
      }
    }
  }
  process.stdout.write(`${counts['+']} gained, ${counts['-']} lost, ${counts['~']} changed\n`);

  function print(sign, key, value) {
    counts[sign]++;
    process.stdout.write(`${sign} ${key} ${JSON.stringify(value)}\n`);
  }
} finally {
  execFileSync('git', ['worktree', 'prune']);
  rmSync(work, { recursive: true, force: true });
}

/** Every target and task of every document by document, kind, number in its place and quote. */
function records(rev) {
  const tree = rev === '.' ? resolve('.') : join(work, `tree-${rev.replace(/\W/gu, '_')}`);
  if (rev !== '.') {
    execFileSync('git', ['worktree', 'add', '--detach', '--force', tree, rev], { stdio: 'ignore' });
    symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  }
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: tree, stdio: ['ignore', 'ignore', 'inherit'] });
  const out = join(work, `out-${rev.replace(/\W/gu, '_')}`);
  try {
    execFileSync(process.execPath, ['dist/shell/cli.js', 'ingest', resolve(folder), '--out', out, '--quiet'], {
      cwd: tree,
      stdio: 'ignore',
    });
  } catch {
    // Some document failed: the others are there, and the missing one shows as lost.
  }
  if (rev !== '.') execFileSync('git', ['worktree', 'remove', '--force', tree]);
  const found = new Map();
  const documents = join(out, 'documents');
  for (const file of readdirSync(documents).filter((name) => name.endsWith('.json'))) {
    const { document, targets, tasks } = JSON.parse(readFileSync(join(documents, file), 'utf8'));
    const name = basename(document.source.uri);
    for (const { source, path, quantity, ...rest } of targets)
      add(name, 'target', `${path} ${quantity?.text ?? ''}`, source, { quantity, ...rest });
    for (const { source, path, ...rest } of tasks) add(name, 'task', path, source, rest);
  }
  return found;

  function add(name, kind, place, source, { id: _id, key: _key, ...fields }) {
    let key = `${name} ${kind} ${place}`;
    for (let n = 2; found.has(key); n++) key = `${name} ${kind} ${place} (${n})`;
    const plain = JSON.parse(JSON.stringify(fields, (field, value) => (field === 'source' ? value.quote : value)));
    found.set(key, { ...plain, quote: source.quote.replace(/\s+/gu, ' ') });
  }
}
