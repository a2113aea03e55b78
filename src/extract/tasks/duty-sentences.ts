import type { SectionRole } from '../../knowledge/word-tables.ts';
import { coverageOf } from '../../language/coverage.ts';
import { type Range, sentences } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import type { Agency, Form } from '../../model/record.ts';
import { toAgency } from '../document/agencies.ts';
import type { TaskDraft } from '../document/drafts.ts';
import { isBullet, type OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { OF_DUTY_ELSEWHERE } from '../record/confidence.ts';
import { dueIn } from './due.ts';
import { isHandedOut } from './duty-heads.ts';
import { type DutyPatterns, dutyPatterns, TOLD_WITHIN } from './duty-words.ts';
import { followsOn, goesOnWith, lengthened } from './goes-on.ts';
import { KIND } from './kinds-of-bodies.ts';
import { endsWithNames, partnersOf } from './partners.ts';
import { beginsWithAct, doersNamed, dutiesApart, enumerated, hands, isObliged, orderedIn } from './sentence-doers.ts';
import { readBeforeOrders } from './voice.ts';

/** What a walk through the body knows of the duties behind it. */
interface Walk {
  readonly plan: Plan;
  readonly words: DutyPatterns;
  readonly detailBlocks: ReadonlySet<number>;
  readonly form: Form;
  /** An order was given, and nothing has been told since but what it hands out. */
  ordered: boolean;
  /** Whether agencies and what they do begin most items of a section, where that was asked. */
  /** Somebody was told to do something before: by words, not by the kind of paper alone. */
  told: boolean;
  readonly sharing: Map<OutlineNode, boolean>;
  /** Sentences that an order behind them makes duties, by their offsets. */
  readonly beforeOrders: ReadonlySet<number>;
  /** Who has what the block before hands out: a paragraph that begins with an action goes on with it. */
  last: { readonly block: LaidBlock; readonly leads: readonly Agency[]; readonly aside?: true } | undefined;
}

/** Duties of named agencies outside task tables and the sections that share duties out. */
export function readDutiesElsewhere(
  plan: Plan,
  covered: readonly TaskDraft[],
  detailBlocks: ReadonlySet<number>,
  form: Form,
): TaskDraft[] {
  const words = dutyPatterns(plan.context.knowledge);
  const walk: Walk = {
    plan,
    words,
    detailBlocks,
    form,
    ordered: ORDERING.has(form),
    last: undefined,
    told: false,
    sharing: new Map(),
    beforeOrders: readBeforeOrders(plan, words, form),
  };
  const tasks: TaskDraft[] = [];
  const taken = coverageOf(covered.map(({ source }) => source));
  const listed = new Set<number>();
  for (const block of plan.body) {
    const node = plan.outline.nodeOf.get(block.index);
    if (node === undefined || block.cell !== undefined || block.kind === 'footnote') continue;
    const role = plan.roleAt(block.start, node);
    if (role === 'implementation' || role === 'situation') continue;
    if (detailBlocks.has(block.index) || taken.touches(block.start, block.end)) continue;
    if (words.addressees.test(block.text)) continue;
    const agencies = ofKind(plan.mentionsOf(block), 'agency');
    const from = block.start === node.start ? node.bodyStart - block.start : 0;
    const heading = announcedIn(walk, block, node, from, agencies);
    if (heading !== undefined && !announcesPapers(plan, node, block)) {
      const items = ofItems(walk, block, node, heading, listed).filter(
        ({ source }) => !taken.touches(source.start, source.end),
      );
      tasks.push(...items);
      walk.ordered = true;
      walk.told = true;
      walk.last = { block, leads: heading.leads };
    } else if (!listed.has(block.index)) {
      const found = ofSentences(walk, { block, node, from, agencies, role });
      const goesOn = found.length > 0 ? [] : goingOn(walk, block, node, from, role);
      tasks.push(...found, ...goesOn);
      follow(walk, block, from, found.at(-1) ?? goesOn.at(-1));
    }
  }
  return tasks;
}

/** What these papers count is to be done. */
const SETS: ReadonlySet<Form> = new Set(['plan', 'programme', 'directive', 'decision']);

/** What these papers say is handed out, unless they tell of something. */
const ORDERING: ReadonlySet<Form> = new Set(['directive', 'official-dispatch']);

/** What these say to bodies in general is an order where orders are given. */
const ORDERS_GIVEN: ReadonlySet<Form> = new Set([...ORDERING, 'news']);

/** What a block does to what comes after it: it gives an order, it goes on with one, or it tells of something else. */
function follow(walk: Walk, block: LaidBlock, from: number, duty: TaskDraft | undefined): void {
  if (duty !== undefined) walk.last = { block, leads: duty.leads };
  else if (block.text.length - from >= SHORTEST_TOLD) walk.last = aside(walk, block, from);
  if (duty !== undefined) walk.ordered = true;
  else
    for (const { start, end } of sentences(block.text, from))
      walk.ordered = ordersAfter(walk.words, block.text.slice(start, end), walk.ordered);
}

/** One paragraph that names nobody and tells of nothing may stand between an order and what goes on with it. */
function aside({ plan, words, form, last }: Walk, block: LaidBlock, from: number): Walk['last'] {
  return last === undefined ||
    last.aside === true ||
    !ORDERS_GIVEN.has(form) ||
    words.told.test(block.text.slice(from, from + TOLD_WITHIN)) ||
    ofKind(plan.mentionsOf(block), 'agency').length > 0
    ? undefined
    : { ...last, aside: true };
}

/** Whether orders are given behind a sentence: it gives some, or leads up to them, or it tells of what was done. */
function ordersAfter(words: DutyPatterns, sentence: string, before: boolean): boolean {
  if (words.told.test(sentence.slice(0, TOLD_WITHIN))) return sentence.length < SHORTEST_TOLD && before;
  return (
    before ||
    words.orders.test(sentence) ||
    (words.ordersOthers.test(sentence) && !words.petitions.test(sentence.slice(0, TOLD_WITHIN)))
  );
}
/** A caption or a name between two paragraphs tells nothing, in UTF-16 units. */
const SHORTEST_TOLD = 60;

/** Whom a paragraph hands the items below it, and with whom they are to do them. */
interface Announced {
  readonly leads: readonly Agency[];
  readonly partners: readonly Agency[];
}

/** Whom a paragraph that ends with a colon hands what follows: "UBND tỉnh yêu cầu các sở, ban, ngành:", "Sở Nội vụ chủ trì, phối hợp với …:". */
function announcedIn(
  { plan, words, form }: Walk,
  block: LaidBlock,
  node: OutlineNode,
  from: number,
  agencies: readonly MentionOf<'agency'>[],
): Announced | undefined {
  const text = block.text.trimEnd();
  if (agencies.length === 0) return undefined;
  if (!/[:：]$/u.test(text) && !(node.children.length > 0 && endsWithNames(text, from, agencies))) return undefined;
  const start = sentences(text, from).at(-1)?.start ?? from;
  const within = agencies.filter((m) => m.start >= start);
  const partners = partnersOf(plan.context.knowledge, within, text);
  const first =
    within.find((m) => hands(words, text, start, m.start)) ??
    (within[0]?.start === start && within[0].value.role !== 'cooperate' ? within[0] : undefined);
  if (first === undefined) return undefined;
  const doers = enumerated(words, within.slice(within.indexOf(first)), text);
  const after = text.slice(doers.at(-1)?.end ?? 0);
  const handed = hands(words, text, start, first.start);
  // "Các sở, ngành tập trung thực hiện một số công việc sau:"; a report tells so what they did.
  const listed =
    form !== 'report' &&
    words.list.test(after) &&
    !words.commander.test(first.value.name) &&
    words.acts.test(after.trimStart()) &&
    !words.told.test(after);
  if (!handed && !listed && !(doers.some((m) => m.value.role === 'lead') || words.answers.test(after)))
    return undefined;
  const rest = text.length - ((partners.at(-1) ?? doers.at(-1))?.end ?? 0);
  if (rest > (words.list.test(after) ? LONGEST_LIST_HEAD : LONGEST_ANNOUNCEMENT)) return undefined;
  return {
    leads: doers.map((m) => toAgency(plan, block, m, 'lead', 'explicit')),
    partners: partners.filter((m) => !doers.includes(m)).map((m) => toAgency(plan, block, m, 'cooperate', 'explicit')),
  };
}
/** Longest words between whom a lead-in names and its colon, in UTF-16 units: "tập trung thực hiện một số nhiệm vụ sau". */
const LONGEST_ANNOUNCEMENT = 90;
/** The same where it says that a list follows: "…, trong đó trọng tâm là các tỉnh …, thực hiện các nội dung sau". */
const LONGEST_LIST_HEAD = 240;

/** "… thực hiện nghiêm các văn bản sau:" above papers: they are no duties, the words that lead up to them are. */
function announcesPapers(plan: Plan, node: OutlineNode, block: LaidBlock): boolean {
  const items = node.children.filter(({ start }) => start > block.start);
  return (
    items.length > 0 &&
    items.every(({ blocks: [first], bodyStart }) => {
      if (first === undefined) return false;
      const at = bodyStart - first.start;
      return ofKind(plan.mentionsOf(first), 'reference').some(({ start }) => start >= at && start - at < LONGEST_KIND);
    })
  );
}
/** "Công văn số", before the number of a paper, in UTF-16 units. */
const LONGEST_KIND = 16;

/** The items that follow a lead-in, each a duty of whom it names unless the item has its own. @param listed takes the blocks of them */
function ofItems(
  { plan, words, detailBlocks }: Walk,
  block: LaidBlock,
  node: OutlineNode,
  heading: Announced,
  listed: Set<number>,
): TaskDraft[] {
  // The list ends where the section of the lead-in speaks on by itself.
  const next = node.blocks.find((other) => other.start > block.start && other.cell === undefined)?.start;
  const below = node.children.filter(
    ({ kind, start }) => start > block.start && start < (next ?? Number.POSITIVE_INFINITY) && !PARTS.has(kind),
  );
  const items = below.length > 0 || next !== undefined ? below : flattened(plan, node);
  return items
    .flatMap((item) => belowTopic(plan, words, item))
    .flatMap((item): TaskDraft[] => {
      const first = item.blocks[0];
      if (first === undefined || detailBlocks.has(first.index)) return [];
      const at = item.bodyStart - first.start;
      const agencies = ofKind(plan.mentionsOf(first), 'agency').filter((m) => m.start >= at);
      if (agencies.some((m) => m.value.role === 'lead') || agencies[0]?.start === at) return [];
      // "5. Đề nghị Hội Nông dân huyện …": the item hands itself out.
      if (agencies[0] !== undefined && hands(words, first.text, at, agencies[0].start)) return [];
      listed.add(first.index);
      const found = {
        text: first.text.slice(at),
        start: item.bodyStart,
        end: first.end,
        deadline: dueIn(plan, first, at, first.text.length),
      };
      return [
        draftDuty(plan, item, first, { leads: heading.leads, partners: heading.partners, within: agencies }, found),
      ];
    });
}

/** "1. Về lĩnh vực đất đai:" says what the items below it are about; it is nobody's duty. */
function belowTopic(plan: Plan, words: DutyPatterns, item: OutlineNode): readonly OutlineNode[] {
  const { blocks, children } = item;
  const [first] = blocks;
  if (first === undefined || !words.names.test(first.text.slice(item.bodyStart - first.start))) return [item];
  if (children.length === 0 && blocks.length === 1) return [item];
  return ofKind(plan.mentionsOf(first), 'agency').length > 0
    ? [item]
    : children.flatMap((child) => belowTopic(plan, words, child));
}

/** "1. Giao Bộ Y tế:" above "1. …" and "2. …": the items of a list that lost its depth, up to the next that names who has it. */
function flattened(plan: Plan, node: OutlineNode): readonly OutlineNode[] {
  if (node.read === undefined || node.parent === null || node.children.length > 0) return [];
  const siblings = node.parent.children.slice(node.parent.children.indexOf(node) + 1);
  if (siblings[0]?.read?.ordinal !== 1 || siblings[0].kind !== node.kind || isBullet(node) || PARTS.has(node.kind))
    return [];
  const end = siblings.findIndex(
    ({ blocks: [first], read }, i) =>
      first === undefined ||
      (i > 0 && read?.ordinal === 1) ||
      (/[:：]/u.test(first.text) && ofKind(plan.mentionsOf(first), 'agency').length > 0 && read?.ordinal === 1),
  );
  return end < 0 ? siblings : siblings.slice(0, end);
}

/** Labels of the parts of a whole document, which no lead-in hands out. */
const PARTS: ReadonlySet<OutlineNode['kind']> = new Set(['appendix', 'part', 'chapter', 'letter-capital', 'roman']);

/** A paragraph that begins with an action goes on with the duties of whom the one before names. */
function goingOn(walk: Walk, block: LaidBlock, node: OutlineNode, from: number, role: SectionRole): TaskDraft[] {
  const { plan, words, last } = walk;
  if (last === undefined || !walk.ordered || isBullet(node) || (role !== 'other' && role !== 'tasks')) return [];
  const text = block.text.slice(from);
  // A labelled item stands for itself.
  if (block.start === node.start || text.length < SHORTEST_TOLD || /[:：]\s*$/u.test(text)) return [];
  if (!goesOnWith(words, text)) return [];
  const agencies = ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= from);
  const found = {
    text,
    start: block.start + from,
    end: block.end,
    deadline: dueIn(plan, block, from, block.text.length),
  };
  return [draftDuty(plan, node, block, { leads: last.leads, partners: [], within: agencies }, found)];
}

