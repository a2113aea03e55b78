import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { denominatorLength } from '../../../language/counted-nouns.ts';
import { keyOf } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { amounts, EDGE, figureOf, quantity } from './figure.ts';

/** "tổng vốn 5.000 tỷ" · "từ 2 - 3 nghìn tỷ/năm": billions of nothing named are billions of đồng, millions of each ("60 triệu/người/năm") too */
export const billions = (tables: Pick<Knowledge, 'figures'>): MentionRule<'quantity'> => ({
  id: 'quantity.billions',
  kind: 'quantity',
  pattern: new RegExp(String.raw`${EDGE}${amounts(tables, '(?!)')}(?=\s?(?:[.,;:)/–-]|$))`, 'giu'),
  read(groups, { knowledge }, text) {
    const per = denominatorLength(knowledge, groups.after ?? '');
    const scale = keyOf(groups.scale ?? '');
    // "60 triệu/người/năm": of each, millions are of đồng too.
    if (!scale.endsWith('tỷ') && !(per > 0 && /^(?:triệu|tr)$/u.test(scale))) return undefined;
    const figure = figureOf(knowledge, groups, (groups.after ?? '').slice(per));
    if (figure === undefined) return undefined;
    const unit = `VND${(groups.after ?? '').slice(0, per).replace(/^[^/]*/u, '')}`;
    return { value: quantity(figure, unit), from: -figure.before, to: text.length + per + figure.after };
  },
});
