import type { Agency, PlanRecord, Target, Task } from '../../../src/model/record.ts';
import { folderWith } from '../make.ts';

const source = (quote: string, start = 0) => ({ quote, start, end: start + quote.length, page: 1 });

export const agency = (code: string, name: string, role: Agency['role'] = 'lead'): Agency => ({
  role,
  code,
  name,
  text: name,
  basis: 'explicit',
  source: source(name),
});

export const target = (n: number, text: string, more: Partial<Target> = {}): Target => ({
  id: `a#t${n}`,
  key: `t-${n}`,
  kind: 'quantified',
  status: 'target',
  path: `I.${n}`,
  area: 'procedures',
  indicator: { text, code: null },
  quantity: { comparator: '>=', value: 8.5, valueMax: null, unit: '%', text: 'tối thiểu 8,5%' },
  direction: 'reach',
  baseline: null,
  condition: null,
  levels: ['province'],
  deadline: {
    text: 'đến năm 2025',
    type: 'by',
    start: null,
    end: '2025-12-31',
    rrule: null,
    planYearOffset: 0,
    exclusive: false,
    basis: 'explicit',
  },
  agencies: [agency('so-noi-vu', 'Sở Nội vụ')],
  source: source(text),
  confidence: 0.9,
  ...more,
});

export const task = (n: number, text: string, more: Partial<Task> = {}): Task => ({
  id: `a#k${n}`,
  key: `k-${n}`,
  number: `${n}`,
  group: null,
  path: null,
  area: null,
  text,
  product: null,
  leads: [agency('so-noi-vu', 'Sở Nội vụ')],
  cooperating: [agency('so-tai-chinh', 'Sở Tài chính', 'cooperate')],
  deadline: null,
  note: null,
  basis: 'table',
  source: source(text),
  confidence: 1,
  ...more,
});

/** A record of a plan; the ids of its targets and tasks follow its own. */
export function record(id: string, targets: readonly Target[], tasks: readonly Task[] = []): PlanRecord {
  return {
    schemaVersion: '1.0.0',
    document: {
      id,
      sha256: id.padEnd(64, '0'),
      source: { uri: `${id}.pdf`, mediaType: 'application/pdf', bytes: 1, pages: 2 },
      form: 'plan',
      number: '12/KH-UBND',
      title: 'KẾ HOẠCH Cải cách hành chính',
      issuer: { code: 'ubnd-tinh', name: 'Ủy ban nhân dân tỉnh Phú Thọ' },
      province: { code: '25', iso: 'VN-68', name: 'Phú Thọ', set: 63, basis: 'header' },
      level: 'province',
      issuedOn: '2021-05-05',
      period: { start: '2021-01-01', end: '2025-12-31' },
      topic: null,
      signers: [],
    },
    sections: [],
    targets: targets.map((one) => ({ ...one, id: one.id.replace(/^a#/u, `${id}#`) })),
    tasks: tasks.map((one) => ({ ...one, id: one.id.replace(/^a#/u, `${id}#`) })),
    references: [
      { number: '76/NQ-CP', type: 'resolution', date: '2021-07-15', issuer: 'Chính phủ', source: source('76/NQ-CP') },
    ],
    warnings: [],
    pipeline: { name: 'general', version: '1.0.0' },
  };
}

/** An output folder with these records in it. */
export const outputWith = (...records: readonly PlanRecord[]): Promise<string> =>
  folderWith(Object.fromEntries(records.map((one) => [`documents/${one.document.id}.json`, JSON.stringify(one)])));
