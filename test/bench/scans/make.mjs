// Makes scans of documents that this project wrote, with the documents that they were made from: node test/bench/scans/make.mjs FOLDER
// [part of a name …]. Pages are drawn by pdftoppm (poppler-utils), the plans of plans/ printed by Chromium; what is not installed
// is said, and what needs it is left out. What is done to the pages is told by seeds: the same programs give the same scans.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT } from '../measure.mjs';
import { alike, png, scannedPdf, tiff } from './files.mjs';
import { blurred, dusty, fromPnm, grainy, stamped, turned, twoTone, upsideDown } from './pixels.mjs';

const PLANS = fileURLToPath(new URL('plans/', import.meta.url));
const LARGEST = 2 ** 28;

/** Of an office's flatbed: a little out of focus, a little grain. */
const flatbed = (image) => grainy(blurred(image, 0.4), { grain: 5, paper: 246, ink: 22, seed: 11 });
/** Of a phone or an old machine: soft and pale, with dust. */
const soft = (image) =>
  dusty(grainy(blurred(image, 0.6), { grain: 8, paper: 228, ink: 48, seed: 12 }), { specks: 20, seed: 13 });
/** Of a copier that knows black and white. */
const copier = (image) =>
  dusty(twoTone(grainy(blurred(image, 0.4), { grain: 14, seed: 14 }), 170), { specks: 15, seed: 15 });

/**
 * What is made. `of`: the document, `dpi`, `page`: what is done to each picture, `write`: how it becomes a file of the kind `as`.
 * A page's number counts from 0.
 */
export const SCANS = [
  { name: 'ruled-200', of: 'ke-hoach-phat-trien', dpi: 200, page: flatbed },
  { name: 'ruled-150-soft', of: 'ke-hoach-phat-trien', dpi: 150, page: soft },
  { name: 'ruled-110', of: 'ke-hoach-phat-trien', dpi: 110, page: flatbed },
  { name: 'ruled-200-fax', of: 'ke-hoach-phat-trien', dpi: 200, page: copier, form: 'fax' },
  { name: 'ruled-150-bits', of: 'ke-hoach-phat-trien', dpi: 150, page: copier, form: 'bits' },
  { name: 'ruled-200-jpeg', of: 'ke-hoach-phat-trien', dpi: 200, page: soft, form: 'jpeg', quality: 25 },
  { name: 'ruled-200-strips', of: 'ke-hoach-phat-trien', dpi: 200, page: flatbed, strips: 5 },
  {
    name: 'seal-200',
    of: 'ke-hoach-phat-trien',
    dpi: 200,
    page: flatbed,
    colour: true,
    seals: ['13.450', '4.630.000', '98,5'],
  },
  { name: 'mark-200', of: 'ke-hoach-phat-trien', dpi: 200, page: flatbed, mark: 'CONG THONG TIN DIEN TU' },
  {
    name: 'skew-200',
    of: 'ke-hoach-phat-trien',
    dpi: 200,
    page: (image, i) => flatbed(turned(image, i % 2 === 0 ? 2 : -2)),
  },
  {
    name: 'upside-down-200',
    of: 'ke-hoach-phat-trien',
    dpi: 200,
    page: (image, i) => (i === 1 ? upsideDown(flatbed(image)) : flatbed(image)),
  },
  { name: 'turned-200', of: 'ke-hoach-phat-trien', dpi: 200, page: (image) => upsideDown(flatbed(image)), turn: 180 },
  { name: 'mixed-200', of: 'ke-hoach-phat-trien', dpi: 200, page: flatbed, as: 'mixed' },
  { name: 'image-png', of: 'ke-hoach-phat-trien', dpi: 200, page: flatbed, as: 'png' },
  { name: 'image-jpeg', of: 'ke-hoach-chuyen-doi-so', dpi: 200, page: flatbed, as: 'jpeg', quality: 60 },
  { name: 'image-tiff', of: 'ke-hoach-phat-trien', dpi: 200, page: flatbed, as: 'tiff', form: 'deflate' },
  { name: 'image-tiff-fax', of: 'ke-hoach-chuyen-doi-so', dpi: 200, page: copier, as: 'tiff', form: 'fax' },
  { name: 'borderless-200', of: 'ke-hoach-chuyen-doi-so', dpi: 200, page: flatbed },
  { name: 'borderless-150-bits', of: 'ke-hoach-chuyen-doi-so', dpi: 150, page: copier, form: 'bits' },
  { name: 'borderless-skew-150', of: 'ke-hoach-chuyen-doi-so', dpi: 150, page: (image) => soft(turned(image, -2)) },
  { name: 'report-150-jpeg', of: 'dak-nong-bao-cao-2019', dpi: 150, page: soft, form: 'jpeg', quality: 40 },
  { name: 'long-200', of: 'phu-tho-1782-kh-ubnd-2021', dpi: 200, page: flatbed },
  { name: 'long-150-bits', of: 'phu-tho-1782-kh-ubnd-2021', dpi: 150, page: copier, form: 'bits' },
];

