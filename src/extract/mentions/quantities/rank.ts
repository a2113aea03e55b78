import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { beginsWithHead, nounLength } from '../../../language/counted-nouns.ts';
import { vi, viMeaning, viWords } from '../../../language/pattern.ts';
import { anyOf, keyOf, whole } from '../../../language/words.ts';
import type { Quantity } from '../../../model/record.ts';
import type { MentionRule } from '../engine/rule.ts';
import { EDGE } from './figure.ts';

export const rankPatterns = built(['ranks'], ({ ranks }) => ({
  LEAD: vi`^\s([^.;:\n\d]{0,80}?(?<![\p{L}\p{N}]))?(${viMeaning(ranks, 'leads')}|đầu(?= ${viMeaning(ranks, 'whole')}(?!\p{L})))`,
  /** "xếp hạng 9 vùng Đồng bằng sông Hồng": of all there. */
  OF_WHOLE: vi`^\s${viMeaning(ranks, 'whole')}`,
  /** "vào nhóm 15 cả nước": a group of places says by itself that it leads. */
  AMONG: vi`^\s${viMeaning(ranks, 'ranked')}`,
  RANKED: vi`${viMeaning(ranks, 'heads')}\s[^.;:\n\d]{0,80}:\s{0,3}(thứ\s)?$`,
  /** "xếp 9/63 tỉnh", "xếp thứ 16/63": no part of a total. */
  PLACED: vi`${viMeaning(ranks, 'places')}(\sthứ)?\s{1,3}$`,
}));

type RankTables = Pick<Knowledge, 'figures' | 'figureWords' | 'ranks' | 'timeWords'>;

/** "thứ nhất", "thứ nhì", "thứ ba" */
const ordinalsOf = built(['figures', 'figureWords'], ({ figures, figureWords }) => ({
  ordinals: new Map<string, number>([
    ...Object.entries(figures.words.digits).filter(([, value]) => value > 1),
    ...figureWords.flatMap(({ word, means, times }): [string, number][] =>
      means.includes('place') && times !== undefined ? [[word, times]] : [],
    ),
  ]),
}));

/** "vị trí 10 - 15/63", "thứ 10 đến thứ 15": a range of places. */
const TO = String.raw`\s?(?:[-–—]|đến|tới)\s?(?:thứ\s|vị\strí\s)?`;

/** A place, or a range of them; undefined where it runs backwards. */
function placeOf(knowledge: RankTables, low: string | undefined, high: string): Omit<Quantity, 'text'> | undefined {
  const { ordinals } = ordinalsOf(knowledge);
  const [first, last] = [low ?? high, high].map((place) => ordinals.get(keyOf(place)) ?? Number(place));
  if (first === undefined || last === undefined || first > last) return undefined;
  return first === last
    ? { comparator: '<=', value: last, valueMax: null, unit: 'rank' }
    : { comparator: '=', value: first, valueMax: last, unit: 'rank' };
}

/** "12/34", "12 trên 34", "12 trong tổng số 34": of how many. */
const OF_ALL = String.raw`(?:\s?/\s?\d{1,3}(?![\d/]|[.,]\d)|\s(?:trên|trong)\s(?:tổng\ssố\s)?\d{1,3}(?!\d|[.,]\d|%|\s%))?`;

/** "thuộc nhóm 10 địa phương dẫn đầu" · "nằm trong 15 tỉnh, thành phố đứng đầu": a place among the first. */
export const rankGroup = (tables: RankTables): MentionRule<'quantity'> => {
  const words = (meaning: 'stands' | 'enters' | 'marks' | 'group'): string => viMeaning(tables.ranks, meaning).source;
  const SPAN = viWords(tables.timeWords.filter(({ duration }) => duration !== undefined)).source;
  const [IN, ENTERS] = [String.raw`(?:${words('stands')}\s)?trong`, words('enters')];
  return {
    id: 'quantity.rank-group',
    kind: 'quantity',
    pattern: whole(
      String.raw`(?:(?:(?:${IN}|${ENTERS}|lọt)\s{1,2})?(?:(?<marked>${words('marks')})|${words('group')})|${IN}|(?<bare>${ENTERS}))\s{1,2}(?:số\s{1,2})?(?:(?<low>\d{1,3})${TO}(?=\d))?(?<n>\d{1,3})${OF_ALL}(?!\s${SPAN}(?!\p{L}))`,
    ),
    read({ marked, bare, low, n = '', after = '' }, { knowledge }, text) {
      // "nhóm 1/3 các tỉnh dẫn đầu": a part of them.
      if (/\d\s?\/\s?\d+$/u.test(text) && /^\s(?:các|số|tổng)(?!\p{L})/iu.test(after)) return undefined;
      if (bare !== undefined && !rankPatterns(knowledge).AMONG.test(after)) return undefined;
      const lead = rankPatterns(knowledge).LEAD.exec(after);
      const grouped = /\snhóm\s/iu.test(text) && rankPatterns(knowledge).AMONG.test(after);
      if (lead === null && marked === undefined && !grouped) return undefined;
      const noun = nounLength(knowledge, after.slice(1));
      const value = placeOf(knowledge, low, n);
      if (value === undefined) return undefined;
      return {
        value,
        to: text.length + (lead?.[0].length ?? (grouped && noun > 0 ? 1 + noun : 0)),
      };
    },
  };
};

