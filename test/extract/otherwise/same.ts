import { keyOf } from '../../../src/language/words.ts';
import type { Agency, Deadline, PlanRecord } from '../../../src/model/record.ts';
import { processDocument } from '../../../src/run.ts';
import { PIPELINES } from '../make.ts';
import { ALIKE, SHORT } from './ways.ts';

const folded = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/giu, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, '');

const SAME: readonly (readonly [RegExp, string])[] = [
  ...SHORT.map(([full, short]) => [new RegExp(keyOf(full), 'gu'), keyOf(short)] as const),
  ...ALIKE.map(([a, b]) => [new RegExp(b, 'gu'), a] as const),
  [/≥/gu, 'tối thiểu'],
  [/ phần trăm/gu, '%'],
];
/** One spelling for the words that ways put for each other. */
const plain = (text: string): string =>
  SAME.reduce(
    (changed, [from, to]) => changed.replaceAll(from, to),
    keyOf(text.normalize('NFKC').replace(/\s+(?=%)|(?<![\d.,/])0(?=[1-9] )/gu, '')),
  );

const due = (deadline: Deadline | null): string =>
  deadline === null ? '' : [deadline.type, deadline.start, deadline.end, deadline.rrule].join('/');
const named = (agencies: readonly Agency[]): string =>
  agencies.map(({ code, name }) => code ?? folded(plain(name))).join(',');

/** What is read from a text. */
export async function saidOf(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(text);
  return saidBy((await processDocument(bytes, { uri: 'plan.txt', pipelines: PIPELINES })).record);
}

/** What a record says, a line for the document, each target and each task; not where it stands. */
function saidBy({ document, targets, tasks }: PlanRecord): string[] {
  return [
    ['document', document.number, document.issuedOn, document.province?.code, document.form].join('|'),
    ...targets.map((t) =>
      [
        'target',
        t.quantity?.value,
        t.quantity?.valueMax,
        plain(t.quantity?.unit ?? ''),
        t.quantity?.comparator,
        t.direction,
        t.status,
        due(t.deadline),
      ].join('|'),
    ),
    ...tasks.map((t) =>
      ['task', named(t.leads), named(t.cooperating), due(t.deadline), folded(plain(t.text)).slice(0, 24)].join('|'),
    ),
  ].sort();
}