/** Whether an item is one of several that mostly begin with agencies and what they do: "1. Sở Y tế kiểm tra …", "2. Công an tỉnh điều tra …". */
function sharesActs({ plan, words, sharing }: Walk, { parent, start }: OutlineNode): boolean {
  if (parent === null) return false;
  if (isHandedOut(words, parent, start)) return true;
  const known = sharing.get(parent);
  if (known !== undefined) return known;
  const acting = parent.children.filter((item) => {
    const block = item.blocks[0];
    if (block === undefined || block.cell !== undefined) return false;
    const from = item.bodyStart - block.start;
    const named = ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= from);
    return beginsWithAct(words, block.text, from, named);
  });
  const shares = acting.length >= 2 && acting.length >= parent.children.length / 2;
  sharing.set(parent, shares);
  return shares;
}

/** A block as its sentences are read. */
interface Passage {
  readonly block: LaidBlock;
  readonly node: OutlineNode;
  /** Where its words begin, after a label. */
  readonly from: number;
  readonly agencies: readonly MentionOf<'agency'>[];
  readonly role: SectionRole;
}

/** Sentences that hand a duty to an agency, or say by when it is to report. */
function ofSentences(walk: Walk, passage: Passage): TaskDraft[] {
  const { words, form } = walk;
  const { block, node, from, agencies, role } = passage;
  // "1. Về kiến nghị giao UBND tỉnh là cơ quan chủ quản:" names a matter.
  if (agencies.length === 0 || words.names.test(block.text.slice(from))) return [];
  const tasks: TaskDraft[] = [];
  const shared =
    role === 'other' &&
    form !== 'report' &&
    block.start === node.start &&
    ((form === 'decision' && node.kind === 'article') ||
      (form === 'resolution' && (node.kind === 'article' || node.parent?.kind === 'article')) ||
      sharesActs(walk, node));
  let open = walk.ordered || shared;
  for (const range of sentences(block.text, from).flatMap((whole) => dutiesApart(words, block.text, whole, agencies)))
    open = ofSentence(walk, passage, range, tasks, open);
  return tasks;
}

