import { z } from 'zod';
import { Comparator, Deadline, Level, MeasureLevel, Period, Province } from './record.ts';

/** One figure of one document, in its place under an indicator. */
export const ComparisonCell = z.object({
  /** Null where no text tells one: shown by its issuer. */
  province: Province.pick({ code: true, name: true, set: true }).nullable(),
  issuer: z.string().nullable(),
  level: Level.nullable(),
  /** Id of the document. */
  document: z.string(),
  /** Id of the target. */
  target: z.string(),
  period: Period.nullable(),
  /** Of the deadline's end, else of the period's. */
  year: z.int().nullable(),
  status: z.enum(['target', 'result']),
  /** The three are null for a qualitative target. */
  comparator: Comparator.nullable(),
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  deadline: Deadline.pick({ text: true, type: true, end: true, basis: true }).nullable(),
  quote: z.string(),
});
export type ComparisonCell = z.infer<typeof ComparisonCell>;

/** What several plans measure alike. */
export const ComparedIndicator = z.object({
  /** From the indicator catalogue; null where the targets were put together by their wording. */
  code: z.string().nullable(),
  basis: z.enum(['catalogue', 'wording']),
  label: z.string(),
  area: z.string().nullable(),
  /** Null for qualitative targets. */
  unit: z.string().nullable(),
  /** Where targets of one document are told apart by the level they are measured at: that level. */
  level: MeasureLevel.nullable(),
  cells: z.array(ComparisonCell),
});
export type ComparedIndicator = z.infer<typeof ComparedIndicator>;

/** Indicators across provinces and years, as `kehoach compare --format json` writes them. */
export const Comparison = z.object({
  /** Code of the province that the others are held against; null where no document has a province. */
  base: z.string().nullable(),
  indicators: z.array(ComparedIndicator),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type Comparison = z.infer<typeof Comparison>;
