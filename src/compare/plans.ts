import type {
  Agency,
  Deadline,
  DocumentHeader,
  Province,
  Quantity,
  Replaced,
  ReportedOn,
  Source,
  Target,
} from '../model/record.ts';
import { putUnder } from './grouped.ts';

/** What a comparison needs to know of one target. */
export interface ComparedTarget
  extends Pick<
    Target,
    'id' | 'kind' | 'status' | 'area' | 'direction' | 'levels' | 'baseline' | 'condition' | 'confidence'
  > {
  readonly indicator: Pick<Target['indicator'], 'text' | 'code'> & {
    readonly match?: { readonly sure: number } | undefined;
  };
  readonly quantity: Pick<Quantity, 'comparator' | 'value' | 'valueMax' | 'unit'> | null;
  readonly deadline: Pick<Deadline, 'text' | 'type' | 'start' | 'end' | 'basis'> | null;
  readonly agencies: readonly Pick<Agency, 'role' | 'code' | 'name'>[];
  readonly allottedTo?: Target['allottedTo'];
  readonly source: Pick<Source, 'quote' | 'start' | 'end' | 'page'>;
}

/** What a comparison needs to know of one document. */
export interface ComparedPlan {
  readonly header: Pick<
    DocumentHeader,
    'id' | 'form' | 'number' | 'issuer' | 'province' | 'level' | 'issuedOn' | 'period' | 'topic' | 'title'
  > & {
    readonly replaces?: readonly Pick<Replaced, 'number' | 'date' | 'kind'>[] | undefined;
    readonly reportsOn?: readonly Pick<ReportedOn, 'number' | 'date'>[] | undefined;
  };
  readonly targets: readonly ComparedTarget[];
  /** The province that the text names, where the header has its successor. */
  readonly formerly?: Province;
}

/** What tells which documents are one plan, and which of them is counted. */
export interface Countable extends Pick<ComparedPlan, 'header' | 'formerly'> {
  readonly targets: readonly Pick<ComparedTarget, 'confidence'>[];
}

/** A plan as one, with the documents that hold the same and are not counted again. */
export interface Counted extends ComparedPlan {
  readonly others: readonly string[];
}

/** Texts that are the plan itself come before texts about it. */
const ITSELF: ReadonlySet<string> = new Set(['plan', 'decision', 'resolution', 'programme', 'report']);

/** Counts a plan once that came in several forms or from several places: same issuer, number and date. */
export function countOnce<P extends Countable>(plans: readonly P[]): (P & Pick<Counted, 'others'>)[] {
  const groups = new Map<string, P[]>();
  for (const plan of plans) {
    const key = identity(plan.header);
    putUnder(groups, key, plan);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first, ...others] = group.toSorted(betterText);
      return first === undefined ? [] : [{ ...first, others: others.map(({ header }) => header.id).sort() }];
    })
    .sort((a, b) => (a.header.id < b.header.id ? -1 : 1));
}

/** Documents without number and date stand for themselves. */
function identity({ id, issuer, province, number, issuedOn }: ComparedPlan['header']): string {
  if (number === null || issuedOn === null) return id;
  // A number of a central body is one for the whole country; "1782/KH-UBND" is one for each province.
  return [province === null ? '' : `${province.set}-${province.code}`, issuer?.code ?? '', number, issuedOn].join('|');
}

/** The plan itself, then the document in which more was found, then the surer one. */
export function betterText(a: Countable, b: Countable): number {
  const itself = Number(ITSELF.has(b.header.form)) - Number(ITSELF.has(a.header.form));
  const more = b.targets.length - a.targets.length;
  const surer = sureness(b) - sureness(a);
  return itself || more || surer || (a.header.id < b.header.id ? -1 : 1);
}

const sureness = ({ targets }: Countable): number => targets.reduce((sum, { confidence }) => sum + confidence, 0);
