import { z } from 'zod';
import {
  Agency,
  Deadline,
  DocumentHeader,
  type PlanRecord,
  Province,
  Quantity,
  Reference,
  Replaced,
  Reviewed,
  Source,
  Target,
  Task,
} from '../../model/record.ts';

const ExportChange = z
  .enum(['added', 'changed', 'moved', 'removed'])
  .describe('Since the run that was asked for: moved says the same at another place or in another version');
export type ExportChange = z.infer<typeof ExportChange>;

const P = Province.shape;
const H = DocumentHeader.shape;
const provinceColumns = {
  province: P.name.nullable().describe('Name of the province; null where unknown'),
  province_code: P.code.nullable().describe('Code of the General Statistics Office in the list of province_set'),
  province_set: z.int().nullable().describe('63: the list before 1 July 2025; 34: the list after'),
};
const placeColumns = {
  quote: Source.shape.quote,
  quote_start: Source.shape.start,
  quote_end: Source.shape.end,
  page: Source.shape.page,
};
const deadlineColumns = {
  deadline: Deadline.shape.text.nullable().describe('The words of the deadline; null where nothing tells one'),
  deadline_type: Deadline.shape.type.nullable().describe('Kind of deadline'),
  deadline_start: Deadline.shape.start,
  deadline_end: Deadline.shape.end,
  deadline_rrule: Deadline.shape.rrule,
  deadline_exclusive: z.boolean().nullable().describe('True for "before that date"'),
  deadline_basis: Deadline.shape.basis.nullable().describe('Where the deadline is told'),
};
const reviewedColumns = {
  reviewed_at: Reviewed.shape.at
    .nullable()
    .describe('When a person last confirmed or corrected it; null where nobody did'),
  reviewed_by: Reviewed.shape.by.nullable().describe('Who did it last, by the name that was given'),
};
const ofDocument = z.string().describe('Id of the document');
const yearColumn = z.int().nullable().describe('Year of issue; null where unknown');

const DocumentRow = z.object({
  id: H.id,
  sha256: H.sha256,
  uri: z.string().describe('Path or URL as it was given'),
  media_type: z.string().describe('What the bytes are, by their content'),
  form: H.form,
  number: H.number,
  title: H.title,
  issuer_code: z.string().nullable().describe('One for all spellings of the body that issued it'),
  issuer: z.string().nullable().describe('The body that issued it'),
  ...provinceColumns,
  level: H.level,
  issued_on: H.issuedOn,
  year: yearColumn,
  period_start: Deadline.shape.start.describe('First day of the time that the plan is for'),
  period_end: Deadline.shape.end.describe('Last day of the time that the plan is for'),
  topic: H.topic,
  targets: z.int().describe('How many targets were found'),
  tasks: z.int().describe('How many tasks were found'),
  warnings: z.string().nullable().describe('Codes of its warnings, separated by "; "'),
  pipeline: z.string().describe('Name and version of the pipeline that read it'),
  schema_version: z.string().describe('Version of the contract that its record keeps'),
  ...reviewedColumns,
});

const TargetRow = z.object({
  id: Target.shape.id,
  key: Target.shape.key,
  document: ofDocument,
  ...provinceColumns,
  year: yearColumn,
  kind: Target.shape.kind,
  status: Target.shape.status,
  path: Target.shape.path,
  area: Target.shape.area,
  indicator: z.string().describe('What is measured, in the words of the text'),
  indicator_code: z.string().nullable().describe('Code from the catalogue of indicators, null where none fits'),
  indicator_words: z.string().nullable().describe('Phrases of the catalogue that decided the code, separated by "; "'),
  indicator_sure: z.number().nullable().describe('How sure the code is, 0 to 1; null where there is none'),
  comparator: Quantity.shape.comparator.nullable().describe('How the figure bounds; null of a qualitative target'),
  value: Quantity.shape.value.nullable().describe('The figure, multipliers expanded, percent as written'),
  value_max: Quantity.shape.valueMax,
  unit: Quantity.shape.unit.nullable().describe('Unit of the figure'),
  quantity: Quantity.shape.text.nullable().describe('The words of the figure'),
  direction: Target.shape.direction,
  baseline: Target.shape.baseline,
  condition: Target.shape.condition,
  levels: z.string().nullable().describe('Levels of government that the measure is taken at, separated by "; "'),
  ...deadlineColumns,
  ...placeColumns,
  confidence: Target.shape.confidence,
  ...reviewedColumns,
});

