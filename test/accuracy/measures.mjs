// What is measured for docs/accuracy.md, with the annotated plans and the makers of documents in ../shared.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CLI, ROOT, SHARED } from '../bench/measure.mjs';

// A scorer that is started through a link takes itself for a module and does nothing.
const SCORE = join(existsSync(SHARED) ? realpathSync(SHARED) : SHARED, 'score');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What of ../shared is not there, as paths from the project. */
export const missing = () =>
  [
    'corpus',
    'gold',
    'cases',
    'score/score.mjs',
    'score/reform.mjs',
    'score/cases.mjs',
    'score/tables/tables.mjs',
  ].flatMap((path) => (existsSync(join(SHARED, path)) ? [] : [`../shared/${path}`]));

/** What a Node program prints; anything but the exit code 0 is an error. */
function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${args.map((arg) => basename(arg)).join(' ')} ended with ${status}:\n${stderr}`);
  return stdout;
}
const lastLine = (text) => text.trimEnd().split('\n').at(-1);

/** The records of a folder. Documents that cannot be read (exit code 1) are for the scorer to miss. */
function ingest(from, out) {
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'ingest', from, '--out', out, '--quiet'], {
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`ingest ${from} ended with ${status}:\n${stderr}`);
  return out;
}

/** Of the scorer's fields those of the document itself, each weighed alike. */
function documentFields(fields) {
  const shares = Object.entries(fields).flatMap(([name, share]) => (name.startsWith('document.') ? [share] : []));
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** The annotated plans: `out` holds their records. */
function gold(out) {
  const all = JSON.parse(run(join(SCORE, 'score.mjs'), out, '--json'));
  const plans = [...run(join(SCORE, 'score.mjs'), out, '--each').matchAll(/^(\S+) +targets F1 (\S+)%/gmu)];
  const measure = (row, figure) => ({ table: 'measure', row, column: 'all sixteen plans', ...figure });
  return [
    measure('targets found (F1)', { share: all.targets.f1 }),
    measure('indicator right', { share: all.fields['target.indicator'] }),
    measure('deadline right', { share: all.fields['target.deadline'] }),
    measure('whole record right', { share: all.fields['target.whole record right'] }),
    measure('comparable record', { share: all.fields['target.comparable record'] }),
    measure('items without a figure found', {
      part: all.qualitative.tp,
      whole: all.qualitative.tp + all.qualitative.fn,
    }),
    measure('rows of task tables found (F1)', { share: all.tasks.f1 }),
    measure('duties of sections found (recall)', { share: all.sectionTasks.recall }),
    measure('who leads a task (F1)', { share: all.sets['task.leads'].f1 }),
    measure('who cooperates in a task (F1)', { share: all.sets['task.cooperating'].f1 }),
    measure('references found (F1)', { share: all.sets.references.f1 }),
    measure('fields of the document right', { share: documentFields(all.fields) }),
    measure('quotes word for word', { share: 1 - all.brokenQuotes / all.quotes }),
    ...plans.map(([, row, percent]) => ({
      table: 'plan',
      row,
      column: 'targets found (F1)',
      share: Number(percent) / 100,
    })),
  ];
}

const SEEDS = '201-216';
const FORMS = { html: 'HTML', docx: 'DOCX', pdf: 'PDF', md: 'Markdown', bars: 'bars', rows: 'rows', cells: 'cells' };

/** Tables that were made up, in every form that they come in. PDF needs a Chromium. */
function tables(work) {
  const forms = Object.keys(FORMS).filter((form) => form !== 'pdf' || existsSync(CHROMIUM));
  const scorer = join(SCORE, 'tables', 'tables.mjs');
  const bed = join(work, 'tables');
  run(scorer, 'make', bed, '--seeds', SEEDS, '--forms', forms.join(','));
  return forms.flatMap((form) => {
    const out = ingest(join(bed, form), join(work, `tables-${form}`));
    const { found, whole } = JSON.parse(lastLine(run(scorer, 'score', bed, out, '--json')));
    const figure = (column, share) => ({ table: 'made-up tables as', row: FORMS[form], column, share });
    return [figure('found', found), figure('every field right', whole)];
  });
}

const WAYS = {
  nfd: 'decomposed letters',
  tone: 'the other place of tone marks',
  crlf: 'line ends of Windows',
  spaces: 'wide and no-break spaces',
  wrap: 'lines of 60 letters',
  blank: 'empty lines between paragraphs',
  bullets: 'other bullets',
  dashes: 'other dashes',
  letters: '"a." for "a)"',
  slashes: '"a/" for "a)"',
  percent: 'a space before "%"',
  words: 'other words for the same',
  abbreviations: 'names abbreviated',
  markdown: 'headings as Markdown',
  softBreaks: 'soft line breaks',
  page: 'a web page around',
};

/** The annotated plans written otherwise, beside the same plans as they are. */
function otherwise(work, out) {
  const scorer = join(SCORE, 'reform.mjs');
  const bed = join(work, 'otherwise');
  run(scorer, 'make', out, bed);
  const asIs = ingest(join(bed, 'as-is'), join(work, 'otherwise-as-is'));
  const made = readdirSync(bed).filter((way) => way !== 'as-is');
  return [...Object.keys(WAYS), ...made.filter((way) => !(way in WAYS))]
    .filter((way) => made.includes(way))
    .map((way) => {
      const share = Number(lastLine(run(scorer, 'score', bed, asIs, ingest(join(bed, way), join(work, `way-${way}`)))));
      return { table: 'the same plans with', row: WAYS[way] ?? way, column: 'records alike (F1)', share };
    });
}

/** Small documents with one fault each. */
function faults() {
  const said = run(join(SCORE, 'cases.mjs'), join(SHARED, 'cases'), ROOT);
  const [, part, whole] = /^total (\d+)\/(\d+)$/mu.exec(said) ?? [];
  const kinds = readdirSync(join(SHARED, 'cases')).length;
  return [{ table: 'faults', row: `all ${kinds} kinds`, column: 'right', part: Number(part), whole: Number(whole) }];
}

/** Everything that is measured, and what could not be for want of a program. `work` is a folder to fill. */
export function measureAll(work, tell = () => undefined) {
  tell('annotated plans');
  const out = ingest(join(SHARED, 'corpus'), join(work, 'gold'));
  const ofGold = gold(out);
  tell('made-up tables');
  const ofTables = tables(work);
  tell('plans written otherwise');
  const ofWays = otherwise(work, out);
  tell('faults');
  const figures = [...ofGold, ...ofTables, ...ofWays, ...faults()];
  const left = existsSync(CHROMIUM) ? [] : [{ table: 'made-up tables as', row: FORMS.pdf, why: `no ${CHROMIUM}` }];
  return { figures, left };
}