/** Adds what one sentence hands out. @param open orders were given before it @returns whether they are behind it */
function ofSentence(walk: Walk, passage: Passage, range: Range, tasks: TaskDraft[], before: boolean): boolean {
  const { plan, words, form } = walk;
  const { block, node, from, role } = passage;
  const { start, end } = range;
  const text = block.text.slice(start, end);
  const within = named(words, block.text, namesIn(passage, range));
  if (isNobodys(walk, passage, text)) return before;
  if (namesOnly(words, text, within)) {
    const labelled = ofLabels(plan, passage, range, within);
    if (tasks.length === 0 && labelled !== undefined) tasks.push(labelled);
    return before;
  }
  const deadline = dueIn(plan, block, start, end);
  const last = tasks.at(-1);
  const open = ordersAfter(words, text, before || walk.beforeOrders.has(block.start + start));
  if (ordersAfter(words, text, false)) walk.told = true;
  const handsOut = open && form !== 'report';
  const amongTasks = role === 'tasks' && (start <= from + 1 || handsOut);
  const expected = amongTasks || (handsOut && role === 'other');
  const leading = within.find((m) => m.value.role === 'lead');
  const ordered = leading === undefined ? undefined : orderedIn(words, block.text, range, within, expected);
  const lead = isDirected(words, block.text, start, leading, ordered) ? undefined : leading;
  if (
    lead !== undefined &&
    !ordered?.includes(lead) &&
    tellsOfLead(words, block.text, range, lead, expected || SETS.has(form), form === 'news' && deadline === null)
  )
    return before;
  // "… Trình UBND tỉnh trước ngày 10/8/2018.": by when what the sentence before hands out is to be done.
  const delivers = lead === undefined && deadline !== null && (words.delivers.test(text) || words.saidDone.test(text));
  if (delivers && last?.deadline === null) {
    tasks[tasks.length - 1] = lengthened(plan, block, last, range, within, deadline);
    return before;
  }
  const place = { due: deadline !== null, expected, counts: role !== 'tasks' || !SETS.has(form) };
  const doers =
    lead === undefined ? doersNamed(plan.context.knowledge, words, block.text, range, within, place) : within;
  if (doers.length === 0) {
    const more = handsOut ? oneMore(walk, passage, range, last) : [];
    tasks.push(...more);
    // "… Báo cáo kết quả trước ngày 30/6.": whoever has the sentence before goes on with it.
    if (more.length === 0 && last !== undefined && handsOut && followsOn(block, last, start) && goesOnWith(words, text))
      tasks[tasks.length - 1] = lengthened(plan, block, last, range, within, last.deadline ?? deadline);
    return open;
  }
  const leads = leadersOf(words, block.text, start, doers);
  const { given, told } = howGiven(walk, passage, range, { leads, due: deadline !== null, open });
  // No name tells that a body is meant: where no orders are given, the sentence tells what some of its kind do.
  if (!given && !amongTasks && !told && leads.every(({ rule }) => rule === KIND)) return open;
  const general = leads.every((m) => words.nobody.test(m.value.name));
  const spokenTo =
    told && ORDERS_GIVEN.has(form) && leads.every((m) => words.plural.test(m.text)) && leads[0] === doers[0];
  if (!given && !(spokenTo && (leads[0]?.start ?? end) - start <= LONGEST_LINK) && general) return true;
  walk.told = true;
  tasks.push(
    draftDuty(
      plan,
      node,
      block,
      { leads: leads.map((m) => toAgency(plan, block, m, 'lead', 'explicit')), partners: [], within },
      { text, start: block.start + start, end: block.start + end, deadline },
    ),
  );
  return true;
}

