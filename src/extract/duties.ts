import type { MentionOf } from '../model/mention.ts';
import type { Agency } from '../model/record.ts';
import { readAgencyList } from './agency-list.ts';
import type { AreaFinder } from './areas.ts';
import { ofDuty } from './confidence.ts';
import type { TaskDraft } from './draft.ts';
import { resolveInner } from './inner.ts';
import { type LaidBlock, sourceAt } from './laid.ts';
import { isBullet, type OutlineNode } from './outline.ts';
import { ofKind, type Plan } from './plan.ts';
import { roleOfTitle } from './roles.ts';
import { toAgency } from './table-tasks.ts';
import { titleOf } from './titles.ts';

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

/** The duties under "Tổ chức thực hiện" and its like. */
export function readDuties(plan: Plan, areas: AreaFinder): Duty[] {
  const duties: Duty[] = [];
  const heads = plan.outline.nodes.filter((node) => {
    if (isBullet(node)) return false;
    const title = titleOf(node);
    return title.heading && roleOfTitle(title.text) === 'implementation';
  });
  for (const head of heads) {
    if (
      heads.some(
        (other) => other !== head && other.start <= head.start && head.end <= other.end && other.index < head.index,
      )
    )
      continue;
    unlabelled(head);
  }
  return duties;

  /** Paragraphs and items right below the heading, in reading order: an agency on a line of its own heads those that follow. */
  function unlabelled(head: OutlineNode): void {
    let above: readonly Agency[] = [];
    const parts = [...head.blocks.slice(1), ...head.children].sort((a, b) => a.start - b.start);
    for (const part of parts) {
      if ('children' in part) {
        if (!isBullet(part)) above = [];
        walk(part, head, above);
        continue;
      }
      const alone = /[.;,:]\s*$/u.test(part.text) ? [] : onlyAgencies(part.text, part.start, part, false);
      if (alone.length > 0) above = alone;
      else paragraph(part, part.start, above, head, null);
    }
  }

  function walk(node: OutlineNode, head: OutlineNode, above: readonly Agency[]): void {
    const number = numberUnder(node, head);
    const [first, ...rest] = node.blocks;
    if (first === undefined) return;
    const { agencies, bodyStart } = headOf(node, first);
    const leads = agencies.length > 0 ? agencies : above;
    const body = first.text.slice(bodyStart - first.start).trim();
    const announces = /[:：]\s*$/u.test(first.text) && (node.children.length > 0 || rest.length > 0);
    if (body !== '' && !(announces && agencies.length > 0) && !(announces && node.children.length > 0))
      paragraph(first, bodyStart, leads, head, number);
    for (const block of rest) paragraph(block, block.start, leads, head, number);
    for (const child of node.children) walk(child, head, leads);
  }

  /** The agencies that head an item, and where its text begins: "9. Sở Công Thương, … : Tham mưu …", "2. Sở Nội vụ". */
  function headOf(node: OutlineNode, block: LaidBlock): { agencies: Agency[]; bodyStart: number } {
    // "3. Văn phòng UBND tỉnh Tham mưu giúp …": the name and what it is to do on one line, with nothing between.
    const at = node.bodyStart - block.start;
    const run = leading(
      ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= at),
      block.text,
      true,
    );
    const last = run.at(-1);
    if (run[0]?.start === at && last !== undefined) {
      const rest = block.text.slice(last.end);
      const space = /^\s+(?=\p{Lu})/u.exec(rest)?.[0].length ?? 0;
      if (space > 0 && ACTS.test(rest.slice(space))) {
        return {
          agencies: run.map((m) => toAgency(plan, block, m, 'lead', 'explicit')),
          bodyStart: block.start + last.end + space,
        };
      }
    }
    const title = titleOf(node);
    const inParentheses = title.text.replace(/\s*\([^()]*\)\s*$/u, '');
    if (title.heading) {
      const heads = node.children.length > 0 || node.blocks.length > 1;
      const agencies = onlyAgencies(inParentheses, title.start, block, heads);
      if (agencies.length > 0) return { agencies, bodyStart: title.bodyStart };
    }
    return { agencies: [], bodyStart: node.bodyStart };
  }

  /** The agencies of a text that is nothing but agencies, else []. `heads`: something stands under it that it is to do. */
  function onlyAgencies(text: string, start: number, block: LaidBlock, heads: boolean): Agency[] {
    if (text.length > 400 || ACTS.test(text)) return [];
    const opening = OPENING.exec(text)?.[0].length ?? 0;
    const at = start - block.start;
    const known = ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= at && m.end <= at + text.length);
    const covered = known.reduce((sum, m) => sum + (m.end - m.start), 0);
    if (covered < 0.5 * (text.length - opening) && !(heads && text.length <= 150)) return [];
    return readAgencyList(text, plan.context).map((m) =>
      toAgency(plan, block, { ...m, start: m.start + at, end: m.end + at }, 'lead', 'explicit'),
    );
  }

  /** The agencies before a colon, and that colon; of "Các Sở: Tư pháp, Tài chính: …" the later one. */
  function headOfParagraph(text: string, start: number, block: LaidBlock): [colon: number, named: readonly Agency[]] {
    let found: [number, readonly Agency[]] = [-1, []];
    for (const { index } of [...text.slice(0, 300).matchAll(/[:：](?=\s)/gu)].slice(0, 3)) {
      const named = index > 0 ? onlyAgencies(text.slice(0, index), start, block, false) : [];
      if (named.length > found[1].length || (named.length > 0 && index < 160 && found[0] < 0)) found = [index, named];
    }
    return found;
  }

  function paragraph(
    block: LaidBlock,
    from: number,
    above: readonly Agency[],
    head: OutlineNode,
    number: string | null,
  ): void {
    if (block.cell !== undefined || block.kind === 'footnote') return;
    let start = from;
    let leads = above;
    const text = block.text.slice(start - block.start);
    const mentions = ofKind(plan.mentionsOf(block), 'agency').filter((m) => m.start >= start - block.start);
    // "UBND cấp xã: …" or "Giao Sở Nội vụ chủ trì …" names its own agency.
    const opening = OPENING.exec(text)?.[0].length ?? 0;
    const [colon, named] = headOfParagraph(text, start, block);
    if (named.length > 0) {
      leads = named;
      start += colon + 1;
      start += /^\s*/u.exec(block.text.slice(start - block.start))?.[0].length ?? 0;
    } else {
      const first = mentions[0];
      if (
        first !== undefined &&
        first.start === start - block.start + opening &&
        (opening > 0 || above.length === 0 || first.value.role !== 'cooperate')
      ) {
        leads = leading(mentions, block.text, opening > 0).map((m) => toAgency(plan, block, m, 'lead', 'explicit'));
      }
    }
    const body = block.text.slice(start - block.start).trimEnd();
    if (leads.length === 0 || body.length < 15 || (leads === above && CLOSING.test(body))) return;
    const own = ofKind(plan.mentionsOf(block), 'inner').filter((m) => m.start >= start - block.start);
    const resolved = own.map((m) => [m, resolveInner(m.value, plan.outline)] as const);
    const names = resolved.flatMap(([, node]) => (node === undefined ? [] : [node]));
    const titled = areas.named(charge(body));
    const referred = names.map((node) => areas.ofNode(node)).find((area) => area !== null);
    const area =
      referred ?? (titled.length === 1 ? (titled[0] ?? null) : titled.length > 1 ? null : areas.ofWords(body));
    const cooperating = mentions
      .filter((m) => m.value.role === 'cooperate')
      .map((m) => toAgency(plan, block, m, 'cooperate', 'explicit'));
    const deadline =
      ofKind(plan.mentionsOf(block), 'deadline').find(
        (m) => m.start >= start - block.start && (m.value.type !== 'during' || /^(?:trong|quý|tháng)/iu.test(m.text)),
      )?.value ?? null;
    duties.push({
      block,
      names,
      areas: titled,
      lost: resolved.filter(([, node]) => node === undefined).map(([m]) => m),
      task: {
        number,
        group: head.label,
        path: number === null ? head.path : `${head.path}.${number}`,
        area,
        text: body.replace(/\s+/gu, ' '),
        product: null,
        leads: [...leads],
        cooperating,
        deadline,
        note: null,
        basis: 'section',
        source: sourceAt(plan.laid, start, block.start + block.text.trimEnd().length),
        confidence: ofDuty(leads.some((agency) => agency.source.start >= block.start)),
      },
    });
  }
}

