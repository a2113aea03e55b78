import { COUNTRY, type Language, LEVELS, NO_AREA, REASONS } from '../formats/comparison-words.ts';

/** What the terminal says of a comparison of its own accord, in one language. */
export interface ComparisonWords {
  readonly none: string;
  readonly measure: string;
  readonly country: string;
  readonly noArea: string;
  /** Heads the measures that no other plan states. */
  readonly ofBase: string;
  /** Heads those that the base does not state. */
  readonly ofOthers: string;
  readonly level: (typeof LEVELS)[Language];
  readonly missing: (typeof REASONS)[Language];
  readonly result: string;
  readonly eachYear: string;
  readonly morePlans: (more: number) => string;
  readonly moreOfBase: (more: number) => string;
  readonly moreMeasures: (more: number) => string;
  readonly alone: (more: number) => string;
  readonly ahead: string;
  readonly doubtful: string;
  readonly reached: string;
  readonly superseded: string;
  readonly coverage: (told: string, more: number) => string;
  readonly countedOnce: (plans: number, files: number) => string;
  /** The same of bodies of the country. */
  readonly ofCountry: (told: string) => string;
  readonly ambition: (told: string, more: number) => string;
  /** In how many of so many measures a province is ahead or level with the best. */
  readonly standing: (name: string, ahead: number, level: number, shared: number) => string;
}

export const COMPARISON_WORDS: Readonly<Record<Language, ComparisonWords>> = {
  en: {
    none: 'No target fits.',
    measure: 'measure',
    country: COUNTRY.en,
    noArea: NO_AREA.en,
    ofBase: 'in the base only',
    ofOthers: 'not in the base',
    level: LEVELS.en,
    missing: REASONS.en,
    result: 'result',
    eachYear: 'each year',
    morePlans: (more) => `${more} more plans (--with, --level, --year narrow them down; --format csv has all).`,
    moreOfBase: (more) =>
      `${more} more ${more === 1 ? 'plan' : 'plans'} of the base, the older ones (--all or a wider terminal shows them).`,
    moreMeasures: (more) =>
      `${more} more ${more === 1 ? 'measure' : 'measures'} (--all shows them, --area narrows them down).`,
    alone: (more) =>
      `${more} more ${more === 1 ? 'measure stands' : 'measures stand'} in one other plan only (--format json).`,
    ahead: '▲ ahead of other provinces for the same year, at the same level of government',
    doubtful: '? may be another measure: look at its quote (--format html)',
    reached: '→ reached, as a report on that plan says',
    superseded: '† superseded by a newer plan',
    coverage: (told, more) => `Measures that each states: ${told}${more > 0 ? `; ${more} more` : ''}.`,
    countedOnce: (plans, files) =>
      `${plans} plans are in ${files} other files too: each is counted once (--format json names them).`,
    ofCountry: (told) => `The country: ${told}.`,
    ambition: (told, more) =>
      `Highest or level with the highest, of measures that at least three state for one year: ${told}${more > 0 ? `; ${more} more` : ''}.`,
    standing: (name, ahead, level, shared) => `${name} ${ahead + level} of ${shared}`,
  },
  vi: {
    none: 'Không có chỉ tiêu nào phù hợp.',
    measure: 'chỉ tiêu',
    country: COUNTRY.vi,
    noArea: NO_AREA.vi,
    ofBase: 'chỉ có ở tỉnh gốc',
    ofOthers: 'không có ở tỉnh gốc',
    level: LEVELS.vi,
    missing: REASONS.vi,
    result: 'kết quả',
    eachYear: 'hằng năm',
    morePlans: (more) => `Còn ${more} kế hoạch (thu hẹp bằng --with, --level, --year; --format csv có đủ).`,
    moreOfBase: (more) => `Còn ${more} kế hoạch cũ hơn của tỉnh gốc (--all hoặc màn hình rộng hơn cho xem).`,
    moreMeasures: (more) => `Còn ${more} chỉ tiêu (--all cho xem, thu hẹp bằng --area).`,
    alone: (more) => `Còn ${more} chỉ tiêu chỉ có trong một kế hoạch khác (--format json).`,
    ahead: '▲ cao hơn các tỉnh khác trong cùng năm, cùng cấp chính quyền',
    doubtful: '? có thể là chỉ tiêu khác: xem trích dẫn (--format html)',
    reached: '→ kết quả theo báo cáo về kế hoạch đó',
    superseded: '† đã có kế hoạch mới hơn thay thế',
    coverage: (told, more) => `Số chỉ tiêu của từng nơi: ${told}${more > 0 ? `; và ${more} nơi khác` : ''}.`,
    countedOnce: (plans, files) =>
      `${plans} kế hoạch còn có trong ${files} tệp khác: mỗi kế hoạch chỉ tính một lần (--format json nêu từng tệp).`,
    ofCountry: (told) => `Trung ương: ${told}.`,
    ambition: (told, more) =>
      `Cao nhất hoặc ngang mức cao nhất, trong các chỉ tiêu mà ít nhất ba nơi đặt ra cho cùng một năm: ${told}${more > 0 ? `; và ${more} nơi khác` : ''}.`,
    standing: (name, ahead, level, shared) => `${name} ${ahead + level}/${shared}`,
  },
};
