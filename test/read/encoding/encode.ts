import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { characterOf, LETTERS, TONES } from '../../../src/read/encoding/codes.ts';
import type { LegacyEncoding } from '../../../src/read/encoding/encoding.ts';
import { tcvn3Letters } from '../../../src/read/encoding/tcvn3.ts';
import { vniLetters } from '../../../src/read/encoding/vni.ts';
import { vpsLetters } from '../../../src/read/encoding/vps.ts';

const inverse = (table: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [code, letter] of table) if (!found.has(letter)) found.set(letter, code);
  return found;
};
const TO_TCVN3 = inverse(tcvn3Letters(loadKnowledge()));
const TO_VNI = inverse(vniLetters(loadKnowledge()));
const TO_VPS = inverse(vpsLetters(loadKnowledge()));

const to1258 = new Map(
  Array.from({ length: 128 }, (_, index) => {
    const byte = index + 128;
    return [new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), characterOf(byte)] as const;
  }),
);
const TONE = new RegExp(`[${TONES.join('')}]`, 'u');

/** A letter as its shape ("ê") and its tone. */
function parts(letter: string): [shape: string, tone: string] {
  const marks = letter.normalize('NFD');
  const tone = TONE.exec(marks)?.[0] ?? '';
  return [marks.replace(TONE, '').normalize('NFC'), tone];
}

const SIGNS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0309': '?',
  '\u0303': '~',
  '\u0301': "'",
  '\u0323': '.',
};
const VIQR_SHAPES: Readonly<Record<string, string>> = { ă: 'a(', â: 'a^', ê: 'e^', ô: 'o^', ơ: 'o+', ư: 'u+', đ: 'dd' };

function toViqr(text: string): string {
  const letters = [...text];
  let written = '';
  for (const [index, letter] of letters.entries()) {
    if (letter === '\\' || (/[\^(+'`?~.]/u.test(letter) && /[aeiouy^(+'`?~.]$/iu.test(written))) {
      written += `\\${letter}`;
      continue;
    }
    if (/d/iu.test(letter) && /[dđ]/iu.test(letters[index + 1] ?? '')) {
      written += `\\${letter}`;
      continue;
    }
    const [shape, tone] = parts(letter);
    const small = VIQR_SHAPES[shape.toLowerCase()];
    const base = small === undefined ? shape : shape === shape.toLowerCase() ? small : small.toUpperCase();
    written += base + (SIGNS[tone] ?? '');
  }
  return written;
}

const mapped = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => table.get(letter) ?? letter).join('');

/** Writes Unicode text in a pre-Unicode encoding, as characters of Windows-1252. */
export function encode(text: string, encoding: LegacyEncoding): string {
  switch (encoding) {
    case 'tcvn3':
      return mapped(text, TO_TCVN3);
    case 'tcvn3-capitals':
      return mapped(text.toLowerCase(), TO_TCVN3);
    case 'vni':
      return mapped(text, TO_VNI);
    case 'vps':
      return mapped(text, TO_VPS);
    case 'viqr':
      return toViqr(text);
    case 'windows-1258':
      return [...text]
        .flatMap(parts)
        .map((part) => to1258.get(part) ?? part)
        .join('');
  }
}

const SMALL = LETTERS.filter((letter) => letter === letter.toLowerCase());

/** The letters beyond ASCII that an encoding has codes for. */
export const WRITABLE: Readonly<Record<LegacyEncoding, readonly string[]>> = {
  tcvn3: [...TO_TCVN3.keys()],
  'tcvn3-capitals': SMALL.map((letter) => letter.toUpperCase()),
  vni: LETTERS,
  vps: [...TO_VPS.keys()],
  viqr: LETTERS,
  'windows-1258': LETTERS,
};
