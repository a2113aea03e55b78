import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { DutyMeaning } from '../../knowledge/word-tables.ts';
import { vi, viAll, viMeaning } from '../../language/pattern.ts';
import { sentences } from '../../language/sentences.ts';
import { slugOf } from '../../language/words.ts';
import type { Mention, MentionOf } from '../../model/mention.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { capital, clean } from '../mentions/agencies/places.ts';
import { roleAfter, roleBefore } from '../mentions/agencies/roles.ts';
import { type DutyPatterns, dutyPatterns, pluralsOf } from './duty-words.ts';
import { enumerated } from './sentence-doers.ts';

/** The rule of their mentions. */
export const KIND = 'agency.kind';

type Body = MentionOf<'agency'>;

const patternsOf = built(['duties'], ({ duties }) => {
  const all = (meaning: DutyMeaning) => viMeaning(duties, meaning);
  const { every } = pluralsOf(duties);
  return {
    /** A kind of bodies: "các trường đại học", "lực lượng". */
    kind: new RegExp(vi`(${every}\s+${all('kind')}|${all('force')})`.source, 'iuy'),
    force: vi`^${all('force')}$`,
    /** Those who are no bodies, in one list with some. */
    others: vi`^${every} ${all('receiver')}`,
    /** Words of an order or of working together, behind which some may be named. */
    leadsUp: viAll`(${all('hands')}|${all('works-with')})\s*:?\s+`,
    /** What stands between the beginning of a sentence and who it speaks of. */
    opens: vi`^(${all('before-order')}[\s,]+)?`,
    clause: vi`^${all('clause')}`,
    several: vi`^${all('plural')}\s`,
    /** It opens a name of its own: no plural before it goes on with it. */
    ofAll: vi`^(${all('plural')}|${all('council')})`,
    /** Between two of a list. */
    joint: vi`^(\s*[,;]\s*${all('joins')}?|\s+${all('joins')}(\s+với)?)\s+`,
    /** Where a name by kind may end. */
    stops: viAll`[.;:()"“”!?]|,\s+|\s+(${all('joins')}|hoặc)\s+|\s+(?=${all('ends-name')}\s)|\s+(?=(${all('also')}\s+)?(${all('must')}\s|${all('needs')}\s|${all('answers')}|(?!${all('in-name')}\s)(${all('acts')}|${all('delivers')})))`,
    /** What a body is for, when it stands behind its kind: "các đơn vị quản lý hồ chứa chủ động …". */
    modifies: vi`^\s*${all('modifies')} (?!${all('done-well')}|${all('some')}|${all('plural')} (${all('lists')}|${all('done-well')}))`,
    /** The beginning of an order, never of what a body is for. */
    orders: vi`^\s*((${all('also')}\s+)?(${all('must')}|${all('needs')})\s|${all('answers')}|${all('urges')})`,
  };
});
type Patterns = ReturnType<typeof patternsOf>;

/** Longest name by kind, in UTF-16 units. */
const LONGEST = 100;
/** The same of what a body is for. */
const LONGEST_FOR = 80;

/**
 * The plan in which bodies without a name of their own are agencies too, where a duty may be theirs: "Đề nghị các đơn vị quản lý
 * bến xe, nhà ga chủ động điều tiết …", "Các lực lượng vũ trang sẵn sàng …".
 *
 * No table holds all names. What an order, a sentence or a list of bodies begins with is who it speaks to, as far as what they are to do.
 */
export function withKindsOfBodies(plan: Plan): Plan {
  const read = new Map<number, readonly Mention[]>();
  return {
    ...plan,
    mentionsOf: (block) => {
      const known = read.get(block.index);
      if (known !== undefined) return known;
      const mentions = mentionsWith(plan, block);
      read.set(block.index, mentions);
      return mentions;
    },
  };
}

