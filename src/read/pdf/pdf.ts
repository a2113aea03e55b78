import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Block, Issue, Limits, ReadResult } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import type { Recognition } from '../scan/recognition.ts';
import { doubtfulLetters, setAsideOf, sightIssues, unknownLetters } from './account.ts';
import { paragraphBlock } from './blocks.ts';
import { type Letters, lettersOf } from './cipher.ts';
import { checkClaims } from './claims.ts';
import { withoutFootnotes } from './footnotes.ts';
import { furnish } from './furniture.ts';
import { cellAt, type Grid, gridsOf, stands } from './grid.ts';
import { brokenFonts, guessedLetters, UNKNOWN } from './guess.ts';
import { legible, unicodePages } from './legible.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import type { Line } from './lines.ts';
import { openPdf } from './open.ts';
import { frameTables, partsOfPage } from './page.ts';
import { lineText, partIntoParagraphs, settingsOf } from './paragraphs.ts';
import { NO_SCANS, readScans, type ScannedSheets, scanIssues } from './scanned.ts';
import { layersOf, type PaintedPage, readPage, withoutMarks } from './sheet.ts';
import { type Leaf, storyOf } from './story.ts';
import { placeOf, turnedBack } from './turn.ts';
import { refuseShell, type Shell, shellOf, unreadOf } from './unread.ts';

/**
 * Reads a PDF that has a text layer into blocks, with the place of each line on its page.
 *
 * @param bytes the file as received; not changed
 * @param recognition reads the pages that are images; without it they hold no text
 * @throws {PlanError} `file-encrypted`, `file-corrupt`, `file-too-large` (more pages, or more unpacked, than allowed), `no-content` (a form or a portfolio without its text), `no-text-layer`
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: Limits,
  knowledge: Knowledge,
  recognition?: Recognition,
): Promise<ReadResult> {
  checkClaims(bytes, limits);
  // Closed again before images are read: the file would be held twice.
  const { sheets: painted, pages: written, letters, shell } = await textOf(bytes, limits, knowledge);
  const scans =
    recognition === undefined
      ? NO_SCANS
      : await readScans(
          bytes,
          painted,
          written.pages.map(({ readable }) => readable),
          { recognition, knowledge },
        );
  const sheets = painted.map((sheet, i) => scans.sheets.get(i) ?? sheet);
  const pages = withScans(written, scans);
  const read = result(sheets, pages, shell, scans);
  const asTheyAre = new Set([...letters].filter(([, of]) => of.size === 0).map(([font]) => font));
  const repaired = [...letters.values()].some((of) => [...of.values()].some((letter) => letter !== UNKNOWN));
  return {
    ...read,
    ...recognisedOf(scans, recognition),
    issues: [
      ...read.issues,
      ...scanIssues(scans),
      ...(repaired ? [REPAIRED] : []),
      ...doubtfulLetters(asTheyAre, pages.unicode),
    ],
  };
}

interface PdfText {
  readonly sheets: readonly PaintedPage[];
  readonly pages: Pages;
  /** Of fonts whose maps of letters are broken. */
  readonly letters: ReadonlyMap<string, Letters>;
  readonly shell: Shell;
}