/** "yêu cầu UBND các tỉnh chỉ đạo Sở A phối hợp với Sở B": the duty is theirs who are told to direct those that lead. */
const isDirected = (
  words: DutyPatterns,
  text: string,
  start: number,
  lead: MentionOf<'agency'> | undefined,
  ordered: readonly MentionOf<'agency'>[] = [],
): boolean =>
  lead !== undefined &&
  ordered.some((m) => m.end <= lead.start) &&
  !ordered.includes(lead) &&
  words.directed.test(text.slice(start, lead.start));

/** "UBND tỉnh yêu cầu Sở A kiểm tra …. Bên cạnh đó, tổ chức …": one more duty of whom the sentence before names. */
function oneMore(
  { plan, words }: Walk,
  { block, node, agencies }: Passage,
  { start, end }: Range,
  last: TaskDraft | undefined,
): TaskDraft[] {
  const text = block.text.slice(start, end);
  if (last === undefined || !words.linked.test(text) || !words.goesOn.test(text)) return [];
  if (words.told.test(text.slice(0, TOLD_WITHIN))) return [];
  const within = agencies.filter((m) => m.start >= start && m.end <= end);
  const found = {
    text,
    start: block.start + start,
    end: block.start + end,
    deadline: dueIn(plan, block, start, end),
  };
  return [draftDuty(plan, node, block, { leads: last.leads, partners: [], within }, found)];
}

