import type { ComparedDocument, ComparedIndicator, Comparison, ComparisonCell } from '../../model/comparison.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { FORMS, LEVELS, warningLine } from './comparison-words.ts';
import { DOUBTFUL } from './doubtful.ts';
import { figure, outcome, planTitles } from './figure.ts';
import {
  allCells,
  areaLabel,
  cellsOf,
  FIELDS,
  type FigureRow,
  figureRows,
  type HeadLanguage,
  type Value,
} from './rows.ts';
import { type Sheet, workbook } from './workbook.ts';
import { WORKBOOK_WORDS, type WorkbookWords } from './workbook-words.ts';

type PrintedSheet = Omit<Sheet, 'headStyle'>;

/** What the sheets are made of. */
interface Compared {
  readonly comparison: Comparison;
  readonly pipelines: readonly Pipeline[];
  readonly language: HeadLanguage;
  readonly words: WorkbookWords;
}

/** A workbook: plans side by side, how far each figure is from the base's, what each province states, every figure by itself, and the plans they are from. */
export async function comparisonXlsx(
  comparison: Comparison,
  pipelines: readonly Pipeline[],
  language: HeadLanguage = 'vi',
): Promise<Buffer> {
  const book: Compared = { comparison, pipelines, language, words: WORKBOOK_WORDS[language] };
  const sheets = [matrix(book), differences(book), coverage(book), figures(book), sources(book)];
  return workbook(sheets.map((sheet) => ({ ...sheet, headStyle: HEAD })));
}

const HEAD: Sheet['headStyle'] = { fontWeight: 'bold', wrap: true, alignVertical: 'top', backgroundColor: '#e8eef4' };

/** More columns than this nobody reads side by side; the second sheet holds every figure. */
const MOST_PLANS = 100;
const MOST_ROWS = 5000;

function matrix({ comparison, pipelines, language, words }: Compared): PrintedSheet {
  const titles = planTitles(comparison.documents ?? []);
  const plans = (comparison.documents ?? []).slice(0, MOST_PLANS);
  return {
    name: words.matrix,
    heads: [
      words.area,
      words.measure,
      language === 'vi' ? 'Indicator' : 'Chỉ tiêu',
      words.level,
      words.unit,
      words.country,
      ...plans.map(({ document }) => titles.get(document) ?? document),
    ],
    rows: comparison.indicators
      .slice(0, MOST_ROWS)
      .map((one) => [
        areaLabel(one.area, pipelines, language),
        measureIn(one, language),
        language === 'vi' ? (one.labelEn ?? null) : one.label,
        one.level === null ? null : LEVELS[language][one.level],
        one.unit,
        one.national === null ? null : inCell([one.national], one, words),
        ...plans.map((plan) => said(one, plan, words)),
      ]),
    widths: [24, 48, 32, 10, 10, 14],
    fixed: 2,
    wrapped: true,
  };
}

/** What has no name in the catalogue is said in the words of a plan. */
const measureIn = ({ label, labelEn }: ComparedIndicator, language: HeadLanguage): string =>
  language === 'vi' ? label : (labelEn ?? label);

/** Every figure that may be held against the base's, with both and what is between them. */
function differences({ comparison, pipelines, language, words }: Compared): PrintedSheet {
  const titles = planTitles(comparison.documents ?? []);
  const rows = comparison.indicators.flatMap((one) => {
    const cells = allCells(one);
    const ofBase = new Map(cells.map((cell) => [cell.target, cell]));
    return cells.flatMap((cell): Value[][] => {
      const base = cell.against === undefined ? undefined : ofBase.get(cell.against);
      if (base === undefined || cell.difference === undefined) return [];
      return [
        [
          areaLabel(one.area, pipelines, language),
          measureIn(one, language),
          cell.unit ?? one.unit,
          cell.year,
          titles.get(base.document) ?? base.document,
          base.comparator,
          base.value,
          base.valueMax,
          one.national === cell ? words.country : (cell.province?.name ?? cell.issuer),
          titles.get(cell.document) ?? cell.document,
          cell.comparator,
          cell.value,
          cell.valueMax,
          cell.difference,
          cell.ahead === true ? '▲' : null,
          cell.deadline?.text ?? null,
          cell.deadline?.end ?? null,
          cell.quote,
        ],
      ];
    });
  });
  const base = comparison.documents?.find((plan) => plan.base)?.province?.name ?? words.base;
  return {
    // The name of a sheet has at most 31 letters, and none of these signs.
    name: words
      .difference(base)
      .replace(/[\\/?*[\]:]/gu, ' ')
      .slice(0, 31),
    heads: [
      words.area,
      words.measure,
      words.unit,
      words.year,
      `${words.base}: ${words.plan.toLowerCase()}`,
      `${words.base}: ${words.comparator.toLowerCase()}`,
      words.base,
      `${words.base}: ${words.upper.toLowerCase()}`,
      words.province,
      words.plan,
      words.comparator,
      words.own,
      words.upper,
      words.apart,
      words.ahead,
      words.deadline,
      words.due,
      words.quote,
    ],
    rows: rows.slice(0, MOST_FIGURES),
    widths: [24, 48, 10, 8, 26, 10, 12, 10, 18, 30, 10, 12, 10, 12, 10, 24, 12, 70],
    fixed: 2,
    wrapped: false,
  };
}

