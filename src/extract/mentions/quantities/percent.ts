import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { denominatorLength, nounLength } from '../../../language/counted-nouns.ts';
import type { MentionRule } from '../engine/rule.ts';
import { amounts, figureOf, LOOSE_EDGE, quantity } from './figure.ts';

/** "100% chỉ tiêu trở lên" */
const OF_PLAN = /^(?:chỉ tiêu|kế hoạch|dự toán|nghị quyết)(?: giao| đề ra| năm)?(?=\strở)/iu;

/** "tối thiểu 35 - 40%" · "từ 70% trở lên" · "8,5%/năm" · "50% đến 52%" · "CCHC30%" · "2/%/năm" (a misprint) */
export const percent = (tables: Pick<Knowledge, 'figures'>): MentionRule<'quantity'> => ({
  id: 'quantity.percent',
  kind: 'quantity',
  pattern: new RegExp(
    String.raw`${LOOSE_EDGE}${amounts(tables, String.raw`%|phần trăm(?!\p{L})`)}(?:\s{0,2}|\/(?=%\s?\/\s?năm))(?:%(?![0o](?![\p{L}\p{N}]))|phần\străm(?!\p{L}))`,
    'giu',
  ),
  read(groups, { knowledge }, text) {
    const { after = '' } = groups;
    // "5%/năm" and "5%/GRDP": only a span of time is a denominator of a share.
    const rate = /^\s?\/\s?(?:năm|tháng|quý)(?!\p{L})/iu.test(after) ? denominatorLength(knowledge, after) : 0;
    const near = figureOf(knowledge, groups, after.slice(rate), true);
    if (near === undefined) return undefined;
    // "95% dân số trở lên": a short noun may part the two.
    const behind = after.slice(rate + 1);
    // "giảm 1,25% số hộ nghèo trở lên"
    const number = /^(?:tổng\s)?số\s/iu.exec(behind)?.[0].length ?? 0;
    const noun = near.compared
      ? 0
      : (OF_PLAN.exec(behind)?.[0].length ?? number + nounLength(knowledge, behind.slice(number)));
    const far = noun === 0 ? undefined : figureOf(knowledge, groups, after.slice(rate + 1 + noun));
    const figure = far?.compared && far.after > 0 ? { ...far, after: 1 + noun + far.after } : near;
    const unit = `%${after.slice(0, rate).replace(/\s/gu, '')}`;
    return { value: quantity(figure, unit), from: -figure.before, to: text.length + rate + figure.after };
  },
});
