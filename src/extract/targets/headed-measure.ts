import { built } from '../../knowledge/knowledge.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { shareWords } from '../../language/shares.ts';
import type { TargetDraft } from '../document/drafts.ts';
import { isBullet, type OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { roleOfTitle } from '../document/section-roles.ts';
import { titleOf } from '../document/titles.ts';
import { findMentions } from '../mentions/find.ts';
import { onlyMeasures } from '../mentions/quantities/measure.ts';
import { isShare } from '../statements/figures-of-clause.ts';
import { isMeasure, measureAhead, needsHead, placeOfHeading } from '../statements/heads.ts';
import { dimensionOf, growthOf, isLabel, labelOf } from '../statements/left-out.ts';
import type { Statement } from '../statements/statement.ts';
import type { TextReading } from './text-place.ts';

/** What a statement measures, below where it stands and what it leans on. */
export function measuredUnderHead(
  { plan, block, place, aimed }: TextReading,
  statement: Statement,
  words: string,
): TargetDraft['indicator'] {
  const own = statement.indicator === '' ? words : statement.indicator;
  const { knowledge } = plan.context;
  const heads: string[] = [];
  for (let node: OutlineNode | null = place.node; node !== null; node = node.parent) {
    const title = titleOf(node);
    const where = title.heading ? placeOfHeading(knowledge, title.text) : undefined;
    if (where !== undefined) heads.unshift(where);
    else if (node === place.node || node === place.node.parent) {
      // "1. Tỷ lệ hộ nghèo: 5%": words that the text itself begins with are no heading above it.
      const above = title.heading && (block !== node.blocks[0] || title.bodyStart <= block.start + place.from);
      const whole = above && needsHead(knowledge, own, title.text) ? measureOfHeading(plan, title.text) : undefined;
      if (whole !== undefined) heads.unshift(whole);
    }
  }
  if (heads.length === 0 && statement.heads.length === 0) {
    const thing =
      wholeOfList({ plan, block, place, aimed }, statement, own) ??
      thingAbove({ plan, block, place, aimed }, statement, own);
    if (thing !== undefined) heads.push(thing);
  }
  const under = [...new Set([...heads, ...statement.heads])].filter((head) => !own.includes(head));
  return { text: [...under, own].join(': '), ...(under.length === 0 ? {} : { under }) };
}

/**
 * "…; tổng đàn gia cầm hiện nay là:" above "- Gà: 2.000 con": what the sentence measures that hands over to a list, for an item that but
 * names a part.
 */
function wholeOfList({ plan, block, place }: TextReading, statement: Statement, own: string): string | undefined {
  const { knowledge } = plan.context;
  const { node } = place;
  const { quantity, shape, quote } = statement;
  const opens = quote.start <= place.from + 2 && block === node.blocks[0];
  if (shape !== 'measure-first' || !opens || !isBullet(node) || !isLabel(knowledge, own)) return undefined;
  const above = node.parent?.blocks.findLast(({ start }) => start < node.start);
  const clause = above === undefined ? undefined : LAST_CLAUSE.exec(above.text)?.groups?.clause;
  if (clause === undefined) return undefined;
  let words = clause.replace(AS_OF_NOW, ' ');
  for (const time of ofKind(findMentions(clause, plan.context), 'deadline')) words = words.replace(time.text, ' ');
  const said = words.replace(/\s+/gu, ' ').trim();
  const head = [0, ...[...said.matchAll(/,\s/gu)].map(({ index }) => index + 2)]
    .map((at) => measureAhead(knowledge, said.slice(at).trim()))
    .find((measure) => measure !== undefined);
  return head !== undefined && isShare(quantity) === sharedOut(knowledge).test(head) ? head : undefined;
}

const LAST_CLAUSE = /(?:^|[.;]\s)(?<clause>[^.;]*)[:：]\s*$/u;

const AS_OF_NOW = vi`((tại|đến)? thời điểm)? (hiện nay|hiện tại|hiện có)`;

/** What is told in percent. */
const sharedOut = built(['measures'], (tables) => vi`^${shareWords(tables).SHARE}|^(tốc độ|mức|nhịp độ)? tăng`);

/** "a) Cây lúa": what the nearest heading names, for a measure that does not say of what it is taken, or a name that is but measured. */
function thingAbove({ plan, block, place }: TextReading, statement: Statement, own: string): string | undefined {
  const { knowledge } = plan.context;
  const { quantity, shape } = statement;
  const named = shape === 'measure-first' && onlyMeasures(knowledge, quantity.value.unit) && isLabel(knowledge, own);
  const grows = growthOf(knowledge, own) !== undefined;
  const bare = grows || dimensionOf(knowledge, own) !== undefined;
  if (!bare && (!named || isShare(quantity) || quantity.value.unit === 'VND')) return undefined;
  for (let node: OutlineNode | null = place.node; node !== null; node = node.parent) {
    const title = titleOf(node);
    // What the item itself begins with is no heading above it.
    if (!title.heading || /\d/u.test(title.text) || own.includes(title.text)) continue;
    if (title.bodyStart > block.start + quantity.start) continue;
    const counted = thingOf(knowledge).THING.test(title.text) ? labelOf(knowledge, title.text) : undefined;
    // "2. Nông nghiệp": what grows may be no more than a field of work.
    const thing = counted ?? (grows && title.text.split(' ').length <= LONGEST_FIELD ? title.text : undefined);
    return thing === undefined || own.includes(thing) || roleOfTitle(knowledge, thing) !== undefined
      ? undefined
      : thing;
  }
  return undefined;
}

const LONGEST_FIELD = 6;

/** Crops, herds and what else can be counted: other headings name fields of work. */
const thingOf = built(['figures'], ({ figures }) => ({
  THING: vi`^(các)? (${viWords(figures.counted.heads.map((word) => ({ word })))})`,
}));

const HEADINGS = new WeakMap<Plan, Map<string, string | undefined>>();

/** A heading that says nothing but what is measured below it: "Cơ cấu kinh tế đến năm 2030"; read once for all figures below it. */
function measureOfHeading(plan: Plan, heading: string): string | undefined {
  const known = HEADINGS.get(plan) ?? new Map<string, string | undefined>();
  HEADINGS.set(plan, known);
  if (!known.has(heading)) known.set(heading, measureIn(plan, heading));
  return known.get(heading);
}

function measureIn({ context }: Plan, heading: string): string | undefined {
  let words = heading;
  for (const time of ofKind(findMentions(heading, context), 'deadline')) words = words.replace(time.text, ' ');
  const whole = words.replace(/\s+/gu, ' ').trim();
  return isMeasure(context.knowledge, whole) && measureAhead(context.knowledge, whole) === whole ? whole : undefined;
}
