import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Limits, ReadResult } from '../model/block.ts';
import { PlanError } from '../model/errors.ts';
import type { MediaType } from '../model/record.ts';
import { decodeText } from './encoding/charset.ts';
import { withLostSpaces } from './encoding/lost-spaces.ts';
import { unicodeText } from './html/legacy-letters.ts';
import { notReadOf, openMail } from './mail/mail.ts';
import { isTextWithHtml } from './markdown/html-tables.ts';
import { isMarkdown, readMarkdown } from './markdown/markdown.ts';
import type { Recognition } from './scan/recognition.ts';
import { checkSize } from './size.ts';
import { type DocumentFormat, formatOf, isHtml, isImageType } from './sniff.ts';
import { textOfJson } from './text/json.ts';
import { readPlainText } from './text/plain-text.ts';
import { judgeLetters } from './vietnamese.ts';

/**
 * Reads one document of any known format into blocks. The format is told by the content, never by a file name.
 *
 * @param recognition reads images of pages; without it they are not read
 * @throws {PlanError} with a sentence that says what a person can do; a document without text is a failure, never an empty result
 */
export async function readBlocks(
  bytes: Uint8Array,
  limits: Limits,
  knowledge: Knowledge,
  recognition?: Recognition,
): Promise<ReadResult> {
  checkSize(bytes, limits);
  const format = await formatOf(bytes);
  const read =
    recognition === undefined
      ? await readAs(format, bytes, limits, knowledge)
      : await readRecognised(format, bytes, limits, knowledge, recognition);
  const isPaged = read.mediaType === 'application/pdf' || isImageType(read.mediaType);
  const result = isPaged ? read : { ...read, blocks: withLostSpaces(knowledge, read.blocks) };
  let characters = 0;
  let letters = 0;
  for (const block of result.blocks) {
    characters += block.text.length;
    if (block.furniture === undefined && letters < 20) letters += block.text.match(/\p{L}/gu)?.length ?? 0;
  }
  if (characters > limits.maxCharacters) {
    throw new PlanError(
      'file-too-large',
      'read',
      `The document has ${characters} characters of text; at most ${limits.maxCharacters} are read. Split it.`,
    );
  }
  if (letters < 20) {
    const unread = result.issues.find(({ code }) => code === 'content-not-read');
    const more = unread === undefined ? '' : ` ${unread.message}`;
    throw new PlanError('no-content', 'read', noContent(result.mediaType) + more);
  }
  // Pages of a PDF are judged one by one.
  const judged = isPaged ? [] : judgeLetters(knowledge, result.blocks);
  return judged.length === 0 ? result : { ...result, issues: [...result.issues, ...judged] };
}

async function readRecognised(
  format: DocumentFormat,
  bytes: Uint8Array,
  limits: Limits,
  knowledge: Knowledge,
  recognition: Recognition,
): Promise<ReadResult> {
  if (format === 'pdf') return (await import('./pdf/pdf.ts')).readPdf(bytes, limits, knowledge, recognition);
  if (!isImageType(format)) return readAs(format, bytes, limits, knowledge);
  return (await import('./pdf/image-file.ts')).readImageFile(bytes, format, limits, knowledge, recognition);
}

/** What the file is stands in front: where its name says otherwise, a download brought something else. */
function noContent(mediaType: MediaType): string {
  const [kind, advice] = WITHOUT_CONTENT[mediaType] ?? ['a document', ''];
  return `The file is ${kind}, and no text of a document was found in it, at most menus and counters. Check that it is the document itself${advice}.`;
}

const SAVED_AGAIN = ', and fetch it again where its name says that it is something else';
const WITHOUT_CONTENT: Partial<Record<MediaType, readonly [kind: string, advice: string]>> = {
  'text/html': ['a web page', `${SAVED_AGAIN}; a page that loads its text by script must be saved from the browser`],
  'text/plain': ['plain text', SAVED_AGAIN],
  'text/markdown': ['Markdown', SAVED_AGAIN],
  'message/rfc822': ['a mail', ', and that its text is not in a picture'],
};

