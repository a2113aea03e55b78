import type { Context } from '../../../knowledge/context.ts';
import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { placeKey, provinceNamed } from '../../../knowledge/provinces.ts';
import { vi, viAll, viMeaning, viWords } from '../../../language/pattern.ts';
import { anyOf, slugOf, whole } from '../../../language/words.ts';
import type { Agency } from '../../../model/record.ts';
import { candidatesOf } from '../engine/candidates.ts';
import { startsOf } from '../engine/first-words.ts';
import type { NamedBody } from './body.ts';
import { type AgencyMention, agencyMention, markOpenEnded, memberAt, type Series, seriesAt } from './list.ts';
import { bodyAt, nameStarts } from './names.ts';
import { placeWords, unitInFull } from './place-words.ts';
import { capital, districtIn } from './places.ts';
import { isInformed, roleAfter, roleBefore, roleOfDoer } from './roles.ts';

/** Between two names of one enumeration. */
const JOINT = /^\s*(?:[,;]\s*)?(?:(?:và|cùng(?:\s+với)?|hoặc)\s+)?$/iu;
const GAP = /\s{0,3}(?:[,;]\s{0,3}(?:và\s{1,3})?|\s(?:và|hoặc)\s{1,3})/iuy;
const ENDLESS = /^\s*[,;]?\s*(?:…|\.{3}|v\.\s?v)/u;
/** A word of its own, not the end of a compound with a hyphen. */
const ALONE = /(?<![\p{L}\p{N}]-)\p{L}+(?!\p{N})/uy;
const FIRST = 0;
const beginningsOf = built(['agencies', 'bodyWords', 'duties', 'officeWords', 'placeKinds'], (tables) => {
  const { bodyWords, duties } = tables;
  const UNIT = placeWords(tables).UNIT_PIECE;
  const { partners, partnerKinds, answerable, endings } = tables.agencies;
  /** Foreign words stay as they are: "doanh nghiệp logistics". */
  const partner = whole(
    String.raw`(?:các\s{1,3})?${anyOf(partners)}(?:\s{1,3}(?:${anyOf(partnerKinds)}|[a-z]{7,14}|fdi))?`,
  );
  return {
    candidates: candidatesOf([
      { words: nameStarts(tables).words, digits: false },
      startsOf(partner) ?? { words: new Set(), digits: false },
    ]),
    /** One syllable that names of places and things end with, too. */
    ENDING: vi`^${endings}`,
    PARTNER_HERE: new RegExp(partner.source, 'iuy'),
    /** The units that a name ends with: "Công an các huyện, thị xã". */
    OF_UNITS: vi`\s((các)? cấp|(các)? ${UNIT}\s*(,|và)[^.]*|các ${UNIT})$`,
    /** "cơ sở", "trụ sở", "công sở", but "phân công Sở Nội vụ" names a body. */
    BEFORE_SO: vi`${viMeaning(bodyWords, 'before-so')}\s+$`,
    /** What an order or a statement leads up to begins behind these. */
    LEADS_UP: vi`(${viMeaning(duties, 'hands', 'directs', 'before-order', 'heads')}|${viMeaning(bodyWords, 'leads-up')})\s*,?\s*$`,
    /** Behind a comma too, where the words after them say that they must do something: "Để phục vụ Tết, các địa phương phải …". */
    MUST: vi`^\s+${viMeaning(bodyWords, 'must')}`,
    ANSWERABLE: vi`^${answerable}`,
  };
});

interface Found extends NamedBody {
  /** The enumeration it stands in, counted from the start of the text. */
  readonly group: number;
}

/**
 * Agencies in running text, each with the role that the words at it give.
 *
 * "Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành và UBND các huyện …" · "giao các Sở: Tài chính, Nội vụ …" ·
 * "do Văn phòng UBND tỉnh thực hiện" · "Thủ trưởng các sở, ban, ngành"
 */
