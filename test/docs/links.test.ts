import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { codesIn, fencesOf, PAGES, proseOf, ROOT, textOf } from './pages.ts';

const KB = 1024;

/** Where the links and pictures of a page lead, but for those that leave the project. */
const linksOf = (page: string): string[] =>
  [...proseOf(textOf(page)).matchAll(/\]\((?<to>[^)\s]+)\)/gu)]
    .map((m) => m.groups?.to ?? '')
    .filter((to) => !/^https?:/u.test(to));

/** Anchors as GitHub makes them of headings: lower case, no punctuation, spaces to dashes, each once. */
function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  return [...proseOf(textOf(page)).matchAll(/^#+ (?<heading>.+)$/gmu)].map(({ groups }) => {
    const anchor = (groups?.heading ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}

test.each(PAGES)('%s: its links lead to files and headings that are there', (page) => {
  const broken = linksOf(page).filter((to) => {
    const [file = '', anchor] = to.split('#');
    const target = file === '' ? page : join(dirname(page), file);
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
  expect(broken).toEqual([]);
});

test('every page is reached from README', () => {
  const reached = new Set<string>();
  const open = ['README.md'];
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    if (reached.has(page)) continue;
    reached.add(page);
    for (const to of linksOf(page)) {
      const file = join(dirname(page), to.split('#')[0] ?? '');
      if (PAGES.includes(file)) open.push(file);
    }
  }
  expect(PAGES.filter((page) => !reached.has(page) && page !== 'output/README.md')).toEqual([]);
});

test('README and README.vi are short, pictures are small, none is left over', () => {
  for (const page of ['README.md', 'README.vi.md']) expect(statSync(join(ROOT, page)).size).toBeLessThanOrEqual(8 * KB);
  const pictures = readdirSync(join(ROOT, 'docs/images'));
  for (const name of pictures) expect(statSync(join(ROOT, 'docs/images', name)).size).toBeLessThan(150 * KB);
  const shown = PAGES.flatMap((page) => linksOf(page).map((to) => join(dirname(page), to)));
  expect(pictures.filter((name) => !shown.includes(`docs/images/${name}`))).toEqual([]);
});

test('README.vi has the parts of README, its commands, figures and links', () => {
  const [english, vietnamese] = [textOf('README.md'), textOf('README.vi.md')];
  const bare = (page: string): string[] => fencesOf(page).map(({ text }) => text.replaceAll(/ +# .*$/gmu, ''));
  expect(bare(vietnamese)).toEqual(bare(english));
  const ranks = (page: string): string[] => [...proseOf(page).matchAll(/^#+(?= )/gmu)].map(([rank]) => rank);
  expect(ranks(vietnamese)).toEqual(ranks(english));
  const figures = (page: string): string[] =>
    [...page.matchAll(/\d+[.,]\d%/gu)].map(([figure]) => figure.replace(',', '.'));
  expect(figures(vietnamese)).toEqual(figures(english));
  const targets = (page: string): string[] =>
    linksOf(page).filter((to) => to.startsWith('docs/') && !to.includes('image'));
  expect(targets('README.vi.md')).toEqual(expect.arrayContaining(targets('README.md')));
});

const MANIFEST = JSON.parse(textOf('package.json'));

test('scripts that pages name are those of package.json, and all are named', () => {
  const said = PAGES.filter((page) => page !== 'CHANGELOG.md').flatMap((page) =>
    [...textOf(page).matchAll(/\bnpm (?:run (?<script>[a-z]+(?::[a-z]+)*)|(?<short>start|test)\b)/gu)].map(
      ({ groups }) => groups?.script ?? groups?.short ?? '',
    ),
  );
  const scripts = Object.keys(MANIFEST.scripts).filter((name) => name !== 'prepare');
  expect([...new Set(said)].sort()).toEqual(scripts.sort());
});

test('what the package holds is there, with every page that README links to', () => {
  const files: string[] = MANIFEST.files;
  expect(files.filter((name) => name !== 'dist' && !existsSync(join(ROOT, name)))).toEqual([]);
  const linked = linksOf('README.md').map((to) => to.split('#')[0] ?? '');
  expect(linked.filter((to) => !files.some((name) => to === name || to.startsWith(`${name}/`)))).toEqual([]);
});

test('one version in all places, and CHANGELOG tells it with the day that CITATION tells', () => {
  const lock = JSON.parse(textOf('package-lock.json'));
  expect([lock.version, lock.packages[''].version]).toEqual([MANIFEST.version, MANIFEST.version]);
  const citation = textOf('CITATION.cff');
  expect(citation).toContain(`\nversion: ${MANIFEST.version}\n`);
  const day = /^date-released: (?<day>\S+)$/mu.exec(citation)?.groups?.day ?? '';
  expect(textOf('CHANGELOG.md')).toContain(`\n## ${MANIFEST.version} - ${day}\n`);
});

test('each package is told why it is there, and no other', () => {
  const table = textOf('docs/decisions.md').split('\n## Packages\n')[1]?.split('\n## ')[0] ?? '';
  const told = table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => codesIn(line.split(' | ')[0] ?? ''));
  const packages = Object.keys({
    ...MANIFEST.dependencies,
    ...MANIFEST.optionalDependencies,
    ...MANIFEST.devDependencies,
  });
  const regexpp = codesIn(textOf('docs/decisions.md').split('\n## Packages\n')[0] ?? '');
  expect([...told, ...regexpp.filter((name) => packages.includes(name))].sort()).toEqual(
    expect.arrayContaining(packages.sort()),
  );
  expect(told.filter((name) => !packages.includes(name))).toEqual([]);
});

/** Files that a walk of CONTRIBUTING makes. */
const TO_BE_MADE = ['test/read/odt/odt.test.ts', 'src/read/odt/odt.ts'];

test.each(PAGES.filter((page) => page !== 'CHANGELOG.md'))(
  '%s: files of the project that it names are there',
  (page) => {
    // What follows a stroke is an address of the server, or lies in an output folder.
    const named = [...textOf(page).matchAll(/(?<!\/)(?:src|test|scripts|pipelines|fixtures|docs)\/[\w./-]*\w/gu)].map(
      ([path]) => path,
    );
    const gone = named.filter((path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, dirname(page), path)));
    expect(gone.filter((path) => !TO_BE_MADE.includes(path))).toEqual([]);
  },
);
