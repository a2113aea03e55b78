import { OF_WHICH_JOINT } from '../../language/of-which.ts';
import type { TargetDraft } from '../document/drafts.ts';
import type { Plan } from '../document/plan.ts';
import { blockAt, type LaidBlock } from '../document/text.ts';
import { OF_WHICH, ofWhich } from '../statements/of-which.ts';

const ANYWHERE = /(?<!\p{L})(?:trong\s+đó|(?:bao\s+)?gồm|(?<=[,(]\s*)riêng(?!\s+năm))(?!\p{L})/iu;
/** An item that hands over to its parts: "Tổng diện tích 772 ha, trong đó:". */
const LEADS = /(?<!\p{L})trong\s+đó\s*[:,]?\s*$/iu;
/** "lao động" and "lao động nữ" count the same. */
const alike = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
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
  return drafts.map((draft, i) => {
    const own = blockAt(laid, draft.source.start);
    if (own !== block) {
      block = own;
      whole = own === undefined ? undefined : wholeAbove(own, i);
    } else if (before !== undefined) {
      const between = laid.text.slice(before.source.end, Math.max(before.source.end, draft.source.start + 1));
      if (ANYWHERE.test(between) || OF_WHICH.test(draft.source.quote)) whole = before;
      else if (NEXT_SENTENCE.test(between)) whole = undefined;
    }
    before = draft;
    if (whole === undefined || draft.indicator.text.startsWith(`${whole.indicator.text}${OF_WHICH_JOINT}`))
      return draft;
    const unit = draft.quantity?.unit ?? '';
    // What is more than the whole is no part of it.
    if ((draft.quantity?.value ?? 0) > (whole.quantity?.value ?? 0)) return draft;
    if (!alike(unit, whole.quantity?.unit ?? '') && !counts(whole, unit)) return draft;
    return {
      ...draft,
      indicator: { text: ofWhich(plan.context.knowledge, whole.indicator.text, withoutUnit(draft)) },
    };
  });

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

/** "VNPT: 25 trạm" tells how many of the stations before it are whose. */
const withoutUnit = ({ indicator, quantity }: TargetDraft): string =>
  indicator.text.endsWith(` ${quantity?.unit}`)
    ? indicator.text.slice(0, -` ${quantity?.unit}`.length).replace(/[\s:]+$/u, '')
    : indicator.text;