/** Output of a program; undefined where it is not installed. */
function run(name, args) {
  const { status, stdout, stderr, error } = spawnSync(name, args, { maxBuffer: LARGEST });
  if (error?.code === 'ENOENT') return undefined;
  if (error !== undefined || status !== 0) throw new Error(`${name} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}
const installed = (name) => spawnSync(name, ['--version']).error === undefined;

/** The documents to scan: fixtures that are PDF, and the plans of plans/ where they can be printed. */
function originals(folder, names) {
  const found = new Map();
  const lacks = [];
  for (const name of names) {
    const fixture = join(ROOT, 'fixtures', `${name}.pdf`);
    const plan = join(PLANS, `${name}.html`);
    if (existsSync(fixture)) found.set(name, fixture);
    else {
      const out = join(folder, `${name}.pdf`);
      // A profile of its own: another Chromium that runs keeps the usual one.
      const profile = mkdtempSync(join(tmpdir(), 'kehoach-print-'));
      const print = [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--user-data-dir=${profile}`,
      ];
      try {
        const browser = ['chromium', 'google-chrome', 'chromium-browser'].find(installed);
        if (browser === undefined) lacks.push(`${name}: neither chromium nor google-chrome is installed`);
        else {
          run(browser, [...print, `--print-to-pdf=${out}`, pathToFileURL(plan).href]);
          found.set(name, out);
        }
      } finally {
        rmSync(profile, { recursive: true, force: true });
      }
    }
  }
  return { found, lacks };
}

