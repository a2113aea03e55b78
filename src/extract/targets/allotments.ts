import { built } from '../../knowledge/knowledge.ts';
import { levelsOf } from '../../language/levels.ts';
import { viNumber } from '../../language/numbers.ts';
import { vi, viAll, viWords } from '../../language/pattern.ts';
import type { Level } from '../../model/record.ts';
import type { TargetDraft } from '../document/drafts.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { OF_WORDS } from '../record/confidence.ts';

/** "Ba Chẽ 300 ha": to whom a figure is allotted, and how much; its place in the document's text. */
interface Share {
  readonly block: LaidBlock;
  readonly name: string;
  readonly value: number;
  /** As written; empty where another of the list has it. */
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** What is shared out: a figure that stands before its shares, or words alone that say what is allotted. */
type Whole = Omit<TargetDraft, 'source' | 'confidence'>;

const FEWEST = 3;
/** Between what is shared out and the first of its shares, in UTF-16 units. */
const LONGEST_LEAD = 60;
const FARTHEST = 300;

const FIGURE = String.raw`(?<figure>\d{1,3}(?:\.\d{3}){1,3}|\d{1,6}(?:,\d{1,3})?)`;
const LINK = String.raw`(?:\s?:|(?:\s\p{Ll}+){0,2}\slà|\s(?:được\s)?giao(?:\s\p{Ll}+){0,3})?`;

const patternsOf = built(['placeKinds'], ({ placeKinds }) => {
  const kind = viWords(placeKinds).source;
  const word = String.raw`\p{Lu}[\p{L}'’]*`;
  return {
    share: new RegExp(
      String.raw`(?<!\p{L})(?<name>(?:${kind}\s)?${word}(?:\s${word}){0,6})${LINK}\s\(?${FIGURE}(?:\s(?<unit>\p{Ll}+(?:\s\p{Ll}+){0,3}))?\)?(?=\s?(?:[,;.)…]|và\s|$))`,
      'gu',
    ),
    levels: placeKinds.map(({ word: one, level }) => [vi`^${viWords([{ word: one }])} `, level] as const),
    kind: vi`^${viWords(placeKinds)} `,
  };
});

/** "giao chỉ tiêu tuyển quân năm 2025 cho các huyện", "chỉ tiêu tuyển sinh lớp 10 của các trường, gồm": what is allotted. */
const ALLOTTED = viAll`((giao|phân bổ)( \p{Ll}+){0,3} kế hoạch|chỉ tiêu( kế hoạch)?) (?<measure>[^.;:(),]{4,160}?)(?=\s*(năm \d|giai đoạn|cho (các|từng)|(của|thuộc) (các|từng)|với tổng|như sau|[,:(.;])|$)`;
/** "với tổng số 1.800 chỉ tiêu": all of it. */
const TOTAL = new RegExp(
  String.raw`(?<!\p{L})tổng(?:\s(?:số|cộng))?(?:\slà)?\s${FIGURE}\s(?<unit>\p{Ll}+(?:\s\p{Ll}+){0,2})(?=\s?[,;.)])`,
  'u',
);
/** Behind what is allotted: "trồng rừng cho các xã với tổng số ha". */
const TO_WHOM = /\s(?:cho\s(?:các|từng)|với\stổng)(?!\p{L}).*$/iu;
/** What stands between a whole and its shares. */
const LEADS = vi`[:(]\s*$|trong đó|gồm|cụ thể`;
const BETWEEN = /^(?:\s*[,;]\s*(?:và\s)?|\svà\s)(?:tiếp\s(?:đến|theo)\s(?:lần\slượt\s)?là\s)?$/u;

/**
 * Lists of those to whom a figure is allotted: "Quế Lâm được giao 270 chỉ tiêu, tiếp đến là Thăng Long 250, Đại Từ 180". Each is a
 * share of what was told before; a figure without a unit has that of the others.
 *
 * @param drafts of running text, in reading order
 */
export function withAllotments(plan: Plan, drafts: readonly TargetDraft[]): TargetDraft[] {
  const found = [...drafts];
  // Lists may be long: the drafts of a value are looked up, not looked for.
  const ofValue = new Map<number, number[]>();
  const noteAt = (at: number): void => {
    const value = found[at]?.quantity?.value;
    if (value === undefined) return;
    const places = ofValue.get(value);
    if (places === undefined) ofValue.set(value, [at]);
    else places.push(at);
  };
  for (const at of found.keys()) noteAt(at);
  for (const shares of listsIn(plan)) {
    const whole = wholeOf(plan, found, shares);
    if (whole === undefined || !fits(plan, whole, shares)) continue;
    const itself = found.findIndex((draft) => draft.quantity !== null && draft.quantity === whole.quantity);
    if (itself >= 0) found[itself] = { ...found[itself], ...whole } as TargetDraft;
    const unit = whole.quantity?.unit ?? shares.find((share) => share.unit !== '')?.unit ?? '';
    const total = totalOf(plan, found, whole, shares);
    if (total !== undefined) noteAt(found.push(total) - 1);
    for (const share of shares) {
      const at = ofValue.get(share.value)?.find((place) => isOf(found[place], share)) ?? -1;
      const own = found[at] ?? shareDraft(plan, whole, share, share.unit === '' ? unit : share.unit);
      const target = allotted(plan, own, whole, share);
      if (at >= 0) found[at] = target;
      else if (own.quantity?.unit !== '') noteAt(found.push(target) - 1);
    }
  }
  return found.sort((a, b) => a.source.start - b.source.start || a.source.end - b.source.end);
}

/** Names with figures side by side, or below each other with nothing else in their items: three or more. */
function listsIn(plan: Plan): readonly Shares[] {
  const lists: Share[][] = [];
  let items: Share[] = [];
  for (const block of plan.body) {
    const found = block.cell === undefined && /\d/u.test(block.text) ? sharesIn(plan, block) : [];
    const [only] = found[0] ?? [];
    if (only !== undefined && isItem(only)) {
      if (items.length === 0) lists.push(items);
      items.push(only);
    } else {
      lists.push(...found);
      items = [];
    }
  }
  return lists.filter(isList);
}

function sharesIn(plan: Plan, block: LaidBlock): Share[][] {
  const lists: Share[][] = [];
  for (const match of block.text.matchAll(patternsOf(plan.context.knowledge).share)) {
    const { name = '', figure = '', unit = '' } = match.groups ?? {};
    const value = viNumber(figure);
    if (value === undefined) continue;
    const start = block.start + match.index;
    const last = lists.at(-1)?.at(-1);
    if (last === undefined || !BETWEEN.test(block.text.slice(last.end - block.start, match.index))) lists.push([]);
    lists.at(-1)?.push({ block, name, value, unit, start, end: start + match[0].length });
  }
  return lists;
}

/** "- Xã Tân Lập: 25 ha;" */
const isItem = ({ block, start, end }: Share): boolean =>
  /^\s*(?:[-–+•*]|(?:\d{1,2}|\p{Ll})[.)])?\s*$/u.test(block.text.slice(0, start - block.start)) &&
  /^\s*[;.,]?\s*$/u.test(block.text.slice(end - block.start));