export function findAgencies(text: string, context: Context): readonly AgencyMention[] {
  const { knowledge } = context;
  const bodies: NamedBody[] = [];
  let free = 0;
  const starts: number[] = [];
  const partners: number[] = [];
  beginningsOf(knowledge).candidates(text, (which, at) => (which === FIRST ? starts : partners).push(at));
  for (const at of starts) {
    if (at < free) continue;
    ALONE.lastIndex = at;
    if (!ALONE.test(text)) continue;
    const series = seriesAt(knowledge, text, at);
    const body = series === undefined ? bodyAt(knowledge, text, at, context.date) : undefined;
    const members = seriesFrom(context, text, at, series ?? headedBy(context, text, at, body));
    if (members.length > 0) {
      bodies.push(...members);
      free = members.at(-1)?.end ?? free;
      continue;
    }
    if (body === undefined) continue;
    if (body.code === 'ubnd' || body.code === 'hdnd') {
      const shared = withUnitsOfNext(context, text, body);
      if (shared !== undefined) bodies.push(shared);
      continue;
    }
    if (inOtherWord(knowledge, text, at, body)) continue;
    const each =
      body.collective && body.place === undefined
        ? ofPlacesNamed(knowledge, text, body)
        : alsoOf(knowledge, text, body);
    bodies.push(...(each.length > 0 ? each : [body]));
    free = each.at(-1)?.end ?? body.end;
  }
  return withRoles(knowledge, text, grouped(text, withPartners(knowledge, text, bodies, partners)));
}

const ofKind = built(['duties'], ({ duties }) => vi`${viMeaning(duties, 'plural')} ${viMeaning(duties, 'unit')}$`);

/** The series that begins behind those who head it: "Giám đốc các Sở: Y tế". */
function headedBy({ knowledge }: Context, text: string, at: number, heads: NamedBody | undefined): Series | undefined {
  const kind = heads === undefined ? null : ofKind(knowledge).exec(text.slice(at, heads.end));
  return kind === null ? undefined : seriesAt(knowledge, text, at + kind.index);
}

/** The members of a series: "các Sở: Y tế, Tài chính". */
function seriesFrom(context: Context, text: string, at: number, series: Series | undefined): readonly NamedBody[] {
  return series === undefined
    ? []
    : membersOf(context, text, series.end, series.head).map((member, i) =>
        i === 0 ? { ...member, opens: at } : member,
      );
}

const NEXT_NAME = /\s{0,3}(?:[,/–-]\s{0,3}(?:và\s{1,3})?|\s(?:và|cùng)\s{1,3})/iuy;
/** "UBND và Công an các xã": the units of the name that follows are those of the council before it, too. */
function withUnitsOfNext({ knowledge, date }: Context, text: string, council: NamedBody): NamedBody | undefined {
  let at = council.end;
  for (let names = 0; names < 3; names++) {
    NEXT_NAME.lastIndex = at;
    const from = at + (NEXT_NAME.exec(text)?.[0].length ?? 0);
    const next = from === at ? undefined : bodyAt(knowledge, text, from, date);
    if (next === undefined) return undefined;
    const units = beginningsOf(knowledge).OF_UNITS.exec(text.slice(from, next.end))?.[0];
    if (units !== undefined) {
      const named = text.slice(council.start, council.end) + units;
      const whole = bodyAt(knowledge, named, 0, date);
      return whole === undefined || whole.end < named.length
        ? undefined
        : { ...whole, start: council.start, end: council.end };
    }
    at = next.end;
  }
  return undefined;
}

const unitsOf = built(['placeKinds'], ({ placeKinds }) => {
  const UNIT = viWords(placeKinds);
  const OF_DISTRICT = viWords(placeKinds.filter(({ level }) => level === 'district' || level === 'city')).source;
  return {
    /** The next place of a list, by its name alone or with what it is: ", Phù Ninh", " và TP Việt Trì". */
    NEXT_PLACE: new RegExp(
      String.raw`\s{0,2}(?:,|\svà)\s{1,3}(?:(?<unit>${OF_DISTRICT})\s)?(?<own>\d{1,2}(?![\d.,%/]*\d|\s(?!và\s\p{Lu})\p{Ll})|\p{Lu}[\p{L}’']*(?:\s\p{Lu}[\p{L}’']*){1,3})(?!\p{L})`,
      'uy',
    ),
    BEHIND: vi`(các)? (${UNIT}|\s*,\s*)+$`,
    EACH: viAll`${UNIT}`,
    DISTRICT: vi`^${viWords(placeKinds.filter(({ level }) => level === 'district'))}`,
  };
});
const PLACES =
  /\s{0,2}:?\s+\p{Lu}[\p{L}’']*(?:\s\p{Lu}[\p{L}’']*){0,3}(?:(?:\s?,\s|\svà\s)(?!(?:Sở|Ban|Công an|Ủy|UBND)(?!\p{L}))\p{Lu}[\p{L}’']*(?:\s\p{Lu}[\p{L}’']*){0,3})*(?!\p{L})/uy;

