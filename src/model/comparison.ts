import { z } from 'zod';
import {
  Agency,
  Comparator,
  Deadline,
  Direction,
  Form,
  Level,
  MeasureLevel,
  Period,
  Province,
  Source,
} from './record.ts';

/** Null where no text tells one: shown by its issuer. */
const Territory = Province.pick({ code: true, name: true, set: true }).nullable();

/** One plan that was compared. */
export const ComparedDocument = z.object({
  /** Id of the document. */
  document: z.string(),
  province: Territory,
  /** The province that the text names, where it is shown as part of its successor. */
  formerly: Territory.optional(),
  issuer: z.string().nullable(),
  level: Level.nullable(),
  form: Form,
  number: z.string().nullable(),
  title: z.string().nullable(),
  issuedOn: z.string().nullable(),
  period: Period.nullable(),
  /** The others are held against it. */
  base: z.boolean(),
  /** Ids of documents that hold the same plan and are not counted again. */
  others: z.array(z.string()),
  /** Ids of documents of this comparison's folder that replace it as a whole, or amend a part of it. */
  replacedBy: z.array(z.string()).optional(),
  amendedBy: z.array(z.string()).optional(),
  /** Ids of the plans whose results it reports. */
  reportsOn: z.array(z.string()).optional(),
});
export type ComparedDocument = z.infer<typeof ComparedDocument>;

/** What a report says was reached of a target. */
export const MatchedResult = z.object({
  /** Id of the report. */
  document: z.string(),
  /** Id of the result in it. */
  target: z.string(),
  comparator: Comparator.nullable(),
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  year: z.int().nullable(),
  quote: z.string(),
  source: Source.pick({ start: true, end: true, page: true }),
  /** Whether the target is met; absent where the target does not say which way it is bounded. */
  reached: z.boolean().optional(),
});
export type MatchedResult = z.infer<typeof MatchedResult>;

/** What became of a measure from one plan of a province to its next. */
export const MeasureChange = z.object({
  /**
   * kept, raised, lowered: what the next plan does to the figure of the one before. new, dropped: only the later or only the
   * earlier of two plans about one topic has the measure.
   */
  kind: z.enum(['new', 'kept', 'raised', 'lowered', 'dropped']),
  /** Id of the target in the plan before; none where it is new. */
  from: z.string().optional(),
  /** Id of the other plan where it has no such target: the one before where it is new, the next where it is dropped. */
  beside: z.string().optional(),
});
export type MeasureChange = z.infer<typeof MeasureChange>;

/** One figure of one document, in its place under an indicator. */
export const ComparisonCell = z.object({
  province: Territory,
  issuer: z.string().nullable(),
  level: Level.nullable(),
  /** Id of the document. */
  document: z.string(),
  /** Id of the target. */
  target: z.string(),
  period: Period.nullable(),
  /** Of the deadline's end, else of the period's. */
  year: z.int().nullable(),
  /** The first year, where it is due in each year from there to `year` ("hằng năm"). */
  since: z.int().optional(),
  status: z.enum(['target', 'result']),
  /** The three are null for a qualitative target. */
  comparator: Comparator.nullable(),
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  /** As the record has it; the indicator's is the shortest of those that mean the same. */
  unit: z.string().nullable(),
  direction: Direction,
  baseline: z.string().nullable(),
  condition: z.string().nullable(),
  /** 0 to 1: how sure it is that this is the measure of its row. */
  sure: z.number(),
  deadline: Deadline.pick({ text: true, type: true, end: true, basis: true }).nullable(),
  leads: z.array(
    Agency.pick({ code: true, name: true }).extend({
      /** Code of the department that took its duties over in 2025. */
      successor: z.string().optional(),
      /** What that one is called. */
      successorName: z.string().optional(),
    }),
  ),
  quote: z.string(),
  /** Where the quote stands in `documents/<id>.txt`. */
  source: Source.pick({ start: true, end: true, page: true }),
  /** To the figure of the base for the same year, in the same unit and of the same level of government, where both are targets. */
  difference: z.number().optional(),
  /** Id of the base's target that the difference is to. */
  against: z.string().optional(),
  /** The best among plans of its level of government for its year, of two provinces and more that differ. */
  ahead: z.literal(true).optional(),
  /** Its place among those of provinces for its year, 1 the best; of three and more. */
  rank: z.object({ place: z.int(), of: z.int() }).optional(),
  change: MeasureChange.optional(),
  /** Id of the document whose plan replaces this one, or restates this target: it is not counted beside the newer one. */
  supersededBy: z.string().optional(),
  /** From a report on this plan. */
  result: MatchedResult.optional(),
});
export type ComparisonCell = z.infer<typeof ComparisonCell>;

