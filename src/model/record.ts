import { z } from 'zod';

/** The version of the contract: a new major changes what is there, a new minor only adds optional fields. */
export const SCHEMA_VERSION = '1.4.0';

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

export const MediaType = z.enum([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/msword',
  'application/rtf',
  'text/html',
  'text/plain',
  'text/markdown',
  'message/rfc822',
  'image/png',
  'image/jpeg',
  'image/tiff',
]);
export type MediaType = z.infer<typeof MediaType>;

/** Box of a piece of a PDF page: page from 1, then points from the page's top left. */
export const Box = z.tuple([z.int(), z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof Box>;

/** Half-open range in `documents/<id>.txt`, in UTF-16 units: `quote` is exactly `text.slice(start, end)`. */
export const Source = z.object({
  quote: z.string().describe('The words themselves: exactly the slice from start to end of documents/<id>.txt'),
  start: z.int().nonnegative().describe('Where the quote begins in documents/<id>.txt, in UTF-16 units'),
  end: z.int().nonnegative().describe('Where the quote ends in documents/<id>.txt, in UTF-16 units (exclusive)'),
  page: z.int().positive().nullable().describe('Page, from 1; null where the format has no pages'),
  boxes: z
    .array(Box)
    .optional()
    .describe('Of a PDF: page, x0, y0, x1, y1 in points from the top left of the page, for each line of the quote'),
});
export type Source = z.infer<typeof Source>;

/** What a person said of a record; only where one did. */
export const Reviewed = z
  .object({
    at: z.string().describe('When it was last confirmed or corrected: date and time, ISO 8601'),
    by: z.string().describe('Who did it last, by the name that was given'),
    fields: z
      .array(z.string())
      .describe('Fields that a person set, as "quantity.value"; empty where it was confirmed as it was'),
    agrees: z
      .array(z.string())
      .optional()
      .describe('Those of them that the rules have come to read the same way by themselves'),
    disagrees: z
      .array(z.string())
      .optional()
      .describe('Fields that the rules read in a third way now, neither as the person nor as they did before'),
  })
  .describe('What a person confirmed or corrected; absent where nobody did');
export type Reviewed = z.infer<typeof Reviewed>;

export const Level = z.enum(['central', 'province', 'department', 'district', 'commune']);
export type Level = z.infer<typeof Level>;
export const MeasureLevel = z.enum(['central', 'province', 'district', 'commune']);
export type MeasureLevel = z.infer<typeof MeasureLevel>;

export const Form = z.enum([
  'plan',
  'decision',
  'resolution',
  'programme',
  'report',
  'directive',
  'official-dispatch',
  'notice',
  'news',
  'other',
]);
export type Form = z.infer<typeof Form>;

export const Province = z.object({
  code: z.string().describe('Code of the General Statistics Office in the list that set names'),
  iso: z.string().nullable().describe('ISO 3166-2; null where it has none'),
  name: z.string().describe('Name of the province'),
  set: z
    .union([z.literal(63), z.literal(34)])
    .describe('The list that the code belongs to: of 63 units before 1 July 2025, of 34 after'),
  basis: z
    .enum(['header', 'text', 'url', 'manifest'])
    .describe('What tells it: the header, the text, the address of a government site, or the manifest'),
});
export type Province = z.infer<typeof Province>;

/** What hands out work or tells what was said sets no plan of its own. */
export const NO_PLAN_FORMS: ReadonlySet<Form> = new Set(['directive', 'official-dispatch', 'notice', 'other']);

/** Inclusive ISO dates. */
export const Period = z.object({
  start: IsoDate.nullable().describe('First day, null where not told'),
  end: IsoDate.nullable().describe('Last day, null where not told'),
});
export type Period = z.infer<typeof Period>;

export const Signer = z.object({
  name: z.string().describe('Name of the person'),
  title: z.string().nullable().describe('Office of the person'),
  authority: z.string().nullable().describe('In whose name the person signs: "KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"'),
});
export type Signer = z.infer<typeof Signer>;

/** Another document, by what is printed on it. */
const Cited = z.object({
  number: z.string().describe('Number of the other document, as "526/KH-UBND"'),
  date: IsoDate.nullable().describe('Its date, where told'),
  source: Source.describe('The words that say so'),
});

export const Replaced = Cited.extend({
  kind: z
    .enum(['replaces', 'amends'])
    .describe('Replaces it as a whole ("thay thế"), or amends a part of it ("sửa đổi, bổ sung", "điều chỉnh")'),
});
export type Replaced = z.infer<typeof Replaced>;
export const ReportedOn = Cited;
export type ReportedOn = z.infer<typeof ReportedOn>;

export const DocumentHeader = z.object({
  id: z
    .string()
    .describe('Readable name of the document: province, number and year where known, then 8 digits of its hash'),
  sha256: z.string().describe('SHA-256 of the source bytes, hex'),
  source: z
    .object({
      uri: z.string().describe('Path or URL as it was given'),
      mediaType: MediaType.describe('What the bytes are, by their content'),
      bytes: z.int().nonnegative().describe('Size'),
      pages: z.int().nullable().describe('Number of pages; null where the format has none'),
      alsoAt: z.array(z.string()).optional().describe('Other places at which the same bytes were found, sorted'),
      recognised: z
        .object({
          pages: z.array(z.int().positive()).describe('Those pages, from 1'),
          engine: z.string().describe('What read them, with its version: "tesseract 5.3.0"'),
          data: z.string().describe('By which data, with its version: "vie best_int 4.0.0"'),
        })
        .optional()
        .describe('Only where pages were read from images of them: words may be misread'),
    })
    .describe('The bytes that were read, and where they were'),
  form: Form.describe('What the text is'),
  number: z
    .string()
    .nullable()
    .describe('Number of the plan that the text is or reports on, as "1782/KH-UBND"; null where unknown'),
  title: z.string().nullable().describe('Title as printed, with its kind word and capitals'),
  issuer: z
    .object({ code: z.string(), name: z.string() })
    .nullable()
    .describe('The body that issued it; null where unknown'),
  province: Province.nullable().describe('The province that it belongs to; null where neither text nor manifest tells'),
  level: Level.nullable().describe('Level of government of the issuer'),
  issuedOn: IsoDate.nullable().describe('Date of issue'),
  period: Period.nullable().describe('The time that the plan is for; null where the text tells none'),
  topic: z.string().nullable().describe('Topic of the pipeline that read it; null for the general one'),
  signers: z.array(Signer).describe('Who signed it'),
  replaces: z.array(Replaced).optional().describe('Earlier plans that it says it replaces or amends'),
  reportsOn: z.array(ReportedOn).optional().describe('Plans whose results it says it reports'),
  reviewed: Reviewed.optional(),
});
export type DocumentHeader = z.infer<typeof DocumentHeader>;

export const Section = z.object({
  path: z.string().describe('Labels from the outermost heading down, as "I.2.b"'),
  label: z.string().describe('Its own label'),
  title: z.string().describe('Its heading'),
  area: z.string().nullable().describe('Area of the pipeline that the heading names, null where none'),
  start: z.int().nonnegative().describe('Where it begins in documents/<id>.txt'),
  end: z.int().nonnegative().describe('Where it ends in documents/<id>.txt (exclusive)'),
});
export type Section = z.infer<typeof Section>;

export const Comparator = z.enum(['=', '>=', '>', '<=', '<', '~']);
export type Comparator = z.infer<typeof Comparator>;

export const Quantity = z.object({
  comparator: Comparator.describe('How the figure bounds: at least, more than, at most, less than, about, or exactly'),
  value: z
    .number()
    .describe('The figure, multipliers expanded ("1,5 tỷ đồng" is 1500000000); percent as written (8.5, not 0.085)'),
  valueMax: z.number().nullable().describe('Upper end of a range, else null'),
  unit: z
    .string()
    .describe(
      '%, rank, VND, day, hour, month, year, point, pp, USD, else the counted noun as written; a denominator follows it',
    ),
  text: z.string().describe('The words of the figure'),
});
export type Quantity = z.infer<typeof Quantity>;

export const Direction = z.enum(['reach', 'increase-by', 'increase-to', 'decrease-by', 'decrease-to', 'keep']);
export type Direction = z.infer<typeof Direction>;

export const DeadlineType = z.enum(['by', 'during', 'ongoing', 'recurring', 'after-event', 'per-schedule']);
export type DeadlineType = z.infer<typeof DeadlineType>;

export const Deadline = z.object({
  text: z.string().describe('The words of the deadline'),
  type: DeadlineType.describe(
    'By a date, during a time, all the time, recurring, after an event, or as a schedule says',
  ),
  start: IsoDate.nullable().describe('First day, inclusive'),
  end: IsoDate.nullable().describe('Last day, inclusive; the date as it is written also where exclusive is true'),
  rrule: z.string().nullable().describe('RFC 5545: the due dates of a recurring one, the last day of its window'),
  planYearOffset: z.int().describe('-1: in the year before that of the plan'),
  exclusive: z.boolean().describe('True for "trước ngày …": before that date'),
  basis: z
    .enum(['explicit', 'inherited', 'plan-period'])
    .describe('Told in the item, inherited from a heading or lead-in, or only the time of the plan itself'),
  duration: z.string().optional().describe('ISO 8601 duration of a term that runs from an event: "P5D"'),
  workingDays: z.boolean().optional().describe('Whether the days of the duration are working days'),
});
export type Deadline = z.infer<typeof Deadline>;

export const Agency = z.object({
  role: z.enum(['lead', 'cooperate', 'implement']).describe('What it has to do: lead, cooperate or implement'),
  code: z.string().describe('One for all spellings of the same body: so-noi-vu'),
  name: z.string().describe('The wording there, abbreviations spelled out, usual capitals, no province added'),
  text: z.string().describe('What stood there'),
  basis: z
    .enum(['explicit', 'section', 'cross-reference'])
    .describe('Named in the item itself, by a section, or by another passage that names the item'),
  openEnded: z.boolean().optional().describe('The list that it ends is open ("…", "và các đơn vị khác")'),
  source: Source.describe('Where it is named'),
});
export type Agency = z.infer<typeof Agency>;

export const Target = z.object({
  id: z
    .string()
    .describe('<document id>#t<number>: names it within this version of the document; #t-<id> where a person added it'),
  key: z.string().describe('Follows the same statement through new versions of its document'),
  kind: z.enum(['quantified', 'qualitative']).describe('Quantified where it states a figure, else qualitative'),
  status: z.enum(['target', 'result']).describe('A target, or a result that the text reports as reached already'),
  path: z
    .string()
    .nullable()
    .describe('Labels from the outermost heading down, as "I.2.b"; null where the text has no labels'),
  area: z.string().nullable().describe('Area of the pipeline, null where none fits'),
  indicator: z
    .object({
      text: z.string(),
      under: z
        .array(z.string())
        .optional()
        .describe('Words above it that it leans on, the outermost first; text begins with them'),
      code: z.string().nullable(),
      /** Only with a code. */
      match: z
        .object({
          words: z.array(z.string()).describe('Phrases of the catalogue that decided the code'),
          sure: z
            .number()
            .describe(
              '0 to 1: lower where only the quote tells, the section is about another area, or another code was near',
            ),
        })
        .optional()
        .describe('Why the target has its code'),
      part: z
        .literal(true)
        .optional()
        .describe('Where it is of a region, which is no body and less than the whole: such a figure has no code'),
    })
    .describe(
      'What is measured, in the words of the text; its code from the catalogue of indicators, null where none fits',
    ),
  quantity: Quantity.nullable().describe('The figure; null where the target is qualitative'),
  direction: Direction.describe('What is to happen to what is measured'),
  baseline: z.string().nullable().describe('What it is held against ("so với năm 2020"), or null'),
  condition: z.string().nullable().describe('What is left out or required ("trừ văn bản mật"), or null'),
  levels: z.array(MeasureLevel).describe('Levels of government that the measure is taken at'),
  deadline: Deadline.nullable().describe('When it is due; null where nothing tells'),
  agencies: z.array(Agency).describe('Who answers for it'),
  allottedTo: z
    .object({ name: z.string(), level: Level, code: z.string().nullable() })
    .optional()
    .describe('The commune, district, department or body to which a table allots the figure'),
  source: Source.describe('Where it stands in the text'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('0 to 1: how sure the rules are of the record as a whole; 1 where a person confirmed it'),
  reviewed: Reviewed.optional(),
});
export type Target = z.infer<typeof Target>;

export const Task = z.object({
  id: z
    .string()
    .describe('<document id>#k<number>: names it within this version of the document; #k-<id> where a person added it'),
  key: z.string().describe('Follows the same task through new versions of its document'),
  number: z.string().nullable().describe('Its number in the table of tasks, or null'),
  group: z.string().nullable().describe('The group of the table that it stands in, or null'),
  path: z.string().nullable().describe('Labels from the outermost heading down; null where the text has no labels'),
  area: z.string().nullable().describe('Area of the pipeline, null where none fits'),
  text: z.string().describe('What is to be done'),
  product: z.string().nullable().describe('What is to come out of it, or null'),
  leads: z.array(Agency).describe('Who leads'),
  cooperating: z.array(Agency).describe('Who cooperates'),
  deadline: Deadline.nullable().describe('When it is due; null where nothing tells'),
  note: z.string().nullable().describe('The note column of the table, or null'),
  basis: z.enum(['table', 'section']).describe('A row of a table of tasks, or a duty that a section gives an agency'),
  source: Source.describe('Where it stands in the text'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('0 to 1: how sure the rules are of the record as a whole; 1 where a person confirmed it'),
  reviewed: Reviewed.optional(),
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
  number: z.string().describe('Number of the text referred to, as "76/NQ-CP"'),
  type: ReferenceType.describe('What the text referred to is'),
  date: IsoDate.nullable().describe('Its date, where told'),
  issuer: z.string().nullable().describe('Who issued it, where told'),
  source: Source.describe('Where it is referred to'),
});
export type Reference = z.infer<typeof Reference>;

export const Warning = z.object({
  code: z.string().describe('What kind of doubt or gap it is'),
  message: z.string().describe('The same in a sentence'),
  source: Source.optional().describe('Where in the text'),
});
export type Warning = z.infer<typeof Warning>;

const SetAsideText = z.object({
  reason: z
    .enum(['struck', 'hidden', 'covered', 'watermark', 'unreadable', 'not-read'])
    .describe(
      'Struck out; hidden by its format, by a layer that is off or by the edge of the page; covered or painted twice; a watermark; of letters that cannot be told; in a part that is not read',
    ),
  characters: z.int().nonnegative().describe('How many letters and digits; 0 where they cannot be counted'),
  text: z.string().optional().describe('The words, cut where they are many'),
  where: z.string().optional().describe('Where in the file'),
  page: z.int().positive().optional().describe('Page, from 1'),
});

export const Coverage = z.object({
  read: z.int().nonnegative().describe('Letters and digits of the document itself'),
  furniture: z
    .int()
    .nonnegative()
    .describe(
      'Letters and digits that stand in documents/<id>.txt but belong to page or site: headers, menus, comments',
    ),
  setAside: z.array(SetAsideText).describe('What is in the file but not in documents/<id>.txt'),
});
export type Coverage = z.infer<typeof Coverage>;

export const PlanRecord = z.object({
  schemaVersion: z.string().describe('Version of the contract that the record keeps'),
  document: DocumentHeader.describe('What is known of the document as a whole'),
  sections: z.array(Section).describe('Its outline'),
  targets: z.array(Target).describe('What it sets out to reach, and results that it reports'),
  tasks: z.array(Task).describe('What it gives agencies to do'),
  references: z.array(Reference).describe('Legal texts and plans that it refers to'),
  warnings: z.array(Warning).describe('What a reader should know of doubts and gaps'),
  coverage: Coverage.optional().describe('How much of the file was read, and what was not'),
  pipeline: z.object({ name: z.string(), version: z.string() }).describe('What read it'),
});
export type PlanRecord = z.infer<typeof PlanRecord>;