/** The bodies that a sentence names. */
const namesIn = ({ agencies }: Passage, { start, end }: Range): readonly MentionOf<'agency'>[] =>
  agencies.filter((m) => m.start >= start && m.end <= end);

/** Whether a sentence hands out nothing, whatever bodies it names. */
const isNobodys = ({ words, form }: Walk, { role }: Passage, text: string): boolean =>
  words.enforces.test(text) ||
  (words.enforcesBy.test(text) && !words.gives.test(text)) ||
  words.entreats.test(text) ||
  words.titleOfTable.test(text) ||
  isPersons(words, text) ||
  // A report tells of orders that were given, and asks those above.
  (form === 'report' && role !== 'tasks');

/** Those whom a sentence speaks of. */
interface Spoken {
  readonly leads: readonly MentionOf<'agency'>[];
  /** It says by when something is to be done. */
  readonly due: boolean;
  /** Orders were given before it, or by it. */
  readonly open: boolean;
}

/** Whether a duty is given to those who lead in so many words, and whether it stands where they are told what to do. */
function howGiven(
  { words, told, form }: Walk,
  { block, from }: Passage,
  { start, end }: Range,
  { leads, due, open }: Spoken,
): { readonly given: boolean; readonly told: boolean } {
  const after = block.text.slice(leads.at(-1)?.end ?? end, end);
  // "Trước ngày 18/10, các địa phương phải báo cáo …" behind an order is one more.
  const charged = words.charged.test(after) || (ORDERS_GIVEN.has(form) && isObliged(words, after));
  return {
    // "Các cơ quan, đơn vị …": bodies in general have a duty only where it is handed to them, or due.
    given:
      due ||
      leads.some((m) => hands(words, block.text, start, m.start)) ||
      (open && charged && leads.every((m) => words.plural.test(m.text))),
    // In a paper that gives orders, or tells of one, a sentence that begins with them tells them what to do.
    told: open && told && !words.tellsHowItWas.test(block.text.slice(from)),
  };
}

