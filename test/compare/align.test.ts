import { expect, test } from 'vitest';
import { align } from '../../src/compare/align.ts';
import { type ComparedPlan, countOnce } from '../../src/compare/plans.ts';
import { reducer } from '../../src/compare/wording.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Indicator } from '../../src/model/pipeline.ts';
import type { Target } from '../../src/model/record.ts';
import { HUE, PHU_THO, plan, target } from './make.ts';

/** Whether a target of one plan and one of another come into one row, among others that make usual words weigh little. */
function together(a: Target, b: Target): boolean {
  const usual = [
    'hồ sơ công việc được xử lý trên môi trường mạng',
    'văn bản điện tử được ký số',
    'cán bộ, công chức được bồi dưỡng hằng năm',
    'thủ tục hành chính được công khai trên cổng dịch vụ công',
    'đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên',
  ].map((text, i) => target(text, i, { area: a.area }));
  const plans = countOnce([plan('a', PHU_THO, [a, ...usual]), plan('b', HUE, [b])]);
  const placed = plans.flatMap((one) => one.targets.map((it) => ({ plan: one, target: it })));
  const row = align(loadKnowledge(), placed, reducer(loadKnowledge())).find(({ targets }) =>
    targets.some(({ target: { id } }) => id === 'a#t1'),
  );
  return row?.targets.some(({ target: { id } }) => id === 'b#t1') === true;
}

const PAIRS: readonly (readonly [same: boolean, a: string, b: string])[] = [
  [true, 'Tỷ lệ hồ sơ TTHC được giải quyết đúng hạn', 'hồ sơ thủ tục hành chính giải quyết đúng hạn'],
  [
    true,
    'UBND cấp xã áp dụng HTQLCL theo TCVN ISO 9001:2015',
    'cấp xã áp dụng hệ thống quản lý chất lượng TCVN ISO 9001:2015',
  ],
  [true, 'hồ sơ nộp trực tuyến đạt', 'Tỷ lệ hồ sơ nộp trực tuyến'],
  [true, 'văn bản quy phạm pháp luật được ban hành đúng thẩm quyền', 'VBQPPL của tỉnh ban hành đúng thẩm quyền'],
  [true, 'TTHC hoàn thành việc rà soát hàng năm', 'TTHC được rà soát hằng năm'],
  [true, 'trẻ em bị bỏ rơi được phát hiện, chăm sóc và hỗ trợ', 'trẻ em bị bỏ rơi được hỗ trợ'],
  [false, 'trẻ em bị bỏ rơi được phát hiện', 'trẻ em bị bỏ rơi được hỗ trợ'],
  [
    false,
    'trẻ em mồ côi không nơi nương tựa trong gia đình',
    'trẻ em mồ côi không nơi nương tựa trong gia đình được hỗ trợ',
  ],
  [false, 'dịch vụ công trực tuyến mức độ 3', 'dịch vụ công trực tuyến mức độ 4'],
  [false, 'hồ sơ thanh toán trực tuyến', 'hồ sơ nộp trực tuyến'],
  [false, 'công chức cấp xã được bồi dưỡng', 'công chức cấp xã được tuyển dụng'],
  [false, 'trường học đạt chuẩn quốc gia', 'xã đạt chuẩn nông thôn mới'],
];

test.each(PAIRS)('one measure: %s: %s | %s', (same, a, b) => {
  expect(together(target(a, 90), target(b, 80))).toBe(same);
});

const CONTRASTS: readonly (readonly [why: string, a: string, b: string])[] = [
  ['a word of its own on each side', 'trẻ em vùng núi được học bơi an toàn', 'trẻ em ven biển được học bơi an toàn'],
  ['a negation', 'chất thải nguy hại của cơ sở công nghiệp', 'chất thải không nguy hại của cơ sở công nghiệp'],
  ['an added word in few words', 'sản lượng tôm', 'sản lượng tôm sú'],
  ['nothing that tells what is measured', 'tỷ lệ giảm', 'giảm tỷ lệ'],
  [
    'the part of a head that a line names',
    'công nghiệp - xây dựng tăng: công nghiệp tăng',
    'công nghiệp - xây dựng tăng: xây dựng tăng',
  ],
  ['a line of a table', 'đường trục thôn được bê tông', 'vùng ven: đường trục thôn được bê tông'],
];
test.each(CONTRASTS)('apart by %s: %s | %s', (_, a, b) => {
  expect(together(target(a, 90), target(b, 80))).toBe(false);
});

test('another way of coming by it is no contrast', () => {
  const text = 'học sinh phổ thông được phổ biến kỹ năng bơi lội, phòng tránh đuối nước';
  expect(together(target(text, 90), target(text.replace('phổ biến', 'trang bị'), 80))).toBe(true);
  expect(together(target(text, 90), target(text.replace('bơi lội', 'sơ cứu'), 80))).toBe(false);
});

test('a word that is lost in a long wording', () => {
  const text = 'học sinh phổ thông được học kiến thức phòng tránh đuối nước và kỹ năng bơi lội';
  expect(together(target(text, 90), target(`${text} phù hợp lứa tuổi`, 80))).toBe(true);
});

