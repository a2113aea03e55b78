// Scans of our own making read by this build, beside the documents that were scanned:
//   node test/bench/scans/measure.mjs [--engine wasm] [--beside] [--shared] [--long N] [--keep FOLDER] [part of a name …]
// --engine wasm  leaves the system's tesseract aside
// --beside       times the bare tesseract on the same pages with the same data
// --shared       measures the scans of ../shared too, which are no part of the project, where they are there
// --long N       measures time and memory alone, of the first scan and of it again and again up to N pages
// --keep         leaves scans and records in a folder, and says where figures were wrong without a warning
//
// A row: characters that are otherwise (in %), characters beyond those of the document (in %), figures of the document; of those that
// were read: wrong without a warning, wrong in all, right ones doubted (in %); targets (F1), comparable targets and tasks beside the
// record of the document (in %); fields of the header right, null and wrong; CPU seconds a scanned page, and MB of all processes.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CLI, node, print, program, ROOT, SHARED } from '../measure.mjs';
import { characterErrors, columnByColumn, figuresBeside, folded, piecesOf } from './characters.mjs';
import { makeScans } from './make.mjs';
import { doubtsOf, headersBeside, recordsBeside } from './records.mjs';

const args = process.argv.slice(2);
const flag = (name) => args.includes(name) && args.splice(args.indexOf(name), 1).length > 0;
const option = (name) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined);
const [shared, beside, engine, kept] = [flag('--shared'), flag('--beside'), option('--engine'), option('--keep')];
const long = option('--long');
if (engine === 'wasm') process.env.KEHOACH_TESSERACT = 'off';

const HEAD = [
  '',
  'pages',
  'CER %',
  'beyond %',
  'figures',
  'silent',
  'wrong',
  'false doubts %',
  'targets F1',
  'comparable',
  'tasks',
  'header',
  'CPU s/page',
  'peak MB',
  ...(beside ? ['tesseract s/page'] : []),
];

/** Ingests one file: its record and text, what it took, or the code of its failure. */
async function read(file, ...more) {
  const out = mkdtempSync(join(kept ?? tmpdir(), `${basename(file)}-`));
  try {
    const { cpu, memory } = await node([CLI, 'ingest', file, '--out', out, '--concurrency', '1', ...more]);
    const documents = join(out, 'documents');
    const name = existsSync(documents) ? readdirSync(documents).find((one) => one.endsWith('.json')) : undefined;
    if (name === undefined) {
      const failures = join(out, 'failures.ndjson');
      const [failure = '{}'] = existsSync(failures) ? readFileSync(failures, 'utf8').split('\n') : [];
      return { cpu, memory, failure: JSON.parse(failure || '{}').code ?? 'no record' };
    }
    const path = join(documents, name);
    return {
      cpu,
      memory,
      record: JSON.parse(readFileSync(path, 'utf8')),
      text: readFileSync(path.replace(/json$/u, 'txt'), 'utf8'),
    };
  } finally {
    if (kept === undefined) rmSync(out, { recursive: true, force: true });
  }
}

const percent = (part, whole, digits = 1) => (whole === 0 ? '–' : ((part / whole) * 100).toFixed(digits));
const f1 = ({ hit, wanted, found }) => (wanted + found === 0 ? '–' : ((2 * hit) / (wanted + found)).toFixed(2));

/** A row of the table. */
function row(name, pages, truth, scan, { whole = true } = {}) {
  if (scan.failure !== undefined)
    return [name, pages, ...Array(10).fill(''), (scan.cpu / pages).toFixed(1), scan.failure];
  const cer = whole
    ? characterErrors(piecesOf(truth.text), scan.text)
    : characterErrors(piecesOf(scan.text), truth.text);
  const beyond = folded(scan.text).length - folded(truth.text).length;
  const figures = figuresBeside(truth.text, scan.text, doubtsOf(scan.record));
  const beside = truth.record && whole ? recordsBeside(truth.record, scan.record) : undefined;
  const header = truth.record ? headersBeside(truth.record, scan.record) : undefined;
  for (const { text, start } of figures.silent)
    if (kept !== undefined)
      console.log(`  ${name}: ${text} in "${folded(scan.text.slice(Math.max(0, start - 30), start + 30))}"`);
  return [
    name,
    pages,
    percent(cer.wrong, cer.all, 2),
    whole ? percent(Math.max(0, beyond), folded(truth.text).length) : '–',
    whole ? figures.of : figures.right + figures.wrong,
    figures.silent.length,
    figures.wrong,
    percent(figures.falseDoubts, figures.right),
    beside ? f1(beside.targets) : '–',
    beside ? percent(beside.comparable.hit, beside.comparable.wanted, 0) : '–',
    beside ? f1(beside.tasks) : '–',
    header
      ? `${header.right.length}/${header.absent.length}/${header.wrong.length}${header.wrong.length > 0 ? ` ${header.wrong.join()}` : ''}`
      : '–',
    (scan.cpu / pages).toFixed(1),
    scan.memory.toFixed(0),
  ];
}

