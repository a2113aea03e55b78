import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Issue, SetAside } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { listed, mayHoldFiles } from '../attached.ts';
import { composed } from '../encoding/compose.ts';
import { pageList } from './account.ts';
import { FEW, filesOf, infoOf, isCover, textOf } from './attachments.ts';
import type { PaintedPage } from './sheet.ts';

/** What a PDF holds beside the text of its pages. */
export interface UnreadParts {
  readonly issues: readonly Issue[];
  readonly setAside: readonly SetAside[];
}

/** What the file says of itself, and what is attached to it. */
export interface Shell {
  readonly title: string | undefined;
  readonly attachments: readonly string[];
  /** Something is attached that cannot be opened. */
  readonly damaged: boolean;
  /** Whoever ingests the file finds what is attached to it. */
  readonly isOpened: boolean;
  /** A form of Adobe whose text no page holds. */
  readonly isXfa: boolean;
  /** A cover for the documents that are attached. */
  readonly isPortfolio: boolean;
}

export async function shellOf(document: PDFDocumentProxy, bytes: Uint8Array): Promise<Shell> {
  const info = await infoOf(document);
  const title = typeof info.Title === 'string' ? composed(info.Title).trim() : '';
  const isOpened = mayHoldFiles(bytes);
  const { files, damaged } = await filesOf(document, isOpened);
  return {
    title: title === '' ? undefined : title,
    attachments: files.map(({ name }) => name),
    damaged,
    isOpened,
    isXfa: info.IsXFAPresent === true,
    isPortfolio: info.IsCollectionPresent === true,
  };
}

/** What Adobe writes onto the only page of a form that other programs do not show. */
const WAIT = /please wait|adobe reader|vui lòng (?:chờ|đợi)/iu;

/**
 * Refuses a file whose pages are but a note that the document is elsewhere.
 *
 * @throws {PlanError} `no-content`
 */
export function refuseShell(
  { isXfa, isPortfolio, attachments, isOpened }: Shell,
  sheets: readonly PaintedPage[],
): void {
  const text = textOf(sheets);
  if (isXfa && text.length <= FEW && (text === '' || WAIT.test(text)))
    throw new PlanError(
      'no-content',
      'read',
      'The PDF is a form (XFA) that Adobe Reader alone can show; its page holds but a note to wait. Open it there and print it as PDF, then ingest that.',
    );
  if (!isPortfolio || attachments.length === 0 || !isCover(sheets)) return;
  const advice = isOpened
    ? 'Ingest the file: those that are documents are read as documents of their own.'
    : 'Save them from a PDF program, and ingest them.';
  throw new PlanError(
    'no-content',
    'read',
    `The PDF is a portfolio: its documents are attached to it (${listed(attachments)}). ${advice}`,
  );
}

/** A picture at least so large, in points and as a share of its page, may hold what belongs to the text. */
const PICTURE = { width: 150, height: 100, share: 0.06 };
/** A picture over which so many letters stand is the ground of them, or was read. */
const READ = 60;

const DAMAGED: Issue = {
  code: 'content-not-read',
  message:
    'What is attached to the PDF cannot be told: the file is damaged there. Look in a PDF program whether a document is attached.',
};

/** Attachments that are named one by one: as many as are opened. */
const MOST_NAMED = 500;

/** Attachments and pictures, which are not read. */
export function unreadOf({ attachments, isOpened, damaged }: Shell, sheets: readonly PaintedPage[]): UnreadParts {
  const pictured = sheets.flatMap((sheet, i) => {
    const count = sheet.lines.length === 0 ? 0 : sheet.pictures.filter((picture) => isTelling(picture, sheet)).length;
    return count === 0 ? [] : [{ page: i + 1, count }];
  });
  const [first] = pictured;
  const count = pictured.reduce((sum, one) => sum + one.count, 0);
  const pages = pictured.map(({ page }) => page);
  return {
    setAside: [
      ...attachments
        .slice(0, MOST_NAMED)
        .map((name): SetAside => ({ reason: 'not-read', characters: 0, where: `attachment ${name}` })),
      ...pages.map((page): SetAside => ({ reason: 'not-read', characters: 0, where: 'pictures', page })),
    ],
    issues: [
      ...(attachments.length === 0
        ? []
        : [
            {
              code: 'content-not-read',
              message: `Files are attached to the PDF, which are no part of its text: ${listed(attachments)}. ${isOpened ? 'From a file that is ingested, those that are documents are read as documents of their own; else save them' : 'Save them from a PDF program'}, and ingest those that are documents.`,
            },
          ]),
      ...(damaged ? [DAMAGED] : []),
      ...(first === undefined
        ? []
        : [
            {
              code: 'content-not-read',
              message: `${count === 1 ? 'A picture' : `${count} pictures`} on ${pages.length === 1 ? `page ${first.page}` : `pages ${pageList(pages)}`} ${count === 1 ? 'was' : 'were'} not read: look whether figures stand in ${count === 1 ? 'it' : 'them'}.`,
              page: first.page,
            },
          ]),
    ],
  };
}

function isTelling({ x0, y0, x1, y1 }: PaintedPage['pictures'][number], { size, lines, turn }: PaintedPage): boolean {
  const [width, height] = [Math.min(x1, size[0]) - Math.max(x0, 0), Math.min(y1, size[1]) - Math.max(y0, 0)];
  if (width < PICTURE.width || height < PICTURE.height || width * height < PICTURE.share * size[0] * size[1])
    return false;
  if (turn !== 0) return true;
  let letters = 0;
  for (const line of lines) {
    if (line.y <= y0 || line.y >= y1) continue;
    for (const word of line.words) if (word.x0 >= x0 - 2 && word.x1 <= x1 + 2) letters += word.text.length;
  }
  return letters < READ;
}
