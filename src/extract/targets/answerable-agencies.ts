import { keyOf } from '../../language/words.ts';
import type { Agency } from '../../model/record.ts';
import type { TargetDraft } from '../document/drafts.ts';
import type { OutlineNode } from '../document/outline.ts';
import type { Plan } from '../document/plan.ts';
import { titleOf } from '../document/titles.ts';
import type { Duty } from '../tasks/duty-sections.ts';

/** Shares of the words of a duty's subject that a target's own words must hold to be the same matter. */
const SAME_MATTER = 0.75;

/**
 * Adds to targets the agencies that duties make answerable for them: by a reference to the very item, by its subject,
 * or by the area or heading of the section in which it stands.
 */
export function withAnswerable(targets: readonly TargetDraft[], duties: readonly Duty[], plan: Plan): TargetDraft[] {
  const subjects = duties.map((duty) => ({ duty, words: subjectWords(duty), headings: headingsIn(duty) }));
  // Long lists say the same of many items: what a measure is about is asked once for its words.
  const matters = new Map<string, readonly Duty[]>();
  const matterOf = ({ indicator: { text } }: TargetDraft): readonly Duty[] => {
    const known = matters.get(text);
    if (known !== undefined) return known;
    const words = wordsOf(text);
    const found = subjects.filter((subject) => isAbout(() => words, subject.words)).map(({ duty }) => duty);
    matters.set(text, found);
    return found;
  };
  // A duty whose subject is that of one item answers for that item, not for all of its area.
  for (const target of targets) matterOf(target);
  const specific = new Set([...matters.values()].flat());
  const specificLeads = targets.map(withSpecificLeads);
  const stated = leadsByMeasure(specificLeads);
  const headingOf = rememberedHeadings();
  return specificLeads.map((target) => {
    const named = new Set(target.agencies.filter((agency) => agency.role === 'lead').map((agency) => agency.code));
    // A row of a table, or an item that names its agency, has said who answers for it.
    if (named.size > 0) return target;
    const above = headingsAbove(plan.nodeAt(target.source.start), headingOf);
    const referred = duties.filter((duty) =>
      duty.names.some((name) => name.start <= target.source.start && target.source.start < name.end),
    );
    const matter = matterOf(target);
    const section =
      matter.length > 0
        ? matter
        : subjects
            .filter(({ duty, headings }) => !specific.has(duty) && answersFor(duty, headings, target, above))
            .map(({ duty }) => duty);
    // A figure that a duty itself sets is of whom it charges.
    const own = duties.filter(
      ({ task }) => task.source.start <= target.source.start && target.source.end <= task.source.end,
    );
    const agencies: Agency[] = [...target.agencies];
    const add = (from: readonly Duty[], basis: Agency['basis']): void => {
      for (const duty of from) {
        for (const lead of duty.task.leads) {
          if (named.has(lead.code) || /^các\s/iu.test(lead.name)) continue;
          named.add(lead.code);
          agencies.push({ ...lead, role: 'lead', basis });
        }
      }
    };
    // The same measure in another place, such as an appendix that shares the targets out.
    for (const lead of (stated.size === 0 ? undefined : stated.get(measureKey(target))) ?? []) {
      if (named.has(lead.code)) continue;
      named.add(lead.code);
      agencies.push({ ...lead, basis: 'cross-reference' });
    }
    add(own, 'section');
    if (named.size > 0) return { ...target, agencies };
    add(referred, 'cross-reference');
    if (named.size > 0 && referred.length === 0) return { ...target, agencies };
    add(section, 'section');
    return agencies.length === target.agencies.length ? target : { ...target, agencies };
  });
}

/** "Các bộ, ngành" is nobody: only specific bodies answer for a target. */
function withSpecificLeads(target: TargetDraft): TargetDraft {
  const agencies = target.agencies.filter(({ role, name }) => role !== 'lead' || !/^các\s/iu.test(name));
  return agencies.length === target.agencies.length ? target : { ...target, agencies };
}

const measureKey = ({ indicator, quantity }: TargetDraft): string =>
  [keyOf(indicator.text).replace(/[^\p{L}\p{N}]+/gu, ' '), quantity?.value, quantity?.unit].join('|');

/** The leads of every measure that names its own. */
function leadsByMeasure(targets: readonly TargetDraft[]): ReadonlyMap<string, readonly Agency[]> {
  const leads = new Map<string, readonly Agency[]>();
  for (const target of targets) {
    const own = target.agencies.filter((agency) => agency.role === 'lead');
    if (own.length > 0 && target.quantity !== null) leads.set(measureKey(target), own);
  }
  return leads;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(keyOf(text).split(/[^\p{L}\p{N}]+/u));

function isAbout(wordsOfTarget: () => ReadonlySet<string>, subject: readonly string[]): boolean {
  if (subject.length < 5) return false;
  const own = wordsOfTarget();
  return subject.filter((word) => own.has(word)).length / subject.length >= SAME_MATTER;
}

function answersFor(duty: Duty, headings: readonly string[], target: TargetDraft, above: ReadonlySet<string>): boolean {
  if (duty.names.length > 0) return false;
  if (target.area !== null && duty.areas.includes(target.area)) return true;
  return headings.some((heading) => above.has(heading));
}

/** What an item is headed by, as duties repeat it. A long plan has thousands of targets under each of thousands of duties. */
function rememberedHeadings(): (node: OutlineNode) => string | undefined {
  const known = new Map<OutlineNode, string | undefined>();
  return (node) => {
    if (known.has(node)) return known.get(node);
    const { heading, text } = titleOf(node);
    const key = heading ? keyOf(text).replace(/^về\s+/u, '') : '';
    const found = key.length >= 12 ? key : undefined;
    known.set(node, found);
    return found;
  };
}

function headingsAbove(node: OutlineNode, headingOf: (node: OutlineNode) => string | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at: OutlineNode | null = node; at !== null && at.kind !== 'root'; at = at.parent) {
    const heading = headingOf(at);
    if (heading !== undefined) found.add(heading);
  }
  return found;
}

/** Headings that a duty repeats: in quotation marks, or after "nội dung:". */
function headingsIn({ task }: Duty): string[] {
  const quoted = [...task.text.matchAll(/[“"](?<inside>[^”"]{6,150})[”"]/gu)].map(
    (match) => match.groups?.inside ?? '',
  );
  const listed =
    /(?:nội dung|nhiệm vụ|lĩnh vực|mục tiêu)\s*:\s*(?<rest>[^:]+)$/iu.exec(task.text)?.groups?.rest?.split(/[;.]/u) ??
    [];
  return [...quoted, ...listed].map((text) =>
    keyOf(text)
      .replace(/^về\s+/u, '')
      .replace(/[\s.,;]+$/u, ''),
  );
}

/** The words of what a duty says that it is about: after "nội dung:", else nothing. */
function subjectWords({ task }: Duty): string[] {
  const subject = /(?:nội dung|nhiệm vụ)\s*:\s*(?<rest>.+)$/iu.exec(task.text)?.groups?.rest ?? '';
  return keyOf(subject.replace(/\s(?:tại|trên địa bàn|của)\s.*$/iu, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
