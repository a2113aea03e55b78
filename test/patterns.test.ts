import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
/** Where Vietnamese is read. */
const LAYERS = ['extract', 'language', 'read'];

/** Classes and edges that take "ễ" for no letter. */
const ASCII_ONLY = /(?<!\\)(?:\\\\)*\\[bBwW]/u;
/** Of what may stand before a regular expression: everything but the end of a value, behind which a slash divides. */
const BEFORE_PATTERN = /(?:^|[(,=:[!&|?{};+\-*%<>~^/\n]|(?<![\p{L}$_.])(?:return|typeof|case|in|of|do|else))\s*$/u;

/** Bodies of the regular expressions and raw texts of the templates of a module; comments and plain strings are passed over. */
function sourcesIn(code: string): string[] {
  const found: string[] = [];
  /** How many curly brackets are open in each piece of code within a template. */
  const open: number[] = [];
  let at = 0;
  const upTo = (end: RegExp, from: number): string => {
    const pattern = new RegExp(end, 'yu');
    pattern.lastIndex = from;
    return pattern.exec(code)?.[0] ?? code.slice(from);
  };
  const template = (from: number): void => {
    const text = upTo(/(?:\\[\s\S]|\$(?!\{)|[^\\$`])*/u, from);
    found.push(text);
    at = from + text.length;
    if (code.startsWith('${', at)) {
      open.push(0);
      at += 2;
    } else at += 1;
  };
  while (at < code.length) {
    const char = code[at] ?? '';
    if (code.startsWith('//', at)) at += upTo(/[^\n]*/u, at).length;
    else if (code.startsWith('/*', at)) at = code.indexOf('*/', at) + 2;
    else if (char === "'" || char === '"')
      at += upTo(char === "'" ? /'(?:\\.|[^\\'])*'/u : /"(?:\\.|[^\\"])*"/u, at).length;
    else if (char === '`') template(at + 1);
    else if (char === '/' && BEFORE_PATTERN.test(code.slice(Math.max(0, at - 60), at))) {
      const body = upTo(/\/(?:\\.|\[(?:\\.|[^\\\]])*\]|[^\\/[\n])+\//u, at);
      found.push(body);
      at += body.length;
    } else if (char === '}' && open.at(-1) === 0) {
      open.pop();
      template(at + 1);
    } else {
      if (open.length > 0 && (char === '{' || char === '}'))
        open[open.length - 1] = (open.at(-1) ?? 0) + (char === '{' ? 1 : -1);
      at += 1;
    }
  }
  return found;
}

test.each(LAYERS)('no pattern of %s has an edge or a class that knows ASCII alone', (layer) => {
  const files = readdirSync(join(SRC, layer), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const sources = files.flatMap((file) => {
    const code = readFileSync(join(SRC, layer, file), 'utf8');
    return sourcesIn(code).map((source) => ({ file, source }));
  });
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.filter(({ source }) => ASCII_ONLY.test(source))).toEqual([]);
});

const PLANTED: [code: string, found: number][] = [
  ['const A = /\\bnăm/u;', 1],
  ['const A = text.match(/[\\w-]+/gu);', 1],
  ['const A = x / 2; const B = y / /\\W/u.exec(z);', 1],
  ['const A = String.raw`\\b(?:\u0024{B})`;', 1],
  ['const A = `\u0024{b.map((c) => { return { d: `\u0024{c}\\\\w` }; })}\\w`;', 1],
  ['const A = String.raw`[/*]\\w`; // /\\w/', 1],
  ["const A = b ? /[/'`]\\B/u : 0;", 1],
  ['return /\\p{L}\\b/u;', 1],
  // of a module, but of no pattern
  ['// /\\bnăm/', 0],
  ['/* String.raw`\\w` */ const A = 1;', 0],
  ['const A = \'/\\b/\'; const B = "`\\w`";', 0],
  ['const A = /\\\\bin(\\d+)/u;', 0],
  ['const A = a / b; const C = d / w;', 0],
];
test.each(PLANTED)('planted: %s', (code, found) => {
  expect(sourcesIn(code).filter((source) => ASCII_ONLY.test(source))).toHaveLength(found);
});