/** What a PDF holds as text, and what else it is. */
async function textOf(bytes: Uint8Array, limits: Limits, knowledge: Knowledge): Promise<PdfText> {
  const document = await openPdf(bytes);
  try {
    if (document.numPages > limits.maxPages) {
      throw new PlanError(
        'file-too-large',
        'read',
        `The PDF has ${document.numPages} pages, more than the ${limits.maxPages} allowed. Raise --max-pages or split the file.`,
      );
    }
    const layers = await layersOf(document);
    const readAll = async (letters?: ReadonlyMap<string, Letters>): Promise<readonly PaintedPage[]> => {
      const read: PaintedPage[] = [];
      for (let number = 1; number <= document.numPages; number++)
        read.push(await readPage(document, number, letters, layers));
      return withoutMarks(read);
    };
    let sheets = await readAll();
    let pages = pagesOf(knowledge, sheets);
    const letters = brokenLetters(knowledge, sheets, pages);
    if (letters.size > 0) {
      sheets = await readAll(letters);
      pages = pagesOf(knowledge, sheets);
    }
    const shell = await shellOf(document, bytes);
    refuseShell(shell, sheets);
    return { sheets, pages, letters, shell };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Which pages were read from images, and by what. */
function recognisedOf({ sheets }: ScannedSheets, recognition: Recognition | undefined): Pick<ReadResult, 'recognised'> {
  if (recognition === undefined || sheets.size === 0) return {};
  const { engine, data } = recognition.recogniser;
  return { recognised: { pages: [...sheets.keys()].map((page) => page + 1), engine, data } };
}

const REPAIRED: Issue = {
  code: 'character-map-repaired',
  message:
    'The character map of the PDF is broken. Its letters were told by the words that they make: rare letters may be wrong, check the quotes.',
};

/** The letters of fonts whose maps of letters are broken, or are not there. */
function brokenLetters(
  knowledge: Knowledge,
  sheets: readonly PaintedPage[],
  pages: Pages,
): ReadonlyMap<string, Letters> {
  const painted = sheets.flatMap((sheet) => sheet.lines);
  if (mostlyUnreadable(sheets, pages)) return lettersOf(knowledge, painted);
  const legiblePages = pages.unicode.filter((_, i) => pages.pages[i]?.readable === true);
  const broken = brokenFonts(knowledge, legiblePages.flat());
  if (broken.size === 0) return new Map();
  const of = lettersOf(knowledge, painted, broken);
  const others = new Set([...broken].filter((font) => !of.has(font)));
  return new Map([...of, ...guessedLetters(knowledge, painted, others)]);
}

interface Pages {
  /** All lines, as they were painted. */
  readonly unicode: readonly (readonly Line[])[];
  readonly pages: readonly ReturnType<typeof legible>[];
  readonly issues: readonly Issue[];
}

/** Pages with what was read from their images. */
function withScans({ unicode, pages, issues }: Pages, { sheets }: ScannedSheets): Pages {
  return {
    unicode: unicode.map((lines, i) => sheets.get(i)?.lines ?? lines),
    pages: pages.map((page, i) => {
      const lines = sheets.get(i)?.lines;
      return lines === undefined ? page : { lines, readable: true };
    }),
    issues,
  };
}

/** The lines of each page in Unicode, and whether they can be read. */
function pagesOf(knowledge: Knowledge, sheets: readonly PaintedPage[]): Pages {
  const { pages, issues } = unicodePages(
    knowledge,
    sheets.map((sheet) => sheet.lines),
  );
  return {
    unicode: pages,
    pages: pages.map((lines) => {
      const page = legible(knowledge, lines);
      return mostlyUnknown(page.lines) ? { ...page, readable: false } : page;
    }),
    issues,
  };
}

/** More letters that no map tells than letters: nothing that is read of such a page is worth having. */
function mostlyUnknown(lines: readonly Line[]): boolean {
  if (!lines.some(({ words }) => words.some(({ text }) => text.includes(UNKNOWN)))) return false;
  const text = lines.map(lineText).join('');
  return text.split(UNKNOWN).length - 1 > (text.match(/\p{L}/gu)?.length ?? 0);
}

function mostlyUnreadable(sheets: readonly PaintedPage[], { pages }: Pages): boolean {
  const written = pages.filter((_, i) => (sheets[i]?.lines.length ?? 0) > 0);
  return written.filter(({ readable }) => !readable).length * 2 > written.length;
}

function result(
  sheets: readonly PaintedPage[],
  { pages, issues: converted }: Pages,
  shell: Shell,
  scans: ScannedSheets,
): ReadResult {
  const poor = new Set([...scans.poor, ...scans.lost]);
  const bare = sheets.flatMap((sheet, i) => (sheet.lines.length === 0 ? [i + 1] : []));
  if (bare.length === sheets.length && poor.size > 0) {
    throw new PlanError(
      'text-unreadable',
      'read',
      'Little can be read of the images of the PDF: they are too coarse, too pale, or no text. Scan the pages anew, level and at 300 dots an inch, or look for the same document as Word or HTML.',
    );
  }
  if (bare.length === sheets.length) {
    throw new PlanError(
      'no-text-layer',
      'read',
      'No page holds text, at most images in which none was read. Open it: where a person can read it, scan it anew at 300 dots an inch, or look for the same document as Word or HTML.',
    );
  }
  const junk = new Set(pages.flatMap((page, i) => (page.readable ? [] : [i])));
  if (junk.size + bare.length === sheets.length) {
    throw new PlanError(
      'text-unreadable',
      'read',
      'The letters of the PDF do not read as Vietnamese: its text layer is misread or its character map is broken. Run text recognition over its images, or look for the same document as Word or HTML.',
    );
  }
  const unread = unreadOf(shell, sheets);
  const unknown = unknownLetters(pages.map(({ lines }) => lines));
  const issues: Issue[] = [
    ...bare
      .filter((page) => !poor.has(page - 1))
      .map((page) => ({ code: 'page-without-text', message: `Page ${page} holds no text.`, page })),
    ...[...junk]
      .filter((i) => !poor.has(i))
      .map((i) => ({
        code: 'page-unreadable',
        message: `The letters of page ${i + 1} do not read as Vietnamese; nothing is taken from it.`,
        page: i + 1,
      })),
    ...unknown.issues,
    ...sightIssues(sheets),
    ...unread.issues,
    ...converted,
  ];
  const setAside = [...setAsideOf(sheets), ...unknown.setAside, ...unread.setAside];
  const { title } = shell;
  return {
    mediaType: 'application/pdf',
    blocks: blocksOf(
      sheets.map((sheet, i) => ({ ...sheet, lines: pages[i]?.lines ?? [] })),
      junk,
    ),
    pages: sheets.length,
    ...(title === undefined ? {} : { title }),
    issues,
    ...(setAside.length === 0 ? {} : { setAside }),
  };
}

function blocksOf(sheets: readonly PaintedPage[], junk: ReadonlySet<number>): Block[] {
  const grids = sheets.map((s) => gridsOf(s.rules));
  const isRuled = (line: Line, page: number): boolean => (grids[page] ?? []).some((grid) => stands(grid, line));
  const counted = withoutLineNumbers(
    sheets.map((s) => s.lines),
    isRuled,
  );
  const furnished = furnish(
    counted.pages,
    sheets.map((s) => s.height),
    isRuled,
  );
  const noted = furnished.map(({ text }) => withoutFootnotes(text));
  const beside = sheets.map((sheet, i) => partedAside(sheet, grids[i] ?? []));
  const pages = sheets.map((_, i) =>
    frameTables([...(noted[i]?.text ?? []), ...(beside[i]?.inCells ?? [])], grids[i] ?? [], i + 1),
  );
  const settings = settingsOf(pages.map((p) => p.text));
  const leaves = sheets.flatMap((sheet, i): Leaf[] => {
    const [page, setting] = [pages[i], settings[i]];
    if (page === undefined || setting === undefined) return [];
    const furniture = furnished[i]?.furniture ?? [];
    const numbers = counted.numbers[i] ?? [];
    const blocks = (of: (y: number) => boolean): Block[] =>
      furniture
        .filter((f) => of(f.line.y))
        .sort((a, b) => a.line.y - b.line.y)
        .map((f) => paragraphBlock([{ line: f.line, page: i + 1 }], f.kind));
    return [
      {
        parts: partsOfPage(page, setting),
        head: blocks((y) => y < sheet.height / 2),
        foot: [
          ...(noted[i]?.notes ?? []).map((lines) => noteBlock(lines, i + 1)),
          ...asideOf({ ...sheet, aside: beside[i]?.aside ?? [] }, i + 1),
          ...blocks((y) => y >= sheet.height / 2),
          ...(numbers.length === 0 ? [] : [countBlock(numbers, i + 1)]),
        ],
        apart: junk.has(i) || junk.has(i - 1),
      },
    ];
  });
  return storyOf(leaves).map((block) => {
    const turned = turnedBack(
      placedBack(block, sheets),
      (page) => sheets[page - 1]?.turn ?? 0,
      (page) => sheets[page - 1]?.size ?? [0, 0],
    );
    return junk.has((block.page ?? 0) - 1) ? { ...turned, furniture: 'hidden' } : turned;
  });
}

/** Lines that were read from an image are level and upright: their boxes are put back to where they stand on the page. */
function placedBack(block: Block, sheets: readonly PaintedPage[]): Block {
  if (block.runs?.some((run) => sheets[run.page - 1]?.back !== undefined) !== true) return block;
  return {
    ...block,
    runs: block.runs.map((run) => ({ ...run, box: sheets[run.page - 1]?.back?.(run.box) ?? run.box })),
  };
}

/** Numbers that count the lines of a page, in one block. */
const countBlock = (numbers: readonly Line[], page: number): Block =>
  paragraphBlock(
    numbers.map((line) => ({ line, page })),
    'page-number',
  );

const noteBlock = (lines: readonly Line[], page: number): Block => ({
  ...paragraphBlock(lines.map((line) => ({ line, page }))),
  kind: 'footnote',
});

/** Heads of narrow columns stand upright in their cells; other writing in another direction stands aside. */
function partedAside(
  sheet: PaintedPage,
  grids: readonly Grid[],
): Pick<PaintedPage, 'aside'> & { readonly inCells: readonly Line[] } {
  const inCells: Line[] = [];
  const aside = sheet.aside.map(({ turn, lines }) => ({
    turn,
    lines: lines.filter((line) => {
      const upright = placeOf(line, turn, sheet);
      const held = grids.some((grid) => cellAt(grid, upright) >= 0);
      if (held) inCells.push({ ...line, upright });
      return !held;
    }),
  }));
  return { inCells, aside: aside.filter(({ lines }) => lines.length > 0) };
}

/** What is written in another direction than the page, such as a note along its edge. */
function asideOf(sheet: PaintedPage, page: number): Block[] {
  return sheet.aside.flatMap(({ turn, lines }) => {
    const [setting] = settingsOf([lines]);
    if (setting === undefined) return [];
    return partIntoParagraphs(lines, page, setting).map((part) =>
      turnedBack(
        paragraphBlock(part.lines),
        () => turn,
        () => sheet.size,
      ),
    );
  });
}
