import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { MERGER, provinceNamed } from '../../knowledge/provinces.ts';
import type { IssueWordMeaning } from '../../knowledge/word-tables.ts';
import { formOfSymbol } from '../../language/document-numbers.ts';
import { vi, viMeaning, viPart, viWords } from '../../language/pattern.ts';
import type { DocumentHeader, Level, Province } from '../../model/record.ts';
import { roleOfTitle } from '../document/section-roles.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { committeeOf } from './committee.ts';
import { bodiesIn, type Letterhead, withoutShortNames } from './letterhead.ts';

/** Level of government of who issues: a body of a province that is not its council or party committee is a department. */
export function levelOfIssuer(body: NamedBody | null | undefined): Level | null {
  if (body == null) return null;
  if (/^(?:ubnd|(?:thuong-truc-)?hdnd)-tinh$|^(?:ban-thuong-vu-|thuong-truc-)?(?:tinh|thanh)-uy$/u.test(body.code))
    return 'province';
  if (/^phong-/u.test(body.code)) return 'district';
  return body.level === 'province' ? 'department' : body.level;
}

/** A body that no table knows is of the level of the one above it: a province's is one of its departments. */
export function levelBelow(letterhead: Letterhead | undefined): Level | null {
  const level = levelOfIssuer(letterhead?.bodies.findLast((body) => levelOfIssuer(body) !== null));
  return level === 'province' ? 'department' : level;
}

const ordersOf = built(['duties', 'documentKinds', 'issueWords', 'placeKinds'], (tables) => {
  const { duties, documentKinds, issueWords, placeKinds } = tables;
  const words = (meaning: IssueWordMeaning) => viMeaning(issueWords, meaning);
  const acts = viPart`${viMeaning(duties, 'hands')}|${words('gives')}`;
  const hands = viWords(duties.filter(({ means }) => means.includes('hands')));
  const sends = viPart`${words('sends')} (${viWords(documentKinds)}|${words('writing')})`;
  // A person may stand between: "Phó Chủ tịch UBND tỉnh Trần Văn A yêu cầu …".
  return {
    gives: vi`^[\s,]*(này)? ${words('beside-verb')}? (${acts}|${sends})`,
    given: vi`${words('order-of')} của\s*$`,
    headGives: new RegExp(
      String.raw`(?<!\p{L})${words('head-gives').source}(?: \p{Lu}\p{Ll}+){0,4} (?:${words('beside-verb').source} )?${acts.source}(?!\p{L})`,
      'u',
    ),
    says: vi`^ ${words('beside-verb')}? ${words('speaks')}`,
    committees: vi`(ủy ban nhân dân|ubnd) (các|cấp) ${viWords(placeKinds.filter(({ level }) => level !== 'province'))}`,
    tells: vi`(${hands}|${words('tells')})( các)?\s*$`,
  };
});
const PERSON_BEHIND = /^\s(?:\p{Lu}\p{Ll}+\s){2,4}/u;

const OPENING = 1500;
const openingOf = (text: string): string => withoutShortNames(text.slice(0, OPENING)).replace(/\s+/gu, ' ');
/** What stands behind a body, a person's name aside. */
const wordsBehind = (opening: string, end: number): string => opening.slice(end, end + 90).replace(PERSON_BEHIND, ' ');

/** From the centre down; where two bodies stand, the lower is told and the higher tells. */
const RANKS: readonly Level[] = ['central', 'province', 'department', 'district', 'commune'];
const rankOf = (level: Level | null): number => (level === null ? RANKS.length : RANKS.indexOf(level));
/** Who tells a body of a level what to do. */
const ABOVE: Readonly<Record<Level, Level | null>> = {
  central: null,
  province: 'central',
  department: 'province',
  district: 'province',
  commune: 'district',
};

/** The bodies that are told what to do: "… giao Sở Nội vụ", "yêu cầu UBND huyện Lâm Thao". */
function toldIn(knowledge: Knowledge, opening: string, bodies: readonly NamedBody[]): readonly Told[] {
  const { gives, tells, headGives } = ordersOf(knowledge);
  return bodies.flatMap((body) => {
    const from = Math.max(0, body.start - BEFORE);
    const order = tells.exec(opening.slice(from, body.start));
    if (order === null) return [];
    const at = from + order.index;
    const giver = bodies.find(({ end }) => end <= at + 1 && at - end < BEFORE && gives.test(wordsBehind(opening, end)));
    const head = headGives.exec(opening.slice(Math.max(0, at - BEFORE), body.start));
    return [{ body, byNobody: giver === undefined && head === null }];
  });
}
interface Told {
  readonly body: NamedBody;
  /** No body says it: the sentence begins with the order, or it is a person's. */
  readonly byNobody: boolean;
}
const BEFORE = 60;