/** The committees of "UBND các huyện Lâm Thao, Phù Ninh", each by its place; none where one of the names is no place that the tables know. */
function ofPlacesNamed(knowledge: Knowledge, text: string, { start, end, name, code, level }: NamedBody): NamedBody[] {
  if (!/^(?:ubnd|hdnd)-cap/u.test(code)) return [];
  const written = text.slice(start, end);
  PLACES.lastIndex = end;
  const places = unitsOf(knowledge).BEHIND.test(written) ? PLACES.exec(text)?.[0] : undefined;
  if (places === undefined) return [];
  const body = name.split(' ').slice(0, 4).join(' ');
  const stem = code.slice(0, 4);
  const found: NamedBody[] = [];
  let at = end;
  for (const piece of places.split(/(,|\svà(?=\s))/u)) {
    const own = piece.replace(/^[\s:]+/u, '');
    const from = at + piece.length - own.length;
    at += piece.length;
    if (!/^\p{Lu}/u.test(own)) continue;
    const unit = unitOf(knowledge, own, written, level);
    if (unit === undefined) return [];
    const province = unit === 'tỉnh' || level === 'province';
    found.push({
      code: province ? `${stem}-tinh` : `${stem}-${slugOf(`${unit} ${own}`)}`,
      name: `${body} ${unit} ${own}`,
      start: found.length === 0 ? start : from,
      end: from + own.length,
      collective: false,
      level,
      place: `${unit} ${own}`,
    });
  }
  // One name behind communes may be anything.
  return found.length === 1 && level === 'commune' ? [] : found;
}

/** The committees of "UBND huyện Lâm Thao, Phù Ninh và Thanh Ba", "UBND huyện Long Mỹ, TP Vị Thanh", "UBND quận 2, 9": of a district and those named behind it; none where it stands alone. */
function alsoOf(knowledge: Knowledge, text: string, body: NamedBody): NamedBody[] {
  const unit = body.place === undefined ? undefined : unitsOf(knowledge).DISTRICT.exec(body.place)?.[0].toLowerCase();
  if (unit === undefined || !/^(?:ubnd|hdnd)-/u.test(body.code)) return [];
  const head = body.name.slice(0, body.name.length - (body.place ?? '').length);
  const found: NamedBody[] = [body];
  let at = body.end;
  const { NEXT_PLACE } = unitsOf(knowledge);
  for (;;) {
    NEXT_PLACE.lastIndex = at;
    const next = NEXT_PLACE.exec(text);
    const own = next?.groups?.own === undefined ? undefined : knownDistrict(knowledge, next.groups.own);
    if (next === null || own === undefined) return found.length > 1 ? found : [];
    const kind = next.groups?.unit;
    const stop = at + next[0].length - (next.groups?.own?.length ?? 0) + own.length;
    const from = stop - own.length - (kind === undefined ? 0 : kind.length + 1);
    const place = `${kind === undefined ? unit : unitInFull(knowledge, kind.toLowerCase())} ${own}`;
    at = stop;
    found.push({
      ...body,
      code: `${body.code.slice(0, 4)}-${slugOf(place)}`,
      name: `${head}${place}`,
      start: from,
      end: at,
      place,
    });
  }
}
/** The longest beginning of some words that is a district's name and no province's; a number is that of a "quận". */
function knownDistrict(knowledge: Knowledge, words: string): string | undefined {
  if (/^\d/u.test(words)) return words;
  const own = districtIn(knowledge, words);
  return own === undefined || provinceNamed(knowledge, own, null) !== undefined ? undefined : own;
}

