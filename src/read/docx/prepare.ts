import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Block, Furniture, Issue, SetAside } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { chooser } from '../encoding/choose.ts';
import { conversionIssues } from '../encoding/convert.ts';
import type { LegacyEncoding } from '../encoding/encoding.ts';
import { chooseAlternatives } from './alternatives.ts';
import { type Chunks, writeChunks } from './chunks.ts';
import type { Parts } from './container.ts';
import { pullOutDrawings } from './drawings.ts';
import { firstHeaderPath } from './first-header.ts';
import { dropWrappings, keepFieldResults, spellOutCharacters, spellOutFormulas, squareTables } from './flatten.ts';
import { emptyPlaceholders, isEmptied, leaveOutRuns } from './leave-out.ts';
import { collectLeftOut, type LeftOutText, leftOutOf } from './left-out.ts';
import { isBoldParagraph, setBold, spellOutRuns } from './letters.ts';
import { writeNestedTables } from './nested-tables.ts';
import { type Labeller, labeller } from './numbering.ts';
import { type PackagePart, readPart, related, relationships } from './package.ts';
import { printed } from './printed.ts';
import { spellOutRaised } from './raised.ts';
import { acceptRevisions } from './revisions.ts';
import { bodyStories, noteStories, pageFurniture, type Story } from './stories.ts';
import { readStyles } from './styles.ts';
import { spellOutSymbols } from './symbols.ts';
import { type Unread, unreadIssues, unreadSetAside } from './unread.ts';
import { child, descendants, type Element, elements, makeRun, namesIn } from './xml.ts';

/** A story as WordprocessingML that says only what is printed. */
export interface PrintedStory {
  readonly markup: string;
  /** Of a document inside this one: what its own reader made of it. */
  readonly blocks?: readonly Block[];
  readonly furniture?: Furniture;
  readonly footnote?: true;
  /** The header of the first page. */
  readonly first?: true;
}

export interface Prepared {
  readonly stories: readonly PrintedStory[];
  readonly issues: readonly Issue[];
  readonly setAside: readonly SetAside[];
  readonly pictures: number;
}

/**
 * Makes a document say what it prints: changes accepted, labels computed, letters converted.
 *
 * @throws {PlanError} `file-corrupt` or `format-unsupported`
 */
export function prepare(knowledge: Knowledge, parts: Parts, chunks: Chunks): Prepared {
  const main = related(parts, relationships(parts, ''), 'officeDocument') ?? readPart(parts, 'word/document.xml');
  const body = child(main?.document.documentElement ?? undefined, 'body');
  if (main === undefined || body === undefined)
    throw new PlanError(
      'format-unsupported',
      'read',
      'The Office file holds no text of Word. Open it in the program that made it and save it as DOCX or PDF.',
    );
  const links = relationships(parts, main.path);
  const styles = readStyles(related(parts, links, 'styles')?.document);
  const { header, footer } = pageFurniture(body, parts, links);
  const firstHeader = firstHeaderPath(body, links);

  // All stories count their lists on, in the order in which they are printed.
  const label = labeller(knowledge, related(parts, links, 'numbering')?.document, styles);
  const choose = chooser(knowledge);
  const unread: Unread[] = [];
  const leftOut = collectLeftOut();
  const converted = new Set<LegacyEncoding>();
  const spellOut = (root: Element, path: string, leftOut: LeftOutText): void => {
    const names = namesIn(root);
    chooseAlternatives(root, names, leftOut);
    emptyPlaceholders(knowledge, root, styles, names, leftOut);
    dropWrappings(root, names);
    writeChunks(root, names, chunks, path);
    acceptRevisions(root, names, leftOut);
    keepFieldResults(root, names);
    spellOutFormulas(root, names, leftOut);
    leaveOutRuns(root, styles, names, leftOut);
    unread.push(...pullOutDrawings(root, names, parts, relationships(parts, path)));
    spellOutCharacters(root, names);
    squareTables(root, names);
    spellOutSymbols(root, styles);
    for (const encoding of spellOutRuns(knowledge, root, styles, choose)) converted.add(encoding);
    spellOutRaised(root, styles);
    for (const paragraph of descendants(root, 'p')) writeLabel(paragraph, label);
    writeNestedTables(root, names);
  };
  const rootOf = (part: PackagePart): Element[] => {
    const root = part.document.documentElement;
    if (root === null) return [];
    spellOut(root, part.path, leftOutOf(leftOut, part.path));
    return elements(root);
  };
  spellOut(body, main.path, leftOut);
  const notes = noteStories(knowledge, body, parts, links, leftOut);
  const stories: Story[] = [
    ...pageHeaders(header, firstHeader, rootOf),
    ...bodyStories(body, styles, (id) => chunks.blocksOf(main.path, id)),
    ...notes.flatMap((part) => rootOf(part).map((note) => ({ content: elements(note), footnote: true as const }))),
    ...footer.map((part) => ({ content: rootOf(part), furniture: 'page-footer' as const })),
  ];
  return {
    stories: stories.map(({ content, ...what }) => ({
      ...what,
      markup: content.map((block) => printed(block, styles)).join(''),
    })),
    issues: [...conversionIssues(converted), ...leftOut.issues(), ...chunks.issues, ...unreadIssues(unread)],
    setAside: [...leftOut.setAside(), ...chunks.setAside, ...unreadSetAside(unread)],
    pictures: unread.filter(({ kind }) => kind === 'picture').length,
  };
}

/** That of the first page stands last, as it may turn out to be the beginning of the text. */
function pageHeaders(
  parts: readonly PackagePart[],
  first: string | undefined,
  rootOf: (part: PackagePart) => Element[],
): Story[] {
  return parts
    .toSorted((a, b) => Number(a.path === first) - Number(b.path === first))
    .map((part) => ({
      content: rootOf(part),
      furniture: 'page-header' as const,
      ...(part.path === first ? { first: true as const } : {}),
    }));
}

/** Mammoth leaves automatic labels out without a word, so they are made text. */
function writeLabel(paragraph: Element, label: Labeller): void {
  const found = label(paragraph);
  if (found === undefined || found.text === '' || isEmptied(paragraph)) return;
  const run = makeRun(paragraph, found.suffix === '' ? found.text : `${found.text} `);
  if (isBoldParagraph(paragraph)) setBold(run);
  const properties = child(paragraph, 'pPr');
  paragraph.insertBefore(run, properties === undefined ? paragraph.firstChild : properties.nextSibling);
}