function pagesOf(pdf, dpi, colour) {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-pages-'));
  try {
    run('pdftoppm', ['-r', String(dpi), ...(colour ? [] : ['-gray']), pdf, join(folder, 'page')]);
    return readdirSync(folder)
      .sort()
      .map((name) => fromPnm(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A picture as JPEG, with what that does to it. */
function jpegOf(image, dpi, quality) {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-jpeg-'));
  try {
    const pdf = join(folder, 'page.pdf');
    writeFileSync(pdf, scannedPdf([{ image, dpi }]));
    const shades = image.channels === 1 ? ['-gray'] : [];
    run('pdftoppm', [
      '-r',
      String(dpi),
      '-jpeg',
      '-jpegopt',
      `quality=${quality}`,
      ...shades,
      '-singlefile',
      pdf,
      join(folder, 'page'),
    ]);
    const jpeg = readFileSync(join(folder, 'page.jpg'));
    // The page may be a pixel larger or smaller after its size went through points: the frame's head tells.
    for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2))
      if (jpeg[at + 1] >= 0xc0 && jpeg[at + 1] <= 0xc2)
        return { jpeg, image: { ...image, height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) } };
    throw new Error('no frame in the JPEG');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where a word stands on the pages of a PDF: page from 0, its middle in points. */
function placesOf(pdf, word) {
  const pages = run('pdftotext', ['-bbox', pdf, '-']).toString('utf8').split('<page ').slice(1);
  return pages.flatMap((page, index) =>
    [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</gu)]
      .filter(([, , , , , text]) => text.replace(/[.,;]$/u, '') === word)
      .map(([, x0, y0, x1, y1]) => ({ index, x: (Number(x0) + Number(x1)) / 2, y: (Number(y0) + Number(y1)) / 2 })),
  );
}

/** Seals of 36 mm whose rings go through these words. */
function sealed(pdf, images, words, dpi) {
  const radius = Math.round((18 / 25.4) * dpi);
  const made = [...images];
  for (const [n, word] of words.entries()) {
    const [place] = placesOf(pdf, word);
    if (place === undefined) throw new Error(`${word} is not in ${pdf}`);
    const [x, y] = [(place.x * dpi) / 72 + radius * 0.8, (place.y * dpi) / 72];
    made[place.index] = stamped(made[place.index], { x: Math.round(x), y: Math.round(y), radius, seed: 20 + n });
  }
  return made;
}

/** Letters of a portal, slanting, as a picture. */
function letters(text) {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-mark-'));
  try {
    const pdf = join(folder, 'mark.pdf');
    const content = `BT /F 30 Tf 20 205 Td (${text}) Tj ET`;
    writeFileSync(
      pdf,
      `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 420] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >> >> >>\nendobj\n4 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n`,
    );
    run('pdftoppm', ['-r', '144', '-gray', '-singlefile', pdf, join(folder, 'mark')]);
    return turned(fromPnm(readFileSync(join(folder, 'mark.pgm'))), -35);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One scan as its files: names and bytes. */
function made(scan, pdf, folder) {
  const { dpi, page, form = 'flate', quality, seals, as = 'pdf', strips, turn } = scan;
  const drawn = pagesOf(pdf, dpi, scan.colour ?? false);
  const stampedOn = seals === undefined ? drawn : sealed(pdf, drawn, seals, dpi);
  const images = stampedOn.map((image, i) => page(image, i));
  const mark = scan.mark === undefined ? undefined : { image: letters(scan.mark) };
  const asPages = (list) =>
    list.map((image) => ({
      ...(form === 'jpeg' ? jpegOf(image, dpi, quality) : { image }),
      dpi,
      form,
      ...(strips === undefined ? {} : { strips }),
      ...(turn === undefined ? {} : { turn }),
      ...(mark === undefined ? {} : { mark }),
    }));
  if (as === 'png') return images.slice(0, 1).map((image) => [`${scan.name}.png`, png(image, dpi)]);
  if (as === 'jpeg') return images.slice(0, 1).map((image) => [`${scan.name}.jpg`, jpegOf(image, dpi, quality).jpeg]);
  if (as === 'tiff')
    return [
      [
        `${scan.name}.tif`,
        tiff(alike(images).map((image) => ({ image, dpi, form: form === 'flate' ? 'plain' : form }))),
      ],
    ];
  if (as === 'pdf') return [[`${scan.name}.pdf`, scannedPdf(asPages(images))]];
  // The first page as it was printed, the others as they were scanned.
  const [first, rest, both] = ['first', 'rest', 'both'].map((part) => join(folder, `${scan.name}-${part}.pdf`));
  try {
    run('pdfseparate', ['-f', '1', '-l', '1', pdf, first]);
    writeFileSync(rest, scannedPdf(asPages(images.slice(1))));
    run('pdfunite', [first, rest, both]);
    return [[`${scan.name}.pdf`, readFileSync(both)]];
  } finally {
    for (const path of [first, rest, both]) rmSync(path, { force: true });
  }
}

/**
 * Writes the scans into a folder, and the documents they are of into its folder `originals`.
 *
 * @param wanted parts of names; all unless told
 * @returns each scan, made when its turn comes, with its file, its original, its dots an inch, how many of its pages are pictures and whether it shows all
 *   of the original; and what could not be made
 */
export function makeScans(folder, wanted = []) {
  const chosen = SCANS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  if (!installed('pdftoppm'))
    return { scans: [], lacks: ['pdftoppm is not installed (poppler-utils): no scan can be made'] };
  const prints = join(folder, 'originals');
  mkdirSync(prints, { recursive: true });
  const { found, lacks } = originals(prints, new Set(chosen.map(({ of }) => of)));
  function* scans() {
    for (const scan of chosen) {
      const original = found.get(scan.of);
      if (original === undefined) continue;
      const pages = Number(/Pages:\s+(\d+)/u.exec(run('pdfinfo', [original]).toString())?.[1]);
      for (const [name, bytes] of made(scan, original, folder)) {
        const file = join(folder, name);
        writeFileSync(file, bytes);
        const shown = scan.as === 'png' || scan.as === 'jpeg' ? 1 : pages;
        const scanned = scan.as === 'mixed' ? pages - 1 : shown;
        yield { name: scan.name, file, original, dpi: scan.dpi, scanned, whole: shown === pages };
      }
    }
  }
  return { scans: scans(), lacks };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...wanted] = process.argv.slice(2);
  if (folder === undefined) {
    console.error('node test/bench/scans/make.mjs FOLDER [part of a name …]');
    process.exit(2);
  }
  mkdirSync(folder, { recursive: true });
  const { scans, lacks } = makeScans(folder, wanted);
  for (const why of lacks) console.log(`left out: ${why}`);
  for (const { name, file, scanned } of scans) console.log(`${name}: ${basename(file)}, ${scanned} pages scanned`);
}