/** "Xếp hạng PAR INDEX: 14/63" · "xếp 9/63 tỉnh" · "thứ hạng chỉ số chuyển đổi số (DTI): 9": the colon stands for "là". */
export const rankAfterColon: MentionRule<'quantity'> = {
  id: 'quantity.rank-after-colon',
  kind: 'quantity',
  pattern: new RegExp(
    String.raw`${EDGE}(?:(?<low>\d{1,3})${TO})?(?<n>\d{1,3})(?:\s?/\s?\d{1,3})?(?![\p{L}\p{N}%/]|[.,]\d|\s?%)`,
    'giu',
  ),
  read({ low, n = '', before = '', after = '' }, { knowledge }, text) {
    const placed = text.includes('/') && rankPatterns(knowledge).PLACED.test(before);
    if (!placed && (!before.includes(':') || !rankPatterns(knowledge).RANKED.test(before))) return undefined;
    const noun = /^\s/u.test(after) ? nounLength(knowledge, after.slice(1)) : 0;
    const value = placeOf(knowledge, low, n);
    return value === undefined ? undefined : { value, to: text.length + (noun > 0 ? 1 + noun : 0) };
  },
};

/** Right before it: what has a rank itself. "PCI xếp hạng 12 …", "Chỉ số xanh xếp hạng 5 …". */
const RANKS_ITSELF =
  /(?:\p{Lu}{3,}|[Cc]hỉ\s+số(?:\s\p{L}+){0,5}|[Tt]ỉnh(?:\s\p{L}+){0,3}|[Hh]uyện(?:\s\p{L}+){0,3})\s+$/u;

/** "xếp thứ 5" · "đứng vị trí thứ 12" · "xếp hạng 3/63": a place of one's own. */
export const rankPlace = (tables: RankTables): MentionRule<'quantity'> => {
  const [HOLDS, PLACES] = [viMeaning(tables.ranks, 'holds').source, viMeaning(tables.ranks, 'stands').source];
  const ORDINAL = anyOf([...ordinalsOf(tables).ordinals.keys()]);
  return {
    id: 'quantity.rank-place',
    kind: 'quantity',
    pattern: whole(
      String.raw`(?:${HOLDS}\s{1,2})?(?:(?:ở|tại)\s{1,2})?(?:(?:vị\strí|thứ\shạng)\s{1,2}(?:từ\s)?thứ|thứ\shạng(?:\stừ)?|vị\strí(?:\stừ)?(?=\s\d{1,3}\s?(?:[-–—/]|đến|trên))|(?<=${PLACES}\s{1,2})(?:hạng\s{1,2}thứ|hạng|thứ)(?:\s{1,2}từ)?)\s{1,2}(?:(?<low>\d{1,3})${TO}(?=\d))?(?<n>\d{1,3}|${ORDINAL})${OF_ALL}(?:\strở\slên)?(?!\s?(?:(?:[-–]|đến|tới)\s?\d)?\s?sao(?!\p{L})|\d)`,
    ),
    read({ low, n = '', before = '', after = '' }, { knowledge }, text) {
      // "xếp hạng 4 di tích", "xếp hạng 12 sản phẩm": so many things are ranked.
      const things =
        /hạng\s{1,2}\d+$/iu.test(text) &&
        /^\s/u.test(after) &&
        beginsWithHead(knowledge, after.slice(1)) &&
        !RANKS_ITSELF.test(before);
      const { AMONG, OF_WHOLE } = rankPatterns(knowledge);
      if (things && !AMONG.test(after) && !OF_WHOLE.test(after)) return undefined;
      const value = placeOf(knowledge, low, n);
      const all = /(?:\/|\s(?:trên|số|trong))\s?\d+$/iu.test(text) && /^\s/u.test(after);
      const noun = all ? nounLength(knowledge, after.slice(1)) : 0;
      return value === undefined ? undefined : { value, to: text.length + (noun > 0 ? 1 + noun : 0) };
    },
  };
};
