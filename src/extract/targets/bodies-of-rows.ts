import type { Context } from '../../knowledge/context.ts';
import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { provinceNamed } from '../../knowledge/provinces.ts';
import type { ColumnRole } from '../../knowledge/word-tables.ts';
import { vi, viMeaning, viWords } from '../../language/pattern.ts';
import { partsNamedBy } from '../../language/table-heads.ts';
import type { TargetDraft } from '../document/drafts.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { levelOfPlace as levelOfKind } from '../mentions/agencies/place-words.ts';
import { findMentions } from '../mentions/find.ts';
import type { PlanTable } from '../tables/grid.ts';
import { saysNothing, timeOf } from '../tables/heads.ts';
import { type HeadedRow, whoIn } from '../tables/rows.ts';
import type { PlacedFigure, TableReading } from './table-reading.ts';

/** What the rows of a table are, by what its head and its cells name. */
export function bodiesOfRows(
  plan: Plan,
  table: PlanTable,
  rows: readonly HeadedRow[],
  role: ColumnRole,
): Pick<TableReading, 'named' | 'placed'> {
  const head = table.columns.find((column) => column.role === role)?.inner ?? '';
  const placed = kindsOf(plan.context.knowledge).places.find(([pattern]) =>
    pattern.test(head.replace(/\s+/gu, ' ').trim()),
  )?.[1];
  const most = (test: (read: HeadedRow) => boolean): boolean =>
    rows.length > 1 && rows.filter(test).length >= 0.6 * rows.length;
  const named = most(({ content, contentFrom }) => isTime(plan.context, content.text.slice(contentFrom)))
    ? 'times'
    : most(({ content, contentFrom }) => bodyNamed(plan, content, contentFrom, placed) !== undefined)
      ? 'bodies'
      : 'measures';
  return { named, placed };
}

/** "Tên xã", "Xã, phường" over names without their kind. */
const kindsOf = built(['placeKinds', 'officeWords'], ({ placeKinds, officeWords }) => {
  const of = (...levels: readonly (typeof placeKinds)[number]['level'][]) =>
    viWords(placeKinds.filter(({ level }) => levels.includes(level)));
  const [city, commune, district] = [of('city'), of('commune'), of('city', 'district')];
  const places: readonly (readonly [RegExp, PlacedFigure])[] = [
    [vi`^(tên)? (các)? ${commune}(\s*[,/]\s*${commune})*$`, 'commune'],
    [vi`^(tên)? (các)? ${of('province')}(\s*[,/]\s*${city})?$`, 'province'],
    [vi`^(tên)? (các)? ${district}(\s*[,/]\s*${district})*$`, 'district'],
    [vi`^(tên)? (các)? địa phương$`, 'local'],
  ];
  return {
    places,
    CITY: vi`^${city}$`,
    PLACE: vi`^(?<kind>${viWords(placeKinds)}|tt) `,
    COMMITTEE: vi`^${viMeaning(officeWords, 'own')} (?<kind>${viWords(placeKinds)})`,
  };
});

/** From this day on a province is parted into communes alone. */
const COMMUNES_ALONE = '2025-07-01';

