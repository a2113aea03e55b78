import type {
  ComparedDocument,
  ComparedIndicator,
  ComparisonCell,
  ComparisonWarning,
  MeasureChange,
  MissingCell,
} from '../../../model/comparison.ts';
import type { Agency, Deadline } from '../../../model/record.ts';

/**
 * What the comparison page is given: plans and measures with their figures, in the page itself or in files of figures beside
 * it, and the words behind the figures, which are read when somebody looks at them. Figures are packed (pack.ts): of half a
 * million, names of fields would be most of the page.
 */
export interface PageData {
  /** Name of the base; "" where nothing has a province. */
  readonly base: string;
  /** How many provinces stand beside the base. */
  readonly provinces: number;
  readonly plans: readonly PagePlan[];
  /** Whose the plans are; the base is the first, if there is one. */
  readonly owners: readonly string[];
  readonly areas: readonly PageArea[];
  readonly currencies: readonly string[];
  readonly measures: readonly ShortMeasure[];
  /** Where the figures are: parts, by area, in the order of `areas`. */
  readonly figures: readonly string[];
  /** Parts with the words behind the figures; a measure names its by place. */
  readonly words: readonly string[];
  /** Whether all words are in the page: they can be searched then. */
  readonly whole: boolean;
  /** Whether there are figures of what was reached, too. */
  readonly results: boolean;
  /** By owner. */
  readonly coverage: readonly PageCoverage[];
  readonly warnings: readonly ComparisonWarning[];
  readonly failures: readonly PageFailure[];
  readonly doubts: readonly PageDoubt[];
}

export interface PagePlan
  extends Pick<ComparedDocument, 'number' | 'issuer' | 'issuedOn' | 'form' | 'level' | 'province'> {
  readonly document: string;
  /** Index in `owners`. */
  readonly owner: number;
  /** "Phú Thọ 2021–2025" */
  readonly name: string;
  readonly title: string | null;
  readonly topic: string | null;
  readonly years: readonly [from: number, to: number] | null;
  readonly base: boolean;
  /** The list of provinces that it belongs to: of how many units its ranks are. */
  readonly set: number | null;
  /** Where the original is, as it was given. */
  readonly source: string;
  /** A way to the original from the page, where there is one. */
  readonly link: string | null;
  /** A way to the text from the page. */
  readonly text: string | null;
}

export interface PageArea {
  /** "" for what has no area. */
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** Known of a measure before its figures are: enough for the list of measures, the four numbers and the search. */
export interface PageMeasure extends Pick<ComparedIndicator, 'code' | 'basis' | 'unit' | 'level'> {
  readonly vi: string;
  readonly en?: string;
  /** Index in `areas`. */
  readonly area: number;
  readonly better: 1 | -1 | 0;
  /** Provinces beside the base that state it. */
  readonly others: number;
  /** The base states it. */
  readonly own: boolean;
  /** How many others may be held against the base and aim higher, lower, as high. */
  readonly up: number;
  readonly down: number;
  readonly equal: number;
  /** Index in `PageData.words`. */
  readonly words: number;
}

/** A measure as it stands in the page: what is nothing is left out. */
export type ShortMeasure = Pick<PageMeasure, 'vi' | 'area'> & Partial<PageMeasure>;

/** One figure. */
export interface Fact
  extends Pick<
    ComparisonCell,
    'year' | 'status' | 'comparator' | 'value' | 'valueMax' | 'sure' | 'since' | 'difference' | 'rank' | 'ahead'
  > {
  /** SaidAt among the figures of its measure. */
  readonly at: number;
  /** Index in `PageData.plans`. */
  readonly plan: number;
  /** Where it is not the measure's. */
  readonly unit?: string;
  /** SaidAt of the base's figure that `difference` is to. */
  readonly against?: number;
  readonly national: boolean;
  readonly change?: { readonly kind: MeasureChange['kind']; readonly from?: number; readonly beside?: number };
  readonly superseded: boolean;
  /** What a report says was reached of it. */
  readonly result?: {
    readonly value: number | null;
    readonly valueMax: number | null;
    readonly year: number | null;
    readonly reached?: boolean;
    readonly plan: number | null;
  };
}

/** The words behind one figure. */
export interface Evidence
  extends Pick<ComparisonCell, 'quote' | 'baseline' | 'condition' | 'direction' | 'supersededBy'> {
  /** Id of the target; "#t7" stands for that of its document. */
  readonly target: string;
  /** What stands on either side of the quote. */
  readonly around: readonly [before: string, after: string];
  /** Where the figure stands in the quote. */
  readonly figure: readonly [start: number, end: number] | null;
  readonly page: number | null;
  /** Labels from the outermost heading down. */
  readonly path: string | null;
  readonly deadline: (Pick<Deadline, 'text' | 'basis' | 'end'> & Partial<SaidAt>) | null;
  readonly leads: readonly (Pick<Agency, 'name' | 'text' | 'basis'> &
    Partial<SaidAt> & { readonly since2025?: string })[];
  /** Id of the report that says what was reached of it. */
  readonly report?: string;
}

/** Where something is said. */
export interface SaidAt {
  readonly quote: string;
  readonly page: number | null;
}

/** The words of one measure. */
export interface MeasureWords extends Pick<ComparedIndicator, 'spread'> {
  readonly cells: readonly Evidence[];
  readonly missing: readonly (Pick<MissingCell, 'reason' | 'quote'> & { readonly plan: number })[];
}

export interface PageCoverage {
  /** Of a province or a body of one; of the country, which is set apart; of texts that tell no province. */
  readonly whose: 'province' | 'country' | 'untold';
  /** By area. */
  readonly areas: readonly number[];
  readonly measures: number;
  /** Measures that the base states too. */
  readonly shared: number;
  /** Measures in which it may be held against the base, and in how many of them it aims as high or higher. */
  readonly pairs: number;
  readonly asHigh: number;
}

/** Sources that gave no record, all of one reason. */
export interface PageFailure {
  readonly code: string;
  readonly message: string;
  readonly sources: readonly string[];
}

/** A document of the comparison that a person should look at. */
export interface PageDoubt {
  readonly plan: number;
  readonly why: readonly string[];
  readonly unsure: number;
}
