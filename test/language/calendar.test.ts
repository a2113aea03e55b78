import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMentions } from '../../src/extract/mentions/find.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { daysIn, everyMonths, yearsWindow } from '../../src/language/calendar.ts';

const context = { year: 2021, date: null, singleYear: false, knowledge: loadKnowledge() };
const values = (text: string) =>
  findMentions(text, context).flatMap((mention) => (mention.kind === 'deadline' ? [mention.value] : []));

const pad = (n: number): string => String(n).padStart(2, '0');
const year = fc.integer({ min: 2000, max: 2050 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc
  .record({ year, month, day: fc.integer({ min: 1, max: 31 }) })
  .filter((at) => at.day <= daysIn(at.year, at.month));
const clause = fc.constantFrom('', 'Hoàn thành ', '- Báo cáo Ủy ban nhân dân tỉnh ', 'tỷ lệ đạt 90% ');
const rest = fc.constantFrom('', '.', ', các sở báo cáo', ' đạt 80%');

test('a day reads back, however it is written', () => {
  const write = fc.constantFrom(
    (d: number, m: number, y: number) => `ngày ${d}/${m}/${y}`,
    (d: number, m: number, y: number) => `ngày ${pad(d)} tháng ${pad(m)} năm ${y}`,
    (d: number, m: number, y: number) => `ngày ${pad(d)}-${pad(m)}-${y}`,
    (d: number, m: number, y: number) => `${pad(d)}/${pad(m)}/${y}`,
  );
  fc.assert(
    fc.property(
      day,
      write,
      fc.constantFrom('trước', 'đến', 'chậm nhất'),
      clause,
      rest,
      (at, written, word, left, right) => {
        const text = `${left}${word} ${written(at.day, at.month, at.year)}${right}`;
        const end = `${at.year}-${pad(at.month)}-${pad(at.day)}`;
        expect(values(text), text).toMatchObject([{ type: 'by', start: null, end, exclusive: word === 'trước' }]);
      },
    ),
  );
});

test('months, quarters and years read back as the window that they span', () => {
  const roman = ['I', 'II', 'III', 'IV'];
  fc.assert(
    fc.property(year, month, clause, rest, fc.boolean(), (y, m, left, right, slash) => {
      const of = slash ? `/${y}` : ` năm ${y}`;
      const last = (to: number): string => `${y}-${pad(to)}-${daysIn(y, to)}`;
      const first = (from: number): string => `${y}-${pad(from)}-01`;
      const quarter = Math.ceil(m / 3);
      const during = (start: string, end: string) => [{ type: 'during', start, end, rrule: null }];
      expect(values(`${left}trong tháng ${pad(m)}${of}${right}`)).toMatchObject(during(first(m), last(m)));
      expect(values(`${left}trong quý ${roman[quarter - 1]}${of}${right}`)).toMatchObject(
        during(first(quarter * 3 - 2), last(quarter * 3)),
      );
      expect(values(`${left}vào năm ${y}${right}`)).toMatchObject(during(first(1), last(12)));
      expect(values(`${left}trong giai đoạn ${y} - ${y + 5}${right}`)).toMatchObject(
        during(first(1), `${y + 5}-12-31`),
      );
      expect(values(`${left}từ tháng ${m} đến tháng 12/${y}${right}`)).toMatchObject(during(first(m), last(12)));
    }),
  );
});

test('what comes back every year falls on a day that every such year has', () => {
  fc.assert(
    fc.property(day, (at) => {
      const rrule = values(`trước ngày ${at.day}/${at.month} hằng năm`)[0]?.rrule ?? '';
      const { m, d } = /BYMONTH=(?<m>\d+);BYMONTHDAY=(?<d>-?\d+)$/u.exec(rrule)?.groups ?? {};
      expect(Number(m)).toBe(at.month);
      expect(Number(d) === -1 || Number(d) <= daysIn(2021, at.month)).toBe(true);
    }),
  );
});

test('a month without its year ends on a day that the year of the plan has', () => {
  const of = (year: number, text: string) =>
    findMentions(text, { ...context, year }).flatMap((mention) => (mention.kind === 'deadline' ? [mention.value] : []));
  for (const text of ['trong tháng 02', '2 tháng đầu năm']) {
    expect(of(2007, `Báo cáo ${text}.`), text).toMatchObject([{ end: '2007-02-28' }]);
    expect(of(2024, `Báo cáo ${text}.`), text).toMatchObject([{ end: '2024-02-29' }]);
  }
});

test('everyMonths fills the year evenly or not at all', () => {
  expect(everyMonths(3)).toBe('FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1');
  expect(everyMonths(6)).toBe('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1');
  expect(everyMonths(60)).toBe('FREQ=YEARLY;INTERVAL=5;BYMONTH=12;BYMONTHDAY=31');
  expect(everyMonths(5)).toBeUndefined();
});

test('mentions quote the text, stand in order, and none of quantities and deadlines overlap', () => {
  const piece = fc.constantFrom(
    'đến năm 2025',
    'ít nhất 20 mô hình',
    '35 - 40%',
    'quý II/2021',
    'khoản 3, mục II',
    'trước ngày 15/12 hằng năm',
    '2,5 tỷ đồng',
    'thuộc nhóm 10 tỉnh dẫn đầu',
    'mười hai xã',
    'từ ngày 1/7',
    'đến ngày 30/9/2021',
    'năm',
    'tháng',
    'và',
    ',',
    '.',
    '%',
    '43/2011/NĐ-CP',
    'Sở Nội vụ',
    '\n',
    '“',
    '-',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(' ', ''), (pieces, gap) => {
      const text = pieces.join(gap);
      const mentions = findMentions(text, context);
      for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      expect([...mentions].sort((a, b) => a.start - b.start || a.end - b.end)).toEqual(mentions);
      const spans = mentions.filter(({ kind }) => kind !== 'agency');
      for (const [i, mention] of spans.entries()) {
        expect(mention.end).toBeLessThanOrEqual(spans[i + 1]?.start ?? text.length);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  [1980, 2030, true],
  [1979, 2030, false],
  [2030, 2025, false],
  [1944, 1950, false],
  [2100, 2111, false],
])('%d to %d is a time of a plan: %s', (from, to, known) => {
  expect(yearsWindow(from, to) !== undefined).toBe(known);
});