/** Why a plan that speaks of a measure has no figure to hold against the others; a plan that does not state it has none of these. */
export const MissingCell = z.object({
  document: z.string(),
  /**
   * no-figure: it speaks of it without a figure; other-unit, other-level: it measures it in another unit, or for another level or
   * as a change; result-only: it only reports what was reached; other-words: a measure of much the same words, but not of the same.
   */
  reason: z.enum(['no-figure', 'other-unit', 'other-level', 'result-only', 'other-words']),
  /** Id of the target that comes nearest. */
  similar: z.string(),
  /** What it says. */
  quote: z.string(),
});
export type MissingCell = z.infer<typeof MissingCell>;

/** What several plans measure alike. */
export const ComparedIndicator = z.object({
  /** From the indicator catalogue; null where the targets were put together by their wording. */
  code: z.string().nullable(),
  basis: z.enum(['catalogue', 'wording']),
  label: z.string(),
  /** From the catalogue only. */
  labelEn: z.string().optional(),
  area: z.string().nullable(),
  /** Null for qualitative targets. */
  unit: z.string().nullable(),
  /** Where targets of one document are told apart by the level they are measured at: that level. */
  level: MeasureLevel.nullable(),
  /** Of what land it is, where the plans name another than their own: "Cả nước", "Vùng Tây Nguyên". The label says it too. */
  place: z.string().optional(),
  better: z.enum(['higher', 'lower', 'neither']).optional(),
  /** What a plan of a central body sets, where one does: the newest. Its difference is to the base whatever the level. */
  national: ComparisonCell.nullable(),
  /** How the figures of provinces lie, of three and more that may be held against each other. */
  spread: z
    .array(
      z.object({
        year: z.int(),
        unit: z.string(),
        level: Level.nullable(),
        provinces: z.int(),
        lowerQuartile: z.number(),
        median: z.number(),
        upperQuartile: z.number(),
      }),
    )
    .optional(),
  cells: z.array(ComparisonCell),
  missing: z.array(MissingCell).optional(),
});
export type ComparedIndicator = z.infer<typeof ComparedIndicator>;

/** How much of what is compared one province's plans state, and how high they aim. */
export const ProvinceSummary = z.object({
  /** Name of the province, else of the issuer. */
  name: z.string(),
  base: z.boolean(),
  /** A body of the country: it stands behind the provinces. */
  central: z.literal(true).optional(),
  /** How many measures, by area; "" for those of none. */
  areas: z.record(z.string(), z.int()),
  measures: z.int(),
  /** Of the measures that may be held against other provinces': how many there are, and in how many it is ahead of others, level with or behind the best. */
  ambition: z.object({ shared: z.int(), ahead: z.int(), level: z.int(), behind: z.int() }),
});
export type ProvinceSummary = z.infer<typeof ProvinceSummary>;

/** What a reader must know before holding figures against each other. */
export const ComparisonWarning = z.object({
  /** territory-changed | level-ended | superseded | amended | counted-once | left-out */
  code: z.string(),
  /** In English, for people. */
  message: z.string(),
  /** What the message speaks of, for those who say it in words of their own. */
  about: z
    .object({
      /** Id of the document that it is about. */
      document: z.string(),
      /** Ids of the documents that replace or amend it, or hold the same. */
      others: z.array(z.string()),
      /** How many of its targets. */
      targets: z.int(),
      /** How many documents that are no plans, and how many results, are left out. */
      documents: z.int(),
      results: z.int(),
      /** Name of the province, and of those it was formed from. */
      province: z.string(),
      formedFrom: z.array(z.string()),
      /** Names of those of them that have figures here. */
      formerly: z.array(z.string()),
    })
    .partial()
    .optional(),
});
export type ComparisonWarning = z.infer<typeof ComparisonWarning>;

/** Indicators across provinces and years, as `kehoach compare --format json` writes them. */
export const Comparison = z.object({
  /** Code of the province that the others are held against, all its plans of before and after 2025; null where no document has one. */
  base: z.string().nullable(),
  documents: z.array(ComparedDocument).optional(),
  indicators: z.array(ComparedIndicator),
  /** The base first, then by how many measures they state; bodies of the country last. */
  provinces: z.array(ProvinceSummary).optional(),
  warnings: z.array(ComparisonWarning),
});
export type Comparison = z.infer<typeof Comparison>;
