import type { ComparedPlan } from '../../src/compare/plans.ts';
import type { Deadline, Quantity, Target } from '../../src/model/record.ts';

/** A target that says `text` and is to reach a percentage, unless told otherwise. */
export function target(text: string, value: number | Partial<Quantity>, more: Partial<Target> = {}): Target {
  const figure = typeof value === 'number' ? { value } : value;
  const quantity: Quantity = { comparator: '=', value: 0, valueMax: null, unit: '%', text: '', ...figure };
  const quote = `${quantity.value}${quantity.unit} ${text}`;
  return {
    id: `d#${text}-${quantity.value}`,
    key: `t-${text}`,
    kind: 'quantified',
    status: 'target',
    path: null,
    area: 'procedures',
    indicator: { text, code: null },
    quantity,
    direction: 'reach',
    baseline: null,
    condition: null,
    levels: [],
    deadline: null,
    agencies: [],
    source: { quote, start: 0, end: quote.length, page: null },
    confidence: 0.9,
    ...more,
  };
}

export function due(end: string, basis: Deadline['basis'] = 'explicit'): Deadline {
  return {
    text: end,
    type: 'by',
    start: null,
    end,
    rrule: null,
    planYearOffset: 0,
    exclusive: false,
    basis,
  };
}

export const PHU_THO = { code: '25', iso: 'VN-68', name: 'Phú Thọ', set: 63, basis: 'header' } as const;
export const PHU_THO_NEW = { ...PHU_THO, set: 34 } as const;
export const HUE = { code: '46', iso: 'VN-26', name: 'Thừa Thiên Huế', set: 63, basis: 'text' } as const;
export const LAM_DONG = { code: '68', iso: 'VN-35', name: 'Lâm Đồng', set: 34, basis: 'header' } as const;

export function plan(
  id: string,
  province: ComparedPlan['header']['province'],
  targets: readonly Target[],
  more: Partial<ComparedPlan['header']> = {},
): ComparedPlan {
  return {
    header: {
      id,
      form: 'plan',
      number: null,
      issuer: { code: 'ubnd-tinh', name: 'Ủy ban nhân dân tỉnh' },
      province,
      level: 'province',
      issuedOn: null,
      period: { start: '2021-01-01', end: '2025-12-31' },
      topic: 'administrative-reform',
      title: null,
      ...more,
    },
    targets: targets.map((one, i) => ({ ...one, id: `${id}#t${i + 1}` })),
  };
}
