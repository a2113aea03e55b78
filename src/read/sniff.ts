import { fileTypeFromBuffer } from 'file-type';
import { PlanError } from '../model/errors.ts';
import { isMail, MAIL_HEAD } from './mail/mail.ts';

export type DocumentFormat = 'pdf' | 'docx' | 'doc' | 'rtf' | 'html' | 'mail' | 'text' | ImageType;

/** Pictures that may be pages of a document. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/tiff';
export const isImageType = (mime: string): mime is ImageType =>
  mime === 'image/png' || mime === 'image/jpeg' || mime === 'image/tiff';

/** Files that are known by their content but hold no text that is read; what to do instead. */
const UNREAD: readonly (readonly [RegExp, string])[] = [
  [/^image\//u, 'This is a picture of a kind that is not read. Save it as PNG, JPEG or TIFF.'],
  [/^(?:audio|video)\//u, 'This is a sound or video file. Give the document itself.'],
  [/spreadsheet|ms-excel/u, 'This is a spreadsheet. Save the sheet as PDF or HTML, or paste it into a Word document.'],
  [/presentation|powerpoint/u, 'This is a slide show. Save it as PDF and give that.'],
  [/opendocument/u, 'This is an OpenDocument file. Save it as DOCX or PDF and give that.'],
  [/epub/u, 'This is an e-book. Save it as PDF or HTML and give that.'],
];
const ARCHIVES = /(?:x-7z|x-rar|x-tar|gzip|x-bzip2|x-xz|zstd|x-compress|x-cpio|x-lzip)/u;

/**
 * What a file is, by its content alone.
 *
 * @throws {PlanError} `format-unsupported`, `format-unknown`, `file-encrypted`, `file-corrupt`
 */
export async function formatOf(bytes: Uint8Array): Promise<DocumentFormat> {
  if (startsWith(bytes, '%PDF-', 1024)) return 'pdf';
  if (startsWith(bytes, '{\\rtf', 8)) return 'rtf';
  // Text that says how it is encoded; its mark looks like that of a sound file.
  if (hasMagic(bytes, [0xff, 0xfe]) || hasMagic(bytes, [0xfe, 0xff])) return 'text';
  const kind = await fileTypeFromBuffer(bytes.subarray(0, Math.min(bytes.length, 4 * 1024 * 1024)));
  const mime = kind?.mime ?? '';
  if (mime.includes('wordprocessingml')) return 'docx';
  if (mime === 'application/x-cfb' || hasMagic(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compound(bytes);
  if (
    mime === 'application/zip' ||
    hasMagic(bytes, [0x50, 0x4b, 0x03, 0x04]) ||
    hasMagic(bytes, [0x50, 0x4b, 0x05, 0x06])
  )
    return zipped(bytes, mime);
  if (isImageType(mime)) return mime;
  for (const [pattern, advice] of UNREAD)
    if (pattern.test(mime)) throw new PlanError('format-unsupported', 'read', advice);
  if (ARCHIVES.test(mime)) {
    throw new PlanError(
      'format-unsupported',
      'read',
      'This is a packed archive. Unpack it, or pack its documents as zip.',
    );
  }
  if (mime === 'application/pdf') return 'pdf';
  const head = latin(bytes, 0, Math.min(bytes.length, MAIL_HEAD)).replaceAll('\0', '');
  if (isMail(head)) return 'mail';
  if (isHtml(head)) return 'html';
  if (isMarkup(head)) {
    throw new PlanError(
      'format-unsupported',
      'read',
      'This is an XML file (of Office, or a drawing). Open it in the program that made it and save it as DOCX, PDF or HTML.',
    );
  }
  if (mime !== '' && !/xml|^text\//u.test(mime)) {
    throw new PlanError(
      'format-unsupported',
      'read',
      `Files of the type ${mime} are not read. Save the document as PDF, DOCX, HTML or text.`,
    );
  }
  return 'text';
}

/** XML that is no page: Word's own, the parts of a package, drawings. */
const isMarkup = (head: string): boolean => /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml\s|<svg[\s>])/u.test(head);

/** Whether the beginning of a text is that of an HTML page or of a piece of one. */
export function isHtml(head: string): boolean {
  const start = head
    .replace(/^(?:\u00ef\u00bb\u00bf|\ufeff|\u00ff\u00fe|\u00fe\u00ff)/u, '')
    .replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)+/u, '');
  if (
    /^<(?:!doctype|html|head|body|title|meta|style|script|table|div|p|h[1-6]|span|font|center|article|section|main|header|nav|aside|footer|form|pre|ul|ol|dl|b|i|u|strong|em|a|br|hr|img|link|base|o:p)[\s>/]/iu.test(
      start,
    )
  )
    return true;
  // Lines break within the cells of a Markdown table as in a page.
  const text = MARKDOWN_TABLE.test(head) ? head.replace(/^[ \t]*\|.*$/gmu, '') : head;
  const tags = text.match(/<\/(?:p|div|td|tr|table|li|span|h[1-6]|b|strong|font)>|<br\s*\/?>/giu)?.length ?? 0;
  return tags >= 3 && tags * 400 > head.length;
}

/** "|---|:--:|" */
const MARKDOWN_TABLE = /^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/mu;

/** A Compound File: old Word, Excel, PowerPoint, or an encrypted Office document. */
function compound(bytes: Uint8Array): DocumentFormat {
  const holds = (name: string): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) {
    throw new PlanError(
      'file-encrypted',
      'read',
      'The document is protected with a password. Remove the password in Word and give it again.',
    );
  }
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook'))
    throw new PlanError('format-unsupported', 'read', 'This is an Excel file. Save the sheet as PDF or HTML.');
  if (holds('PowerPoint Document'))
    throw new PlanError('format-unsupported', 'read', 'This is a PowerPoint file. Save it as PDF.');
  throw new PlanError(
    'format-unknown',
    'read',
    'This Office file holds no Word document, or is cut off. Open it in Word and save it as DOCX.',
  );
}

/** Of a DOCX; some programs write paths with backslashes. */
const MAIN_PARTS = ['word/document.xml', 'word/document2.xml', 'word\\document.xml'];

/** A zip container: DOCX where it says so, else an archive or another Office format. */
function zipped(bytes: Uint8Array, mime: string): DocumentFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (MAIN_PARTS.some((path) => buffer.includes(path))) return 'docx';
  if (buffer.includes('xl/workbook'))
    throw new PlanError('format-unsupported', 'read', 'This is a spreadsheet. Save the sheet as PDF or HTML.');
  if (buffer.includes('ppt/presentation'))
    throw new PlanError('format-unsupported', 'read', 'This is a slide show. Save it as PDF.');
  for (const [pattern, advice] of UNREAD)
    if (pattern.test(mime)) throw new PlanError('format-unsupported', 'read', advice);
  if (!buffer.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]))) {
    throw new PlanError('file-corrupt', 'read', 'This zip or Office file is cut off. Download or copy it again.');
  }
  throw new PlanError(
    'format-unknown',
    'read',
    'This is a zip archive and no Word document. Unpack it, or give the archive itself to kehoach ingest, which reads each document in it.',
  );
}

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
const startsWith = (bytes: Uint8Array, sign: string, within: number): boolean =>
  latin(bytes, 0, Math.min(bytes.length, within)).includes(sign);
const hasMagic = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