/** CPU seconds a page of the bare program, one thread, on the pages as pictures. */
async function bare(file, dpi, scanned) {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-bare-'));
  try {
    const packed = join(ROOT, 'node_modules', '@tesseract.js-data', 'vie', '4.0.0_best_int', 'vie.traineddata.gz');
    if (!existsSync(packed)) return '–';
    writeFileSync(join(folder, 'vie.traineddata'), gunzipSync(readFileSync(packed)));
    if (file.endsWith('.pdf')) await program('pdftoppm', '-r', String(dpi), '-gray', file, join(folder, 'page'));
    const pages = file.endsWith('.pdf')
      ? readdirSync(folder)
          .filter((name) => name.startsWith('page'))
          .map((name) => join(folder, name))
      : [file];
    let seconds = 0;
    const how = ['--tessdata-dir', folder, '-l', 'vie', '--dpi', String(dpi)];
    process.env.OMP_THREAD_LIMIT = '1';
    for (const page of pages) seconds += (await program('tesseract', page, join(folder, 'out'), ...how)) ?? Number.NaN;
    return Number.isNaN(seconds) ? '–' : (seconds / Math.max(pages.length, scanned)).toFixed(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ownScans(folder) {
  const { scans, lacks } = makeScans(folder, args);
  for (const why of lacks) console.log(`left out: ${why}`);
  const truths = new Map();
  const rows = [HEAD];
  for (const { name, file, original, dpi, scanned, whole } of scans) {
    if (!truths.has(original)) truths.set(original, await read(original));
    const made = row(name, scanned, truths.get(original), await read(file), { whole });
    if (beside) made.push(await bare(file, dpi, scanned));
    rows.push(made);
    console.log(made.join('  '));
  }
  if (rows.length > 1) print('Scans beside the documents that were scanned', rows);
}

/** What a long scan takes beside a short one: no more memory, whatever its pages. */
async function longScan(folder, most) {
  const { scans, lacks } = makeScans(folder, args);
  for (const why of lacks) console.log(`left out: ${why}`);
  const { value: scan } = scans.next();
  if (scan === undefined) return;
  const rows = [['', 'pages', 'CPU s/page', 'peak MB']];
  for (const times of [1, Math.ceil(most / scan.scanned)]) {
    const file = join(folder, `${scan.name}-${times}.pdf`);
    const copies = Array(times).fill(scan.file);
    await program('pdfunite', ...copies, file);
    const { cpu, memory, failure } = await read(file, '--max-pages', String(most + scan.scanned));
    const pages = times * scan.scanned;
    rows.push([failure ?? scan.name, pages, (cpu / pages).toFixed(1), memory.toFixed(0)]);
    console.log(rows.at(-1).join('  '));
  }
  print('A long scan in one process', rows);
}

/** Real scans, and plans that were printed and scanned, beside the same plans as PDF. */
async function sharedScans() {
  const at = (...path) => join(SHARED, ...path);
  const wanted = (name) => args.length === 0 || args.some((part) => name.includes(part));
  const asText = (path) => ({ text: columnByColumn(readFileSync(path, 'utf8')) });
  const forms = existsSync(at('forms', 'scan'))
    ? readdirSync(at('forms', 'scan')).filter((name) => name.endsWith('.pdf') && wanted(name))
    : [];
  if (!existsSync(at('forms', 'scan'))) console.log('left out: ../shared/forms/scan is not there');
  const rows = [HEAD];
  const add = (made) => {
    rows.push(made);
    console.log(made.join('  '));
  };
  for (const name of forms) {
    const truth = await read(at('forms', 'pdf-print', name));
    const scan = await read(at('forms', 'scan', name));
    add(row(name, scan.record?.document.source.pages ?? 1, truth, scan));
  }
  const REAL = [
    // The first pages of 87; the law's own Word file is the truth, which goes on behind them.
    { scan: 'scan-tt-23-2024-bct.pdf', of: 'docx-tt-23-2024-bct.docx', pages: 10 },
    { scan: 'scan-gp-2507-co-ban-chu.pdf', of: 'scan-gp-2507-co-ban-chu.truth.txt' },
  ];
  for (const { scan, of, pages } of REAL.filter(({ scan }) => wanted(scan))) {
    if (!existsSync(at('real', scan)) || !existsSync(at('real', of))) {
      console.log(`left out: ../shared/real/${scan} or its truth is not there`);
      continue;
    }
    const truth = of.endsWith('.txt') ? asText(at('real', of)) : await read(at('real', of));
    const found = await read(at('real', scan), ...(pages === undefined ? [] : ['--ocr-pages', String(pages)]));
    const count = pages ?? found.record?.document.source.pages ?? 1;
    add(row(scan, count, truth, found, { whole: pages === undefined }));
  }
  if (rows.length > 1) print('Scans of ../shared', rows);
}

const { out: help } = await node([CLI, 'ingest', '--help']);
if (!help.includes('--ocr')) console.log('this build does not recognise text: scans will fail');
const folder = kept ?? mkdtempSync(join(tmpdir(), 'kehoach-scans-'));
mkdirSync(folder, { recursive: true });
try {
  if (long !== undefined) await longScan(folder, Number(long));
  else await ownScans(folder);
  if (shared) await sharedScans();
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
