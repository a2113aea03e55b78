import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/model/block.ts';
import { DEFAULT_CAPS } from '../../src/shell/pool/caps.ts';
import { PAGE_SECONDS } from '../../src/shell/recognition/failing.ts';
import { MOST_ATTACHED } from '../../src/shell/sources/attached.ts';
import { DEFAULT_CACHE_BYTES, DEFAULT_DELAY, DEFAULT_SECONDS } from '../../src/shell/sources/http/defaults.ts';
import { MOST_SILENT } from '../../src/shell/sources/http/hosts.ts';
import { DEFAULT_ARCHIVE_CAPS } from '../../src/shell/sources/zip/caps.ts';
import { rowsOf, sectionOf, textOf } from './pages.ts';

const MB = 1024 * 1024;

/** A number that a file keeps to itself: `const NAME = 32 * 1024 * 1024;`. */
function constantOf(file: string, name: string): number {
  const written = new RegExp(`const ${name}(?:: number)? = (?<product>[\\d_ *]+);`, 'u').exec(textOf(file));
  if (written === null) throw new Error(`${file} has no number ${name}`);
  return (written.groups?.product ?? '')
    .replaceAll('_', '')
    .split('*')
    .reduce((product, factor) => product * Number(factor), 1);
}

const triesOf = (): number =>
  Number(/\btries = (?<tries>\d+)/u.exec(textOf('src/shell/sources/http/client.ts'))?.groups?.tries);

const XLSX = 'src/shell/formats/comparison-xlsx.ts';
const HTTP = 'src/shell/sources/http';
const TRUE: [cap: string, value: number][] = [
  ['seconds for one document', DEFAULT_CAPS.seconds],
  ['seconds of processor time for a page', PAGE_SECONDS],
  ['memory of the process that reads it', DEFAULT_CAPS.memory],
  ['size of a file (MB)', DEFAULT_LIMITS.maxBytes / MB],
  ['pages of a PDF', DEFAULT_LIMITS.maxPages],
  ['size of an archive, packed and unpacked (MB)', DEFAULT_ARCHIVE_CAPS.bytes / MB],
  ['files in an archive', DEFAULT_ARCHIVE_CAPS.entries],
  ['documents attached to a mail or PDF', MOST_ATTACHED],
  ['attachments within attachments', constantOf('src/shell/sources/attached.ts', 'DEEPEST')],
  ['pause between two questions to one host (ms)', DEFAULT_DELAY],
  ['seconds for one answer', DEFAULT_SECONDS],
  ['tries in a row without an answer', MOST_SILENT],
  ['all that is kept of URLs (MB)', DEFAULT_CACHE_BYTES / MB],
  ['redirects of one address', constantOf(`${HTTP}/client.ts`, 'MOST_REDIRECTS')],
  [
    'longest pause that a site may ask for before another try (seconds)',
    constantOf(`${HTTP}/patience.ts`, 'LONGEST_PAUSE') / 1000,
  ],
  [
    'longest pause that a site may ask for between two questions (seconds)',
    constantOf(`${HTTP}/robots.ts`, 'LONGEST_DELAY') / 1000,
  ],
  ['figures in an XLSX comparison', constantOf(XLSX, 'MOST_FIGURES')],
  ['plans in it', constantOf(XLSX, 'MOST_PLANS')],
  ['measures in it', constantOf(XLSX, 'MOST_ROWS')],
  ['rows of an XLSX export', constantOf('src/shell/export/xlsx-sink.ts', 'MOST_ROWS')],
  ['characters of text in one document', DEFAULT_LIMITS.maxCharacters],
  ['a Word file, unpacked (MB)', DEFAULT_LIMITS.maxUnpackedBytes / MB],
  ['one of its XML parts (MB)', constantOf('src/read/docx/container.ts', 'MAX_XML_PART') / MB],
  ['a PDF, unpacked beside its images (MB)', DEFAULT_LIMITS.maxUnpackedBytes / MB],
  ['one of its streams (MB)', constantOf('src/read/pdf/claims.ts', 'LARGEST') / MB],
  ['letters that the fonts of a PDF claim', constantOf('src/read/pdf/claims.ts', 'MOST_CODES')],
  ['nesting of XML elements', constantOf('src/read/docx/xml.ts', 'MAX_DEPTH')],
  ['tries for one address', triesOf()],
  ['nesting of HTML elements', constantOf('src/read/html/dom.ts', 'MAX_DEPTH')],
];
const TOLD = rowsOf(sectionOf(textOf('docs/errors.md'), 'Caps'));
const numberOf = (cell: string): number => Number(cell.replaceAll(',', '').replace(/ million$/u, '000000'));

test.each(TRUE)('%s: %d', (cap, value) => {
  const rows = TOLD.filter(([name = '']) => name.startsWith(cap));
  expect(rows.map(([, told = '']) => numberOf(told))).toEqual([value]);
});

test('no cap is told that is not held here', () => {
  const strange = TOLD.filter(([name = '']) => !TRUE.some(([cap]) => name.startsWith(cap)));
  expect(strange.map(([name]) => name)).toEqual([]);
});