/** Who must speak in a text whose first order nobody gives: the level above whom it tells. */
function levelOfOrders(told: readonly Told[]): Level | null {
  const first = told[0];
  const level = first?.byNobody === true ? levelOfIssuer(first.body) : null;
  return level === null ? null : ABOVE[level];
}

/** The body that gives orders in a text, or whose orders it hands on; undefined where none does. */
export function giverIn(knowledge: Knowledge, text: string): NamedBody | undefined {
  const opening = openingOf(text);
  const { gives, given } = ordersOf(knowledge);
  const all = bodiesIn(knowledge, opening);
  const bodies = all.filter(({ level }) => level !== 'central');
  const above = levelOfOrders(toldIn(knowledge, opening, all));
  const may = bodies.filter(
    (body) =>
      (body.level !== null || /^ubnd-/u.test(body.code)) &&
      (above === null || body.level === null || rankOf(levelOfIssuer(body)) <= rankOf(above)),
  );
  const giver =
    may.find(({ end }) => gives.test(wordsBehind(opening, end))) ??
    may.find(({ start }) => given.test(opening.slice(Math.max(0, start - 40), start)));
  return giver && withPlace(bodies, giver);
}

/** Who acts in a text that says nowhere who issued it: the first who gives orders, else the first who is named. */
export function actorIn(knowledge: Knowledge, text: string): NamedBody | undefined {
  const giver = giverIn(knowledge, text);
  if (giver !== undefined) return giver;
  const opening = openingOf(beforeDuties(knowledge, text));
  const all = bodiesIn(knowledge, opening);
  if (areToldWhat(knowledge, all, opening) || levelOfOrders(toldIn(knowledge, opening, all)) !== null) return undefined;
  const bodies = all.filter(({ level }) => level !== 'central');
  const first = bodies.find(({ level, start }) => level !== null && !isCited(opening, start));
  return first === undefined ? undefined : withPlace(bodies, first);
}

/** A text up to the heading below which it tells who does what: whoever is named there first is told, and tells nothing. */
function beforeDuties(knowledge: Knowledge, text: string): string {
  let at = 0;
  for (const line of text.slice(0, OPENING).split('\n')) {
    if (at > 0 && line.length <= LONGEST_HEADING && roleOfTitle(knowledge, line) === 'implementation')
      return text.slice(0, at);
    at += line.length + 1;
  }
  return text;
}
const LONGEST_HEADING = 120;

/** "Chỉ thị số 12-CT/TU ngày 13/2/2018 của Tỉnh ủy": who issued what a text cites does not act in it. */
const isCited = (opening: string, start: number): boolean => CITED.test(opening.slice(Math.max(0, start - 50), start));
const CITED =
  /(?:\d[/.-]\d{4}|tháng \d{1,2} năm \d{4}|\d\/\p{Lu}[\p{L}&–-]*|-\p{Lu}\p{L}{0,3}\/\p{Lu}{2,4}),? của\s*$/u;

/** Whether it is one of the centre that speaks in a text, and nobody below it gives orders: "Phó Thủ tướng … giao", "Bộ Y tế cho biết". */
export function speaksForCentre(knowledge: Knowledge, text: string): boolean {
  const opening = openingOf(text);
  if (giverIn(knowledge, opening) !== undefined) return false;
  const { gives, headGives, says } = ordersOf(knowledge);
  return (
    headGives.test(opening) ||
    bodiesIn(knowledge, opening).some(({ level, start, end }) => {
      const behind = wordsBehind(opening, end);
      return level === 'central' && !isCited(opening, start) && (gives.test(behind) || says.test(behind));
    })
  );
}
/** Several departments, or a department and the people's committees below it: what they are told comes from above them. */
function areToldWhat(knowledge: Knowledge, bodies: readonly NamedBody[], text: string): boolean {
  const codes = new Set(bodies.filter(({ level }) => level === 'department').map(({ code }) => code));
  return codes.size > 1 || (codes.size === 1 && ordersOf(knowledge).committees.test(text.slice(0, OPENING)));
}

