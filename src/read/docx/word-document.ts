import { XMLSerializer } from '@xmldom/xmldom';
import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Block, Issue, Limits, ReadResult } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import type { MediaType } from '../../model/record.ts';
import { blocksOfHtml } from '../html.ts';
import { chooser } from '../legacy/choose.ts';
import type { Parts } from './container.ts';
import { dropWrappings, keepFieldResults, pullOutTextBoxes, spellOutCharacters, squareTables } from './flatten.ts';
import { isBold, setBold, spellOutRuns } from './letters.ts';
import { labeller } from './numbering.ts';
import { type Part, readPart, related, relationships } from './package.ts';
import { acceptRevisions } from './revisions.ts';
import { bodyStories, noteStories, pageFurniture, type Story } from './stories.ts';
import { readStyles } from './styles.ts';
import { child, descendants, type Element, elements, isWord, makeRun, remove } from './xml.ts';

/**
 * Reads the parts of a Word document: tracked changes accepted, automatic labels computed, pre-Unicode fonts converted,
 * headers, footers and tables of contents as furniture, notes at the end.
 *
 * @throws {PlanError} `file-corrupt`, `file-too-large`, `format-unsupported`, `no-text-layer` (only pictures) or `no-content`
 */
export async function readWordDocument(parts: Parts, mediaType: MediaType, limits: Limits): Promise<ReadResult> {
  const main = related(parts, relationships(parts, ''), 'officeDocument') ?? readPart(parts, 'word/document.xml');
  const body = child(main?.document.documentElement ?? undefined, 'body');
  if (main === undefined || body === undefined)
    throw new PlanError('format-unsupported', 'read', 'The file is an Office file, but no Word document.');
  const links = relationships(parts, main.path);
  const styles = readStyles(related(parts, links, 'styles')?.document);
  const { header, footer } = pageFurniture(body, parts, links);

  // All stories count their lists on, in the order in which they are printed.
  const label = labeller(related(parts, links, 'numbering')?.document, styles);
  const choose = chooser();
  const issues: Issue[] = [];
  let pictures = 0;
  let hidden = 0;
  const converted = new Set<string>();
  const prepare = (root: Element): void => {
    dropWrappings(root);
    acceptRevisions(root);
    keepFieldResults(root);
    pictures += pullOutTextBoxes(root);
    spellOutCharacters(root);
    squareTables(root);
    const runs = spellOutRuns(root, styles, choose);
    hidden += runs.hidden;
    for (const encoding of runs.converted) converted.add(encoding);
    for (const paragraph of descendants(root, 'p')) writeLabel(paragraph, label);
  };
  const rootOf = (part: Part): Element[] => {
    const root = part.document.documentElement;
    if (root === null) return [];
    prepare(root);
    return elements(root);
  };
  prepare(body);
  const notes = noteStories(body, parts, links);
  const stories: Story[] = [
    ...header.map((part) => ({ content: rootOf(part), furniture: 'page-header' as const })),
    ...bodyStories(body, styles),
    ...notes.flatMap((part) => rootOf(part).map((note) => ({ content: elements(note), footnote: true as const }))),
    ...footer.map((part) => ({ content: rootOf(part), furniture: 'page-footer' as const })),
  ];
  const blocks = await toBlocks(stories, main, body, parts, links.find((each) => each.type === 'styles')?.target);

  if (converted.size > 0)
    issues.push({
      code: 'encoding-converted',
      message: `Text in a pre-Unicode encoding (${[...converted].sort().join(', ')}) was converted to Unicode.`,
    });
  if (hidden > 0)
    issues.push({ code: 'hidden-text', message: `${hidden} characters are formatted as hidden and were left out.` });
  if (!blocks.some((block) => block.furniture === undefined && block.text !== '')) throw empty(pictures);
  if (blocks.reduce((sum, block) => sum + block.text.length, 0) > limits.maxCharacters)
    throw new PlanError('file-too-large', 'read', `The document has more than ${limits.maxCharacters} characters.`);
  const title = titleOf(parts);
  return { mediaType, blocks, pages: null, ...(title === undefined ? {} : { title }), issues };
}