const TaskRow = z.object({
  id: Task.shape.id,
  key: Task.shape.key,
  document: ofDocument,
  ...provinceColumns,
  year: yearColumn,
  number: Task.shape.number,
  task_group: Task.shape.group,
  path: Task.shape.path,
  area: Task.shape.area,
  text: Task.shape.text,
  product: Task.shape.product,
  ...deadlineColumns,
  note: Task.shape.note,
  basis: Task.shape.basis,
  ...placeColumns,
  confidence: Task.shape.confidence,
  ...reviewedColumns,
});

const AgencyRow = z.object({
  code: Agency.shape.code,
  name: z.string().describe('The wording that stands most often for it'),
  label_vi: z.string().describe('Its usual name; of what no list knows, the wording that stands most often for it'),
  label_en: z.string().nullable().describe('Its English name; null where no list knows it'),
});
export type AgencyRow = z.infer<typeof AgencyRow>;

const ProvinceRow = z.object({
  code: P.code.describe('Code of the General Statistics Office: text, since some begin with 0'),
  set: z.int().describe('63: the list before 1 July 2025; 34: the list after. The same code may mean another land'),
  label_vi: z.string().describe('Its Vietnamese name'),
  label_en: z.string().describe('Its English name'),
  kind: z.enum(['province', 'city']).nullable().describe('City: governed by the centre; null where no list knows it'),
  iso: z.string().nullable().describe('Code of ISO 3166-2; null where there is none'),
  successor: z.string().nullable().describe('Of the list of 63: code in the list of 34 that its land belongs to now'),
});
export type ProvinceRow = z.infer<typeof ProvinceRow>;

const inPipelines = z
  .string()
  .nullable()
  .describe('Names of the pipelines that have it, separated by "; "; null where none of those at hand has it');
const labels = {
  label_vi: z.string().nullable().describe('Its Vietnamese name; null where no pipeline at hand has it'),
  label_en: z.string().nullable().describe('Its English name; null where no pipeline at hand has it'),
};

const AreaRow = z.object({
  code: z.string().describe('Code of the area'),
  ...labels,
  pipelines: inPipelines,
});
export type AreaRow = z.infer<typeof AreaRow>;

const IndicatorRow = z.object({
  code: z.string().describe('Code of the indicator'),
  area: z.string().nullable().describe('Code of the area that it belongs to'),
  ...labels,
  unit: z.string().nullable().describe('Unit that it is measured in; several names of it are separated by "; "'),
  better: z.enum(['higher', 'lower', 'neither']).nullable().describe('What a higher value means'),
  change: z.enum(['yearly', 'total']).nullable().describe('Where it is itself a rise or a cut: over a year, or in all'),
  sources: z.string().nullable().describe('Documents that ask for it, separated by "; "'),
  pipelines: inPipelines,
});
export type IndicatorRow = z.infer<typeof IndicatorRow>;

const AssignmentRow = z.object({
  target: z.string().nullable().describe('Id of the target; null where a task is assigned'),
  task: z.string().nullable().describe('Id of the task; null where a target is assigned'),
  document: ofDocument,
  agency: z.string().describe('Code of the agency'),
  position: z.int().describe('Place in the list of agencies of the target or task, from 1'),
  role: Agency.shape.role,
  name: Agency.shape.name,
  text: Agency.shape.text,
  basis: Agency.shape.basis,
  open_ended: z.boolean().describe('The list that it ends is open'),
});

const CitationRow = z.object({
  document: ofDocument,
  position: z.int().describe('Place in the document, from 1'),
  number: Reference.shape.number,
  type: Reference.shape.type,
  date: Reference.shape.date,
  issuer: Reference.shape.issuer,
  ...placeColumns,
});

const RelationRow = z.object({
  document: ofDocument,
  position: z.int().describe('Place among those that the document names, from 1; 0 of the same plan'),
  kind: z
    .enum(['replaces', 'amends', 'reports-on', 'same-plan'])
    .describe(
      'Replaces the other as a whole, amends a part of it, reports what was reached of it, or is the same plan in another form or from another place: not to be counted beside it',
    ),
  number: Replaced.shape.number,
  date: Replaced.shape.date,
  related: z
    .string()
    .nullable()
    .describe('Id of the other document; null where it is not among the documents, or more than one could be meant'),
  quote: Source.shape.quote.nullable().describe('The words that say so; null of the same plan'),
  quote_start: Source.shape.start.nullable().describe(Source.shape.start.description ?? ''),
  quote_end: Source.shape.end.nullable().describe(Source.shape.end.description ?? ''),
  page: Source.shape.page,
});
export type RelationRow = z.infer<typeof RelationRow>;

