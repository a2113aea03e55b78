import { z } from 'zod';
import { Agency, Comparator, Deadline, Direction, DocumentHeader, Province, Quantity, Target } from './record.ts';

/** The version of the files in corrections/: as that of records. */
export const CORRECTIONS_VERSION = '1.0.0';

/** A day that the calendar has: what a person typed is looked at more closely than what a rule has read. */
const Day = z.iso.date();

const DeadlineSaid = Deadline.extend({ start: Day.nullable(), end: Day.nullable() });

/** Whoever names a body need not say where it is named: it is then the place of the record itself. */
export const AgencySaid = Agency.extend({ source: Agency.shape.source.optional() });
export type AgencySaid = z.infer<typeof AgencySaid>;

/** Left out, the basis is `manifest`: told by somebody, not by the text. */
const ProvinceSaid = Province.extend({ basis: Province.shape.basis.optional() });

const words = z.string().trim().min(1);

/** The fields of a target that a person may correct, each with what may stand in it. */
export const TARGET_FIELDS = {
  status: Target.shape.status,
  'indicator.text': words,
  'indicator.code': z.string().min(1).nullable(),
  quantity: Quantity.nullable(),
  'quantity.comparator': Comparator,
  'quantity.value': Quantity.shape.value,
  'quantity.valueMax': Quantity.shape.valueMax,
  'quantity.unit': words,
  direction: Direction,
  baseline: words.nullable(),
  condition: words.nullable(),
  levels: Target.shape.levels,
  area: z.string().min(1).nullable(),
  deadline: DeadlineSaid.nullable(),
  agencies: z.array(AgencySaid),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export const TASK_FIELDS = {
  text: words,
  product: words.nullable(),
  note: words.nullable(),
  area: z.string().min(1).nullable(),
  leads: z.array(AgencySaid),
  cooperating: z.array(AgencySaid),
  deadline: DeadlineSaid.nullable(),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export const HEADER_FIELDS = {
  form: DocumentHeader.shape.form,
  number: words.nullable(),
  title: words.nullable(),
  issuer: z.object({ code: z.string().min(1), name: words }).nullable(),
  province: ProvinceSaid.nullable(),
  level: DocumentHeader.shape.level,
  issuedOn: Day.nullable(),
  period: z.object({ start: Day.nullable(), end: Day.nullable() }).nullable(),
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** What is corrected: a target, a task, or the document as a whole. */
export const CorrectedKind = z.enum(['target', 'task', 'header']);
export type CorrectedKind = z.infer<typeof CorrectedKind>;

/** The key of what is said of the document as a whole. */
export const HEADER_KEY = 'header';

export const FIELDS_OF: Readonly<Record<CorrectedKind, Readonly<Record<string, z.ZodType>>>> = {
  target: TARGET_FIELDS,
  task: TASK_FIELDS,
  header: HEADER_FIELDS,
};

/** What a field may hold; undefined where there is none of that name, also for what every object has ("constructor"). */
export const fieldSchema = (kind: CorrectedKind, field: string): z.ZodType | undefined =>
  Object.hasOwn(FIELDS_OF[kind], field) ? FIELDS_OF[kind][field] : undefined;

/** A place in the text, told so that it is found again in another version of it: as a text quote selector of Web Annotation. */
export const TextPlace = z.object({
  quote: z.string().min(1).describe('The words'),
  start: z.int().nonnegative().describe('Where they began in documents/<id>.txt, in UTF-16 units'),
  end: z.int().nonnegative().describe('Where they ended (exclusive)'),
  before: z.string().describe('What stood before them, a few words'),
  after: z.string().describe('What stood after them'),
});
export type TextPlace = z.infer<typeof TextPlace>;

const Act = {
  id: z
    .string()
    .regex(/^[0-9a-f]{8,}$/u)
    .describe('Names the correction within its document'),
  at: z.iso.datetime().describe('When it was made'),
  by: z.string().trim().min(1).max(100).describe('Who made it, by the name that was given'),
  why: z.string().trim().min(1).max(2000).optional().describe('The reason, where one was given'),
  rules: z.string().describe('Version of the rules that had made the record'),
  sha256: z.string().describe('Of the bytes that were read: which version of the document it was said of'),
  agreed: z.string().optional().describe('Version of the rules that first came to read the same by themselves'),
};

/** What a correction speaks of, told so that it is found again. */
const Spoken = {
  kind: CorrectedKind.describe('What it speaks of'),
  key: z.string().min(1).describe('Key of the target or task; header for the document'),
  alone: z.boolean().describe('Whether no other record of the document had this key, numbers of repetition aside'),
  place: TextPlace.nullable().describe('Where the record stood; null for the header'),
  about: z
    .object({ text: z.string(), figure: z.string().nullable() })
    .describe('What the rules had read there: measure or duty, and words of the figure'),
};

const Confirm = z.object({
  act: z.literal('confirm'),
  ...Act,
  ...Spoken,
  was: z.record(z.string(), z.unknown()).describe('What the rules had read, field by field, that was confirmed'),
});
const Correct = z.object({
  act: z.literal('correct'),
  ...Act,
  ...Spoken,
  field: z.string().describe('Which field, as "quantity.value"'),
  value: z.unknown().describe('What is right'),
  was: z.unknown().describe('What the rules had read'),
});
const Delete = z.object({ act: z.literal('delete'), ...Act, ...Spoken });

/** A target that a person marked in the text; what is left out is told by the place, or null. */
export const TargetAdded = z.object({
  indicator: z.object({ text: TARGET_FIELDS['indicator.text'], code: TARGET_FIELDS['indicator.code'].default(null) }),
  quantity: TARGET_FIELDS.quantity,
  status: TARGET_FIELDS.status.default('target'),
  direction: TARGET_FIELDS.direction.default('reach'),
  baseline: TARGET_FIELDS.baseline.default(null),
  condition: TARGET_FIELDS.condition.default(null),
  levels: TARGET_FIELDS.levels.default([]),
  area: TARGET_FIELDS.area.optional(),
  deadline: TARGET_FIELDS.deadline.default(null),
  agencies: TARGET_FIELDS.agencies.default([]),
});
export type TargetAdded = z.infer<typeof TargetAdded>;

export const TaskAdded = z.object({
  text: TASK_FIELDS.text,
  product: TASK_FIELDS.product.default(null),
  note: TASK_FIELDS.note.default(null),
  area: TASK_FIELDS.area.optional(),
  leads: TASK_FIELDS.leads.default([]),
  cooperating: TASK_FIELDS.cooperating.default([]),
  deadline: TASK_FIELDS.deadline.default(null),
});
export type TaskAdded = z.infer<typeof TaskAdded>;

const Added = { act: z.literal('add'), ...Act, key: Spoken.key, place: TextPlace };
const Add = z.discriminatedUnion('kind', [
  z.object({ ...Added, kind: z.literal('target'), value: TargetAdded }),
  z.object({ ...Added, kind: z.literal('task'), value: TaskAdded }),
]);

/** One thing that a person said of a record. */
export const Correction = z.union([Confirm, Correct, Delete, Add]).superRefine((correction, issues) => {
  if (correction.act !== 'correct') return;
  const schema = fieldSchema(correction.kind, correction.field);
  const checked = schema?.safeParse(correction.value);
  if (checked === undefined)
    issues.addIssue({ code: 'custom', path: ['field'], message: `no field ${correction.field}` });
  else
    for (const { path, message } of checked.error?.issues ?? [])
      issues.addIssue({ code: 'custom', path: ['value', ...path], message });
});
export type Correction = z.infer<typeof Correction>;

/** `corrections/<id>.json`: all that persons said of one document. */
export const CorrectionsFile = z.object({
  schemaVersion: z.string().describe('Version of this form of file'),
  document: z
    .object({
      id: z.string().describe('Id of the document that they are laid over'),
      places: z
        .array(z.string())
        .describe('Paths and URLs at which it lies: a new version there takes the corrections over'),
      formerly: z.array(z.string()).describe('Ids of the earlier versions of it that they were laid over'),
    })
    .describe('Whose they are'),
  entries: z.array(Correction).describe('The oldest first; of two that say the same field, the later one holds'),
  undone: z
    .array(z.object({ at: z.iso.datetime(), by: z.string(), entry: Correction }))
    .describe('What was taken back, by whom and when; of no effect'),
});
export type CorrectionsFile = z.infer<typeof CorrectionsFile>;

/** What a person asks for; who and when are added where it is kept. */
export const CorrectionDraft = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('confirm'), key: Spoken.key, why: Act.why }),
  z.strictObject({ act: z.literal('delete'), key: Spoken.key, why: Act.why }),
  z.strictObject({ act: z.literal('correct'), key: Spoken.key, field: z.string(), value: z.unknown(), why: Act.why }),
  z.strictObject({
    act: z.literal('add'),
    kind: z.enum(['target', 'task']),
    start: z.int().nonnegative(),
    end: z.int().positive(),
    value: z.unknown(),
    why: Act.why,
  }),
]);
export type CorrectionDraft = z.infer<typeof CorrectionDraft>;
