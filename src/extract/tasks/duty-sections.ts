import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SectionRole } from '../../knowledge/word-tables.ts';
import { sentences } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';
import type { Agency, Form } from '../../model/record.ts';
import { toAgency } from '../document/agencies.ts';
import type { TaskDraft } from '../document/drafts.ts';
import { isBullet, type OutlineNode } from '../document/outline.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import { resolveInner } from '../document/resolve-inner.ts';
import { roleOfTitle } from '../document/section-roles.ts';
import { type LaidBlock, sourceAt } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';
import { ofDuty } from '../record/confidence.ts';
import { dueIn } from './due.ts';
import { type DutyHead, type HeadReader, headReader } from './duty-heads.ts';
import { type DutyPatterns, dutyPatterns, TOLD_WITHIN } from './duty-words.ts';
import { areOne, endsWithNames, partnersOf } from './partners.ts';

/** A duty that a section gives to an agency, and the parts of the plan that it speaks of. */
export interface Duty {
  readonly task: TaskDraft;
  /** Sections that an inner reference in it names. */
  readonly names: readonly OutlineNode[];
  /** Areas whose headings it repeats. */
  readonly areas: readonly string[];
  /** Inner references that lead nowhere, as written. */
  readonly lost: readonly MentionOf<'inner'>[];
  readonly block: LaidBlock;
}

/**
 * The duties under "Tổ chức thực hiện" and its like, and under any other heading that shares its items out among agencies: "II. NHIỆM
 * VỤ CỤ THỂ / 1. Sở Y tế / a) …", the items of a directive.
 *
 * @param detailBlocks blocks that belong to tasks written down as lists, by index
 */
export function readDuties(plan: Plan, detailBlocks: ReadonlySet<number>, form: Form): Duty[] {
  const reader = headReader(plan);
  const news = form === 'news';
  const named = plan.outline.nodes.filter((node) => {
    if (isBullet(node)) return false;
    const title = titleOf(node);
    return title.heading && roleOfTitle(plan.context.knowledge, title.text) === 'implementation';
  });
  const within = (head: OutlineNode, other: OutlineNode): boolean =>
    other !== head && other.start <= head.start && head.end <= other.end && other.index < head.index;
  const heads = named.filter((head) => !named.some((other) => within(head, other)));
  const shared = [plan.outline.root, ...plan.outline.nodes].flatMap((head) =>
    heads.some((other) => other === head || within(head, other))
      ? []
      : reader.headedItems(head).filter((item) => sharesDuties(plan.roleAt(item.start, item), form)),
  );
  return [
    ...heads.flatMap((head) => dutiesUnder({ plan, detailBlocks, reader, head, news })),
    ...shared
      .filter((item) => !shared.some((other) => within(item, other)) && !heads.includes(item))
      .flatMap((item) =>
        dutiesOfItem({ plan, detailBlocks, reader, head: item.parent ?? plan.outline.root, news }, item, NOBODY),
      ),
  ].sort((a, b) => a.task.source.start - b.task.source.start);
}

/** Under headings of these an agency heads what it has reached, aims at or is given, not what it is to do. */
const SET_APART: ReadonlySet<SectionRole> = new Set(['situation', 'indicators', 'funding']);

/** A report tells under its agencies what they did, unless it speaks of what is to be done. */
const sharesDuties = (role: SectionRole, form: Form): boolean =>
  form === 'report' ? role === 'tasks' || role === 'implementation' : !SET_APART.has(role);

/** A section that shares duties out, as it is read. */
interface DutySection {
  readonly plan: Plan;
  readonly detailBlocks: ReadonlySet<number>;
  readonly reader: HeadReader;
  readonly head: OutlineNode;
  /** It is told in the news, where a list of duties ends with the first paragraph that is none. */
  readonly news: boolean;
}

/** Who has what follows, and with whom, unless that says otherwise. */
interface Above {
  readonly leads: readonly Agency[];
  readonly partners: readonly Agency[];
  /** Nothing stands between their name and what follows. */
  readonly justNamed?: true;
}
const NOBODY: Above = { leads: [], partners: [] };

/** Paragraphs and items right below the heading, in reading order: an agency on a line of its own heads those that follow. */
function dutiesUnder(section: DutySection): Duty[] {
  const { head, reader } = section;
  const duties: Duty[] = [];
  const { addressees } = dutyPatterns(section.plan.context.knowledge);
  // "Điều 5. Trách nhiệm của Sở Y tế" above its clauses.
  const named = reader.ofTitle(head);
  const whole: Above = named.length > 0 ? { leads: named, partners: [] } : NOBODY;
  let above = whole;
  const parts = [...head.blocks.slice(1), ...head.children].sort((a, b) => a.start - b.start);
  for (const part of parts) {
    if ('children' in part) {
      if (!isBullet(part)) above = whole;
      duties.push(...dutiesOfItem(section, part, above));
      continue;
    }
    const alone = /[.;,:]\s*$/u.test(part.text) || addressees.test(part.text) ? [] : reader.ofLine(part);
    if (alone.length > 0) above = { leads: alone, partners: [] };
    else duties.push(...dutyOfParagraph(section, part, part.start, above, null));
  }
  return duties;
}

