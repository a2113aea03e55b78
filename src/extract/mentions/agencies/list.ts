import type { Context } from '../../../knowledge/context.ts';
import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { vi, viMeaning, viPart, viSource } from '../../../language/pattern.ts';
import { anyOf, slugOf } from '../../../language/words.ts';
import type { MentionOf } from '../../../model/mention.ts';
import type { Agency } from '../../../model/record.ts';
import type { NamedBody } from './body.ts';
import { fieldAt } from './departments.ts';
import { bodyAt } from './names.ts';
import { capital, expand, sticky } from './places.ts';
import { roleAfter, roleBefore } from './roles.ts';

export type AgencyMention = MentionOf<'agency'>;
/** What names are understood by: the tables, as of a date. */
type Understood = Pick<Context, 'knowledge' | 'date'>;

/** What joins two names. */
const AND = String.raw`(?:và|cùng(?:\s+với)?|hoặc|với)`;
const SEPARATOR = new RegExp(String.raw`[\s,;/+•·]*(?:${AND}\s+)?(?:[-–]\s*)?`, 'iuy');
/** What stands behind a name where nothing else is said of it. */
const APART = new RegExp(String.raw`^(?:[\s,;/+.…:]|\s*[-–]\s|\s+${AND}\s|$)`, 'iu');
const patternsOf = built(['agencies', 'bodyWords', 'duties', 'roles'], ({ agencies, bodyWords, duties, roles }) => {
  const [several, unit] = [viMeaning(duties, 'plural'), viMeaning(duties, 'unit')];
  const [leads, carriesOut] = [viMeaning(roles, 'in-charge'), viMeaning(roles, 'carries-out')];
  return {
    /** "Các Sở: Tài chính; Nội vụ", "các sở Tài chính, Nội vụ" */
    SERIES: new RegExp(
      viPart`(${several}\s+(?<head>${unit})|(?<alone>${unit})\s*:)(\s*,\s*(ban\s*,\s*)?ngành)?(?<colon>\s*:)?\s*`
        .source,
      'iuy',
    ),
    /** "Cơ quan chủ trì: " */
    LABEL: new RegExp(
      viPart`([-–+•]\s*)?((${several}\s+)?${viMeaning(roles, 'office')}\s+)?((?<lead>${leads}([,\s]+${leads})?)|(?<cooperate>${viMeaning(roles, 'cooperates')}(\s+${carriesOut})?)|(?<implement>${carriesOut}))\s*:\s*`
        .source,
      'iuy',
    ),
    /** What may come before the names in a heading: "Đề nghị Ủy ban Mặt trận …", "Trách nhiệm của Sở …". */
    OPENING: sticky(
      viSource`(${viMeaning(bodyWords, 'polite')} )?(${viMeaning(duties, 'hands', 'opens', 'heads')}|${viMeaning(roles, 'hands-over')}|${viMeaning(bodyWords, 'heads')})\s*:?(\s+các đồng chí)?\s+`,
    ),
    OPEN: sticky(
      String.raw`\s*(?:…|\.{2,}|v\.\s?v\.{0,3}|vv\.{0,3}|,?\s*và\s+các\s+${anyOf(agencies.firstNouns)}[^;,.]{0,20}\s+khác)`,
    ),
    SEVERAL: vi`^${several}\s`,
  };
});
const NOTE = /\s*\([^()]{0,200}\)/uy;
const NEXT_ITEM = /[;\n]|$/gu;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** The mention that a body makes of its place in a text. */
export function agencyMention(text: string, body: NamedBody, role: Agency['role'] | null, rule: string): AgencyMention {
  const written = text.slice(body.start, body.end);
  return {
    kind: 'agency',
    rule,
    start: body.start,
    end: body.end,
    text: written,
    value: { role, code: body.code, name: body.name, text: written },
  };
}

/** One of "Các Sở: Tài chính; Nội vụ; Kế hoạch & ĐT": the field alone, or the department in full. */
export function memberAt(
  { knowledge, date }: Understood,
  text: string,
  at: number,
  head: string,
): NamedBody | undefined {
  const found = fieldAt(knowledge, text, at, head, date);
  if (found === undefined) return undefined;
  const name = `${capital(head)} ${found.field.name}`;
  return {
    code: slugOf(name),
    name,
    start: at,
    end: found.end,
    collective: false,
    level: head === 'bộ' ? 'central' : 'department',
  };
}

/** What a list of bodies of one kind opens with: "các Sở: …". */
export interface Series {
  /** The kind, which its members leave out. */
  readonly head: string;
  /** Where the first member begins. */
  readonly end: number;
}

/** The series that opens at a place. */
export function seriesAt(knowledge: Knowledge, text: string, at: number): Series | undefined {
  const found = match(patternsOf(knowledge).SERIES, text, at);
  const head = (found?.groups?.head ?? found?.groups?.alone)?.toLowerCase();
  if (found === null || head === undefined) return undefined;
  const end = at + found[0].length;
  // "Các sở, ban, ngành Tỉnh" opens no series.
  const own = new RegExp(`${head}\\s+`, 'iuy');
  const member = end + (match(own, text, end)?.[0].length ?? 0);
  return /^\p{Lu}/u.test(text.slice(end, end + 1)) &&
    memberAt({ knowledge, date: null }, text, member, head) !== undefined
    ? { head, end }
    : undefined;
}

