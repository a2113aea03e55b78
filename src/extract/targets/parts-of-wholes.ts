import type { Knowledge } from '../../knowledge/knowledge.ts';
import { OF_WHICH_JOINT } from '../../language/of-which.ts';
import { vi } from '../../language/pattern.ts';
import type { TargetDraft } from '../document/drafts.ts';
import type { Plan } from '../document/plan.ts';
import { blockAt, type LaidBlock } from '../document/text.ts';
import { OF_WHICH, ofCount, ofWhich } from '../statements/of-which.ts';
import { vocabularyOf } from '../statements/vocabulary.ts';

const ANYWHERE = /(?<!\p{L})(?:trong\s+đó|(?:bao\s+)?gồm|(?<=[,(]\s*)riêng(?!\s+năm))(?!\p{L})/iu;
/** "công nghiệp tăng 10% (trong đó xây dựng 12%), dịch vụ 9%": parts of the one before the bracket alone. */
const IN_BRACKET = /\(\s*(?:trong\s+đó|(?:bao\s+)?gồm|riêng)(?!\p{L})[^()]*$/iu;
const RATE = vi`^(tỷ|tỉ) lệ`;
const A_RATE = vi`(tỷ|tỉ) lệ`;
/** Right before the share: "…, trong đó có trên 70%". */
const OF_WHICH_SHARE = /(?<!\p{L})trong\s+đó,?\s+(?:có\s+)?(?:(?:trên|hơn|gần|khoảng|ít nhất|tối thiểu)\s+)?\d/iu;
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
  let whole: TargetDraft | undefined;
  let before: TargetDraft | undefined;
  /** The whole that holds again where a bracket with its own parts ends. */
  let outside: { readonly whole: TargetDraft | undefined } | undefined;
  return drafts.map((draft, i) => {
    const own = blockAt(laid, draft.source.start);
    if (own !== block) {
      block = own;
      outside = undefined;
      whole = own === undefined ? undefined : wholeAbove(own, i);
    } else if (before !== undefined) {
      const between = laid.text.slice(before.source.end, Math.max(before.source.end, draft.source.start + 1));
      if (outside !== undefined && between.includes(')')) {
        whole = outside.whole;
        outside = undefined;
      }
      if (IN_BRACKET.test(between)) outside = { whole };
      if (ANYWHERE.test(between) || OF_WHICH.test(draft.source.quote)) whole = wholeBefore(draft, i) ?? before;
      else if (NEXT_SENTENCE.test(between)) whole = undefined;
    }
    before = draft;
    if (whole === undefined || draft.indicator.text.startsWith(`${whole.indicator.text}${OF_WHICH_JOINT}`))
      return draft;
    return { ...draft, ...partOf(plan, draft, whole) };
  });

  /** The last figure before a part that is counted by the same unit: "3 triệu lượt khách, tăng 12%, trong đó khách quốc tế 400.000 lượt". */
  function wholeBefore(part: TargetDraft, at: number): TargetDraft | undefined {
    return drafts
      .slice(Math.max(0, at - 3), at)
      .findLast(
        (other) =>
          other.source.start >= (block?.start ?? 0) &&
          !NEXT_SENTENCE.test(laid.text.slice(other.source.end, Math.max(other.source.end, part.source.start))) &&
          (part.quantity?.unit ?? '') !== '' &&
          alike(other.quantity?.unit ?? '', part.quantity?.unit ?? ''),
      );
  }

  /** The last figure of the item above whose parts are listed below it. */
  function wholeAbove(part: LaidBlock, at: number): TargetDraft | undefined {
    const above = outline.nodeOf.get(part.index)?.parent?.blocks.at(-1);
    if (above === undefined || above.start >= part.start || !LEADS.test(above.text)) return undefined;
    let i = at - 1;
    while ((drafts[i]?.source.start ?? -1) >= above.end) i--;
    const found = drafts[i];
    return found !== undefined && found.source.start >= above.start ? found : undefined;
  }
}

/** What a part of a whole measures; nothing where it is no part of it. */
function partOf(plan: Plan, draft: TargetDraft, whole: TargetDraft): Pick<TargetDraft, 'indicator'> | undefined {
  const { knowledge } = plan.context;
  const unit = draft.quantity?.unit ?? '';
  const [own, of] = [draft.indicator.text, whole.indicator.text];
  // "đào tạo 6.000 lao động, trong đó 70% có việc làm": said of those that were counted.
  if (isShareOf(plan, draft, whole)) return { indicator: { text: ofWhich(knowledge, of, own) } };
  if (isPartOfRate(knowledge, draft, whole))
    return { indicator: { text: `${of}${OF_WHICH_JOINT}${own.replace(OF_WHICH, '')}` } };
  if (exceeds(draft, whole)) return undefined;
  if (!alike(unit, whole.quantity?.unit ?? '') && !counts(whole, unit)) return undefined;
  const noun = withoutUnit(draft);
  const counted = unit.startsWith('%') ? undefined : ofCount(knowledge, of, own, noun);
  return { indicator: { text: counted ?? ofWhich(knowledge, of, noun) } };
}

/** "VNPT: 25 trạm" tells how many of the stations before it are whose. */
const withoutUnit = ({ indicator, quantity }: TargetDraft): string =>
  indicator.text.endsWith(` ${quantity?.unit}`)
    ? indicator.text.slice(0, -` ${quantity?.unit}`.length).replace(/[\s:]+$/u, '')
    : indicator.text;

/** "Tỷ lệ lao động qua đào tạo đạt 70%, trong đó đào tạo có chứng chỉ đạt 28%": it ends in its figure, and names no rate. */
const isPartOfRate = (knowledge: Knowledge, { quantity, indicator, source }: TargetDraft, rate: TargetDraft): boolean =>
  quantity?.unit === '%' &&
  RATE.test(rate.indicator.text) &&
  source.quote.endsWith(quantity.text) &&
  !vocabularyOf(knowledge).MEASURE_NOUN.test(indicator.text) &&
  !A_RATE.test(indicator.text);

/** "đào tạo 6.000 lao động, trong đó 70% có việc làm": a share without its noun. */
const isShareOf = ({ context, laid }: Plan, part: TargetDraft, counted: TargetDraft): boolean =>
  part.quantity?.unit === '%' &&
  counted.quantity?.unit.startsWith('%') === false &&
  OF_WHICH_SHARE.test(laid.text.slice(counted.source.end, part.source.end)) &&
  vocabularyOf(context.knowledge).PREDICATE_FIRST.test(part.indicator.text);
