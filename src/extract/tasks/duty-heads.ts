import type { MentionOf } from '../../model/mention.ts';
import type { Agency } from '../../model/record.ts';
import { toAgency } from '../document/agencies.ts';
import type { OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { roleOfTitle } from '../document/section-roles.ts';
import type { LaidBlock } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';
import { readAgencyList } from '../mentions/agencies/list.ts';
import { type DutyPatterns, dutyPatterns, TOLD_WITHIN } from './duty-words.ts';

/** Who has what follows, and where that begins in the document's text. */
export interface DutyHead {
  readonly agencies: readonly Agency[];
  readonly bodyStart: number;
}

/** Reads who a duty belongs to from what stands before it. */
export interface HeadReader {
  /** The agencies that head an item: "9. Sở Công Thương, … : Tham mưu …", "2. Sở Nội vụ". */
  readonly ofItem: (node: OutlineNode, block: LaidBlock) => DutyHead;
  /** The agencies that the heading of a whole section names: "Điều 5. Trách nhiệm của Sở Y tế". */
  readonly ofTitle: (section: OutlineNode) => readonly Agency[];
  /** The items of a section that agencies head, where it shares them out so. */
  readonly headedItems: (section: OutlineNode) => readonly OutlineNode[];
  /** The agencies of a paragraph that is nothing else. */
  readonly ofLine: (block: LaidBlock) => readonly Agency[];
  /** The agency that a paragraph names itself: "UBND cấp xã: …", "Giao Sở Nội vụ chủ trì …"; undefined where it names none. */
  readonly ofParagraph: (block: LaidBlock, from: number, above: readonly Agency[]) => DutyHead | undefined;
}

/** What the heads of one plan are read by. */
interface HeadReading {
  readonly plan: Plan;
  readonly words: DutyPatterns;
  /** By the kinds of labels, whether agencies head at least half of the items of a section, where that was asked. */
  readonly sharing: Map<OutlineNode, Map<OutlineNode['kind'], boolean>>;
}

/** Reads the heads of a plan's duties. */
export function headReader(plan: Plan): HeadReader {
  const reading: HeadReading = { plan, words: dutyPatterns(plan.context.knowledge), sharing: new Map() };
  return {
    ofItem: (node, block) => ofItem(reading, node, block),
    ofTitle: (section) => ofTitle(reading, section),
    headedItems: (section) => headedItems(reading, section),
    ofLine: (block) => onlyAgencies(reading, block.text, block.start, block, false),
    ofParagraph: (block, from, above) => ofParagraph(reading, block, from, above),
  };
}

function ofItem(reading: HeadReading, node: OutlineNode, block: LaidBlock): DutyHead {
  // "3. Văn phòng UBND tỉnh Tham mưu giúp …": the name and what it is to do on one line, with nothing between.
  const at = node.bodyStart - block.start;
  const run = leadingAgencies(reading.words, mentionsFrom(reading, block, at), block.text, true);
  const last = run.at(-1);
  if (run[0]?.start === at && last !== undefined) {
    const rest = block.text.slice(last.end);
    const space = /^\s+(?=\p{Lu})/u.exec(rest)?.[0].length ?? 0;
    if (space > 0 && reading.words.acts.test(rest.slice(space)))
      return { agencies: run.map((m) => leadOf(reading, block, m)), bodyStart: block.start + last.end + space };
  }
  const name = nameOfItem(node, reading.words);
  if (name !== undefined) {
    const heads = name.heads && !measuresBelow(reading, node);
    const listed = onlyAgencies(reading, name.text, name.start, block, heads);
    const agencies = listed.length > 0 ? listed : headAmongAgencies(reading, node, name.text, name.start, block);
    if (agencies.length > 0) return { agencies, bodyStart: name.bodyStart };
  }
  return { agencies: [], bodyStart: node.bodyStart };
}

/** Whether what stands under a heading are figures and no actions: "I. Kinh tế số" heads aims, whatever section it stands in. */
function measuresBelow({ plan, words }: HeadReading, node: OutlineNode): boolean {
  const below = [...node.blocks.slice(1), ...node.children.flatMap(({ blocks }) => blocks.slice(0, 1))];
  const measures = below.filter((block) => {
    const own = plan.outline.nodeOf.get(block.index);
    const from = own === undefined || own.start !== block.start ? 0 : own.bodyStart - block.start;
    return !words.acts.test(block.text.slice(from)) && ofKind(plan.mentionsOf(block), 'quantity').length > 0;
  });
  return measures.length > 0 && measures.length * 2 >= below.length;
}

/** The agencies of a text that is nothing but agencies, else []. `heads`: something stands under it that it is to do. */
function onlyAgencies(reading: HeadReading, text: string, start: number, block: LaidBlock, heads: boolean): Agency[] {
  if (text.length > 400 || reading.words.acts.test(text)) return [];
  const opening = reading.words.headOpening.exec(text)?.[0].length ?? 0;
  // "Đối với các bến đò chưa có phép" heads what a rule is about, "Đối với Văn phòng" a body.
  const named =
    heads &&
    (opening === (reading.words.opening.exec(text)?.[0].length ?? 0) ||
      !reading.words.several.test(text.slice(opening)));
  const at = start - block.start;
  const known = mentionsFrom(reading, block, at).filter((m) => m.end <= at + text.length);
  // "Ủy ban nhân dân, Phòng Kinh tế các huyện": what narrows the first name stands behind the last.
  const council =
    known[0] === undefined || known[0].start > at + opening ? (reading.words.council.exec(text)?.[0].length ?? 0) : 0;
  const covered = known.reduce((sum, m) => sum + (m.end - m.start), council);
  // "4. Báo A, Đài B mở chuyên mục về du lịch.": behind the names stands what they are to do.
  const last = known.at(-1);
  if (!heads && last !== undefined && /[.;]\s*$/u.test(block.text) && DOES_MORE.test(text.slice(last.end - at)))
    return [];
  if (
    covered < 0.5 * (text.length - opening) &&
    !(named && text.length <= 150 && !reading.words.matter.test(text.slice(opening)))
  )
    return [];
  return agenciesListedIn(reading, text, at, block);
}

/** Four words and more behind the names in a sentence. */
const DOES_MORE = /^\s+\p{Ll}+(?:\s[\p{L}\d%]+){3,}/u;

function agenciesListedIn(reading: HeadReading, text: string, at: number, block: LaidBlock): Agency[] {
  return readAgencyList(text, reading.plan.context).map((m) =>
    leadOf(reading, block, { ...m, start: m.start + at, end: m.end + at }),
  );
}

/** A short name that no table knows heads an item where most of those beside it are headed by agencies. */
function headAmongAgencies(
  reading: HeadReading,
  node: OutlineNode,
  name: string,
  start: number,
  block: LaidBlock,
): Agency[] {
  if (name.length > 60 || reading.words.acts.test(name) || reading.words.matter.test(name)) return [];
  if (reading.words.post.test(name)) return agenciesListedIn(reading, name, start - block.start, block);
  const rest = name.slice(reading.words.headOpening.exec(name)?.[0].length ?? 0);
  if (
    reading.words.several.test(rest) ||
    reading.words.about.test(name) ||
    roleOfTitle(reading.plan.context.knowledge, name) !== undefined
  )
    return [];
  return node.parent !== null && sharesOut(reading, node.parent, node.kind)
    ? agenciesListedIn(reading, name, start - block.start, block)
    : [];
}

function ofTitle(reading: HeadReading, section: OutlineNode): readonly Agency[] {
  const { text, start, heading } = titleOf(section);
  const block = section.blocks[0];
  if (block === undefined || !heading || !reading.words.headOpening.test(text)) return [];
  return onlyAgencies(reading, text, start, block, false);
}

/** Whether agencies head at least half of the items of a section with one kind of label: to whom a paper goes is a list of its own. */
function sharesOut(reading: HeadReading, section: OutlineNode, kind: OutlineNode['kind']): boolean {
  const known = reading.sharing.get(section)?.get(kind);
  if (known !== undefined) return known;
  const items = section.children.filter((child) => child.kind === kind);
  const headed = items.filter((child) => {
    const first = child.blocks[0];
    const name = nameOfItem(child, reading.words);
    return (
      first !== undefined && name !== undefined && onlyAgencies(reading, name.text, name.start, first, false).length > 0
    );
  });
  const shares = headed.length >= 2 && headed.length >= items.length / 2;
  const kinds = reading.sharing.get(section) ?? new Map<OutlineNode['kind'], boolean>();
  reading.sharing.set(section, kinds.set(kind, shares));
  return shares;
}

/** "Tổ chức 12 đợt khám bệnh" may tell of what was done. */
const COUNTED = /^\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,3}\s\d[\d.]*\s\p{L}/u;