/** One plain figure is a number that Excel can reckon with; whatever else is said is text. */
function said(indicator: ComparedIndicator, { document }: ComparedDocument, words: WorkbookWords): Value {
  const own = cellsOf(indicator, document);
  const missing = own.length > 0 ? undefined : indicator.missing?.find((one) => one.document === document);
  return missing === undefined ? inCell(own, indicator, words) : words.missing[missing.reason];
}

function inCell(own: readonly ComparisonCell[], indicator: ComparedIndicator, words: WorkbookWords): Value {
  const [only] = own;
  if (only === undefined) return null;
  // The column of units names that of the row: another one is said beside its figure.
  const plain =
    only.unit === indicator.unit &&
    only.comparator === '=' &&
    only.valueMax === null &&
    only.status === 'target' &&
    only.result === undefined &&
    only.supersededBy === undefined &&
    only.sure >= DOUBTFUL;
  if (own.length === 1 && plain) return only.value;
  return own
    .map((one) => {
      const notes = [
        one.status === 'result' ? ` (${words.result})` : '',
        one.supersededBy === undefined ? '' : ` (${words.superseded})`,
        one.sure < DOUBTFUL ? ' ?' : '',
      ];
      return `${figure(one, one.unit ?? indicator.unit)}${outcome(one, indicator.unit)}${notes.join('')}`;
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

/** How many measures of each area each province states, and how it stands where they may be held against each other. */
function coverage({ comparison: { provinces = [], indicators }, pipelines, language, words }: Compared): PrintedSheet {
  // In the order in which the areas stand in the comparison.
  const areas = [...new Set(indicators.map(({ area }) => area ?? ''))];
  return {
    name: words.coverage,
    heads: [
      words.province,
      words.measures,
      ...areas.map((area) => (area === '' ? words.noArea : areaLabel(area, pipelines, language))),
      ...words.ambition,
    ],
    rows: provinces.map(({ name, central, measures, areas: own, ambition: { shared, ahead, level, behind } }) => [
      central === true ? `${LEVELS[language].central}: ${name}` : name,
      measures,
      ...areas.map((area) => own[area] ?? null),
      ...[shared, ahead, level, behind],
    ]),
    widths: [30],
    fixed: 1,
    wrapped: true,
  };
}

/** A comparison of more than this is said to be cut, in the workbook itself. */
function cut({ comparison: { indicators, documents = [] }, words }: Compared): Value[][] {
  const figures = indicators.reduce((sum, row) => sum + allCells(row).length, 0);
  const said: readonly (readonly [most: number, all: number, say: (kept: number, all: number) => string])[] = [
    [MOST_FIGURES, figures, words.cutFigures],
    [MOST_PLANS, documents.length, words.cutPlans],
    [MOST_ROWS, indicators.length, words.cutMeasures],
  ];
  return said.filter(([most, all]) => all > most).map(([most, all, say]) => [words.cut, say(most, all)]);
}

const figures = ({ comparison, language, words }: Compared): PrintedSheet => ({
  name: words.figures,
  heads: FIELDS.map(({ heads }) => heads[language]),
  rows: figuresShown(comparison).map((row) => FIELDS.map(({ value }) => value(row))),
  widths: FIELDS.map(({ name }) => ({ indicator: 44, indicator_en: 30, quote: 70, leads: 30, code: 30 })[name] ?? 14),
  fixed: 2,
  wrapped: false,
});

function sources(book: Compared): PrintedSheet {
  const { comparison, words, language } = book;
  const titles = planTitles(comparison.documents ?? []);
  const planName = (document: string): string => titles.get(document) ?? document;
  return {
    name: words.sources,
    heads: words.sourceHeads,
    rows: [
      ...cut(book),
      ...(comparison.documents ?? []).map((plan): Value[] => [
        plan.document,
        titles.get(plan.document) ?? null,
        plan.title,
        FORMS[language][plan.form],
        plan.number,
        plan.issuer,
        plan.level === null ? null : LEVELS[language][plan.level],
        plan.issuedOn,
        plan.period?.start ?? null,
        plan.period?.end ?? null,
        plan.others.join(', '),
        plan.replacedBy?.join(', ') ?? null,
        plan.amendedBy?.join(', ') ?? null,
        plan.reportsOn?.join(', ') ?? null,
      ]),
      ...comparison.warnings.map((one): Value[] => [one.code, warningLine(one, language, planName)]),
    ],
    widths: [40, 30, 60],
    fixed: 1,
    wrapped: true,
  };
}
