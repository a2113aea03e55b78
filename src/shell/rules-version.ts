import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE } from './package-root.ts';

const CODE = fileURLToPath(new URL('../', import.meta.url));
const FOLDERS = ['model', 'knowledge', 'language', 'catalogue', 'read', 'extract'];
const COUNTS = /(?<!\.d)\.(?:js|ts|json)$/u;

/**
 * The version of everything that decides what a record says: a fingerprint of the readers, rules and tables and of the
 * packages that they use. Computed rather than kept by hand: nobody can forget to raise it, so no record outlives its rule.
 *
 * @param code the folder that holds `model`, `read`, `extract` and the others; that of this program unless told
 */
export function rulesVersion(code = CODE): string {
  const hash = createHash('sha256');
  const files = [...FOLDERS.flatMap((folder) => filesBelow(code, folder)), ...topFiles(code)].sort();
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(code, file)))
      .update('\0');
  hash.update(JSON.stringify(Object.entries(PACKAGE.dependencies).sort()));
  return `${PACKAGE.version}+${hash.digest('hex').slice(0, 12)}`;
}

/** Paths from the folder of the code on, with "/" on every system. */
function filesBelow(code: string, folder: string): string[] {
  return readdirSync(join(code, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && COUNTS.test(entry.name))
    .map((entry) => relative(code, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** The files that put the steps together (run, index). */
function topFiles(code: string): string[] {
  return readdirSync(code, { withFileTypes: true })
    .filter((entry) => entry.isFile() && COUNTS.test(entry.name))
    .map((entry) => entry.name);
}
