import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Level } from '../../../model/record.ts';
import { suffixAt } from './places.ts';

/** One agency read at a place in a text. */
export interface NamedBody {
  readonly code: string;
  /** Abbreviations spelled out, usual capitals. */
  readonly name: string;
  /** Offsets in the text, the head of the body included ("Thủ trưởng các sở …"). */
  readonly start: number;
  readonly end: number;
  /** A kind of bodies rather than one: "các sở, ban, ngành". */
  readonly collective: boolean;
  readonly level: Level | null;
  /** Offset of what opens the enumeration that it stands first in: "giao các Sở: Tài chính, …". */
  readonly opens?: number;
  /** Of a name that no table lists. */
  readonly open?: boolean;
  /** No agency, but one who works with them. */
  readonly partner?: boolean;
  /** The place named at its end, as written: "tỉnh Phú Thọ", "Hà Nội", "huyện Lâm Thao". */
  readonly place?: string;
}

/** Reads the agency whose name begins at a place of a text; undefined where none does. */
export type Reader = (
  knowledge: Knowledge,
  text: string,
  at: number,
  date: string | null,
) => Omit<NamedBody, 'start'> | undefined;

export function withSuffix(
  knowledge: Knowledge,
  text: string,
  end: number,
  name: string,
  code: string,
  collective: boolean,
  level: Level | null,
): Omit<NamedBody, 'start'> {
  const suffix = suffixAt(knowledge, text, end);
  if (suffix === undefined) return { code, name, end, collective, level };
  return {
    code: suffix.code === '' ? code : `${code}-${suffix.code}`,
    name: `${name} ${suffix.text}`,
    end: suffix.end,
    collective,
    level: level ?? suffix.level,
    ...(suffix.place === undefined ? {} : { place: suffix.place }),
  };
}
