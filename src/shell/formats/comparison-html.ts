import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { currencies } from '../../language/money.ts';
import type { Comparison } from '../../model/comparison.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { CallError } from '../call-error.ts';
import { readTold, type Told } from '../output/told.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { type Packed, packed, shortMeasure } from '../page/data/pack.ts';
import type { PageData } from '../page/data/page-data.ts';
import { type PageMeasures, pageMeasures } from './page-data.ts';
import { pageDoubts } from './page-doubts.ts';
import { pagePlans } from './page-plans.ts';
import { pageWords, type WordsOfMeasure } from './page-words.ts';

/** The comparison page, and the files that lie beside it in the folder of that name. */
export interface HtmlComparison {
  readonly page: string;
  /** "comparison_files"; nothing lies there where all is in the page. */
  readonly folder: string;
  /** By name; put together when it is written, so that all of them are never in memory twice. */
  readonly files: ReadonlyMap<string, () => Uint8Array>;
}

/** How much the page itself holds, in bytes. */
export interface PageLimits {
  /** Up to so many the words behind the figures are in the page, too. */
  readonly whole: number;
  /** Up to so many all figures are. */
  readonly figures: number;
  /** Of a file of words: little to wait for at a click, and few files. */
  readonly piece: number;
}
const LIMITS: PageLimits = { whole: 3_000_000, figures: 3_000_000, piece: 1_000_000 };

/** Where a page lies, and what it is made from. */
export interface PagePlace {
  /** The output folder, for the texts around the quotes. */
  readonly folder: string;
  /** Where the page will lie; without it all is in the page, and nothing is linked. */
  readonly out?: string | undefined;
  /** What was read of the folder already; else it is read. */
  readonly told?: Told | undefined;
  readonly limits?: PageLimits | undefined;
}

/**
 * A page that works from the disk, without a network and without a server. What it holds is in it where that is little, else
 * in files beside it.
 */
export async function comparisonHtml(
  comparison: Comparison,
  pipelines: readonly Pipeline[],
  { folder, out, told = undefined, limits = LIMITS }: PagePlace,
): Promise<HtmlComparison> {
  const { indicators, warnings } = comparison;
  const { said, origins, counts } = told ?? (await readTold(folder));
  const { base, owners, plans, provinces } = pagePlans(comparison.documents ?? [], origins, folder, out);
  const { areas, measures, facts, coverage } = pageMeasures(comparison, pipelines, plans, owners.length);
  const words = pageWords(indicators, said, folder, new Map(plans.map(({ document }, i) => [document, i])));
  const pieces = piecesOf(words, measures, limits.piece);
  const figures = areas.map((_, area) => partOf([figuresOf(area, measures, facts)]));
  const sizeOf = (parts: readonly Part[]): number => parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const whole = out === undefined || sizeOf(figures) + sizeOf(pieces.parts) <= limits.whole;
  const figuresInside = out === undefined || sizeOf(figures) <= limits.figures;
  const beside = `${basename(out ?? 'page.html').replace(/\.html?$/iu, '')}_files`;
  const figureNames = namesOf('figures', figures, figuresInside, beside);
  const wordNames = namesOf('words', pieces.parts, whole, beside);
  const data: PageData = {
    base,
    provinces,
    owners,
    plans,
    areas,
    currencies: currencies(loadKnowledge()),
    measures: measures.map((one, i) => shortMeasure({ ...one, words: pieces.of[i] ?? 0 })),
    figures: figureNames,
    words: wordNames,
    whole,
    results: facts.some((own) => own.some(({ status }) => status === 'result')),
    coverage,
    warnings,
    ...(await pageDoubts(folder, plans, counts)),
  };
  const parts: readonly PagePart[] = [
    ...figures.map(({ json, pieces }, i) => ({ name: figureNames[i] ?? '', json, pieces, inside: figuresInside })),
    ...pieces.parts.map(({ json, pieces: own }, i) => ({ name: wordNames[i] ?? '', json, pieces: own, inside: whole })),
  ];
  return { page: await pageOf(data, parts), folder: beside, files: filesOf(parts) };
}

