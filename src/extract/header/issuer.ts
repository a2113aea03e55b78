import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { MERGER, provinceNamed } from '../../knowledge/provinces.ts';
import { vi, viWords } from '../../language/pattern.ts';
import type { DocumentHeader, Level, Province } from '../../model/record.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { bodiesIn, type Letterhead } from './letterhead.ts';

/** Level of government of who issues: a body of a province that is not its council or party committee is a department. */
export function levelOfIssuer(body: NamedBody | null | undefined): Level | null {
  if (body == null) return null;
  if (/^(?:ubnd|hdnd)-tinh$|^(?:ban-thuong-vu-|thuong-truc-)?(?:tinh|thanh)-uy$/u.test(body.code)) return 'province';
  if (/^phong-/u.test(body.code)) return 'district';
  return body.level === 'province' ? 'department' : body.level;
}

/** A body that no table knows is of the level of the one above it: a province's is one of its departments. */
export function levelBelow(letterhead: Letterhead | undefined): Level | null {
  const level = levelOfIssuer(letterhead?.bodies.findLast((body) => levelOfIssuer(body) !== null));
  return level === 'province' ? 'department' : level;
}

const ordersOf = built(['duties'], ({ duties }) => {
  const hands = viWords(duties.filter(({ means }) => means.includes('hands')));
  return {
    gives: vi`^[\s,]*(này)? (đã|vừa|cũng)? (${hands}|ban hành|phê duyệt|ký|xây dựng)`,
    given: vi`(chỉ đạo|yêu cầu|ý kiến|kết luận) của\s*$`,
  };
});

/** Who acts in a text that says nowhere who issued it: the first who gives orders, else the first who is named. */
export function actorIn(knowledge: Knowledge, text: string): NamedBody | undefined {
  const opening = text.slice(0, 1500).replace(/\s+/gu, ' ');
  const bodies = bodiesIn(knowledge, opening).filter(({ level }) => level !== 'central');
  const { gives, given } = ordersOf(knowledge);
  const first = bodies.find(({ level }) => level !== null);
  const giver =
    bodies.find(
      ({ level, code, start, end }) =>
        (level !== null || /^ubnd-/u.test(code)) &&
        (gives.test(opening.slice(end, end + 60)) || given.test(opening.slice(Math.max(0, start - 40), start))),
    ) ?? first;
  // The same body with its place, where that is told.
  return bodies.find(({ code, place }) => code === giver?.code && /\s\p{Lu}/u.test(place ?? '')) ?? giver;
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

/** Who issues, by the last line of the letterhead; where "TỈNH …" is lost under "ỦY BAN NHÂN DÂN", the place of the date says it. */
export function wholeName(knowledge: Knowledge, letterhead: Letterhead): NamedBody | undefined {
  const body = letterhead.bodies.at(-1);
  if (letterhead.place === null || (body?.code !== 'ubnd' && body?.code !== 'hdnd')) return body;
  const unit = provinceNamed(
    knowledge,
    letterhead.place.replace(/^(?:Thành\s+phố|TP\.?)\s*/iu, ''),
    letterhead.issuedOn,
  );
  if (unit === undefined) return body;
  const place = `${unit.kind === 'city' ? 'thành phố' : 'tỉnh'} ${unit.name}`;
  return { ...body, code: `${body.code}-tinh`, name: `${body.name} ${place}`, level: 'province', place };
}
