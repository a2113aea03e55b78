import type { ComparisonWarning, MissingCell } from '../../model/comparison.ts';
import type { Form, Level } from '../../model/record.ts';

/** Languages in which a comparison is told: on the terminal, in workbooks and on the page, by the same words. */
export type Language = 'vi' | 'en';
type InBoth<T> = Readonly<Record<Language, T>>;

/** Why a plan that speaks of a measure has no figure there. */
export const REASONS: InBoth<Readonly<Record<MissingCell['reason'], string>>> = {
  vi: {
    'no-figure': 'không có số liệu',
    'other-unit': 'khác đơn vị',
    'other-level': 'khác cấp',
    'result-only': 'chỉ có kết quả',
    'other-words': 'gần giống',
  },
  en: {
    'no-figure': 'no figure',
    'other-unit': 'other unit',
    'other-level': 'other level',
    'result-only': 'result only',
    'other-words': 'similar',
  },
};

/** Of government: whose plan it is, or what a measure is taken at. */
export const LEVELS: InBoth<Readonly<Record<Level, string>>> = {
  vi: {
    central: 'trung ương',
    province: 'cấp tỉnh',
    department: 'cấp sở',
    district: 'cấp huyện',
    commune: 'cấp xã',
  },
  en: {
    central: 'central',
    province: 'province',
    department: 'department',
    district: 'district',
    commune: 'commune',
  },
};

/** What a text is. */
export const FORMS: InBoth<Readonly<Record<Form, string>>> = {
  vi: {
    plan: 'kế hoạch',
    decision: 'quyết định',
    resolution: 'nghị quyết',
    programme: 'chương trình',
    report: 'báo cáo',
    directive: 'chỉ thị',
    'official-dispatch': 'công văn',
    notice: 'thông báo',
    news: 'tin bài',
    other: 'khác',
  },
  en: {
    plan: 'plan',
    decision: 'decision',
    resolution: 'resolution',
    programme: 'programme',
    report: 'report',
    directive: 'directive',
    'official-dispatch': 'official letter',
    notice: 'notice',
    news: 'news',
    other: 'other',
  },
};

export const NO_AREA: InBoth<string> = { vi: 'Lĩnh vực khác', en: 'Other areas' };

/** What the country sets: heads its column. */
export const COUNTRY: InBoth<string> = { vi: 'Cả nước', en: 'National' };

interface Names {
  readonly planName: (document: string) => string;
  readonly listed: (names: readonly string[]) => string;
}

type Given = NonNullable<ComparisonWarning['about']>;
/** With nothing for what a warning does not speak of. */
type About = { readonly [K in keyof Given]-?: NonNullable<Given[K]> };
type Telling = (about: About, names: Names) => string;

const counted = (n: number, noun: string): string => `${n} ${n === 1 ? noun : `${noun}s`}`;
const both = (parts: readonly string[], and: string): string => parts.filter((part) => part !== '').join(and);

const WARNINGS: Readonly<Record<string, InBoth<Telling>>> = {
  'territory-changed': {
    vi: ({ province, formedFrom, formerly }, { listed }) =>
      `${province} từ ngày 01/7/2025 gồm ${listed(formedFrom)}: số liệu trước ngày đó của ${listed(formerly)} chỉ là của một phần.`,
    en: ({ province, formedFrom, formerly }, { listed }) =>
      `${province} since 1 July 2025 is ${listed(formedFrom)} together: figures of ${listed(formerly)} before that day are of a part of it.`,
  },
  'level-ended': {
    vi: ({ targets }) =>
      `${targets} chỉ tiêu của cấp huyện có thời hạn sau ngày 01/7/2025, khi không còn cấp huyện. Không so với chỉ tiêu cấp xã.`,
    en: ({ targets }) =>
      targets === 1
        ? 'One of its targets is for districts and due after districts ended on 1 July 2025. Do not hold it against targets of communes.'
        : `${targets} of its targets are for districts and due after districts ended on 1 July 2025. Do not hold them against targets of communes.`,
  },
  'counted-once': {
    vi: ({ others }) => `Còn có trong ${others.length} tệp khác: chỉ tính một lần.`,
    en: ({ others }) => `In ${counted(others.length, 'other file')} too: it is counted once.`,
  },
  superseded: {
    vi: ({ others }, { planName, listed }) =>
      `Đã được thay thế bởi ${listed(others.map(planName))}: chỉ tiêu cũ không tính bên cạnh chỉ tiêu mới.`,
    en: ({ others }, { planName, listed }) =>
      `Replaced by ${listed(others.map(planName))}: its targets are not counted beside the newer ones.`,
  },
  amended: {
    vi: ({ others }, { planName, listed }) =>
      `Đã được sửa đổi bởi ${listed(others.map(planName))}: chỉ tiêu nêu lại ở đó không tính ở đây.`,
    en: ({ others }, { planName, listed }) =>
      `Amended by ${listed(others.map(planName))}: targets that stand there again are not counted here.`,
  },
  'left-out': {
    vi: ({ documents, results }) =>
      `Không so sánh: ${both([documents > 0 ? `${documents} văn bản không phải kế hoạch (--all)` : '', results > 0 ? `${results} kết quả đã đạt (--results)` : ''], ' và ')}.`,
    en: ({ documents, results }) =>
      `Not compared: ${both([documents > 0 ? `${documents === 1 ? '1 document that is no plan' : `${documents} documents that are no plans`} (--all)` : '', results > 0 ? `${counted(results, 'result')} (--results)` : ''], ' and ')}.`,
  },
};

const NOTHING: About = {
  document: '',
  others: [],
  targets: 0,
  documents: 0,
  results: 0,
  province: '',
  formedFrom: [],
  formerly: [],
};

/** A warning of a comparison in one language, with plans by their names; its own message where no words are known for it. */
export function warningText(
  { code, message, about }: ComparisonWarning,
  language: Language,
  planName: Names['planName'],
): string {
  const telling = WARNINGS[code]?.[language];
  if (telling === undefined || about === undefined) return message;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const full: About = { ...NOTHING, ...withoutNothing(about) };
  return telling(full, { planName, listed: (names) => list.format(names) });
}

/** The same behind the name of the plan that it is about. */
export function warningLine(warning: ComparisonWarning, language: Language, planName: Names['planName']): string {
  const { about } = warning;
  const who = about?.document === undefined ? '' : `${planName(about.document)}: `;
  return `${who}${warningText(warning, language, planName)}`;
}

const withoutNothing = (about: Given): Partial<About> =>
  Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
