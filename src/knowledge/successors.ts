import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Successors = z.object({
  /** Day from which the successors exist everywhere. */
  from: z.string(),
  /** Code of what a department or ministry was merged into in 2025, most of its duties with it. */
  departments: z.record(z.string(), z.string()),
  /** What those are called. */
  names: z.record(z.string(), z.string()),
});
export type Successors = z.infer<typeof Successors>;

let loaded: Successors | undefined;

/** What took over from departments and ministries in the merger of early 2025, read once. */
export function loadSuccessors(): Successors {
  loaded ??= Successors.parse(JSON.parse(readFileSync(new URL('./tables/successors.json', import.meta.url), 'utf8')));
  return loaded;
}

/** The department that took over from one in the merger of early 2025; undefined where it goes on under its name. */
export function departmentAfter(
  { successors: { departments, names } }: { readonly successors: Successors },
  code: string,
): { readonly code: string; readonly name: string } | undefined {
  const after = departments[code];
  return after === undefined ? undefined : { code: after, name: names[after] ?? after };
}