/** What a place is of the units that the words before name: of several, what the tables call it. */
function unitOf(knowledge: Knowledge, place: string, units: string, level: NamedBody['level']): string | undefined {
  const kinds = [...units.matchAll(unitsOf(knowledge).EACH)].map(([unit]) => unit.toLowerCase());
  if (level === 'province') {
    const kind = provinceNamed(knowledge, place, null)?.kind;
    return kind === undefined ? undefined : kind === 'city' ? 'thành phố' : 'tỉnh';
  }
  const known = knowledge.provinces.districts.filter((district) => placeKey(district.name) === placeKey(place));
  if (level === 'commune') return kinds.length === 1 ? kinds[0] : undefined;
  return known.map(({ kind }) => kind as string).find((kind) => kinds.includes(kind));
}

/** Whether what reads like a name is the end of another word. */
function inOtherWord(knowledge: Knowledge, text: string, at: number, body: NamedBody): boolean {
  const before = text.slice(Math.max(0, at - 14), at);
  const { BEFORE_SO, ENDING } = beginningsOf(knowledge);
  if (BEFORE_SO.test(before) && /^sở/iu.test(text.slice(at, at + 2))) return true;
  if (body.open !== true) return false;
  // In a line of capitals no letter tells where a name that no table lists begins: "… ĐƯỜNG BỘ TRONG TÌNH HÌNH MỚI".
  if (/\p{Lu}{2}\s+$/u.test(before) && /^\p{Lu}{2}/u.test(text.slice(at, at + 2))) return true;
  const word = /(\p{Lu}\p{Ll}+)\s+$/u.exec(before)?.[1];
  return (
    word !== undefined &&
    ENDING.test(text.slice(at, at + 7)) &&
    !/^(?:Giao|Do|Các|Và|Cùng|Chánh|Trưởng|Phó)$/u.test(word)
  );
}

/** Bodies and who may work with them, in order. */
function withPartners(
  knowledge: Knowledge,
  text: string,
  bodies: readonly NamedBody[],
  places: readonly number[],
): readonly NamedBody[] {
  const { PARTNER_HERE } = beginningsOf(knowledge);
  const all: NamedBody[] = [];
  let next = 0;
  let free = 0;
  for (const at of places) {
    if (at < free) continue;
    PARTNER_HERE.lastIndex = at;
    const match = PARTNER_HERE.exec(text);
    if (match === null) continue;
    const [written] = match;
    const end = match.index + written.length;
    free = end;
    while ((bodies[next]?.start ?? text.length) < match.index) all.push(...bodies.slice(next, ++next));
    if ((bodies[next]?.start ?? text.length) < end || (all.at(-1)?.end ?? 0) > match.index) continue;
    const words = written.replace(/\s+/gu, ' ');
    const name = capital(words);
    all.push({
      code: slugOf(name.replace(/^Các /u, '')),
      name,
      start: match.index,
      end,
      collective: true,
      level: null,
      partner: true,
    });
  }
  return [...all, ...bodies.slice(next)];
}

function membersOf(context: Context, text: string, from: number, head: string): NamedBody[] {
  const members: NamedBody[] = [];
  let at = from;
  for (;;) {
    const own = new RegExp(`${head}\\s+`, 'iuy');
    own.lastIndex = at;
    const skip = own.exec(text)?.[0].length ?? 0;
    const member = memberAt(context, text, at + skip, head);
    if (member === undefined) {
      const unknown = members.length === 0 ? undefined : unknownMember(context, text, at, head);
      if (unknown === undefined) return members;
      members.push(unknown.member);
      at = unknown.next;
      continue;
    }
    members.push({ ...member, start: at });
    GAP.lastIndex = member.end;
    const gap = GAP.exec(text);
    if (gap === null) return members;
    at = member.end + gap[0].length;
  }
}