const TEXT = 'hồ sơ công việc được xử lý trên môi trường mạng nội bộ';
const APART: readonly (readonly [why: string, a: Partial<Target>, b: Partial<Target>])[] = [
  ['level', { levels: ['district'] }, { levels: ['commune'] }],
  ['area', { area: 'procedures' }, { area: 'digital-government' }],
  ['a share and a rise of it', { direction: 'reach' }, { direction: 'increase-by' }],
];
test.each(APART)('the same words apart by %s', (_, a, b) => {
  expect(together(target(TEXT, 90, a), target(TEXT, 80, a))).toBe(true);
  expect(together(target(TEXT, 90, a), target(TEXT, 80, b))).toBe(false);
});

test('the same words apart by unit', () => {
  expect(together(target(TEXT, 90), target(TEXT, { value: 80, unit: 'hồ sơ' }))).toBe(false);
});

test("a province's own level is no level of its own", () => {
  expect(together(target(TEXT, 90, { levels: ['province'] }), target(TEXT, 80, { levels: [] }))).toBe(true);
});

test('one code is one row whatever the words and the area', () => {
  const indicator = (text: string) => ({ indicator: { text, code: 'x.y' } });
  expect(
    together(
      target('đúng hạn', 90, indicator('đúng hạn')),
      target('khác hẳn', 80, { ...indicator('khác hẳn'), area: null }),
    ),
  ).toBe(true);
});

test('a level is told in the measure or beside it, and goes without saying where units of it are counted', () => {
  const commune: Partial<Target> = { levels: ['commune'] };
  expect(
    together(target('tài liệu lưu trữ được số hóa', 90, commune), target('tài liệu lưu trữ cấp xã được số hóa', 80)),
  ).toBe(true);
  expect(together(target('tài liệu lưu trữ được số hóa', 90), target('tài liệu lưu trữ cấp xã được số hóa', 80))).toBe(
    false,
  );
  expect(together(target('xã có chợ hạng hai', 90), target('số xã có chợ hạng hai', 80, commune))).toBe(true);
  expect(together(target('chi an sinh xã hội', 90), target('chi an sinh', 80, commune))).toBe(false);
  const coded = { indicator: { text: 'xã đạt chuẩn', code: 'x.y' } };
  const catalogue = (vi: string) => new Map([['x.y', { unit: '%', label: { vi, en: '' } } as unknown as Indicator]]);
  const rows = (label: string): number => {
    const plans = countOnce([
      plan('a', PHU_THO, [target('xã đạt chuẩn', 90, coded)]),
      plan('b', HUE, [target('số xã đạt chuẩn', 80, { ...coded, ...commune })]),
    ]);
    const placed = plans.flatMap((it) => it.targets.map((each) => ({ plan: it, target: each })));
    return align(loadKnowledge(), placed, reducer(loadKnowledge()), catalogue(label)).length;
  };
  expect(rows('Xã đạt chuẩn tiếp cận pháp luật')).toBe(1);
  expect(rows('Hồ sơ đúng hạn')).toBe(2);
});

test('two levels below the province are not the province', () => {
  const below: Partial<Target> = { levels: ['district', 'commune'] };
  expect(together(target('tài liệu được số hóa', 90, below), target('tài liệu được số hóa', 80))).toBe(false);
  expect(together(target('tài liệu được số hóa', 90, below), target('tài liệu được số hóa', 80, below))).toBe(true);
});

test('a level that the words of a coded measure name parts its rows', () => {
  const coded = (text: string): Target => target(text, 90, { indicator: { text, code: 'x.y' } });
  expect(together(coded('nữ đại biểu cấp tỉnh'), coded('nữ đại biểu cấp xã'))).toBe(false);
  expect(together(coded('nữ đại biểu cấp tỉnh'), coded('nữ đại biểu'))).toBe(true);
});

test('units that a code is given in are one', () => {
  const income = { indicator: { text: 'Thu nhập bình quân đầu người', code: 'society.income-per-head' } };
  const catalogue = new Map([['society.income-per-head', { unit: ['VND', 'VND/năm'] } as unknown as Indicator]]);
  const rows = (units: readonly string[]): number => {
    const plans = countOnce(
      units.map((unit, i) => plan(`${i}`, i === 0 ? PHU_THO : HUE, [target('thu nhập', { value: 60, unit }, income)])),
    );
    const placed = plans.flatMap((one) => one.targets.map((it) => ({ plan: one, target: it })));
    return align(loadKnowledge(), placed, reducer(loadKnowledge()), catalogue).length;
  };
  expect(rows(['VND', 'VND/năm'])).toBe(1);
  expect(rows(['VND', 'USD'])).toBe(2);
});

test('what one plan says in two ways is two measures, unless they are much alike', () => {
  const whole = 'diện tích trồng dược liệu tập trung theo chuỗi liên kết';
  const part = `${whole} sản phẩm`;
  const rowsOf = (plans: readonly ComparedPlan[]): number => {
    const placed = countOnce(plans).flatMap((one) => one.targets.map((it) => ({ plan: one, target: it })));
    return align(loadKnowledge(), placed, reducer(loadKnowledge())).length;
  };
  expect(rowsOf([plan('a', PHU_THO, [target(whole, 90)]), plan('b', HUE, [target(part, 80)])])).toBe(1);
  expect(rowsOf([plan('a', PHU_THO, [target(whole, 90), target(part, 80)])])).toBe(2);
});