/** The duties of an item and of what stands below it. @param above who has them unless it names others */
function dutiesOfItem(section: DutySection, node: OutlineNode, above: Above): Duty[] {
  const duties: Duty[] = [];
  const number = numberUnder(node, section.head);
  const [first, ...rest] = node.blocks;
  if (first === undefined) return [];
  const { agencies, bodyStart } = section.reader.ofItem(node, first);
  const own: Above = agencies.length > 0 ? { leads: agencies, partners: [] } : above;
  const body = first.text.slice(bodyStart - first.start).trim();
  const below = node.children.length > 0 || rest.length > 0;
  const named = ofKind(section.plan.mentionsOf(first), 'agency');
  const announces =
    below && (/[:：]\s*$/u.test(first.text) || endsWithNames(first.text, node.bodyStart - first.start, named));
  // "a) Chủ trì, phối hợp với Sở Y tế, Sở Nội vụ:" is no duty; it says with whom those below it are done.
  let who = announces ? announcedBy(section, first, bodyStart, own) : own;
  // "Điều 2. Giao Sở Y tế chủ trì, phối hợp với UBND các xã:"
  if (announces && agencies.length > 0 && who.leads === agencies && who.partners.length === 0)
    who = {
      leads: agencies,
      partners: partnersIn(section.plan, first, node.bodyStart).filter(
        (partner) => !agencies.some((lead) => areOne(lead, partner)),
      ),
    };
  const heads = announces && (agencies.length > 0 || node.children.length > 0 || who.partners !== own.partners);
  if (body !== '' && !heads) duties.push(...dutyOfParagraph(section, first, bodyStart, own, number));
  for (const [i, block] of rest.entries()) {
    // "Trong đó giao Giám đốc Công an tỉnh chỉ đạo thực hiện:" above items: they are what is to be done.
    if (/[:：]\s*$/u.test(block.text) && node.children.some((child) => child.start > block.start))
      who = announcedBy(section, block, block.start, who);
    else {
      // Behind the last duty stand captions and what else an article tells.
      if (section.news && !rest.slice(i).some((next) => goesOn(section.plan, next))) break;
      const justNamed = i === 0 && body === '' && agencies.length > 0;
      duties.push(...dutyOfParagraph(section, block, block.start, justNamed ? { ...who, justNamed } : who, number));
    }
  }
  for (const child of node.children) duties.push(...dutiesOfItem(section, child, who));
  return duties;
}

/** Whether a paragraph is one more duty: it begins with what is to be done, or with who does it. */
function goesOn(plan: Plan, block: LaidBlock): boolean {
  const { goesOn, answers, told } = dutyPatterns(plan.context.knowledge);
  const { text } = block;
  return (
    !told.test(text.slice(0, TOLD_WITHIN)) &&
    (goesOn.test(text) || answers.test(text) || ofKind(plan.mentionsOf(block), 'agency')[0]?.start === 0)
  );
}

/** Who has the items that a paragraph announces, and with whom. */
function announcedBy({ plan, reader }: DutySection, block: LaidBlock, from: number, above: Above): Above {
  // "Các sở đã trả lời. Hội đồng nhân dân tỉnh đề nghị Sở Y tế thực hiện các việc sau:": the last sentence announces.
  const last = block.start + (sentences(block.text, from - block.start).at(-1)?.start ?? 0);
  const own =
    (last > from ? reader.ofParagraph(block, last, above.leads) : undefined) ??
    reader.ofParagraph(block, from, above.leads);
  const named = own?.agencies ?? [];
  const partners = partnersIn(plan, block, from);
  return {
    leads: named.length > 0 ? named : above.leads,
    partners: partners.length > 0 ? partners : named.length > 0 ? [] : above.partners,
  };
}

/** Those whom the words of a paragraph make partners, each once. */
const partnersIn = (plan: Plan, block: LaidBlock, from: number): readonly Agency[] =>
  partnersOf(
    plan.context.knowledge,
    ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= from - block.start),
    block.text,
  ).map((m) => toAgency(plan, block, m, 'cooperate', 'explicit'));