/** Of `--since`: what went away too, of which nothing else is left. */
const ChangeRow = z.object({
  change: ExportChange,
  kind: z.enum(['document', 'target', 'task']).describe('What was added, changed, moved or removed'),
  key: z.string().describe('Key of the target or task, id of the document'),
  id: z.string().describe('Id of it now; where it was removed, the last one'),
  document: z.string().describe('Id of its document now; where it was removed, the last one'),
});
export type ChangeRow = z.infer<typeof ChangeRow>;

interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: TableName;
  readonly of: readonly string[];
}

export interface Table {
  readonly title: string;
  readonly row: z.ZodObject;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

export type TableName =
  | 'provinces'
  | 'areas'
  | 'indicators'
  | 'documents'
  | 'targets'
  | 'tasks'
  | 'agencies'
  | 'assignments'
  | 'citations'
  | 'relations'
  | 'changes';

const key = (column: string, table: TableName, of: string): ForeignKey => ({ columns: [column], table, of: [of] });
const document = key('document', 'documents', 'id');
const area = key('area', 'areas', 'code');
const province: ForeignKey = {
  columns: ['province_code', 'province_set'],
  table: 'provinces',
  of: ['code', 'set'],
};

/** In an order in which no table names one that comes later. */
export const TABLES: Readonly<Record<TableName, Table>> = {
  provinces: {
    title: 'Provinces of both lists, with labels',
    row: ProvinceRow,
    primaryKey: ['code', 'set'],
    foreignKeys: [],
  },
  areas: { title: 'Areas of the pipelines, with labels', row: AreaRow, primaryKey: ['code'], foreignKeys: [] },
  indicators: {
    title: 'The catalogue of indicators, with labels',
    row: IndicatorRow,
    primaryKey: ['code'],
    foreignKeys: [area],
  },
  agencies: { title: 'One row per agency, with labels', row: AgencyRow, primaryKey: ['code'], foreignKeys: [] },
  documents: {
    title: 'One row per document',
    row: DocumentRow,
    primaryKey: ['id'],
    foreignKeys: [province, key('issuer_code', 'agencies', 'code')],
  },
  targets: {
    title: 'One row per target',
    row: TargetRow,
    primaryKey: ['id'],
    foreignKeys: [document, province, area, key('indicator_code', 'indicators', 'code')],
  },
  tasks: { title: 'One row per task', row: TaskRow, primaryKey: ['id'], foreignKeys: [document, province, area] },
  assignments: {
    title: 'Which agency answers for which target or task',
    row: AssignmentRow,
    primaryKey: [],
    foreignKeys: [
      key('target', 'targets', 'id'),
      key('task', 'tasks', 'id'),
      document,
      key('agency', 'agencies', 'code'),
    ],
  },
  citations: {
    title: 'Legal texts and plans that documents refer to',
    row: CitationRow,
    primaryKey: ['document', 'position'],
    foreignKeys: [document],
  },
  relations: {
    title: 'Plans that documents replace, amend or report on',
    row: RelationRow,
    primaryKey: ['document', 'position'],
    foreignKeys: [document, key('related', 'documents', 'id')],
  },
  changes: { title: 'What changed since a run', row: ChangeRow, primaryKey: [], foreignKeys: [] },
};

export type ExportValue = string | number | boolean | null;
export type ExportRow = Readonly<Record<string, ExportValue>>;

type Assigned = Pick<z.infer<typeof AssignmentRow>, 'target' | 'task'>;

export const documentRow = ({
  document,
  targets,
  tasks,
  warnings,
  pipeline,
  schemaVersion,
}: PlanRecord): z.infer<typeof DocumentRow> => ({
  id: document.id,
  sha256: document.sha256,
  uri: document.source.uri,
  media_type: document.source.mediaType,
  form: document.form,
  number: document.number,
  title: document.title,
  issuer_code: document.issuer?.code ?? null,
  issuer: document.issuer?.name ?? null,
  ...provinceOf(document),
  level: document.level,
  issued_on: document.issuedOn,
  year: yearOf(document),
  period_start: document.period?.start ?? null,
  period_end: document.period?.end ?? null,
  topic: document.topic,
  targets: targets.length,
  tasks: tasks.length,
  warnings: listed([...new Set(warnings.map(({ code }) => code))].sort()),
  pipeline: `${pipeline.name} ${pipeline.version}`,
  schema_version: schemaVersion,
  ...reviewOf(document.reviewed),
});

export const targetRow = (document: DocumentHeader, target: Target): z.infer<typeof TargetRow> => ({
  id: target.id,
  key: target.key,
  document: document.id,
  ...provinceOf(document),
  year: yearOf(document),
  kind: target.kind,
  status: target.status,
  path: target.path,
  area: target.area,
  indicator: target.indicator.text,
  indicator_code: target.indicator.code,
  indicator_words: listed(target.indicator.match?.words ?? []),
  indicator_sure: target.indicator.match?.sure ?? null,
  comparator: target.quantity?.comparator ?? null,
  value: target.quantity?.value ?? null,
  value_max: target.quantity?.valueMax ?? null,
  unit: target.quantity?.unit ?? null,
  quantity: target.quantity?.text ?? null,
  direction: target.direction,
  baseline: target.baseline,
  condition: target.condition,
  levels: listed(target.levels),
  ...deadlineOf(target.deadline),
  ...placeOf(target.source),
  confidence: target.confidence,
  ...reviewOf(target.reviewed),
});

export const taskRow = (document: DocumentHeader, task: Task): z.infer<typeof TaskRow> => ({
  id: task.id,
  key: task.key,
  document: document.id,
  ...provinceOf(document),
  year: yearOf(document),
  number: task.number,
  task_group: task.group,
  path: task.path,
  area: task.area,
  text: task.text,
  product: task.product,
  ...deadlineOf(task.deadline),
  note: task.note,
  basis: task.basis,
  ...placeOf(task.source),
  confidence: task.confidence,
  ...reviewOf(task.reviewed),
});

export const assignmentRows = (
  { id }: DocumentHeader,
  of: Assigned,
  agencies: readonly Agency[],
): z.infer<typeof AssignmentRow>[] =>
  agencies.map(({ code, role, name, text, basis, openEnded }, i) => ({
    ...of,
    document: id,
    agency: code,
    position: i + 1,
    role,
    name,
    text,
    basis,
    open_ended: openEnded ?? false,
  }));

export const citationRows = ({ document, references }: PlanRecord): z.infer<typeof CitationRow>[] =>
  references.map(({ number, type, date, issuer, source }, i) => ({
    document: document.id,
    position: i + 1,
    number,
    type,
    date,
    issuer,
    ...placeOf(source),
  }));

/** The other document is found when all are known. */
export const relationRows = ({ document: { id, replaces = [], reportsOn = [] } }: PlanRecord): RelationRow[] =>
  [...replaces, ...reportsOn.map((one) => ({ ...one, kind: 'reports-on' as const }))].map(
    ({ kind, number, date, source }, i) => ({
      document: id,
      position: i + 1,
      kind,
      number,
      date,
      related: null,
      ...placeOf(source),
    }),
  );

/** Of a document that holds the same plan as the one that is counted. */
export const samePlanRow = (
  document: string,
  { id, number, issuedOn }: Pick<DocumentHeader, 'id' | 'number' | 'issuedOn'>,
): RelationRow => ({
  document,
  position: 0,
  kind: 'same-plan',
  number: number ?? '',
  date: issuedOn,
  related: id,
  quote: null,
  quote_start: null,
  quote_end: null,
  page: null,
});

const provinceOf = ({ province }: DocumentHeader) => ({
  province: province?.name ?? null,
  province_code: province?.code ?? null,
  province_set: province?.set ?? null,
});

const yearOf = ({ issuedOn }: DocumentHeader): number | null =>
  issuedOn === null ? null : Number(issuedOn.slice(0, 4));

const placeOf = ({ quote, start, end, page }: Source) => ({ quote, quote_start: start, quote_end: end, page });

const deadlineOf = (deadline: Deadline | null) => ({
  deadline: deadline?.text ?? null,
  deadline_type: deadline?.type ?? null,
  deadline_start: deadline?.start ?? null,
  deadline_end: deadline?.end ?? null,
  deadline_rrule: deadline?.rrule ?? null,
  deadline_exclusive: deadline?.exclusive ?? null,
  deadline_basis: deadline?.basis ?? null,
});

const listed = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join('; '));

const reviewOf = (reviewed: Reviewed | undefined): { reviewed_at: string | null; reviewed_by: string | null } => ({
  reviewed_at: reviewed?.at ?? null,
  reviewed_by: reviewed?.by ?? null,
});