/** Words that hand a duty to the agency that they stand before. */
const OPENING = /^(?:giao(?:\s+cho)?|đề nghị|yêu cầu|trách nhiệm của)\s+/iu;
/** A text that begins with an action is a duty, not the name of who has it. */
const ACTS =
  /^(?:rà soát|xây dựng|triển khai|thực hiện|tăng cường|tổ chức\s+(?!chính trị|đoàn thể|thành viên|xã hội)|đẩy mạnh|chủ trì|chủ động|phối hợp|hướng dẫn|căn cứ|tham mưu|theo dõi|đôn đốc|kiểm tra|bố trí|cung cấp|nghiên cứu|đề xuất|tiếp tục|trong|trên cơ sở|định kỳ|hằng năm|phát huy|duy trì|chỉ đạo|quan tâm|nâng cao|mở rộng|tuyên truyền|vận động|bảo đảm|đảm bảo|báo cáo|tổng hợp|ban hành|lồng ghép|huy động|ưu tiên|là\s)/iu;

/** What closes a section of duties speaks to everyone, not to the agency named last. */
const CLOSING =
  /^(?:trong quá trình|trên đây là|kế hoạch này|quyết định này|yêu cầu (?:các|thủ trưởng)|căn cứ kế hoạch này)(?![\p{L}])/iu;
/** A clause that makes the agency answerable for a field, not one that merely touches it. */
const CHARGES =
  /^(?:\s*(?:và|đồng thời)\s+)?\s*(?:là\s|chủ trì|tham mưu|chịu trách nhiệm|theo dõi|hướng dẫn|tổ chức\s|đôn đốc|triển khai|phụ trách|làm đầu mối|giúp)/iu;

/** The clauses of a duty that charge the agency with something. */
const charge = (text: string): string =>
  text
    .split(/;/u)
    .filter((clause) => CHARGES.test(clause))
    .join(';');

/** The agencies that stand together at the start: up to the first that the wording makes a partner, or that other words part from them. */
function leading(mentions: readonly MentionOf<'agency'>[], text: string, handed: boolean): MentionOf<'agency'>[] {
  const found: MentionOf<'agency'>[] = [];
  for (const mention of mentions) {
    const before = found.at(-1);
    // "Đề nghị Hội A, Hội B phối hợp …": the duty is theirs, whatever it is.
    if (mention.value.role === 'cooperate' && !handed) break;
    if (
      before !== undefined &&
      !/^[\s,;]*(?:và|cùng)?[\s,;]*(?:các\s*)?$/iu.test(text.slice(before.end, mention.start))
    )
      break;
    found.push(mention);
  }
  return found;
}

/** The labels of an item below the section that holds the duties: "1.a". */
function numberUnder(node: OutlineNode, head: OutlineNode): string {
  return node.components.slice(head.components.length).join('.');
}