type Shares = readonly [Share, ...Share[]];

const isList = (shares: Share[]): shares is [Share, ...Share[]] =>
  shares.length >= FEWEST &&
  new Set(shares.flatMap(({ unit }) => (unit === '' ? [] : [unit]))).size <= 1 &&
  !shares.every(({ value, unit }) => unit === '' && value > 1900 && value < 2100);

/** What a list shares out: the figure right before it, else what the words before it allot. */
function wholeOf(plan: Plan, drafts: readonly TargetDraft[], [{ block, start }]: Shares): Whole | undefined {
  const above = plan.laid.blocks[block.index - 1];
  const before = above?.cell === undefined ? above : undefined;
  const from = before?.start ?? block.start;
  const draft = drafts.findLast((one) => one.source.start >= from && figureEnd(plan, one) <= start);
  const between = draft === undefined ? '' : plan.laid.text.slice(figureEnd(plan, draft), start);
  if (draft !== undefined && between.length <= LONGEST_LEAD && LEADS.test(between))
    return { ...draft, indicator: { ...draft.indicator, text: draft.indicator.text.replace(TO_WHOM, '') } };
  const words = plan.laid.text.slice(Math.max(from, start - FARTHEST), start);
  const measure = [...words.matchAll(ALLOTTED)].at(-1)?.groups?.measure;
  if (measure === undefined) return undefined;
  const node = plan.outline.nodeOf.get(block.index) ?? plan.outline.root;
  const time = [before, block]
    .flatMap((one) =>
      one === undefined ? [] : ofKind(plan.mentionsOf(one), 'deadline').filter((m) => one.start + m.end <= start),
    )
    .findLast(({ value }) => value.type === 'by' || value.type === 'during');
  return {
    kind: 'quantified',
    status: 'target',
    path: node.path || null,
    area: plan.areas.ofNode(node) ?? plan.areas.ofWords(measure),
    indicator: { text: measure.trim() },
    quantity: null,
    direction: 'reach',
    baseline: null,
    condition: null,
    levels: [],
    deadline: time === undefined ? plan.inheritedAt(block.start, node) : { ...time.value, basis: 'inherited' },
    agencies: [],
  };
}

