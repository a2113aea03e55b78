import { z } from 'zod';
import { Form } from '../../../model/record.ts';
import { folded } from '../../page/data/ids.ts';
import type { DocumentEntry, RowEntry, TargetEntry } from './tables-index.ts';

const LONGEST_QUERY = 200;
const words = z.string().max(LONGEST_QUERY).optional();
const year = z.coerce.number().int().min(1900).max(2200).optional();
const share = z.coerce.number().min(0).max(1).optional();

const Page = {
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Rows of one page'),
  cursor: z.string().max(500).optional().describe('next of the page before'),
};

const OfDocument = {
  province: words.describe('Name of a province, or its code'),
  year: year.describe('Year of issue'),
  form: Form.optional(),
  topic: words,
};

export const DocumentsAsked = z.object({
  ...OfDocument,
  q: words.describe('Words of number, title, issuer, province or file name; marks may be left out'),
  doubt: z.stringbool().optional().describe('true: those that a person should look at; false: the others'),
  sort: z.enum(['id', 'doubt', 'newest', 'title']).default('id'),
  ...Page,
});
export type DocumentsAsked = z.infer<typeof DocumentsAsked>;

const RowsAsked = {
  ...OfDocument,
  document: z.string().max(LONGEST_QUERY).optional().describe('Id of a document'),
  due: year.describe('A year in which it is due'),
  area: words,
  agency: words.describe('Code of an agency that answers for it'),
  q: words.describe('Words of it; marks may be left out'),
  minConfidence: share,
  maxConfidence: share,
  ...Page,
};
export const TasksAsked = z.object(RowsAsked);
export type TasksAsked = z.infer<typeof TasksAsked>;
export const TargetsAsked = z.object({
  ...RowsAsked,
  code: words.describe('Code of an indicator; with a dot at its end, all that begin so'),
  unit: words,
  status: z.enum(['target', 'result']).optional(),
  kind: z.enum(['quantified', 'qualitative']).optional(),
});
export type TargetsAsked = z.infer<typeof TargetsAsked>;

type Test<T> = (entry: T) => boolean;

const all =
  <T>(tests: readonly (Test<T> | undefined)[]): Test<T> =>
  (entry) =>
    tests.every((test) => test === undefined || test(entry));

/** All words, in whatever order, each anywhere. */
function found(q: string | undefined): Test<{ readonly words: string }> | undefined {
  const parts = folded(q ?? '')
    .split(/\s+/u)
    .filter(Boolean);
  return parts.length === 0 ? undefined : ({ words: text }) => parts.every((part) => text.includes(part));
}

function ofDocument(asked: Pick<DocumentsAsked, 'province' | 'year' | 'form' | 'topic'>): Test<DocumentEntry> {
  const { form, topic } = asked;
  return all([
    asked.province === undefined ? undefined : isOf(asked.province),
    asked.year === undefined ? undefined : ({ line }) => line.year === asked.year,
    form === undefined ? undefined : ({ line }) => line.form === form,
    topic === undefined ? undefined : ({ line }) => line.topic === topic,
  ]);
}

/** By code, or by name with or without its marks. */
function isOf(asked: string): Test<DocumentEntry> {
  if (/^\d{2}$/u.test(asked)) return ({ line }) => line.province?.code === asked;
  const key = folded(asked.trim());
  return ({ line }) => line.province !== null && folded(line.province.name) === key;
}

export const documentTest = (asked: DocumentsAsked): Test<DocumentEntry> =>
  all([
    ofDocument(asked),
    found(asked.q),
    asked.doubt === undefined ? undefined : ({ why, unsure }) => (why.length > 0 || unsure > 0) === asked.doubt,
  ]);

export function taskTest(asked: TasksAsked): Test<RowEntry> {
  const { document, due, area, agency, minConfidence, maxConfidence } = asked;
  const own = ofDocument(asked);
  const known = new Map<DocumentEntry, boolean>();
  return all<RowEntry>([
    document === undefined ? undefined : (entry) => entry.document.line.id === document,
    (entry) => {
      const there = known.get(entry.document) ?? own(entry.document);
      known.set(entry.document, there);
      return there;
    },
    area === undefined ? undefined : (entry) => entry.area === area,
    due === undefined ? undefined : (entry) => entry.due !== null && entry.due[0] <= due && due <= entry.due[1],
    agency === undefined ? undefined : (entry) => entry.agencies.includes(agency),
    minConfidence === undefined ? undefined : (entry) => entry.confidence >= minConfidence,
    maxConfidence === undefined ? undefined : (entry) => entry.confidence <= maxConfidence,
    found(asked.q),
  ]);
}

export function targetTest(asked: TargetsAsked): Test<TargetEntry> {
  const { code, unit, status, kind } = asked;
  return all<TargetEntry>([
    status === undefined ? undefined : (entry) => entry.status === status,
    kind === undefined ? undefined : (entry) => entry.kind === kind,
    unit === undefined ? undefined : (entry) => entry.unit === unit,
    code === undefined
      ? undefined
      : code.endsWith('.')
        ? (entry) => entry.code?.startsWith(code) === true
        : (entry) => entry.code === code,
    taskTest(asked),
  ]);
}