/** The duty that a paragraph tells from an offset on; none where nobody has it. */
function dutyOfParagraph(
  { plan, detailBlocks, reader, head }: DutySection,
  block: LaidBlock,
  from: number,
  above: Above,
  number: string | null,
): Duty[] {
  if (block.cell !== undefined || block.kind === 'footnote' || detailBlocks.has(block.index)) return [];
  const words = dutyPatterns(plan.context.knowledge);
  const own = reader.ofParagraph(block, from, above.leads) ?? { agencies: above.leads, bodyStart: from };
  const { agencies: leads, bodyStart: start } =
    own.agencies.length > 0 ? own : (ofLaterSentence(reader, words, block, from) ?? own);
  const labelled = from > block.start;
  const body = block.text.slice(start - block.start).trimEnd();
  if (
    leads.length === 0 ||
    body.length < 15 ||
    words.addressees.test(block.text) ||
    words.enforces.test(body) ||
    words.enforcesBy.test(body) ||
    SIGNED.test(body) ||
    words.caption.test(body) ||
    (leads === above.leads && !labelled && closesSection(words, body, above.justNamed))
  )
    return [];
  const { names, lost, areas, area } = spokenOf(plan, block, start, body);
  const named = partnersIn(plan, block, from).filter((partner) => !leads.some((lead) => areOne(lead, partner)));
  const partners = named.length > 0 || leads !== above.leads ? named : above.partners;
  const task: TaskDraft = {
    number,
    group: head.label || null,
    path: [head.path, number].filter((part) => part !== null && part !== '').join('.') || null,
    area,
    text: body.replace(/\s+/gu, ' '),
    product: null,
    leads: [...leads],
    cooperating: [...partners],
    deadline: dueIn(plan, block, start - block.start, block.text.length),
    note: null,
    basis: 'section',
    source: sourceAt(plan.laid, start, block.start + block.text.trimEnd().length),
    confidence: ofDuty(leads.some((agency) => agency.source.start >= block.start)),
  };
  return [{ block, names, areas, lost, task }];
}

/** "Kinh phí do Sở Y tế quản lý. Giám đốc Sở Y tế hướng dẫn …": who has a duty that begins behind other words. */
function ofLaterSentence(
  reader: HeadReader,
  words: DutyPatterns,
  block: LaidBlock,
  from: number,
): DutyHead | undefined {
  for (const { start } of sentences(block.text, from - block.start).slice(1)) {
    const head = reader.ofParagraph(block, block.start + start, []);
    const after = block.text.slice((head?.agencies.at(-1)?.source.end ?? 0) - block.start).trimStart();
    if (head !== undefined && head.agencies.length > 0 && (words.acts.test(after) || words.answers.test(after)))
      return head;
  }
  return undefined;
}

/** Whether a paragraph speaks to everyone; right behind a name "Căn cứ Kế hoạch này để bố trí vốn …" is a duty. */
const closesSection = ({ closes, purpose }: DutyPatterns, body: string, justNamed = false): boolean => {
  const opening = closes.exec(body)?.[0].length;
  return opening !== undefined && !(justNamed && purpose.test(body.slice(opening)));
};

/** Whoever signs stands below the last clause: "TM. ỦY BAN NHÂN DÂN", "Nguyễn Văn An". */
const SIGNED = /^\p{Lu}[\p{L}.]*(?:\s+\p{Lu}[\p{L}.]*){1,8}\s*$/u;

/** The parts and areas of the plan that a duty speaks of, and the one area that it belongs to. */
function spokenOf(
  plan: Plan,
  block: LaidBlock,
  start: number,
  body: string,
): Pick<Duty, 'names' | 'lost' | 'areas'> & { readonly area: string | null } {
  const inner = ofKind(plan.mentionsOf(block), 'inner').filter((m) => m.start >= start - block.start);
  const resolved = inner.map((m) => [m, resolveInner(m.value, plan.outline)] as const);
  const names = resolved.flatMap(([, node]) => (node === undefined ? [] : [node]));
  const lost = resolved.filter(([, node]) => node === undefined).map(([m]) => m);
  const areas = plan.areas.named(charge(plan.context.knowledge, body));
  const referred = names.map((node) => plan.areas.ofNode(node)).find((area) => area !== null);
  const titled = areas.length > 1 ? null : (areas[0] ?? plan.areas.ofWords(body));
  return { names, lost, areas, area: referred ?? titled };
}

/** The clauses of a duty that charge the agency with something. */
export const charge = (knowledge: Knowledge, text: string): string =>
  text
    .split(/;/u)
    .filter((clause) => dutyPatterns(knowledge).charges.test(clause))
    .join(';');

/** The labels of an item below the section that holds the duties: "1.a". */
function numberUnder(node: OutlineNode, head: OutlineNode): string {
  return node.components.slice(head.components.length).join('.');
}