/** The level of which a text is that tells of bodies, but not who speaks to them. */
export function levelAbove(knowledge: Knowledge, text: string): Level | null {
  const opening = openingOf(text);
  const all = bodiesIn(knowledge, opening);
  // What a text carries out is not what it is about: "thực hiện Nghị quyết … của Bộ Chính trị".
  const bodies = all.filter(({ start }) => !/ của $/u.test(opening.slice(0, start)));
  const orders = levelOfOrders(toldIn(knowledge, opening, all));
  if (orders !== null) return orders;
  if (areToldWhat(knowledge, all, opening)) return 'province';
  const { gives } = ordersOf(knowledge);
  const speaks = bodies.some(({ end }) => gives.test(wordsBehind(opening, end)));
  // One that is named once may stand in the name of something else.
  const several = new Set(bodies.map(({ code }) => code)).size > 1;
  return all.every(({ level }) => level === 'central') && (speaks || several) ? 'central' : null;
}

/**
 * The level that an article speaks from where the name of who acts tells a lower one: "UBND thành phố" that tells departments or quarters
 * what to do is of a city of the centre, and in its letters and notices the office of a province's committee speaks for the committee.
 */
export function levelActed(
  knowledge: Knowledge,
  text: string,
  {
    issuer: body,
    number,
  }: { readonly issuer?: NamedBody | null | undefined; readonly number?: string | null | undefined },
): Level | null {
  if (body?.code === 'van-phong-ubnd-tinh') {
    const kind = number?.split(/[/-]/u)[1] ?? null;
    return kind === null || /^(?:official-dispatch|notice)$/u.test(formOfSymbol(knowledge, kind)) ? 'province' : null;
  }
  if (body == null || !/^(?:ubnd|hdnd)-thanh-pho$/u.test(body.code)) return null;
  const opening = openingOf(text);
  const told = toldIn(knowledge, opening, bodiesIn(knowledge, opening));
  return QUARTERS.test(opening) || told.some((one) => one.body.code.startsWith('so-')) ? 'province' : null;
}
const QUARTERS = vi`các (sở|quận)`;

/** The same body with its place, where that is told. */
const withPlace = (bodies: readonly NamedBody[], body: NamedBody): NamedBody =>
  bodies.find(({ code, place }) => code === body.code && /\s\p{Lu}/u.test(place ?? '')) ?? body;

/** Who enacts, in capitals on the line below a title whose letterhead is lost: "NGHỊ QUYẾT VỀ … / QUỐC HỘI". */
export function enactorBelow(knowledge: Knowledge, opening: string, titleEnd: number): NamedBody | undefined {
  const line = /^[^\n]{4,120}/u.exec(opening.slice(titleEnd).trimStart())?.[0] ?? '';
  if (titleEnd === 0 || /\p{Ll}/u.test(line)) return undefined;
  const [body] = bodiesIn(knowledge, line);
  return body?.start === 0 ? body : undefined;
}

/** The first body of the centre that a text names. */
export const centralIn = (knowledge: Knowledge, text: string): NamedBody | undefined =>
  bodiesIn(knowledge, text).find(({ level }) => level === 'central');

/** Who issues, in full: "UBND tỉnh" is that of the province that the document is of, "UBND thành phố" of a city of the centre too. */
export function issuing(
  knowledge: Knowledge,
  body: NamedBody | undefined,
  province: Province | null,
  level: Level | null,
): { readonly issuer: DocumentHeader['issuer']; readonly level: Level | null } {
  if (body === undefined) return { issuer: null, level };
  const { code, name } = body;
  if (province === null || !/(?:tỉnh|thành phố)$/iu.test(name)) return { issuer: { code, name }, level };
  const whole = `${name} ${province.name}`;
  if (/-tinh$/u.test(code)) return { issuer: { code, name: whole }, level };
  const city = provinceNamed(knowledge, province.name, province.set === 34 ? MERGER : null)?.kind === 'city';
  if (!city || !/^(?:ubnd|hdnd)-thanh-pho$/u.test(code)) return { issuer: { code, name }, level };
  return { issuer: { code: code.replace(/thanh-pho$/u, 'tinh'), name: whole }, level: 'province' };
}

/** Who issues, by the last line of the letterhead; where "TỈNH …" is lost under "ỦY BAN NHÂN DÂN", or both are, number and place say it. */
export function wholeName(
  knowledge: Knowledge,
  { bodies, place, printed, issuedOn }: Letterhead,
): NamedBody | undefined {
  const body = bodies.at(-1);
  if (body !== undefined && body.code !== 'ubnd' && body.code !== 'hdnd') return body;
  return committeeOf(knowledge, { code: body?.code, number: printed }, place, issuedOn) ?? body;
}