/** A member that no table knows, between two that are known: "các Sở: Tài chính, Giaothông vận tải, Y tế". */
function unknownMember(
  context: Context,
  text: string,
  at: number,
  head: string,
): { readonly member: NamedBody; readonly next: number } | undefined {
  UNKNOWN.lastIndex = at;
  const written = UNKNOWN.exec(text)?.[0];
  if (written === undefined) return undefined;
  GAP.lastIndex = at + written.length;
  const next = at + written.length + (GAP.exec(text)?.[0].length ?? 0);
  if (memberAt(context, text, next, head) === undefined) return undefined;
  const name = `${capital(head)} ${written.replace(/\s+/gu, ' ')}`;
  const level = head === 'bộ' ? 'central' : 'department';
  return {
    member: { code: slugOf(name), name, start: at, end: at + written.length, collective: false, level, open: true },
    next,
  };
}
const UNKNOWN = /(?!UBND|Ủy|Công an|Cục|Ban|Chủ)\p{Lu}\p{Ll}[^,;:.()\n]{2,40}(?=\s?[,;])/uy;

function grouped(text: string, bodies: readonly NamedBody[]): readonly Found[] {
  let group = 0;
  return bodies.map((body, i) => {
    const before = bodies[i - 1];
    const start = body.opens ?? body.start;
    const between = before === undefined ? 'x' : text.slice(before.end, Math.min(start, before.end + 40));
    if (before === undefined || start - before.end > 30 || !JOINT.test(between)) group++;
    return { ...body, group };
  });
}

function withRoles(knowledge: Knowledge, text: string, found: readonly Found[]): readonly AgencyMention[] {
  const mentions: AgencyMention[] = [];
  let i = 0;
  while (i < found.length) {
    const first = found[i];
    if (first === undefined) break;
    let next = i;
    while (found[next]?.group === first.group) next++;
    const members = found.slice(i, next);
    const end = members.at(-1)?.end ?? first.end;
    const role = roleOf(
      knowledge,
      text,
      first.opens ?? first.start,
      end,
      members.every((body) => body.collective),
    );
    const start = mentions.length;
    const named =
      role === 'cooperate'
        ? members
        : members.filter((body) => body.partner !== true || answers(knowledge, text, body, members));
    mentions.push(...named.map((body) => agencyMention(text, body, role, 'agency.named')));
    if (mentions.length > start && ENDLESS.test(text.slice(end, end + 8))) markOpenEnded(mentions);
    i = next;
  }
  return mentions;
}

/** A sentence, an item or what an order hands out begins here. */
const BEGINS = /(?:^|[.;:!?•+"“]|^\s*(?:-|\(?(?:\d{1,2}|\p{L})[.)/]))\s*$/u;
/** "các địa phương", "chính quyền các xã", "ngành giáo dục": not "doanh nghiệp". */
const PLURAL = /^(?:c(?:ác|hính|ấp)|ngành|lực)(?!\p{L})/iu;

/** Whether a partner may have duties, and stands where one who has does: beside bodies, or where a sentence begins. */
function answers(knowledge: Knowledge, text: string, body: NamedBody, members: readonly NamedBody[]): boolean {
  const { ANSWERABLE, LEADS_UP, MUST } = beginningsOf(knowledge);
  if (!ANSWERABLE.test(text.slice(body.start, body.end))) return false;
  if (members.some(({ partner }) => partner !== true)) return true;
  const [first] = members;
  return (
    first !== undefined &&
    (BEGINS.test(text.slice(Math.max(0, first.start - 12), first.start)) ||
      LEADS_UP.test(text.slice(Math.max(0, first.start - 24), first.start)) ||
      (/,\s$/u.test(text.slice(Math.max(0, first.start - 2), first.start)) &&
        MUST.test(text.slice(body.end, body.end + 20)))) &&
    PLURAL.test(text.slice(first.start, first.start + 5))
  );
}

const roleOf = (
  knowledge: Knowledge,
  text: string,
  start: number,
  end: number,
  broad: boolean,
): Agency['role'] | null =>
  roleBefore(knowledge, text, start) ??
  roleOfDoer(knowledge, text, start, end) ??
  (isInformed(knowledge, text, start) ? null : roleAfter(knowledge, text, end, broad));
