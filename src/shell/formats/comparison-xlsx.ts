import writeExcelFile, { type Cell, type CellObject, type Row, type SheetData } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import type { ComparedDocument, ComparedIndicator, Comparison, ComparisonCell } from '../../model/comparison.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { figure, MISSING, outcome, planTitles } from './figure.ts';
import { areaLabel, cellsOf, FIELDS, type FigureRow, figureRows, type Value } from './rows.ts';

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

interface PrintedSheet {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** In characters; the rest is 14. */
  readonly widths: readonly number[];
  /** Columns that stay in sight. */
  readonly fixed: number;
  /** Read by people: long text is wrapped. Else a row is a line high, as in a table to reckon with; its cells take half the time. */
  readonly wrapped: boolean;
}

/** A workbook of three sheets: plans side by side, every figure by itself, and the plans they are from. */
export async function comparisonXlsx(comparison: Comparison, pipelines: readonly Pipeline[]): Promise<Buffer> {
  const sheets = [matrix(comparison, pipelines), figures(comparison), sources(comparison)];
  const bySheet = sheets.map(({ titles, rows }) => `A1:${getCellAddress(rows.length, titles.length - 1)}`);
  return writeExcelFile(
    sheets.map(({ name, titles, rows, widths, fixed, wrapped }) => ({
      sheet: name,
      data: [titles.map(header), ...rows.map((row): Row => row.map(wrapped ? cell : bareCell))] satisfies SheetData,
      columns: titles.map((_, i) => ({ width: widths[i] ?? 14 })),
      stickyRowsCount: 1,
      stickyColumnsCount: fixed,
    })),
    { features: [filterButtons(bySheet)] },
  ).toBuffer();
}

const header = (value: string): CellObject => ({
  value,
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
  backgroundColor: '#e8eef4',
});

/** What a cell of Excel holds at most. */
const MOST_CHARACTERS = 32_767;

/** The writer types text as text: what begins with "=" is shown, not run. */
function bareCell(value: Value): Cell {
  if (value === null || value === '') return null;
  return typeof value === 'number' ? value : value.slice(0, MOST_CHARACTERS);
}

function cell(value: Value): CellObject | null {
  if (value === null || value === '') return null;
  return typeof value === 'number'
    ? { value, type: Number, alignVertical: 'top' }
    : { value: value.slice(0, MOST_CHARACTERS), type: String, wrap: true, alignVertical: 'top' };
}

/** More columns than this nobody reads side by side; the second sheet holds every figure. */
const MOST_PLANS = 100;
const MOST_ROWS = 5000;

function matrix(comparison: Comparison, pipelines: readonly Pipeline[]): PrintedSheet {
  const titles = planTitles(comparison.documents ?? []);
  const plans = (comparison.documents ?? []).slice(0, MOST_PLANS);
  return {
    name: 'So sánh',
    titles: [
      'Lĩnh vực',
      'Chỉ tiêu',
      'Indicator',
      'Cấp',
      'Đơn vị',
      'Cả nước',
      ...plans.map(({ document }) => titles.get(document) ?? document),
    ],
    rows: comparison.indicators
      .slice(0, MOST_ROWS)
      .map((one) => [
        areaLabel(one.area, pipelines),
        one.label,
        one.labelEn ?? null,
        one.level,
        one.unit,
        one.national === null ? null : inCell([one.national], one),
        ...plans.map((plan) => said(one, plan)),
      ]),
    widths: [24, 48, 32, 10, 10, 14],
    fixed: 2,
    wrapped: true,
  };
}

/** One plain figure is a number that Excel can reckon with; whatever else is said is text. */
function said(indicator: ComparedIndicator, { document }: ComparedDocument): Value {
  const own = cellsOf(indicator, document);
  const missing = own.length > 0 ? undefined : indicator.missing?.find((one) => one.document === document);
  return missing === undefined ? inCell(own, indicator) : MISSING[missing.reason];
}

