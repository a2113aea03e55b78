import type { LegacyEncoding } from './encoding.ts';
import { TCVN3 } from './tcvn3.ts';
import { VNI } from './vni.ts';
import { VPS } from './vps.ts';

/** How a text that claims a pre-Unicode encoding is to be read; `either`: its letters do not tell. */
export type Reading = 'legacy' | 'unicode' | 'either';

/** Letters that only Unicode has: ă đ ĩ ũ ơ ư, the block of Vietnamese letters, and combining tones. */
const UNICODE_ONLY = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]|[\u0300-\u0303]|\u0309|\u0323/gu;
/** Letters of Latin-1 that Vietnamese has in Unicode as well. */
const SHARED = new Set('ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý');

const TCVN3_ONLY = [...TCVN3.keys()].filter((code) => !SHARED.has(code));
const VNI_ONLY = [...VNI.keys()].filter((code) => code.length === 2 || !SHARED.has(code));
const VPS_ONLY = [...VPS.keys()].filter((code) => !SHARED.has(code));
const LEGACY_ONLY: Readonly<Partial<Record<LegacyEncoding, RegExp>>> = {
  tcvn3: anyOf(TCVN3_ONLY),
  'tcvn3-capitals': anyOf(TCVN3_ONLY),
  vni: anyOf(VNI_ONLY),
  vps: anyOf(VPS_ONLY),
};

/** Weighs the letters that only one of the two readings has. */
export function legacyReading(text: string, encoding: LegacyEncoding): Reading {
  const unicode = count(text, UNICODE_ONLY);
  const only = LEGACY_ONLY[encoding];
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
