import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { indicatorCode } from '../../src/catalogue/indicator-code.ts';
import type { Measured } from '../../src/catalogue/measure-read.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { type Indicator, Pipeline } from '../../src/model/pipeline.ts';

const load = (name: string): Pipeline =>
  Pipeline.parse(parse(readFileSync(new URL(`../../pipelines/${name}.yaml`, import.meta.url), 'utf8')));
const REFORM = load('administrative-reform');
const DIGITAL = load('digital-transformation');
const SOCIETY = load('socio-economic');
const PIPELINES = { reform: REFORM, digital: DIGITAL, society: SOCIETY };

const measured = (text: string, unit = '%', area: string | null = null): Measured => ({
  indicator: { text },
  area,
  quantity: { unit },
  source: { quote: text },
  kind: 'quantified',
});
const codeOf = (text: string, unit = '%'): string | null =>
  indicatorCode(loadKnowledge(), REFORM, measured(text, unit))?.code ?? null;

/** Two wordings, as two provinces might choose them, and whether they are one indicator. */
const PAIRS: readonly (readonly [same: boolean, a: string, b: string])[] = [
  [
    true,
    'Mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước',
    'mức độ hài lòng của cá nhân, tổ chức đối với sự phục vụ của cơ quan hành chính',
  ],
  [
    true,
    'văn bản QPPL của tỉnh ban hành hợp hiến, hợp pháp và khả thi',
    'văn bản quy phạm pháp luật được ban hành đúng trình tự, thủ tục',
  ],
  [
    true,
    'dịch vụ hành chính công được cung cấp trực tuyến ở mức độ 3, 4',
    'cung cấp dịch vụ công trực tuyến mức độ 3,4',
  ],
  [true, 'TTHC của Sở được cung cấp trực tuyến mức độ 3 và mức độ 4', 'dịch vụ công trực tuyến mức độ 3 trở lên'],
  [
    true,
    'TTHC được giải quyết theo cơ chế một cửa, một cửa liên thông',
    'thủ tục hành chính tiếp nhận tại Trung tâm Phục vụ hành chính công',
  ],
  [true, 'công chức được bố trí đúng vị trí việc làm', 'cơ quan bố trí công chức, viên chức theo vị trí việc làm'],
  [
    true,
    'UBND cấp xã áp dụng HTQLCL theo TCVN ISO 9001:2015',
    'cơ quan hành chính quản lý chất lượng theo tiêu chuẩn ISO 9001:2015',
  ],
  [
    true,
    'các sở, UBND cấp huyện tự kiểm tra công tác CCHC',
    'đơn vị thuộc Sở thực hiện kiểm tra, tự kiểm tra công tác cải cách hành chính',
  ],
  [true, 'đơn vị dùng phần mềm một cửa điện tử dùng chung', 'sử dụng phần mềm một cửa kết nối với cổng dịch vụ công'],
  [true, 'hồ sơ TTHC được giải quyết trực tuyến trên tổng số hồ sơ', 'Tỷ lệ hồ sơ nộp trực tuyến'],
  [
    true,
    'hồ sơ công việc cấp xã được xử lý trên môi trường mạng',
    'hồ sơ công việc tại cấp tỉnh xử lý trên môi trường điện tử',
  ],
  [true, 'hồ sơ giải quyết đúng hạn', 'Tỷ lệ hồ sơ thủ tục hành chính giải quyết trước hạn và đúng hạn'],
  [true, 'mức độ hài lòng về giải quyết TTHC của Sở', 'mức độ hài lòng của doanh nghiệp về thủ tục hành chính'],
  [
    true,
    'đơn vị sự nghiệp đủ điều kiện chuyển thành công ty cổ phần',
    'đơn vị sự nghiệp kinh tế hoàn thành chuyển đổi sang công ty cổ phần',
  ],
  [true, 'văn bản điện tử gửi, nhận được ký số', 'văn bản trao đổi giữa các cơ quan có chữ ký số'],
  [true, 'TTHC được rà soát', 'rà soát các thủ tục hành chính thuộc thẩm quyền'],

  [false, 'hài lòng đối với sự phục vụ của cơ quan hành chính nhà nước', 'hài lòng về giải quyết thủ tục hành chính'],
  [false, 'dịch vụ công trực tuyến mức độ 3 trở lên', 'dịch vụ công trực tuyến mức độ 4'],
  [false, 'dịch vụ công trực tuyến mức độ 3, 4', 'hồ sơ giải quyết trực tuyến mức độ 3, 4'],
  [false, 'TTHC được cung cấp trực tuyến mức độ 4', 'hồ sơ TTHC được tiếp nhận trực tuyến ở mức độ 4'],
  [false, 'cơ quan áp dụng ISO 9001:2015', 'TTHC được quy trình hóa theo ISO 9001:2015'],
  [false, 'kiểm tra công tác CCHC tại các sở', 'tự kiểm tra công tác CCHC tại các sở'],
  [false, 'TTHC được giải quyết theo cơ chế một cửa', 'đơn vị sử dụng phần mềm một cửa điện tử'],
  [false, 'cơ quan hoàn thiện quy định về vị trí việc làm', 'công chức được bố trí đúng vị trí việc làm'],
  [false, 'văn bản quy phạm pháp luật ban hành hợp pháp', 'văn bản quy phạm pháp luật được rà soát'],
  [false, 'hồ sơ công việc được xử lý trên môi trường mạng', 'hồ sơ TTHC được giải quyết trực tuyến'],
  [false, 'TTHC được công khai', 'TTHC nội bộ được công bố, công khai'],
  [false, 'cắt giảm thời gian giải quyết TTHC về đầu tư của doanh nghiệp', 'rút ngắn thời gian nộp thuế'],
  [false, 'giảm số lượng đơn vị sự nghiệp công lập', 'đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên'],
  [false, 'hồ sơ giải quyết đúng hạn', 'hồ sơ trễ hạn có văn bản xin lỗi'],
  [false, 'công chức được bồi dưỡng kỹ năng số', 'công chức được đào tạo, bồi dưỡng về nghiệp vụ'],
  [false, 'cơ cấu lãnh đạo cấp sở đúng quy định', 'cơ cấu lãnh đạo cấp phòng đúng quy định'],
];