function inCell(own: readonly ComparisonCell[], indicator: ComparedIndicator): Value {
  const [only] = own;
  if (only === undefined) return null;
  const plain =
    only.comparator === '=' &&
    only.valueMax === null &&
    only.status === 'target' &&
    only.result === undefined &&
    only.supersededBy === undefined;
  if (own.length === 1 && plain) return only.value;
  return own
    .map((one) => {
      const notes = [one.status === 'result' ? ' (result)' : '', one.supersededBy === undefined ? '' : ' (superseded)'];
      return `${figure(one, indicator.unit)}${outcome(one, indicator.unit)}${notes.join('')}`;
    })
    .join('; ');
}

/** The writer holds the whole workbook in memory: more figures than this are for the CSV. */
const MOST_FIGURES = 15_000;

/** What several plans measure comes first where not all figures have room. */
function figuresShown({ indicators, ...rest }: Comparison): FigureRow[] {
  const all = figureRows({ indicators, ...rest });
  if (all.length <= MOST_FIGURES) return all;
  const shared = (row: ComparedIndicator): boolean => new Set(row.cells.map(({ document }) => document)).size > 1;
  return figureRows({
    indicators: [...indicators.filter(shared), ...indicators.filter((row) => !shared(row))],
    ...rest,
  }).slice(0, MOST_FIGURES);
}

/** A comparison of more than this is said to be cut, in the workbook itself. */
const cut = ({ indicators, documents = [] }: Comparison): Value[][] => {
  const figures = indicators.reduce((sum, { cells }) => sum + cells.length, 0);
  return [
    ...(figures > MOST_FIGURES
      ? [['cut', `${MOST_FIGURES} of ${figures} figures are in this workbook; --format csv has all.`]]
      : []),
    ...(documents.length > MOST_PLANS
      ? [
          [
            'cut',
            `${MOST_PLANS} of ${documents.length} plans stand side by side; --with, --level or --year narrow them down.`,
          ],
        ]
      : []),
    ...(indicators.length > MOST_ROWS
      ? [
          [
            'cut',
            `${MOST_ROWS} of ${indicators.length} measures stand side by side; --area or --year narrow them down.`,
          ],
        ]
      : []),
  ];
};

const figures = (comparison: Comparison): PrintedSheet => ({
  name: 'Số liệu',
  titles: FIELDS.map(([title]) => title),
  rows: figuresShown(comparison).map((row) => FIELDS.map(([, value]) => value(row))),
  widths: FIELDS.map(([title]) => ({ indicator: 44, indicator_en: 30, quote: 70, leads: 30, code: 30 })[title] ?? 14),
  fixed: 2,
  wrapped: false,
});

function sources(comparison: Comparison): PrintedSheet {
  const titles = planTitles(comparison.documents ?? []);
  return {
    name: 'Nguồn',
    titles: [
      'document',
      'plan',
      'title',
      'form',
      'number',
      'issuer',
      'level',
      'issued',
      'from',
      'to',
      'same plan',
      'replaced by',
      'amended by',
      'reports on',
    ],
    rows: [
      ...cut(comparison),
      ...(comparison.documents ?? []).map((plan): Value[] => [
        plan.document,
        titles.get(plan.document) ?? null,
        plan.title,
        plan.form,
        plan.number,
        plan.issuer,
        plan.level,
        plan.issuedOn,
        plan.period?.start ?? null,
        plan.period?.end ?? null,
        plan.others.join(', '),
        plan.replacedBy?.join(', ') ?? null,
        plan.amendedBy?.join(', ') ?? null,
        plan.reportsOn?.join(', ') ?? null,
      ]),
      ...comparison.warnings.map(({ code, message }): Value[] => [code, message]),
    ],
    widths: [40, 30, 60],
    fixed: 1,
    wrapped: true,
  };
}

/** Buttons in the header of each sheet; the writer itself knows frozen rows but no filters. */
function filterButtons(ranges: readonly string[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) =>
            insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              `<autoFilter ref="${ranges[sheetIndex] ?? 'A1'}"/>`,
              getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? ['sheetData', 'autoFilter'],
              'worksheet',
            ),
        },
      },
    },
  };
}
