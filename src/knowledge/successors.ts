import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Table = z.object({
  /** Day from which the successors exist everywhere. */
  from: z.string(),
  /** Code of what a department or ministry was merged into in 2025, most of its duties with it. */
  departments: z.record(z.string(), z.string()),
  /** What those are called. */
  names: z.record(z.string(), z.string()),
});

let loaded: z.infer<typeof Table> | undefined;

/** The department that took over from one in the merger of early 2025; undefined where it goes on under its name. */
export function departmentAfter(code: string): { readonly code: string; readonly name: string } | undefined {
  loaded ??= Table.parse(JSON.parse(readFileSync(new URL('./tables/successors.json', import.meta.url), 'utf8')));
  const after = loaded.departments[code];
  return after === undefined ? undefined : { code: after, name: loaded.names[after] ?? after };
}
