import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { LegacyEncoding } from './encoding.ts';
import { tcvn3Letters } from './tcvn3.ts';
import { vniLetters } from './vni.ts';
import { vpsLetters } from './vps.ts';

/** How a text that claims a pre-Unicode encoding is to be read; `either`: its letters do not tell. */
export type LetterReading = 'legacy' | 'unicode' | 'either';

/** Letters that only Unicode has: ă đ ĩ ũ ơ ư, the block of Vietnamese letters, and combining tones. */
const UNICODE_ONLY = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]|[\u0300-\u0303]|\u0309|\u0323/gu;
/** Letters of Latin-1 that Vietnamese has in Unicode as well. */
const SHARED = new Set('ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý');

const legacyOnly = built(['legacyLetters'], (knowledge): Readonly<Partial<Record<LegacyEncoding, RegExp>>> => {
  const only = (letters: ReadonlyMap<string, string>): RegExp =>
    anyOf([...letters.keys()].filter((code) => code.length === 2 || !SHARED.has(code)));
  const tcvn3 = only(tcvn3Letters(knowledge));
  return { tcvn3, 'tcvn3-capitals': tcvn3, vni: only(vniLetters(knowledge)), vps: only(vpsLetters(knowledge)) };
});

/** Weighs the letters that only one of the two readings has. */
export function legacyReading(knowledge: Knowledge, text: string, encoding: LegacyEncoding): LetterReading {
  const unicode = count(text, UNICODE_ONLY);
  const only = legacyOnly(knowledge)[encoding];
  const legacy = only === undefined ? 0 : count(text, only);
  if (unicode === 0 && legacy === 0) return 'either';
  return legacy > unicode ? 'legacy' : 'unicode';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function anyOf(codes: readonly string[]): RegExp {
  return new RegExp(codes.join('|'), 'gu');
}
