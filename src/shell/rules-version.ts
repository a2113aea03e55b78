import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE } from './package-root.ts';

const CODE = fileURLToPath(new URL('../', import.meta.url));
const FOLDERS = ['model', 'knowledge', 'language', 'catalogue', 'read', 'extract'];
const COUNTS = /(?<!\.d)\.(?:js|ts|json)$/u;

/**
 * The version of everything that decides what a record says: a fingerprint of the readers, rules and tables and of the
 * packages that they use. Computed rather than kept by hand: nobody can forget to raise it, so no record outlives its rule.
 */
export function rulesVersion(): string {
  const hash = createHash('sha256');
  const files = FOLDERS.flatMap((folder) => filesBelow(join(CODE, folder)));
  for (const path of [...files, ...topFiles()].sort()) {
    hash.update(path.slice(CODE.length).replaceAll('\\', '/')).update('\0').update(readFileSync(path)).update('\0');
  }
  hash.update(JSON.stringify(Object.entries(PACKAGE.dependencies).sort()));
  return `${PACKAGE.version}+${hash.digest('hex').slice(0, 12)}`;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && COUNTS.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The files that put the steps together (run, index). */
function topFiles(): string[] {
  return readdirSync(CODE, { withFileTypes: true })
    .filter((entry) => entry.isFile() && COUNTS.test(entry.name))
    .map((entry) => join(CODE, entry.name));
}
