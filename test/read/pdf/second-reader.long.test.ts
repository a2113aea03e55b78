import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS, type ReadResult } from '../../../src/model/block.ts';
import { readPdf } from '../../../src/read/pdf/pdf.ts';

// What another reader (pdftotext of poppler) finds in each PDF is in our text or our account of it, and the other way round.
const FOLDERS = [
  '../../../fixtures',
  '../../../../shared/real',
  '../../../../shared/forms',
  '../../../../shared/cases',
];
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPoppler) console.warn('skipped: pdftotext is not installed');

const files = FOLDERS.map((path) => fileURLToPath(new URL(path, import.meta.url))).flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.pdf'))
        .sort()
        .map((name) => `${folder}/${name}`)
    : [],
);

/** Shares of words and of figures that may differ: line ends part words otherwise, and a page number may stand elsewhere. */
const FLOORS = { lost: 0.003, invented: 0.003, figuresLost: 0.001 };
/** What differs for a reason, file by file. */
const KNOWN: ReadonlyMap<string, Partial<typeof FLOORS>> = new Map([
  // Letters of fonts before Unicode, and of fonts with a broken map: the other reader does not convert them.
  ['tcvn3-bao-cao-cong-nghiep-02-2007.pdf', { lost: 1, invented: 1, figuresLost: 0.25 }],
  ['pdf-kh-1105-lao-cai-kiem-tra.pdf', { lost: 1, invented: 1, figuresLost: 1 }],
  // An OCR layer of letters apart, which we put together.
  ['pdf-ocr-abbyy-nghi-dinh-thu.pdf', { lost: 0.25, invented: 0.1, figuresLost: 0.01 }],
  // Two texts lie over each other, or one font has no map of its letters: the other reader weaves or garbles them.
  ['P02-ocr-over-text.pdf', { lost: 0.2, invented: 0.2, figuresLost: 0.2 }],
  ['P08-bold-no-tounicode.pdf', { lost: 0.2, invented: 0.2 }],
  ['W1-diag45.pdf', { lost: 0.1 }],
]);

/** Words by how often they stand there; what parts them, and where lines end, does not count. */
function wordsOfText(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}]+|\p{N}+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function lack(of: ReadonlyMap<string, number>, among: ReadonlyMap<string, number>): [word: string, times: number][] {
  return [...of].flatMap(([word, times]): [string, number][] => {
    const more = times - (among.get(word) ?? 0);
    return more > 0 ? [[word, more]] : [];
  });
}
const sum = (words: Iterable<readonly [string, number]>): number =>
  [...words].reduce((all, [, times]) => all + times, 0);
const isFigure = ([word]: readonly [string, number]): boolean => /\p{N}/u.test(word);

const knowledge = loadKnowledge();
const table: string[] = [];

test.skipIf(!hasPoppler).each(files)('%s', async (path) => {
  let result: ReadResult;
  try {
    result = await readPdf(readFileSync(path), DEFAULT_LIMITS, knowledge);
  } catch (error) {
    expect(error).toMatchObject({ name: 'PlanError' });
    return;
  }
  const other = wordsOfText(spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-']).stdout.toString());
  const text = wordsOfText(result.blocks.map((block) => block.text).join('\n'));
  const aside = wordsOfText((result.setAside ?? []).map((one) => one.text ?? '').join('\n'));
  const all = new Map(text);
  for (const [word, times] of aside) all.set(word, (all.get(word) ?? 0) + times);
  const lost = lack(other, all);
  const invented = lack(text, other);
  const of = { words: sum(other), figures: sum([...other].filter(isFigure)) };
  const shares = {
    lost: sum(lost) / Math.max(1, of.words),
    invented: sum(invented) / Math.max(1, of.words),
    figuresLost: sum(lost.filter(isFigure)) / Math.max(1, of.figures),
  };
  table.push([basename(path), of.words, sum(lost), sum(invented), sum(lost.filter(isFigure)), sum(aside)].join(' '));
  if (process.env.SECOND_READER !== undefined) {
    const shown = (words: readonly [string, number][]): string =>
      words
        .slice(0, 12)
        .map(([word]) => word)
        .join(' ');
    console.log(`${table.at(-1)} | lost: ${shown(lost)} | invented: ${shown(invented)}`);
  }
  const floors = { ...FLOORS, ...KNOWN.get(basename(path)) };
  for (const name of ['lost', 'invented', 'figuresLost'] as const)
    expect(
      shares[name],
      `${name}: ${JSON.stringify((name === 'invented' ? invented : lost).slice(0, 12))}`,
    ).toBeLessThanOrEqual(floors[name]);
});
