import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viAll } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { withoutBranches } from './branch-names.ts';
import { isShare } from './figures-of-clause.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Statement } from './statement.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { OPENS, PREDICATE } = verbs(tables);
  const { HELD, LINKS, RATIO, say } = phrasesOf(tables);
  const auxiliary = say('tense', 'modal', 'denies');
  return {
    /** What begins so says something of somebody, and does not say of whom: "được cung cấp trực tuyến", "trên chuẩn", "từ 80 tuổi trở lên". */
    BARE: vi`^(${auxiliary}\s+)*(?<verb>${PREDICATE}|${say('says-of')})(?=\s|$)`,
    /** "chưa đạt mục tiêu": how far a plan was reached, which nobody but the measure before did. */
    REACHES_PLAN: vi`^((${say('denies')}|không|đã)\s+)?(đạt|bằng|${say('passes')})( (được|so với|mức))* ${HELD}(?!\p{L})`,
    SAYS: viAll`${PREDICATE}`,
    /** "con số này dự kiến tăng lên": the measure before, by a word for it. */
    THAT_FIGURE: vi`^(và )?(các)? (${say('figure-noun')}|chỉ tiêu) ${say('pointing')}(\s+(${LINKS}|${OPENS}|${say('equals')}|sẽ|được|nâng))*(\s+|$)`,
    /** "trị giá", "với tổng giá trị": of what was counted. */
    PROPERTY: vi`^(với|có)?\s*(tổng)? ${say('worth')}$|^(chiều )?(dài|rộng)$`,
    RATE: vi`^${RATIO}( của)?\s+(?=\p{L})`,
    OF_THOSE: vi`trong (số)? ${say('pointing')}`,
    LOOSE_END: vi`[\s,;]+((${auxiliary}|và)[\s,;]*)*$`,
    IN_ALL_WAYS: vi`^(?<who>[^,.;:()]{3,90}?) (đã )?(kéo )?${say('up-down')}( (${say('how')}|sâu|trên|ở|cả))* (\d{1,2}|hai|${say('few')}) ${say('ways')}[\s,:(]*(so với [^,.;:()]{0,40}[\s,:(]*)?$`,
    SHORT_CHANGE: vi`^${say('up-down')}\s(\S+\s?){1,5}$`,
    ENDS_WITH_CHANGE: vi`${say('up-down')}\s*$`,
    MEASURED_LONG: vi`\s${say('long')}$`,
  };
});

/**
 * Of whom a measure says something: "hồ sơ cấp tỉnh" of "hồ sơ cấp tỉnh được giải quyết đúng hạn". What they have ("người có nhu cầu
 * được vay vốn") may only say which are meant.
 *
 * @param verb that the next clause says of them: where the measure has it too, its subject ends there
 */
export function subjectOfMeasure(knowledge: Knowledge, measure: string, verb = ''): string | undefined {
  const flat = withoutBranches(knowledge, measure);
  const said = [...flat.matchAll(patternsOf(knowledge).SAYS)];
  if (said[0]?.index === 0) return undefined;
  const same = said.find((one) => one[0].toLowerCase() === verb.toLowerCase());
  const [first] = said;
  const main = same ?? (first !== undefined && HAS.test(first[0]) ? (said.find(doneTo) ?? first) : first);
  const subject =
    main === undefined ? '' : measure.slice(0, main.index).replace(patternsOf(knowledge).LOOSE_END, '').trim();
  return subject === '' || /[:%]/u.test(subject) ? undefined : subject;

  /** "… có hoàn cảnh khó khăn được trợ giúp": no comma parts what they have from what is done to them. */
  function doneTo({ 0: word, index }: RegExpMatchArray): boolean {
    return /^được$/iu.test(word) && !/[,;]/u.test(flat.slice(first?.index ?? 0, index));
  }
}
const HAS = /^(?:có|đủ điều kiện)$/iu;

/**
 * A share that leaves out whom it is told of has the subject of the one before it: "100% thủ tục được công khai, 90% được cung cấp
 * trực tuyến", "Tỷ lệ người dân có tài khoản đạt 90%, tham gia bảo hiểm đạt 60%". Behind a count it is a share of what is counted.
 *
 * @returns undefined where it says itself whom it is told of
 */