/** JSON that is put together when it is asked for. */
interface Part {
  readonly bytes: number;
  readonly pieces: readonly Buffer[];
  readonly json: () => Buffer;
}

const partOf = (pieces: readonly Buffer[]): Part => ({
  bytes: pieces.reduce((sum, { length }) => sum + length, 0),
  pieces,
  json: () => Buffer.concat(pieces),
});

/** A piece of the data. */
interface PagePart extends Pick<Part, 'json' | 'pieces'> {
  readonly name: string;
  readonly inside: boolean;
}

/** The figures of an area, by measure. */
function figuresOf(area: number, measures: PageMeasures['measures'], facts: PageMeasures['facts']): Buffer {
  const own = facts.flatMap((cells, i): [number, Packed[]][] =>
    measures[i]?.area === area ? [[i, cells.map(packed)]] : [],
  );
  return Buffer.from(JSON.stringify(Object.fromEntries(own)));
}

/** What lies beside the page calls it with what it holds. */
const filesOf = (parts: readonly PagePart[]): HtmlComparison['files'] =>
  new Map(
    parts
      .filter(({ inside }) => !inside)
      .map(({ name, pieces }) => [
        basename(name),
        () => Buffer.concat([Buffer.from(`kehoachPart(${JSON.stringify(name)},`), ...pieces, Buffer.from(')\n')]),
      ]),
  );

/** A file is named after what it holds: a page never reads what belongs to another. */
const namesOf = (kind: string, parts: readonly Part[], inside: boolean, folder: string): string[] =>
  parts.map(({ pieces }, i) => {
    if (inside) return `${kind}-${i}`;
    const hash = createHash('sha256');
    for (const piece of pieces) hash.update(piece);
    return `${folder}/${kind}-${i}.${hash.digest('hex').slice(0, 8)}.js`;
  });

/** The words of measures that follow each other within an area, up to the size of a piece. */
function piecesOf(
  words: readonly WordsOfMeasure[],
  measures: PageMeasures['measures'],
  most: number,
): { readonly parts: readonly Part[]; readonly of: readonly number[] } {
  const parts: Part[] = [];
  const of: number[] = [];
  let open: Buffer[] = [];
  let size = 0;
  const close = (): void => {
    if (open.length > 0) parts.push(partOf([...open, Buffer.from('}')]));
    open = [];
    size = 0;
  };
  for (const [i, { pieces, bytes }] of words.entries()) {
    if (size + bytes > most || measures[i]?.area !== measures[i - 1]?.area) close();
    open.push(Buffer.from(`${open.length === 0 ? '{' : ','}"${i}":`));
    for (const piece of pieces) open.push(piece);
    size += bytes;
    of.push(parts.length);
  }
  close();
  return { parts, of };
}

async function pageOf(data: PageData, parts: readonly PagePart[]): Promise<string> {
  const [style, script] = await Promise.all([asset('compare.css'), asset('compare.js')]);
  const scripts = parts
    .filter(({ inside }) => inside)
    .map(
      ({ name, json }) =>
        `<script type="application/json" data-part="${name}">${harmlessJson(json().toString())}</script>`,
    );
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'self' file:">
<title>kehoach</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<noscript><p lang="vi">Trang này cần JavaScript. Bảng đầy đủ: kehoach compare --format csv.</p></noscript>
<script type="application/json" id="data">${harmlessJson(JSON.stringify(data))}</script>
${scripts.join('\n')}
<script>${script}</script>
</body>
</html>
`;
}

/** What the build has bundled of src/shell/page. */
async function asset(name: string): Promise<string> {
  try {
    return await readFile(join(PACKAGE_ROOT, 'dist', 'shell', 'page', name), 'utf8');
  } catch (cause) {
    throw new CallError(`The page is not built (${String(cause)}). Run npm run build.`);
  }
}

/** JSON in which no text can end the script element that holds it, or the line of a script. */
const harmlessJson = (json: string): string =>
  json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