const roleOf = ({ lead, cooperate }: Readonly<Record<string, string | undefined>> = {}): Agency['role'] =>
  lead !== undefined ? 'lead' : cooperate !== undefined ? 'cooperate' : 'implement';

/**
 * The agencies of a text that is nothing but agencies: a cell of a table, a heading, what follows "Cơ quan chủ trì:".
 *
 * What no table knows is taken as it stands between two separators. Words after a name that say what it does are left out.
 *
 * @param text cell or heading, with line breaks where it has them
 * @returns in order; `openEnded` on the last where the list does not end ("…", "v.v.")
 */
export function readAgencyList(text: string, context: Context): readonly AgencyMention[] {
  const { OPENING, OPEN, LABEL, SEVERAL } = patternsOf(context.knowledge);
  const found: AgencyMention[] = [];
  let at = 0;
  let head: string | undefined;
  let labelled: Agency['role'] | null = null;
  while (at < text.length) {
    const skipped = match(SEPARATOR, text, at)?.[0] ?? '';
    at += skipped.length;
    const label = match(LABEL, text, at);
    if (label !== null) {
      labelled = roleOf(label.groups);
      at += label[0].length;
      head = undefined;
      continue;
    }
    if (found.length === 0) at += match(OPENING, text, at)?.[0].length ?? 0;
    const ended = match(OPEN, text, at);
    if (ended !== null) {
      markOpenEnded(found);
      at += ended[0].length;
      continue;
    }
    if (at >= text.length) break;
    const series = seriesAt(context.knowledge, text, at);
    if (series !== undefined) {
      head = series.head;
      at = series.end;
    }
    const body = read(context, text, at, head);
    if (body === undefined) {
      const end = segmentEnd(context, text, at);
      const own = text.slice(at, end).replace(/[\s.:,]+$/u, '');
      if (/\p{L}{2}/u.test(own) && own.length < 160) {
        const name = own.replace(/\s+/gu, ' ');
        const body = {
          code: slugOf(name.replace(SEVERAL, '')),
          name: capital(expand(context.knowledge, name)),
          start: at,
          end: at + own.length,
          collective: true,
          level: null,
        };
        found.push(agencyMention(text, body, labelled, 'agency.listed'));
      }
      at = Math.max(end, at + 1);
      continue;
    }
    const role =
      labelled ?? roleBefore(context.knowledge, text, body.start) ?? roleAfter(context.knowledge, text, body.end);
    found.push(agencyMention(text, body, role, 'agency.listed'));
    at = body.end;
    const note = match(NOTE, text, at);
    if (note !== null) at += note[0].length;
    // What else stands in this part says what the agency does.
    if (!APART.test(text.slice(at, at + 8)) || !separated(context, text, at, head)) {
      NEXT_ITEM.lastIndex = at;
      at = NEXT_ITEM.exec(text)?.index ?? text.length;
    }
  }
  return found;
}

function read(of: Understood, text: string, at: number, head: string | undefined): NamedBody | undefined {
  const body = bodyAt(of.knowledge, text, at, of.date);
  const member = head === undefined ? undefined : memberAt(of, text, at, head);
  return body !== undefined && (member === undefined || body.end >= member.end) ? body : member;
}

/** Whether a separator, the end or an opening follows, not words of the same part. */
function separated(of: Understood, text: string, at: number, head: string | undefined): boolean {
  const gap = match(SEPARATOR, text, at)?.[0] ?? '';
  const next = at + gap.length;
  if (next >= text.length || /[,;\n/+.…:]/u.test(gap) || /^[.…:(]/u.test(text.slice(next))) return true;
  return read(of, text, next, head) !== undefined || seriesAt(of.knowledge, text, next) !== undefined;
}

/** End of a part that no table knows: ";" or a line break, or a comma before a capital or a known name. */
function segmentEnd({ knowledge, date }: Understood, text: string, at: number): number {
  const stop = /[;\n,]|\s+và\s+|\.{2,}|…/giu;
  stop.lastIndex = at;
  for (let count = 0; count < 12; count++) {
    const cut = stop.exec(text);
    if (cut === null) return text.length;
    if (!/[,v]/iu.test(cut[0])) return cut.index;
    const next = cut.index + cut[0].length + (/^\s*/u.exec(text.slice(cut.index + cut[0].length))?.[0].length ?? 0);
    if (/^\p{Lu}/u.test(text.slice(next, next + 1)) || bodyAt(knowledge, text, next, date) !== undefined)
      return cut.index;
  }
  return stop.lastIndex;
}

/** Marks the last of a list as not the last one meant. */
export function markOpenEnded(found: AgencyMention[]): void {
  const last = found.pop();
  if (last !== undefined) found.push({ ...last, value: { ...last.value, openEnded: true } });
}