describe('two wordings', () => {
  test.each(PAIRS)('one indicator: %s: %s | %s', (same, a, b) => {
    const [first, second] = [codeOf(a), codeOf(b)];
    expect(first, a).not.toBeNull();
    expect(second, b).not.toBeNull();
    expect(first === second, `${first} and ${second}`).toBe(same);
  });
});

const SILENT: readonly (readonly [text: string, unit: string])[] = [
  ['mục tiêu Nghị quyết đề ra', '%'],
  ['hồ sơ đăng ký qua mạng lĩnh vực tư pháp', '%'],
  ['Mức độ hài lòng của người dân đối với sự phục vụ của cơ quan hành chính', 'điểm'],
  ['hồ sơ giải quyết đúng hạn', 'hồ sơ'],
  ['tỷ lệ che phủ rừng', '%'],
  ['hộ nghèo', '%'],
  ['trường học đạt chuẩn quốc gia', '%'],
  ['mức độ hài lòng của người bệnh', '%'],
];
test.each(SILENT)('no code for "%s" in %s', (text, unit) => {
  expect(codeOf(text, unit)).toBeNull();
});

test('a match says which words decided it, and is less sure in another area', () => {
  const text = 'mức độ hài lòng đối với sự phục vụ của cơ quan hành chính';
  const match = indicatorCode(loadKnowledge(), REFORM, measured(text, '%', 'outcomes'));
  expect(match).toEqual({ code: 'outcomes.satisfaction-service', words: ['hài lòng', 'phục vụ của'], sure: 0.95 });
  expect(indicatorCode(loadKnowledge(), REFORM, measured(text, '%', 'procedures'))?.sure).toBeLessThan(0.95);
});

test('the quote decides where the indicator alone does not, and is trusted less', () => {
  const cut = { ...measured('TTHC mức độ 3 trở'), source: { quote: '50% TTHC mức độ 3 trở lên' } };
  expect(indicatorCode(loadKnowledge(), REFORM, cut)).toMatchObject({
    code: 'digital-government.services-level-3-4',
    sure: 0.8,
  });
});

test('two indicators that fit alike give no code', () => {
  const [one] = REFORM.indicators;
  if (one === undefined) throw new Error('the catalogue is empty');
  const twins = { ...REFORM, indicators: [one, { ...one, code: 'institutions.twin' }] };
  const text = 'văn bản quy phạm pháp luật ban hành hợp hiến, hợp pháp';
  expect(indicatorCode(loadKnowledge(), REFORM, measured(text))?.code).toBe(one.code);
  expect(indicatorCode(loadKnowledge(), twins, measured(text))).toBeNull();
});

