import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Folder of the package: the same two steps up from src/shell and from dist/shell. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../', import.meta.url));

const Manifest = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });

/** What package.json says of this program. */
export const PACKAGE = Manifest.parse(JSON.parse(readFileSync(`${PACKAGE_ROOT}package.json`, 'utf8')));