/** Whether what stands below an item are actions, most of it: its head is who does them. */
function headsActs({ words }: HeadReading, node: OutlineNode): boolean {
  const below = [
    ...node.blocks.slice(1).map(({ text }) => text),
    ...node.children.flatMap(({ blocks: [first], bodyStart }) =>
      first === undefined ? [] : [first.text.slice(bodyStart - first.start)],
    ),
  ];
  // One thing that was done shows that all are told of; "Tổ chức hội nghị giao ban" may still be to be done.
  const isTold = (text: string): boolean => {
    const told = words.told.exec(text.slice(0, TOLD_WITHIN));
    return told !== null && (told.index > 0 || words.events.exec(text)?.index !== 0);
  };
  if (below.some(isTold)) return false;
  const acting = below.filter((text) => (words.acts.test(text) || words.clause.test(text)) && !COUNTED.test(text));
  return acting.length > 0 && acting.length >= below.length / 2;
}

/**
 * The items of a section that agencies head: all of them where they head at least half, one alone where it says that it is
 * asked or told ("Đề nghị Chi cục Thống kê", "Đối với UBND xã") or where what stands below it are actions.
 */
function headedItems(reading: HeadReading, section: OutlineNode): readonly OutlineNode[] {
  const { headOpening } = reading.words;
  return section.children.filter((child) => {
    const first = child.blocks[0];
    const name = nameOfItem(child, reading.words);
    if (first === undefined || name === undefined) return false;
    const shares =
      sharesOut(reading, section, child.kind) ||
      headOpening.test(name.text) ||
      isHandedOut(reading.words, section, child.start);
    if (!shares && !headsActs(reading, child)) return false;
    return (
      onlyAgencies(reading, name.text, name.start, first, false).length > 0 ||
      (shares && headAmongAgencies(reading, child, name.text, name.start, first).length > 0)
    );
  });
}

