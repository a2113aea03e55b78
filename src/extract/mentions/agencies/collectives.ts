import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import type { BodyWordMeaning } from '../../../knowledge/word-tables.ts';
import { viMeaning } from '../../../language/pattern.ts';
import { anyOf, slugOf } from '../../../language/words.ts';
import type { Reader } from './body.ts';
import { department } from './departments.ts';
import { placeWords } from './place-words.ts';
import { capital, clean, END, expand, placePatterns, provinceAt, sticky } from './places.ts';

const patternsOf = built(['agencies', 'bodyWords', 'placeKinds', 'provinces'], (tables) => {
  const { nouns, qualifiers, firstNouns } = tables.agencies;
  const words = (meaning: BodyWordMeaning): string => viMeaning(tables.bodyWords, meaning).source;
  const { PROVINCE: PROVINCE_WORD, CITY } = placeWords(tables);
  // "phòng, bộ phận": of a word of two syllables, the first names no body.
  const NOUN = String.raw`(?!bộ\s+(?:phận|máy|môn|luật)${END})${anyOf(nouns)}`;
  return {
    COLLECTIVE: sticky(
      String.raw`(?<all>(?:${words('all')}\s+)?(?:các|những)\s{1,3})?(?<nouns>${NOUN}${END}(?:(?:\s{0,3}[,/-]\s{0,3}|\s{1,3}và\s{1,3}|\s{0,3},\s{0,3}và\s{1,3})${NOUN}${END}){0,7})`,
    ),
    firstNouns: new Set(firstNouns),
    QUALIFIER: sticky(String.raw`\s{0,3},?\s{1,3}${anyOf(qualifiers)}${END}`),
    NARROWS_ONE: new RegExp(words('narrows-one'), 'iu'),
    BY_FIELD: sticky(String.raw`\s{1,3}${words('by-field')}${END}`),
    /** The name of the province after "tỉnh": whose bodies they are, not what they are. */
    IN_PROVINCE: new RegExp(String.raw`(?<=(?:${PROVINCE_WORD}|${CITY}))\s+${placePatterns(tables).PROVINCE}$`, 'iu'),
  };
});

/** End of the words that narrow a collective name down, and where they begin. */
export function qualifierEnd(
  knowledge: Knowledge,
  text: string,
  at: number,
): { readonly from: number; readonly end: number } {
  const { QUALIFIER } = patternsOf(knowledge);
  let end = at;
  for (let i = 0; i < 3; i++) {
    QUALIFIER.lastIndex = end;
    const match = QUALIFIER.exec(text);
    if (match === null || match[0].startsWith(',')) break;
    end += match[0].length;
    end += provinceAt(knowledge, text, end).length;
  }
  return { from: at, end };
}

