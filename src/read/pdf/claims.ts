import { constants, inflateSync } from 'node:zlib';
import type { Limits } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { megabytes } from '../size.ts';

/** Codes to which all fonts of a file may give letters and widths: those of 64 fonts that have every letter. */
const MOST_CODES = 64 * 65_536;
/** Bytes of a stream once unpacked that is no image: a page that is painted in so many is none of a plan. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Refuses a file whose few bytes claim more than there can be: pdf.js takes the claim at its word and fills tables of
 * millions of codes, or unpacks without end. Only what is plain or packed as usual is looked at; the rest is left to the
 * limits of the process.
 *
 * @throws {PlanError} `file-corrupt`, `file-too-large`
 */
export function checkClaims(bytes: Uint8Array, limits: Limits): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let codes = 0;
  let unpacked = 0;
  let from = 0;
  const claim = (more: number): void => {
    codes += more;
    if (codes > MOST_CODES) throw tooMany();
  };
  for (const { start, end, head } of streamsOf(file)) {
    claim(widths(file.toString('latin1', from, start)));
    from = end;
    if (/\/Subtype\s*\/Image/u.test(head)) continue;
    const content = contentOf(file.subarray(start, end), head);
    unpacked += content.length;
    if (unpacked > limits.maxUnpackedBytes) throw tooLarge(limits.maxUnpackedBytes);
    if (content.includes('range')) claim(ranges(content.toString('latin1')));
    if (/\/ObjStm/u.test(head)) claim(widths(content.toString('latin1')));
  }
  claim(widths(file.toString('latin1', from)));
}

interface Stream {
  readonly start: number;
  readonly end: number;
  /** What stands before it: its dictionary, and perhaps more. */
  readonly head: string;
}

function* streamsOf(file: Buffer): Generator<Stream> {
  let from = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', from)) {
    const start = at + (file[at + 6] === 0x0d && file[at + 7] === 0x0a ? 8 : 7);
    const stop = file.indexOf('endstream', start);
    const end = stop < 0 ? file.length : stop;
    const before = file.toString('latin1', Math.max(from, at - 1000), at);
    yield { start: Math.min(start, end), end, head: before.slice(before.lastIndexOf(' obj') + 1) };
    from = stop < 0 ? file.length : stop + 'endstream'.length;
  }
}

/** Unpacked where it is packed as usual; as it is where it is not, or is damaged. */
function contentOf(bytes: Buffer, head: string): Buffer {
  if (!head.includes('/Fl')) return bytes;
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(LARGEST);
    return bytes;
  }
}

/** Codes in the ranges of a character map: "<0000> <ffff> <0041>". */
function ranges(text: string): number {
  let codes = 0;
  for (const { groups } of text.matchAll(/begin(?:bf|cid)range(?<list>.*?)(?:end(?:bf|cid)range|$)/gsu)) {
    // A list of letters in place of the first one is as long as it is written.
    const list = (groups?.list ?? '').replace(/\[[^\]]*\]?/gu, '[');
    for (const { groups: range } of list.matchAll(RANGE))
      codes += size(codeOf(range?.low ?? ''), codeOf(range?.high ?? ''));
  }
  return codes;
}
const RANGE = /<(?<low>[^<>]{1,100})>\s*<(?<high>[^<>]{1,100})>\s*(?:<[^<>]{0,1000}>|\d|\()/gu;
const codeOf = (hex: string): number => Number.parseInt(hex.replace(/[^\da-f]/giu, '').slice(-8), 16);

/** Codes in the ranges of widths: "/W [ 3 9 500 20 [ 500 600 ] ]", and of heights, which are three numbers each. */
function widths(text: string): number {
  let codes = 0;
  LIST.lastIndex = 0;
  for (let list = LIST.exec(text); list !== null; list = LIST.exec(text)) {
    const length = list.groups?.heights === undefined ? 3 : 5;
    let depth = 0;
    let run: number[] = [];
    TOKEN.lastIndex = LIST.lastIndex;
    for (let token = TOKEN.exec(text); token !== null && depth >= 0; token = TOKEN.exec(text)) {
      LIST.lastIndex = TOKEN.lastIndex;
      const { number, bracket } = token.groups ?? {};
      if (bracket !== undefined) depth += bracket === '[' ? 1 : -1;
      if (number === undefined) run = [];
      else if (depth === 0) run.push(Number(number));
      const [first = 0, last = 0] = run;
      if (run.length < length) continue;
      codes += size(first, last);
      run = [];
    }
  }
  return codes;
}
const LIST = /\/W(?<heights>2)?\s*\[/gu;
const TOKEN = /\s*(?:(?<number>[+-]?[\d.]+)|(?<bracket>[[\]])|R)/uy;

const size = (first: number, last: number): number =>
  Number.isInteger(first) && Number.isInteger(last) ? Math.max(0, last - first + 1) : 0;

const tooMany = (): PlanError =>
  new PlanError(
    'file-corrupt',
    'read',
    'The fonts of the PDF claim more letters than there are: it is damaged. Fetch it again, or print it anew as PDF.',
  );
const tooLarge = (most: number): PlanError =>
  new PlanError(
    'file-too-large',
    'read',
    `Unpacked, the PDF takes more than ${megabytes(most)} beside its images. Split it, or print it anew as PDF.`,
  );
