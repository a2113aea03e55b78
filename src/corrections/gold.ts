import type { Agency, Deadline, PlanRecord, Target, Task } from '../model/record.ts';
import type { CorrectionNow } from './lay.ts';

/** An annotated plan: what a careful reader finds in a text. A field that is not there is not vouched for. */
export interface Gold {
  readonly document: Readonly<Record<string, unknown>>;
  readonly targets: readonly Readonly<Record<string, unknown>>[];
  readonly tasks: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Why a document is no gold yet: what of it nobody has looked at, and corrections that wait for somebody. Empty where it was
 * reviewed whole.
 *
 * @param record with the corrections laid over
 */
export function notReviewed({ document, targets, tasks }: PlanRecord, states: readonly CorrectionNow[]): string[] {
  const left = (name: string, items: readonly (Target | Task)[]): string[] => {
    const open = items.filter(({ reviewed }) => reviewed === undefined).length;
    return open === 0 ? [] : [`${open} of ${items.length} ${name} were not reviewed`];
  };
  const lost = states.filter(({ state, superseded }) => state === 'lost' && !superseded).length;
  return [
    ...(document.reviewed === undefined ? ['the header was not reviewed'] : []),
    ...left('targets', targets),
    ...left('tasks', tasks),
    ...(lost === 0 ? [] : [`${lost} ${lost === 1 ? 'correction has' : 'corrections have'} lost what they speak of`]),
  ];
}

/** A document that was reviewed whole in the form of the annotated plans: the fields that a person vouched for. */
export const goldOf = ({ document, targets, tasks }: PlanRecord): Gold => ({
  document: {
    number: document.number,
    province: document.province === null ? null : { code: document.province.code, name: document.province.name },
    issuedOn: document.issuedOn,
    period: document.period,
    form: document.form,
    level: document.level,
  },
  targets: targets.map(goldTarget),
  tasks: tasks.map(goldTask),
});

function goldTarget({
  source,
  kind,
  indicator,
  quantity,
  direction,
  status,
  deadline,
  ...target
}: Target): Gold['targets'][number] {
  if (quantity === null) return { quote: source.quote, kind, status };
  const set = new Set(target.reviewed?.fields);
  return {
    quote: source.quote,
    indicator: indicator.text,
    kind,
    value: quantity.value,
    ...(quantity.valueMax === null ? {} : { valueMax: quantity.valueMax }),
    unit: quantity.unit,
    comparator: quantity.comparator,
    direction,
    status,
    // A confirmation does not vouch for these; somebody who set them does.
    ...(set.has('area') ? { area: target.area } : {}),
    ...(set.has('levels') ? { levels: target.levels } : {}),
    deadline: goldDeadline(deadline),
    leads: names(target.agencies.filter(({ role }) => role === 'lead')),
  };
}

const goldTask = (task: Task): Gold['tasks'][number] => ({
  number: task.number,
  group: task.group,
  text: task.text,
  product: task.product,
  leads: names(task.leads),
  cooperating: names(task.cooperating),
  deadline: goldDeadline(task.deadline),
  basis: task.basis,
});

const names = (agencies: readonly Agency[]): string[] => agencies.map(({ name }) => name);

/** Only what is not as usual is told. */
function goldDeadline(deadline: Deadline | null): Readonly<Record<string, unknown>> | null {
  if (deadline === null) return null;
  const { text, type, start, end, rrule, planYearOffset, exclusive, basis } = deadline;
  return {
    ...{ text, type, start, end },
    ...(rrule === null ? {} : { rrule }),
    ...(planYearOffset === 0 ? {} : { planYearOffset }),
    ...(exclusive ? { exclusive } : {}),
    basis,
  };
}