/** "các sở, ban, ngành", "cơ quan, đơn vị liên quan" */
export const collective: Reader = (knowledge, text, at) => {
  const { COLLECTIVE, firstNouns } = patternsOf(knowledge);
  // "cấp bộ, cấp tỉnh" are levels.
  if (/cấp\s+$/iu.test(text.slice(Math.max(0, at - 5), at))) return undefined;
  COLLECTIVE.lastIndex = at;
  const match = COLLECTIVE.exec(text);
  const written = match?.groups?.nouns;
  if (match === null || written === undefined) return undefined;
  const own = nameBehind(knowledge, text, at + match[0].length, written);
  const nouns = written.slice(0, written.length - own);
  const list = clean(nouns)
    .toLowerCase()
    .split(/\s*[,/;-]\s*|\s+và\s+|\s+(?=ngành$)|(?<=^(?:sở|phòng))\s+(?=ban$|ngành$)|(?<=^bộ)\s+(?=ngành(?!\p{L}))/u)
    .map((noun) => noun.replace(/^và /u, ''));
  const all = match.groups?.all !== undefined;
  const first = list[0] ?? '';
  const stop = at + match[0].length - own;
  const narrower = qualifierEnd(knowledge, text, stop);
  // "các đơn vị thuộc Sở Y tế": of which one, by its name.
  const under = OF_HEAD.exec(text.slice(stop, narrower.end))?.index;
  const owner = under === undefined ? undefined : department(knowledge, text, stop + under + 1, null);
  const rest = owner === undefined ? narrower : { ...narrower, end: owner.end };
  const narrowed = rest.end > rest.from;
  if (!firstNouns.has(first)) return undefined;
  // One noun alone is a kind of thing ("tổ chức"), not a body.
  if (list.length < 2 && !narrowed) return undefined;
  if (
    list.length < 2 &&
    !all &&
    !/^(?:cơ quan|đơn vị)/u.test(first) &&
    !patternsOf(knowledge).NARROWS_ONE.test(text.slice(rest.from, rest.end))
  )
    return undefined;
  const { BY_FIELD } = patternsOf(knowledge);
  BY_FIELD.lastIndex = rest.end;
  const byField = BY_FIELD.exec(text)?.[0].length ?? 0;
  const tail = clean(text.slice(rest.from, rest.end)).replace(/^TP$/iu, 'thành phố');
  const owned = list.includes('sở') || list.includes('cơ quan') || list.includes('đơn vị') || list.includes('ngành');
  const words = `${wordingOf(nouns, list)}${tail === '' ? '' : ` ${inSmall(expand(knowledge, tail))}`}`;
  const named = words.replace('thuộc chính phủ', 'thuộc Chính phủ');
  const stem = list.filter((noun) => noun !== 'ban' || !list.includes('sở'));
  return {
    code: codeOfNouns(knowledge, list, stem, tail),
    name: all || (owned && (list.length > 1 || /liên quan/u.test(tail))) ? `Các ${named}` : capital(named),
    end: rest.end + byField,
    collective: true,
    level: null,
  };
};

const OF_HEAD = /\s(?:Sở|Bộ)$/u;

/** Words that stand in capitals alone: "CÁC SỞ LIÊN QUAN". */
const inSmall = (words: string): string => (/^[\p{Lu}\s]+$/u.test(words) ? words.toLowerCase() : words);

/** The nouns of a list as written, with "và" before the last where it stood there: "bộ, ngành và địa phương". */
function wordingOf(nouns: string, list: readonly string[]): string {
  const last = list.at(-1) ?? '';
  const before = nouns.slice(0, nouns.length - last.length);
  return list.length > 1 && AND_LAST.test(before) ? `${list.slice(0, -1).join(', ')} và ${last}` : list.join(', ');
}
const AND_LAST = /(?<!,)\s+và\s+$/iu;

/** A head with a capital, and a name behind it: "đoàn thể, Ban Chỉ đạo". */
const HEAD_OF_NAME = /(?:\s*,\s*(?:và\s+)?|\s+và\s+)(?:Ban|Hội|Đoàn|Viện|Trường|Phòng)$/u;

/** How much of a run of nouns, from its end, is the beginning of a body's own name. */
function nameBehind(knowledge: Knowledge, text: string, end: number, nouns: string): number {
  const head = HEAD_OF_NAME.exec(nouns)?.[0].length ?? 0;
  return head > 0 && /^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)) && qualifierEnd(knowledge, text, end).end === end
    ? head
    : 0;
}

function codeOfNouns(knowledge: Knowledge, list: readonly string[], stem: readonly string[], tail: string): string {
  const narrower = slugOf(tail.replace(patternsOf(knowledge).IN_PROVINCE, ''))
    .replace('uy-ban-nhan-dan', 'ubnd')
    .replace(/(?:^|-)(?:co-)?lien-quan$|^khac$/u, '')
    .replace(/^(?:tinh|thanh-pho|cap-tinh|cua-tinh|thuoc-tinh)$/u, '')
    .replace(list.includes('sở') ? /^(?:truc-)?thuoc-ubnd-(?:tinh|thanh-pho)$/u : /^$/u, '');
  const own =
    list.includes('sở') && list.includes('ngành') ? ['sở', 'ban', ...stem.filter((noun) => noun !== 'sở')] : list;
  return slugOf([...own, narrower].join(' '));
}