export function ofSameSubject(
  { knowledge, plain }: SentenceView,
  { indicator, quantity, shape, heads }: Statement,
  before: Statement,
): Pick<Statement, 'indicator' | 'heads'> | undefined {
  const { BARE, OF_THOSE, RATE, REACHES_PLAN } = patternsOf(knowledge);
  const verb = BARE.exec(indicator)?.groups?.verb;
  if (verb === undefined || heads.length > 0 || !isShare(quantity) || before.indicator === '') return undefined;
  if (REACHES_PLAN.test(indicator)) return undefined;
  // A part leans on its whole, predicate and all.
  if (OF_THOSE.test(plain(before.quantity.end, quantity.start))) return undefined;
  if (!isShare(before.quantity))
    return shape === 'figure-first' ? { indicator, heads: [...before.heads, before.indicator] } : undefined;
  // "tỷ lệ hộ có điện đạt 99%, cung cấp nước sạch đạt 90%": of what is done, nobody need be told.
  if (shape !== 'figure-first' && (shape !== 'measure-first' || !RATE.test(before.indicator))) return undefined;
  const subject = subjectOfMeasure(knowledge, before.indicator, verb);
  if (subject === undefined)
    return shape === 'figure-first' ? { indicator, heads: [...before.heads, before.indicator] } : undefined;
  const whom = shape === 'figure-first' ? subject.replace(RATE, '') : subject;
  return { indicator: `${whom} ${indicator}`, heads: before.heads };
}

/** "Năm 2025 có 97% trẻ em được tiêm chủng; đến năm 2030, con số này là 98%": what the figure before measured. */
export function ofThatFigure(
  { knowledge }: SentenceView,
  { indicator }: Statement,
  before: Statement,
): Pick<Statement, 'indicator' | 'heads'> | undefined {
  const that = patternsOf(knowledge).THAT_FIGURE.exec(indicator)?.[0];
  if (that === undefined) return undefined;
  const own = indicator.slice(that.length).trim();
  if (own !== '') return { indicator: own, heads: [] };
  return before.indicator === '' ? undefined : { indicator: before.indicator, heads: before.heads };
}

/**
 * What is told of a count behind "với", or what it is worth or how long it is: "6 công trình với tổng giá trị 4 tỷ đồng", "8 phòng học
 * trị giá 450 triệu đồng".
 *
 * @returns undefined where it is no more than the next figure
 */
export function ofWhatIsCounted(
  { knowledge, text, plain }: SentenceView,
  { indicator, quantity, quote, heads }: Statement,
  before: Statement,
): Pick<Statement, 'indicator' | 'heads'> | undefined {
  if (heads.length > 0 || isShare(quantity) || isShare(before.quantity) || before.indicator === '') return undefined;
  if (before.sentence.start !== quote.start && before.quantity.end > quote.start) return undefined;
  const joined = plain(before.quantity.end, quote.start);
  const property = patternsOf(knowledge).PROPERTY.test(indicator);
  const behindWith = /^với\s/iu.test(text.slice(quote.start, quantity.start)) || /\svới\s*$/iu.test(joined);
  if (!property && (!behindWith || /[,;:]/u.test(joined))) return undefined;
  return { indicator, heads: [...before.heads, before.indicator.replace(patternsOf(knowledge).MEASURED_LONG, '')] };
}

/** "Số vụ tai nạn giao thông giảm cả 3 tiêu chí (giảm 11% số vụ, giảm 16% số người chết)": of what, stands before the first of them. */
export function ofAllWays(view: SentenceView, statements: readonly Statement[]): readonly Statement[] {
  const [first] = statements;
  if (first === undefined) return statements;
  const { ENDS_WITH_CHANGE, IN_ALL_WAYS, SHORT_CHANGE } = patternsOf(view.knowledge);
  const ahead = view.text.slice(view.sentence.start, first.quantity.start).replace(ENDS_WITH_CHANGE, '');
  const who = IN_ALL_WAYS.exec(ahead.replace(/^[\s–+-]+/u, ''))?.groups?.who?.trim();
  if (who === undefined) return statements;
  return statements.map((one) =>
    SHORT_CHANGE.test(one.indicator) && one.heads.length === 0 ? { ...one, heads: [who] } : one,
  );
}
