import type { ComparedIndicator, Comparison, ComparisonCell } from '../../model/comparison.ts';
import type { Pipeline } from '../../model/pipeline.ts';

/** What a table of figures tells of one. */
export interface FigureCell
  extends Pick<
    ComparisonCell,
    | 'province'
    | 'issuer'
    | 'level'
    | 'document'
    | 'target'
    | 'year'
    | 'since'
    | 'status'
    | 'comparator'
    | 'value'
    | 'valueMax'
    | 'unit'
    | 'direction'
    | 'baseline'
    | 'condition'
    | 'sure'
    | 'quote'
    | 'difference'
    | 'against'
    | 'ahead'
    | 'supersededBy'
  > {
  readonly deadline: Pick<NonNullable<ComparisonCell['deadline']>, 'text' | 'end'> | null;
  readonly leads: readonly Pick<ComparisonCell['leads'][number], 'name' | 'successorName'>[];
  readonly source: Pick<ComparisonCell['source'], 'page'>;
  readonly change?: Pick<NonNullable<ComparisonCell['change']>, 'kind'> | undefined;
  readonly result?: Pick<NonNullable<ComparisonCell['result']>, 'document' | 'value' | 'year' | 'reached'> | undefined;
}

/** One figure with all that is needed to read it by itself. */
export interface FigureRow {
  readonly indicator: Pick<ComparedIndicator, 'code' | 'label' | 'labelEn' | 'basis' | 'area' | 'level' | 'unit'> & {
    readonly national: FigureCell | null;
  };
  readonly cell: FigureCell;
}
export type Value = string | number | null;

export type HeadLanguage = 'vi' | 'en';

/** A column of a table of figures: its name for programs, and its heads for people. */
export interface FigureField {
  readonly name: string;
  readonly heads: Readonly<Record<HeadLanguage, string>>;
  readonly value: (row: FigureRow) => Value;
}

const field = (name: string, vi: string, en: string, value: FigureField['value']): FigureField => ({
  name,
  heads: { vi, en },
  value,
});

/** What a table of figures has a column for. */
export const FIELDS: readonly FigureField[] = [
  field('code', 'Mã chỉ tiêu', 'Code', ({ indicator }) => indicator.code),
  field('indicator', 'Chỉ tiêu', 'Measure', ({ indicator }) => indicator.label),
  field('indicator_en', 'Chỉ tiêu (tiếng Anh)', 'Measure in English', ({ indicator }) => indicator.labelEn ?? null),
  field('matched_by', 'Ghép theo', 'Matched by', ({ indicator }) => indicator.basis),
  field('area', 'Lĩnh vực', 'Area', ({ indicator }) => indicator.area),
  field('measured_at', 'Cấp của chỉ tiêu', 'Measured at', ({ indicator }) => indicator.level),
  field('province', 'Tỉnh, thành phố', 'Province', ({ cell }) => cell.province?.name ?? null),
  field('province_code', 'Mã tỉnh', 'Province code', ({ cell }) => cell.province?.code ?? null),
  field('province_set', 'Danh mục tỉnh', 'List of provinces', ({ cell }) => cell.province?.set ?? null),
  field('issuer', 'Cơ quan ban hành', 'Issuer', ({ cell }) => cell.issuer),
  field('plan_level', 'Cấp ban hành', 'Level of the issuer', ({ cell }) => cell.level),
  field('year', 'Năm', 'Year', ({ cell }) => cell.year),
  field('since', 'Hằng năm từ', 'Each year since', ({ cell }) => cell.since ?? null),
  field('status', 'Loại', 'Status', ({ cell }) => cell.status),
  field('direction', 'Chiều hướng', 'Direction', ({ cell }) => cell.direction),
  field('comparator', 'So sánh', 'Comparator', ({ cell }) => cell.comparator),
  field('value', 'Giá trị', 'Value', ({ cell }) => cell.value),
  field('value_max', 'Đến', 'To', ({ cell }) => cell.valueMax),
  field('unit', 'Đơn vị', 'Unit', ({ cell, indicator }) => cell.unit ?? indicator.unit),
  field('difference', 'Chênh lệch với gốc', 'Difference to the base', ({ cell }) => cell.difference ?? null),
  field('against', 'Chênh lệch với chỉ tiêu', 'Difference to target', ({ cell }) => cell.against ?? null),
  field('ahead', 'Cao nhất', 'Ahead', ({ cell }) => (cell.ahead === true ? 'yes' : null)),
  field('national', 'Cả nước', 'National', ({ indicator, cell }) => (indicator.national === cell ? 'yes' : null)),
  field('change', 'So với kế hoạch trước', 'To the plan before', ({ cell }) => cell.change?.kind ?? null),
  field('sure', 'Độ chắc chắn', 'How sure', ({ cell }) => cell.sure),
  field('baseline', 'So với', 'Baseline', ({ cell }) => cell.baseline),
  field('condition', 'Điều kiện', 'Condition', ({ cell }) => cell.condition),
  field('deadline', 'Thời hạn (lời văn)', 'Deadline in words', ({ cell }) => cell.deadline?.text ?? null),
  field('due', 'Thời hạn', 'Due', ({ cell }) => cell.deadline?.end ?? null),
  field('leads', 'Chủ trì', 'Leads', ({ cell }) =>
    cell.leads.length === 0 ? null : cell.leads.map(({ name }) => name).join('; '),
  ),
  field('leads_since_2025', 'Chủ trì từ 2025', 'Leads since 2025', ({ cell }) => leadsNow(cell)),
  field('quote', 'Trích dẫn', 'Quote', ({ cell }) => cell.quote),
  field('page', 'Trang', 'Page', ({ cell }) => cell.source.page),
  field('document', 'Văn bản', 'Document', ({ cell }) => cell.document),
  field('target', 'Mã mục tiêu', 'Target', ({ cell }) => cell.target),
  field('result', 'Kết quả', 'Result', ({ cell }) => cell.result?.value ?? null),
  field('result_year', 'Năm của kết quả', 'Year of the result', ({ cell }) => cell.result?.year ?? null),
  field('reached', 'Đã đạt', 'Reached', ({ cell }) =>
    cell.result?.reached === undefined ? null : cell.result.reached ? 'yes' : 'no',
  ),
  field('result_document', 'Báo cáo', 'Report', ({ cell }) => cell.result?.document ?? null),
  field('superseded_by', 'Thay thế bởi', 'Superseded by', ({ cell }) => cell.supersededBy ?? null),
];

/** Who answers for it since the mergers of 2025, where that is another department. */
const leadsNow = ({ leads }: FigureCell): Value =>
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
