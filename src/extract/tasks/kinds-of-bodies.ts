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
import { dutyPatterns } from './duty-words.ts';
import { enumerated } from './sentence-doers.ts';

/** The rule of their mentions. */
export const KIND = 'agency.kind';

type Body = MentionOf<'agency'>;

const patternsOf = built(['duties'], ({ duties }) => {
  const all = (meaning: DutyMeaning) => viMeaning(duties, meaning);
  return {
    /** A kind of bodies: "các trường đại học", "lực lượng". */
    kind: new RegExp(
      vi`(((toàn thể|tất cả|toàn bộ|mọi|mỗi|từng) (các)?|các|những)\s+${all('kind')}|${all('force')})`.source,
      'iuy',
    ),
    force: vi`^${all('force')}$`,
    /** Those who are no bodies, in one list with some. */
    others: vi`^(toàn thể|tất cả|mọi|các|những) ${all('receiver')}`,
    /** Words of an order or of working together, behind which some may be named. */
    leadsUp: viAll`(${all('hands')}|phối hợp( chặt chẽ)?( với| cùng)?|hiệp đồng với|cùng với)\s*:?\s+`,
    /** What stands between the beginning of a sentence and who it speaks of. */
    opens: vi`^(${all('before-order')}[\s,]+)?`,
    clause: vi`^${all('clause')}`,
    /** Where a name by kind may end. */
    stops: viAll`[.;:()"“”!?]|,\s+|\s+(và|cùng|hoặc)\s+|\s+(?=(để|nhằm|khi|nếu|từ (ngày|tháng|nay)|trong (năm|tháng|quý|thời gian|quá trình))\s)|\s+(?=(${all('also')}\s+)?(${all('must')}\s|(cần|phải)\s|${all('answers')}|(?!(trong|là|sử dụng|ứng dụng)\s)(${all('acts')}|${all('delivers')})))`,
    /** What a body is for, when it stands behind its kind: "các đơn vị quản lý hồ chứa chủ động …". */
    modifies: vi`^\s*${all('modifies')} (?!việc|kế hoạch|phương án|văn bản|quy định|nghiêm|tốt|chặt chẽ|hiệu quả|ngay|một số|(các|những) (việc|nội dung|nhiệm vụ|công việc|biện pháp|giải pháp|yêu cầu))`,
    /** The beginning of an order, never of what a body is for. */
    orders: vi`^\s*((${all('also')}\s+)?(${all('must')}|cần|phải)\s|${all('answers')}|${all('urges')})`,
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

const ANY = vi`ban|tổ|các|những|tất cả|toàn thể|mọi|mỗi|từng|lực lượng|chính quyền|cấp ủy`;

function mentionsWith(plan: Plan, block: LaidBlock): readonly Mention[] {
  const mentions = plan.mentionsOf(block);
  if (block.cell !== undefined || block.kind === 'footnote' || !ANY.test(block.text)) return mentions;
  const named = ofKind(mentions, 'agency');
  const kinds = kindsIn(plan.context.knowledge, block.text, named);
  if (kinds.length === 0) return mentions;
  const within = (m: Mention): boolean =>
    m.kind === 'agency' && kinds.some((k) => k.start <= m.start && m.end <= k.end);
  const bodies = inOneRole(
    block.text,
    [...named.filter((m) => !within(m)), ...kinds].sort((a, b) => a.start - b.start),
    kinds,
  );
  return [...mentions.filter(({ kind }) => kind !== 'agency'), ...bodies].sort((a, b) => a.start - b.start);
}

/** Bodies of one list have one part in a duty, whatever names them: the words before it and behind it tell it of all. */
function inOneRole(text: string, bodies: readonly Body[], kinds: readonly Body[]): readonly Body[] {
  const told: Body[] = [];
  for (let from = 0; from < bodies.length; ) {
    const list = enumerated(bodies.slice(from), text);
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
    const next = behindJoint(text, body.end);
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
    const next = behindJoint(text, end);
    if (next !== undefined) places.push(next);
  }
  return places.sort((a, b) => a - b);
}

/** Where the next of a list would stand. */
function behindJoint(text: string, end: number): number | undefined {
  const joint = JOINT.exec(text.slice(end, end + 10))?.[0];
  return joint === undefined ? undefined : end + joint.length;
}
const JOINT = vi`^(\s*[,;]\s*(và|cùng)?|\s+(và|cùng|cùng với))\s+`;

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
      code: slugOf(name.replace(/^(?:các|những) /iu, '')),
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
      if (other !== undefined && /^\p{Ll}/u.test(other.text) && !PLURAL.test(other.text)) {
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

const PLURAL = vi`^(các|những|ubnd|ủy ban)`;
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