/** "Tân Thành", "Y Can": each word of it with a capital. */
const NAME = /^\p{Lu}\p{Ll}*(?:[\s'-]\p{Lu}\p{Ll}*){0,4}(?:\s(?:\d|[IVX]+))?$/u;

/** Rows that hold those of others together. */
const SUM = vi`^(tổng|cộng|toàn|chung|bình quân|trung bình)(?!\p{L})`;

const isTime = (context: Context, words: string): boolean => {
  const text = words.replace(/\s+/gu, ' ').trim();
  return timeOf(context, text) !== undefined && text.length <= 40 && !/\p{L}/u.test(restOfTime(context, text));
};

/** What a cell says beside its time and whether that was reached: "2024 (thực hiện)" says no more. */
const restOfTime = (context: Context, text: string): string => {
  const bare = text.replace(/\s*\([^()]*\)$/u, '');
  const own = bare === text || saysNothing(context, text.slice(bare.length)) ? bare : text;
  return own.replace(timeOf(context, own)?.text ?? '', '').replace(/năm|đến|giai đoạn/giu, '');
};

/** The body that a cell names, where it names nothing else. */
export function bodyNamed(plan: Plan, cell: LaidBlock, from: number, placed?: PlacedFigure): TargetDraft['allottedTo'] {
  const name = cell.text.slice(from).replace(/\s+/gu, ' ').trim();
  const place = placeCalled(plan.context, name);
  if (place !== undefined) return place;
  if (placed !== undefined && NAME.test(name) && !SUM.test(name))
    return { name, level: levelOfPlace(plan.context, name, placed), code: null };
  const [agency] = whoIn(plan, cell, from);
  // "Bảo hiểm xã hội bắt buộc" is no body, though it begins like one.
  return agency === undefined || agency.end - agency.start < MOST_OF_NAME * name.length
    ? undefined
    : agencyOf(plan.context.knowledge, agency.value);
}

function levelOfPlace({ knowledge, date, year }: Context, name: string, placed: PlacedFigure): Body['level'] {
  const named = provinceNamed(knowledge, name, date);
  if (placed === 'local' && named !== undefined) return 'province';
  if (placed === 'district' && named?.kind === 'city') return 'province';
  if (placed !== 'local') return placed;
  return (date ?? `${year ?? ''}-01-01`) < COMMUNES_ALONE ? 'district' : 'commune';
}

/** "Ủy ban nhân dân huyện Yên Lập" is a district's; what does not name its place is a department. */
function agencyOf(knowledge: Knowledge, { name, code }: { readonly name: string; readonly code: string | null }): Body {
  const kind = kindsOf(knowledge).COMMITTEE.exec(name)?.groups?.kind;
  return { name, level: kind === undefined ? 'department' : levelOfUnit(knowledge, kind), code };
}

type Body = NonNullable<TargetDraft['allottedTo']>;

const levelOfUnit = (knowledge: Knowledge, kind: string): Body['level'] => {
  const level = levelOfKind(knowledge, kind);
  return level === 'province' || level === 'district' ? level : 'commune';
};

/** The same of a head. */
export function bodyCalled(context: Context, name: string): TargetDraft['allottedTo'] {
  const place = placeCalled(context, name);
  if (place !== undefined) return place;
  const [agency] = ofKind(findMentions(name, context), 'agency');
  return agency === undefined || agency.end - agency.start < MOST_OF_NAME * name.length
    ? undefined
    : agencyOf(context.knowledge, agency.value);
}

/** What the head of a column names by which its figures are parted: a body, or a region, which is none. */
export interface ColumnPart {
  readonly name: string;
  readonly body: TargetDraft['allottedTo'];
}

/**
 * The same of a head below others, which may say what it names: "Hạ Hòa" below "Phân theo huyện", "Tây Nguyên" below "Chỉ tiêu theo
 * vùng".
 */
export function partCalled(context: Context, name: string, heads: readonly string[]): ColumnPart | undefined {
  const called = bodyCalled(context, name);
  if (called !== undefined) return { name: called.name, body: called };
  const at = heads.findLastIndex((head) => partsNamedBy(context.knowledge, head.replace(/\s+/gu, ' ')) !== undefined);
  const [above, lowest] = [heads[at] ?? '', heads.at(-1)?.replace(/\s+/gu, ' ').trim()];
  const parts =
    at < 0 || at === heads.length - 1 ? undefined : partsNamedBy(context.knowledge, above.replace(/\s+/gu, ' '));
  if (parts === undefined || parts === 'other' || lowest !== name || SUM.test(name)) return undefined;
  if (parts === 'region') return { name, body: undefined };
  return NAME.test(name) ? { name, body: { name, level: levelOfPlace(context, name, parts), code: null } } : undefined;
}

const MOST_OF_NAME = 0.9;

function placeCalled(context: Context, name: string): TargetDraft['allottedTo'] {
  const kind = kindsOf(context.knowledge).PLACE.exec(name)?.groups?.kind;
  const own = name.slice((kind?.length ?? 0) + 1);
  // "Xã nông thôn mới" names none.
  if (kind === undefined || !/^\p{Lu}/u.test(own) || name.split(' ').length > 6) return undefined;
  return {
    name,
    level: isProvince(context, own, kind) ? 'province' : levelOfUnit(context.knowledge, kind),
    code: null,
  };
}

/** Whether a name is one of the cities that are provinces: "Hà Nội", but not "thành phố Yên Bái". */
const isProvince = ({ knowledge, date }: Context, name: string, kind?: string): boolean =>
  (kind === undefined || kindsOf(knowledge).CITY.test(kind)) && provinceNamed(knowledge, name, date)?.kind === 'city';