/** A document may show another one as a part of itself, and that one another. */
const MOST_INSIDE = 3;

/** Such a document may be a few words, and may not say that they are HTML. */
async function readInside(
  bytes: Uint8Array,
  path: string,
  limits: Limits,
  knowledge: Knowledge,
  depth: number,
): Promise<ReadResult> {
  const format = await formatOf(bytes);
  return readAs(format === 'text' && /\.x?html?$/iu.test(path) ? 'html' : format, bytes, limits, knowledge, depth);
}

async function readAs(
  format: DocumentFormat,
  bytes: Uint8Array,
  limits: Limits,
  knowledge: Knowledge,
  depth = 0,
): Promise<ReadResult> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf/pdf.ts')).readPdf(bytes, limits, knowledge);
    case 'docx':
      return (await import('./docx/docx.ts')).readDocx(
        bytes,
        limits,
        knowledge,
        depth < MOST_INSIDE ? (inner, path) => readInside(inner, path, limits, knowledge, depth + 1) : undefined,
      );
    case 'doc':
      return (await import('./doc/doc.ts')).readDoc(bytes, limits, knowledge);
    case 'rtf':
      return (await import('./rtf/rtf.ts')).readRtf(bytes, limits, knowledge);
    case 'mail':
      return readMail(bytes, limits, knowledge);
    case 'image/png':
    case 'image/jpeg':
    case 'image/tiff':
      throw new PlanError(
        'format-unsupported',
        'read',
        'This is a picture. Run text recognition (OCR) on it and give the searchable PDF or the text.',
      );
    default: {
      const decoded = decodeText(knowledge, bytes).text;
      refuseLength(decoded, limits);
      return readDecoded(format, decoded, knowledge);
    }
  }
}

function refuseLength(decoded: string, { maxCharacters }: Limits): void {
  if (decoded.length <= maxCharacters * 4) return;
  throw new PlanError(
    'file-too-large',
    'read',
    `The file has ${decoded.length} characters; at most ${maxCharacters} characters of text are read. Split it.`,
  );
}

/** The body of a mail; attachments are documents of their own, which are named. */
async function readMail(bytes: Uint8Array, limits: Limits, knowledge: Knowledge): Promise<ReadResult> {
  const mail = await openMail(bytes);
  refuseLength(mail.body.text, limits);
  const result = await readDecoded(mail.body.format, mail.body.text, knowledge);
  const { setAside, issues } = notReadOf(mail);
  const title = result.title ?? mail.subject;
  return {
    ...result,
    mediaType: 'message/rfc822',
    ...(title === '' ? {} : { title }),
    issues: [...result.issues, ...issues],
    setAside: [...(result.setAside ?? []), ...setAside],
  };
}

async function readDecoded(format: 'html' | 'text', decoded: string, knowledge: Knowledge): Promise<ReadResult> {
  const field = textOfJson(decoded);
  if (field !== undefined) {
    const result = await readDecoded('text', field.text, knowledge);
    const message =
      field.read === 1
        ? 'The file is data (JSON): its one long field was read as the document, the others were not.'
        : `The file is data (JSON): its ${field.read} fields of text were read as the document, one after the other; short ones and what repeats the longest were not.`;
    return { ...result, issues: [...result.issues, { code: 'content-not-read', message }] };
  }
  const tagged = format === 'html' || isHtml(decoded.slice(0, 65_536));
  const mixed = (tagged || /<table[\s>]/iu.test(decoded)) && isTextWithHtml(decoded, isMarkdown);
  if (tagged && !mixed) return (await import('./html/html.ts')).readHtml(knowledge, decoded);
  const { text, issues } = unicodeText(knowledge, decoded);
  const result = mixed || isMarkdown(text) ? readMarkdown(knowledge, text) : readPlainText(knowledge, text);
  return { ...result, issues: [...result.issues, ...issues] };
}