function mentionsWith(plan: Plan, block: LaidBlock): readonly Mention[] {
  const mentions = plan.mentionsOf(block);
  const words = dutyPatterns(plan.context.knowledge);
  if (block.cell !== undefined || block.kind === 'footnote' || !words.manyOrForce.test(block.text)) return mentions;
  const named = ofKind(mentions, 'agency');
  const kinds = kindsIn(plan.context.knowledge, block.text, named);
  if (kinds.length === 0) return mentions;
  const within = (m: Mention): boolean =>
    m.kind === 'agency' && kinds.some((k) => k.start <= m.start && m.end <= k.end);
  const bodies = inOneRole(
    words,
    block.text,
    [...named.filter((m) => !within(m)), ...kinds].sort((a, b) => a.start - b.start),
    kinds,
  );
  return [...mentions.filter(({ kind }) => kind !== 'agency'), ...bodies].sort((a, b) => a.start - b.start);
}

/** Bodies of one list have one part in a duty, whatever names them: the words before it and behind it tell it of all. */
function inOneRole(
  words: DutyPatterns,
  text: string,
  bodies: readonly Body[],
  kinds: readonly Body[],
): readonly Body[] {
  const told: Body[] = [];
  for (let from = 0; from < bodies.length; ) {
    const list = enumerated(words, bodies.slice(from), text);
    from += list.length;
    const role = list.find((body) => body.value.role !== null)?.value.role ?? null;
    const mixed = role !== null && list.some((body) => kinds.includes(body));
    told.push(
      ...list.map((body) => (mixed && body.value.role === null ? { ...body, value: { ...body.value, role } } : body)),
    );
  }
  return told;
}

