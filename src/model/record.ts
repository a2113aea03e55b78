import { z } from 'zod';

/** The version of the contract: a new major changes what is there, a new minor only adds optional fields. */
export const SCHEMA_VERSION = '1.0.0';

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

export const MediaType = z.enum([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/msword',
  'application/rtf',
  'text/html',
  'text/plain',
  'text/markdown',
]);
export type MediaType = z.infer<typeof MediaType>;

/** Box of a piece of a PDF page: page from 1, then points from the page's top left. */
export const Box = z.tuple([z.int(), z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof Box>;

/** Half-open range in `documents/<id>.txt`, in UTF-16 units: `quote` is exactly `text.slice(start, end)`. */
export const Source = z.object({
  quote: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** 1-based, null where the format has no pages. */
  page: z.int().positive().nullable(),
  boxes: z.array(Box).optional(),
});
export type Source = z.infer<typeof Source>;

export const Level = z.enum(['central', 'province', 'department', 'district', 'commune']);
export type Level = z.infer<typeof Level>;
export const MeasureLevel = z.enum(['central', 'province', 'district', 'commune']);
export type MeasureLevel = z.infer<typeof MeasureLevel>;

export const Form = z.enum(['plan', 'decision', 'resolution', 'programme', 'report', 'news', 'other']);
export type Form = z.infer<typeof Form>;

export const Province = z.object({
  /** Code of the General Statistics Office in the list that `set` names. */
  code: z.string(),
  /** ISO 3166-2, null where it has none. */
  iso: z.string().nullable(),
  name: z.string(),
  set: z.union([z.literal(63), z.literal(34)]),
  basis: z.enum(['header', 'text', 'manifest']),
});
export type Province = z.infer<typeof Province>;

/** Inclusive ISO dates. */
export const Period = z.object({ start: IsoDate.nullable(), end: IsoDate.nullable() });
export type Period = z.infer<typeof Period>;

export const Signer = z.object({
  name: z.string(),
  title: z.string().nullable(),
  /** "KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN": in whose name the person signs. */
  authority: z.string().nullable(),
});
export type Signer = z.infer<typeof Signer>;

export const DocumentHeader = z.object({
  id: z.string(),
  /** Of the source bytes, hex. */
  sha256: z.string(),
  source: z.object({
    uri: z.string(),
    mediaType: MediaType,
    bytes: z.int().nonnegative(),
    pages: z.int().nullable(),
    /** Other places at which the same bytes were found, sorted. */
    alsoAt: z.array(z.string()).optional(),
  }),
  form: Form,
  number: z.string().nullable(),
  title: z.string().nullable(),
  issuer: z.object({ code: z.string(), name: z.string() }).nullable(),
  province: Province.nullable(),
  level: Level.nullable(),
  issuedOn: IsoDate.nullable(),
  period: Period.nullable(),
  topic: z.string().nullable(),
  signers: z.array(Signer),
});
export type DocumentHeader = z.infer<typeof DocumentHeader>;

export const Section = z.object({
  path: z.string(),
  label: z.string(),
  title: z.string(),
  area: z.string().nullable(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Section = z.infer<typeof Section>;

export const Comparator = z.enum(['=', '>=', '>', '<=', '<', '~']);
export type Comparator = z.infer<typeof Comparator>;

export const Quantity = z.object({
  comparator: Comparator,
  /** Multipliers expanded: "1,5 tỷ đồng" is 1500000000. Percent as written: 8.5, not 0.085. */
  value: z.number(),
  /** Upper end of a range, else null. */
  valueMax: z.number().nullable(),
  /** `%`, `rank`, `VND`, `day`, `hour`, `month`, `year`, `point`, `pp`, `USD`, else the counted noun as written; a denominator follows it. */
  unit: z.string(),
  text: z.string(),
});
export type Quantity = z.infer<typeof Quantity>;

export const Direction = z.enum(['reach', 'increase-by', 'increase-to', 'decrease-by', 'decrease-to', 'keep']);
export type Direction = z.infer<typeof Direction>;

export const DeadlineType = z.enum(['by', 'during', 'ongoing', 'recurring', 'after-event', 'per-schedule']);
export type DeadlineType = z.infer<typeof DeadlineType>;

export const Deadline = z.object({
  text: z.string(),
  type: DeadlineType,
  /** Inclusive. */
  start: IsoDate.nullable(),
  /** Inclusive; the date as it is written also where `exclusive`. */
  end: IsoDate.nullable(),
  /** RFC 5545: the due dates of a recurring one, the last day of its window. */
  rrule: z.string().nullable(),
  /** -1: in the year before the plan's. */
  planYearOffset: z.int(),
  /** "trước ngày …" */
  exclusive: z.boolean(),
  basis: z.enum(['explicit', 'inherited', 'plan-period']),
  /** ISO 8601 duration of a term that runs from an event: "P5D". */
  duration: z.string().optional(),
  workingDays: z.boolean().optional(),
});
export type Deadline = z.infer<typeof Deadline>;

export const Agency = z.object({
  role: z.enum(['lead', 'cooperate', 'implement']),
  /** One for all spellings of the same body: `so-noi-vu`. */
  code: z.string(),
  /** The wording there, abbreviations spelled out, usual capitals, no province added. */
  name: z.string(),
  /** What stood there. */
  text: z.string(),
  basis: z.enum(['explicit', 'section', 'cross-reference']),
  /** The list that it ends is open ("…", "và các đơn vị khác"). */
  openEnded: z.boolean().optional(),
  source: Source,
});
export type Agency = z.infer<typeof Agency>;

export const Target = z.object({
  id: z.string(),
  key: z.string(),
  kind: z.enum(['quantified', 'qualitative']),
  status: z.enum(['target', 'result']),
  path: z.string().nullable(),
  area: z.string().nullable(),
  indicator: z.object({ text: z.string(), code: z.string().nullable() }),
  quantity: Quantity.nullable(),
  direction: Direction,
  baseline: z.string().nullable(),
  condition: z.string().nullable(),
  levels: z.array(MeasureLevel),
  deadline: Deadline.nullable(),
  agencies: z.array(Agency),
  source: Source,
  /** 0 to 1: how sure the rules are of the record as a whole. README says how it is computed. */
  confidence: z.number().min(0).max(1),
});
export type Target = z.infer<typeof Target>;

export const Task = z.object({
  id: z.string(),
  key: z.string(),
  number: z.string().nullable(),
  group: z.string().nullable(),
  path: z.string().nullable(),
  area: z.string().nullable(),
  text: z.string(),
  product: z.string().nullable(),
  leads: z.array(Agency),
  cooperating: z.array(Agency),
  deadline: Deadline.nullable(),
  note: z.string().nullable(),
  basis: z.enum(['table', 'section']),
  source: Source,
  confidence: z.number().min(0).max(1),
});
export type Task = z.infer<typeof Task>;

export const ReferenceType = z.enum([
  'law',
  'resolution',
  'decree',
  'decision',
  'directive',
  'circular',
  'plan',
  'programme',
  'conclusion',
  'report',
  'official-letter',
  'other',
]);
export type ReferenceType = z.infer<typeof ReferenceType>;

export const Reference = z.object({
  number: z.string(),
  type: ReferenceType,
  date: IsoDate.nullable(),
  issuer: z.string().nullable(),
  source: Source,
});
export type Reference = z.infer<typeof Reference>;

export const Warning = z.object({ code: z.string(), message: z.string(), source: Source.optional() });
export type Warning = z.infer<typeof Warning>;

export const PlanRecord = z.object({
  schemaVersion: z.string(),
  document: DocumentHeader,
  sections: z.array(Section),
  targets: z.array(Target),
  tasks: z.array(Task),
  references: z.array(Reference),
  warnings: z.array(Warning),
  pipeline: z.object({ name: z.string(), version: z.string() }),
});
export type PlanRecord = z.infer<typeof PlanRecord>;