/** "Cơ quan chủ trì: Sở Y tế; cơ quan phối hợp: Sở Nội vụ": but names, and no matter. */
function namesOnly(words: DutyPatterns, text: string, within: readonly MentionOf<'agency'>[]): boolean {
  if (!words.namesOnly.test(text)) return false;
  const labels = [...text.matchAll(words.labels)].reduce((sum, [label]) => sum + label.length, 0);
  const named = within.reduce((sum, m) => sum + m.end - m.start, 0);
  return named >= 0.7 * (text.length - labels);
}

/** The duty of an item whose labels say who has it: "Xây dựng bản đồ số. Cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở B." */
function ofLabels(
  plan: Plan,
  { block, node, from }: Passage,
  { start, end }: Range,
  within: readonly MentionOf<'agency'>[],
): TaskDraft | undefined {
  const leads = within.filter((m) => m.value.role === 'lead');
  if (leads.length === 0 || start - from < SHORTEST_MATTER) return undefined;
  return draftDuty(
    plan,
    node,
    block,
    { leads: leads.map((m) => toAgency(plan, block, m, 'lead', 'explicit')), partners: [], within },
    {
      text: block.text.slice(from, end),
      start: block.start + from,
      end: block.start + end,
      deadline: dueIn(plan, block, from, block.text.length),
    },
  );
}
/** In UTF-16 units. */
const SHORTEST_MATTER = 15;

/**
 * The bodies of a sentence: not those in general whom a colon names ("Các cơ quan liên quan: Sở A, Sở B kiểm tra …"), nor one
 * that only says what another is ("Sở Y tế là cơ quan thường trực Ban Chỉ đạo chủ trì …").
 */
function named(
  words: DutyPatterns,
  text: string,
  within: readonly MentionOf<'agency'>[],
): readonly MentionOf<'agency'>[] {
  const found: MentionOf<'agency'>[] = [];
  for (const [i, m] of within.entries()) {
    const next = within[i + 1];
    if (next !== undefined && words.nobody.test(m.value.name) && words.namesThem.test(text.slice(m.end, next.start)))
      continue;
    const before = found.at(-1);
    if (before === undefined || before !== within[i - 1] || !words.isAlso.test(text.slice(before.end, m.start))) {
      found.push(m);
      continue;
    }
    const role = before.value.role ?? m.value.role;
    found[found.length - 1] = { ...before, value: { ...before.value, role } };
  }
  return found;
}
/**
 * Whether a sentence tells what a body did that leads: "Thời gian qua, Công an tỉnh chủ trì …"; where no orders are given, also
 * one who does something with others: "Sở Y tế phối hợp với Công an tỉnh bắt giữ …", "… tổ chức hội nghị".
 */
