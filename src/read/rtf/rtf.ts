import { Tokenize } from 'rtf-stream-parser';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Limits, ReadResult } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { packageOf } from '../docx/container.ts';
import { element, part } from '../docx/markup.ts';
import { readWordDocument } from '../docx/word-document.ts';
import { writeParts } from '../docx/write-parts.ts';
import { checkSize } from '../size.ts';
import { Interpreter, type Token } from './interpret.ts';

/**
 * Reads a Rich Text document (RTF). It is rewritten as the parts of a DOCX, which then go the same way; labels are those
 * that the writing program stored beside its lists.
 *
 * @throws {PlanError} `file-empty`, `file-too-large`, `file-corrupt`, `format-unsupported`, `no-text-layer` or `no-content`
 */
export async function readRtf(bytes: Uint8Array, limits: Limits, knowledge: Knowledge): Promise<ReadResult> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkSize(buffer, limits);
  if (!buffer.subarray(0, 16).includes('{\\rtf'))
    throw new PlanError('format-unsupported', 'read', 'The file is no Rich Text document (RTF).');
  const text = buffer.toString('latin1');
  refuseFalseLengths(text);
  const { footnotes, ...stories } = await interpret(withDigits(buffer, text));
  const notes = footnotes.map((note, index) => element('footnote', note, `w:id="${index}"`)).join('');
  const parts = writeParts({ ...stories, others: { footnotes: part('footnotes', notes) } });
  return readWordDocument(knowledge, packageOf(parts), 'application/rtf', limits);
}

/** The parser sets aside what `\bin` announces before it has seen it. */
function refuseFalseLengths(text: string): void {
  for (const [, digits] of text.matchAll(/\\bin(-?\d+)/gu))
    if (!(Number(digits) >= 0 && Number(digits) <= text.length)) throw corrupt();
}

/** What stands for a byte in hexadecimal; a backslash before another one stands for itself. */
const BYTE = /\\(?:'(?<digits>[\s\S]{0,2})|[\s\S])/gu;

/**
 * The parser reads what is no digit as nothing, and prints a line for each: millions of them for a damaged file. A zero is
 * read the same. Where there are pictures their bytes may look like anything, and all stays as it is.
 */
function withDigits(buffer: Buffer, text: string): Buffer {
  if (text.includes('\\bin')) return buffer;
  const copy = Buffer.from(buffer);
  for (const { index, groups } of text.matchAll(BYTE)) {
    for (const [i, digit] of [...(groups?.digits ?? '')].entries())
      if (!/[\da-f]/iu.test(digit)) copy[index + 2 + i] = 0x30;
  }
  return copy;
}

const OPEN = 0;
const CLOSE = 1;
const WORD = 2;

function interpret(buffer: Buffer): Promise<ReturnType<Interpreter['end']>> {
  const interpreter = new Interpreter();
  const tokens = new Tokenize();
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => reject(cause instanceof PlanError ? cause : corrupt(cause));
    tokens.on('error', fail);
    // Events, as waiting for each token in turn takes ten times as long.
    tokens.on('data', (each: unknown) => {
      try {
        const token = toToken(each);
        if (token !== undefined) interpreter.take(token);
      } catch (cause) {
        fail(cause);
        tokens.destroy();
      }
    });
    tokens.on('end', () => resolve(interpreter.end()));
    tokens.end(buffer);
  });
}

function toToken(each: unknown): Token | undefined {
  if (typeof each !== 'object' || each === null || !('type' in each)) return undefined;
  if (each.type === OPEN) return { kind: 'open' };
  if (each.type === CLOSE) return { kind: 'close' };
  const bytes = 'data' in each && each.data instanceof Uint8Array ? each.data : undefined;
  if (each.type !== WORD) return bytes === undefined ? undefined : { kind: 'text', bytes };
  if (!('word' in each) || typeof each.word !== 'string') return undefined;
  // A byte in hexadecimal is text; what follows `\bin` is a picture.
  if (each.word === "'") return bytes === undefined ? undefined : { kind: 'text', bytes };
  const number = 'param' in each && typeof each.param === 'number' ? each.param : undefined;
  return { kind: 'word', word: each.word, number };
}

function corrupt(cause?: unknown): PlanError {
  return new PlanError('file-corrupt', 'read', 'The RTF file is damaged: open it in Word and save it as DOCX.', cause);
}
