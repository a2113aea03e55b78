import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Every page that this project's people read, as a path from the root. */
export const PAGES: readonly string[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'fixtures/README.md',
  'output/README.md',
];

export interface Fence {
  /** What stands behind the opening fence: `sh`, `json`; empty where nothing does. */
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page, also those that are indented in a list. */
export const fencesOf = (page: string): Fence[] =>
  [...page.matchAll(/^(?<indent> *)```(?<language>\S*)\n(?<text>[\s\S]*?)^ *```$/gmu)].map(({ groups }) => ({
    language: groups?.language ?? '',
    text: (groups?.text ?? '').replaceAll(new RegExp(`^${groups?.indent ?? ''}`, 'gmu'), ''),
  }));

/** A page without its fenced blocks. */
export const proseOf = (page: string): string => page.replaceAll(/^ *```\S*\n[\s\S]*?^ *```$/gmu, '');

/** What stands below a heading of a page, down to the next of its rank or of a higher one. */
export function sectionOf(page: string, heading: string): string {
  const lines = page.split('\n');
  const first = lines.findIndex((line) => /^#+ /u.test(line) && line.replace(/^#+ /u, '') === heading);
  if (first === -1) throw new Error(`no heading "${heading}"`);
  const rank = lines[first]?.indexOf(' ') ?? 0;
  const after = lines.slice(first + 1);
  const end = after.findIndex((line) => /^#+ /u.test(line) && line.indexOf(' ') <= rank);
  return after.slice(0, end === -1 ? undefined : end).join('\n');
}

/** The rows of all tables of a text, without the rows of heads: `rows[i][j]` is a cell. */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const isHead = /^\|(?: ?-+ ?\|)+$/u.test(lines[at + 1] ?? '');
    if (line.startsWith('|') && !isHead && !/^\|(?: ?-+ ?\|)+$/u.test(line))
      rows.push(
        line
          .slice(1, line.lastIndexOf('|'))
          .split('|')
          .map((cell) => cell.trim()),
      );
  }
  return rows;
}

/** What stands between backticks in a text. */
export const codesIn = (text: string): string[] =>
  [...text.matchAll(/`(?<code>[^`]+)`/gu)].map((m) => m.groups?.code ?? '');

/** Lines of a block that are not printed; "…" says that something is left out. */
export const strange = (block: string, printed: string): string[] =>
  block.split('\n').filter((line) => line !== '…' && !printed.split('\n').includes(line));
