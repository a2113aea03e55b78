import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Issue } from '../../model/block.ts';
import { characterOf } from './codes.ts';
import { composed } from './compose.ts';
import type { LegacyEncoding } from './encoding.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromViqr } from './viqr.ts';
import { fromVni } from './vni.ts';
import { fromVps } from './vps.ts';
import { fromWindows1258 } from './windows-1258.ts';

const CONVERTERS: Readonly<Record<LegacyEncoding, (knowledge: Knowledge, text: string) => string>> = {
  tcvn3: fromTcvn3,
  'tcvn3-capitals': (knowledge, text) => fromTcvn3(knowledge, text).toLocaleUpperCase('vi'),
  vni: fromVni,
  vps: fromVps,
  viqr: (_, text) => fromViqr(text),
  'windows-1258': (_, text) => fromWindows1258(text),
};

/**
 * Turns text of a pre-Unicode encoding into Unicode (NFC).
 *
 * @param text the codes as characters of Windows-1252, or of the private area in which symbol fonts keep them
 */
export function convert(knowledge: Knowledge, text: string, encoding: LegacyEncoding): string {
  const codes = text.replace(/[\u0080-\u009f\uf020-\uf0ff]/gu, (char) => characterOf(char.charCodeAt(0) & 0xff));
  return composed(CONVERTERS[encoding](knowledge, codes));
}

/** The code of "ư" in TCVN3 is Unicode's soft hyphen, which programs copy, and fonts name, as a minus. */
export const asCopied = (text: string, encoding: LegacyEncoding): string =>
  encoding.startsWith('tcvn3') ? text.replace(/\u2212(?=\p{L})|(?<=\p{L}|®)\u2212/gu, '\u00ad') : text;

/** Says that letters were converted, for a person to look at; nothing where none were. */
export function conversionIssues(encodings: Iterable<LegacyEncoding>): Issue[] {
  const found = [...new Set(encodings)].sort();
  if (found.length === 0) return [];
  return [
    {
      code: 'encoding-converted',
      message: `Text in a pre-Unicode encoding (${found.join(', ')}) was converted to Unicode.`,
    },
  ];
}
