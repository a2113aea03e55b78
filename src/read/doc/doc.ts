import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Limits, ReadResult } from '../../model/block.ts';
import { packageOf } from '../docx/container.ts';
import { element, part } from '../docx/markup.ts';
import { readWordDocument } from '../docx/word-document.ts';
import { writeParts } from '../docx/write-parts.ts';
import { openWordFile, type WordFile } from './container.ts';
import { numberingPart } from './lists.ts';
import { characterStretches, paragraphStretches, range } from './properties.ts';
import { type StorySource, writeStory } from './story.ts';
import { readFonts, stylesPart } from './styles.ts';
import { readText } from './text.ts';

const HEADERS = 11;

/** Tables of references and of texts, for both kinds of notes. */
const NOTES = [
  { kind: 'footnote', story: 'footnotes', references: 2, texts: 3 },
  { kind: 'endnote', story: 'endnotes', references: 46, texts: 47 },
] as const;

/**
 * Reads a Word 97-2003 document (DOC). Its binary tables are rewritten as the parts of a DOCX, which then go the same
 * way: labels, tracked changes, pre-Unicode fonts, notes and tables are handled by the same code.
 *
 * @throws {PlanError} `file-encrypted`, `file-corrupt`, `file-empty`, `file-too-large`, `format-unsupported`,
 *   `no-text-layer` or `no-content`
 */
export async function readDoc(bytes: Uint8Array, limits: Limits, knowledge: Knowledge): Promise<ReadResult> {
  const file = openWordFile(bytes, limits);
  const fonts = readFonts(file);
  const byStart = (a: { start: number }, b: { start: number }): number => a.start - b.start;
  const source: StorySource = {
    ...readText(file, limits.maxCharacters),
    characters: characterStretches(file).sort(byStart),
    paragraphs: paragraphStretches(file).sort(byStart),
    fonts,
    references: referencesOf(file),
  };
  const parts = writeParts({
    body: writeStory(source, source.stories.body) + writeStory(source, source.stories.textBoxes),
    ...pageStories(file, source),
    others: {
      styles: part('styles', stylesPart(file, fonts)),
      numbering: part('numbering', numberingPart(file, fonts)),
      ...Object.fromEntries(
        NOTES.map(({ kind, story, texts }) => [
          story,
          part(story, notesOf(file, source, kind, source.stories[story], texts)),
        ]),
      ),
    },
  });
  return readWordDocument(knowledge, packageOf(parts), 'application/msword', limits);
}

function referencesOf(file: WordFile): Map<number, string> {
  const found = new Map<number, string>();
  for (const { kind, references } of NOTES) {
    const table = file.tableAt(references);
    const count = Math.max(0, Math.floor((table.length - 4) / 6));
    for (const index of range(count)) found.set(table.u32(index * 4), `<w:${kind}Reference w:id="${index}"/>`);
  }
  return found;
}

function notesOf(
  file: WordFile,
  source: StorySource,
  kind: string,
  [start, end]: readonly [number, number],
  texts: number,
): string {
  return rangesOf(file, texts, start, end)
    .map((range, index) => element(kind, writeStory(source, range), `w:id="${index}"`))
    .join('');
}

/** Ranges of a story that a table of places parts, as ranges of the whole text. */
function rangesOf(file: WordFile, index: number, start: number, end: number): [number, number][] {
  const table = file.tableAt(index);
  const places = range(Math.floor(table.length / 4)).map((each) => Math.min(end, start + table.u32(each * 4)));
  return places.slice(0, -1).map((place, each) => [place, Math.max(place, places[each + 1] ?? place)]);
}

/** Of the first section. */
const FIRST_HEADER = 10;

/** Six separators of notes, then for each section the headers and footers of even, odd and first pages. */
function pageStories(file: WordFile, source: StorySource): { firstHeader: string; header: string; footer: string } {
  const [start, end] = source.stories.headers;
  const stories = { firstHeader: '', header: '', footer: '' };
  for (const [index, range] of rangesOf(file, HEADERS, start, end).entries()) {
    if (index < 6 || range[0] === range[1]) continue;
    const written = writeStory(source, range);
    const kind = [2, 3, 5].includes((index - 6) % 6) ? 'footer' : index === FIRST_HEADER ? 'firstHeader' : 'header';
    if (!stories[kind].includes(written)) stories[kind] += written;
  }
  return stories;
}
