import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viPart } from '../../language/pattern.ts';
import { shareWords } from '../../language/shares.ts';
import type { TargetDraft } from '../document/drafts.ts';
import type { Plan } from '../document/plan.ts';
import { blockAt, type LaidBlock } from '../document/text.ts';
import { OF_WHICH, ofCount, partOfMeasure } from '../statements/of-which.ts';
import { phrasesOf, STATEMENT_TABLES } from '../statements/phrases.ts';
import { vocabularyOf } from '../statements/vocabulary.ts';

const ANYWHERE = /(?<!\p{L})(?:trong\s+đó|(?:bao\s+)?gồm|(?<=[,(]\s*)riêng(?!\s+năm))(?!\p{L})/iu;
/** "công nghiệp tăng 10% (trong đó xây dựng 12%), dịch vụ 9%": parts of the one before the bracket alone. */
const IN_BRACKET = /\(\s*(?:trong\s+đó|(?:bao\s+)?gồm|riêng)(?!\p{L})[^()]*$/iu;
const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { BOUND, GROWTH_RATE, MEAN, say } = phrasesOf(tables);
  const { RATE } = shareWords(tables);
  const grows = viPart`(${GROWTH_RATE}|${say('growth')})`;
  return {
    RATE_FIRST: vi`^${RATE}`,
    RATE: vi`${RATE}`,
    /** Right before the share: "…, trong đó có trên 70%". */
    OF_WHICH_SHARE: vi`trong\s+đó,?\s+(có\s+)?(${BOUND}\s+)?(?=\d)`,
    /** Of the economy, whose branches grow: "dân số", "năng suất" have parts that say nothing alone. */
    OF_ECONOMY: vi`^(điều chỉnh)? ${grows} (${MEAN})? (kinh tế|tổng sản phẩm|GRDP|GDP)(?!\p{L})`,
    TELLS_CHANGE: vi`(?<=\p{L} )${say('up-down')}( (${say('more')}|${MEAN}))*$`,
    GROWTH: vi`^(điều chỉnh)? ${grows}(?!\p{L})`,
    SAYS_HOW: vi`(${say('makes-up')}|tăng(?! thêm)|giảm)(?!\p{L})[^,;:]{0,30}$`,
  };
});
/** An item that hands over to its parts: "Tổng diện tích 772 ha, trong đó:". */
const LEADS = /(?<!\p{L})trong\s+đó\s*[:,]?\s*$/iu;
/** "lao động" and "lao động nữ" count the same. */
const alike = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `) || (a.startsWith('%') && b.startsWith('%'));
/** What is more than the whole is no part of it; but of a rate or a mean a part may have more. */
const exceeds = (part: TargetDraft, whole: TargetDraft): boolean => {
  const unit = part.quantity?.unit ?? '';
  const mean = unit.startsWith('%') || unit.includes('/');
  return !mean && (part.quantity?.value ?? 0) > (whole.quantity?.value ?? 0);
};
/** "tổng số khách du lịch đạt 10,5 triệu lượt, trong đó 4 triệu khách quốc tế": the whole is named, and counted by another word. */
const counts = ({ indicator }: TargetDraft, unit: string): boolean =>
  /^(?:\p{L}+\s){1,2}\p{L}+$/u.test(unit) && ` ${indicator.text.toLowerCase()} `.includes(` ${unit.split(' ')[0]} `);
const NEXT_SENTENCE = /[.!?]\s+\p{Lu}/u;

/**
 * Figures told apart from one before them say of what they are a part: "Tổng giá trị 40 tỷ đồng. Trong đó, ngành thủy sản 9 tỷ
 * đồng". Only where both are counted by the same unit.
 *
 * @param drafts of running text, in reading order
 */
export function withWholes(plan: Plan, drafts: readonly TargetDraft[]): TargetDraft[] {
  const { laid, outline } = plan;
  let block: LaidBlock | undefined;
  let wholes: readonly TargetDraft[] = [];
  /** Where the sentence of a draft begins among them. */
  let sentence = 0;
  /** The wholes that hold again where a bracket with its own parts ends. */
  let outside: { readonly wholes: readonly TargetDraft[] } | undefined;
  let root: { readonly said: TargetDraft; readonly read: TargetDraft } | undefined;
  return drafts.map((draft, i) => {
    const before = drafts[i - 1];
    const own = blockAt(laid, draft.source.start);
    if (own !== block) {
      block = own;
      outside = undefined;
      root = undefined;
      sentence = i;
      wholes = own === undefined ? [] : above(own, i);
    } else if (before !== undefined) {
      const between = laid.text.slice(before.source.end, Math.max(before.source.end, draft.source.start + 1));
      if (outside !== undefined && between.includes(')')) {
        wholes = outside.wholes;
        outside = undefined;
      }
      if (IN_BRACKET.test(between)) outside = { wholes };
      const ends = NEXT_SENTENCE.test(between) || actsApart(draft, before, between);
      if (ANYWHERE.test(between) || OF_WHICH.test(draft.source.quote)) wholes = drafts.slice(sentence, i);
      else if (ends) wholes = [];
      if (ends) {
        sentence = i;
        root = undefined;
      }
    }
    const goesOn = root === undefined ? undefined : behindRoot(draft, root.said, root.read);
    if (goesOn !== undefined) return goesOn;
    const whole = wholeOf(wholes, draft);
    const led = whole === undefined || draft.indicator.text.startsWith(`${whole.indicator.text}: `);
    const read = led ? draft : { ...draft, ...partOf(plan, draft, whole) };
    root = { said: draft, read };
    return read;
  });

  /** "trong đó 20 sản phẩm 3 sao; nâng hạng 3 sản phẩm": behind a semicolon something else is done. */
  function actsApart(draft: TargetDraft, { source }: TargetDraft, between: string): boolean {
    const { ACTS } = vocabularyOf(plan.context.knowledge);
    const acts = (quote: string): boolean => ACTS.test(quote.replace(OF_WHICH, ''));
    return between.includes(';') && acts(draft.source.quote) && !acts(source.quote);
  }

  /** The figures of the item above whose parts are listed below it: "25 ha, đạt 100% kế hoạch. Trong đó:". */
  function above(own: LaidBlock, at: number): readonly TargetDraft[] {
    const leads = outline.nodeOf.get(own.index)?.parent?.blocks.at(-1);
    if (leads === undefined || leads.start >= own.start || !LEADS.test(leads.text)) return [];
    return drafts.slice(0, at).filter(({ source }) => source.start >= leads.start && source.start < leads.end);
  }
}

/**
 * Of several figures of a whole the last that is counted as the part is: how much there is where that is told of the part, by how much
 * it grew where that is.
 */
function wholeOf(wholes: readonly TargetDraft[], part: TargetDraft): TargetDraft | undefined {
  const counted = wholes.filter(({ quantity }) => alike(quantity?.unit ?? '', part.quantity?.unit ?? ''));
  return counted.findLast((one) => saysLevel(one) === saysLevel(part)) ?? counted.at(-1) ?? wholes.at(-1);
}

const saysLevel = ({ direction, indicator }: TargetDraft): boolean =>
  direction !== 'increase-by' && direction !== 'decrease-by' && !indicator.text.includes(' % ');

/** "Trong đó, khách quốc tế 400.000 lượt, tăng 12%": what goes on with the words of a part has its heads too. */
function behindRoot(draft: TargetDraft, said: TargetDraft, read: TargetDraft): TargetDraft | undefined {
  const own = said.indicator.text;
  if (said === read || !draft.indicator.text.startsWith(`${own} `)) return undefined;
  const { under } = read.indicator;
  const text = `${read.indicator.text}${draft.indicator.text.slice(own.length)}`;
  return { ...draft, indicator: { ...draft.indicator, text, ...(under === undefined ? {} : { under }) } };
}

/** What a part of a whole measures; nothing where it is no part of it. */
function partOf(plan: Plan, draft: TargetDraft, whole: TargetDraft): Pick<TargetDraft, 'indicator'> | undefined {
  const { knowledge } = plan.context;
  const unit = draft.quantity?.unit ?? '';
  const { unit: counter = '' } = whole.quantity ?? {};
  // "đào tạo 6.000 lao động, trong đó 70% có việc làm": said of those that were counted.
  if (isShareOf(plan, draft, whole)) return { indicator: below(knowledge, whole, draft.indicator.text, draft) };
  if (isPartOfRate(knowledge, draft, whole))
    return { indicator: under(whole, draft.indicator.text.replace(OF_WHICH, '')) };
  if (exceeds(draft, whole)) return undefined;
  if (!alike(unit, counter) && !counts(whole, unit)) return undefined;
  const part = ownOf(draft);
  const noun = withoutUnit(part, unit);
  const counted = unit.startsWith('%') ? undefined : ofCount(knowledge, whole.indicator.text, part, noun, counter);
  return { indicator: counted === undefined ? below(knowledge, whole, noun, draft) : { text: counted } };
}

/** What a part measures: below the whole, unless it says itself what it measures. */
function below(knowledge: Knowledge, whole: TargetDraft, part: string, draft: TargetDraft): TargetDraft['indicator'] {
  const { indicator } = draft;
  const { GROWTH, OF_ECONOMY, TELLS_CHANGE } = patternsOf(knowledge);
  const { own, alone } = partOfMeasure(knowledge, part, ownOf(whole));
  // "Tốc độ tăng trưởng kinh tế 7%, trong đó: giá trị tăng thêm nông nghiệp 3%": by so much a value grows.
  const grows = alone && GROWTH.test(whole.indicator.text) && isGrowthOf(knowledge, own, draft);
  // "Tăng trưởng kinh tế 8%, trong đó dịch vụ tăng 11%": it says itself that it grows.
  const tells = OF_ECONOMY.test(whole.indicator.text) && TELLS_CHANGE.test(own);
  if ((alone && !grows) || tells) return { ...indicator, text: indicator.text.replace(OF_WHICH, '') };
  if (own === '') return indicator;
  return under(whole, own);
}

const OF_VALUE = vi`^(giá trị|sản lượng|doanh thu|kim ngạch|tổng|GRDP)(?!\p{L})`;

/** A share of something that is itself counted in money or mass, and nothing is said of it. */
const isGrowthOf = (knowledge: Knowledge, own: string, { quantity, indicator, source }: TargetDraft): boolean =>
  quantity?.unit.startsWith('%') === true &&
  OF_VALUE.test(own) &&
  !indicator.text.includes(' % ') &&
  !patternsOf(knowledge).SAYS_HOW.test(source.quote.slice(0, source.quote.lastIndexOf(quantity.text)));

/** A measure with a whole and its heads as heads. */
function under(whole: TargetDraft, own: string): TargetDraft['indicator'] {
  const heads = [...(whole.indicator.under ?? []), withoutMembers(ownOf(whole), own)];
  return { text: [...heads, own].join(': '), under: heads };
}

/** "Quy mô đàn dê đạt hữu cơ và hướng hữu cơ 1.700 con, trong đó hữu cơ 550 con": a whole that names its parts is told without them. */
function withoutMembers(whole: string, part: string): string {
  const { head = whole, members = '' } = NAMES_PARTS.exec(whole)?.groups ?? {};
  const named = members.split(/,\s*|\svà\s/u).map((member) => member.trim().toLowerCase());
  return named.includes(part.toLowerCase()) ? head : whole;
}
const NAMES_PARTS = /^(?<head>\S+\s\S+.*?)\s(?:đạt|gồm|là)\s(?<members>\p{L}[^;:()\d]*\svà\s[^;:()\d]+)$/iu;

/** The words of a measure without its heads. */
const ownOf = ({ indicator: { text, under = [] } }: TargetDraft): string =>
  under.length === 0 ? text : text.slice(under.join(': ').length + 2);

/** "VNPT: 25 trạm" tells how many of the stations before it are whose. */
const withoutUnit = (part: string, unit: string): string =>
  part.endsWith(` ${unit}`) ? part.slice(0, -` ${unit}`.length).replace(/[\s:]+$/u, '') : part;

/** "Tỷ lệ lao động qua đào tạo đạt 70%, trong đó đào tạo có chứng chỉ đạt 28%": it ends in its figure, and names no rate. */
const isPartOfRate = (knowledge: Knowledge, { quantity, indicator, source }: TargetDraft, rate: TargetDraft): boolean =>
  quantity?.unit === '%' &&
  patternsOf(knowledge).RATE_FIRST.test(rate.indicator.text) &&
  source.quote.endsWith(quantity.text) &&
  !vocabularyOf(knowledge).MEASURE_NOUN.test(indicator.text) &&
  !patternsOf(knowledge).RATE.test(indicator.text);

/** "đào tạo 6.000 lao động, trong đó 70% có việc làm": a share without its noun. */
const isShareOf = ({ context, laid }: Plan, part: TargetDraft, counted: TargetDraft): boolean =>
  part.quantity?.unit === '%' &&
  counted.quantity?.unit.startsWith('%') === false &&
  patternsOf(context.knowledge).OF_WHICH_SHARE.test(laid.text.slice(counted.source.end, part.source.end)) &&
  vocabularyOf(context.knowledge).PREDICATE_FIRST.test(part.indicator.text);