/** Whether an order leads up to the items of a section: "Hội đồng nhân dân tỉnh giao:", "Chủ tịch UBND tỉnh yêu cầu:". @param start where the item begins */
export function isHandedOut(words: DutyPatterns, section: OutlineNode, start: number): boolean {
  const before = section.blocks.filter((block) => block.start < start && block.cell === undefined).at(-1);
  if (before === undefined) return false;
  const last = before.text.slice(-LONGEST_LEAD_IN);
  return words.handsItems.test(last) && !words.told.test(last);
}
/** In UTF-16 units. */
const LONGEST_LEAD_IN = 160;

function ofParagraph(
  reading: HeadReading,
  block: LaidBlock,
  from: number,
  above: readonly Agency[],
): DutyHead | undefined {
  const text = block.text.slice(from - block.start);
  const listed = namedByColon(reading, block, from - block.start);
  if (listed.length > 0) return { agencies: listed.map((m) => leadOf(reading, block, m)), bodyStart: from };
  const [colon, named] = namedBeforeColon(reading, text, from, block);
  if (named.length > 0) {
    const start = from + colon + 1;
    return {
      agencies: named,
      bodyStart: start + (/^\s*/u.exec(block.text.slice(start - block.start))?.[0].length ?? 0),
    };
  }
  const at = from - block.start;
  const opening = reading.words.opening.exec(text)?.[0].length ?? 0;
  const mentions = mentionsFrom(reading, block, at);
  const [first] = mentions;
  // "Các trường học trên địa bàn lồng ghép …": bodies of a commune that have no name of their own.
  const local = reading.words.local.exec(text.slice(opening))?.[0];
  const to = at + opening + (local?.length ?? 0);
  if (local !== undefined && (first === undefined || first.start > at + opening || first.end < to))
    return { agencies: agenciesListedIn(reading, local, at + opening, block), bodyStart: from };
  if (first === undefined) return undefined;
  // "Định kỳ 6 tháng, hằng năm, các sở, ban, ngành báo cáo …": a time goes before who has the duty.
  const timed = opening === 0 && first.start > at && isTime(reading, block, at, first.start);
  const behind = opening === 0 && !timed && first.start > at ? behindClause(reading, block, at, mentions) : [];
  if (behind.length > 0) return { agencies: behind.map((m) => leadOf(reading, block, m)), bodyStart: from };
  if (!timed && first.start !== at + opening) return undefined;
  if (opening === 0 && above.length > 0 && first.value.role === 'cooperate') return undefined;
  // "UBND tỉnh yêu cầu các sở, ngành …": it is theirs.
  const next = mentions[1];
  if (
    next !== undefined &&
    reading.words.commander.test(first.value.name) &&
    reading.words.hands.test(block.text.slice(first.end, next.start))
  )
    return {
      agencies: leadingAgencies(reading.words, mentions.slice(1), block.text, true).map((m) =>
        leadOf(reading, block, m),
      ),
      bodyStart: from,
    };
  return {
    agencies: leadingAgencies(reading.words, mentions, block.text, opening > 0 || timed).map((m) =>
      leadOf(reading, block, m),
    ),
    bodyStart: from,
  };
}

/** "Các cơ quan liên quan: Sở A, Sở B kiểm tra …": those whom a colon names behind bodies in general. @param at in the block's text */
function namedByColon(reading: HeadReading, block: LaidBlock, at: number): readonly MentionOf<'agency'>[] {
  const [general, ...rest] = mentionsFrom(reading, block, at);
  const [first] = rest;
  return general?.start === at &&
    first !== undefined &&
    reading.words.nobody.test(general.value.name) &&
    reading.words.namesThem.test(block.text.slice(general.end, first.start))
    ? leadingAgencies(reading.words, rest, block.text, true)
    : [];
}

