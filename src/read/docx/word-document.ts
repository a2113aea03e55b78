import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import type { Block, Issue, Limits, ReadResult } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import type { MediaType } from '../../model/record.ts';
import { composed } from '../encoding/compose.ts';
import { blocksOfHtml } from '../html/html.ts';
import { type ReadInside, readChunks } from './chunks.ts';
import type { Parts, WordPackage } from './container.ts';
import { isLetterheadOf } from './first-header.ts';
import { element, part, valued } from './markup.ts';
import { readPart } from './package.ts';
import { type PrintedStory, prepare } from './prepare.ts';
import { elements } from './xml.ts';

/**
 * Reads the parts of a Word document: tracked changes accepted, automatic labels computed, pre-Unicode fonts converted,
 * headers, footers and tables of contents as furniture, notes at the end.
 *
 * @throws {PlanError} `file-corrupt`, `file-too-large`, `format-unsupported`, `no-text-layer` (only pictures) or `no-content`
 */
export async function readWordDocument(
  knowledge: Knowledge,
  { parts, ...files }: WordPackage,
  mediaType: MediaType,
  limits: Limits,
  readInside?: ReadInside,
): Promise<ReadResult> {
  const chunks = await readChunks({ parts, ...files }, readInside);
  const { stories, issues, setAside, pictures } = prepare(knowledge, parts, chunks);
  const { blocks, lost } = await toBlocks(knowledge, stories, limits);
  if (!blocks.some((block) => block.furniture === undefined && block.text !== ''))
    throw empty(
      pictures,
      setAside.some(({ reason }) => reason !== 'not-read'),
      issues.find(({ code }) => code === 'content-not-read')?.message ?? '',
    );
  const title = titleOf(parts);
  return {
    mediaType,
    blocks,
    pages: null,
    ...(title === undefined ? {} : { title }),
    issues: [...issues, ...lost],
    ...(setAside.length === 0 ? {} : { setAside }),
  };
}

function empty(pictures: number, leftOut: boolean, unread: string): PlanError {
  if (leftOut)
    return new PlanError(
      'no-content',
      'read',
      'All text of the Word file is struck out, hidden or deleted by tracked changes. Open it in Word, accept or reject the changes, and save it anew.',
    );
  return pictures > 0
    ? new PlanError(
        'no-text-layer',
        'read',
        'The Word file holds only pictures of text. Run text recognition (OCR) over them first, or look for the same document as text.',
      )
    : new PlanError(
        'no-content',
        'read',
        `The Word file holds no text. ${unread === '' ? 'Open it in Word, and check that it is the document itself.' : unread}`,
      );
}

/** Stands between two stories in the HTML. */
const CUT = '\ue0f0';

async function toBlocks(
  knowledge: Knowledge,
  stories: readonly PrintedStory[],
  limits: Limits,
): Promise<{ blocks: Block[]; lost: Issue[] }> {
  const cut = element('p', element('r', element('t', CUT)));
  const { html, lost } = await toHtml(stories.map(({ markup }) => markup).join(cut));
  const blocks: Block[] = [];
  let header: readonly [start: number, end: number] = [0, 0];
  let tables = 0;
  let characters = 0;
  for (const [index, piece] of html.split(`<p>${CUT}</p>`).entries()) {
    const story = stories[index];
    if (story === undefined) continue;
    const first = tables;
    const own =
      story.blocks?.map((block) => withTable(block, first)) ??
      (piece === '' ? [] : blocksOfHtml(knowledge, piece, first).map((block) => place(block, story)));
    if (story.first === true) header = [blocks.length, blocks.length + own.length];
    for (const block of own) {
      characters += block.text.length;
      if (characters > limits.maxCharacters) throw tooLarge(limits);
      blocks.push(block);
      if (block.cell !== undefined) tables = Math.max(tables, block.cell.table + 1);
    }
  }
  return { blocks: withLetterhead(knowledge, blocks, header), lost };
}

/** Templates put the letterhead into the header of the first page: where the text has none, it begins there. */
function withLetterhead(
  knowledge: Knowledge,
  blocks: readonly Block[],
  [start, end]: readonly [number, number],
): Block[] {
  if (!isLetterheadOf(knowledge, blocks.slice(start, end), blocks)) return [...blocks];
  return blocks.map((block, i) => {
    if (i < start || i >= end || block.furniture === 'page-number') return block;
    const { furniture: _, ...own } = block;
    return own;
  });
}

const tooLarge = (limits: Limits): PlanError =>
  new PlanError('file-too-large', 'read', `The document has more than ${limits.maxCharacters} characters.`);

/** A block of a document inside this one, its tables counted on from those so far. */
const withTable = (block: Block, first: number): Block =>
  block.cell === undefined ? block : { ...block, cell: { ...block.cell, table: block.cell.table + first } };

function place(block: Block, story: PrintedStory): Block {
  const { furniture } = story;
  return {
    ...block,
    ...(story.footnote === true && block.cell === undefined ? { kind: 'footnote' as const } : {}),
    ...(furniture === undefined
      ? {}
      : { furniture: isPageNumber(furniture, block) ? ('page-number' as const) : furniture }),
  };
}

const NUMBER_ONLY = vi`^[\s\-–/.]*(trang\s*)?(\d+|[ivxlc]+)(\s*/\s*\d+)?[\s\-–.]*$`;

function isPageNumber(furniture: string, { text }: Block): boolean {
  return furniture.startsWith('page-') && NUMBER_ONLY.test(text);
}

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
/** Mammoth knows a heading by the name of its style. */
const STYLES = part(
  'styles',
  [1, 2, 3, 4, 5, 6]
    .map((level) =>
      element('style', valued('name', `heading ${level}`), `w:type="paragraph" w:styleId="Heading${level}"`),
    )
    .join(''),
);
const LINKS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

/** Mammoth sees the prepared text alone: no lists, links, pictures or anything outside. */
async function toHtml(body: string): Promise<{ html: string; lost: Issue[] }> {
  const packed = zipSync(
    {
      '[Content_Types].xml': strToU8(CONTENT_TYPES),
      '_rels/.rels': strToU8(RELATIONSHIPS),
      'word/document.xml': strToU8(part('document', element('body', body))),
      'word/_rels/document.xml.rels': strToU8(LINKS),
      'word/styles.xml': strToU8(STYLES),
    },
    { level: 0 },
  );
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(packed) },
    { externalFileAccess: false },
  );
  const symbols = messages.filter(({ message }) => message.includes('w:sym')).length;
  const lost = {
    code: 'symbols-lost',
    message: `${symbols} signs of symbol fonts have no Unicode letter and were left out.`,
  };
  return { html: value, lost: symbols === 0 ? [] : [lost] };
}

function titleOf(parts: Parts): string | undefined {
  const core = readPart(parts, 'docProps/core.xml')?.document.documentElement;
  const title =
    core === null || core === undefined ? undefined : elements(core).find((each) => each.localName === 'title');
  const text = composed(title?.textContent ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  return text === '' ? undefined : text;
}