/** What is measured may stand behind its figure, and brackets behind that. */
function figureEnd({ laid }: Plan, { source, quantity }: TargetDraft): number {
  const at = quantity === null ? -1 : laid.text.indexOf(quantity.text, source.start);
  return at < 0 ? source.end : Math.min(source.end, at + (quantity?.text.length ?? 0));
}

/** Whether figures can be shares of a whole: of its unit, no more than it, and each of a name that no sentence begins with. */
function fits(plan: Plan, { quantity }: Whole, shares: Shares): boolean {
  const { kind } = patternsOf(plan.context.knowledge);
  if (!shares.every(({ name }) => name.includes(' ') || kind.test(name))) return false;
  if (quantity === null) return true;
  const own = shares.find(({ unit }) => unit !== '')?.unit ?? '';
  const sum = shares.reduce((all, { value }) => all + value, 0);
  return (own === '' || quantity.unit.startsWith(own)) && sum <= quantity.value * 1.001;
}

/** "với tổng số 1.800 chỉ tiêu" between what is allotted and its shares, where no other target holds it. */
function totalOf(
  plan: Plan,
  drafts: readonly TargetDraft[],
  whole: Whole,
  [first, ...more]: Shares,
): TargetDraft | undefined {
  if (whole.quantity !== null) return undefined;
  const from = Math.max(0, first.start - FARTHEST);
  const words = plan.laid.text.slice(from, first.start);
  const match = TOTAL.exec(words);
  const value = viNumber(match?.groups?.figure ?? '');
  const sum = more.reduce((all, share) => all + share.value, first.value);
  if (match === null || value === undefined || match.groups?.unit !== first.unit || sum > value) return undefined;
  const end = from + match.index + match[0].length;
  const at = from + words.indexOf(whole.indicator.text);
  const taken = drafts.some(({ source }) => source.start < end && source.end >= end);
  return taken || at < from || at > end
    ? undefined
    : {
        ...whole,
        quantity: { comparator: '=', value, valueMax: null, unit: first.unit, text: match[0] },
        source: sourceAt(plan.laid, at, end),
        confidence: OF_WORDS,
      };
}

const isOf = (draft: TargetDraft | undefined, { block, value, start, end }: Share): boolean =>
  draft?.quantity?.value === value &&
  draft.source.start < end &&
  draft.source.end > start &&
  draft.source.start >= block.start;

const shareDraft = (plan: Plan, whole: Whole, { value, start, end }: Share, unit: string): TargetDraft => ({
  ...whole,
  kind: 'quantified',
  quantity: { comparator: '=', value, valueMax: null, unit, text: plan.laid.text.slice(start, end) },
  source: sourceAt(plan.laid, start, end),
  confidence: OF_WORDS,
});

/** A share under the name of whom it is allotted to. */
function allotted(plan: Plan, draft: TargetDraft, whole: Whole, { name }: Share): TargetDraft {
  const { knowledge, date } = plan.context;
  const level = patternsOf(knowledge).levels.find(([kind]) => kind.test(name))?.[1];
  const { text, under = [] } = whole.indicator;
  const indicator = { text: `${name}: ${text}`, under: [name, ...under] };
  return {
    ...draft,
    indicator,
    levels: levelsOf(knowledge, indicator.text, draft.quantity?.unit ?? '', date),
    ...(level === undefined ? {} : { allottedTo: { name, level: levelOf[level], code: null } }),
  };
}

const levelOf: Readonly<Record<'province' | 'city' | 'district' | 'commune', Level>> = {
  province: 'province',
  city: 'district',
  district: 'district',
  commune: 'commune',
};
