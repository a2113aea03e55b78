import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { codesIn, fencesOf, PAGES, proseOf, ROOT, rowsOf, sectionOf, textOf } from './pages.ts';

/** The whole command line, put together from the files of its commands. */
const program = new Command('kehoach');
for (const name of readdirSync(join(ROOT, 'src/shell/commands')).sort()) {
  const module: Record<string, unknown> = await import(`../../src/shell/commands/${name.replace(/\.ts$/u, '')}.ts`);
  for (const [key, register] of Object.entries(module))
    if (key.startsWith('register') && typeof register === 'function') register(program);
}
const commands = program.commands.flatMap((command) => [
  { name: command.name(), command },
  ...command.commands.map((part) => ({ name: `${command.name()} ${part.name()}`, command: part })),
]);
const PAGE = textOf('docs/commands.md');

interface Told {
  readonly flags: string;
  readonly fallback: string;
}

/** The options that the page tells of a command: of `queue retry` those that all parts of `queue` take, and its own. */
function toldOf(name: string): Told[] {
  const [main = '', part] = name.split(' ');
  const told: Told[] = [];
  for (const cells of rowsOf(sectionOf(PAGE, main))) {
    const [first = '', second = '', , fourth = ''] = cells;
    if (/^`--/u.test(first)) told.push({ flags: codesIn(first)[0] ?? '', fallback: cells[2] ?? '' });
    else if (/^`--/u.test(second) && part !== undefined && first === `\`${name}\``)
      told.push({ flags: codesIn(second)[0] ?? '', fallback: fourth });
  }
  return told;
}

test('the page opens with a table of all commands, and there are no others', () => {
  const table = rowsOf(PAGE.slice(0, PAGE.indexOf('\n## ')));
  const told = table.flatMap(([first = '']) => codesIn(first));
  expect(told.sort()).toEqual(program.commands.map((command) => command.name()).sort());
});

test.each(commands)('$name: its options stand on the page, and no others', ({ name, command }) => {
  const group = command.commands.length > 0;
  const options = group ? [] : command.options.map(({ flags }) => flags);
  if (group) return;
  expect(
    toldOf(name)
      .map(({ flags }) => flags)
      .sort(),
  ).toEqual(options.sort());
});

test.each(commands)('$name: defaults on the page are those of the program', ({ name, command }) => {
  for (const { flags, fallback } of toldOf(name)) {
    const option = command.options.find((other) => other.flags === flags);
    const value = option?.defaultValue;
    if (value === undefined)
      expect([flags, codesIn(fallback).filter((code) => /^\d+$/u.test(code))]).toEqual([flags, []]);
    else if (flags.startsWith('--user-agent')) expect(fallback).toBe('`kehoach/<version>`');
    else expect([flags, fallback]).toEqual([flags, `\`${String(value)}\``]);
  }
});

test.each(commands)('$name: what an option may be is told', ({ name, command }) => {
  for (const { flags, argChoices = [] } of command.options) {
    const rows = rowsOf(sectionOf(PAGE, name.split(' ')[0] ?? ''));
    const own = rows.find((cells) => cells[0] === `\`${name}\`` && cells[1] === `\`${flags}\``);
    const row = own?.slice(1) ?? rows.find((cells) => cells[0] === `\`${flags}\``);
    for (const choice of argChoices)
      expect([name, flags, codesIn(row?.[1] ?? '')]).toEqual([name, flags, expect.arrayContaining([choice])]);
  }
});

/** Calls of the program in the fenced blocks and in the text of a page. */
function callsIn(page: string): string[] {
  const inline = codesIn(proseOf(page));
  const lines = fencesOf(page).flatMap(({ text }) => text.split('\n'));
  return [...inline, ...lines].flatMap((line) =>
    [...line.matchAll(/(?:npx |^)kehoach (?<call>[a-z][^#|;`]*)/gu)].map((m) => (m.groups?.call ?? '').trim()),
  );
}

const CALLS = PAGES.flatMap((page) => callsIn(textOf(page)).map((call): [string, string] => [page, call]));
test.each(CALLS)('%s: kehoach %s names a command and options that there are', (_page, call) => {
  const [own = '', behind = ''] = call.split(' -- ');
  const [first = '', second = ''] = own.split(' ');
  const found =
    commands.find(({ name }) => name === `${first} ${second}`) ?? commands.find(({ name }) => name === first);
  expect(found, `there is no command ${first}`).toBeDefined();
  const flagsOf = (name: string): string[] =>
    commands.filter((one) => one.name === name).flatMap(({ command }) => command.options.map(({ long }) => long ?? ''));
  for (const flag of own.match(/(?<= )--[a-z-]+/gu) ?? []) expect(flagsOf(found?.name ?? '')).toContain(flag);
  for (const flag of behind.match(/--[a-z-]+/gu) ?? []) expect(flagsOf('ingest')).toContain(flag);
});

test('there are such calls', () => {
  expect(CALLS.length).toBeGreaterThan(30);
});