/** Those who have what follows a clause: "Căn cứ Kế hoạch này, các sở, ban, ngành xây dựng …". */
function behindClause(
  { words }: HeadReading,
  block: LaidBlock,
  at: number,
  mentions: readonly MentionOf<'agency'>[],
): readonly MentionOf<'agency'>[] {
  const from = mentions.findIndex(({ start }) => /,\s*$/u.test(block.text.slice(at, start)));
  const first = mentions[from];
  if (first === undefined || !words.clause.test(block.text.slice(at, first.start))) return [];
  const run = leadingAgencies(words, mentions.slice(from), block.text, false);
  const after = block.text.slice(run.at(-1)?.end ?? first.end).trimStart();
  if (run.every(({ value }) => words.nobody.test(value.name))) return [];
  return words.acts.test(after) || words.answers.test(after) ? run : [];
}

/** The agencies before a colon, and that colon; of "Các Sở: Tư pháp, Tài chính: …" the later one. */
function namedBeforeColon(
  reading: HeadReading,
  text: string,
  start: number,
  block: LaidBlock,
): [colon: number, named: readonly Agency[]] {
  let found: [number, readonly Agency[]] = [-1, []];
  for (const { index } of [...text.slice(0, 300).matchAll(/[:：](?=\s)/gu)].slice(0, 3)) {
    const named = index > 0 ? onlyAgencies(reading, text.slice(0, index), start, block, false) : [];
    if (named.length > found[1].length || (named.length > 0 && index < 160 && found[0] < 0)) found = [index, named];
  }
  return found;
}

/** Whether a stretch says but when, or how often. */
function isTime(reading: HeadReading, block: LaidBlock, from: number, to: number): boolean {
  const times = ofKind(reading.plan.mentionsOf(block), 'deadline').filter((m) => m.start >= from && m.end <= to);
  let rest = '';
  let at = from;
  for (const { start, end } of times) {
    rest += block.text.slice(at, start);
    at = end;
  }
  rest += block.text.slice(at, to);
  return reading.words.besideTimes.test(rest);
}

function mentionsFrom(reading: HeadReading, block: LaidBlock, at: number): MentionOf<'agency'>[] {
  return ofKind(reading.plan.mentionsOf(block), 'agency').filter((m) => m.start >= at);
}

function leadOf(reading: HeadReading, block: LaidBlock, mention: MentionOf<'agency'>): Agency {
  return toAgency(reading.plan, block, mention, 'lead', 'explicit');
}

/** What may be the name of who has an item: its heading, or all of its first line where more stands below. */
function nameOfItem(
  node: OutlineNode,
  { hands, about }: DutyPatterns,
): { readonly text: string; readonly start: number; readonly bodyStart: number; readonly heads: boolean } | undefined {
  const below = node.children.length > 0 || node.blocks.length > 1;
  const first = node.blocks[0];
  const title = titleOf(node);
  // "1. Về lĩnh vực Tài nguyên, môi trường:" says what about.
  if (about.test(title.text)) return undefined;
  // "3. Đề nghị: Hội Nông dân tỉnh, Hội Cựu chiến binh tỉnh": the colon parts no name from what it is to do.
  if (below && first !== undefined && hands.test(title.text) && title.bodyStart < first.end)
    return {
      text: first.text.slice(title.start - first.start),
      start: title.start,
      bodyStart: first.end,
      heads: false,
    };
  // A name that ends with a full stop heads what stands below it all the same.
  const line = below && title.end >= (node.blocks[0]?.end ?? 0) - 1;
  if (!title.heading && !line) return undefined;
  const text = title.text.replace(/\s*\([^()]*\)\s*$/u, '');
  return {
    text,
    start: title.start,
    bodyStart: title.heading ? title.bodyStart : (node.blocks[0]?.end ?? title.end),
    heads: below && title.heading,
  };
}

/** The agencies that stand together at the start: up to the first that the wording makes a partner, or that other words part from them. */
function leadingAgencies(
  { joined }: DutyPatterns,
  mentions: readonly MentionOf<'agency'>[],
  text: string,
  handed: boolean,
): MentionOf<'agency'>[] {
  const found: MentionOf<'agency'>[] = [];
  for (const mention of mentions) {
    const before = found.at(-1);
    // "Đề nghị Hội A, Hội B phối hợp …": the duty is theirs, whatever it is.
    if (mention.value.role === 'cooperate' && !handed) break;
    if (before !== undefined && !joined.test(text.slice(before.end, mention.start))) break;
    found.push(mention);
  }
  return found;
}
