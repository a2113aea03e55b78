import type { ComparedIndicator, Comparison, ComparisonCell } from '../../model/comparison.ts';
import type { Pipeline } from '../../model/pipeline.ts';

/** One figure with all that is needed to read it by itself. */
export interface FigureRow {
  readonly indicator: ComparedIndicator;
  readonly cell: ComparisonCell;
}
export type Value = string | number | null;

/** What a table of figures has a column for. */
export const FIELDS: readonly (readonly [title: string, value: (row: FigureRow) => Value])[] = [
  ['code', ({ indicator }) => indicator.code],
  ['indicator', ({ indicator }) => indicator.label],
  ['indicator_en', ({ indicator }) => indicator.labelEn ?? null],
  ['matched_by', ({ indicator }) => indicator.basis],
  ['area', ({ indicator }) => indicator.area],
  ['measured_at', ({ indicator }) => indicator.level],
  ['province', ({ cell }) => cell.province?.name ?? null],
  ['province_code', ({ cell }) => cell.province?.code ?? null],
  ['province_set', ({ cell }) => cell.province?.set ?? null],
  ['issuer', ({ cell }) => cell.issuer],
  ['plan_level', ({ cell }) => cell.level],
  ['year', ({ cell }) => cell.year],
  ['since', ({ cell }) => cell.since ?? null],
  ['status', ({ cell }) => cell.status],
  ['direction', ({ cell }) => cell.direction],
  ['comparator', ({ cell }) => cell.comparator],
  ['value', ({ cell }) => cell.value],
  ['value_max', ({ cell }) => cell.valueMax],
  ['unit', ({ cell, indicator }) => cell.unit ?? indicator.unit],
  ['difference', ({ cell }) => cell.difference ?? null],
  ['against', ({ cell }) => cell.against ?? null],
  ['ahead', ({ cell }) => (cell.ahead === true ? 'yes' : null)],
  ['national', ({ indicator, cell }) => (indicator.national === cell ? 'yes' : null)],
  ['change', ({ cell }) => cell.change?.kind ?? null],
  ['sure', ({ cell }) => cell.sure],
  ['baseline', ({ cell }) => cell.baseline],
  ['condition', ({ cell }) => cell.condition],
  ['deadline', ({ cell }) => cell.deadline?.text ?? null],
  ['due', ({ cell }) => cell.deadline?.end ?? null],
  ['leads', ({ cell }) => (cell.leads.length === 0 ? null : cell.leads.map(({ name }) => name).join('; '))],
  ['leads_since_2025', ({ cell }) => leadsNow(cell)],
  ['quote', ({ cell }) => cell.quote],
  ['page', ({ cell }) => cell.source.page],
  ['document', ({ cell }) => cell.document],
  ['target', ({ cell }) => cell.target],
  ['result', ({ cell }) => cell.result?.value ?? null],
  ['result_year', ({ cell }) => cell.result?.year ?? null],
  ['reached', ({ cell }) => (cell.result?.reached === undefined ? null : cell.result.reached ? 'yes' : 'no')],
  ['result_document', ({ cell }) => cell.result?.document ?? null],
  ['superseded_by', ({ cell }) => cell.supersededBy ?? null],
];

/** Who answers for it since the mergers of 2025, where that is another department. */
const leadsNow = ({ leads }: ComparisonCell): Value =>
  leads.some(({ successorName }) => successorName !== undefined)
    ? [...new Set(leads.map(({ name, successorName }) => successorName ?? name))].join('; ')
    : null;

export const figureRows = ({ indicators }: Comparison): FigureRow[] =>
  indicators.flatMap((indicator) => allCells(indicator).map((cell) => ({ indicator, cell })));

/** The figures of a row, what the country sets first. */
export const allCells = ({ national, cells }: ComparedIndicator): readonly ComparisonCell[] =>
  national === null ? cells : [national, ...cells];

const indexed = new WeakMap<ComparedIndicator, ReadonlyMap<string, readonly ComparisonCell[]>>();

/** The figures of one plan under an indicator. */
export function cellsOf(indicator: ComparedIndicator, document: string): readonly ComparisonCell[] {
  let known = indexed.get(indicator);
  if (known === undefined) {
    const made = new Map<string, ComparisonCell[]>();
    for (const cell of indicator.cells) {
      const own = made.get(cell.document);
      if (own === undefined) made.set(cell.document, [cell]);
      else own.push(cell);
    }
    known = made;
    indexed.set(indicator, known);
  }
  return known.get(document) ?? [];
}

/** The Vietnamese name of an area. */
export function areaLabel(area: string | null, pipelines: readonly Pipeline[], language: 'vi' | 'en' = 'vi'): string {
  return pipelines.flatMap(({ areas }) => areas).find(({ code }) => code === area)?.label[language] ?? area ?? '';
}
