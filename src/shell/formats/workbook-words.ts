import { COUNTRY, NO_AREA, REASONS } from './comparison-words.ts';
import type { HeadLanguage } from './rows.ts';

/** What a workbook says of its own accord, in one language. */
export interface WorkbookWords {
  readonly matrix: string;
  readonly difference: (base: string) => string;
  readonly figures: string;
  readonly coverage: string;
  readonly measures: string;
  readonly noArea: string;
  /** Of the measures that may be held against other provinces'. */
  readonly ambition: readonly [shared: string, ahead: string, level: string, behind: string];
  readonly sources: string;
  readonly area: string;
  readonly measure: string;
  readonly level: string;
  readonly unit: string;
  readonly country: string;
  readonly plan: string;
  readonly province: string;
  readonly year: string;
  readonly base: string;
  readonly own: string;
  readonly comparator: string;
  /** The upper end of a range. */
  readonly upper: string;
  readonly deadline: string;
  readonly due: string;
  readonly apart: string;
  readonly ahead: string;
  readonly quote: string;
  readonly result: string;
  readonly superseded: string;
  readonly cut: string;
  readonly cutFigures: (kept: number, all: number) => string;
  readonly cutPlans: (kept: number, all: number) => string;
  readonly cutMeasures: (kept: number, all: number) => string;
  readonly missing: (typeof REASONS)[HeadLanguage];
  /** Heads of the sheet of sources, in the order of its columns. */
  readonly sourceHeads: readonly string[];
}

export const WORKBOOK_WORDS: Readonly<Record<HeadLanguage, WorkbookWords>> = {
  vi: {
    matrix: 'So sánh',
    difference: (base) => `Khác biệt so với ${base}`,
    figures: 'Số liệu',
    coverage: 'Độ phủ',
    measures: 'Số chỉ tiêu',
    noArea: NO_AREA.vi,
    ambition: ['Chỉ tiêu so sánh được', 'Cao nhất', 'Ngang mức cao nhất', 'Thấp hơn'],
    sources: 'Nguồn',
    area: 'Lĩnh vực',
    measure: 'Chỉ tiêu',
    level: 'Cấp',
    unit: 'Đơn vị',
    country: COUNTRY.vi,
    plan: 'Kế hoạch',
    province: 'Tỉnh, thành phố',
    year: 'Năm',
    base: 'Gốc',
    own: 'Giá trị',
    comparator: 'So sánh',
    upper: 'Đến',
    deadline: 'Thời hạn (lời văn)',
    due: 'Thời hạn',
    apart: 'Chênh lệch',
    ahead: 'Cao nhất',
    quote: 'Trích dẫn',
    result: 'kết quả',
    superseded: 'đã thay thế',
    cut: 'đã cắt bớt',
    cutFigures: (kept, all) => `Tệp này có ${kept} trên ${all} số liệu; --format csv có đủ.`,
    cutPlans: (kept, all) =>
      `${kept} trên ${all} kế hoạch được xếp cạnh nhau; thu hẹp bằng --with, --level hoặc --year.`,
    cutMeasures: (kept, all) => `${kept} trên ${all} chỉ tiêu được xếp cạnh nhau; thu hẹp bằng --area hoặc --year.`,
    missing: REASONS.vi,
    sourceHeads: [
      'Văn bản',
      'Kế hoạch',
      'Tên',
      'Loại',
      'Số',
      'Cơ quan ban hành',
      'Cấp',
      'Ngày ban hành',
      'Từ',
      'Đến',
      'Cùng một kế hoạch',
      'Thay thế bởi',
      'Sửa đổi bởi',
      'Báo cáo về',
    ],
  },
  en: {
    matrix: 'Comparison',
    difference: (base) => `Difference to ${base}`,
    figures: 'Figures',
    coverage: 'Coverage',
    measures: 'Measures',
    noArea: NO_AREA.en,
    ambition: ['Measures held against others', 'Ahead', 'Level with the best', 'Behind'],
    sources: 'Sources',
    area: 'Area',
    measure: 'Measure',
    level: 'Level',
    unit: 'Unit',
    country: COUNTRY.en,
    plan: 'Plan',
    province: 'Province',
    year: 'Year',
    base: 'Base',
    own: 'Value',
    comparator: 'Comparator',
    upper: 'To',
    deadline: 'Deadline in words',
    due: 'Due',
    apart: 'Difference',
    ahead: 'Ahead',
    quote: 'Quote',
    result: 'result',
    superseded: 'superseded',
    cut: 'cut',
    cutFigures: (kept, all) => `${kept} of ${all} figures are in this workbook; --format csv has all.`,
    cutPlans: (kept, all) => `${kept} of ${all} plans stand side by side; --with, --level or --year narrow them down.`,
    cutMeasures: (kept, all) => `${kept} of ${all} measures stand side by side; --area or --year narrow them down.`,
    missing: REASONS.en,
    sourceHeads: [
      'Document',
      'Plan',
      'Title',
      'Form',
      'Number',
      'Issuer',
      'Level',
      'Issued',
      'From',
      'To',
      'Same plan',
      'Replaced by',
      'Amended by',
      'Reports on',
    ],
  },
};
