import type { Knowledge } from '../../knowledge/knowledge.ts';
import { PlanError } from '../../model/errors.ts';
import { composed } from './compose.ts';
import { detectEncoding } from './detect.ts';

export interface Decoded {
  /** NFC. */
  readonly text: string;
  /** Name of the encoding that was used, as WHATWG spells it. */
  readonly charset: string;
  /** How it was known. */
  readonly basis: 'bom' | 'declared' | 'bytes';
}

const BOMS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** Marks of an encoding that browsers do not know either; the first begins like that of UTF-16. */
const UTF_32 = [
  [0xff, 0xfe, 0, 0],
  [0, 0, 0xfe, 0xff],
];

/**
 * Text of a file in whatever encoding it is.
 *
 * @throws {PlanError} `format-unknown` when the bytes are no text
 */
export function decodeText(knowledge: Knowledge, bytes: Uint8Array): Decoded {
  if (UTF_32.some((bom) => bom.every((byte, i) => bytes[i] === byte))) {
    throw new PlanError(
      'format-unsupported',
      'read',
      'This text is written in UTF-32, as no program should. Open it in an editor and save it as UTF-8.',
    );
  }
  for (const [bom, charset] of BOMS) {
    if (bom.every((byte, i) => bytes[i] === byte)) return decoded(bytes.subarray(bom.length), charset, 'bom');
  }
  const wide = wideCharset(bytes);
  if (wide !== undefined) return decoded(bytes, wide, 'bytes');
  refuseBinary(bytes);
  // Valid UTF-8 beyond ASCII is no accident, whatever a page says of itself.
  const utf8 = tryDecode(bytes, 'utf-8', true);
  if (utf8 !== undefined) return { text: composed(utf8), charset: 'utf-8', basis: 'bytes' };
  const latin = tryDecode(bytes, 'windows-1252', false) ?? '';
  const legacy = detectEncoding(knowledge, latin);
  // Codes of TCVN3, VNI or VPS stay what they are here: characters of Windows-1252. Pages in them declare all sorts of things.
  if (legacy !== undefined && legacy !== 'windows-1258')
    return { text: latin, charset: 'windows-1252', basis: 'bytes' };
  if (legacy !== undefined) return decoded(bytes, 'windows-1258', 'bytes');
  const declared = declaredCharset(bytes);
  if (declared !== undefined && declared !== 'utf-8') {
    const text = tryDecode(bytes, declared, false);
    if (text !== undefined) return { text: composed(text), charset: declared, basis: 'declared' };
  }
  const lenient = tryDecode(bytes, 'utf-8', false) ?? '';
  const broken = lenient.split('\ufffd').length - 1;
  const beyond = lenient.match(/\P{ASCII}/gu)?.length ?? 0;
  // A file that was cut off, or one stray byte in it.
  if (broken * 8 <= beyond) return { text: composed(lenient), charset: 'utf-8', basis: 'bytes' };
  return decoded(bytes, 'windows-1258', 'bytes');
}

const decoded = (bytes: Uint8Array, charset: string, basis: Decoded['basis']): Decoded => ({
  text: composed(tryDecode(bytes, charset, false) ?? ''),
  charset,
  basis,
});

function tryDecode(bytes: Uint8Array, charset: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 without its mark: every other byte of Latin letters is zero. */
function wideCharset(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.3 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.3 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

function refuseBinary(bytes: Uint8Array): void {
  const length = Math.min(bytes.length, 1 << 20);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  if (controls > length * 0.02) {
    throw new PlanError(
      'format-unknown',
      'read',
      'The file is no document that is read (PDF, DOCX, DOC, RTF, HTML, mail, PNG, JPEG or TIFF of pages, text). Open it in the program that made it and save it as PDF or DOCX.',
    );
  }
}

/** The encoding that an HTML or XML file declares in its first bytes, if this system knows it. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8192)).toString('latin1');
  const name =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]+)/iu.exec(head)?.groups?.name ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["'](?<name>[A-Za-z0-9_:.-]+)/iu.exec(head)?.groups?.name;
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
