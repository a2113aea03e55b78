import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { denominatorLength } from '../../../language/counted-nouns.ts';
import { vi, viMeaning, viSource, viWords } from '../../../language/pattern.ts';
import { verbs } from '../../../language/verbs.ts';
import { keyOf } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { amounts, EDGE, figureOf, quantity } from './figure.ts';

type Tables = Pick<Knowledge, 'figures' | 'statementWords' | 'verbs'>;

/** What goes on behind billions and names nothing that is counted: ", tăng", "đạt 87% kế hoạch", "so với năm trước", "nâng cấp đường". */
const goesOn = (tables: Tables): string => {
  const { CHANGES, DOES, STATES } = verbs(tables);
  const acts = viWords(tables.figures.counted.verbs.map((word) => ({ word })));
  return viSource`${CHANGES}|${STATES}|${viMeaning(tables.statementWords, 'behind-billions')}|(${DOES}|${acts})(?! \p{Lu})`;
};

/** What is told in millions where no unit is named: "thu nhập bình quân đầu người đạt 72 triệu". */
const incomeOf = built(
  ['measures'],
  ({ measures }) =>
    vi`(${viWords(measures.filter(({ raised, perOne }) => raised && perOne))}|GDP|GRDP|lương|năng suất)(?!\p{L})[^.;:\n]{0,120}$`,
);

/** "tổng vốn 5.000 tỷ" · "đạt 1.500 tỷ tăng 5%" · "từ 2 - 3 nghìn tỷ/năm": billions of nothing named are billions of đồng, millions of each ("60 triệu/người/năm") too */
export const billions = (tables: Tables): MentionRule<'quantity'> => ({
  id: 'quantity.billions',
  kind: 'quantity',
  pattern: new RegExp(String.raw`${EDGE}${amounts(tables, '(?!)')}(?=\s?(?:[.,;:)/–-]|$)|\s${goesOn(tables)})`, 'giu'),
  read(groups, { knowledge }, text) {
    const per = denominatorLength(knowledge, groups.after ?? '');
    const scale = keyOf(groups.scale ?? '');
    // "60 triệu/người/năm": of each, millions are of đồng too.
    const millions = /^(?:triệu|tr)$/u.test(scale) && (per > 0 || incomeOf(knowledge).test(groups.before ?? ''));
    if (!scale.endsWith('tỷ') && !millions) return undefined;
    const figure = figureOf(knowledge, groups, (groups.after ?? '').slice(per));
    if (figure === undefined) return undefined;
    const unit = `VND${(groups.after ?? '').slice(0, per).replace(/^[^/]*/u, '')}`;
    return { value: quantity(figure, unit), from: -figure.before, to: text.length + per + figure.after };
  },
});