const CODES: readonly (readonly [pipeline: keyof typeof PIPELINES, unit: string, text: string, code: string | null])[] =
  [
    ['reform', '%', 'hồ sơ luân chuyển giữa các cơ quan bằng phương thức điện tử', 'procedures.files-routed-online'],
    ['reform', '%', 'quyết định công bố TTHC được ban hành đúng thời hạn', null],
    [
      'reform',
      '%',
      'đơn vị sự nghiệp tự đảm bảo một phần chi thường xuyên',
      'public-finance.partly-self-financing-units',
    ],
    ['reform', '%', 'vấn đề phát hiện qua theo dõi thi hành pháp luật được xử lý', 'institutions.enforcement-findings'],
    ['reform', '%', 'sai phạm phát hiện qua kiểm tra CCHC được xử lý', 'steering.findings-handled'],
    ['reform', '%', 'đơn vị có cơ cấu công chức theo vị trí việc làm', 'civil-service.job-positions-approved'],
    ['reform', '%', 'cán bộ, công chức được cấp chữ ký số', 'digital-government.officials-identity'],
    ['reform', 'rank', 'Chỉ số PAR Index của tỉnh', 'outcomes.par-index-rank'],
    ['reform', '%', 'Chỉ số PAR Index của tỉnh', 'outcomes.par-index-score'],
    ['digital', '%', 'Tỷ trọng kinh tế số trong GRDP', 'digital-economy.share'],
    ['digital', '%', 'Tỷ trọng kinh tế số trong từng ngành, lĩnh vực', 'digital-economy.share-sectors'],
    ['digital', '%', 'Người trưởng thành có chữ ký số cá nhân', 'digital-society.e-signature'],
    ['digital', '%', 'Doanh nghiệp sử dụng chữ ký số', null],
    ['digital', '%', 'Tỷ lệ phủ sóng 5G', 'infrastructure.5g-coverage'],
    ['digital', '%', 'khu công nghiệp được phủ sóng 5G', 'infrastructure.5g-zones'],
    ['digital', 'bộ dữ liệu mở', 'công bố', 'data.open-datasets'],
    ['digital', '%', 'hồ sơ công việc xử lý trên môi trường mạng', 'digital-government.work-files-online'],
    ['digital', 'rank', 'Chỉ số chuyển đổi số cấp tỉnh (DTI)', 'outcomes.dti-rank'],
    ['society', '%', 'Tốc độ tăng trưởng GRDP', 'economy.grdp-growth'],
    ['society', 'VND/người', 'GRDP bình quân đầu người', 'economy.grdp-per-head'],
    ['society', 'USD', 'GRDP bình quân đầu người', 'economy.grdp-per-head-usd'],
    ['society', 'VND', 'Thu nhập bình quân đầu người', 'society.income-per-head'],
    ['society', '%', 'Tỷ lệ dân số tham gia BHYT', 'society.health-insurance'],
    ['society', '%', 'hộ nghèo được cấp thẻ bảo hiểm y tế', null],
    ['society', '%', 'dân số nông thôn sử dụng nước hợp vệ sinh', 'environment.hygienic-water-rural'],
    ['society', '%', 'dân số nông thôn sử dụng nước sạch', 'environment.clean-water-rural'],
    ['society', 'bác sĩ/vạn dân', 'số bác sĩ', 'society.doctors'],
    ['society', 'lượt khách', 'thu hút khách du lịch', 'economy.tourists'],
    ['society', 'xã', 'đạt chuẩn nông thôn mới nâng cao', 'rural.advanced-communes-count'],
    ['society', 'xã', 'đạt chuẩn nông thôn mới', 'rural.new-rural-communes-count'],
    ['society', '%', 'lao động qua đào tạo có bằng cấp, chứng chỉ', 'society.certified-workers'],
  ];
test.each(CODES)('%s, %s: "%s" is %s', (pipeline, unit, text, code) => {
  expect(indicatorCode(loadKnowledge(), PIPELINES[pipeline], measured(text, unit))?.code ?? null).toBe(code);
});

test('a code that stands in several pipelines measures the same unit in each', () => {
  const units = new Map<string, Indicator['unit']>();
  for (const { code, unit } of [REFORM, DIGITAL, SOCIETY].flatMap(({ indicators }) => indicators)) {
    expect(units.get(code) ?? unit, code).toEqual(unit);
    units.set(code, unit);
  }
  expect(units.size).toBeGreaterThan(200);
});