/** The bodies that a text names by their kind, in order. */
export function kindsIn(knowledge: Knowledge, text: string, named: readonly Body[]): readonly Body[] {
  const words = patternsOf(knowledge);
  const found: Body[] = [];
  const tried = new Set<number>();
  const { nobody } = dutyPatterns(knowledge);
  const opens = new Set(sentences(text).map(({ start }) => start));
  const places = placesIn(words, text, named);
  for (let at = places.shift(); at !== undefined; at = places.shift()) {
    if (tried.has(at) || found.some((body) => body.start <= at && at < body.end)) continue;
    tried.add(at);
    const body = bodyAt(knowledge, words, text, at, named);
    if (body === undefined) continue;
    // "Các đơn vị tiếp tục …": bodies in general, of whom nobody in particular is told anything.
    if (opens.has(at) && nobody.test(body.value.name)) continue;
    found.push(body);
    const next = behindJoint(words, text, body.end);
    if (next !== undefined) places.unshift(next);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Where somebody may be named who has a duty: behind words of an order, at the beginning of a sentence, in a list of bodies. */
function placesIn(words: Patterns, text: string, named: readonly Body[]): number[] {
  const places = [...text.matchAll(words.leadsUp)].map(({ index, 0: led }) => index + led.length);
  for (const { start, end } of sentences(text)) {
    const sentence = text.slice(start, end);
    places.push(start, start + (words.opens.exec(sentence)?.[0].length ?? 0));
    if (words.clause.test(sentence)) {
      const comma = sentence.indexOf(', ');
      if (comma > 0 && comma < LONGEST) places.push(start + comma + 2);
    }
  }
  for (const { end } of named) {
    const next = behindJoint(words, text, end);
    if (next !== undefined) places.push(next);
  }
  return places.sort((a, b) => a - b);
}

/** Where the next of a list would stand. */
function behindJoint({ joint: between }: Patterns, text: string, end: number): number | undefined {
  const joint = between.exec(text.slice(end, end + 10))?.[0];
  return joint === undefined ? undefined : end + joint.length;
}

function bodyAt(
  knowledge: Knowledge,
  words: Patterns,
  text: string,
  at: number,
  named: readonly Body[],
): Body | undefined {
  words.kind.lastIndex = at;
  const kind = words.kind.exec(text)?.[0];
  if (kind === undefined) return undefined;
  const inner = named.find((m) => m.end > at);
  if (inner !== undefined && inner.start <= at) return undefined;
  // "lực lượng Bộ đội Biên phòng", "các sở y tế", "các Sở: Y tế, Tài chính": the names say it.
  if (inner !== undefined && /^\s*:?\s*$/u.test(text.slice(at + kind.length, inner.start)))
    return words.force.test(kind) || inner.start < at + kind.length
      ? {
          ...inner,
          start: at,
          text: text.slice(at, inner.end),
          value: { ...inner.value, role: roleBefore(knowledge, text, at) ?? inner.value.role },
        }
      : undefined;
  const end = endOf(words, text, at, at + kind.length, named);
  if (end === undefined || end - at > LONGEST) return undefined;
  const written = text.slice(at, end);
  const name = capital(clean(written));
  return {
    kind: 'agency',
    rule: KIND,
    start: at,
    end,
    text: written,
    value: {
      role: roleBefore(knowledge, text, at) ?? roleAfter(knowledge, text, end, true),
      code: slugOf(name.replace(words.several, '')),
      name,
      text: written,
    },
  };
}

/** Where a name by kind ends: at what it is to do, at a colon, or at the next of a list of bodies. */
function endOf(words: Patterns, text: string, at: number, from: number, named: readonly Body[]): number | undefined {
  words.stops.lastIndex = from;
  for (let stop = words.stops.exec(text); stop !== null && stop.index - at <= LONGEST; stop = words.stops.exec(text)) {
    const [sign] = stop;
    const next = stop.index + sign.length;
    if (sign === '(') {
      const bracket = /^\([^()]{1,160}\)\s*/u.exec(text.slice(stop.index))?.[0].length;
      if (bracket === undefined || !words.orders.test(text.slice(stop.index + bracket, stop.index + bracket + 40)))
        return undefined;
      return trimmed(text, stop.index);
    }
    if (sign === ':') return stop.index;
    if (/^[.;)"“”!?]/u.test(sign)) return undefined;
    if (/^\s*,|\p{L}/u.test(sign)) {
      words.kind.lastIndex = next;
      const other = named.find(({ start }) => start === next);
      // "các cơ quan, phòng khám, địa phương liên quan": one plural for all of them.
      if (other !== undefined && /^\p{Ll}/u.test(other.text) && !words.ofAll.test(other.text)) {
        if (other.end - at > LONGEST) return undefined;
        if (words.orders.test(text.slice(other.end, other.end + 40)) || /^\s*[.,;:]/u.test(text.slice(other.end)))
          return other.end;
        words.stops.lastIndex = other.end;
        continue;
      }
      if (other !== undefined || words.kind.test(text)) return stop.index;
      if (words.orders.test(text.slice(next, next + 40)) || words.others.test(text.slice(next, next + 40)))
        return stop.index;
      continue;
    }
    if (stop.index > from || !words.modifies.test(text.slice(next, next + 40))) return stop.index;
    const purpose = orderBehind(words, text, next);
    return purpose ?? stop.index;
  }
  return undefined;
}

const trimmed = (text: string, end: number): number => text.slice(0, end).trimEnd().length;

/** Where the order begins behind what bodies are for: "các đơn vị quản lý hồ chứa |chủ động …"; a comma before it would end what they do. */
function orderBehind(words: Patterns, text: string, from: number): number | undefined {
  words.stops.lastIndex = from + 1;
  for (
    let stop = words.stops.exec(text);
    stop !== null && stop.index - from <= LONGEST_FOR;
    stop = words.stops.exec(text)
  ) {
    const [sign] = stop;
    if (sign === ':') return stop.index;
    if (/^[.;()"“”!?]/u.test(sign)) return undefined;
    if (/^\s*,|\p{L}/u.test(sign)) {
      if (words.orders.test(text.slice(stop.index + sign.length, stop.index + sign.length + 40))) return undefined;
      words.kind.lastIndex = stop.index + sign.length;
      if (words.kind.test(text)) return stop.index;
      continue;
    }
    if (words.orders.test(text.slice(stop.index, stop.index + 40))) return stop.index;
  }
  return undefined;
}