function tellsOfLead(
  words: DutyPatterns,
  text: string,
  { start, end }: Range,
  lead: MentionOf<'agency'>,
  expected: boolean,
  paper: boolean,
): boolean {
  if (hands(words, text, start, lead.start)) return false;
  if (words.told.test(text.slice(start, lead.start))) return true;
  const after = text.slice(lead.end, end);
  if (expected) return false;
  return (
    (words.withOthers.test(after) && words.events.test(text.slice(start, start + TOLD_WITHIN * 2))) ||
    (words.onlyWith.test(after) && (paper || words.countedActs.test(after) || words.told.test(after)))
  );
}
/** Those who lead; of a sentence that begins with who has the duty, not those who have parts of it: "… gồm: Kinh tế do Sở A chủ trì". */
function leadersOf(
  words: DutyPatterns,
  text: string,
  start: number,
  doers: readonly MentionOf<'agency'>[],
): readonly MentionOf<'agency'>[] {
  const leading = doers
    .filter((m) => m.value.role === 'lead')
    .filter((m, i) => i === 0 || !words.wasGiven.test(text.slice(Math.max(0, m.start - 24), m.start)))
    // "Giao Sở Y tế chỉ đạo Chi cục Dân số phối hợp …": whom it directs has no duty of its own here.
    .filter((m, i, all) => i === 0 || !words.directsOthers.test(text.slice(all[i - 1]?.end, m.start)));
  const [first] = doers;
  const parts = leading.filter((m) => BY.test(text.slice(Math.max(0, m.start - 4), m.start)));
  if (first?.start === start && first.value.role !== 'cooperate' && parts.length > 1 && parts.length === leading.length)
    return enumerated(words, doers, text);
  // "Công an tỉnh bảo đảm an ninh, trong khi Sở Y tế chủ trì …": each has its part of one sentence.
  const [led] = leading;
  if (first !== undefined && led !== undefined && first.start === start && !leading.includes(first)) {
    const run = enumerated(words, doers, text);
    const between = text.slice(run.at(-1)?.end, led.start);
    if (words.meanwhile.test(between) && words.acts.test(between.trimStart())) return [...run, ...leading];
  }
  // "Sở Y tế chỉ đạo Chi cục Dân số phối hợp với …": the duty is whose it is to have it done.
  if (first !== undefined && led !== undefined && led !== first && first.start - start <= LONGEST_LINK) {
    const run = enumerated(words, doers, text);
    const last = run.at(-1) ?? first;
    if (!words.commander.test(first.value.name) && words.directsOthers.test(text.slice(last.end, led.start)))
      return run;
  }
  return leading.length > 0 ? leading : doers;
}
/** Longest words before whom a sentence begins with, in UTF-16 units: "Đồng thời, ". */
const LONGEST_LINK = 14;
const BY = /(?<!\p{L})do\s*$/iu;
/** "Đồng chí Nguyễn Văn An, Chủ tịch UBND huyện chủ trì …" tells what a person does, unless that is to give an order. */
const isPersons = (words: DutyPatterns, text: string): boolean =>
  NAMED.test(text.slice(words.person.exec(text)?.[0].length ?? text.length)) &&
  !words.gives.test(text.slice(0, TOLD_WITHIN * 2));
const NAMED = /^\s+\p{Lu}\p{Ll}+\s+\p{Lu}/u;

interface FoundDuty {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly deadline: TaskDraft['deadline'];
}

/** Who has a duty. */
interface Doers {
  readonly leads: readonly Agency[];
  /** Whom a lead-in makes partners, unless its own words name some. */
  readonly partners: readonly Agency[];
  /** All agencies of its words. */
  readonly within: readonly MentionOf<'agency'>[];
}

function draftDuty(
  plan: Plan,
  node: OutlineNode,
  block: LaidBlock,
  { leads, partners, within }: Doers,
  found: FoundDuty,
): TaskDraft {
  const own = partnersOf(plan.context.knowledge, within, block.text)
    .filter((m) => !leads.some(({ source }) => source.start === block.start + m.start))
    .map((m) => toAgency(plan, block, m, 'cooperate', 'explicit'));
  return {
    number: node.components.slice(1).join('.') || null,
    group: node.components[0] ?? null,
    path: node.path || null,
    area: plan.areas.ofNode(node) ?? plan.areas.ofWords(found.text),
    text: found.text.replace(/\s+/gu, ' ').trim(),
    product: null,
    leads: [...leads],
    cooperating: own.length > 0 ? own : [...partners],
    deadline: found.deadline,
    note: null,
    basis: 'section',
    source: sourceAt(plan.laid, found.start, found.end),
    confidence: OF_DUTY_ELSEWHERE,
  };
}