function empty(pictures: number): PlanError {
  return pictures > 0
    ? new PlanError(
        'no-text-layer',
        'read',
        'The Word file holds only pictures of text: it must be recognised (OCR) first.',
      )
    : new PlanError('no-content', 'read', 'The Word file holds no text.');
}

/** Mammoth leaves automatic labels out without a word, so they are made text; without its list a paragraph stays a paragraph. */
function writeLabel(paragraph: Element, label: ReturnType<typeof labeller>): void {
  const found = label(paragraph);
  const properties = child(paragraph, 'pPr');
  const list = child(properties, 'numPr');
  if (list !== undefined) remove(list);
  if (found === undefined || found.text === '') return;
  const run = makeRun(paragraph, found.suffix === '' ? found.text : `${found.text} `);
  if (isBold(paragraph)) setBold(run);
  paragraph.insertBefore(run, properties === undefined ? paragraph.firstChild : properties.nextSibling);
}

/** Stands between two stories in the HTML. */
const CUT = '\ue0f0';

async function toBlocks(
  stories: readonly Story[],
  main: Part,
  body: Element,
  parts: Parts,
  stylesPath: string | undefined,
): Promise<Block[]> {
  for (const block of elements(body)) remove(block);
  for (const [index, story] of stories.entries()) {
    if (index > 0) {
      const cut = body.ownerDocument?.createElementNS(body.namespaceURI, 'w:p');
      if (cut === undefined) continue;
      cut.appendChild(makeRun(body, CUT));
      body.appendChild(cut);
    }
    for (const block of story.content)
      if (isWord(block, 'p') || isWord(block, 'tbl')) body.appendChild(main.document.importNode(block, true));
  }
  const html = await convert(new XMLSerializer().serializeToString(main.document), parts.get(stylesPath ?? ''));
  const blocks: Block[] = [];
  let tables = 0;
  for (const [index, piece] of html.split(`<p>${CUT}</p>`).entries()) {
    const story = stories[index];
    if (story === undefined || piece === '') continue;
    for (const block of blocksOfHtml(piece, tables)) {
      blocks.push(place(block, story));
      if (block.cell !== undefined) tables = Math.max(tables, block.cell.table + 1);
    }
  }
  return blocks;
}

function place(block: Block, story: Story): Block {
  const { furniture } = story;
  return {
    ...block,
    ...(story.footnote === true && block.cell === undefined ? { kind: 'footnote' as const } : {}),
    ...(furniture === undefined
      ? {}
      : { furniture: isPageNumber(furniture, block) ? ('page-number' as const) : furniture }),
  };
}

function isPageNumber(furniture: string, { text }: Block): boolean {
  return (
    furniture.startsWith('page-') && /^[\s\-–/.]*(?:trang\s*)?(?:\d+|[ivxlc]+)(?:\s*\/\s*\d+)?[\s\-–.]*$/iu.test(text)
  );
}

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Mammoth sees the prepared document and its styles alone: no lists, links, pictures or anything outside. */
async function convert(document: string, styles: Uint8Array | undefined): Promise<string> {
  const link = (type: string, target: string): Uint8Array =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONSHIPS}/${type}" Target="${target}"/></Relationships>`,
    );
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': link('officeDocument', 'word/document.xml'),
    'word/document.xml': strToU8(document),
  };
  if (styles !== undefined) {
    files['word/_rels/document.xml.rels'] = link('styles', 'styles.xml');
    files['word/styles.xml'] = styles;
  }
  const buffer = Buffer.from(zipSync(files, { level: 0 }));
  return (await mammoth.convertToHtml({ buffer }, { externalFileAccess: false })).value;
}

function titleOf(parts: Parts): string | undefined {
  const core = readPart(parts, 'docProps/core.xml')?.document.documentElement;
  const title =
    core === null || core === undefined ? undefined : elements(core).find((each) => each.localName === 'title');
  const text = title?.textContent?.normalize('NFC').replace(/\s+/gu, ' ').trim() ?? '';
  return text === '' ? undefined : text;
}
